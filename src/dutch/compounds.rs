//! The parts of compounds, found in a vocabulary: `vakantieregeling` is `vakantie` and `regeling`.

use std::collections::BTreeMap;

use super::function_words::is_light;
use super::stems::{has_own_ge, is_exception, stem};
use super::suffixes::{bases, spellings};
use super::verbs::{finite_infinitives, strong_infinitive, takes, weak_infinitives};

/// Letters that may stand between two parts.
pub const LINKS: &[&str] = &["", "s", "en", "n", "e", "er"];

/// The fewest letters of a part, but for [`SHORT_PARTS`].
const MIN_PART: usize = 4;

/// Flemish diminutives: *manneke*, *briefke*, *meiskes*.
const DIMINUTIVES: &[&str] = &["ekes", "skes", "kes", "eke", "ske", "ke"];

/// How sure an ending of [`bases`] must be to be an inflection.
const INFLECTED: f64 = 0.9;

/// The fewest letters of a word with inflections.
const MIN_BASE: usize = 3;

/// Longer words are not cut up: no word of the language is that long.
const MAX_WORD: usize = 40;

/// Parts of three letters. Others are more often a chance (*ver-loop*, *bij-lage*) than a word.
pub const SHORT_PARTS: &[&str] = &[
    "arm", "bal", "bed", "bos", "bso", "bus", "dag", "eet", "eis", "gas", "gft", "gsm", "hek", "job", "kas", "les",
    "lid", "man", "map", "mes", "oao", "oog", "oor", "pbm", "rij", "rit", "rug", "sao", "tip", "uur", "vak", "wet",
    "zee",
];

/// The words that occur in a set of texts, with their stems.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    stems: BTreeMap<String, String>,
}

impl Lexicon {
    /// A lexicon of these tokens.
    pub fn new<I: IntoIterator<Item = String>>(tokens: I) -> Self {
        let mut stems = BTreeMap::new();
        for token in tokens {
            stems.entry(token).or_insert_with_key(|token| stem(token));
        }
        let mut lexicon = Self { stems };
        lexicon.join_inflections();
        lexicon.join_verb_forms();
        lexicon
    }

    /// Gives a verb form the stem of its verb, where the words have that verb.
    fn join_verb_forms(&mut self) {
        self.join(|words, word| {
            let participles =
                [Some(word), word.strip_suffix('e')].into_iter().flatten().filter(|form| !has_own_ge(form));
            let finite = if words.is_noun(word) { Vec::new() } else { finite_infinitives(word) };
            let verbs: Vec<String> = participles
                .flat_map(weak_infinitives)
                .chain(finite)
                .filter(|verb| strong_infinitive(verb).is_none())
                .collect();
            let nouns = verbs.iter().filter_map(|verb| Some(format!("{}ing", verb.strip_suffix("en")?)));
            verbs.iter().cloned().chain(nouns).collect()
        });
    }

    /// Gives a plural, diminutive or inflected adjective the stem of the word it comes from, where
    /// the words have that word.
    fn join_inflections(&mut self) {
        self.join(|words, word| {
            let flemish = DIMINUTIVES.iter().filter_map(|ending| Some(spellings(word.strip_suffix(ending)?, ending)));
            let adjective = word.strip_suffix('e').is_some_and(|base| words.stems.contains_key(base));
            let small = if adjective { Vec::new() } else { flemish.flatten().collect() };
            let sure = bases(word).into_iter().filter(|(_, sure)| *sure >= INFLECTED).map(|(base, _)| base);
            let plural = word.strip_suffix('n').filter(|base| base.ends_with('e')).map(str::to_owned);
            let whole = |base: &String| base.len() >= MIN_BASE && !splits_a_vowel(word, base);
            let mut origins: Vec<String> = sure.chain(small).chain(plural).filter(whole).collect();
            origins.sort_by_key(|base| std::cmp::Reverse(base.len()));
            origins
        });
    }

    /// Gives words, the shortest first, the stem of the first known of the words they may come
    /// from. Words with a stem of their own keep it.
    fn join(&mut self, origins: impl Fn(&Self, &str) -> Vec<String>) {
        let mut words: Vec<String> = self.stems.keys().filter(|word| is_free(word)).cloned().collect();
        words.sort_by_key(String::len);
        for word in words {
            let known = |origin: &String| self.stem_of(origin).filter(|stem| !is_light(stem) && !is_light(origin));
            if let Some(stem) = origins(self, &word).iter().find_map(known).map(str::to_owned) {
                self.stems.insert(word, stem);
            }
        }
    }

    /// Whether a word that could be a verb form is a noun, as its other number shows: *lijst* of
    /// *lijsten*, *velden* of *veld*, *sterkte* of *sterktes*.
    fn is_noun(&self, word: &str) -> bool {
        let knows = |word: String| self.stems.contains_key(&word);
        let noun = word.strip_suffix("en").unwrap_or(word);
        let number = knows(format!("{noun}en")) && !knows(format!("{noun}e")) && knows(noun.to_owned());
        let voiceless = noun.strip_suffix('t').is_some_and(|base| base.ends_with(|c| takes(c, 't')));
        number && !voiceless || knows(format!("{word}s"))
    }

    /// Every word with its stem, sorted by word.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.stems.iter().map(|(form, stem)| (form.as_str(), stem.as_str()))
    }

    /// The stem of a word, if the word is known.
    #[must_use]
    pub fn stem_of(&self, word: &str) -> Option<&str> {
        self.stems.get(word).map(String::as_str)
    }

    /// The stem of any word: the one of the lexicon, or else by rule.
    #[must_use]
    pub fn stem(&self, word: &str) -> String {
        self.stem_of(word).map_or_else(|| stem(word), str::to_owned)
    }

    /// The stems of the parts of a compound; empty when the word is no compound of known words.
    /// Of several ways the one with the fewest parts wins, then the one whose shortest part is longest.
    #[must_use]
    pub fn parts(&self, word: &str) -> Vec<String> {
        if word.len() > MAX_WORD {
            return Vec::new();
        }
        self.split(word, 3)
            .filter(|parts| parts.len() > 1)
            .map(|parts| parts.into_iter().map(str::to_owned).collect())
            .unwrap_or_default()
    }

    /// At most `most` known words that make up `word`.
    fn split(&self, word: &str, most: usize) -> Option<Vec<&str>> {
        let mut best: Option<(usize, std::cmp::Reverse<usize>, Vec<&str>)> = None;
        if most < 3
            && let Some(stem) = self.part(word)
        {
            return Some(vec![stem]);
        }
        if most < 2 {
            return None;
        }
        for (cut, _) in word.char_indices() {
            let (head, tail) = word.split_at(cut);
            let Some(first) = self.head(head) else { continue };
            let Some(rest) = self.split(tail, most - 1) else { continue };
            let key = (rest.len() + 1, std::cmp::Reverse(head.len().min(tail.len())));
            if best.as_ref().is_none_or(|(count, short, _)| key < (*count, *short)) {
                best = Some((key.0, key.1, std::iter::once(first).chain(rest).collect()));
            }
        }
        best.map(|(_, _, parts)| parts)
    }

    /// The stem of a first part, with or without linking letters.
    fn head(&self, head: &str) -> Option<&str> {
        LINKS.iter().filter_map(|link| head.strip_suffix(link)).find_map(|word| self.part(word))
    }

    fn part(&self, word: &str) -> Option<&str> {
        let long = word.len() >= MIN_PART || SHORT_PARTS.contains(&word);
        let fits = long && !is_light(word) && word.chars().all(char::is_alphabetic);
        fits.then(|| self.stem_of(word)).flatten()
    }
}

/// Whether only part of a vowel would come off a word: *zien* is no *zie*, *steen* no *ste*.
fn splits_a_vowel(word: &str, base: &str) -> bool {
    match word.strip_prefix(base) {
        Some("n") => base.ends_with("ie") || base.ends_with("oe") || base.ends_with("ee"),
        Some("en") => base.ends_with('e') && !base.ends_with("ee"),
        _ => false,
    }
}

/// Whether a word may get the stem of another one.
fn is_free(word: &str) -> bool {
    word.chars().all(char::is_alphabetic) && !is_light(word) && !is_exception(word) && strong_infinitive(word).is_none()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lexicon(text: &str) -> Lexicon {
        Lexicon::new(crate::dutch::tokens(text))
    }

    #[test]
    fn splits_with_and_without_link() {
        let words = lexicon("vakantie regeling arbeid ongeval verzekering mentor leerling lijst over een komst");
        assert_eq!(words.parts("vakantieregeling"), ["vakantie", "regeling"]);
        assert_eq!(words.parts("arbeidsongeval"), [stem("arbeid"), stem("ongeval")]);
        assert_eq!(words.parts("leerlingenlijst"), [stem("leerling"), stem("lijst")]);
        assert_eq!(words.parts("arbeidsongevalverzekering"), [stem("arbeid"), stem("ongeval"), stem("verzekering")]);
    }

    #[test]
    fn function_words_and_simple_words_are_no_parts() {
        let words = lexicon("vakantie over een komst mentor");
        assert!(words.parts("overeenkomst").is_empty());
        assert!(words.parts("mentor").is_empty());
        assert!(words.parts("vakantie").is_empty());
    }

    #[test]
    fn participles_follow_a_verb_that_is_known() {
        for (participle, verb) in [
            ("gemeld", "melden"),
            ("gevraagd", "vragen"),
            ("gebeld", "bellen"),
            ("gestopt", "stoppen"),
            ("gewerkt", "werken"),
            ("gepest", "pesten"),
            ("gestart", "starten"),
            ("stopgezet", "stopzetten"),
            ("aangemeld", "aanmelden"),
            ("geregeld", "regelen"),
            ("verwittigd", "verwittigen"),
            ("betaald", "betalen"),
            ("verzekerd", "verzekeren"),
            ("gekwetst", "kwetsen"),
            ("gekost", "kosten"),
            ("ontslagen", "ontslaan"),
            ("gesneden", "snijden"),
            ("afgesproken", "afspreken"),
            ("gebroken", "breken"),
            ("viel", "vallen"),
        ] {
            let words = lexicon(&format!("{participle} {verb}"));
            assert_eq!(words.stem(participle), words.stem(verb), "{participle} / {verb}");
        }
    }

    #[test]
    fn other_words_follow_no_verb() {
        for (word, verb) in [
            ("gezond", "zonnen"),
            ("geld", "ellen"),
            ("geduld", "dulden"),
            ("gebied", "bieden"),
            ("geslaagd", "slaan"),
            ("verslagen", "verslaan"),
            ("gebeld", "melden"),
            ("gestart", "staren"),
            ("gewicht", "wichten"),
            ("gedrag", "dragen"),
            ("verlegen", "liggen"),
            ("gezet", "zitten"),
        ] {
            let words = lexicon(&format!("{word} {verb}"));
            assert_ne!(words.stem(word), words.stem(verb), "{word} / {verb}");
        }
    }

    proptest! {
        #[test]
        fn any_word_can_be_asked(word in any::<String>(), text in any::<String>()) {
            let _ = lexicon(&text).parts(&word);
        }
    }
}
