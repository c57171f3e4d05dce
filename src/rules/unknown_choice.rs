//! V004: onbekende keuze.

use super::{nearest, quoted, visible};
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V004",
    severity: Severity::Error,
    title: "Onbekende keuze",
    what: "Sommige sleutels laten alleen vaste woorden toe, zoals `status: concept`.",
    why: "Met een ander woord weet het programma niet wat je bedoelt.",
    wrong: "status: klaar",
    right: "status: nagelezen",
};

pub(crate) fn found(file: &str, span: Span, name: &str, value: &str, allowed: &[&str]) -> Diagnostic {
    let help = match nearest(value, allowed) {
        Some(near) => format!("Bedoel je `{near}`?"),
        None => format!("Kies uit: {}.", quoted(allowed)),
    };
    RULE.found(file, Some(span), format!("`{}` is geen keuze bij `{name}`.", visible(value)), help)
}
