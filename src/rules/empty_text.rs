//! V006: lege tekst.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V006",
    severity: Severity::Error,
    title: "Lege tekst",
    what: "Een sleutel die er staat, moet ook iets zeggen.",
    why: "Een lege tekst geeft een leeg vak op de site.",
    wrong: "kort:",
    right: "kort: Bel de trajectbegeleider en spreek af wat je doet.",
};

pub(crate) fn found(file: &str, span: Span, name: &str) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("`{name}` is leeg."),
        format!("Vul `{name}` in. Is er niets te zeggen? Haal de sleutel dan weg als ze niet verplicht is."),
    )
}
