//! V005: geen datum.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};
use crate::dutch::MONTHS;
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

/// `31/12/2026`, `2026-1-5` or `20 november 2026` as year-month-day, when such a day exists.
fn turned(value: &str) -> Option<String> {
    let parts: Vec<&str> = value.split(['/', '.', '-', ' ']).filter(|part| !part.is_empty()).collect();
    let [first, month, last] = parts.as_slice() else { return None };
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let by_name = MONTHS.iter().position(|name| *name == month.to_lowercase());
    let month = match by_name {
        Some(place) => i8::try_from(place).ok()? + 1,
        None => month.parse().ok()?,
    };
    (year.len() == 4).then_some(())?;
    Some(Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()?.to_string())
}

#[cfg(test)]
mod tests {
    use super::turned;

    #[test]
    fn dates_as_people_write_them_are_turned() {
        assert_eq!(turned("31/12/2026").as_deref(), Some("2026-12-31"));
        assert_eq!(turned("2026-1-5").as_deref(), Some("2026-01-05"));
        assert_eq!(turned("20 november 2026").as_deref(), Some("2026-11-20"));
        assert_eq!(turned("31/11/2026"), None);
        assert_eq!(turned("morgen"), None);
    }
}
