//! Decision flows as graphs: what can be proved of them, and the ways through them. Knows nothing of
//! pages or mdBook.

pub mod draw;
mod example;
mod graph;
mod paths;
mod report;

pub use example::{Misstep, follow};
pub use graph::{Edge, Graph};
pub use paths::{Path, paths};
pub use report::{report, title};
