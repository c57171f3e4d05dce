//! The room between two rows of a wide drawing, where lines go sideways. Every net gets a track of
//! its own height, so that lines cross as little as possible and never lie on each other.

/// Pins closer than this would look like one line.
const NEAR: f64 = 5.0;
/// How far a pin moves aside for another.
const STEP: f64 = 6.0;
/// Lines on one track end this far from each other.
const APART: f64 = 10.0;

/// Where a line enters the row below.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pin {
    /// How far to the right.
    pub x: f64,
    /// How far it may still move aside.
    pub slack: f64,
}

/// Lines that belong together: from one box to its answers, or from everywhere to one box.
#[derive(Debug, Clone, Default)]
pub struct Net {
    /// Where it leaves the row above.
    pub tops: Vec<f64>,
    /// Where it enters the row below.
    pub bottoms: Vec<Pin>,
    /// Which track it takes, counted from above; none when it goes straight down.
    pub track: Option<usize>,
}

impl Net {
    fn pins(&self) -> impl Iterator<Item = f64> {
        self.tops.iter().copied().chain(self.bottoms.iter().map(|pin| pin.x))
    }

    fn span(&self) -> (f64, f64) {
        self.pins().fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), x| (least.min(x), most.max(x)))
    }

    fn is_straight(&self) -> bool {
        let (least, most) = self.span();
        most - least < 0.05 && !self.tops.is_empty() && !self.bottoms.is_empty()
    }

    /// How often the lines of `self` and `other` cross when `self` takes a higher track.
    fn crossings_above(&self, other: &Self) -> usize {
        let within = |(least, most): (f64, f64), x: f64| least < x && x < most;
        let down = self.bottoms.iter().filter(|pin| within(other.span(), pin.x)).count();
        let up = other.tops.iter().filter(|x| within(self.span(), **x)).count();
        down + up
    }

    /// The pin below that a line of `upper` would cover if `self` took a higher track than `upper`.
    fn covered(&self, upper: &Self) -> Option<(usize, f64)> {
        let near = |(i, pin): (usize, &Pin)| {
            let top = upper.tops.iter().find(|top| (**top - pin.x).abs() < NEAR)?;
            Some((i, pin.x - top))
        };
        self.bottoms.iter().enumerate().find_map(near)
    }
}

/// Gives every net its track, and tells how many tracks there are.
pub fn route(nets: &mut [Net]) -> usize {
    let bent: Vec<usize> = (0..nets.len()).filter(|i| !nets[*i].is_straight()).collect();
    let mut above = Order::new(nets.len());
    for &a in &bent {
        for &b in &bent {
            if a != b {
                keep_apart(nets, &mut above, a, b);
            }
        }
    }
    for (a, b) in by_gain(nets, &bent) {
        above.put(a, b);
    }
    let mut order = bent;
    order.sort_by_key(|i| above.over(*i).count());
    let mut used = 0;
    for (done, &net) in order.iter().enumerate() {
        let lowest = above.over(net).filter_map(|i| nets[i].track).max();
        let mut track = lowest.map_or(0, |track| track + 1);
        while order[..done].iter().any(|i| nets[*i].track == Some(track) && overlap(&nets[*i], &nets[net])) {
            track += 1;
        }
        nets[net].track = Some(track);
        used = used.max(track + 1);
    }
    used
}

/// Puts `a` above `b` when a line of `a` comes down where one of `b` goes down; when another such pair
/// forbids that, the line of `b` moves aside.
fn keep_apart(nets: &mut [Net], above: &mut Order, a: usize, b: usize) {
    while let Some((pin, distance)) = nets[b].covered(&nets[a]) {
        if above.put(a, b) {
            return;
        }
        let pin = &mut nets[b].bottoms[pin];
        if pin.slack < STEP {
            return;
        }
        pin.x += if distance < 0.0 { -STEP } else { STEP };
        pin.slack -= STEP;
    }
}

/// Pairs of which the first should be above the second, those that save most crossings first.
fn by_gain(nets: &[Net], bent: &[usize]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for &a in bent {
        for &b in bent {
            let (now, turned) = (nets[a].crossings_above(&nets[b]), nets[b].crossings_above(&nets[a]));
            if a != b && now < turned {
                pairs.push((turned - now, (a, b)));
            }
        }
    }
    pairs.sort_by_key(|(gain, _)| std::cmp::Reverse(*gain));
    pairs.into_iter().map(|(_, pair)| pair).collect()
}

fn overlap(a: &Net, b: &Net) -> bool {
    let ((a_least, a_most), (b_least, b_most)) = (a.span(), b.span());
    a_least < b_most + APART && b_least < a_most + APART
}

/// What is above what.
struct Order(Vec<Vec<bool>>);

impl Order {
    fn new(count: usize) -> Self {
        Self(vec![vec![false; count]; count])
    }

    /// Puts one above the other, unless it must be below.
    fn put(&mut self, upper: usize, lower: usize) -> bool {
        if self.0[lower][upper] {
            return false;
        }
        let uppers: Vec<usize> = self.over(upper).chain([upper]).collect();
        let lowers: Vec<usize> = (0..self.0.len()).filter(|i| self.0[lower][*i]).chain([lower]).collect();
        for upper in uppers {
            for lower in &lowers {
                self.0[upper][*lower] = true;
            }
        }
        true
    }

    /// Everything above a net.
    fn over(&self, net: usize) -> impl Iterator<Item = usize> {
        (0..self.0.len()).filter(move |i| self.0[*i][net])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(tops: &[f64], bottoms: &[f64]) -> Net {
        let bottoms = bottoms.iter().map(|x| Pin { x: *x, slack: 12.0 }).collect();
        Net { tops: tops.to_vec(), bottoms, track: None }
    }

    fn tracks(nets: &mut [Net]) -> Vec<Option<usize>> {
        route(nets);
        nets.iter().map(|net| net.track).collect()
    }

    #[test]
    fn a_straight_line_takes_no_track() {
        assert_eq!(tracks(&mut [net(&[10.0], &[10.0]), net(&[50.0], &[90.0])]), [None, Some(0)]);
    }

    #[test]
    fn lines_that_do_not_meet_share_a_track() {
        assert_eq!(tracks(&mut [net(&[0.0], &[40.0]), net(&[60.0], &[100.0])]), [Some(0), Some(0)]);
    }

    #[test]
    fn the_order_with_fewer_crossings_is_taken() {
        // Both go right: the one that starts at the right goes first.
        assert_eq!(tracks(&mut [net(&[0.0], &[60.0]), net(&[40.0], &[100.0])]), [Some(1), Some(0)]);
    }

    #[test]
    fn lines_that_change_places_do_not_lie_on_each_other() {
        let mut nets = [net(&[0.0], &[100.0]), net(&[100.0], &[0.0])];
        route(&mut nets);
        assert_ne!(nets[0].track, nets[1].track);
        assert!(
            nets[0].bottoms[0].x.to_bits() != 100.0_f64.to_bits()
                || nets[1].bottoms[0].x.to_bits() != 0.0_f64.to_bits()
        );
    }
}
