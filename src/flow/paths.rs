//! The ways through a flow, from the start to an outcome.

use super::graph::{Edge, Graph};

/// A way through a flow: the arrows that are followed, in order.
#[derive(Debug, Clone)]
pub struct Path<'f> {
    /// The arrows. The last leads to an outcome, or goes back to a node passed before.
    pub edges: Vec<Edge<'f>>,
}

/// Every way from the start, in the order of the file. A way ends at an outcome, or at an answer
/// that goes back. None when onward arrows form a loop, or when there are more than `most` ways.
#[must_use]
pub fn paths<'f>(graph: &Graph<'f>, most: usize) -> Option<Vec<Path<'f>>> {
    if !graph.unmarked_loops().is_empty() {
        return None;
    }
    let mut found = Vec::new();
    let mut open = vec![(graph.start(), Vec::new())];
    while let Some((node, edges)) = open.pop() {
        let mut leaving = graph.leaving(node).rev().peekable();
        if leaving.peek().is_none() || ended(&edges) {
            found.push(Path { edges });
            if found.len() > most {
                return None;
            }
            continue;
        }
        open.extend(leaving.map(|edge| (edge.to, edges.iter().chain([edge]).copied().collect())));
    }
    Some(found)
}

/// Whether the last arrow goes back: the rest has been told.
fn ended(edges: &[Edge]) -> bool {
    edges.last().is_some_and(Edge::is_back)
}

#[cfg(test)]
mod tests {
    use super::super::graph::tests::flow;
    use super::*;

    #[test]
    fn tells_every_way_in_order() {
        let flow = flow(&[("a", &["b", "c"]), ("b", &["d", "e"]), ("c", &["e", "<a"]), ("d", &[]), ("e", &[])]);
        let graph = Graph::new(&flow).unwrap();
        let found = paths(&graph, 10).unwrap();
        let ways: Vec<Vec<usize>> = found.iter().map(|way| way.edges.iter().map(|edge| edge.to).collect()).collect();
        assert_eq!(ways, [vec![1, 3], vec![1, 4], vec![2, 4], vec![2, 0]]);
        assert!(paths(&graph, 3).is_none());
    }
}
