//! Y006: twee documenten in één bestand.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y006",
    severity: Severity::Error,
    title: "Twee documenten in één bestand",
    what: "Een bestand bevat één item. Een regel met `---` begint een tweede.",
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
        "Hier begint een tweede document in hetzelfde bestand.",
        "Haal de regel met `---` weg, of zet het tweede deel in een eigen bestand.",
    )
}
