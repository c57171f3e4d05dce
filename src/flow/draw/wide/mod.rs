//! The wide drawing: boxes on levels, with the answers between them. The crate `dagre` finds the order
//! on each level, `settle` how far to the right everything stands; `channel` leads the lines through
//! the room between two rows, so that they never meet a box.

mod channel;
mod nets;
mod plan;
mod settle;
mod sheet;

use super::super::graph::Graph;
use super::order::levels;
use super::text::Face;
use super::{Drawing, Paper, real};
use plan::Plan;
use sheet::draw;

const BOX: Face = Face { size: 14.0, leading: 18.0, bold: false };
const ANSWER: Face = Face { size: 14.0, leading: 17.0, bold: false };
/// The widest that the text of boxes and of answers gets.
const BOX_TEXT: [f64; 6] = [300.0, 240.0, 200.0, 165.0, 135.0, 112.0];
const ANSWER_TEXT: [f64; 3] = [170.0, 130.0, 104.0];
const NARROWEST: (f64, f64) = (96.0, 82.0);
/// The widest drawing.
const WIDEST: f64 = 1040.0;
/// How often a drawing that is too wide gets another level.
const MOST_LEVELS: usize = 12;
/// What it costs that a reader turns the paper.
const TURNED: f64 = 60.0;
/// What a bend costs.
const BEND: f64 = 4.0;
/// A drawing that costs more is too wide or too small.
const UNFIT: f64 = 1000.0;
/// Paper at 96 dots per inch, within the margins, with room for a heading.
const PAPER: [(Paper, f64, f64); 2] = [(Paper::Portrait, 672.0, 900.0), (Paper::Landscape, 1000.0, 580.0)];
/// The smallest letters on paper: 7.5 points.
const SMALLEST: f64 = 10.0;

/// A drawing that is higher is too small on upright paper.
const HIGHEST: f64 = PAPER[0].2 * ANSWER.size / SMALLEST;

/// Draws a flow on levels, with the widths of text that suit it best. Where a row stays too wide,
/// some of its boxes move down a level.
pub fn lay_out(graph: &Graph) -> Drawing {
    let mut least = vec![0; graph.nodes().len()];
    let mut best = best_of(graph, &levels(graph, &least));
    for _ in 0..MOST_LEVELS {
        // More levels help against width only.
        if cost(&best) < UNFIT || (best.width <= WIDEST && best.height > HIGHEST) {
            break;
        }
        let plan = Plan::new(graph, levels(graph, &least), NARROWEST.0, NARROWEST.1);
        for node in plan.every_second_of_the_widest() {
            least[node] = plan.levels[node] + 1;
        }
        let other = best_of(graph, &levels(graph, &least));
        if cost(&other) < cost(&best) {
            best = other;
        }
    }
    best
}

/// The best drawing on given levels.
fn best_of(graph: &Graph, levels: &[usize]) -> Drawing {
    let narrow = Plan::new(graph, levels.to_vec(), NARROWEST.0, NARROWEST.1);
    let seed = narrow.places();
    let mut best = draw(narrow, &seed);
    if best.width > WIDEST {
        return best;
    }
    for boxes in BOX_TEXT {
        for answers in ANSWER_TEXT {
            let plan = Plan::new(graph, levels.to_vec(), boxes, answers);
            if plan.row_widths().into_iter().fold(0.0, f64::max) > WIDEST {
                continue;
            }
            let other = draw(plan, &seed);
            if cost(&other) < cost(&best) {
                best = other;
            }
        }
    }
    best
}

/// How a drawing lies best on paper, and how much smaller it gets there: upright if that can be read.
fn on_paper(width: f64, height: f64) -> (Paper, f64) {
    let scale = |(paper, w, h): (Paper, f64, f64)| (paper, (w / width).min(h / height).min(1.0));
    let [portrait, landscape] = PAPER.map(scale);
    let readable = portrait.1 * ANSWER.size >= SMALLEST;
    if readable || portrait.1 >= landscape.1 { portrait } else { landscape }
}

/// What makes a drawing worse: too wide, too small on paper, many bends and lines of text, much paper.
fn cost(drawing: &Drawing) -> f64 {
    let (_, scale) = on_paper(drawing.width, drawing.height);
    let too_wide = (drawing.width - WIDEST).max(0.0);
    let too_small = (SMALLEST - scale * ANSWER.size).max(0.0);
    let captions = drawing.boxes.iter().chain(drawing.answers.iter().map(|(_, answer)| answer));
    let lines: usize = captions.map(|caption| caption.lines.len().saturating_sub(2).pow(2)).sum();
    let unfit = if too_wide + too_small > 0.0 { UNFIT } else { 0.0 };
    let turned = if drawing.paper == Paper::Landscape { TURNED } else { 0.0 };
    let bends: usize = drawing.strokes.iter().map(|stroke| stroke.points.len().saturating_sub(2)).sum();
    turned
        + unfit
        + BEND * real(bends)
        + 1000.0 * too_small
        + 100.0 * too_wide
        + real(lines)
        + drawing.width * drawing.height / 10_000.0
}
