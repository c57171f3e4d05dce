//! V012: geen regelnummers.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V012",
    severity: Severity::Error,
    title: "Geen regelnummers",
    what: r#"Regels in een bron schrijf je als `"6919-6957"`, of met komma's als `"120-130, 200"`. Het kleinste getal staat eerst."#,
    why: "Zo kan iedereen terugvinden waar iets staat.",
    wrong: r#"regels: "p. 12""#,
    right: r#"regels: "6919-6957""#,
};

pub(crate) fn found(file: &str, span: Span, value: &str) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("`{value}` zijn geen regelnummers."),
        "Schrijf `\"6919-6957\"`, of met komma's `\"120-130, 200\"`, met het kleinste getal eerst.",
    )
}

/// The stretches of lines in a text such as `120-130, 200`, or none when it isn't one.
pub(crate) fn parse(text: &str) -> Option<Vec<(u32, u32)>> {
    text.split(',').map(|part| stretch(part.trim())).collect()
}

fn stretch(part: &str) -> Option<(u32, u32)> {
    let (from, to) = part.split_once('-').unwrap_or((part, part));
    let (from, to) = (from.trim().parse().ok()?, to.trim().parse().ok()?);
    (from >= 1 && from <= to).then_some((from, to))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn lines_are_numbers_in_order() {
        assert_eq!(parse("6919-6957"), Some(vec![(6919, 6957)]));
        assert_eq!(parse("120-130, 200"), Some(vec![(120, 130), (200, 200)]));
        for wrong in ["", "p. 12", "9-3", "0", "1-2-3", "1,"] {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
    }
}
