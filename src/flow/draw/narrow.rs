//! The narrow drawing: one column of boxes under each other. The answers of a question hang on a
//! trunk below it; one leads straight down to the next box, the others to a lane at the right.

use super::super::graph::{Edge, Graph};
use super::super::report::title;
use super::order::downward;
use super::text::Face;
use super::{Area, Caption, Drawing, Paper, Point, START, Stroke, real};
use crate::content::flow::Node;

const WIDTH: f64 = 328.0;
const BOX: Face = Face { size: 15.0, leading: 20.0, bold: true };
const ANSWER: Face = Face { size: 14.0, leading: 18.0, bold: false };
/// Room for the pen at the side.
const MARGIN: f64 = 2.0;
/// Between the border of a box and its text.
const PADDING: (f64, f64) = (16.0, 10.0);
const ANSWER_PADDING: (f64, f64) = (9.0, 4.0);
/// Where the trunk goes down.
const TRUNK: f64 = 20.0;
/// Where an answer stands that leads to a lane, and one that leads straight down.
const ASIDE: f64 = 34.0;
const ON_TRUNK: f64 = 8.0;
/// Room above an answer, and above a box with and without an arrow to it.
const ANSWER_GAP: f64 = 9.0;
const ARROW_GAP: f64 = 20.0;
const BOX_GAP: f64 = 26.0;
/// Between the column and the first lane, and between lanes.
const LANE_GAP: f64 = 16.0;
const LANE: f64 = 9.0;
/// The lanes together are not wider, however many.
const LANES: f64 = 120.0;
/// Lines in one lane end this far from each other.
const APART: f64 = 8.0;

/// Where a lane's line leaves or enters the column.
#[derive(Debug, Clone, Copy)]
struct Exit {
    edge: usize,
    from: Point,
}

/// The lines to one box, that share a lane: those from above, or those that go back up.
#[derive(Debug)]
struct Net {
    to: usize,
    up: bool,
    exits: Vec<Exit>,
    entry: Point,
    lane: usize,
}

impl Net {
    fn top(&self) -> f64 {
        self.exits.iter().map(|exit| exit.from.y).fold(self.entry.y, f64::min)
    }

    fn bottom(&self) -> f64 {
        self.exits.iter().map(|exit| exit.from.y).fold(self.entry.y, f64::max)
    }
}

/// Draws a flow in one column.
pub fn lay_out(graph: &Graph) -> Drawing {
    let mut lanes = 0;
    loop {
        let (drawing, used) = Column::new(graph, lanes).draw();
        if used <= lanes {
            return drawing;
        }
        // More lanes make the column narrower and may ask for another.
        lanes = used;
    }
}

struct Column<'f, 'g> {
    graph: &'g Graph<'f>,
    order: Vec<usize>,
    place: Vec<usize>,
    lanes: usize,
    right: f64,
    y: f64,
    boxes: Vec<Option<Caption>>,
    answers: Vec<(usize, Caption)>,
    strokes: Vec<Stroke>,
    nets: Vec<Net>,
}

impl<'f, 'g> Column<'f, 'g> {
    fn new(graph: &'g Graph<'f>, lanes: usize) -> Self {
        let order = downward(graph);
        let mut place = vec![0; order.len()];
        for (i, node) in order.iter().enumerate() {
            place[*node] = i;
        }
        let right = match lanes {
            0 => WIDTH - MARGIN,
            _ => WIDTH - MARGIN - LANE_GAP - pitch(lanes) * real(lanes - 1),
        };
        let boxes = order.iter().map(|_| None).collect();
        Self {
            graph,
            order,
            place,
            lanes,
            right,
            y: MARGIN,
            boxes,
            answers: Vec::new(),
            strokes: Vec::new(),
            nets: Vec::new(),
        }
    }

    fn draw(mut self) -> (Drawing, usize) {
        let start = self.start();
        for i in 0..self.order.len() {
            self.node(self.order[i], self.order.get(i + 1).copied());
        }
        let used = self.lanes();
        self.follow_lanes();
        let drawing = Drawing {
            width: WIDTH,
            height: self.y + MARGIN,
            paper: Paper::Portrait,
            boxes: self.boxes.into_iter().flatten().collect(),
            answers: self.answers,
            start,
            strokes: self.strokes,
        };
        (drawing, used)
    }

    fn start(&mut self) -> Caption {
        let lines = vec![START.to_owned()];
        let area = Area {
            x: ON_TRUNK,
            y: self.y,
            width: ANSWER.width(START) + 2.0 * ANSWER_PADDING.0,
            height: ANSWER.leading + 2.0 * ANSWER_PADDING.1,
        };
        self.y = area.bottom();
        self.down(None, self.y);
        Caption { area, lines, face: ANSWER }
    }

    /// Draws the line down the trunk to the next box.
    fn down(&mut self, edge: Option<usize>, from: f64) {
        self.y = from + ARROW_GAP;
        let points = vec![Point { x: TRUNK, y: from }, Point { x: TRUNK, y: self.y }];
        self.strokes.push(Stroke { edge, points, arrow: true });
    }

    fn node(&mut self, node: usize, next: Option<usize>) {
        self.put_box(node);
        let bottom = self.y;
        let leaving = self.leaving(node);
        let down = leaving.iter().find(|(_, edge)| Some(edge.to) == next && edge.from != edge.to).map(|(i, _)| *i);
        if matches!(self.graph.nodes()[node], Node::Vraag(_)) {
            for (edge, _) in leaving.iter().filter(|(i, _)| Some(*i) != down) {
                self.aside(*edge, bottom);
            }
            if let Some(edge) = down {
                self.straight(edge, bottom);
            }
        } else if let Some(edge) = down {
            self.down(Some(edge), bottom);
        }
        if down.is_none() {
            self.y += BOX_GAP;
        }
        if next.is_none() {
            self.y -= BOX_GAP;
        }
    }

    /// Every arrow that leaves a node, with its place in the graph.
    fn leaving(&self, node: usize) -> Vec<(usize, Edge<'f>)> {
        self.graph.edges().iter().copied().enumerate().filter(|(_, edge)| edge.from == node).collect()
    }

    fn put_box(&mut self, node: usize) {
        let width = self.right - MARGIN;
        let lines = BOX.wrap(title(&self.graph.nodes()[node]), width - 2.0 * PADDING.0);
        let ports = self.ports(node);
        let height = BOX.height(&lines) + 2.0 * PADDING.1;
        let area = Area { x: MARGIN, y: self.y, width, height: height.max(real(ports.len() + 1) * APART) };
        for (i, port) in ports.iter().enumerate() {
            let y = area.y + area.height * real(i + 1) / real(ports.len() + 1);
            let at = Point { x: self.right, y };
            match *port {
                Port::Entry { up } => self.net(node, up).entry = at,
                Port::Exit(edge) => self.leave(edge, at),
            }
        }
        self.y = area.bottom();
        self.boxes[node] = Some(Caption { area, lines, face: BOX });
    }

    /// What comes in and goes out at the right side of a box, from top to bottom.
    fn ports(&self, node: usize) -> Vec<Port> {
        let straight = |edge: &Edge| self.place[edge.to] == self.place[edge.from] + 1;
        let mut ports = Vec::new();
        let mut entries = [false, false];
        for (i, edge) in self.graph.edges().iter().enumerate().filter(|(_, edge)| edge.to == node) {
            // Of several answers to the next box, one goes straight down.
            let first = self.leaving(edge.from).iter().find(|(_, other)| other.to == node).map(|(i, _)| *i);
            if !(straight(edge) && first == Some(i)) {
                entries[usize::from(self.is_up(edge))] = true;
            }
        }
        for up in [false, true] {
            if entries[usize::from(up)] {
                ports.push(Port::Entry { up });
            }
        }
        if let (Node::Stap(_), [(i, edge)]) = (&self.graph.nodes()[node], self.leaving(node).as_slice())
            && !straight(edge)
        {
            ports.push(Port::Exit(*i));
        }
        ports
    }

    fn is_up(&self, edge: &Edge) -> bool {
        self.place[edge.to] <= self.place[edge.from]
    }

    /// Puts an answer beside the trunk, with a line to it and on to a lane.
    fn aside(&mut self, edge: usize, from: f64) {
        let caption = self.answer(edge, ASIDE);
        let area = caption.area;
        let middle = area.centre().y;
        let points = vec![Point { x: TRUNK, y: from }, Point { x: TRUNK, y: middle }, Point { x: area.x, y: middle }];
        self.strokes.push(Stroke { edge: Some(edge), points, arrow: false });
        self.leave(edge, Point { x: area.right(), y: middle });
        self.answers.push((edge, caption));
    }

    /// Puts an answer on the trunk, with a line to it and on to the next box.
    fn straight(&mut self, edge: usize, from: f64) {
        let caption = self.answer(edge, ON_TRUNK);
        let points = vec![Point { x: TRUNK, y: from }, Point { x: TRUNK, y: caption.area.y }];
        self.strokes.push(Stroke { edge: Some(edge), points, arrow: false });
        self.down(Some(edge), caption.area.bottom());
        self.answers.push((edge, caption));
    }

    fn answer(&mut self, edge: usize, x: f64) -> Caption {
        self.y += ANSWER_GAP;
        let label = self.graph.edges()[edge].answer.map_or("", |answer| answer.label.as_str());
        let lines = ANSWER.wrap(label, self.right - x - 2.0 * ANSWER_PADDING.0);
        let area = Area {
            x,
            y: self.y,
            width: ANSWER.widest(&lines) + 2.0 * ANSWER_PADDING.0,
            height: ANSWER.height(&lines) + 2.0 * ANSWER_PADDING.1,
        };
        self.y = area.bottom();
        Caption { area, lines, face: ANSWER }
    }

    fn leave(&mut self, edge: usize, from: Point) {
        let arrow = self.graph.edges()[edge];
        let up = self.is_up(&arrow);
        self.net(arrow.to, up).exits.push(Exit { edge, from });
    }

    fn net(&mut self, to: usize, up: bool) -> &mut Net {
        let found = self.nets.iter().position(|net| net.to == to && net.up == up);
        let at = found.unwrap_or_else(|| {
            let entry = Point { x: self.right, y: 0.0 };
            self.nets.push(Net { to, up, exits: Vec::new(), entry, lane: 0 });
            self.nets.len() - 1
        });
        &mut self.nets[at]
    }

    /// Gives every net a lane, short ones closest to the column, and tells how many there are.
    fn lanes(&mut self) -> usize {
        self.nets.sort_by(|a, b| (a.bottom() - a.top()).total_cmp(&(b.bottom() - b.top())));
        let mut lanes: Vec<Vec<(f64, f64)>> = Vec::new();
        for net in &mut self.nets {
            let (top, bottom) = (net.top() - APART, net.bottom() + APART);
            let free = |taken: &Vec<(f64, f64)>| taken.iter().all(|(t, b)| bottom <= *t || top >= *b);
            net.lane = lanes.iter().position(free).unwrap_or(lanes.len());
            if net.lane == lanes.len() {
                lanes.push(Vec::new());
            }
            lanes[net.lane].push((net.top(), net.bottom()));
        }
        lanes.len()
    }

    fn follow_lanes(&mut self) {
        for net in &self.nets {
            let x = self.right + LANE_GAP + pitch(self.lanes) * real(net.lane);
            for exit in &net.exits {
                let points = vec![exit.from, Point { x, y: exit.from.y }, Point { x, y: net.entry.y }, net.entry];
                self.strokes.push(Stroke { edge: Some(exit.edge), points, arrow: true });
            }
        }
    }
}

#[derive(Debug, Clone, Copy)]
enum Port {
    /// Lines from the lanes come in, from below when `up`.
    Entry { up: bool },
    /// The line of a step goes to a lane.
    Exit(usize),
}

fn pitch(lanes: usize) -> f64 {
    LANE.min(LANES / real(lanes))
}
