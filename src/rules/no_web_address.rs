//! V013: geen webadres.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V013",
    severity: Severity::Error,
    title: "Geen webadres",
    what: "Een adres begint met `https://` of `http://` en heeft geen spaties.",
    why: "Anders werkt de link niet.",
    wrong: "adres: www.voorbeeld.be",
    right: "adres: https://www.voorbeeld.be",
};

pub(crate) fn found(file: &str, span: Span, value: &str) -> Diagnostic {
    let help = if value.starts_with("www.") {
        format!("Schrijf `https://{value}`.")
    } else {
        "Schrijf het hele adres, beginnend met `https://`.".to_owned()
    };
    RULE.found(file, Some(span), format!("`{value}` is geen webadres."), help)
}

/// Whether a text is a web address.
pub(crate) fn is_web_address(text: &str) -> bool {
    text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).is_some_and(|rest| {
        rest.contains('.')
            && !rest.starts_with('.')
            && !rest.contains(|c: char| c.is_whitespace() || "<>\"".contains(c))
    })
}
