//! The lines between two rows of a wide drawing, bundled: what comes from one question or leads to one
//! box runs together.

use super::channel::{Net, Pin, route};
use super::plan::Item;

/// A line that is no further beside the middle of what stands below goes straight down.
const ASTRAY: f64 = 9.0;

/// Which lines form one net.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bundle {
    /// From a question to its answers.
    From(usize),
    /// To a box.
    Into(usize),
    /// Back to a box.
    Back(usize),
    /// A line alone.
    Line(Option<usize>),
}

pub fn bundle(edge: Option<usize>, pair: &[Item]) -> Bundle {
    match pair {
        [Item::Box(from), Item::Answer(_)] => Bundle::From(*from),
        [_, Item::Box(to)] => Bundle::Into(*to),
        _ => Bundle::Line(edge),
    }
}

/// The nets of a channel.
#[derive(Default)]
pub struct Nets {
    bundles: Vec<Bundle>,
    below: Vec<Vec<Item>>,
    lines: Vec<Net>,
    /// How many tracks the lines take.
    pub tracks: usize,
}

impl Nets {
    fn at(&mut self, bundle: Bundle) -> usize {
        let found = self.bundles.iter().position(|known| *known == bundle);
        found.unwrap_or_else(|| {
            self.bundles.push(bundle);
            self.below.push(Vec::new());
            self.lines.push(Net::default());
            self.lines.len() - 1
        })
    }

    pub fn top(&mut self, bundle: Bundle, x: f64) {
        let at = self.at(bundle);
        self.lines[at].tops.push(x);
    }

    pub fn bottom(&mut self, bundle: Bundle, item: Item, pin: Pin) {
        let at = self.at(bundle);
        if !self.below[at].contains(&item) {
            self.below[at].push(item);
            self.lines[at].bottoms.push(pin);
        }
    }

    /// Lets lines enter what stands almost straight below a little beside the middle.
    pub fn straighten(&mut self) {
        for (net, items) in self.lines.iter_mut().zip(&self.below) {
            for (pin, _) in net.bottoms.iter_mut().zip(items).filter(|(_, item)| !item.is_line()) {
                let top = net.tops.iter().copied().min_by(|a, b| (a - pin.x).abs().total_cmp(&(b - pin.x).abs()));
                pin.x = top.filter(|top| (top - pin.x).abs() <= ASTRAY).unwrap_or(pin.x);
            }
        }
    }

    pub fn route(&mut self) {
        self.tracks = route(&mut self.lines);
    }

    /// Where lines enter the row below.
    pub fn entries(&self) -> impl Iterator<Item = (Bundle, Item, f64)> {
        let nets = self.bundles.iter().zip(self.below.iter().zip(&self.lines));
        nets.flat_map(|(bundle, (items, net))| {
            items.iter().zip(&net.bottoms).map(|(item, pin)| (*bundle, *item, pin.x))
        })
    }

    pub fn entry(&self, bundle: Bundle, item: Item) -> f64 {
        self.entries().find(|(b, i, _)| *b == bundle && *i == item).map_or(0.0, |(_, _, x)| x)
    }

    pub fn track(&self, bundle: Bundle) -> Option<usize> {
        self.bundles.iter().position(|known| *known == bundle).and_then(|at| self.lines[at].track)
    }
}
