//! Every way through a flow as text, for people who check whether it is right.

use std::fmt::Write as _;

use super::graph::{Edge, Graph};
use super::paths::{Path, paths};
use crate::content::flow::Node;

/// More ways than anybody reads.
const MOST: usize = 2_000;

/// Every way from start to outcome, in Dutch, a line per question or step. None when the ways can't be
/// told: see [`paths`].
#[must_use]
pub fn report(graph: &Graph) -> Option<String> {
    let ways = paths(graph, MOST)?;
    let mut text = format!("{} wegen\n", ways.len());
    for (number, way) in ways.iter().enumerate() {
        let _ = writeln!(text, "\nWeg {}", number + 1);
        tell(&mut text, graph, way);
    }
    Some(text)
}

fn tell(text: &mut String, graph: &Graph, way: &Path) {
    for edge in &way.edges {
        let line = match (&graph.nodes()[edge.from], edge.answer) {
            (node, Some(answer)) => format!("  {} {}", title(node), answer.label),
            (node, None) => format!("  Doe dit: {}", title(node)),
        };
        let _ = writeln!(text, "{line}");
    }
    let last = way.edges.last();
    let end = &graph.nodes()[last.map_or(graph.start(), |edge| edge.to)];
    let turn = if last.is_some_and(Edge::is_back) { "Terug naar" } else { "Einde" };
    let _ = writeln!(text, "  {turn}: {}", title(end));
}

/// What a node is called.
#[must_use]
pub fn title(node: &Node) -> &str {
    match node {
        Node::Vraag(question) => question.question.as_str(),
        Node::Stap(step) => step.name.as_str(),
        Node::Einde(outcome) => outcome.title.as_str(),
    }
}
