//! Reads back what `pack.rs` writes, as `theme/search/core.js` does: for tests.

use std::str::Chars;

/// Numbers in packed text.
pub struct Numbers<'a>(Chars<'a>);

impl<'a> Numbers<'a> {
    /// The numbers of a text.
    pub fn new(text: &'a str) -> Self {
        Self(text.chars())
    }

    /// Whether nothing follows.
    pub fn is_done(&self) -> bool {
        self.0.as_str().is_empty()
    }

    /// The next number.
    pub fn next(&mut self) -> usize {
        let (mut number, mut unit) = (0, 1);
        loop {
            let digit = digit(self.0.next().expect("a number"));
            number += digit % 46 * unit;
            if digit < 46 {
                return number;
            }
            unit *= 46;
        }
    }

    /// How far a number lies from `from`, written as `signed`, gives that number.
    pub fn signed(&mut self, from: usize) -> usize {
        match self.next() {
            odd if odd % 2 == 1 => from + odd / 2,
            even => from - even / 2,
        }
    }

    /// Numbers after their count.
    pub fn list(&mut self) -> Vec<usize> {
        (0..self.next()).map(|_| self.next()).collect()
    }

    /// So many numbers that only go up.
    pub fn rising(&mut self, count: usize) -> Vec<usize> {
        let steps = (0..count).map(|_| self.next());
        steps
            .scan(0, |last, step| {
                *last += step;
                Some(*last)
            })
            .collect()
    }
}

/// What a letter stands for.
pub fn digit(letter: char) -> usize {
    let all = ('!'..='~').filter(|c| !['"', '\\'].contains(c));
    all.into_iter().position(|c| c == letter).expect("a letter of a number")
}

/// Stems with their forms.
pub fn words(packed: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    for entry in pieces(packed, |c| c.is_ascii_uppercase()) {
        let (sign, rest) = first(entry);
        let end = rest.find(is_dropped).unwrap_or(rest.len());
        let kept = usize::from(sign as u8 - b'A');
        let begin = found.last().map_or("", |(stem, _)| stem);
        let stem: String = begin.chars().take(kept).chain(rest[..end].chars()).collect();
        let forms = pieces(&rest[end..], is_dropped).map(|piece| form(&stem, piece)).collect();
        found.push((stem, forms));
    }
    found
}

fn form(stem: &str, piece: &str) -> String {
    let (sign, rest) = first(piece);
    let dropped = usize::from(sign as u8 - b'#');
    let kept = if dropped < 10 { stem.chars().count() - dropped } else { 0 };
    stem.chars().take(kept).chain(rest.chars()).collect()
}

fn is_dropped(c: char) -> bool {
    ('#'..='-').contains(&c)
}

fn first(text: &str) -> (char, &str) {
    let sign = text.chars().next().expect("a sign");
    (sign, &text[sign.len_utf8()..])
}

/// A text cut before each sign.
fn pieces(text: &str, is_sign: fn(char) -> bool) -> impl Iterator<Item = &str> {
    let starts: Vec<usize> = text.char_indices().filter(|(_, c)| is_sign(*c)).map(|(place, _)| place).collect();
    let ends: Vec<usize> = starts.iter().skip(1).copied().chain([text.len()]).collect();
    starts.into_iter().zip(ends).map(|(start, end)| &text[start..end])
}
