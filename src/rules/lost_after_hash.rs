//! Y007: tekst na een hekje verdwijnt.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y007",
    severity: Severity::Warning,
    title: "Tekst na een hekje verdwijnt",
    what: "Na een spatie begint `#` een opmerking: wat erachter staat, leest het programma niet.",
    why: "Schrijf je `optie #2`, dan verdwijnt `#2` zonder dat iemand het merkt.",
    wrong: "titel: Wat helpt bij optie #2",
    right: r#"titel: "Wat helpt bij optie #2""#,
};

/// Looks behind an unquoted value: ` #2` is most probably text, ` # een opmerking` is not.
pub(crate) fn look(file: &str, text: &str, value: Span) -> Option<Diagnostic> {
    let rest = text.get(value.end..)?;
    let line = rest.lines().next()?;
    let blank = line.len() - line.trim_start().len();
    let lost = line[blank..].strip_prefix('#')?;
    if !lost.starts_with(char::is_alphanumeric) {
        return None;
    }
    let lost = line[blank..].trim_end();
    let start = value.end + blank;
    let span = Span { start, end: start + lost.len(), ..value };
    Some(RULE.found(
        file,
        Some(span),
        format!("`{lost}` leest het programma niet: na een spatie begint `#` een opmerking."),
        "Hoort het bij de tekst? Zet de hele tekst tussen dubbele aanhalingstekens.",
    ))
}
