//! R003: kort antwoord is te lang.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R003",
    severity: Severity::Error,
    title: "Kort antwoord is te lang",
    what: "`kort` bij een vraag telt hoogstens 60 woorden.",
    why: "Wie weinig tijd heeft, leest alleen dit. Het moet op het scherm van een telefoon passen.",
    wrong: "kort: (80 woorden)",
    right: "kort: Bel de trajectbegeleider. Noteer wat er gebeurde en spreek samen af wat je doet.",
};

const MOST_WORDS: usize = 60;

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, question) in corpus.questions() {
        let words = question.short.as_str().split_whitespace().count();
        if words > MOST_WORDS {
            found.push(RULE.found(
                &file.path,
                Some(file.place("/kort")),
                format!("`kort` telt {words} woorden. Het mogen er hoogstens {MOST_WORDS} zijn."),
                "Zeg alleen wat de lezer nu doet en wie die belt. De rest hoort in de blokken.",
            ));
        }
    }
}
