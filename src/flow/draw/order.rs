//! In which order and on which level nodes are drawn.

use std::collections::HashSet;

use super::super::graph::Graph;

/// The nodes from top to bottom, so that onward arrows lead down: after a node comes its smallest
/// branch, so that short branches end close to their question.
pub fn downward(graph: &Graph) -> Vec<usize> {
    let down = onward(graph);
    let sizes: Vec<usize> = (0..down.len()).map(|node| size(&down, node)).collect();
    let mut finished = Vec::new();
    let mut seen = HashSet::new();
    // What cannot be reached from the start comes last: so it is visited first.
    for root in (0..down.len()).rev().filter(|node| *node != graph.start()).chain([graph.start()]) {
        if root == graph.start() || is_root(&down, root) {
            visit(&down, &sizes, root, &mut seen, &mut finished);
        }
    }
    finished.reverse();
    finished
}

/// The level of every node: one below the lowest node that leads to it, and at least what `least` asks.
pub fn levels(graph: &Graph, least: &[usize]) -> Vec<usize> {
    let down = onward(graph);
    let mut levels = least.to_vec();
    for node in downward(graph) {
        for to in &down[node] {
            levels[*to] = levels[*to].max(levels[node] + 1);
        }
    }
    levels
}

/// Where arrows lead that are drawn downward: without those that go back, and without loops that
/// nobody marked.
fn onward(graph: &Graph) -> Vec<Vec<usize>> {
    let loops: HashSet<(usize, usize)> = graph.unmarked_loops().iter().map(|edge| (edge.from, edge.to)).collect();
    let of = |node| {
        let targets = graph.onward(node).map(|edge| edge.to).filter(|to| !loops.contains(&(node, *to)));
        targets.collect()
    };
    (0..graph.nodes().len()).map(of).collect()
}

fn is_root(down: &[Vec<usize>], node: usize) -> bool {
    down.iter().all(|targets| !targets.contains(&node))
}

/// How many nodes a node leads to.
fn size(down: &[Vec<usize>], node: usize) -> usize {
    let mut seen = HashSet::from([node]);
    let mut open = vec![node];
    while let Some(node) = open.pop() {
        open.extend(down[node].iter().copied().filter(|to| seen.insert(*to)));
    }
    seen.len()
}

fn visit(down: &[Vec<usize>], sizes: &[usize], root: usize, seen: &mut HashSet<usize>, finished: &mut Vec<usize>) {
    if !seen.insert(root) {
        return;
    }
    let branches = |node: usize| {
        // Of equal branches the first answer's comes first, so it is visited last.
        let mut branches: Vec<usize> = down[node].iter().rev().copied().collect();
        branches.sort_by_key(|to| std::cmp::Reverse(sizes[*to]));
        branches.into_iter()
    };
    let mut way = vec![(root, branches(root))];
    while let Some((node, open)) = way.last_mut() {
        match open.next() {
            Some(to) if seen.insert(to) => way.push((to, branches(to))),
            Some(_) => {}
            None => {
                finished.push(*node);
                way.pop();
            }
        }
    }
}
