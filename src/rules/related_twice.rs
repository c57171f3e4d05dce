//! R006: verwante vraag staat er twee keer of is de vraag zelf.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R006",
    severity: Severity::Error,
    title: "Verwante vraag staat er twee keer of is de vraag zelf",
    what: "Bij `verwant` staat elke andere vraag hoogstens één keer, en nooit de vraag zelf.",
    why: "Een lezer die doorklikt, wil iets nieuws lezen.",
    wrong: r"verwant:
  - vraag: te-laat
  - vraag: te-laat",
    right: r"verwant:
  - vraag: te-laat",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, question) in corpus.questions() {
        for (i, related) in question.related.iter().enumerate() {
            let id = related.question.as_str();
            let problem = if id == file.id {
                "Deze vraag verwijst naar zichzelf."
            } else if question.related[..i].iter().any(|r| r.question == related.question) {
                "Deze verwante vraag staat er al."
            } else {
                continue;
            };
            let span = file.place(&format!("/verwant/{i}/vraag"));
            found.push(RULE.found(&file.path, Some(span), problem, "Haal dit punt weg, of noem een andere vraag."));
        }
    }
}
