//! R001: id bestaat al.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R001",
    severity: Severity::Error,
    title: "Id bestaat al",
    what: "Binnen één lijst mag een `id` maar één keer staan. Bij wegwijzers geldt dat voor `vraag`.",
    why: "Een verwijzing moet weten welk punt bedoeld is.",
    wrong: r"- id: oao
- id: oao",
    right: r"- id: oao
- id: sao",
};

pub(crate) fn found(file: &str, span: Span, id: &str, first_line: usize) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("`{id}` staat al in deze lijst, op regel {first_line}."),
        "Voeg de twee samen, of geef dit punt een ander id.",
    )
}
