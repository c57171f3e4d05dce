//! R023: ja zonder nee.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::dutch::tokens;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R023",
    severity: Severity::Error,
    title: "Ja zonder nee, of nee zonder ja",
    what: "Heeft een vraag een antwoord dat met `Ja` begint, dan is er ook een met `Nee`, en omgekeerd.",
    why: "Anders kan wie het andere wil antwoorden, niet verder.",
    wrong: r"vraag: Is er een briefje?
antwoorden:
  - antwoord: Ja
    naar: a
  - antwoord: Van de ouders
    naar: b",
    right: r"vraag: Is er een briefje?
antwoorden:
  - antwoord: Ja
    naar: a
  - antwoord: Nee
    naar: b",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, i, question) in super::flow_questions(corpus) {
        let first: Vec<Option<String>> =
            question.answers.iter().map(|answer| tokens(answer.label.as_str()).into_iter().next()).collect();
        let has = |word: &str| first.iter().any(|first| first.as_deref() == Some(word));
        let (present, missing) = match (has("ja"), has("nee")) {
            (true, false) => ("Ja", "Nee"),
            (false, true) => ("Nee", "Ja"),
            _ => continue,
        };
        found.push(RULE.found(
            &file.path,
            Some(file.place(&format!("/knopen/{i}/vraag"))),
            format!("Deze vraag heeft een antwoord met `{present}`, maar geen met `{missing}`."),
            format!("Voeg een antwoord toe dat met `{missing}` begint, of noem de antwoorden anders."),
        ));
    }
}
