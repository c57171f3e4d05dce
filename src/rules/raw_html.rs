//! V007: HTML in tekst.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};
use std::ops::Range;

use pulldown_cmark::{Event, Parser};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V007",
    severity: Severity::Error,
    title: "HTML in tekst",
    what: "In tekst mag geen HTML staan, de code tussen `<` en `>` van webpagina's. Opmaak doe je met `*schuin*`, `**vet**` en `[link](adres)`.",
    why: "HTML kan de pagina breken, en staat in de weg als de tekst ook op papier of in een presentatie komt.",
    wrong: "kort: Bel <b>meteen</b>.",
    right: "kort: Bel **meteen**.",
};

pub(crate) fn found(file: &str, span: Span, html: &str) -> Diagnostic {
    let help = match html.trim_start_matches(['<', '/']).trim_end_matches('>') {
        "b" | "strong" => "Schrijf `**vet**` voor vette tekst.",
        "i" | "em" => "Schrijf `*schuin*` voor schuine tekst.",
        "br" | "br/" | "br /" | "p" => "Laat een regel leeg voor een nieuwe alinea.",
        _ => "Haal de code weg, of schrijf het met `*schuin*`, `**vet**` of `[link](adres)`.",
    };
    RULE.found(file, Some(span), format!("Hier staat HTML in de tekst: `{html}`."), help)
}

/// The HTML in a prose text, if any, with its place in that text in bytes.
pub(crate) fn first_html(prose: &str) -> Option<(Range<usize>, String)> {
    Parser::new(prose).into_offset_iter().find_map(|(event, range)| match event {
        Event::Html(html) | Event::InlineHtml(html) => Some((range, html.trim_end().to_owned())),
        _ => None,
    })
}
