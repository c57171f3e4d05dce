//! Y006: streepjeslijn midden in het bestand.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y006",
    severity: Severity::Error,
    title: "Lijn met `---` midden in het bestand",
    what: "In een bestand staat één vraag, één checklist of één verhaal. Een regel met `---` begint een tweede.",
    why: "Alleen het eerste zou gelezen worden.",
    wrong: r"vraag: Eerste?
---
vraag: Tweede?",
    right: "vraag: Eerste?",
};

pub(crate) fn found(file: &str, span: Span) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        "Deze regel met `---` begint een tweede stuk in hetzelfde bestand.",
        "Haal de regel met `---` weg, of zet het tweede deel in een eigen bestand.",
    )
}
