//! The words that lead to pages, as search reads them: made once, for the rules that compare words.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::Corpus;
use crate::content::Kind;
use crate::content::question::Question;
use crate::content::registers::{Keyword, Keywords};
use crate::dutch::suffixes::bases;
use crate::dutch::verbs::strong_forms;
use crate::dutch::{Lexicon, is_light, tokens};
use crate::load::CaseFile;
use crate::search::{Document, documents};

/// How sure an ending must be for search to see the shorter word in a word that it doesn't know.
const SURE: f64 = 0.75;

/// The register of keywords, with the stems that search gives to its words.
pub(super) struct Wording<'a> {
    /// `trefwoorden.yaml`.
    pub(super) file: &'a CaseFile,
    register: &'a Keywords,
    /// The words of all pages, without those of the register.
    lexicon: Lexicon,
    questions: Vec<(&'a CaseFile, &'a Question)>,
    signposts: Vec<Signpost<'a>>,
    reach: HashMap<&'a str, Reach>,
}

/// The words that lead to a question although its text lacks them, as stems.
pub(super) struct Reach {
    /// From its keywords and its signposts.
    pub(super) lacking: BTreeSet<String>,
    /// Every word of its keywords.
    keywords: BTreeSet<String>,
}

/// A word or phrase of the register, with its place as a JSON pointer.
pub(super) struct Phrase<'a> {
    /// As it is written.
    pub(super) text: &'a str,
    /// Where it stands.
    pub(super) pointer: String,
}

/// A signpost, with the question that it leads to.
pub(super) struct Signpost<'a> {
    /// The id of the question.
    pub(super) question: &'a str,
    /// What people type.
    pub(super) phrase: Phrase<'a>,
    /// The stems of its words, without light words.
    pub(super) stems: BTreeSet<String>,
}

impl<'a> Wording<'a> {
    /// Reads the register and every page; none when one of them has the wrong shape.
    pub(super) fn new(corpus: &'a Corpus) -> Option<Self> {
        let (file, register) = corpus.keywords()?;
        let mut knowledge = corpus.knowledge()?;
        // What the register adds is held against the pages as they are without it.
        knowledge.keywords = Keywords::default();
        let pages: Vec<Page> = documents(&knowledge).iter().map(Page::of).collect();
        let questions = corpus.questions().collect();
        let (signposts, reach) = (Vec::new(), HashMap::new());
        let mut wording = Self { file, register, lexicon: lexicon(&pages), questions, signposts, reach };
        wording.signposts = wording.read_signposts();
        wording.reach = wording.reaches(&pages);
        Some(wording)
    }

    fn read_signposts(&self) -> Vec<Signpost<'a>> {
        let mut found = Vec::new();
        for (i, entry) in self.register.signposts.iter().enumerate() {
            for (j, word) in entry.words.iter().enumerate() {
                found.push(Signpost {
                    question: entry.question.as_str(),
                    phrase: Phrase { text: word.as_str(), pointer: format!("/wegwijzers/{i}/woorden/{j}") },
                    stems: self.content_stems(&tokens(word.as_str())).collect(),
                });
            }
        }
        found
    }

    fn reaches(&self, pages: &[Page]) -> HashMap<&'a str, Reach> {
        let mut typed: HashMap<&str, BTreeSet<String>> = HashMap::new();
        for signpost in &self.signposts {
            typed.entry(signpost.question).or_default().extend(signpost.stems.iter().cloned());
        }
        let pages: HashMap<&str, &Page> =
            pages.iter().filter_map(|page| Some((page.question.as_deref()?, page))).collect();
        let ids = self.questions.iter().map(|(file, _)| file.id.as_str());
        ids.filter_map(|id| Some((id, self.reached(pages.get(id)?, typed.remove(id).unwrap_or_default())))).collect()
    }

    /// What leads to a page, given the stems of its signposts.
    fn reached(&self, page: &Page, typed: BTreeSet<String>) -> Reach {
        let text: HashSet<String> = self.content_stems(&page.text).collect();
        let keywords: BTreeSet<String> = self.content_stems(&page.keywords).collect();
        let all = typed.into_iter().chain(keywords.iter().cloned());
        Reach { lacking: all.filter(|stem| !text.contains(stem)).collect(), keywords }
    }

    /// Every word of the register with its synonyms, the word itself first.
    pub(super) fn groups(&self) -> impl Iterator<Item = Vec<Phrase<'a>>> {
        self.register.keywords.iter().enumerate().map(|(i, keyword)| group(i, keyword))
    }

    /// Every signpost.
    pub(super) fn signposts(&self) -> &[Signpost<'a>] {
        &self.signposts
    }

    /// What leads to a question; none when there is no such question.
    pub(super) fn reach(&self, question: &str) -> Option<&Reach> {
        self.reach.get(question)
    }

    /// The questions that readers may see, and what leads to them.
    pub(super) fn published(&self) -> impl Iterator<Item = (&'a CaseFile, &Reach)> {
        let public = self.questions.iter().filter(|(_, question)| question.standing.status.is_public());
        public.filter_map(|(file, _)| Some((*file, self.reach(&file.id)?)))
    }

    /// A text as search compares phrases: the stems of its words in order, without light words
    /// unless it has no others.
    pub(super) fn stems(&self, text: &str) -> Vec<String> {
        let words = tokens(text);
        let content: Vec<String> = self.content_stems(&words).collect();
        if content.is_empty() { words } else { content }
    }

    /// Whether search reads the words of a text right, where only other forms of them are kept: a
    /// page has the word as it is, or its ending leads to its stem.
    pub(super) fn is_known(&self, text: &str) -> bool {
        tokens(text).iter().filter(|word| !is_light(word)).all(|word| {
            let stem = self.lexicon.stem(word);
            let leads = |base: &str| base == stem || self.lexicon.stem_of(base) == Some(&stem);
            let is_page_word = self.lexicon.stem_of(word).is_some();
            is_page_word || *word == stem || bases(word).iter().any(|(base, sure)| *sure >= SURE && leads(base))
        })
    }

    /// The line where a phrase stands.
    pub(super) fn line(&self, phrase: &Phrase) -> usize {
        self.file.place(&phrase.pointer).line
    }

    /// The stems of the words that are not light.
    fn content_stems<'w>(&self, words: impl IntoIterator<Item = &'w String>) -> impl Iterator<Item = String> {
        words.into_iter().filter(|word| !is_light(word)).map(|word| self.lexicon.stem(word))
    }
}

impl Reach {
    /// Whether the page has a word already, as a keyword or elsewhere.
    pub(super) fn is_on_page(&self, stem: &str) -> bool {
        self.keywords.contains(stem) || !self.lacking.contains(stem)
    }
}

fn group(number: usize, keyword: &Keyword) -> Vec<Phrase<'_>> {
    let word = Phrase { text: keyword.word.as_str(), pointer: format!("/trefwoorden/{number}/woord") };
    let synonyms = keyword.synonyms.iter().enumerate().map(|(j, synonym)| Phrase {
        text: synonym.as_str(),
        pointer: format!("/trefwoorden/{number}/synoniemen/{j}"),
    });
    std::iter::once(word).chain(synonyms).collect()
}

/// The different words of a page.
struct Page {
    /// The id, when it is a question.
    question: Option<String>,
    /// What the page says.
    text: HashSet<String>,
    keywords: HashSet<String>,
}

impl Page {
    fn of(document: &Document) -> Self {
        let Document { id, kind, title, keywords, short, headings, body, stories, .. } = document;
        Self {
            question: (*kind == Kind::Question.name()).then(|| id.clone()),
            text: [title, short, headings, body, stories].into_iter().flat_map(|text| tokens(text)).collect(),
            keywords: keywords.iter().flat_map(|keyword| tokens(keyword)).collect(),
        }
    }
}

fn lexicon(pages: &[Page]) -> Lexicon {
    let all: HashSet<&String> = pages.iter().flat_map(|page| page.text.iter().chain(&page.keywords)).collect();
    let strong = all.iter().flat_map(|word| strong_forms(word));
    Lexicon::new(strong.chain(all.iter().map(|word| (*word).clone())))
}
