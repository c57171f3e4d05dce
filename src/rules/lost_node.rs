//! R012: knoop waar niemand komt.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R012",
    severity: Severity::Error,
    title: "Knoop waar niemand komt",
    what: "Elke knoop van een stroomschema is bereikbaar vanaf `start`.",
    why: "Een knoop waar niemand komt, wordt nooit gelezen. Meestal wijst een antwoord naar de verkeerde plaats.",
    wrong: r"start: a
knopen: (knoop c wordt nergens genoemd)",
    right: r"start: a
knopen: (elke knoop wordt door een antwoord of stap genoemd)",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, graph) in super::graphs(corpus) {
        let reached = graph.reached();
        for (i, node) in graph.nodes().iter().enumerate().filter(|(i, _)| !reached.contains(i)) {
            found.push(RULE.found(
                &file.path,
                Some(file.place(&format!("/knopen/{i}/id"))),
                format!(
                    "Niemand komt bij knoop `{}`: geen enkel antwoord en geen enkele stap leidt erheen.",
                    node.id()
                ),
                "Laat een antwoord of stap met `naar:` hierheen wijzen, of haal de knoop weg.",
            ));
        }
    }
}
