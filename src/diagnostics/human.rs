//! Findings for people at a screen: title, excerpt with a caret, what to write instead.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Diagnostic, Severity, summary};

pub(super) fn render(diagnostics: &[Diagnostic], texts: &BTreeMap<String, String>, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut out = String::new();
    for diagnostic in diagnostics {
        let _ = writeln!(out, "{}\n", renderer.render(&groups(diagnostic, texts)));
    }
    let _ = writeln!(out, "{}", summary(diagnostics));
    let error = diagnostics.iter().find(|d| d.rule.severity == Severity::Error);
    if let Some(first) = error.or(diagnostics.first()) {
        let _ = writeln!(out, "Meer uitleg bij een code: mentorwijzer explain {}", first.rule.code);
    }
    out
}

fn groups<'a>(diagnostic: &'a Diagnostic, texts: &'a BTreeMap<String, String>) -> Vec<Group<'a>> {
    let level = match diagnostic.rule.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let title = level
        .with_name(diagnostic.rule.severity.name())
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.rule.code);
    let place = match (diagnostic.span, texts.get(&diagnostic.file)) {
        (Some(span), Some(text)) => title.element(
            Snippet::source(text.as_str())
                .path(diagnostic.file.as_str())
                .annotation(AnnotationKind::Primary.span(first_line(text, span.start, span.end))),
        ),
        _ => title.element(Origin::path(diagnostic.file.as_str())),
    };
    vec![place.element(Level::HELP.with_name("hulp").message(diagnostic.help.as_str()))]
}

/// The part of a stretch that lies on its first line, so that an excerpt stays one line long.
fn first_line(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let start = start.min(text.len());
    let end = end.clamp(start, text.len());
    let stop = text.get(start..end).and_then(|part| part.find('\n')).map_or(end, |at| start + at);
    start..stop
}
