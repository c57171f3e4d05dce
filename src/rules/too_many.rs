//! B007: te veel fouten in één bestand.

use crate::diagnostics::{Diagnostic, Rule, Severity};

/// As many findings of one file are shown.
pub(crate) const MOST: usize = 100;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B007",
    severity: Severity::Error,
    title: "Te veel fouten in één bestand",
    what: "Van één bestand toont het programma de eerste 100 meldingen.",
    why: "Meestal komen ze van één vergissing, zoals een verkeerd bestand of één regel die ontbreekt.",
    wrong: "Een boekhouding die als vraag bewaard is.",
    right: "Los de eerste meldingen op en kijk opnieuw.",
};

pub(crate) fn found(file: &str, rest: usize) -> Diagnostic {
    RULE.found(
        file,
        None,
        format!("Dit bestand heeft nog {rest} andere meldingen. Die tonen we niet."),
        "Los eerst de andere op, en kijk opnieuw.",
    )
}
