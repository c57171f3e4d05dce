//! B004: onbekend bestand.

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
    let help = match file.rsplit_once('.') {
        Some((name, ending)) if ending.eq_ignore_ascii_case("yml") => format!("Hernoem het naar `{name}.yaml`."),
        _ => "Zet het in de juiste map, zoals `cases/vragen/naam.yaml`, of haal het weg.".to_owned(),
    };
    RULE.found(file, None, "Dit bestand wordt niet gelezen: de naam of de plaats klopt niet.", help)
}
