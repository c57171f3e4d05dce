//! Decision flows as graphs: what can be proved of them, and the ways through them. Knows nothing of
//! pages or mdBook.

mod example;
mod graph;
mod paths;

pub use example::{Misstep, follow};
pub use graph::{Edge, Graph};
pub use paths::{Path, paths};
