//! What stands on which row of a wide drawing, and how far to the right.

use std::collections::HashMap;

use dagre::graph::{Graph as Layered, GraphOptions};
use dagre::layout::types::LabelPos;
use dagre::{EdgeLabel, LayoutOptions, NodeLabel, layout};

use super::super::super::graph::Graph;
use super::super::super::report::title;
use super::super::text::Face;
use super::super::{Area, Caption, START, real};
use super::settle::{Spot, settle};
use super::{ANSWER, BOX};

/// Between the border and the text of a box and of an answer.
const PADDING: (f64, f64) = (12.0, 7.0);
const ANSWER_PADDING: (f64, f64) = (8.0, 2.0);
/// The narrowest box.
const LEAST: f64 = 64.0;
/// What stands on a row shares this width before its lines become shorter.
const SPARSE: f64 = 620.0;
/// Where few stand on a row, the lines of boxes and answers become as long as this.
const LONG_BOX: f64 = 200.0;
const LONG_ANSWER: f64 = 170.0;
/// A word up to this width is not broken.
const WORD: f64 = 170.0;
/// Between two things on one row, and between lines.
const BESIDE: f64 = 16.0;
const LINES: f64 = 16.0;
/// A drawing that is wider is squeezed.
const ROOM: f64 = 860.0;

/// What stands on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Item {
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
    pub fn is_line(self) -> bool {
        matches!(self, Self::Pass(_) | Self::Hang(_))
    }
}

/// The way of an arrow: what it meets on each row, from above.
#[derive(Debug, Clone)]
pub struct Way {
    pub edge: Option<usize>,
    pub row: usize,
    pub items: Vec<Item>,
    /// For an arrow that goes back: its target, on a row that is not below.
    pub back: Option<usize>,
}

/// A row holds boxes, or the answers of the boxes on the row above. The start mark has the first.
pub fn row(level: usize) -> usize {
    1 + 2 * level
}

/// How far to the right each item stands, by its row.
pub type Places = HashMap<(usize, Item), f64>;

pub struct Plan<'f, 'g> {
    pub graph: &'g Graph<'f>,
    pub levels: Vec<usize>,
    pub captions: HashMap<Item, Caption>,
    pub ways: Vec<Way>,
    /// How far to the right each item stands on its row.
    pub places: Places,
}

impl<'f, 'g> Plan<'f, 'g> {
    pub fn new(graph: &'g Graph<'f>, levels: Vec<usize>, boxes: f64, answers: f64) -> Self {
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
            let room = room(row(self.levels[i]), boxes, LONG_BOX);
            let mut caption = caption(BOX, PADDING, title(node), room);
            caption.area.width = caption.area.width.max(LEAST);
            captions.insert(Item::Box(i), caption);
        }
        for (i, edge) in self.graph.edges().iter().enumerate() {
            if let Some(answer) = edge.answer {
                let room = room(row(self.levels[edge.from]) + 1, answers, LONG_ANSWER);
                captions.insert(Item::Answer(i), caption(ANSWER, ANSWER_PADDING, answer.label.as_str(), room));
            }
        }
        captions
    }

    /// How wide every row is at least.
    pub fn row_widths(&self) -> Vec<f64> {
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
    pub fn places(&self) -> Places {
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
    pub fn settle(&mut self, seed: &Places) {
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
        // On whole numbers, so that what looks straight is.
        self.places = keys.into_iter().zip(spots).map(|(key, spot)| (key, spot.x.round())).collect();
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
    pub fn every_second_of_the_widest(&self) -> Vec<usize> {
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
}

fn caption(face: Face, (side, above): (f64, f64), text: &str, room: f64) -> Caption {
    let lines = face.wrap(text, room.max(face.widest_word(text).min(WORD)));
    let (width, height) = (face.widest(&lines) + 2.0 * side, face.height(&lines) + 2.0 * above);
    Caption { area: Area { x: 0.0, y: 0.0, width, height }, lines, face }
}

fn key(item: Item) -> String {
    format!("{item:?}")
}
