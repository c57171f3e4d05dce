//! B002: snelkoppeling naar buiten.

use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B002",
    severity: Severity::Error,
    title: "Snelkoppeling naar buiten",
    what: "Een snelkoppeling in `cases/` mag alleen naar een bestand in `cases/` zelf wijzen.",
    why: "Anders komt er inhoud op de site die niet in de map staat, of die op een andere computer ontbreekt.",
    wrong: "cases/vragen/nieuw.yaml -> ../../Documenten/nieuw.yaml",
    right: "cases/vragen/nieuw.yaml als gewoon bestand",
};

pub(crate) fn found(file: &str) -> Diagnostic {
    RULE.found(
        file,
        None,
        "Dit is een snelkoppeling die buiten de map `cases` wijst, naar een map, of naar niets.",
        "Zet het bestand zelf op deze plaats in plaats van een snelkoppeling.",
    )
}
