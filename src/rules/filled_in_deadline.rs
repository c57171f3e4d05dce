//! R030: termijn ingevuld die geen bron noemt.

use super::Corpus;
use crate::content::common::{LegalElement, LegalStatus};
use crate::content::flow::Node;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R030",
    severity: Severity::Error,
    title: "Termijn die geen bron noemt, toch ingevuld",
    what: "Een termijn of document met status `niet-in-bron` noemt geen getal.",
    why: "Een lezer in nood houdt zich aan het getal. Klopt het niet, dan schaden wij die lezer.",
    wrong: r"termijn:
  tekst: Binnen 8 dagen.
  status: niet-in-bron",
    right: r"termijn:
  tekst: Geen enkele bron noemt een termijn. Vraag het de trajectbegeleider.
  status: niet-in-bron",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, flow) in corpus.flows() {
        for (i, node) in flow.nodes.iter().enumerate() {
            let elements: [(&str, Option<&LegalElement>); 2] = match node {
                Node::Vraag(_) => continue,
                Node::Stap(step) => [("termijn", step.deadline.as_ref()), ("document", step.document.as_ref())],
                Node::Einde(outcome) => [("termijn", Some(&outcome.deadline)), ("document", None)],
            };
            for (key, element) in elements.into_iter().filter_map(|(key, element)| Some((key, element?))) {
                if element.status == LegalStatus::NietInBron && names_a_term(element.text.as_str()) {
                    found.push(RULE.found(
                        &file.path,
                        Some(file.place(&format!("/knopen/{i}/{key}/tekst"))),
                        format!("Geen enkele bron noemt dit, zegt de status. Toch staat er een getal bij `{key}`."),
                        "Haal het getal weg en zeg wie de lezer het vraagt, of zet de bron erbij en `status: te-controleren`.",
                    ));
                }
            }
        }
    }
}

/// Whether a text names a number of days, weeks and so on.
fn names_a_term(text: &str) -> bool {
    const UNITS: [&str; 8] = ["uur", "uren", "dag", "dagen", "werkdagen", "week", "weken", "maanden"];
    let words: Vec<String> = crate::dutch::tokens(text);
    words.windows(2).any(|pair| pair[0].chars().all(|c| c.is_ascii_digit()) && UNITS.contains(&pair[1].as_str()))
}
