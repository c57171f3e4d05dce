//! How wide text is, and where its lines end.
//!
//! The reader's system picks the font, so widths are estimates on the safe side: for each character
//! the widest of DejaVu Sans plus 2 % (the widest sans-serif that systems come with) and Liberation
//! Sans plus 12 % (as wide as Arial and Helvetica, wider than Segoe UI, Roboto and San Francisco).

use unicode_normalization::UnicodeNormalization;

/// Hundredths of the font's size for the characters from space to `~`.
const REGULAR: [u8; 95] = [
    33, 41, 47, 86, 65, 100, 80, 29, 40, 40, 51, 86, 33, 38, 33, 35, // space to /
    65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 35, 35, 86, 86, 86, 63, // 0 to ?
    114, 75, 75, 81, 81, 75, 69, 88, 81, 32, 57, 75, 63, 94, 81, 88, // @ to O
    75, 88, 81, 75, 69, 81, 75, 106, 75, 75, 70, 40, 35, 40, 86, 63, // P to _
    51, 63, 65, 57, 65, 63, 36, 65, 65, 29, 29, 60, 29, 100, 65, 63, // ` to o
    65, 65, 42, 57, 40, 65, 61, 84, 61, 61, 57, 65, 35, 65, 86, // p to ~
];
const BOLD: [u8; 95] = [
    36, 47, 54, 86, 71, 103, 89, 32, 47, 47, 54, 86, 39, 43, 39, 38, // space to /
    71, 71, 71, 71, 71, 71, 71, 71, 71, 71, 41, 41, 86, 86, 86, 69, // 0 to ?
    110, 81, 81, 81, 85, 75, 70, 88, 86, 38, 63, 81, 69, 102, 86, 88, // @ to O
    75, 88, 81, 75, 70, 83, 79, 113, 79, 75, 74, 47, 38, 47, 86, 63, // P to _
    51, 69, 74, 63, 74, 70, 45, 74, 73, 35, 35, 68, 35, 107, 73, 71, // ` to o
    74, 74, 51, 63, 49, 73, 67, 95, 66, 67, 60, 73, 38, 73, 86, // p to ~
];
/// What isn't in the tables: no letter of a European language is wider.
const OTHER: u8 = 115;
/// Where a line may end; not at a space that keeps words together.
const SPACES: [char; 3] = [' ', '\n', '\t'];
/// A word is not broken so close to its begin or end.
const MIN_PIECE: usize = 3;

/// A size and weight of text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Face {
    /// Height of the letters, as `font-size`.
    pub size: f64,
    /// From one line to the next.
    pub leading: f64,
    /// Whether it is set bold.
    pub bold: bool,
}

impl Face {
    /// How wide a text is at most.
    #[must_use]
    pub fn width(self, text: &str) -> f64 {
        let table = if self.bold { &BOLD } else { &REGULAR };
        let hundredths: u32 = text.chars().map(|c| u32::from(letter(table, c))).sum();
        f64::from(hundredths) * self.size / 100.0
    }

    /// How wide the widest of some lines is at most.
    #[must_use]
    pub fn widest(self, lines: &[String]) -> f64 {
        lines.iter().map(|line| self.width(line)).fold(0.0, f64::max)
    }

    /// How wide the widest word of a text is at most.
    #[must_use]
    pub fn widest_word(self, text: &str) -> f64 {
        text.split(SPACES).map(|word| self.width(word)).fold(0.0, f64::max)
    }

    /// How high some lines stand.
    #[must_use]
    pub fn height(self, lines: &[String]) -> f64 {
        lines.iter().map(|_| self.leading).sum()
    }

    /// The text in as few lines as fit in `room`, the lines about equally long.
    #[must_use]
    pub fn wrap(self, text: &str, room: f64) -> Vec<String> {
        let words: Vec<Word> = text.split(SPACES).flat_map(|word| self.pieces(word, room)).collect();
        // For every number of words: the best lines of the words before, as their cost and where the last starts.
        let mut best: Vec<(Cost, usize)> = vec![(Cost::default(), 0)];
        for end in 1..=words.len() {
            let line = |start: usize| {
                let width = self.width(&join(&words[start..end]));
                let fits = width <= room && words[start..end - 1].iter().all(|word| !word.broken);
                let (before, _) = best[start];
                let cost = Cost { lines: before.lines + 1, empty: before.empty + (room - width).powi(2) };
                (fits || start + 1 == end).then_some((cost, start))
            };
            let choice = (0..end).filter_map(line).min_by(|(a, _), (b, _)| a.order(*b));
            best.push(choice.unwrap_or_default());
        }
        let mut lines = Vec::new();
        let mut end = words.len();
        while end > 0 {
            let (_, start) = best[end];
            lines.push(join(&words[start..end]));
            end = start;
        }
        lines.reverse();
        lines
    }

    /// A word, in pieces when it is wider than the room.
    fn pieces(self, word: &str, room: f64) -> Vec<Word> {
        let mut pieces = Vec::new();
        let mut rest: Vec<char> = word.chars().collect();
        while self.width(&rest.iter().collect::<String>()) > room {
            let fitting = |at: &usize| self.width(&piece(&rest[..*at])) <= room;
            let Some(at) =
                breaks(&rest).into_iter().rev().find(fitting).or_else(|| (1..rest.len()).rev().find(fitting))
            else {
                break;
            };
            pieces.push(Word { text: piece(&rest[..at]), broken: true });
            rest.drain(..at);
        }
        if !rest.is_empty() {
            pieces.push(Word { text: rest.into_iter().collect(), broken: false });
        }
        pieces
    }
}

/// A word, or a piece of one.
struct Word {
    text: String,
    /// Whether the word goes on in the next line.
    broken: bool,
}

/// How bad lines are: how many, then how much room they leave open.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    lines: usize,
    empty: f64,
}

impl Cost {
    fn order(self, other: Self) -> std::cmp::Ordering {
        self.lines.cmp(&other.lines).then(self.empty.total_cmp(&other.empty))
    }
}

fn join(words: &[Word]) -> String {
    words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn letter(table: &[u8; 95], c: char) -> u8 {
    let plain = match c {
        '‘' | '’' => '\'',
        '“' | '”' => '"',
        '\u{a0}' => ' ',
        '–' => '_',
        _ => std::iter::once(c).nfd().next().unwrap_or(c),
    };
    let place = u32::from(plain).checked_sub(u32::from(' ')).and_then(|place| usize::try_from(place).ok());
    // A curly quote takes somewhat more than a straight one.
    let extra = if plain == c || c.is_alphabetic() { 0 } else { 8 };
    place.and_then(|place| table.get(place)).map_or(OTHER, |width| width + extra)
}

/// The first piece of a word, with the hyphen that it needs.
fn piece(letters: &[char]) -> String {
    let mut text: String = letters.iter().collect();
    if !text.ends_with(['-', '/']) {
        text.push('-');
    }
    text
}

/// Where a Dutch word can be broken: after a hyphen or slash, and before a consonant that starts a
/// syllable. Simpler than spelling books: a compound may break a letter too early.
fn breaks(letters: &[char]) -> Vec<usize> {
    let vowel = |c: char| "aeiouyàáâäèéêëìíîïòóôöùúûü".contains(c.to_ascii_lowercase());
    let sign = |c: char| matches!(c, '-' | '/');
    let starts = |at: usize| {
        let (before, here) = (letters[at - 1], letters[at]);
        let next = letters.get(at + 1).copied().unwrap_or(' ');
        let digraph = before == 'c' && here == 'h';
        let before_digraph = here == 'c' && next == 'h' && letters.get(at + 2).is_some_and(|c| vowel(*c));
        !vowel(here) && !digraph && (before_digraph || vowel(next)) && letters[..at].iter().any(|c| vowel(*c))
    };
    let far = |at: usize| {
        let around = at.checked_sub(MIN_PIECE).and_then(|from| letters.get(from..at + MIN_PIECE));
        around.is_some_and(|around| around.iter().all(|c| c.is_alphabetic()))
    };
    (1..letters.len()).filter(|at| sign(letters[at - 1]) || (far(*at) && starts(*at))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FACE: Face = Face { size: 14.0, leading: 18.0, bold: false };

    fn broken(word: &str) -> String {
        let letters: Vec<char> = word.chars().collect();
        let breaks = breaks(&letters);
        let mark = |(i, c): (usize, &char)| if breaks.contains(&i) { format!("·{c}") } else { c.to_string() };
        letters.iter().enumerate().map(mark).collect()
    }

    #[test]
    fn breaks_where_a_syllable_starts() {
        assert_eq!(broken("trajectbegeleider"), "tra·ject·be·ge·lei·der");
        assert_eq!(broken("overeenkomst"), "ove·reen·komst");
        assert_eq!(broken("risico-analyse"), "risico-·ana·lyse");
        assert_eq!(broken("machines"), "ma·chines");
    }

    #[test]
    fn lines_are_about_equally_long() {
        let lines = FACE.wrap("Weet de trajectbegeleider al wat er gebeurde?", 240.0);
        assert_eq!(lines, ["Weet de trajectbegeleider", "al wat er gebeurde?"]);
    }

    #[test]
    fn accents_and_quotes_have_a_width() {
        assert!((FACE.width("é") - FACE.width("e")).abs() < f64::EPSILON);
        assert!(FACE.width("’") > FACE.width("'"));
        assert!(FACE.width("界") > FACE.width("M"));
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_room(text in "[a-zA-Zéë'’/ -]{1,90}", room in 60.0..300.0_f64) {
            let lines = FACE.wrap(&text, room);
            prop_assert!(FACE.widest(&lines) <= room);
            // Nothing is lost: only hyphens are added.
            let letters = |text: &str| text.replace([' ', '-'], "");
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }
    }
}
