//! Moves what stands on the rows of a wide drawing closer together, in the order that it has.

/// Lines closer than this to straight are straight.
const STRAIGHT: f64 = 0.5;
/// Rounds after which no picture changes any more.
const ROUNDS: usize = 60;

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
/// every spot stays between its neighbours.
pub fn settle(spots: &mut [Spot], links: &[(usize, usize)]) {
    let neighbours = neighbours(spots);
    for _ in 0..ROUNDS {
        let mut moved = 0.0;
        for side in [Side::Right, Side::Left] {
            let mut blocks = blocks(spots, links);
            blocks.sort_by(|a, b| side.first(spots, b).total_cmp(&side.first(spots, a)));
            for block in blocks {
                let wish = wish(spots, links, &block);
                let by = match side {
                    Side::Right => wish.max(0.0).min(free(spots, &neighbours, &block, side)),
                    Side::Left => -(-wish).max(0.0).min(free(spots, &neighbours, &block, side)),
                };
                for spot in block {
                    spots[spot].x += by;
                }
                moved += by.abs();
            }
        }
        if moved < STRAIGHT {
            break;
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Side {
    Left,
    Right,
}

impl Side {
    /// How far a block stands on this side.
    fn first(self, spots: &[Spot], block: &[usize]) -> f64 {
        let far = |spot: &usize| if self == Self::Right { spots[*spot].x } else { -spots[*spot].x };
        block.iter().map(far).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// Who stands at the left and at the right of every spot.
fn neighbours(spots: &[Spot]) -> Vec<[Option<usize>; 2]> {
    let mut order: Vec<usize> = (0..spots.len()).collect();
    order.sort_by(|a, b| spots[*a].row.cmp(&spots[*b].row).then(spots[*a].x.total_cmp(&spots[*b].x)));
    let mut neighbours = vec![[None, None]; spots.len()];
    for pair in order.windows(2) {
        if spots[pair[0]].row == spots[pair[1]].row {
            neighbours[pair[0]][1] = Some(pair[1]);
            neighbours[pair[1]][0] = Some(pair[0]);
        }
    }
    neighbours
}

/// Spots that stand straight under each other.
fn blocks(spots: &[Spot], links: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut block: Vec<usize> = (0..spots.len()).collect();
    for (a, b) in links {
        if (spots[*a].x - spots[*b].x).abs() < STRAIGHT {
            let (from, to) = (block[*b], block[*a]);
            block.iter_mut().filter(|id| **id == from).for_each(|id| *id = to);
        }
    }
    let mut blocks = vec![Vec::new(); spots.len()];
    for (spot, id) in block.iter().enumerate() {
        blocks[*id].push(spot);
    }
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// How far to the right a block would like to move: its links pull, and the most of them win.
fn wish(spots: &[Spot], links: &[(usize, usize)], block: &[usize]) -> f64 {
    let mut pulls = Vec::new();
    for (a, b) in links {
        match (block.contains(a), block.contains(b)) {
            (true, false) => pulls.push(spots[*b].x - spots[*a].x),
            (false, true) => pulls.push(spots[*a].x - spots[*b].x),
            _ => {}
        }
    }
    pulls.sort_by(f64::total_cmp);
    let middle = |at: usize| pulls.get(at).copied().unwrap_or_default();
    let (least, most) = (middle(pulls.len().saturating_sub(1) / 2), middle(pulls.len() / 2));
    0.0_f64.clamp(least, most)
}

/// How far a block can move to a side.
fn free(spots: &[Spot], neighbours: &[[Option<usize>; 2]], block: &[usize], side: Side) -> f64 {
    let mut free = f64::INFINITY;
    for spot in block {
        let Some(other) = neighbours[*spot][usize::from(side == Side::Right)] else { continue };
        if !block.contains(&other) {
            let (a, b) = (spots[*spot], spots[other]);
            free = free.min((a.x - b.x).abs() - a.half - b.half);
        }
    }
    free.max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moves_up_to_the_neighbour_and_no_further() {
        let spot = |row, x| Spot { row, x, half: 10.0 };
        let mut spots = [spot(0, 100.0), spot(1, 0.0), spot(1, 100.0)];
        settle(&mut spots, &[(0, 1), (0, 2)]);
        let x: Vec<f64> = spots.iter().map(|spot| spot.x.round()).collect();
        assert_eq!(x, [100.0, 80.0, 100.0]);
    }
}
