//! The wide drawing: boxes on levels, with the answers between them. The crate `dagre` finds the
//! order on each level and how far to the right everything stands; `channel` leads the lines through
//! the room between two rows, so that they never meet a box.

use std::collections::HashMap;

use dagre::graph::{Graph as Layered, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, layout};

use super::super::graph::Graph;
use super::super::report::title;
use super::channel::{Net, Pin, route};
use super::order::levels;
use super::settle::{Spot, settle};
use super::text::Face;
use super::{Area, Caption, Drawing, Paper, Point, START, Stroke, real};

const BOX: Face = Face { size: 14.0, leading: 18.0, bold: false };
const ANSWER: Face = Face { size: 14.0, leading: 17.0, bold: false };
const PADDING: (f64, f64) = (12.0, 7.0);
const ANSWER_PADDING: (f64, f64) = (8.0, 2.0);
/// The widest that the text of boxes and of answers gets.
const BOX_TEXT: [f64; 6] = [300.0, 240.0, 200.0, 165.0, 135.0, 112.0];
const ANSWER_TEXT: [f64; 3] = [170.0, 130.0, 104.0];
const NARROWEST: (f64, f64) = (96.0, 82.0);
/// The narrowest box.
const LEAST: f64 = 64.0;
/// What stands on a row shares this width before its lines become shorter.
const SPARSE: f64 = 620.0;
/// A word up to this width is not broken.
const WORD: f64 = 170.0;
/// Between two things on one row, and between lines.
const BESIDE: f64 = 16.0;
const LINES: f64 = 16.0;
/// A line that is no further beside the middle of what stands below goes straight down.
const ASTRAY: f64 = 9.0;
/// How far a line that passes a row may move aside.
const SLACK: f64 = 6.0;
/// Room for the pen around the drawing.
const MARGIN: f64 = 3.0;
/// The widest drawing.
const WIDEST: f64 = 1040.0;
/// A drawing that is wider is squeezed.
const ROOM: f64 = 860.0;
/// How often a drawing that is too wide gets another level.
const MOST_LEVELS: usize = 12;
/// What it costs that a reader turns the paper.
const TURNED: f64 = 60.0;
/// A drawing that costs more is too wide or too small.
const UNFIT: f64 = 1000.0;
/// Above a row: for the head of an arrow, for the line to an answer, for a bend.
const ABOVE_BOXES: f64 = 17.0;
const ABOVE_ANSWERS: f64 = 8.0;
const BELOW: f64 = 6.0;
/// Between two lines in a channel.
const TRACK: f64 = 8.0;
/// How far beside the middle of a box the lines arrive that come back.
const BACK: f64 = 22.0;
/// Paper at 96 dots per inch, within the margins, with room for a heading.
const PAPER: [(Paper, f64, f64); 2] = [(Paper::Portrait, 672.0, 900.0), (Paper::Landscape, 1000.0, 580.0)];
/// The smallest letters on paper: 7.5 points.
const SMALLEST: f64 = 10.0;

/// Draws a flow on levels, with the widths of text that suit it best. Where a row stays too wide,
/// some of its boxes move down a level.
pub fn lay_out(graph: &Graph) -> Drawing {
    let mut least = vec![0; graph.nodes().len()];
    let mut best = best_of(graph, &levels(graph, &least));
    for _ in 0..MOST_LEVELS {
        if cost(&best) < UNFIT {
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
    let mut best = narrow.draw(&seed);
    if best.width > WIDEST {
        return best;
    }
    for boxes in BOX_TEXT {
        for answers in ANSWER_TEXT {
            let plan = Plan::new(graph, levels.to_vec(), boxes, answers);
            if plan.row_widths().into_iter().fold(0.0, f64::max) > WIDEST {
                continue;
            }
            let other = plan.draw(&seed);
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
    let bends: usize = drawing.strokes.iter().map(|stroke| stroke.points.len() - 2).sum();
    turned
        + unfit
        + 4.0 * real(bends)
        + 1000.0 * too_small
        + 100.0 * too_wide
        + real(lines)
        + drawing.width * drawing.height / 10_000.0
}

/// What stands on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Item {
    Start,
    Box(usize),
    Answer(usize),
    /// The line of an arrow that passes the row.
    Pass(Option<usize>),
    /// A line that is not drawn, and keeps a box in its place.
    Hang(usize),
    /// Where an arrow that goes back turns: above its box and below its answer.
    Turn(usize, bool),
}

impl Item {
    fn is_line(self) -> bool {
        matches!(self, Self::Pass(_) | Self::Hang(_))
    }
}

/// The way of an arrow: what it meets on each row, from above.
#[derive(Debug, Clone)]
struct Way {
    edge: Option<usize>,
    row: usize,
    items: Vec<Item>,
    /// For an arrow that goes back: its target, on a row that is not below.
    back: Option<usize>,
}

/// A row holds boxes, or the answers of the boxes on the row above. The start mark has the first.
fn row(level: usize) -> usize {
    1 + 2 * level
}

/// How far to the right each item stands, by its row.
type Places = HashMap<(usize, Item), f64>;

struct Plan<'f, 'g> {
    graph: &'g Graph<'f>,
    levels: Vec<usize>,
    captions: HashMap<Item, Caption>,
    ways: Vec<Way>,
    /// How far to the right each item stands on its row.
    places: Places,
}

impl<'f, 'g> Plan<'f, 'g> {
    fn new(graph: &'g Graph<'f>, levels: Vec<usize>, boxes: f64, answers: f64) -> Self {
        let mut plan = Self { graph, levels, captions: HashMap::new(), ways: Vec::new(), places: HashMap::new() };
        plan.ways = plan.ways();
        plan.captions = plan.captions(boxes, answers);
        plan
    }

    /// The texts, in lines of at most the given widths; where few stand on a row, lines are longer.
    fn captions(&self, boxes: f64, answers: f64) -> HashMap<Item, Caption> {
        let mut crowd: HashMap<usize, usize> = HashMap::new();
        for way in &self.ways {
            let on_own = |(i, item): (usize, &Item)| (i > 0 && !matches!(item, Item::Box(_))).then_some(way.row + i);
            way.items.iter().enumerate().filter_map(on_own).for_each(|row| *crowd.entry(row).or_default() += 1);
        }
        self.levels.iter().for_each(|level| *crowd.entry(row(*level)).or_default() += 1);
        let room = |row: usize, least: f64, most: f64| {
            let share = SPARSE / real(crowd.get(&row).copied().unwrap_or(1));
            (share - BESIDE - 2.0 * PADDING.0).clamp(least, most.max(least))
        };
        let mut captions = HashMap::from([(Item::Start, caption(ANSWER, ANSWER_PADDING, START, answers))]);
        for (i, node) in self.graph.nodes().iter().enumerate() {
            let room = room(row(self.levels[i]), boxes, 200.0);
            let mut caption = caption(BOX, PADDING, title(node), room);
            caption.area.width = caption.area.width.max(LEAST);
            captions.insert(Item::Box(i), caption);
        }
        for (i, edge) in self.graph.edges().iter().enumerate() {
            if let Some(answer) = edge.answer {
                let room = room(row(self.levels[edge.from]) + 1, answers, 170.0);
                captions.insert(Item::Answer(i), caption(ANSWER, ANSWER_PADDING, answer.label.as_str(), room));
            }
        }
        captions
    }

    /// How wide every row is at least.
    fn row_widths(&self) -> Vec<f64> {
        let mut widths = Vec::new();
        let mut add = |row: usize, width: f64| {
            widths.resize(widths.len().max(row + 1), -BESIDE);
            widths[row] += width;
        };
        for (node, level) in self.levels.iter().enumerate() {
            add(row(*level), self.captions[&Item::Box(node)].area.width + BESIDE);
        }
        for way in &self.ways {
            for (i, item) in way.items.iter().enumerate() {
                match item {
                    Item::Answer(_) => add(way.row + i, self.captions[item].area.width + BESIDE),
                    Item::Pass(_) => add(way.row + i, LINES),
                    _ => {}
                }
            }
        }
        widths
    }

    fn ways(&self) -> Vec<Way> {
        let down = |edge: Option<usize>, row: usize, mut items: Vec<Item>, to: usize| {
            while row + items.len() < self::row(self.levels[to]) {
                items.push(Item::Pass(edge));
            }
            items.push(Item::Box(to));
            Way { edge, row, items, back: None }
        };
        let mut ways = vec![down(None, 0, vec![Item::Start], self.graph.start())];
        for (i, edge) in self.graph.edges().iter().enumerate() {
            let from = row(self.levels[edge.from]);
            let mut items = vec![Item::Box(edge.from)];
            items.extend(edge.answer.map(|_| Item::Answer(i)));
            ways.push(if self.levels[edge.to] > self.levels[edge.from] {
                down(Some(i), from, items, edge.to)
            } else {
                Way { edge: Some(i), row: from, items, back: Some(edge.to) }
            });
        }
        ways
    }

    /// The pieces of all ways between two things that have a size, with the row where they start.
    fn segments(&self) -> Vec<(usize, Vec<Item>)> {
        let mut segments: Vec<(usize, Vec<Item>)> = self.ways.iter().flat_map(|way| self.pieces(way)).collect();
        let reached: Vec<Item> = segments.iter().filter_map(|(_, items)| items.last().copied()).collect();
        // What nothing leads to hangs on the start mark, so that it stays on its row.
        for node in (0..self.levels.len()).filter(|node| !reached.contains(&Item::Box(*node))) {
            let mut items = vec![Item::Start];
            items.resize(row(self.levels[node]), Item::Hang(node));
            items.push(Item::Box(node));
            segments.push((0, items));
        }
        segments
    }

    /// Asks dagre where everything stands.
    fn places(&self) -> Places {
        let segments = &self.segments();
        let mut layered = Layered::with_options(GraphOptions { directed: true, multigraph: false, compound: false });
        for (_, items) in segments {
            for item in items.iter().filter(|item| !item.is_line()) {
                let area =
                    self.captions.get(item).map_or((0.0, 0.0), |caption| (caption.area.width, caption.area.height));
                let label = NodeLabel { width: area.0, height: area.1, ..NodeLabel::default() };
                layered.set_node(key(*item), Some(label));
            }
        }
        for (_, items) in segments {
            let (Some(first), Some(last)) = (items.first(), items.last()) else { continue };
            let label = EdgeLabel {
                minlen: i32::try_from(items.len() - 1).unwrap_or(1),
                labelpos: LabelPos::Center,
                ..EdgeLabel::default()
            };
            layered.set_edge(key(*first), key(*last), Some(label), None);
        }
        let options = LayoutOptions { nodesep: BESIDE, edgesep: LINES, ranksep: 20.0, ..LayoutOptions::default() };
        layout(&mut layered, Some(options));
        let mut places = HashMap::new();
        for (row, items) in segments {
            let (Some(first), Some(last)) = (items.first(), items.last()) else { continue };
            // dagre puts a row of its own between every two of ours.
            let points = layered.edge(&key(*first), &key(*last), None).map_or(&[][..], |edge| &edge.points);
            for (i, item) in items.iter().enumerate() {
                let x = match item {
                    Item::Pass(_) | Item::Hang(_) => points.get(2 * i).map(|point| point.x),
                    _ => layered.node(&key(*item)).and_then(|node| node.x),
                };
                places.insert((row + i, *item), x.unwrap_or_default());
            }
        }
        places
    }

    /// Takes places, pulled apart as far as the texts need, and moves everything closer together again.
    /// The answers stand in the order of the file, if that is free.
    fn settle(&mut self, seed: &Places) {
        let mut keys: Vec<(usize, Item)> = seed.keys().copied().collect();
        keys.sort_by(|a, b| a.0.cmp(&b.0).then(seed[a].total_cmp(&seed[b])));
        let half =
            |key: &(usize, Item)| self.captions.get(&key.1).map_or(LINES, |caption| caption.area.width + BESIDE) / 2.0;
        let neighbours = keys.windows(2).filter(|pair| pair[0].0 == pair[1].0);
        let apart =
            neighbours.map(|pair| (half(&pair[0]) + half(&pair[1])) / (seed[&pair[1]] - seed[&pair[0]]).max(1.0));
        let stretch = apart.fold(1.0, f64::max) * if self.is_mirrored(seed) { -1.0 } else { 1.0 };
        let mut spots: Vec<Spot> =
            keys.iter().map(|key| Spot { row: key.0, x: stretch * seed[key], half: half(key) }).collect();
        let at: HashMap<(usize, Item), usize> = keys.iter().enumerate().map(|(i, key)| (*key, i)).collect();
        let mut links = Vec::new();
        for (row, items) in &self.segments() {
            links.extend(
                items.windows(2).enumerate().map(|(i, pair)| (at[&(row + i, pair[0])], at[&(row + i + 1, pair[1])])),
            );
        }
        settle(&mut spots, &links, ROOM);
        self.places = keys.into_iter().zip(spots).map(|(key, spot)| (key, spot.x)).collect();
    }

    /// Whether more answers stand after the next answer to their question than before it.
    fn is_mirrored(&self, seed: &Places) -> bool {
        let place = |(i, from): (usize, usize)| seed[&(row(self.levels[from]) + 1, Item::Answer(i))];
        let answers = self.graph.edges().iter().enumerate().filter(|(_, edge)| edge.answer.is_some());
        let answers: Vec<(usize, usize)> = answers.map(|(i, edge)| (i, edge.from)).collect();
        let pairs = answers.windows(2).filter(|pair| pair[0].1 == pair[1].1);
        let (right, wrong): (Vec<_>, Vec<_>) = pairs.partition(|pair| place(pair[0]) < place(pair[1]));
        wrong.len() > right.len()
    }

    /// The pieces of a way between two things that have a size.
    fn pieces(&self, way: &Way) -> Vec<(usize, Vec<Item>)> {
        let mut segments: Vec<(usize, Vec<Item>)> = Vec::new();
        let mut first = 0;
        for (i, item) in way.items.iter().enumerate().skip(1) {
            if !item.is_line() {
                segments.push((way.row + first, way.items[first..=i].to_vec()));
                first = i;
            }
        }
        if let (Some(to), Some(edge), Some(last)) = (way.back, way.edge, way.items.last()) {
            let (above, below) = (row(self.levels[to]) - 1, way.row + way.items.len());
            let mut up = vec![Item::Turn(edge, true)];
            up.resize(below - above, Item::Pass(way.edge));
            up.push(Item::Turn(edge, false));
            segments.push((above, up));
            segments.push((above, vec![Item::Turn(edge, true), Item::Box(to)]));
            segments.push((below - 1, vec![*last, Item::Turn(edge, false)]));
        }
        segments
    }

    /// Every second box of the level that takes most room, itself or with its answers.
    fn every_second_of_the_widest(&self) -> Vec<usize> {
        let mut rows: Vec<(usize, f64)> = self.row_widths().into_iter().enumerate().collect();
        rows.sort_by(|a, b| b.1.total_cmp(&a.1));
        // Answers stand one row below their box. The start stays where it is.
        let boxes = |row: usize| {
            let there = |node: &usize| self::row(self.levels[*node]) == row - (row + 1) % 2;
            (0..self.levels.len()).filter(there).skip(1).step_by(2).collect::<Vec<_>>()
        };
        rows.iter()
            .filter(|(row, _)| *row > 0)
            .map(|(row, _)| boxes(*row))
            .find(|boxes| !boxes.is_empty())
            .unwrap_or_default()
    }

    fn draw(mut self, seed: &Places) -> Drawing {
        self.settle(seed);
        let rows = 1 + self.places.keys().map(|(row, _)| *row).max().unwrap_or_default();
        let channels: Vec<Nets> = (0..rows).map(|row| self.channel(row)).collect();
        let heights: Vec<f64> = (0..rows).map(|row| self.height(row)).collect();
        let mut tops = Vec::new();
        let mut y = MARGIN;
        for row in 0..rows {
            tops.push(y);
            y += heights[row] + channels[row].height(row, &heights);
        }
        let height = tops.last().copied().unwrap_or_default() + heights.last().copied().unwrap_or_default() + MARGIN;
        let sheet = Sheet { plan: &self, channels, tops, heights };
        sheet.draw(height)
    }

    fn height(&self, row: usize) -> f64 {
        let on_row = self.places.keys().filter(|(at, _)| *at == row);
        on_row.filter_map(|(_, item)| self.captions.get(item)).map(|caption| caption.area.height).fold(0.0, f64::max)
    }

    /// Leads the lines below a row to the next.
    fn channel(&mut self, row: usize) -> Nets {
        let mut nets = Nets::default();
        for way in &self.ways {
            for (i, pair) in way.items.windows(2).enumerate() {
                if way.row + i == row {
                    nets.top(bundle(way.edge, pair), self.places[&(row, pair[0])]);
                    nets.bottom(bundle(way.edge, pair), pair[1], self.pin(row + 1, pair[1]));
                }
            }
            let (Some(to), Some(last)) = (way.back, way.items.last()) else { continue };
            let (low, high) = (way.row + way.items.len() - 1, self::row(self.levels[to]) - 1);
            if high < row && row < low {
                nets.top(Bundle::Line(way.edge), self.places[&(row, Item::Pass(way.edge))]);
                nets.bottom(Bundle::Line(way.edge), Item::Pass(way.edge), self.pin(row + 1, Item::Pass(way.edge)));
            }
            if low == row {
                nets.top(Bundle::Line(way.edge), self.places[&(row, *last)]);
                nets.top(Bundle::Line(way.edge), self.places[&(row, Item::Pass(way.edge))]);
            }
            if high == row {
                let beside = BACK.min(self.captions[&Item::Box(to)].area.width / 2.0 - PADDING.0);
                let at = Pin { x: self.places[&(row + 1, Item::Box(to))] + beside, slack: 0.0 };
                nets.bottom(Bundle::Back(to), Item::Box(to), at);
                nets.bottom(Bundle::Back(to), Item::Pass(way.edge), self.pin(row + 1, Item::Pass(way.edge)));
            }
        }
        nets.straighten();
        nets.route();
        for (_, item, x) in nets.entries().filter(|(_, item, _)| matches!(item, Item::Pass(_))) {
            self.places.insert((row + 1, item), x);
        }
        nets
    }

    fn pin(&self, row: usize, item: Item) -> Pin {
        let slack = match item {
            Item::Answer(_) => self.captions[&item].area.width / 4.0,
            _ => SLACK,
        };
        Pin { x: self.places[&(row, item)], slack }
    }
}

fn caption(face: Face, (side, above): (f64, f64), text: &str, room: f64) -> Caption {
    let lines = face.wrap(text, room.max(face.widest_word(text).min(WORD)));
    let (width, height) = (face.widest(&lines) + 2.0 * side, face.height(&lines) + 2.0 * above);
    Caption { area: Area { x: 0.0, y: 0.0, width, height }, lines, face }
}

fn key(item: Item) -> String {
    format!("{item:?}")
}

/// Which lines form one net.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Bundle {
    /// From a question to its answers.
    From(usize),
    /// To a box.
    Into(usize),
    /// Back to a box.
    Back(usize),
    /// A line alone.
    Line(Option<usize>),
}

fn bundle(edge: Option<usize>, pair: &[Item]) -> Bundle {
    match pair {
        [Item::Box(from), Item::Answer(_)] => Bundle::From(*from),
        [_, Item::Box(to)] => Bundle::Into(*to),
        _ => Bundle::Line(edge),
    }
}

/// The nets of a channel.
#[derive(Default)]
struct Nets {
    bundles: Vec<Bundle>,
    below: Vec<Vec<Item>>,
    list: Vec<Net>,
    tracks: usize,
}

impl Nets {
    fn at(&mut self, bundle: Bundle) -> usize {
        let found = self.bundles.iter().position(|known| *known == bundle);
        found.unwrap_or_else(|| {
            self.bundles.push(bundle);
            self.below.push(Vec::new());
            self.list.push(Net::default());
            self.list.len() - 1
        })
    }

    fn top(&mut self, bundle: Bundle, x: f64) {
        let at = self.at(bundle);
        self.list[at].tops.push(x);
    }

    fn bottom(&mut self, bundle: Bundle, item: Item, pin: Pin) {
        let at = self.at(bundle);
        if !self.below[at].contains(&item) {
            self.below[at].push(item);
            self.list[at].bottoms.push(pin);
        }
    }

    /// Lets lines enter what stands almost straight below a little beside the middle.
    fn straighten(&mut self) {
        for (net, items) in self.list.iter_mut().zip(&self.below) {
            for (pin, _) in net.bottoms.iter_mut().zip(items).filter(|(_, item)| !item.is_line()) {
                let top = net.tops.iter().copied().min_by(|a, b| (a - pin.x).abs().total_cmp(&(b - pin.x).abs()));
                pin.x = top.filter(|top| (top - pin.x).abs() <= ASTRAY).unwrap_or(pin.x);
            }
        }
    }

    fn route(&mut self) {
        self.tracks = route(&mut self.list);
    }

    /// Where lines enter the row below.
    fn entries(&self) -> impl Iterator<Item = (Bundle, Item, f64)> {
        let nets = self.bundles.iter().zip(self.below.iter().zip(&self.list));
        nets.flat_map(|(bundle, (items, net))| {
            items.iter().zip(&net.bottoms).map(|(item, pin)| (*bundle, *item, pin.x))
        })
    }

    fn entry(&self, bundle: Bundle, item: Item) -> f64 {
        self.entries().find(|(b, i, _)| *b == bundle && *i == item).map_or(0.0, |(_, _, x)| x)
    }

    fn track(&self, bundle: Bundle) -> Option<usize> {
        self.bundles.iter().position(|known| *known == bundle).and_then(|at| self.list[at].track)
    }

    /// How high the channel below a row is.
    fn height(&self, row: usize, heights: &[f64]) -> f64 {
        let next = heights.get(row + 1).copied().unwrap_or_default();
        let above = match row % 2 {
            _ if next == 0.0 => TRACK,
            0 => ABOVE_BOXES,
            _ => ABOVE_ANSWERS,
        };
        match self.tracks {
            0 if next == 0.0 => 0.0,
            0 => above + BELOW,
            tracks => BELOW + real(tracks - 1) * TRACK + above,
        }
    }
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
