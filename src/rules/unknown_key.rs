//! V001: onbekende sleutel.

use super::{nearest, quoted};
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V001",
    severity: Severity::Error,
    title: "Onbekende sleutel",
    what: "Alleen de sleutels van de handleiding mogen in een bestand staan.",
    why: "Een verkeerd gespelde sleutel wordt niet gelezen. De tekst erachter zou stil verdwijnen.",
    wrong: "trefworden: [te laat]",
    right: "trefwoorden: [te laat]",
};

/// `allowed` are the keys that may stand here, `present` those that already do.
pub(crate) fn found(file: &str, span: Span, key: &str, allowed: &[&str], present: &[&str]) -> Diagnostic {
    let free: Vec<&str> = allowed.iter().copied().filter(|k| !present.contains(k)).collect();
    let help = match nearest(key, &free) {
        Some(near) => format!("Bedoel je `{near}`?"),
        None => format!("Hier kan: {}.", quoted(if free.is_empty() { allowed } else { &free })),
    };
    RULE.found(file, Some(span), format!("De sleutel `{key}` bestaat hier niet."), help)
}
