//! V008: onbekende soort blok of knoop.

use super::{nearest, quoted, visible};
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V008",
    severity: Severity::Error,
    title: "Onbekende soort blok of knoop",
    what: "Elk blok en elke knoop heeft `soort:` met een van de soorten uit de handleiding.",
    why: "Aan de soort ziet het programma welke sleutels erbij horen en hoe het er op de site uitziet.",
    wrong: r"- soort: tip
  van: mentor",
    right: r"- soort: tips
  van: mentor",
};

/// `value` is none when there is no `soort` at all.
pub(crate) fn found(file: &str, span: Span, value: Option<&str>, allowed: &[&str]) -> Diagnostic {
    let message = match value {
        Some("") => "`soort` is leeg.".to_owned(),
        Some(value) => format!("`{}` is geen soort die hier kan.", visible(value)),
        None => "Hier ontbreekt `soort`.".to_owned(),
    };
    let help = match value.and_then(|v| nearest(v, allowed)) {
        Some(near) => format!("Bedoel je `{near}`?"),
        None => format!("Schrijf `soort:` met een van: {}.", quoted(allowed)),
    };
    RULE.found(file, Some(span), message, help)
}
