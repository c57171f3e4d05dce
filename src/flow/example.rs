//! Following the answers of an example through a flow.

use super::graph::Graph;
use crate::content::common::Line;
use crate::content::flow::Node;

/// Why the answers of an example don't lead to an outcome. Nodes by their place in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misstep {
    /// A question has no such answer.
    NoSuchAnswer {
        /// The question.
        question: usize,
        /// Which answer of the example it is, counted from 0.
        answer: usize,
    },
    /// The answers stop at a question.
    TooFew {
        /// The question that is left open.
        question: usize,
    },
    /// An outcome is reached before all answers are used.
    TooMany {
        /// The first answer of the example that is not needed, counted from 0.
        answer: usize,
    },
    /// Steps lead on without end.
    Endless,
}

/// The outcome where answers lead, one for each question on the way.
///
/// # Errors
/// When the answers lead nowhere.
pub fn follow(graph: &Graph, answers: &[Line]) -> Result<usize, Misstep> {
    let mut given = answers.iter().enumerate();
    let mut node = graph.start();
    // A way that passes each node once for every answer goes round.
    for _ in 0..=(answers.len() + 1) * graph.nodes().len() {
        match &graph.nodes()[node] {
            Node::Einde(_) => {
                return given.next().map_or(Ok(node), |(answer, _)| Err(Misstep::TooMany { answer }));
            }
            Node::Stap(_) => node = graph.leaving(node).next().map_or(node, |edge| edge.to),
            Node::Vraag(_) => {
                let (answer, label) = given.next().ok_or(Misstep::TooFew { question: node })?;
                let edge = graph.leaving(node).find(|edge| edge.answer.is_some_and(|a| a.label == *label));
                node = edge.ok_or(Misstep::NoSuchAnswer { question: node, answer })?.to;
            }
        }
    }
    Err(Misstep::Endless)
}
