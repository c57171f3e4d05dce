//! Every word of the site and of the synonyms: its stem, its parts and its relatives.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::common::Line;
use crate::content::registers::Keyword;
use crate::dutch::function_words::light_words;
use crate::dutch::suffixes::{bases, endings};
use crate::dutch::verbs::strong_forms;
use crate::dutch::{Lexicon, is_light, tokens};

use super::Document;
use super::impact::Impacts;

/// The letters of the longest name that people shorten to its initials.
const MOST_INITIALS: usize = 4;

/// How sure an ending must be to be regular; `core.js` has the same number.
const REGULAR: f64 = 0.8;

/// How sure it must be that two words mean the same.
const ALIKE: f64 = 0.5;

/// The words, with numbers for the stems.
pub struct Vocabulary {
    lexicon: Lexicon,
    /// Sorted; the place of a stem is its number.
    stems: Vec<String>,
}

impl Vocabulary {
    /// The words of documents, synonyms and grammar.
    pub fn new(documents: &[Document], synonyms: &[Keyword]) -> Self {
        let mut words: Vec<String> = light_words().map(str::to_owned).collect();
        for document in documents {
            let Document { title, short, headings, body, stories, .. } = document;
            let lists = document.keywords.iter().chain(&document.signposts);
            for text in [title, short, headings, body, stories].into_iter().chain(lists) {
                words.extend(tokens(text));
            }
        }
        for phrase in synonyms.iter().flat_map(phrases) {
            words.extend(tokens(phrase));
        }
        let strong: Vec<String> = words.iter().flat_map(|word| strong_forms(word)).collect();
        words.extend(strong);
        let lexicon = Lexicon::new(words);
        let stems: BTreeSet<String> = lexicon.iter().map(|(_, stem)| stem.to_owned()).collect();
        Self { lexicon, stems: stems.into_iter().collect() }
    }

    /// Leaves out the stems that nothing leads to: no place in the index, no synonym, no part of a
    /// compound, no light word.
    pub fn keep(&mut self, impacts: &Impacts, synonyms: &[Keyword]) {
        let placed = |stem: &str| impacts.get(stem).is_some_and(|places| !places.is_empty());
        let mut kept: BTreeSet<String> = light_words().map(str::to_owned).collect();
        kept.extend(self.stems.iter().filter(|stem| placed(stem)).cloned());
        kept.extend(synonyms.iter().flat_map(phrases).flat_map(tokens).map(|word| self.lexicon.stem(&word)));
        let compounds = self.lexicon.iter().filter(|(_, stem)| kept.contains(*stem));
        let parts: Vec<String> = compounds.flat_map(|(form, _)| self.lexicon.parts(form)).collect();
        kept.extend(parts);
        self.stems.retain(|stem| kept.contains(stem));
    }

    /// The words with their stems.
    pub const fn lexicon(&self) -> &Lexicon {
        &self.lexicon
    }

    /// The stems, sorted; the place of a stem is its number.
    pub fn stems(&self) -> &[String] {
        &self.stems
    }

    /// Per stem the words that have it, but for the stem itself and for forms with a regular
    /// ending, which the script derives as [`derive`](Self::derive) does. A form that is written as
    /// another stem is no such form: *meten* of *meet*, beside the stem *meten* of *metingen*.
    pub fn forms(&self) -> Vec<Vec<&str>> {
        let mut forms = vec![Vec::new(); self.stems.len()];
        for (form, stem) in self.lexicon.iter() {
            if let Some(number) = self.number(stem)
                && form != stem
                && (self.derive(form) != Some(stem) || self.number(form).is_some())
            {
                forms[number].push(form);
            }
        }
        forms
    }

    /// The stem of a form with a regular ending: the first that is a stem here when the endings
    /// are taken off in their order.
    pub fn derive(&self, form: &str) -> Option<&str> {
        let known = |base: String| self.number(&base).map(|number| self.stems[number].as_str());
        let is_itself = |base: &str| {
            self.lexicon
                .stem_of(base)
                .and_then(|stem| self.number(stem))
                .is_none_or(|number| self.stems[number] == base)
        };
        endings(form)
            .filter(|(_, sure)| *sure >= REGULAR)
            .find_map(|(base, _)| known(base).filter(|stem| !is_light(stem) && is_itself(stem)))
    }

    /// The numbers of the light words, rising.
    pub fn light(&self) -> BTreeSet<usize> {
        light_words().filter_map(|word| self.number(word)).collect()
    }

    /// Compounds with their parts.
    pub fn compounds(&self) -> BTreeMap<usize, Vec<usize>> {
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (form, stem) in self.lexicon.iter() {
            let Some(compound) = self.number(stem) else { continue };
            let parts: Vec<usize> = self.lexicon.parts(form).iter().filter_map(|part| self.number(part)).collect();
            if !parts.is_empty() && !parts.contains(&compound) {
                found.entry(compound).or_insert(parts);
            }
        }
        found
    }

    /// Where `part` begins in the compound, if the script finds it there when it looks up the rest of
    /// the compound from that letter on.
    pub fn cut(&self, compound: usize, part: usize) -> Option<usize> {
        let stem = self.stems.get(compound)?;
        (1..stem.len()).find(|cut| stem.is_ascii() && self.look_up(&stem[*cut..]) == Some(part))
    }

    /// The number that the script finds for a word.
    pub fn look_up(&self, word: &str) -> Option<usize> {
        let of = |stem: Option<&str>| stem.and_then(|stem| self.number(stem));
        of(self.lexicon.stem_of(word)).or_else(|| self.number(word)).or_else(|| of(self.derive(word)))
    }

    /// Pairs of stems that the stemmer keeps apart although one word looks like a form of the
    /// other: the lower number first, and how sure that is in tenths.
    pub fn related(&self) -> Vec<(usize, usize, usize)> {
        let mut found: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for (form, stem) in self.lexicon.iter().filter(|(form, _)| is_content(form)) {
            let Some(number) = self.number(stem) else { continue };
            for (base, sure) in bases(form) {
                let Some(other) = self.number_of(&base).filter(|_| is_content(&base)) else { continue };
                if other == number || sure < ALIKE || self.is_noun_on_t(form, &base) {
                    continue;
                }
                let strength = found.entry((number.min(other), number.max(other))).or_default();
                *strength = (*strength).max(tenths(sure));
            }
        }
        found.into_iter().map(|((one, other), sure)| (one, other, sure)).collect()
    }

    /// Whether a word on *t* or *d* is a noun (*klant, klanten*) and no verb form of `base`.
    fn is_noun_on_t(&self, form: &str, base: &str) -> bool {
        let knows = |word: String| self.lexicon.stem_of(&word).is_some();
        match form.strip_prefix(base) {
            Some("t" | "d") => knows(format!("{form}en")),
            Some("te" | "ten") => knows(format!("{base}t")),
            Some("de" | "den") => knows(format!("{base}d")),
            _ => false,
        }
    }

    /// Per keyword the phrases that mean the same, each as the numbers of its stems. Light
    /// words count only in a phrase that has nothing else.
    pub fn synonyms(&self, synonyms: &[Keyword]) -> Vec<Vec<Vec<usize>>> {
        let stems = |phrase| Some(self.phrase(phrase)).filter(|stems| !stems.is_empty());
        synonyms.iter().map(|keyword| phrases(keyword).filter_map(stems).collect()).collect()
    }

    /// Keywords of more than one word, each with the pages that have it: what is typed exactly so is
    /// about those. Light words count where they make the difference: *te laat*.
    pub fn phrases(&self, documents: &[Document]) -> BTreeMap<Vec<usize>, BTreeSet<usize>> {
        let mut found: BTreeMap<Vec<usize>, BTreeSet<usize>> = BTreeMap::new();
        for (number, document) in documents.iter().enumerate().filter(|(_, document)| !document.is_entry()) {
            for keyword in &document.keywords {
                let content = self.phrase(keyword);
                let all = || tokens(keyword).iter().filter_map(|word| self.number_of(word)).collect();
                let phrase = if content.len() == 1 { all() } else { content };
                found.entry(phrase).or_default().insert(number);
            }
        }
        found.retain(|phrase, _| phrase.len() > 1);
        found
    }

    /// Names of entries by their first letters, those of compounds too: `tb`, `epd`. Only letters
    /// that are no word.
    pub fn initials(&self, documents: &[Document]) -> BTreeMap<String, BTreeSet<Vec<usize>>> {
        let mut found: BTreeMap<String, BTreeSet<Vec<usize>>> = BTreeMap::new();
        for document in documents.iter().filter(|document| document.is_entry()) {
            for name in std::iter::once(&document.title).chain(&document.keywords) {
                let phrase = self.phrase(name);
                let letters = self.letters(name);
                if (2..=MOST_INITIALS).contains(&letters.len()) && self.lexicon.stem_of(&letters).is_none() {
                    found.entry(letters).or_default().insert(phrase);
                }
            }
        }
        found
    }

    /// The first letters of the words of a name and of the parts of its compounds.
    fn letters(&self, name: &str) -> String {
        let words = tokens(name).into_iter().filter(|word| !is_light(word));
        let parts = words.flat_map(|word| match self.lexicon.parts(&word) {
            parts if parts.is_empty() => vec![word],
            parts => parts,
        });
        parts.filter_map(|part| part.chars().next()).collect()
    }

    fn phrase(&self, phrase: &str) -> Vec<usize> {
        let words = tokens(phrase);
        let content: Vec<&String> = words.iter().filter(|word| !is_light(word)).collect();
        let used = if content.is_empty() { words.iter().collect() } else { content };
        used.into_iter().filter_map(|word| self.number_of(word)).collect()
    }

    /// The number of a word: of its stem, or of the stem that it is.
    fn number_of(&self, word: &str) -> Option<usize> {
        self.number(self.lexicon.stem_of(word).unwrap_or(word))
    }

    /// The number of a stem.
    pub fn number(&self, stem: &str) -> Option<usize> {
        self.stems.binary_search_by(|known| known.as_str().cmp(stem)).ok()
    }
}

fn phrases(keyword: &Keyword) -> impl Iterator<Item = &str> {
    std::iter::once(&keyword.word).chain(&keyword.synonyms).map(Line::as_str)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 10")]
fn tenths(share: f64) -> usize {
    (share * 10.0).round() as usize
}

fn is_content(word: &str) -> bool {
    !is_light(word) && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dutch::stem;

    fn document(text: &str) -> Document {
        Document { kind: "vraag", title: text.to_owned(), keywords: vec!["te laat".to_owned()], ..Document::default() }
    }

    fn vocabulary(text: &str) -> Vocabulary {
        Vocabulary::new(&[document(text)], &[])
    }

    fn keyword(word: &str, synonyms: &[&str]) -> Keyword {
        let line = |text: &str| Line(text.to_owned());
        Keyword { word: line(word), synonyms: synonyms.iter().copied().map(line).collect() }
    }

    fn number(words: &Vocabulary, word: &str) -> usize {
        words.number_of(word).unwrap_or_else(|| panic!("{word}"))
    }

    fn are_related(words: &Vocabulary, one: &str, other: &str) -> bool {
        let pair = [words.number(&stem(one)).unwrap(), words.number(&stem(other)).unwrap()];
        words.related().iter().any(|(a, b, _)| pair.contains(a) && pair.contains(b) && a != b)
    }

    #[test]
    fn verb_forms_are_related_and_nouns_are_not() {
        let words = vocabulary("melden meldt klan klant klanten");
        assert!(stem("melden") == stem("meldt") || are_related(&words, "melden", "meldt"));
        assert!(!are_related(&words, "klan", "klant"));
    }

    #[test]
    fn forms_are_those_that_no_ending_explains() {
        let words = vocabulary("mentor mentoren slapen sliep");
        let forms = words.forms();
        assert_eq!(forms.len(), words.stems().len());
        assert_eq!(words.derive("mentoren"), Some("mentor"));
        assert!(forms[number(&words, "mentor")].is_empty());
        assert_eq!(words.derive("sliep"), None);
        assert_eq!(forms[number(&words, "slapen")], ["geslapen", "sliep"]);
    }

    #[test]
    fn only_a_sure_ending_comes_off_and_what_remains_is_a_stem_that_weighs() {
        let words = vocabulary("hek wachten kans");
        assert_eq!(words.derive("hekken"), Some("hek"));
        assert_eq!(words.derive("hekking"), None, "not a sure ending");
        assert_eq!(words.derive("kanen"), None, "kaan is no stem and kan is light");
        assert_eq!(words.derive("overhekken"), None, "no stem");
    }

    #[test]
    fn every_word_is_looked_up() {
        let words = vocabulary("Leerlingen sliepen en werkten in de werkplaatsen; hun mentoren gaven vakantie.");
        for (form, stem) in words.lexicon.iter() {
            assert_eq!(words.look_up(form), words.number(stem), "{form}");
        }
        assert_eq!(words.look_up("werkplaatsjes"), words.look_up("werkplaats"));
        assert_eq!(words.look_up("qqqq"), None);
    }

    #[test]
    fn a_part_of_a_compound_begins_where_the_rest_is_that_part() {
        let words = vocabulary("vakantie regeling vakantieregeling cafés");
        let (whole, first, rest) =
            (number(&words, "vakantieregeling"), number(&words, "vakantie"), number(&words, "regeling"));
        assert_eq!(words.compounds(), BTreeMap::from([(whole, vec![first, rest])]));
        assert_eq!(words.cut(whole, rest), Some("vakantie".len()));
        assert_eq!(words.cut(whole, first), None, "it doesn't stand at the end");
        assert_eq!(words.cut(words.stems().len(), rest), None);
    }

    #[test]
    fn words_that_lead_nowhere_are_left_out() {
        let synonyms = [keyword("te laat", &["overslapen"])];
        let mut words = Vocabulary::new(&[document("vakantieregeling vakantie regeling hek poort")], &synonyms);
        let placed = |stem: &str| (stem.to_owned(), vec![(0, 3)]);
        let impacts = Impacts::from([placed("vakantieregeling"), placed("hek"), ("poort".to_owned(), Vec::new())]);
        words.keep(&impacts, &synonyms);
        for kept in ["hek", "vakantieregeling", "vakantie", "regeling", "laat", "overslapen", "wanneer"] {
            assert!(words.number_of(kept).is_some(), "{kept}");
        }
        assert_eq!(words.number_of("poort"), None);
        let stems = words.stems();
        assert!(stems.is_sorted() && stems.iter().enumerate().all(|(place, stem)| words.number(stem) == Some(place)));
    }

    #[test]
    fn synonyms_are_numbers_of_stems() {
        let synonyms = [keyword("te laat", &["overslapen", "niet op tijd"])];
        let words = Vocabulary::new(&[document("laat")], &synonyms);
        let found = words.synonyms(&synonyms);
        assert_eq!(found[0][..2], [vec![number(&words, "laat")], vec![number(&words, "overslapen")]]);
    }

    #[test]
    fn keywords_of_several_words_know_their_pages() {
        let of = |keyword: &str| Document { keywords: vec![keyword.to_owned()], ..document("hek verven") };
        let documents = [of("hek verven"), of("hek"), of("het hek verven")];
        let words = Vocabulary::new(&documents, &[]);
        let phrase = vec![number(&words, "hek"), number(&words, "verven")];
        assert_eq!(words.phrases(&documents), BTreeMap::from([(phrase, BTreeSet::from([0, 2]))]));
    }

    #[test]
    fn names_of_entries_have_initials() {
        let entry = |name: &str| Document { kind: "begrip", title: name.to_owned(), ..Document::default() };
        let documents = [
            document("traject begeleider opleiding"),
            entry("trajectbegeleider"),
            entry("overeenkomst alternerende opleiding"),
        ];
        let words = Vocabulary::new(&documents, &[]);
        let found = words.initials(&documents);
        assert_eq!(found.keys().collect::<Vec<_>>(), ["oao", "tb"]);
        assert_eq!(found["oao"].first().unwrap().len(), 3);
    }

    #[test]
    fn phrases_leave_out_light_words() {
        let words = vocabulary("Wat nu?");
        assert_eq!(words.phrase("te laat"), [words.number("laat").unwrap()]);
        assert_eq!(words.phrase("wat nu").len(), 2);
    }
}
