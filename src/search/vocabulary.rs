//! Every word of the site and of the synonyms: its stem, its parts and its relatives.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::registers::Keyword;
use crate::dutch::function_words::FUNCTION_WORDS;
use crate::dutch::suffixes::bases;
use crate::dutch::{Lexicon, is_function_word, stem, tokens};

use super::Document;

/// How sure it must be that two words mean the same.
const ALIKE: f64 = 0.6;

/// The words, with numbers for the stems.
pub struct Vocabulary {
    lexicon: Lexicon,
    numbers: BTreeMap<String, usize>,
}

impl Vocabulary {
    /// The words of documents, synonyms and grammar.
    pub fn new(documents: &[Document], synonyms: &[Keyword]) -> Self {
        let mut words: Vec<String> = FUNCTION_WORDS.iter().map(|&word| word.to_owned()).collect();
        for document in documents {
            for text in [&document.title, &document.short, &document.body].into_iter().chain(&document.keywords) {
                words.extend(tokens(text));
            }
        }
        for phrase in synonyms.iter().flat_map(phrases) {
            words.extend(tokens(phrase));
        }
        let lexicon = Lexicon::new(words);
        let stems: BTreeSet<String> = lexicon.iter().map(|(_, stem)| stem.to_owned()).collect();
        let numbers = stems.into_iter().enumerate().map(|(number, stem)| (stem, number)).collect();
        Self { lexicon, numbers }
    }

    /// The stems, sorted; the place of a stem is its number.
    pub fn stems(&self) -> Vec<&str> {
        self.numbers.keys().map(String::as_str).collect()
    }

    /// Per stem the words that have it, unless it is the stem itself, with spaces between.
    pub fn forms(&self) -> Vec<String> {
        let mut forms = vec![Vec::new(); self.numbers.len()];
        for (form, stem) in self.lexicon.iter() {
            if form != stem {
                forms[self.numbers[stem]].push(form);
            }
        }
        forms.into_iter().map(|forms| forms.join(" ")).collect()
    }

    /// The numbers of the function words.
    pub fn function_words(&self) -> Vec<usize> {
        FUNCTION_WORDS.iter().filter_map(|word| self.number(word)).collect()
    }

    /// Per compound its number and those of its parts.
    pub fn parts(&self) -> Vec<Vec<usize>> {
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (form, stem) in self.lexicon.iter() {
            let compound = self.numbers[stem];
            let parts: Vec<usize> = self.lexicon.parts(form).iter().filter_map(|part| self.number(part)).collect();
            if !parts.is_empty() && !parts.contains(&compound) {
                found.entry(compound).or_insert(parts);
            }
        }
        found.into_iter().map(|(compound, parts)| std::iter::once(compound).chain(parts).collect()).collect()
    }

    /// Pairs of stems that the stemmer keeps apart although one word looks like a form of the
    /// other, with how sure that is.
    pub fn related(&self) -> Vec<(usize, usize, f64)> {
        let mut found: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for (form, stem) in self.lexicon.iter().filter(|(form, _)| is_content(form)) {
            for (base, sure) in bases(form) {
                let Some(other) = self.lexicon.stem_of(&base).filter(|_| is_content(&base)) else { continue };
                if sure < ALIKE {
                    continue;
                }
                if other == stem || self.is_noun_on_t(form, &base) {
                    continue;
                }
                let (one, other) = (self.numbers[stem], self.numbers[other]);
                let strength = found.entry((one.min(other), one.max(other))).or_default();
                *strength = strength.max(sure);
            }
        }
        found.into_iter().map(|((one, other), sure)| (one, other, sure)).collect()
    }

    /// Whether a word on *t* or *d* is a noun of its own (*klant, klanten*) and no verb form of `base`.
    fn is_noun_on_t(&self, form: &str, base: &str) -> bool {
        form.strip_suffix(['t', 'd']) == Some(base) && self.lexicon.stem_of(&format!("{form}en")).is_some()
    }

    /// Per keyword the phrases that mean the same, each as the numbers of its stems. Function
    /// words count only in a phrase that has nothing else.
    pub fn synonyms(&self, synonyms: &[Keyword]) -> Vec<Vec<Vec<usize>>> {
        synonyms.iter().map(|keyword| phrases(keyword).map(|phrase| self.phrase(phrase)).collect()).collect()
    }

    /// Titles and keywords as phrases, each with the documents that have it: what is typed exactly
    /// so is about those.
    pub fn phrases(&self, documents: &[Document]) -> Vec<(Vec<usize>, Vec<usize>)> {
        let mut found: BTreeMap<Vec<usize>, BTreeSet<usize>> = BTreeMap::new();
        for (number, document) in documents.iter().enumerate() {
            for text in std::iter::once(&document.title).chain(&document.keywords) {
                found.entry(self.phrase(text)).or_default().insert(number);
            }
        }
        found.remove(&Vec::new());
        found.into_iter().map(|(phrase, documents)| (phrase, documents.into_iter().collect())).collect()
    }

    fn phrase(&self, phrase: &str) -> Vec<usize> {
        let words = tokens(phrase);
        let content: Vec<&String> = words.iter().filter(|word| !is_function_word(word)).collect();
        let used = if content.is_empty() { words.iter().collect() } else { content };
        used.into_iter().filter_map(|word| self.number(&stem(word))).collect()
    }

    fn number(&self, stem: &str) -> Option<usize> {
        self.numbers.get(stem).copied()
    }
}

fn phrases(keyword: &Keyword) -> impl Iterator<Item = &str> {
    std::iter::once(&keyword.word).chain(&keyword.synonyms).map(|line| line.as_str())
}

fn is_content(word: &str) -> bool {
    !is_function_word(word) && word.chars().all(char::is_alphabetic)
}
