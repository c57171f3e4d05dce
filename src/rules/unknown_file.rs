//! B004: onbekend bestand.

use super::nearest;
use crate::content::Kind;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B004",
    severity: Severity::Warning,
    title: "Onbekend bestand",
    what: "In `cases/` horen alleen de bestanden en mappen die de handleiding noemt, met `.yaml` achteraan.",
    why: "Een bestand op de verkeerde plaats wordt niet gelezen. Je zou denken dat het op de site staat.",
    wrong: "cases/vraag/te-laat.yml",
    right: "cases/vragen/te-laat.yaml",
};

pub(crate) fn found(file: &str) -> Diagnostic {
    RULE.found(file, None, "Dit bestand wordt niet gelezen: de naam of de plaats klopt niet.", advice(file))
}

fn advice(file: &str) -> String {
    let (folder, name) = file.rsplit_once('/').unwrap_or(("", file));
    let small = name.to_lowercase();
    // Windows adds `.txt` without showing it.
    let stem = [".yaml.txt", ".yml.txt", ".txt", ".yml", ".yaml"].iter().find_map(|ending| small.strip_suffix(ending));
    let wanted = stem.map(|stem| format!("{stem}.yaml"));
    let own = folder.strip_prefix("cases/").unwrap_or_default();
    let folders: Vec<&str> = Kind::ALL.into_iter().filter_map(Kind::folder).collect();
    match (wanted, nearest(own, &folders)) {
        (Some(wanted), Some(near)) if near != own => {
            format!("Bedoel je de map `cases/{near}/`? Zet het daar als `{wanted}`.")
        }
        (Some(wanted), _) if wanted != name => format!("Hernoem het naar `{wanted}`."),
        _ => "Zet het in de juiste map, zoals `cases/vragen/naam.yaml`, of haal het weg.".to_owned(),
    }
}
