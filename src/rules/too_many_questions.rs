//! R024: te veel vragen na elkaar.

use super::Corpus;
use crate::content::flow::Node;
use crate::diagnostics::{Diagnostic, Rule, Severity};

const MOST: usize = 7;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R024",
    severity: Severity::Error,
    title: "Te veel vragen na elkaar",
    what: "Op geen enkele weg door een stroomschema staan meer dan 7 vragen.",
    why: "Wie in nood is, haakt af na te veel vragen.",
    wrong: r"(een weg met 9 vragen)",
    right: r"(twee schema's, waarvan het eerste naar het tweede verwijst)",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, graph) in super::graphs(corpus) {
        let Some(way) = graph.most_questions() else { continue };
        let questions: Vec<usize> = way.into_iter().filter(|i| matches!(graph.nodes()[*i], Node::Vraag(_))).collect();
        let Some(first_too_many) = questions.get(MOST) else { continue };
        let ids: Vec<&str> = questions.iter().map(|i| graph.nodes()[*i].id().as_str()).collect();
        found.push(RULE.found(
            &file.path,
            Some(file.place(&format!("/knopen/{first_too_many}/id"))),
            format!("Op deze weg staan {} vragen: {}. Het mogen er hoogstens {MOST} zijn.", ids.len(), ids.join(", ")),
            "Neem vragen samen, of maak van een deel een eigen stroomschema.",
        ));
    }
}
