//! R019: knoop zonder weg naar een einde.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R019",
    severity: Severity::Error,
    title: "Knoop zonder weg naar een einde",
    what: "Vanuit elke knoop van een stroomschema kom je bij een einde. Ook uit een lus is er een weg naar buiten.",
    why: "Een lezer die rondjes draait, krijgt geen antwoord.",
    wrong: r"- soort: stap
  id: a
  naar: b
- soort: stap
  id: b
  naar: a",
    right: r"- soort: stap
  id: a
  naar: b
- soort: einde
  id: b",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, graph) in super::graphs(corpus) {
        let leading = graph.leading_to_an_end();
        for (i, node) in graph.nodes().iter().enumerate().filter(|(i, _)| !leading.contains(i)) {
            found.push(RULE.found(
                &file.path,
                Some(file.place(&format!("/knopen/{i}/id"))),
                format!("Vanuit knoop `{}` kom je nooit bij een einde.", node.id()),
                "Laat een antwoord of stap naar een knoop met `soort: einde` leiden.",
            ));
        }
    }
}
