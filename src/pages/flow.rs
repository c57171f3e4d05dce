//! The pages of a flow, both from the same graph: one to walk through it, and one for paper.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::anchors::Names;
use super::words::slug;
use super::{Draft, PAPER};
use crate::content::KnowledgeBase;
use crate::content::block::Block;
use crate::content::common::{PartyRef, SourceRef};
use crate::content::flow::{Flow, Node};
use crate::flow::{Edge, Graph, draw, title};

/// Two drafts for every flow. `check` has proved that each has a graph.
pub fn drafts(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let flows = knowledge.flows.iter().filter_map(|(id, flow)| Some((id, flow, Graph::new(flow)?)));
    flows.flat_map(|(id, flow, graph)| pair(knowledge, id, flow, &graph)).collect()
}

fn pair(knowledge: &KnowledgeBase, id: &str, flow: &Flow, graph: &Graph) -> [Draft; 2] {
    let walk = Walk::over(graph);
    let titles: BTreeMap<&str, &str> = flow.nodes.iter().map(|node| (node.id().as_str(), title(node))).collect();
    let numbers: BTreeMap<&str, usize> =
        walk.order.iter().enumerate().map(|(i, node)| (graph.nodes()[*node].id().as_str(), i + 1)).collect();
    let nodes: Vec<Value> = walk.order.iter().map(|node| value(knowledge, &graph.nodes()[*node])).collect();
    let path = format!("stroomschemas/{id}.md");
    let paper = format!("stroomschemas/{id}{PAPER}.md");
    let values = json!({
        "schema": flow, "knopen": nodes, "titels": titles, "nummers": numbers, "regels": walk.lines,
        "smal": draw::narrow(graph, "smal"), "breed": draw::wide(graph, "breed"),
        "gegevens": data(knowledge, graph), "bellen": to_call(&nodes), "vragen": shown_on(knowledge, id),
        "site": knowledge.site.title, "scherm": path, "papier": paper,
    });
    let title = flow.title.as_str();
    let (list, above) = ("Stroomschema's", "stroomschemas/index.md");
    [
        Draft::new(path.as_str(), title, "stroomschema", values.clone()).below(list, above),
        Draft::new(paper.as_str(), format!("{title} (op papier)"), "stroomschema-op-papier", values)
            .below(list, above)
            .below(title, &path)
            .unexplained(),
    ]
}

/// The questions whose page shows a flow.
fn shown_on<'k>(knowledge: &'k KnowledgeBase, flow: &str) -> Vec<&'k String> {
    fn shows(block: &Block, flow: &str) -> bool {
        match block {
            Block::Stroomschema(shown) => shown.flow.as_str() == flow,
            Block::Deelvragen(list) => list.questions.iter().any(|q| q.blocks.iter().any(|block| shows(block, flow))),
            _ => false,
        }
    }
    let questions = knowledge.questions.iter();
    questions.filter(|(_, question)| question.blocks.iter().any(|block| shows(block, flow))).map(|(id, _)| id).collect()
}

/// A node as it stands in the file; a step also with the parties whose emergency number it names,
/// an outcome with the years that its sources are of.
fn value(knowledge: &KnowledgeBase, node: &Node) -> Value {
    let mut value = json!(node);
    match node {
        Node::Vraag(_) => {}
        Node::Stap(step) => value["bel"] = json!(numbered(knowledge, step.name.as_str())),
        Node::Einde(outcome) => value["jaren"] = json!(years(knowledge, &outcome.sources)),
    }
    value
}

/// The parties whose emergency number stands in a text.
fn numbered<'k>(knowledge: &'k KnowledgeBase, text: &str) -> Vec<&'k str> {
    let named = |number: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| word == number);
    let parties = knowledge.parties.parties.iter();
    let found = parties.filter(|party| party.emergency_number.as_ref().is_some_and(|number| named(number.as_str())));
    found.map(|party| party.id.as_str()).collect()
}

fn years(knowledge: &KnowledgeBase, list: &[SourceRef]) -> BTreeSet<u16> {
    let named = |id: &str| list.iter().any(|part| part.document.as_str() == id);
    let sources = knowledge.sources.sources.iter().filter(|source| named(source.id.as_str()));
    sources.filter_map(|source| source.year).collect()
}

/// The parties that steps and outcomes name, each once, in the order in which a reader meets them.
fn to_call(nodes: &[Value]) -> Vec<&str> {
    let lists = nodes.iter().map(|node| if node["soort"] == "stap" { &node["bel"] } else { &node["wie"] });
    let mut parties = Vec::new();
    for party in lists.filter_map(Value::as_array).flatten().filter_map(Value::as_str) {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    parties
}

/// What the script needs to walk the flow beside what the page shows, as JSON that can stand in a
/// `script` element.
fn data(knowledge: &KnowledgeBase, graph: &Graph) -> String {
    let nodes: Vec<Value> = (0..graph.nodes().len()).map(|node| node_data(knowledge, graph, node)).collect();
    let data = json!({"start": graph.nodes()[graph.start()].id(), "knopen": nodes}).to_string();
    // Neither the end of the element nor a directive of mdBook's own preprocessors may stand in it.
    data.replace('<', "\\u003c").replace("{{", "{\\u007b")
}

fn node_data(knowledge: &KnowledgeBase, graph: &Graph, node: usize) -> Value {
    let mut names = Names::default();
    let arrows: Vec<Value> = graph
        .leaving(node)
        .map(|edge| {
            let target = graph.nodes()[edge.to].id();
            match edge.answer {
                Some(answer) => {
                    json!({"kenmerk": names.free(&slug(answer.label.as_str())), "naar": target, "terug": answer.back})
                }
                None => json!({"naar": target}),
            }
        })
        .collect();
    let node = &graph.nodes()[node];
    let mut data = json!({"id": node.id(), "soort": kind(node), "pijlen": arrows});
    if let Node::Einde(outcome) = node {
        let called = |id: &PartyRef| knowledge.parties.parties.iter().find(|party| party.id.as_str() == id.as_str());
        let parties = outcome.who.iter().filter_map(called);
        data["wie"] = parties.map(|party| json!({"naam": party.name, "nummer": party.emergency_number})).collect();
    }
    data
}

/// One line of the flow as text: an answer, and what it leads to up to the next choice.
#[derive(Debug, Serialize)]
struct Line<'f> {
    /// How far the line is indented.
    #[serde(rename = "diepte")]
    depth: usize,
    /// The answer that leads here; none on the first line.
    #[serde(rename = "antwoord")]
    answer: Option<&'f str>,
    /// Steps, and the question or outcome after them.
    #[serde(rename = "haltes")]
    stops: Vec<Stop<'f>>,
}

/// A node on a line.
#[derive(Debug, Serialize)]
struct Stop<'f> {
    id: &'f str,
    /// What the node is: question, step or outcome.
    #[serde(rename = "soort")]
    kind: &'static str,
    /// Whether the text has told before what comes after.
    #[serde(rename = "elders")]
    elsewhere: bool,
    /// Whether the file says that this goes back.
    #[serde(rename = "terug")]
    back: bool,
}

/// A walk through a flow from its start; every node is told once.
struct Walk<'f> {
    /// The nodes in the order in which they are told.
    order: Vec<usize>,
    lines: Vec<Line<'f>>,
    seen: BTreeSet<usize>,
}

impl<'f> Walk<'f> {
    fn over(graph: &Graph<'f>) -> Self {
        let mut walk = Self { order: Vec::new(), lines: Vec::new(), seen: BTreeSet::new() };
        let mut open: Vec<(usize, Option<Edge<'f>>)> = vec![(0, None)];
        while let Some((depth, edge)) = open.pop() {
            let (stops, choices) = walk.line(graph, edge);
            walk.lines.push(Line { depth, answer: edge.and_then(|e| e.answer).map(|a| a.label.as_str()), stops });
            open.extend(choices.into_iter().rev().map(|choice| (depth + 1, Some(choice))));
        }
        // What cannot be reached has a section too.
        let rest = (0..graph.nodes().len()).filter(|node| !walk.seen.contains(node));
        walk.order.extend(rest.collect::<Vec<_>>());
        walk
    }

    /// The nodes from an arrow up to the next choice, and the arrows of that choice.
    fn line(&mut self, graph: &Graph<'f>, from: Option<Edge<'f>>) -> (Vec<Stop<'f>>, Vec<Edge<'f>>) {
        let mut stops = Vec::new();
        let (mut node, mut back) = from.map_or((graph.start(), false), |edge| (edge.to, edge.is_back()));
        loop {
            let elsewhere = !self.seen.insert(node);
            let content = &graph.nodes()[node];
            stops.push(Stop { id: content.id().as_str(), kind: kind(content), elsewhere, back });
            if elsewhere {
                return (stops, Vec::new());
            }
            self.order.push(node);
            let leaving: Vec<_> = graph.leaving(node).copied().collect();
            match (content, leaving.first()) {
                (Node::Stap(_), Some(next)) => (node, back) = (next.to, false),
                _ => return (stops, leaving),
            }
        }
    }
}

fn kind(node: &Node) -> &'static str {
    match node {
        Node::Vraag(_) => "vraag",
        Node::Stap(_) => "stap",
        Node::Einde(_) => "einde",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::test_support::knowledge;

    #[test]
    fn a_step_that_names_an_emergency_number_can_call_it() {
        let knowledge = knowledge();
        assert_eq!(numbered(&knowledge, "Bel 112!"), ["hulpdiensten"]);
        assert_eq!(numbered(&knowledge, "Lees pagina 1120"), Vec::<&str>::new());
    }

    #[test]
    fn every_node_is_told_once_and_loops_end() {
        let knowledge = knowledge();
        let graph = Graph::new(&knowledge.flows["stoppen"]).unwrap();
        let walk = Walk::over(&graph);
        let order: Vec<_> = walk.order.iter().map(|node| graph.nodes()[*node].id().as_str()).collect();
        assert_eq!(order, ["veilig", "praten", "einde-praten", "stap-noteren", "einde-brief", "los"]);
        let told: Vec<_> = walk.lines.iter().flat_map(|line| &line.stops).filter(|stop| !stop.elsewhere).collect();
        assert_eq!(told.len(), graph.reached().len());
        let again: Vec<_> = walk.lines.iter().flat_map(|line| &line.stops).filter(|stop| stop.elsewhere).collect();
        assert!(matches!(again[..], [Stop { id: "veilig", back: true, .. }]), "{again:?}");
    }

    #[test]
    fn the_data_of_the_script_cannot_end_it() {
        let mut knowledge = knowledge();
        knowledge.parties.parties[0].name.0 = "</script> {{#include x}}".to_owned();
        if let Node::Vraag(question) = &mut knowledge.flows.get_mut("stoppen").unwrap().nodes[0] {
            question.answers[1].label.0 = "Ja!".to_owned();
        }
        let graph = Graph::new(&knowledge.flows["stoppen"]).unwrap();
        let text = data(&knowledge, &graph);
        assert!(!text.contains("</") && !text.contains("{{"), "{text}");
        let data: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(data["knopen"][3]["wie"][0]["naam"], "</script> {{#include x}}");
        // Two answers whose words differ in signs alone.
        assert_eq!(data["knopen"][0]["pijlen"][0]["kenmerk"], "ja");
        assert_eq!(data["knopen"][0]["pijlen"][1]["kenmerk"], "ja-2");
    }
}
