//! A drawing as an `<svg>` element. Looks come from the classes, in `theme/stijl/schema.css`.

use std::fmt::Write as _;

use super::super::graph::Graph;
use super::text::Face;
use super::{Area, Caption, Drawing, Paper, Point, Stroke};
use crate::content::flow::Node;

/// How round the corners of lines are.
const ROUND: f64 = 5.0;
/// How far the corners of a question are cut off.
const CUT: f64 = 10.0;

/// How high a capital is, for each unit of font size.
const CAPITAL: f64 = 0.72;

/// Writes a drawing. `kind` tells the narrow and the wide one apart.
pub fn write(graph: &Graph, drawing: &Drawing, id: &str, kind: &str) -> String {
    let id = escape(id);
    let paper = match drawing.paper {
        Paper::Portrait => "staand",
        Paper::Landscape => "liggend",
    };
    let (width, height) = (number(drawing.width), number(drawing.height));
    // A picture may hold no links, so they stand beside it, hidden from those who have the text list.
    let mut svg = format!(
        "<svg class=\"schema schema-{kind} schema-{paper}\" viewBox=\"0 0 {width} {height}\" style=\"max-width:{width}px\">\n\
         <defs><marker id=\"{id}-pijl\" class=\"schema-pijl\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"10\" \
         markerHeight=\"10\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"><path d=\"M0 0.500L10 5L0 9.500z\"/></marker></defs>\n\
         <g role=\"img\" aria-labelledby=\"{id}-titel\" aria-describedby=\"schema-tekst\">\n<title id=\"{id}-titel\">{}</title>\n",
        escape(&name(graph))
    );
    // Up to its answer a line may share its way with others; from there on it shows that it goes back. That is
    // drawn last: dashes over a full line would hide in it.
    let goes_back = |stroke: &&Stroke| stroke.arrow && stroke.edge.is_some_and(|edge| graph.edges()[edge].is_back());
    let (back, onward): (Vec<&Stroke>, Vec<&Stroke>) = drawing.strokes.iter().partition(goes_back);
    for (strokes, class) in [(onward, "schema-lijn"), (back, "schema-lijn schema-terug")] {
        for stroke in strokes {
            let arrow = if stroke.arrow { format!(" marker-end=\"url(#{id}-pijl)\"") } else { String::new() };
            let _ = writeln!(svg, "<path class=\"{class}\" d=\"{}\"{arrow}/>", rounded(&stroke.points));
        }
    }
    label(&mut svg, &drawing.start, "schema-start");
    for (_, answer) in &drawing.answers {
        label(&mut svg, answer, "schema-antwoord");
    }
    svg.push_str("</g>\n<g aria-hidden=\"true\">\n");
    for (node, caption) in graph.nodes().iter().zip(&drawing.boxes) {
        let (class, shape) = shape(node, caption.area);
        let target = escape(node.id().as_str());
        let _ =
            writeln!(svg, "<a class=\"{class}\" href=\"#knoop-{target}\" tabindex=\"-1\">{shape}{}</a>", text(caption));
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

/// What the drawing shows, in a sentence.
fn name(graph: &Graph) -> String {
    let count = |kind: fn(&Node) -> bool| graph.nodes().iter().filter(|node| kind(node)).count();
    let say = |count: usize, one: &str, more: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {more}"),
    };
    let questions = say(count(|node| matches!(node, Node::Vraag(_))), "vraag", "vragen");
    let steps = say(count(|node| matches!(node, Node::Stap(_))), "stap", "stappen");
    let ends = say(count(|node| matches!(node, Node::Einde(_))), "einde", "eindes");
    let start = super::super::report::title(&graph.nodes()[graph.start()]);
    format!("Tekening van het schema: {questions}, {steps} en {ends}. Het begint bij: {start}")
}

fn label(svg: &mut String, caption: &Caption, class: &str) {
    let Area { x, y, width, height } = caption.area;
    let round = number((height / 2.0).min(12.0));
    let (x, y, width, height) = (number(x), number(y), number(width), number(height));
    let area = format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{round}\"/>");
    let _ = writeln!(svg, "<g class=\"{class}\">{area}{}</g>", text(caption));
}

fn shape(node: &Node, area: Area) -> (&'static str, String) {
    let rect = |round: f64| {
        let (x, y, width, height) = (number(area.x), number(area.y), number(area.width), number(area.height));
        format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"{}\"/>", number(round))
    };
    match node {
        Node::Vraag(_) => ("schema-vraag", format!("<path d=\"{}\"/>", cut(area))),
        Node::Stap(_) => ("schema-stap", rect(0.0)),
        Node::Einde(_) => ("schema-einde", rect((area.height / 2.0).min(18.0))),
    }
}

/// A rectangle without its corners.
fn cut(area: Area) -> String {
    let Area { x, y, width, height } = area;
    let (x, y, right, bottom) = (x, y, x + width, y + height);
    let corners = [
        (x + CUT, y),
        (right - CUT, y),
        (right, y + CUT),
        (right, bottom - CUT),
        (right - CUT, bottom),
        (x + CUT, bottom),
        (x, bottom - CUT),
        (x, y + CUT),
    ];
    let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{} {}", number(*x), number(*y))).collect();
    format!("M{}z", corners.join("L"))
}

fn text(caption: &Caption) -> String {
    let Face { size, leading, .. } = caption.face;
    let middle = caption.area.centre();
    let weight = if caption.face.bold { " class=\"schema-vet\"" } else { "" };
    let top = middle.y - caption.face.height(&caption.lines) / 2.0;
    let mut text = String::new();
    let mut baseline = top + f64::midpoint(leading, CAPITAL * size);
    for line in &caption.lines {
        let _ = write!(
            text,
            "<text{weight} x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"middle\">{}</text>",
            number(middle.x),
            number(baseline),
            number(size),
            escape(line)
        );
        baseline += leading;
    }
    text
}

/// A line with its corners rounded.
fn rounded(points: &[Point]) -> String {
    let mut path = String::new();
    for (i, at) in points.iter().enumerate() {
        let around = i.checked_sub(1).and_then(|before| points.get(before)).zip(points.get(i + 1));
        let Some((before, after)) = around else {
            let _ = write!(path, "{}{} {}", if i == 0 { 'M' } else { 'L' }, number(at.x), number(at.y));
            continue;
        };
        let (from, to) = (towards(*at, *before), towards(*at, *after));
        let _ = write!(
            path,
            "L{} {}Q{} {} {} {}",
            number(from.x),
            number(from.y),
            number(at.x),
            number(at.y),
            number(to.x),
            number(to.y)
        );
    }
    path
}

/// The point a little from `at` in the direction of `other`, at most halfway.
fn towards(at: Point, other: Point) -> Point {
    let (dx, dy) = (other.x - at.x, other.y - at.y);
    let length = dx.hypot(dy);
    let part = if length > 0.0 { (ROUND / length).min(0.5) } else { 0.0 };
    Point { x: at.x + part * dx, y: at.y + part * dy }
}

/// A number with at most one decimal.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;").replace('\'', "&#39;")
}
