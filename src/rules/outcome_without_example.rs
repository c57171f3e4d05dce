//! R029: einde zonder voorbeeld.

use super::Corpus;
use crate::content::flow::Node;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R029",
    severity: Severity::Error,
    title: "Einde zonder voorbeeld",
    what: "Elk einde van een stroomschema komt in minstens één voorbeeld voor.",
    why: "Anders merkt niemand het als een wijziging dat einde onbereikbaar maakt, of er de verkeerde mensen heen stuurt.",
    wrong: r"voorbeelden: (geen enkel met `einde: bellen`)",
    right: r"voorbeelden:
  - situatie: De leerling neemt niet op
    antwoorden: [Nee]
    einde: bellen",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, flow) in corpus.flows() {
        for (i, node) in flow.nodes.iter().enumerate() {
            let Node::Einde(outcome) = node else { continue };
            if flow.examples.iter().any(|example| example.outcome.as_str() == outcome.id.as_str()) {
                continue;
            }
            found.push(RULE.found(
                &file.path,
                Some(file.place(&format!("/knopen/{i}/id"))),
                format!("Geen enkel voorbeeld komt bij einde `{}`.", outcome.id),
                "Voeg bij `voorbeelden` een situatie toe met de antwoorden die hier uitkomen.",
            ));
        }
    }
}
