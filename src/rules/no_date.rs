//! V005: geen datum.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};
use jiff::civil::Date;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V005",
    severity: Severity::Error,
    title: "Geen datum",
    what: "Een datum schrijf je als jaar-maand-dag: `2026-11-20`.",
    why: "Zo is er nooit verwarring tussen dag en maand.",
    wrong: "nagekeken: 20/11/2026",
    right: "nagekeken: 2026-11-20",
};

pub(crate) fn found(file: &str, span: Span, value: &str) -> Diagnostic {
    let help = match turned(value) {
        Some(date) => format!("Schrijf `{date}`."),
        None => "Schrijf eerst het jaar, dan de maand, dan de dag: `2026-11-20`.".to_owned(),
    };
    RULE.found(
        file,
        Some(span),
        format!("`{value}` is geen datum in de vorm jaar-maand-dag, of die dag bestaat niet."),
        help,
    )
}

/// Whether a text is an existing date as year-month-day.
pub(crate) fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<Date>().is_ok()
}

/// `31/12/2026` or `31.12.2026` as `2026-12-31`, when such a day exists.
fn turned(value: &str) -> Option<String> {
    let parts: Vec<&str> = value.split(['/', '.', '-', ' ']).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    (year.len() == 4).then(|| date.to_string())
}
