//! R022: twee keer hetzelfde antwoord.

use std::collections::HashSet;

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::dutch::tokens;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R022",
    severity: Severity::Error,
    title: "Twee keer hetzelfde antwoord",
    what: "De antwoorden op een vraag verschillen van elkaar. Hoofdletters en leestekens maken geen verschil.",
    why: "Een lezer kan niet kiezen tussen twee knoppen waar hetzelfde op staat.",
    wrong: r"- antwoord: Ja
  naar: a
- antwoord: Ja.
  naar: b",
    right: r"- antwoord: Ja, met briefje
  naar: a
- antwoord: Ja, zonder briefje
  naar: b",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, i, question) in super::flow_questions(corpus) {
        let mut seen = HashSet::new();
        for (j, answer) in question.answers.iter().enumerate() {
            if !seen.insert(tokens(answer.label.as_str())) {
                found.push(RULE.found(
                    &file.path,
                    Some(file.place(&format!("/knopen/{i}/antwoorden/{j}/antwoord"))),
                    format!("Het antwoord `{}` staat er al bij deze vraag.", answer.label),
                    "Schrijf wat dit antwoord anders maakt, of haal het weg.",
                ));
            }
        }
    }
}
