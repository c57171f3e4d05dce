//! How hard a text is to read: lengths of sentences, syllables, the score of Flesch and Douma.
//!
//! Douma fitted the formula of Flesch to Dutch: 206.84 minus 0.93 times the words per sentence minus
//! 77 times the syllables per word. His classes: 60 to 70 is normal, 70 to 80 rather easy, 80 to 90
//! easy (*Taal en Tongval* gives the formula and the table,
//! dbnl.org/tekst/_taa014197701_01/_taa014197701_01_0089.php). It is a signal, no verdict.

use std::iter::Sum;

use unicode_segmentation::UnicodeSegmentation;

use super::tokens::fold;

/// The counts of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reading {
    /// Sentences.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Syllables.
    pub syllables: usize,
    /// Words of the longest sentence.
    pub longest: usize,
}

impl Reading {
    /// Counts a paragraph of plain text.
    #[must_use]
    pub fn of(paragraph: &str) -> Self {
        let one = |sentence| {
            let words = words(sentence);
            let syllables = words.iter().map(|word| syllables(word)).sum();
            Self { sentences: 1, words: words.len(), syllables, longest: words.len() }
        };
        sentences(paragraph).map(one).sum()
    }

    /// Words per sentence; 0 for an empty text.
    #[must_use]
    pub fn words_per_sentence(&self) -> f64 {
        ratio(self.words, self.sentences)
    }

    /// The score of Flesch and Douma, from about 0 (very hard) to 100 (very easy); none for an empty
    /// text.
    #[must_use]
    pub fn flesch_douma(&self) -> Option<f64> {
        (self.words > 0).then(|| 206.84 - 0.93 * self.words_per_sentence() - 77.0 * ratio(self.syllables, self.words))
    }
}

impl Sum for Reading {
    fn sum<I: Iterator<Item = Self>>(readings: I) -> Self {
        readings.fold(Self::default(), |total, next| Self {
            sentences: total.sentences + next.sentences,
            words: total.words + next.words,
            syllables: total.syllables + next.syllables,
            longest: total.longest.max(next.longest),
        })
    }
}

#[allow(clippy::cast_precision_loss, reason = "counts of a text are far below 2^52")]
fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// The sentences of a paragraph of plain text, those without words left out.
pub fn sentences(paragraph: &str) -> impl Iterator<Item = &str> {
    paragraph.split_sentence_bounds().map(str::trim).filter(|sentence| !words(sentence).is_empty())
}

/// The words of a sentence: what stands between spaces and holds a letter or digit.
#[must_use]
pub fn words(sentence: &str) -> Vec<&str> {
    sentence.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).collect()
}

/// Vowels that sound together, the longest first.
const TOGETHER: [&str; 16] =
    ["aai", "ooi", "oei", "eeu", "ieu", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ij", "ei", "ou"];

/// As [`TOGETHER`]; these two also meet at the seam of a compound, which is rare.
const MOSTLY_TOGETHER: [&str; 2] = ["au", "ai"];

/// The syllables of a word, counted as its groups of vowels that sound together; at least 1. A
/// vowel with a diaeresis starts a syllable of its own.
#[must_use]
pub fn syllables(word: &str) -> usize {
    let parted = word.to_lowercase().replace(['ë', 'ï', 'ü', 'ö', 'ä'], "-e");
    let letters = fold(&parted);
    let mut rest = letters.as_str();
    let mut count = 0;
    while let Some(letter) = rest.chars().next() {
        let group = TOGETHER.iter().chain(&MOSTLY_TOGETHER).find(|group| rest.starts_with(**group));
        let is_vowel = matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y');
        count += usize::from(group.is_some() || is_vowel);
        rest = &rest[group.map_or(letter.len_utf8(), |group| group.len())..];
    }
    count.max(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn counts_syllables() {
        for (word, expected) in [
            ("leerling", 2),
            ("mentor", 2),
            ("trajectbegeleider", 6),
            ("arbeidsongeval", 5),
            ("overeenkomst", 4),
            ("bijeenkomst", 3),
            ("geïnteresseerd", 5),
            ("reëel", 2),
            ("beoordelen", 4),
            ("naaien", 2),
            ("nieuwe", 2),
            ("duaal", 2),
            ("theorie", 3),
            ("werkplek", 2),
            ("vijver", 2),
            ("ingebrekestelling", 6),
            ("OAO", 3),
            ("112", 1),
            ("één", 1),
            ("foto's", 2),
        ] {
            assert_eq!(syllables(word), expected, "{word}");
        }
    }

    #[test]
    fn parts_sentences() {
        let text = "Bel bv. de school. Kom je te laat? Lees art. 26 van het decreet! (Dat is lang.)";
        let found: Vec<&str> = sentences(text).collect();
        assert_eq!(found, ["Bel bv. de school.", "Kom je te laat?", "Lees art. 26 van het decreet!", "(Dat is lang.)"]);
    }

    #[test]
    fn scores_by_the_formula() {
        // Four sentences of 5 words and 6 syllables each: 206.84 - 0.93 * 5 - 77 * 1.2.
        let reading = Reading::of(&"Bel de school nu meteen. ".repeat(4));
        assert_eq!(reading, Reading { sentences: 4, words: 20, syllables: 24, longest: 5 });
        let score = reading.flesch_douma().unwrap_or_default();
        assert!((score - 109.79).abs() < 0.001, "{score}");
        assert_eq!(Reading::of(" - ").flesch_douma(), None);
    }

    proptest! {
        #[test]
        fn any_text_can_be_counted(text in "\\PC{0,200}") {
            let reading = Reading::of(&text);
            prop_assert!(reading.longest <= reading.words);
            prop_assert!(reading.words <= reading.syllables);
            prop_assert!(reading.sentences <= reading.words);
        }
    }
}
