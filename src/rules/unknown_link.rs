//! R011: link in tekst werkt niet.

use super::Corpus;
use super::no_web_address::is_web_address;
use super::{nearest, quoted};
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::load::MarkKind;
use pulldown_cmark::{Event, Parser, Tag};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R011",
    severity: Severity::Error,
    title: "Link in tekst werkt niet",
    what: "Een link in tekst gaat naar een webadres of naar een eigen pagina, zoals `[te laat](vraag:arbeidsritme-en-te-laat)`.",
    why: "Een lezer die klikt, moet ergens aankomen.",
    wrong: "kort: Zie [te laat](vraag:telaat).",
    right: "kort: Zie [te laat](vraag:arbeidsritme-en-te-laat).",
};

/// The schemes of links to our own pages, with what they refer to.
pub const SCHEMES: [(&str, &str); 8] = [
    ("vraag", "vragen"),
    ("verhaal", "verhalen"),
    ("stroomschema", "stroomschemas"),
    ("checklist", "checklists"),
    ("sjabloon", "sjablonen"),
    ("module", "opleiding"),
    ("begrip", "begrippen"),
    ("partij", "partijen"),
];

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    // None of these targets differs per file, so each is looked up once.
    let Some(any) = corpus.files.first() else { return };
    let known = SCHEMES.map(|(scheme, target)| (scheme, corpus.ids(any, target)));
    for file in &corpus.files {
        for mark in file.marks.iter().filter(|m| m.kind == MarkKind::Prose) {
            for address in addresses(&mark.text) {
                if let Some(help) = problem(&known, &address) {
                    let span = file.find(mark.span, &address);
                    found.push(RULE.found(
                        &file.path,
                        Some(span),
                        format!("De link naar `{address}` werkt niet."),
                        help,
                    ));
                }
            }
        }
    }
}

fn addresses(prose: &str) -> Vec<String> {
    Parser::new(prose)
        .filter_map(|event| match event {
            Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
            _ => None,
        })
        .collect()
}

/// What to write instead, or none when the address is good. `known` has the ids of each scheme,
/// where they could be read.
fn problem(known: &[(&str, Option<Vec<&str>>)], address: &str) -> Option<String> {
    if is_web_address(address) || address.starts_with("mailto:") {
        return None;
    }
    let schemes: Vec<&str> = known.iter().map(|(scheme, _)| *scheme).collect();
    let Some((scheme, id)) = address.split_once(':') else {
        return Some("Schrijf een heel adres met `https://`, of een eigen pagina zoals `vraag:te-laat`.".to_owned());
    };
    let Some((_, ids)) = known.iter().find(|(s, _)| *s == scheme) else {
        return Some(match nearest(scheme, &schemes) {
            Some(near) => format!("Bedoel je `{near}:{id}`?"),
            None => format!("Voor de dubbelepunt kan: {}.", quoted(&schemes)),
        });
    };
    let ids = ids.as_ref()?;
    if ids.contains(&id) {
        return None;
    }
    Some(match nearest(id, ids) {
        Some(near) => format!("Bedoel je `{scheme}:{near}`?"),
        None => {
            format!("Er is geen {scheme} met de naam `{id}`. Kijk na hoe het bestand heet, of welk `id` het heeft.")
        }
    })
}
