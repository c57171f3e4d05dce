//! `new`: a first version of a file.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, anyhow};

use super::arguments::New;
use super::output;
use crate::content::Kind;
use crate::{scaffold, site};

pub(super) fn run(root: &Path, options: &New) -> Result<ExitCode> {
    let kind = kind(&options.kind, &Kind::ALL)?;
    let loaded = site::load(root)?;
    let file = scaffold::create(root, kind, &options.title, loaded.knowledge.as_ref())?;
    output::result(&format!("{file} is gemaakt. Open het bestand en vul het aan."))?;
    Ok(ExitCode::SUCCESS)
}

/// The kind with this name, out of `choices`.
pub(super) fn kind(name: &str, choices: &[Kind]) -> Result<Kind> {
    choices.iter().copied().find(|kind| kind.name() == name).ok_or_else(|| {
        let names: Vec<_> = choices.iter().map(|kind| kind.name()).collect();
        let meant = names.iter().max_by(|a, b| strsim::jaro(a, name).total_cmp(&strsim::jaro(b, name)));
        let hint = meant
            .filter(|meant| strsim::jaro(meant, name) > 0.7)
            .map_or(String::new(), |meant| format!(" Bedoel je `{meant}`?"));
        anyhow!("De soort `{name}` bestaat niet.{hint}\nJe kan kiezen uit: {}.", names.join(", "))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_kind_gets_a_suggestion() {
        assert_eq!(kind("vraag", &Kind::ALL).unwrap(), Kind::Question);
        let error = kind("vragen", &Kind::ALL).unwrap_err().to_string();
        assert!(error.contains("Bedoel je `vraag`?"), "{error}");
        let error = kind("xyz", &Kind::ALL).unwrap_err().to_string();
        assert!(!error.contains("Bedoel je") && error.contains("checklist"), "{error}");
    }
}
