//! The index as text that compresses well: numbers as letters, words by what they share with the
//! word before them. `theme/search/core.js` reads it back.

/// Printable ASCII without what JSON must escape and without the space: 92 letters.
fn letter(value: usize) -> char {
    let all = (b'!'..=b'~').filter(|c| !matches!(c, b'"' | b'\\'));
    all.map(char::from).nth(value).unwrap_or('!')
}

/// Half of the letters end a number, the other half say that more follows.
const HALF: usize = 46;

/// Numbers, one after the other, without separators: of each the lowest part first.
#[derive(Debug, Default)]
pub struct Numbers(String);

impl Numbers {
    /// Adds a number.
    pub fn push(&mut self, mut number: usize) -> &mut Self {
        while number >= HALF {
            self.0.push(letter(HALF + number % HALF));
            number /= HALF;
        }
        self.0.push(letter(number));
        self
    }

    /// Adds how far `to` is from `from`, in twos: even when it comes before.
    pub fn signed(&mut self, from: usize, to: usize) -> &mut Self {
        self.push(if to <= from { (from - to) * 2 } else { (to - from) * 2 + 1 })
    }

    /// Adds how many numbers follow, and these.
    pub fn list(&mut self, numbers: &[usize]) -> &mut Self {
        self.push(numbers.len());
        for number in numbers {
            self.push(*number);
        }
        self
    }

    /// Adds numbers that only go up, each as the step from the one before. The first step is from 0.
    pub fn rising(&mut self, numbers: impl IntoIterator<Item = usize>) -> &mut Self {
        let mut last = 0;
        for number in numbers {
            self.push(number - last);
            last = number;
        }
        self
    }
}

impl std::fmt::Display for Numbers {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        to.write_str(&self.0)
    }
}

/// What a stem shares with the one before, as a capital; and after it, per form, how many letters
/// of the stem it drops, as a sign. Neither occurs in a folded word.
const SHARED: u8 = b'A';
const DROPPED: u8 = b'#';
const MOST_SHARED: usize = 25;
const MOST_DROPPED: usize = 10;

/// Sorted stems with their forms: `Aleerling#en` is *leerling* with *leerlingen*, `Daar#en` after
/// it *leraar*... with *leraren* as `$ren`.
#[must_use]
pub fn words<'a>(stems: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>) -> String {
    let mut packed = String::new();
    let mut last = "";
    for (stem, forms) in stems {
        let same = shared(last, stem).min(MOST_SHARED);
        packed.push(sign(SHARED, same));
        packed.extend(stem.chars().skip(same));
        for form in forms {
            push_form(&mut packed, stem, form);
        }
        last = stem;
    }
    packed
}

/// A form that drops too much of its stem drops all of it: then the sign stands for everything.
fn push_form(packed: &mut String, stem: &str, form: &str) {
    let length = stem.chars().count();
    let same = shared(stem, form);
    let dropped = length - same;
    let (count, keep) = if dropped < MOST_DROPPED { (dropped, same) } else { (MOST_DROPPED, 0) };
    packed.push(sign(DROPPED, count));
    packed.extend(form.chars().skip(keep));
}

/// The sign for a count.
#[expect(clippy::cast_possible_truncation, reason = "at most MOST_SHARED")]
fn sign(zero: u8, count: usize) -> char {
    char::from(zero + count as u8)
}

/// The number of characters that two words begin with alike.
fn shared(one: &str, other: &str) -> usize {
    one.chars().zip(other.chars()).take_while(|(a, b)| a == b).count()
}

/// A level as one letter.
#[must_use]
pub fn level(level: u8) -> char {
    letter(usize::from(level))
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::collection::{btree_map, btree_set, vec};
    use proptest::prelude::*;

    use super::super::unpack;
    use super::*;

    const WORD: &str = "[a-z0-9ßøł]{1,45}";

    #[test]
    fn letters_need_no_escape() {
        let all: BTreeSet<char> = (0..2 * HALF).map(letter).collect();
        assert_eq!(all.len(), 2 * HALF);
        assert!(all.iter().all(|c| c.is_ascii_graphic() && serde_json::to_string(c).unwrap().len() == 3));
    }

    #[test]
    fn words_share_what_they_begin_with_and_forms_drop_what_they_lack() {
        let stems = [("leer", vec!["lees"]), ("leerling", vec!["leerlingen"]), ("zijn", vec!["was"])];
        assert_eq!(words(stems), "Aleer$sEling#enAzijn'was");
    }

    proptest! {
        #[test]
        fn numbers_come_back(numbers in vec(0_usize..5_000_000, 0..40), steps in btree_set(0_usize..100_000, 0..40)) {
            let mut packed = Numbers::default();
            packed.list(&numbers).push(steps.len()).rising(steps.iter().copied());
            for pair in numbers.windows(2) {
                packed.signed(pair[0], pair[1]);
            }
            let text = packed.to_string();
            let mut back = unpack::Numbers::new(&text);
            prop_assert_eq!(&back.list(), &numbers);
            let count = back.next();
            prop_assert_eq!(back.rising(count).into_iter().collect::<BTreeSet<_>>(), steps);
            for pair in numbers.windows(2) {
                prop_assert_eq!(back.signed(pair[0]), pair[1]);
            }
            prop_assert!(back.is_done());
        }

        #[test]
        fn words_come_back(stems in btree_map(WORD, vec(WORD, 0..4), 0..40)) {
            let given: BTreeMap<String, Vec<String>> = stems;
            let packed = words(given.iter().map(|(stem, forms)| (stem.as_str(), forms.iter().map(String::as_str).collect())));
            prop_assert_eq!(unpack::words(&packed), given.into_iter().collect::<Vec<_>>());
        }

        #[test]
        fn levels_come_back(given in 0..=super::super::impact::LEVELS) {
            prop_assert_eq!(unpack::digit(level(given)), usize::from(given));
        }
    }
}
