//! The page of a flow: an overview as nested list, and a section for every node.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use super::Draft;
use super::library::node_title;
use crate::content::KnowledgeBase;
use crate::content::flow::{Flow, Node};

/// Beyond this depth the overview links on instead of going deeper.
const MAX_DEPTH: usize = 8;

/// A draft for every flow.
pub fn drafts(knowledge: &KnowledgeBase) -> Vec<Draft> {
    knowledge.flows.iter().map(|(id, flow)| draft(id, flow)).collect()
}

fn draft(id: &str, flow: &Flow) -> Draft {
    let titles: BTreeMap<&str, &str> = flow.nodes.iter().map(|node| (node.id().as_str(), node_title(node))).collect();
    let walk = Walk::over(flow);
    let nodes: Vec<&Node> = walk.order.iter().filter_map(|id| walk.nodes.get(id).copied()).collect();
    let values = json!({"schema": flow, "overzicht": walk.lines, "knopen": nodes, "titels": titles});
    Draft::new(format!("stroomschemas/{id}.md"), flow.title.as_str(), "stroomschema", values)
        .below("Stroomschema's", "stroomschemas/index.md")
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
        let rest: Vec<_> = rest.filter(|id| !walk.order.contains(id)).collect();
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
    fn every_node_has_a_section_and_cycles_end() {
        let knowledge = knowledge();
        let walk = Walk::over(&knowledge.flows["stoppen"]);
        let mut ids: Vec<_> = walk.order.clone();
        ids.sort_unstable();
        assert_eq!(ids, ["einde-brief", "einde-praten", "los", "praten", "stap-noteren", "veilig"]);
        assert!(walk.lines.iter().any(|line| line.elsewhere));
    }
}
