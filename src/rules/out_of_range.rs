//! V010: getal kan niet.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V010",
    severity: Severity::Error,
    title: "Getal kan niet",
    what: "Een getal moet binnen de grenzen van zijn sleutel liggen: een maand van 1 tot 12, een jaar van 1900 tot 2100.",
    why: "Een getal daarbuiten is een tikfout.",
    wrong: "maanden: [13]",
    right: "maanden: [12]",
};

pub(crate) fn found(
    file: &str,
    span: Span,
    name: &str,
    value: &str,
    least: Option<f64>,
    most: Option<f64>,
) -> Diagnostic {
    let help = match (least, most) {
        (Some(least), Some(most)) => format!("Schrijf een getal van {least} tot {most}."),
        (Some(least), None) => format!("Schrijf een getal van minstens {least}."),
        (None, Some(most)) => format!("Schrijf een getal van hoogstens {most}."),
        (None, None) => "Schrijf een ander getal.".to_owned(),
    };
    RULE.found(file, Some(span), format!("{value} kan niet bij `{name}`."), help)
}
