//! Moves what stands on the rows of a wide drawing closer together, in the order that it has.

/// Lines closer than this to straight are straight.
const STRAIGHT: f64 = 0.5;
/// Bends smaller than this are made straight.
const BEND: f64 = 20.0;
/// How hard the outermost spots pull when there is no room.
const SQUEEZE: usize = 3;
/// How much wider than its room a drawing may be before lines bend for it.
const ENOUGH: f64 = 1.08;
/// Rounds, at most.
const ROUNDS: usize = 30;
/// When all move less than this, the picture stands.
const STILL: f64 = 2.0;

/// Something on a row.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// Its row.
    pub row: usize,
    /// Its middle.
    pub x: f64,
    /// Half of the room that it takes.
    pub half: f64,
}

/// Shortens the links between spots on rows under each other. What is straight stays straight, and
/// every spot stays between its neighbours. What is wider than `room` becomes narrower, if it can: first
/// as it is, and when that isn't enough with more bends.
pub fn settle(spots: &mut Vec<Spot>, links: &[(usize, usize)], room: f64) {
    let mut table = Table::new(std::mem::take(spots), links);
    table.rounds(room);
    if table.width() > room * ENOUGH {
        table.fold_in(room);
        table.rounds(room);
    }
    *spots = table.spots;
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

impl Side {
    fn sign(self) -> f64 {
        if self == Self::Right { 1.0 } else { -1.0 }
    }
}

/// The spots, with what stands beside each and what each is linked to.
struct Table {
    spots: Vec<Spot>,
    beside: Vec<[Option<usize>; 2]>,
    linked: Vec<Vec<usize>>,
    walls: (f64, f64),
}

impl Table {
    fn new(spots: Vec<Spot>, links: &[(usize, usize)]) -> Self {
        let mut linked = vec![Vec::new(); spots.len()];
        for (a, b) in links {
            linked[*a].push(*b);
            linked[*b].push(*a);
        }
        Self { beside: beside(&spots), spots, linked, walls: (f64::NEG_INFINITY, f64::INFINITY) }
    }

    fn rounds(&mut self, room: f64) {
        for _ in 0..ROUNDS {
            let (left, right) = (self.furthest(Side::Left), self.furthest(Side::Right));
            let squeezed = self.width() > room;
            if squeezed {
                // The outermost pull at each other, and nothing leaves the room that is left.
                self.walls = (self.edge(left, Side::Left), self.edge(right, Side::Right));
                self.pull(left, right);
            }
            let moved = self.round();
            if squeezed {
                self.let_go(left, right);
            }
            if moved < STILL {
                break;
            }
        }
    }

    /// Moves what stands outside the room into it, row by row, with bends where that takes them. The room
    /// is as wide as the widest row, if that is more, and lies around the middle of all.
    fn fold_in(&mut self, room: f64) {
        let order = in_order(&self.spots);
        let rows: Vec<&[usize]> = order.chunk_by(|a, b| self.spots[*a].row == self.spots[*b].row).collect();
        let width = |row: &&[usize]| row.iter().map(|spot| 2.0 * self.spots[*spot].half).sum();
        let room = rows.iter().map(width).fold(room, f64::max);
        let mut all: Vec<f64> = self.spots.iter().map(|spot| spot.x).collect();
        all.sort_by(f64::total_cmp);
        let middle = all.get(all.len() / 2).copied().unwrap_or_default();
        self.walls = (middle - room / 2.0, middle + room / 2.0);
        for row in rows {
            let mut most = self.walls.1;
            for &spot in row.iter().rev() {
                let half = self.spots[spot].half;
                self.spots[spot].x = self.spots[spot].x.min(most - half);
                most = self.spots[spot].x - half;
            }
            let mut least = self.walls.0;
            for &spot in row {
                let half = self.spots[spot].half;
                self.spots[spot].x = self.spots[spot].x.max(least + half);
                least = self.spots[spot].x + half;
            }
        }
    }

    fn width(&self) -> f64 {
        self.edge(self.furthest(Side::Right), Side::Right) - self.edge(self.furthest(Side::Left), Side::Left)
    }

    /// Moves every block once to each side, and tells how far all moved.
    fn round(&mut self) -> f64 {
        let mut moved = 0.0;
        for side in [Side::Right, Side::Left] {
            let blocks = self.blocks();
            let far = |block: usize| side.sign() * self.spots[blocks.list[block][0]].x;
            let mut order: Vec<usize> = (0..blocks.list.len()).collect();
            order.sort_by(|a, b| far(*b).total_cmp(&far(*a)));
            for block in order {
                let (members, by) = self.shift(&blocks, block, side);
                for spot in members {
                    self.spots[spot].x += by * side.sign();
                }
                moved += by;
            }
        }
        moved
    }

    /// Spots that stand straight under each other.
    fn blocks(&self) -> Blocks {
        let mut list: Vec<Vec<usize>> = Vec::new();
        let mut of: Vec<Option<usize>> = vec![None; self.spots.len()];
        for first in 0..self.spots.len() {
            if of[first].is_some() {
                continue;
            }
            let name = Some(list.len());
            let mut block = vec![first];
            let mut done = 0;
            of[first] = name;
            while let Some(spot) = block.get(done).copied() {
                done += 1;
                for other in &self.linked[spot] {
                    let straight = (self.spots[*other].x - self.spots[spot].x).abs() < STRAIGHT;
                    // The outermost, that pull at each other, may stand on one row.
                    if straight && of[*other].is_none() && self.spots[*other].row != self.spots[spot].row {
                        of[*other] = name;
                        block.push(*other);
                    }
                }
            }
            list.push(block);
        }
        Blocks { list, of: of.into_iter().map(Option::unwrap_or_default).collect() }
    }

    /// Which spots move when a block does, and how far: it pushes what stands in its way.
    fn shift(&self, blocks: &Blocks, block: usize, side: Side) -> (Vec<usize>, f64) {
        let mut inside = vec![false; self.spots.len()];
        let mut members = Vec::new();
        let mut next = Some(block);
        while let Some(block) = next {
            members.extend(&blocks.list[block]);
            blocks.list[block].iter().for_each(|spot| inside[*spot] = true);
            let wish = self.wish(&members, &inside, side);
            if wish < STRAIGHT {
                return (members, 0.0);
            }
            let (free, stop) = self.free(&members, &inside, side);
            if free >= STRAIGHT || stop.is_none() {
                return (members, wish.min(free));
            }
            next = stop.map(|spot| blocks.of[spot]);
        }
        (members, 0.0)
    }

    /// How far a group would like to move: its links pull, and the most of them win.
    fn wish(&self, members: &[usize], inside: &[bool], side: Side) -> f64 {
        let others = |spot: &usize| {
            let x = self.spots[*spot].x;
            self.linked[*spot]
                .iter()
                .filter(|other| !inside[**other])
                .map(move |other| (self.spots[*other].x - x) * side.sign())
        };
        let mut pulls: Vec<f64> = members.iter().flat_map(others).collect();
        pulls.sort_by(f64::total_cmp);
        let middle = |at: usize| pulls.get(at).copied().unwrap_or_default();
        let (least, most) = (middle(pulls.len().saturating_sub(1) / 2), middle(pulls.len() / 2));
        // A small bend is uglier than a line that gets somewhat longer.
        let bend = pulls.iter().copied().filter(|pull| pull.abs() < BEND).min_by(|a, b| a.abs().total_cmp(&b.abs()));
        match bend {
            Some(bend) if least <= 0.0 && most >= 0.0 => bend,
            _ => 0.0_f64.clamp(least, most),
        }
    }

    /// How far a group can move, and the spot that stops it; a wall stops it for good.
    fn free(&self, members: &[usize], inside: &[bool], side: Side) -> (f64, Option<usize>) {
        let wall = if side == Side::Right { self.walls.1 } else { self.walls.0 };
        let mut free = (f64::INFINITY, None);
        for &spot in members {
            let room = (side.sign() * (wall - self.edge(spot, side))).max(0.0);
            if room <= free.0 {
                free = (room, None);
            }
            let other = self.beside[spot][usize::from(side == Side::Right)].filter(|other| !inside[*other]);
            if let Some(other) = other {
                let (a, b) = (self.spots[spot], self.spots[other]);
                let room = ((a.x - b.x).abs() - a.half - b.half).max(0.0);
                if room < free.0 {
                    free = (room, Some(other));
                }
            }
        }
        free
    }

    /// The spot that stands furthest to a side.
    fn furthest(&self, side: Side) -> usize {
        let far = |i: &usize| side.sign() * self.edge(*i, side);
        (0..self.spots.len()).max_by(|a, b| far(a).total_cmp(&far(b))).unwrap_or_default()
    }

    /// Where the room ends that a spot takes.
    fn edge(&self, spot: usize, side: Side) -> f64 {
        self.spots[spot].x + side.sign() * self.spots[spot].half
    }

    fn pull(&mut self, a: usize, b: usize) {
        self.linked[a].extend([b; SQUEEZE]);
        self.linked[b].extend([a; SQUEEZE]);
    }

    fn let_go(&mut self, a: usize, b: usize) {
        for spot in [a, b] {
            let links = self.linked[spot].len() - SQUEEZE;
            self.linked[spot].truncate(links);
        }
    }
}

/// Spots that stand straight under each other, and for every spot the place of its block.
struct Blocks {
    list: Vec<Vec<usize>>,
    of: Vec<usize>,
}

/// The spots, row by row, from left to right.
fn in_order(spots: &[Spot]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by(|a, b| spots[*a].row.cmp(&spots[*b].row).then(spots[*a].x.total_cmp(&spots[*b].x)));
    order
}

/// Who stands at the left and at the right of every spot.
fn beside(spots: &[Spot]) -> Vec<[Option<usize>; 2]> {
    let order = in_order(spots);
    let mut beside = vec![[None, None]; spots.len()];
    for pair in order.windows(2) {
        if spots[pair[0]].row == spots[pair[1]].row {
            beside[pair[0]][1] = Some(pair[1]);
            beside[pair[1]][0] = Some(pair[0]);
        }
    }
    beside
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_up_to_the_neighbour_and_no_further() {
        let spot = |row, x| Spot { row, x, half: 10.0 };
        let mut spots = vec![spot(0, 100.0), spot(1, 0.0), spot(1, 100.0)];
        settle(&mut spots, &[(0, 1), (0, 2)], 1000.0);
        let x: Vec<f64> = spots.iter().map(|spot| spot.x.round()).collect();
        assert_eq!(x, [100.0, 80.0, 100.0]);
    }
}
