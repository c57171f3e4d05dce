//! R013: regelnummers voorbij het einde van de bron.

use super::Corpus;
use super::no_lines::parse;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::load::MarkKind;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R013",
    severity: Severity::Error,
    title: "Regelnummers voorbij het einde van de bron",
    what: "Regelnummers bij een bron mogen niet voorbij het einde van dat document gaan.",
    why: "Wie iets wil nakijken, moet het kunnen terugvinden.",
    wrong: r#"document: 003_56aa9164fbcc6397
regels: "900-910""#,
    right: r#"document: 003_56aa9164fbcc6397
regels: "700-710""#,
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    let Some((_, register)) = corpus.sources() else { return };
    for file in &corpus.files {
        for mark in file.marks.iter().filter(|m| m.kind == MarkKind::Lines) {
            let Some(document) =
                mark.pointer.strip_suffix("/regels").and_then(|p| file.text_at(&format!("{p}/document")))
            else {
                continue;
            };
            let Some(count) = register.sources.iter().find(|s| s.id.as_str() == document).and_then(|s| s.line_count)
            else {
                continue;
            };
            let last = parse(&mark.text).into_iter().flatten().map(|(_, to)| to).max().unwrap_or(0);
            if last > count {
                found.push(RULE.found(
                    &file.path,
                    Some(mark.span),
                    format!("Regel {last} bestaat niet: `{document}` telt {count} regels."),
                    "Kijk in de bron op welke regels het staat.",
                ));
            }
        }
    }
}
