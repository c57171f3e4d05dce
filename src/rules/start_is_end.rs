//! R020: start is een einde.

use super::Corpus;
use crate::content::flow::Node;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R020",
    severity: Severity::Error,
    title: "Het schema begint bij een einde",
    what: "Een stroomschema heeft één begin: de knoop bij `start`. Dat is een vraag of een stap.",
    why: "Wie bij een einde begint, krijgt geen vraag en ziet de rest van het schema nooit.",
    wrong: r"start: einde-bellen",
    right: r"start: eerste-vraag",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, graph) in super::graphs(corpus) {
        let start = &graph.nodes()[graph.start()];
        if matches!(start, Node::Einde(_)) {
            found.push(RULE.found(
                &file.path,
                Some(file.place("/start")),
                format!("Het schema begint bij `{}`, en dat is een einde.", start.id()),
                "Zet bij `start` de `id` van de eerste vraag of stap.",
            ));
        }
    }
}
