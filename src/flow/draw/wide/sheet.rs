//! Draws a plan: how high everything stands, and the lines between.

use super::super::{Caption, Drawing, Paper, Point, Stroke, real};
use super::channel::Pin;
use super::nets::{Bundle, Nets, bundle};
use super::on_paper;
use super::plan::{Item, Places, Plan, Way, row};

/// Room for the pen around the drawing.
const MARGIN: f64 = 3.0;
/// Above a row: for the head of an arrow, or for the line to an answer.
const ABOVE_BOXES: f64 = 17.0;
const ABOVE_ANSWERS: f64 = 8.0;
const BELOW: f64 = 6.0;
/// Between two lines in a channel.
const TRACK: f64 = 8.0;
/// How far a line that passes a row may move aside.
const SLACK: f64 = 6.0;
/// How far beside the middle of a box the lines arrive that come back; at least this far from its side.
const BACK: f64 = 22.0;
const SIDE: f64 = 12.0;

/// Draws a plan that starts from given places.
pub fn draw(mut plan: Plan, seed: &Places) -> Drawing {
    plan.settle(seed);
    let rows = 1 + plan.places.keys().map(|(row, _)| *row).max().unwrap_or_default();
    let channels: Vec<Nets> = (0..rows).map(|row| channel(&mut plan, row)).collect();
    let heights: Vec<f64> = (0..rows).map(|row| row_height(&plan, row)).collect();
    let mut sheet = Sheet { plan: &plan, channels, tops: Vec::new(), heights };
    let mut y = MARGIN;
    for row in 0..rows {
        sheet.tops.push(y);
        y += sheet.heights[row] + sheet.channel_height(row);
    }
    let height = sheet.tops[rows - 1] + sheet.heights[rows - 1] + MARGIN;
    sheet.draw(height)
}

fn row_height(plan: &Plan, row: usize) -> f64 {
    let on_row = plan.places.keys().filter(|(at, _)| *at == row);
    on_row.filter_map(|(_, item)| plan.captions.get(item)).map(|caption| caption.area.height).fold(0.0, f64::max)
}

/// Leads the lines below a row to the next.
fn channel(plan: &mut Plan, row: usize) -> Nets {
    let mut nets = Nets::default();
    for way in &plan.ways {
        for (i, pair) in way.items.windows(2).enumerate() {
            if way.row + i == row {
                nets.top(bundle(way.edge, pair), plan.places[&(row, pair[0])]);
                nets.bottom(bundle(way.edge, pair), pair[1], pin(plan, row + 1, pair[1]));
            }
        }
        let (Some(to), Some(last)) = (way.back, way.items.last()) else { continue };
        let (low, high) = (way.row + way.items.len() - 1, self::row(plan.levels[to]) - 1);
        if high < row && row < low {
            nets.top(Bundle::Line(way.edge), plan.places[&(row, Item::Pass(way.edge))]);
            nets.bottom(Bundle::Line(way.edge), Item::Pass(way.edge), pin(plan, row + 1, Item::Pass(way.edge)));
        }
        if low == row {
            nets.top(Bundle::Line(way.edge), plan.places[&(row, *last)]);
            nets.top(Bundle::Line(way.edge), plan.places[&(row, Item::Pass(way.edge))]);
        }
        if high == row {
            let beside = BACK.min(plan.captions[&Item::Box(to)].area.width / 2.0 - SIDE);
            let at = Pin { x: plan.places[&(row + 1, Item::Box(to))] + beside, slack: 0.0 };
            nets.bottom(Bundle::Back(to), Item::Box(to), at);
            nets.bottom(Bundle::Back(to), Item::Pass(way.edge), pin(plan, row + 1, Item::Pass(way.edge)));
        }
    }
    nets.straighten();
    nets.route();
    for (_, item, x) in nets.entries().filter(|(_, item, _)| matches!(item, Item::Pass(_))) {
        plan.places.insert((row + 1, item), x);
    }
    nets
}

fn pin(plan: &Plan, row: usize, item: Item) -> Pin {
    let slack = match item {
        Item::Answer(_) => plan.captions[&item].area.width / 4.0,
        _ => SLACK,
    };
    Pin { x: plan.places[&(row, item)], slack }
}

/// A plan whose rows have their heights.
struct Sheet<'f, 'g, 'p> {
    plan: &'p Plan<'f, 'g>,
    channels: Vec<Nets>,
    tops: Vec<f64>,
    heights: Vec<f64>,
}

impl Sheet<'_, '_, '_> {
    fn draw(&self, height: f64) -> Drawing {
        let graph = self.plan.graph;
        let boxes = (0..graph.nodes().len()).map(|node| self.caption(row(self.plan.levels[node]), Item::Box(node)));
        let answers = graph.edges().iter().enumerate().filter(|(_, edge)| edge.answer.is_some());
        let answers = answers.map(|(i, edge)| (i, self.caption(row(self.plan.levels[edge.from]) + 1, Item::Answer(i))));
        let strokes = self.plan.ways.iter().flat_map(|way| self.strokes(way)).collect();
        let mut drawing = Drawing {
            width: 0.0,
            height,
            paper: Paper::Portrait,
            boxes: boxes.collect(),
            answers: answers.collect(),
            start: self.caption(0, Item::Start),
            strokes,
        };
        drawing.fit();
        drawing.paper = on_paper(drawing.width, drawing.height).0;
        drawing
    }

    /// How high the channel below a row is.
    fn channel_height(&self, row: usize) -> f64 {
        let next = self.heights.get(row + 1).copied().unwrap_or_default();
        let above = match row % 2 {
            _ if next == 0.0 => TRACK,
            0 => ABOVE_BOXES,
            _ => ABOVE_ANSWERS,
        };
        match self.channels[row].tracks {
            0 if next == 0.0 => 0.0,
            0 => above + BELOW,
            tracks => BELOW + real(tracks - 1) * TRACK + above,
        }
    }

    fn caption(&self, row: usize, item: Item) -> Caption {
        let mut caption = self.plan.captions[&item].clone();
        caption.area.x = self.plan.places[&(row, item)] - caption.area.width / 2.0;
        caption.area.y = self.tops[row];
        caption
    }

    fn strokes(&self, way: &Way) -> Vec<Stroke> {
        let mut strokes = Vec::new();
        let mut points = Vec::new();
        for (i, pair) in way.items.windows(2).enumerate() {
            let row = way.row + i;
            if !matches!(pair[0], Item::Pass(_)) {
                points = vec![self.below(row, pair[0])];
            }
            let bundle = bundle(way.edge, pair);
            let x = self.channels[row].entry(bundle, pair[1]);
            self.sideways(&mut points, row, bundle, x);
            points.push(Point { x, y: self.tops[row + 1] });
            if !matches!(pair[1], Item::Pass(_)) {
                let arrow = matches!(pair[1], Item::Box(_));
                strokes.push(Stroke { edge: way.edge, points: tidy(&points), arrow });
            }
        }
        strokes.extend(way.back.map(|to| self.back(way, to)));
        strokes
    }

    /// The line of an arrow that goes back, from its answer on: down, sideways, up, over its box.
    fn back(&self, way: &Way, to: usize) -> Stroke {
        let (low, high) = (way.row + way.items.len() - 1, row(self.plan.levels[to]) - 1);
        let pass = Item::Pass(way.edge);
        let mut points = vec![self.below(low, way.items[way.items.len() - 1])];
        self.sideways(&mut points, low, Bundle::Line(way.edge), self.plan.places[&(low, pass)]);
        for row in (high + 1..low).rev() {
            let x = self.plan.places[&(row, pass)];
            self.sideways(&mut points, row, Bundle::Line(way.edge), x);
        }
        let entry = self.channels[high].entry(Bundle::Back(to), Item::Box(to));
        self.sideways(&mut points, high, Bundle::Back(to), entry);
        points.push(Point { x: entry, y: self.tops[high + 1] });
        Stroke { edge: way.edge, points: tidy(&points), arrow: true }
    }

    /// The lower side of what stands on a row.
    fn below(&self, row: usize, item: Item) -> Point {
        let height = self.plan.captions.get(&item).map_or(0.0, |caption| caption.area.height);
        Point { x: self.plan.places[&(row, item)], y: self.tops[row] + height }
    }

    /// Goes to `x` along the track of a net in the channel below a row.
    fn sideways(&self, points: &mut Vec<Point>, row: usize, bundle: Bundle, x: f64) {
        let (Some(track), Some(last)) = (self.channels[row].track(bundle), points.last().copied()) else { return };
        let y = self.tops[row] + self.heights[row] + BELOW + real(track) * TRACK;
        points.push(Point { x: last.x, y });
        points.push(Point { x, y });
    }
}

/// The points without those on a straight line.
fn tidy(points: &[Point]) -> Vec<Point> {
    let mut tidied: Vec<Point> = Vec::new();
    for point in points {
        while let [.., a, b] = tidied.as_slice() {
            let straight =
                (a.x - b.x).abs() + (b.x - point.x).abs() < 0.1 || (a.y - b.y).abs() + (b.y - point.y).abs() < 0.1;
            if !straight {
                break;
            }
            tidied.pop();
        }
        tidied.push(*point);
    }
    tidied
}

impl Drawing {
    /// Moves everything to the left as far as it goes, and takes the width.
    fn fit(&mut self) {
        let mut left = f64::INFINITY;
        let mut right = f64::NEG_INFINITY;
        let captions = self.boxes.iter().chain(self.answers.iter().map(|(_, answer)| answer)).chain([&self.start]);
        let spans = captions.map(|caption| (caption.area.x, caption.area.right()));
        for (from, to) in spans.chain(self.strokes.iter().flat_map(|s| s.points.iter().map(|p| (p.x, p.x)))) {
            left = left.min(from);
            right = right.max(to);
        }
        let by = MARGIN - left;
        let captions =
            self.boxes.iter_mut().chain(self.answers.iter_mut().map(|(_, answer)| answer)).chain([&mut self.start]);
        for caption in captions {
            caption.area.x += by;
        }
        for point in self.strokes.iter_mut().flat_map(|stroke| &mut stroke.points) {
            point.x += by;
        }
        self.width = right - left + 2.0 * MARGIN;
    }
}
