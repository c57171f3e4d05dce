//! Dates, durations and numbers in Dutch words.

use crate::dutch::MONTHS;

/// `2026-11-20` as "20 november 2026". What is no date comes back as it was.
#[must_use]
pub fn in_words(date: &str) -> String {
    date.parse::<jiff::civil::Date>().map_or_else(
        |_| date.to_owned(),
        |date| format!("{} {} {}", date.day(), month(date.month().unsigned_abs()), date.year()),
    )
}

/// The name of a month, 1 to 12; empty for another number.
#[must_use]
pub fn month(number: u8) -> &'static str {
    usize::from(number).checked_sub(1).and_then(|index| MONTHS.get(index)).copied().unwrap_or_default()
}

/// Minutes as hours and minutes: 240 as "4 uur".
#[must_use]
pub fn duration(minutes: u32) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let rest_in_words = if rest == 1 { "1 minuut".to_owned() } else { format!("{rest} minuten") };
    match (hours, rest) {
        (0, _) => rest_in_words,
        (_, 0) => format!("{hours} uur"),
        _ => format!("{hours} uur en {rest_in_words}"),
    }
}

/// A number with a decimal comma, at most two decimals and a hard space between thousands.
#[must_use]
pub fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let (whole, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let decimals = decimals.trim_end_matches('0');
    let whole = thousands(whole);
    if decimals.is_empty() { whole } else { format!("{whole},{decimals}") }
}

fn thousands(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut out = sign.to_owned();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_words() {
        assert_eq!(in_words("2026-11-20"), "20 november 2026");
        assert_eq!(in_words("2027-09-01"), "1 september 2027");
        assert_eq!(in_words("morgen"), "morgen");
    }

    #[test]
    fn durations_are_hours_and_minutes() {
        assert_eq!(
            [25, 240, 61, 90].map(duration),
            ["25 minuten", "4 uur", "1 uur en 1 minuut", "1 uur en 30 minuten"]
        );
    }

    #[test]
    fn numbers_are_dutch() {
        assert_eq!(number(14.0), "14");
        assert_eq!(number(0.5), "0,5");
        assert_eq!(number(1234.25), "1\u{a0}234,25");
        assert_eq!(number(1_234_567.0), "1\u{a0}234\u{a0}567");
    }

    #[test]
    fn months_outside_the_year_have_no_name() {
        assert_eq!((month(9), month(0), month(13)), ("september", "", ""));
    }
}
