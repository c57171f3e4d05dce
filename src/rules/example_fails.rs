//! R028: voorbeeld dat ergens anders uitkomt.

use super::{Corpus, nearest};
use crate::content::common::Line;
use crate::content::flow::{Flow, Node};
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::flow::{Graph, Misstep, follow};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R028",
    severity: Severity::Error,
    title: "Het voorbeeld komt ergens anders uit",
    what: "Wie de antwoorden van een voorbeeld geeft, komt bij het `einde` dat erbij staat.",
    why: "Voorbeelden zijn de proef op de som: na een wijziging zie je meteen of iemand nu verkeerd uitkomt.",
    wrong: r"- situatie: Geen briefje
  antwoorden: [Nee]
  einde: alles-in-orde",
    right: r"- situatie: Geen briefje
  antwoorden: [Nee]
  einde: vraag-een-briefje",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, flow) in corpus.flows() {
        let Some(graph) = Graph::new(flow) else { continue };
        for (i, example) in flow.examples.iter().enumerate() {
            let (pointer, message, help) = match follow(&graph, &example.answers) {
                Ok(end) if flow.nodes[end].id().as_str() == example.outcome.as_str() => continue,
                Ok(end) => (
                    "einde".to_owned(),
                    format!(
                        "Met deze antwoorden kom je bij `{}`, niet bij `{}`.",
                        flow.nodes[end].id(),
                        example.outcome
                    ),
                    "Verbeter het voorbeeld, of laat het antwoord in het schema ergens anders heen leiden.".to_owned(),
                ),
                Err(misstep) => {
                    let given: Vec<&str> = example.answers.iter().map(Line::as_str).collect();
                    told(flow, &misstep, &given)
                }
            };
            let place = file.place(&format!("/voorbeelden/{i}/{pointer}"));
            found.push(RULE.found(&file.path, Some(place), message, help));
        }
    }
}

/// Where in the example, what is wrong, and what to do.
fn told(flow: &Flow, misstep: &Misstep, given: &[&str]) -> (String, String, String) {
    let labels = |question: usize| match &flow.nodes[question] {
        Node::Vraag(q) => q.answers.iter().map(|answer| answer.label.as_str()).collect(),
        _ => Vec::new(),
    };
    let choices =
        |question: usize| labels(question).iter().map(|label| format!("`{label}`")).collect::<Vec<_>>().join(", ");
    let id = |node: usize| flow.nodes[node].id();
    match *misstep {
        Misstep::NoSuchAnswer { question, answer } => (
            format!("antwoorden/{answer}"),
            format!("Vraag `{}` heeft geen antwoord `{}`.", id(question), given[answer]),
            nearest(given[answer], &labels(question))
                .map_or_else(|| format!("Kies uit: {}.", choices(question)), |near| format!("Bedoel je `{near}`?")),
        ),
        Misstep::TooFew { question } => (
            "antwoorden".to_owned(),
            format!("De antwoorden stoppen bij vraag `{}`.", id(question)),
            format!("Voeg een antwoord toe: {}.", choices(question)),
        ),
        Misstep::TooMany { answer } => (
            format!("antwoorden/{answer}"),
            format!("Het einde is al bereikt voor het antwoord `{}`.", given[answer]),
            "Haal dit antwoord en alles erna weg.".to_owned(),
        ),
        Misstep::Endless => (
            "antwoorden".to_owned(),
            "Met deze antwoorden kom je nooit bij een einde.".to_owned(),
            "Kijk waar de stappen van het schema heen leiden.".to_owned(),
        ),
    }
}
