//! `new`: a first version of a file.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use super::arguments::New;
use super::output;
use crate::content::Kind;
use crate::{rules, scaffold, site};

pub(super) fn run(root: &Path, options: &New) -> Result<ExitCode> {
    let offered: Vec<_> = Kind::ALL.into_iter().filter(|kind| kind.folder().is_some()).collect();
    let kind = kind(&options.kind, &offered)?;
    if !options.rest.is_empty() {
        let title = format!("{} {}", options.title, options.rest.join(" "));
        bail!("Zet de titel tussen aanhalingstekens.\nZo: mentorwijzer new {} \"{title}\"", kind.name());
    }
    let loaded = site::load(root)?;
    let file = scaffold::create(root, kind, &options.title, loaded.knowledge.as_ref())?;
    output::result(&format!("{file} is gemaakt. Open het bestand en vul het aan."))?;
    Ok(ExitCode::SUCCESS)
}

/// The kind with this name, or with this folder; who means none of them is offered `offered`.
pub(super) fn kind(name: &str, offered: &[Kind]) -> Result<Kind> {
    Kind::named(name).or_else(|| Kind::in_folder(name)).ok_or_else(|| {
        let names: Vec<_> = offered.iter().map(|kind| kind.name()).collect();
        let hint = rules::nearest(name, &names).map_or(String::new(), |near| format!(" Bedoel je `{near}`?"));
        anyhow!("De soort `{name}` bestaat niet.{hint}\nJe kan kiezen uit: {}.", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_its_name_and_its_folder() {
        assert_eq!(kind("vraag", &[]).unwrap(), Kind::Question);
        assert_eq!(kind("vragen", &[]).unwrap(), Kind::Question);
        assert_eq!(kind("opleiding", &[]).unwrap(), Kind::Module);
    }

    #[test]
    fn a_misspelt_kind_gets_a_suggestion_and_another_word_does_not() {
        let error = kind("cheklist", &Kind::ALL).unwrap_err().to_string();
        assert!(error.contains("Bedoel je `checklist`?"), "{error}");
        let error = kind("foo", &Kind::ALL).unwrap_err().to_string();
        assert!(!error.contains("Bedoel je") && error.contains("checklist"), "{error}");
    }
}
