//! V017: lijst wordt één zin.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V017",
    severity: Severity::Error,
    title: "Lijst wordt één zin",
    what: "Onder `>-` worden alle regels aan elkaar geplakt. Een lijst schrijf je onder `|`.",
    why: "Anders staan de streepjes midden in een zin.",
    wrong: "tekst: >-\n  Neem mee:\n  - een pen\n  - papier",
    right: "tekst: |\n  Neem mee:\n\n  - een pen\n  - papier",
};

/// Looks whether the source of a value is folded and holds lines of a list. `value` spans the lines
/// below the `>`.
pub(crate) fn look(file: &str, text: &str, value: Span) -> Option<Diagnostic> {
    let header = text.get(..value.start)?.split_whitespace().next_back()?;
    if !header.starts_with('>') {
        return None;
    }
    let source = text.get(value.start..value.end)?;
    let item = source.lines().map(str::trim_start).find(|line| line.starts_with("- "))?;
    let start = value.start + source.find(item)?;
    let line = value.line + source[..start - value.start].matches('\n').count();
    let column = text[..start].rsplit('\n').next().map_or(0, |before| before.chars().count()) + 1;
    let span = Span { line, column, start, end: start + item.trim_end().len() };
    Some(RULE.found(
        file,
        Some(span),
        "Onder `>-` wordt deze lijst één zin.",
        "Schrijf `|` in plaats van `>-`, en laat een regel leeg voor de lijst.",
    ))
}
