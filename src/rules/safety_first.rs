//! R027: veiligheid komt niet eerst.

use super::Corpus;
use crate::content::flow::{Node, Outcome};
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::flow::Graph;
use crate::load::CaseFile;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R027",
    severity: Severity::Error,
    title: "Veiligheid komt niet eerst",
    what: "Vragen met `veiligheid: true` komen voor alle andere vragen. Komt de lezer ergens bij een partij met een noodnummer, dan begint het schema met zo'n vraag.",
    why: "Wie bloedt, mag niet eerst over papieren moeten nadenken.",
    wrong: r"start: overeenkomst
(de vraag `gewond` komt later)",
    right: r"start: gewond
knopen:
  - soort: vraag
    id: gewond
    veiligheid: true",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    let emergency = corpus.emergency_parties();
    for (file, graph) in super::graphs(corpus) {
        for (i, node) in graph.nodes().iter().enumerate() {
            match node {
                Node::Vraag(question) if question.safety => late(file, &graph, i, found),
                Node::Einde(end) if end.who.iter().any(|who| emergency.contains(&who.as_str())) => {
                    missing(file, &graph, end, found);
                }
                _ => {}
            }
        }
    }
}

/// Tells when a flow in which somebody calls for help doesn't begin with safety.
fn missing(file: &CaseFile, graph: &Graph, end: &Outcome, found: &mut Vec<Diagnostic>) {
    if matches!(&graph.nodes()[graph.start()], Node::Vraag(question) if question.safety) {
        return;
    }
    found.push(RULE.found(
        &file.path,
        Some(file.place("/start")),
        format!("Einde `{}` roept hulp in, maar het schema begint niet met een vraag over veiligheid.", end.id),
        "Begin met de vraag of iemand in gevaar is, en zet er `veiligheid: true` bij.",
    ));
}

/// Tells when another question can come before this one.
fn late(file: &CaseFile, graph: &Graph, safety: usize, found: &mut Vec<Diagnostic>) {
    let before = graph.before(safety).into_iter().map(|i| &graph.nodes()[i]);
    let Some(other) = before.into_iter().find(|node| matches!(node, Node::Vraag(q) if !q.safety)) else { return };
    found.push(RULE.found(
        &file.path,
        Some(file.place(&format!("/knopen/{safety}/vraag"))),
        format!("Deze vraag gaat over veiligheid, maar vraag `{}` komt ervoor.", other.id()),
        "Zet de vraag over veiligheid eerst.",
    ));
}
