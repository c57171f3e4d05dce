//! Endings of inflected and derived words, to tie words to relatives that the stemmer leaves apart.
//!
//! The rules are data, because the search script applies the same ones to words it doesn't know.

use super::stems::is_exception;

/// An ending, and how sure it is that the word without it means the same (0 to 1).
pub type Suffix = (&'static str, f64);

/// Endings, longest first. Inflections are nearly sure, derivations half.
pub const SUFFIXES: &[Suffix] = &[
    ("etjes", 0.9),
    ("heden", 0.5),
    ("ingen", 0.6),
    ("tjes", 0.9),
    ("pjes", 0.9),
    ("eren", 0.6),
    ("lijk", 0.5),
    ("baar", 0.5),
    ("heid", 0.5),
    ("etje", 0.9),
    ("ende", 0.8),
    ("jes", 0.9),
    ("tje", 0.9),
    ("pje", 0.9),
    ("ing", 0.6),
    ("ten", 0.8),
    ("den", 0.8),
    ("kes", 0.7),
    ("ers", 0.5),
    ("end", 0.8),
    ("ere", 0.5),
    ("ste", 0.5),
    ("ske", 0.7),
    ("eke", 0.7),
    ("je", 0.9),
    ("en", 0.9),
    ("te", 0.8),
    ("de", 0.8),
    ("er", 0.5),
    ("st", 0.5),
    ("ke", 0.7),
    ("e", 0.9),
    ("s", 0.9),
    ("t", 0.8),
    ("d", 0.8),
];

/// The fewest letters that may remain.
pub const MIN_BASE: usize = 3;

/// Words that `word` may be a form of, each with how sure that is: without its ending, without the
/// `ge-` of a participle, and spelled as Dutch spells the shorter word (`slapen`: *slaap*, `geven`: *geef*).
/// None for an exception: `vals` is no form of *val*.
#[must_use]
pub fn bases(word: &str) -> Vec<(String, f64)> {
    if is_exception(word) {
        return Vec::new();
    }
    let mut found: Vec<(String, f64)> = endings(word).collect();
    if let Some(rest) = word.strip_prefix("ge") {
        found.extend(endings(rest).map(|(base, sure)| (base, sure * 0.7)));
    }
    found
}

/// Words that `word` may be without its ending, longest ending first, each with how sure that is.
pub fn endings(word: &str) -> impl Iterator<Item = (String, f64)> {
    SUFFIXES
        .iter()
        .filter_map(move |(suffix, sure)| word.strip_suffix(suffix).map(|base| (base, *suffix, *sure)))
        .filter(|(base, ..)| base.chars().count() >= MIN_BASE)
        .flat_map(|(base, suffix, sure)| spellings(base, suffix).into_iter().map(move |spelling| (spelling, sure)))
}

/// How a word may be spelled once its ending is gone. Only an ending that begins with a vowel
/// changes the spelling: it opens the last syllable.
pub(super) fn spellings(base: &str, suffix: &str) -> Vec<String> {
    let letters: Vec<char> = base.chars().collect();
    let [begin @ .., before, last] = letters.as_slice() else { return vec![base.to_owned()] };
    if !suffix.starts_with(is_vowel) || is_vowel(*last) {
        return vec![base.to_owned()];
    }
    let with_end = |end: &[char]| begin.iter().chain(end).collect::<String>();
    if before == last {
        return vec![with_end(&[*last])];
    }
    let hard = match last {
        'v' => 'f',
        'z' => 's',
        other => *other,
    };
    let open = "aeou".contains(*before) && !begin.last().is_some_and(|c| is_vowel(*c));
    let short = || with_end(&[*before, hard]);
    let long = || with_end(&[*before, *before, hard]);
    match (open, begin.iter().any(|c| is_vowel(*c))) {
        (true, true) => vec![short(), long()],
        (true, false) => vec![long()],
        (false, _) => vec![short()],
    }
}

fn is_vowel(c: char) -> bool {
    "aeiou".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(word: &str, base: &str) -> bool {
        bases(word).iter().any(|(found, _)| found == base)
    }

    #[test]
    fn finds_the_shorter_word() {
        for (word, base) in [
            ("slapen", "slaap"),
            ("geven", "geef"),
            ("reizen", "reis"),
            ("grappen", "grap"),
            ("grapjes", "grap"),
            ("checklists", "checklist"),
            ("zieke", "ziek"),
            ("late", "laat"),
            ("meldt", "meld"),
            ("gekwetst", "kwets"),
            ("eenzame", "eenzaam"),
        ] {
            assert!(has(word, base), "{word} / {base}: {:?}", bases(word));
        }
    }

    #[test]
    fn keeps_short_and_long_vowels_apart() {
        assert!(!has("stelen", "stel"));
        assert!(!has("sporten", "spoor"));
    }

    #[test]
    fn longest_suffix_comes_first() {
        assert!(SUFFIXES.windows(2).all(|pair| pair[0].0.len() >= pair[1].0.len()));
    }
}
