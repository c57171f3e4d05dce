//! R026: twee einden met dezelfde tekst.

use std::collections::HashMap;

use super::Corpus;
use crate::content::flow::Node;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::dutch::tokens;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R026",
    severity: Severity::Error,
    title: "Twee einden met dezelfde tekst",
    what: "Twee einden van een stroomschema hebben niet dezelfde `titel` of dezelfde `actie`.",
    why: "Zijn ze hetzelfde, dan is één einde genoeg. Zijn ze anders, dan moet de lezer dat zien.",
    wrong: r"- soort: einde
  id: a
  actie: Bel de school.
- soort: einde
  id: b
  actie: Bel de school.",
    right: r"(één einde, waar twee antwoorden heen leiden)",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, flow) in corpus.flows() {
        let mut seen: HashMap<(&str, Vec<String>), &str> = HashMap::new();
        for (i, node) in flow.nodes.iter().enumerate() {
            let Node::Einde(outcome) = node else { continue };
            for (key, text) in [("titel", outcome.title.as_str()), ("actie", outcome.action.as_str())] {
                if let Some(first) = seen.insert((key, tokens(text)), outcome.id.as_str()) {
                    found.push(RULE.found(
                        &file.path,
                        Some(file.place(&format!("/knopen/{i}/{key}"))),
                        format!("Einde `{}` heeft dezelfde `{key}` als einde `{first}`.", outcome.id),
                        "Maak er één einde van, of schrijf wat er anders is.",
                    ));
                }
            }
        }
    }
}
