//! The nodes of a flow and the arrows between them.

use std::collections::{BTreeSet, HashMap};

use crate::content::flow::{Answer, Flow, Node};

/// An arrow from a node to the next.
#[derive(Debug, Clone, Copy)]
pub struct Edge<'f> {
    /// Where it starts: the place of the node in the file.
    pub from: usize,
    /// Where it leads.
    pub to: usize,
    /// The answer that leads this way; none after a step.
    pub answer: Option<&'f Answer>,
}

impl Edge<'_> {
    /// Whether the file says that this answer goes back to an earlier node.
    #[must_use]
    pub fn is_back(&self) -> bool {
        self.answer.is_some_and(|answer| answer.back)
    }
}

/// A flow whose ids are unique and whose targets exist. Nodes are told apart by their place in the
/// file, counted from 0.
#[derive(Debug)]
pub struct Graph<'f> {
    nodes: &'f [Node],
    start: usize,
    edges: Vec<Edge<'f>>,
    leaving: Vec<Vec<usize>>,
}

impl<'f> Graph<'f> {
    /// The graph of a flow; none when an id stands twice or a target doesn't exist.
    #[must_use]
    pub fn new(flow: &'f Flow) -> Option<Self> {
        let places: HashMap<&str, usize> = flow.nodes.iter().enumerate().map(|(i, n)| (n.id().as_str(), i)).collect();
        if places.len() < flow.nodes.len() {
            return None;
        }
        let mut edges = Vec::new();
        for (from, node) in flow.nodes.iter().enumerate() {
            match node {
                Node::Vraag(question) => {
                    for answer in &question.answers {
                        edges.push(Edge { from, to: *places.get(answer.target.as_str())?, answer: Some(answer) });
                    }
                }
                Node::Stap(step) => edges.push(Edge { from, to: *places.get(step.target.as_str())?, answer: None }),
                Node::Einde(_) => {}
            }
        }
        let mut leaving = vec![Vec::new(); flow.nodes.len()];
        for (i, edge) in edges.iter().enumerate() {
            leaving[edge.from].push(i);
        }
        Some(Self { nodes: &flow.nodes, start: *places.get(flow.start.as_str())?, edges, leaving })
    }

    /// The nodes, in the order of the file.
    #[must_use]
    pub const fn nodes(&self) -> &'f [Node] {
        self.nodes
    }

    /// The node where the reader starts.
    #[must_use]
    pub const fn start(&self) -> usize {
        self.start
    }

    /// Every arrow, in the order of the file.
    #[must_use]
    pub fn edges(&self) -> &[Edge<'f>] {
        &self.edges
    }

    /// The arrows that leave a node, in the order of the file.
    #[must_use]
    pub fn leaving(&self, node: usize) -> impl DoubleEndedIterator<Item = &Edge<'f>> {
        self.leaving[node].iter().map(|i| &self.edges[*i])
    }

    /// As [`Self::leaving`], without the arrows that go back.
    #[must_use]
    pub fn onward(&self, node: usize) -> impl DoubleEndedIterator<Item = &Edge<'f>> {
        self.leaving(node).filter(|edge| !edge.is_back())
    }

    /// The nodes that a reader can come to.
    #[must_use]
    pub fn reached(&self) -> BTreeSet<usize> {
        spread(vec![self.start], |node| self.leaving(node).map(|edge| edge.to).collect())
    }

    /// The nodes from which some way leads to an outcome.
    #[must_use]
    pub fn leading_to_an_end(&self) -> BTreeSet<usize> {
        let ends = (0..self.nodes.len()).filter(|i| matches!(self.nodes[*i], Node::Einde(_))).collect();
        spread(ends, |node| self.edges.iter().filter(|edge| edge.to == node).map(|edge| edge.from).collect())
    }

    /// The nodes from which onward arrows lead to `node`, and the node itself.
    #[must_use]
    pub fn before(&self, node: usize) -> BTreeSet<usize> {
        let onward = || self.edges.iter().filter(|edge| !edge.is_back());
        spread(vec![node], |node| onward().filter(|edge| edge.to == node).map(|edge| edge.from).collect())
    }

    /// The arrows that come back to a node that is being passed, though the file doesn't say so: one
    /// for each loop that a walk from the start meets.
    #[must_use]
    pub fn unmarked_loops(&self) -> Vec<Edge<'f>> {
        let mut found = Vec::new();
        let mut done = BTreeSet::new();
        for first in std::iter::once(self.start).chain(0..self.nodes.len()) {
            if !done.contains(&first) {
                self.walk(first, &mut done, &mut found);
            }
        }
        found
    }

    fn walk(&self, first: usize, done: &mut BTreeSet<usize>, found: &mut Vec<Edge<'f>>) {
        let onward = |node| self.onward(node).copied().collect::<Vec<_>>().into_iter();
        let mut way = vec![(first, onward(first))];
        let mut passing = BTreeSet::from([first]);
        while let Some((node, arrows)) = way.last_mut() {
            let Some(edge) = arrows.next() else {
                passing.remove(node);
                done.insert(*node);
                way.pop();
                continue;
            };
            if passing.contains(&edge.to) {
                found.push(edge);
            } else if !done.contains(&edge.to) {
                passing.insert(edge.to);
                way.push((edge.to, onward(edge.to)));
            }
        }
    }

    /// The arrows that the file marks as going back, but that lead to a node the reader didn't pass.
    #[must_use]
    pub fn false_backs(&self) -> Vec<Edge<'f>> {
        let back = self.edges.iter().filter(|edge| edge.is_back());
        back.filter(|edge| !self.before(edge.from).contains(&edge.to)).copied().collect()
    }

    /// The onward way from the start that asks most questions, as its nodes; none when onward
    /// arrows form a loop.
    #[must_use]
    pub fn most_questions(&self) -> Option<Vec<usize>> {
        if !self.unmarked_loops().is_empty() {
            return None;
        }
        let mut best: HashMap<usize, (usize, Option<usize>)> = HashMap::new();
        let mut way = vec![self.start];
        while let Some(&node) = way.last() {
            if let Some(edge) = self.onward(node).find(|edge| !best.contains_key(&edge.to)) {
                way.push(edge.to);
                continue;
            }
            let next = self.onward(node).map(|edge| (best[&edge.to].0, edge.to)).max_by_key(|(count, _)| *count);
            let own = usize::from(matches!(self.nodes[node], Node::Vraag(_)));
            best.insert(node, (own + next.map_or(0, |(count, _)| count), next.map(|(_, to)| to)));
            way.pop();
        }
        Some(std::iter::successors(Some(self.start), |node| best[node].1).collect())
    }
}

/// What can be reached from a set of nodes.
fn spread(mut open: Vec<usize>, next: impl Fn(usize) -> Vec<usize>) -> BTreeSet<usize> {
    let mut reached: BTreeSet<usize> = open.iter().copied().collect();
    while let Some(node) = open.pop() {
        open.extend(next(node).into_iter().filter(|to| reached.insert(*to)));
    }
    reached
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;

    /// A flow from pairs of a node and its targets: none for an outcome, one for a step, more for a
    /// question. A target with `<` before it goes back.
    pub fn flow(nodes: &[(&str, &[&str])]) -> Flow {
        let node = |(id, targets): &(&str, &[&str])| match targets {
            [] => json!({"soort": "einde", "id": id, "titel": format!("Einde {id}"), "actie": id, "wie": ["school"],
                "termijn": {"tekst": "Vraag het.", "status": "niet-in-bron"}, "bron": [{"document": "x"}], "nagekeken": "2026-11-20"}),
            [target] => json!({"soort": "stap", "id": id, "stap": format!("Stap {id}"), "wie": "jij", "naar": target}),
            _ => {
                json!({"soort": "vraag", "id": id, "vraag": format!("Vraag {id}?"), "antwoorden": targets.iter().enumerate().map(|(i, target)|
                json!({"antwoord": format!("Antwoord {}", i + 1), "naar": target.trim_start_matches('<'), "terug": target.starts_with('<')}))
                .collect::<Vec<_>>()})
            }
        };
        serde_json::from_value(json!({
            "titel": "Proef", "kort": "Proef.", "fase": ["nu"], "start": nodes[0].0, "voorbeelden": [],
            "knopen": nodes.iter().map(node).collect::<Vec<_>>(),
            "bron": [{"document": "x"}], "status": "nagelezen", "nagekeken": "2026-11-20", "herzien": "2027-09-01",
        }))
        .unwrap()
    }

    fn names(graph: &Graph, nodes: impl IntoIterator<Item = usize>) -> Vec<String> {
        nodes.into_iter().map(|node| graph.nodes()[node].id().to_string()).collect()
    }

    #[test]
    fn follows_the_arrows() {
        let flow = flow(&[("a", &["b", "c"]), ("b", &["d"]), ("c", &["d", "<a"]), ("d", &[]), ("los", &["d"])]);
        let graph = Graph::new(&flow).unwrap();
        assert_eq!(names(&graph, graph.reached()), ["a", "b", "c", "d"]);
        assert_eq!(names(&graph, graph.leading_to_an_end()), ["a", "b", "c", "d", "los"]);
        assert_eq!(names(&graph, graph.before(3)), ["a", "b", "c", "d", "los"]);
        assert!(graph.unmarked_loops().is_empty());
        assert!(graph.false_backs().is_empty());
        assert_eq!(names(&graph, graph.most_questions().unwrap()), ["a", "c", "d"]);
    }

    #[test]
    fn finds_a_loop_once() {
        let flow = flow(&[("a", &["b"]), ("b", &["c"]), ("c", &["a", "d"]), ("d", &[])]);
        let graph = Graph::new(&flow).unwrap();
        let loops: Vec<_> = graph.unmarked_loops().iter().map(|edge| (edge.from, edge.to)).collect();
        assert_eq!(loops, [(2, 0)]);
        assert_eq!(graph.most_questions(), None);
    }

    #[test]
    fn dangling_and_double_make_no_graph() {
        assert!(Graph::new(&flow(&[("a", &["weg"])])).is_none());
        assert!(Graph::new(&flow(&[("a", &["b"]), ("b", &[]), ("b", &[])])).is_none());
    }
}
