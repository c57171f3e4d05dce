//! R018: lange zin.

use super::Corpus;
use crate::content::plain::paragraphs;
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};
use crate::dutch::readability::{sentences, words};
use crate::load::{CaseFile, Mark, MarkKind};

const MOST_WORDS: usize = 30;

/// So many words of a sentence are enough to find it.
const SHOWN_WORDS: usize = 8;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R018",
    severity: Severity::Warning,
    title: "Lange zin",
    what: "Een zin in lopende tekst telt hoogstens 30 woorden. Mik op 14 of minder.",
    why: "Wie op een telefoon leest, moe is of weinig leest, verliest bij een lange zin de draad.",
    wrong: "kort: (één zin van 40 woorden)",
    right: "kort: Praat erover met je leerling. Bel daarna de trajectbegeleider.",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for file in &corpus.files {
        for mark in file.marks.iter().filter(|m| m.kind == MarkKind::Prose) {
            let paragraphs = paragraphs(&mark.text);
            let sentences = paragraphs.iter().flat_map(|paragraph| sentences(paragraph));
            found.extend(sentences.filter(|s| words(s).len() > MOST_WORDS).map(|s| too_long(file, mark, s)));
        }
    }
}

fn too_long(file: &CaseFile, mark: &Mark, sentence: &str) -> Diagnostic {
    RULE.found(
        &file.path,
        Some(place(file, mark.span, sentence)),
        format!("Deze zin telt {} woorden. Meer dan {MOST_WORDS} is te lang.", words(sentence).len()),
        "Maak er twee of drie zinnen van, elk met één gedachte.",
    )
}

/// The first words of a sentence, as far as they stand in the file as they are read: line ends and
/// marks of Markdown may part them.
fn place(file: &CaseFile, within: Span, sentence: &str) -> Span {
    let ends = sentence.match_indices(' ').map(|(end, _)| end).take(SHOWN_WORDS);
    let found = ends.map(|end| file.find(within, &sentence[..end])).take_while(|span| *span != within);
    found.last().unwrap_or(within)
}
