//! V014: titel op meer regels.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V014",
    severity: Severity::Error,
    title: "Titel op meer regels",
    what: "Titels, namen en labels staan op één regel, zonder lege regels.",
    why: "Ze komen in menu's en lijsten, waar geen plaats is voor alinea's.",
    wrong: r"titel: |
  Eerste regel
  tweede regel",
    right: "titel: Eerste regel, tweede regel",
};

pub(crate) fn found(file: &str, span: Span, name: &str) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("`{name}` loopt over meer dan één regel."),
        "Schrijf het op één regel, of gebruik `>-` in plaats van `|`.",
    )
}

/// For a value without quotes that goes on on the next line.
pub(crate) fn run_on(file: &str, span: Span, name: &str) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("`{name}` loopt door op de volgende regel."),
        "Ontbreekt daar een streepje, of een sleutel met een dubbelepunt? Is het één tekst? Zet hem dan op één regel.",
    )
}
