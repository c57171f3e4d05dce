//! R025: alle antwoorden leiden naar dezelfde plaats.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R025",
    severity: Severity::Error,
    title: "De vraag maakt geen verschil",
    what: "Minstens twee antwoorden op een vraag leiden naar een andere knoop.",
    why: "Een vraag waarvan het antwoord niets verandert, kost de lezer alleen tijd. Vaak is het een vergissing.",
    wrong: r"- antwoord: Ja
  naar: bellen
- antwoord: Nee
  naar: bellen",
    right: r"- antwoord: Ja
  naar: bellen
- antwoord: Nee
  naar: noteren",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, i, question) in super::flow_questions(corpus) {
        let Some(first) = question.answers.first() else { continue };
        if question.answers.iter().all(|answer| answer.target == first.target) {
            found.push(RULE.found(
                &file.path,
                Some(file.place(&format!("/knopen/{i}/vraag"))),
                format!("Alle antwoorden op deze vraag leiden naar `{}`.", first.target),
                "Laat een antwoord ergens anders heen leiden, of maak van de vraag een stap.",
            ));
        }
    }
}
