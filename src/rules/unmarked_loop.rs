//! R021: lus die niet als teruggaan is aangeduid.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::flow::Edge;
use crate::load::CaseFile;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R021",
    severity: Severity::Error,
    title: "Lus zonder `terug`",
    what: "Gaat een antwoord terug naar een knoop waar de lezer al was, dan staat er `terug: true` bij. Bij een antwoord dat verder gaat, staat dat niet.",
    why: "De lezer moet weten dat die teruggaat. En zonder dat woord kan het programma een vergissing niet van een bedoelde lus onderscheiden.",
    wrong: r"- antwoord: Nog niet
  naar: eerste-vraag",
    right: r"- antwoord: Nog niet
  naar: eerste-vraag
  terug: true",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, graph) in super::graphs(corpus) {
        let id = |node: usize| graph.nodes()[node].id();
        for edge in graph.unmarked_loops() {
            let help = if edge.answer.is_some() {
                "Schrijf `terug: true` bij dit antwoord als dat de bedoeling is, of laat het verder gaan."
            } else {
                "Een stap kan niet teruggaan. Zet er een vraag tussen, met een antwoord met `terug: true`."
            };
            let message =
                format!("Van `{}` gaat het terug naar `{}`, en dat staat er niet bij.", id(edge.from), id(edge.to));
            found.push(RULE.found(&file.path, Some(file.place(&pointer(file, &edge))), message, help));
        }
        for edge in graph.false_backs() {
            found.push(RULE.found(
                &file.path,
                Some(file.place(&pointer(file, &edge))),
                format!(
                    "Hier staat `terug: true`, maar wie bij `{}` is, kwam niet langs `{}`.",
                    id(edge.from),
                    id(edge.to)
                ),
                "Haal `terug: true` weg.",
            ));
        }
    }
}

/// Where the target of an arrow stands.
fn pointer(file: &CaseFile, edge: &Edge) -> String {
    let node = format!("/knopen/{}", edge.from);
    let Some(answer) = edge.answer else { return format!("{node}/naar") };
    let labels = (0..).map_while(|i| file.text_at(&format!("{node}/antwoorden/{i}/antwoord")));
    let place = labels.enumerate().find(|(i, label)| {
        let target = file.text_at(&format!("{node}/antwoorden/{i}/naar"));
        *label == answer.label.as_str() && target == Some(answer.target.as_str())
    });
    place.map_or(node.clone(), |(i, _)| format!("{node}/antwoorden/{i}/naar"))
}
