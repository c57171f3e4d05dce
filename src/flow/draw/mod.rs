//! Flows as drawings: a narrow one for phones, and a wide one for big screens and A4 paper.
//!
//! A layout makes a [`Drawing`], which is only geometry and can be measured; `svg` writes it down.

mod narrow;
mod order;
mod svg;
pub mod text;
mod wide;

use super::graph::Graph;
use text::Face;

/// A place in a drawing; `y` grows downward.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A rectangle in a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    /// Left side.
    pub x: f64,
    /// Top side.
    pub y: f64,
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

impl Area {
    /// The right side.
    #[must_use]
    pub fn right(self) -> f64 {
        self.x + self.width
    }

    /// The bottom side.
    #[must_use]
    pub fn bottom(self) -> f64 {
        self.y + self.height
    }

    /// The middle.
    #[must_use]
    pub fn centre(self) -> Point {
        Point { x: self.x + self.width / 2.0, y: self.y + self.height / 2.0 }
    }
}

/// Lines of text in an area.
#[derive(Debug, Clone)]
pub struct Caption {
    /// The area, with the room around the text.
    pub area: Area,
    /// The text, in the middle of the area.
    pub lines: Vec<String>,
    /// How the text is set.
    pub face: Face,
}

/// The line of an arrow, or a part of it: to the answer, and from the answer on.
#[derive(Debug, Clone)]
pub struct Stroke {
    /// Which arrow of the graph it is; none from the start mark.
    pub edge: Option<usize>,
    /// The corners of the line.
    pub points: Vec<Point>,
    /// Whether it ends in an arrowhead.
    pub arrow: bool,
}

/// How a drawing lies on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// A4, upright.
    Portrait,
    /// A4, on its side.
    Landscape,
}

/// A drawing of a flow, as geometry.
#[derive(Debug, Clone)]
pub struct Drawing {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// How it fits best on paper.
    pub paper: Paper,
    /// The box of every node of the graph, in the order of the file.
    pub boxes: Vec<Caption>,
    /// The answers, each with the place of its arrow in the graph.
    pub answers: Vec<(usize, Caption)>,
    /// The mark that shows where to start.
    pub start: Caption,
    /// The lines.
    pub strokes: Vec<Stroke>,
}

/// The narrow drawing of a flow as an `<svg>` element, for a page that holds `id` once.
#[must_use]
pub fn narrow(graph: &Graph, id: &str) -> String {
    svg::write(graph, &narrow_drawing(graph), id, "smal")
}

/// The wide drawing of a flow as an `<svg>` element, for a page that holds `id` once.
#[must_use]
pub fn wide(graph: &Graph, id: &str) -> String {
    svg::write(graph, &wide_drawing(graph), id, "breed")
}

/// The geometry of [`narrow`].
#[must_use]
pub fn narrow_drawing(graph: &Graph) -> Drawing {
    narrow::lay_out(graph)
}

/// The geometry of [`wide`].
#[must_use]
pub fn wide_drawing(graph: &Graph) -> Drawing {
    wide::lay_out(graph)
}

/// What the start mark says.
const START: &str = "Start";

fn real(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}
