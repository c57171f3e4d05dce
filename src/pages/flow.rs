//! The page of a flow: an overview as nested list, and a section for every node.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::Draft;
use crate::content::KnowledgeBase;
use crate::content::common::SourceRef;
use crate::content::flow::{Flow, Node};
use crate::flow::title;

/// Beyond this depth the overview links on instead of going deeper.
const MAX_DEPTH: usize = 8;

/// A draft for every flow.
pub fn drafts(knowledge: &KnowledgeBase) -> Vec<Draft> {
    knowledge.flows.iter().map(|(id, flow)| draft(knowledge, id, flow)).collect()
}

fn draft(knowledge: &KnowledgeBase, id: &str, flow: &Flow) -> Draft {
    let titles: BTreeMap<&str, &str> = flow.nodes.iter().map(|node| (node.id().as_str(), title(node))).collect();
    let walk = Walk::over(flow);
    let nodes = walk.order.iter().filter_map(|id| walk.nodes.get(id).copied());
    let nodes: Vec<Value> = nodes.map(|node| value(knowledge, node)).collect();
    let values = json!({"schema": flow, "overzicht": walk.lines, "knopen": nodes, "titels": titles});
    Draft::new(format!("stroomschemas/{id}.md"), flow.title.as_str(), "stroomschema", values)
        .below("Stroomschema's", "stroomschemas/index.md")
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

/// One line of the overview.
#[derive(Debug, Serialize)]
struct Line<'f> {
    /// How far the line is indented.
    #[serde(rename = "diepte")]
    depth: usize,
    /// The answer that leads here.
    #[serde(rename = "antwoord")]
    answer: Option<&'f str>,
    /// The node.
    #[serde(rename = "naar")]
    target: &'f str,
    /// What the node is: question, step or outcome.
    #[serde(rename = "soort")]
    kind: &'static str,
    /// Whether the list says elsewhere what comes after.
    #[serde(rename = "elders")]
    elsewhere: bool,
}

/// A walk through a flow from its start; every node is unfolded once.
struct Walk<'f> {
    nodes: BTreeMap<&'f str, &'f Node>,
    seen: BTreeSet<&'f str>,
    order: Vec<&'f str>,
    lines: Vec<Line<'f>>,
}

impl<'f> Walk<'f> {
    fn over(flow: &'f Flow) -> Self {
        let nodes = flow.nodes.iter().map(|node| (node.id().as_str(), node)).collect();
        let mut walk = Self { nodes, seen: BTreeSet::new(), order: Vec::new(), lines: Vec::new() };
        walk.unfold(flow.start.as_str());
        // What cannot be reached from the start, or lies too deep for the list, has a section too.
        let rest = flow.nodes.iter().map(|node| node.id().as_str());
        let rest: Vec<_> = rest.filter(|id| !walk.seen.contains(id)).collect();
        walk.order.extend(rest);
        walk
    }

    fn unfold(&mut self, start: &'f str) {
        let mut open = vec![(0, None, start)];
        while let Some((depth, answer, id)) = open.pop() {
            let Some(node) = self.nodes.get(id).copied() else { continue };
            let elsewhere = depth >= MAX_DEPTH || !self.seen.insert(id);
            self.lines.push(Line { depth, answer, target: id, kind: kind(node), elsewhere });
            if elsewhere {
                continue;
            }
            self.order.push(id);
            match node {
                Node::Vraag(question) => open.extend(
                    question.answers.iter().rev().map(|a| (depth + 1, Some(a.label.as_str()), a.target.as_str())),
                ),
                Node::Stap(step) => open.push((depth, None, step.target.as_str())),
                Node::Einde(_) => {}
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
    fn every_node_has_a_section_and_cycles_end() {
        let knowledge = knowledge();
        let walk = Walk::over(&knowledge.flows["stoppen"]);
        let mut ids: Vec<_> = walk.order.clone();
        ids.sort_unstable();
        assert_eq!(ids, ["einde-brief", "einde-praten", "los", "praten", "stap-noteren", "veilig"]);
        assert!(walk.lines.iter().any(|line| line.elsewhere));
    }
}
