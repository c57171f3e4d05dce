//! Makes the search files of a site of any size, for `tests/search/bench`: `zoeksite COUNT FOLDER`, with the number of
//! questions, or `eigen` for this site as it is. Says on its output, as JSON, what the building took.
//!
//! Made pages follow those of this site: half their sentences come from one page, half from any other, and some words
//! give way to what the page is about. That may be a new compound: of those, as of words in any text, few are used
//! often and many once, and the more pages, the more there are.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a tool for measuring may stop at what cannot be")]

use std::fs;
use std::path::Path;
use std::time::Instant;

use fastrand::Rng;
use mentorwijzer::content::common::Line;
use mentorwijzer::content::registers::Keyword;
use mentorwijzer::dutch::{is_light, tokens};
use mentorwijzer::load::load;
use mentorwijzer::search::{Document, build, documents};
use serde_json::{Value, json};

/// The questions of this site, on which sizes are reckoned.
const OWN: f64 = 55.0;
const SEED: u64 = 2026;
/// Queries of each kind.
const QUERIES: usize = 50;
/// Words that a page is about.
const TOPICS: usize = 6;

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder] = arguments.as_slice() else { panic!("zoeksite COUNT FOLDER") };
    let knowledge = load(Path::new(".")).unwrap().knowledge.unwrap().published();
    let own = documents(&knowledge);
    let synonyms = knowledge.keywords.keywords;
    let mut maker = Maker::new(&own);
    let (made, synonyms) = match count.parse() {
        Ok(count) => (maker.documents(&own, count), maker.synonyms(synonyms, count)),
        Err(_) => (own, synonyms),
    };

    let start = Instant::now();
    let files = build(&made, &synonyms);
    let seconds = start.elapsed().as_secs_f64();
    for file in files {
        let path = Path::new(folder).join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, &file.content).unwrap();
    }
    let queries = maker.queries(&made, &synonyms);
    fs::write(Path::new(folder).join("vragen.json"), json!(queries).to_string()).unwrap();
    println!("{}", json!({ "documents": made.len(), "seconds": seconds, "peak": peak() }));
}

/// The most memory this process had, in kilobytes.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// Makes texts from those of a site.
struct Maker {
    random: Rng,
    /// Every use of a word that weighs, so that choosing one chooses often what is used often.
    words: Vec<String>,
    sentences: Vec<String>,
    /// Every use of a compound that was made up, as its two words.
    coined: Vec<[String; 2]>,
    kinds: f64,
}

impl Maker {
    fn new(own: &[Document]) -> Self {
        let texts = || own.iter().flat_map(|page| [&page.short, &page.body, &page.stories]);
        let sentences = texts().flat_map(|text| sentences(text)).map(str::to_owned).collect();
        let words = texts().flat_map(|text| tokens(text)).filter(|word| is_content(word)).collect();
        Self { random: Rng::with_seed(SEED), words, sentences, coined: Vec::new(), kinds: 0.0 }
    }

    fn chance(&mut self, share: f64) -> bool {
        self.random.f64() < share
    }

    fn one<'a, T>(&mut self, list: &'a [T]) -> Option<&'a T> {
        (!list.is_empty()).then(|| &list[self.random.usize(..list.len())])
    }

    fn word(&mut self) -> String {
        self.words[self.random.usize(..self.words.len())].clone()
    }

    /// A made-up compound: a new one, or one that was used before. The share of new ones falls as it does in texts
    /// (Pitman-Yor).
    fn compound(&mut self) -> [String; 2] {
        #[expect(clippy::cast_precision_loss, reason = "a count of words")]
        let new = (40.0 + 0.6 * self.kinds) / (40.0 + self.coined.len() as f64);
        let compound = if self.chance(new) {
            self.kinds += 1.0;
            [self.word(), self.word()]
        } else {
            self.coined[self.random.usize(..self.coined.len())].clone()
        };
        self.coined.push(compound.clone());
        compound
    }

    fn topic(&mut self) -> String {
        if self.chance(0.5) { self.compound().concat() } else { self.word() }
    }

    /// A text with some of its words, those that weigh, changed for words of the topic.
    fn about(&mut self, text: &str, topics: &[String], share: f64) -> String {
        let words = text.split(' ').map(|word| {
            let is_changed = is_content(&word.to_lowercase()) && self.chance(share);
            if is_changed { self.one(topics).cloned().unwrap_or_default() } else { word.to_owned() }
        });
        words.collect::<Vec<_>>().join(" ")
    }

    /// As many sentences as a text has, half of them its own.
    fn text(&mut self, text: &str, topics: &[String]) -> String {
        let own: Vec<&str> = sentences(text).collect();
        let all: Vec<String> = own
            .iter()
            .map(|own| {
                let sentence = if self.chance(0.5) {
                    (*own).to_owned()
                } else {
                    self.sentences[self.random.usize(..self.sentences.len())].clone()
                };
                self.about(&sentence, topics, 0.12)
            })
            .collect();
        all.join(". ")
    }

    fn document(&mut self, model: &Document, number: usize) -> Document {
        let topics: Vec<String> = (0..TOPICS).map(|_| self.topic()).collect();
        let mut keywords: Vec<String> = model.keywords.iter().map(|k| self.about(k, &topics, 0.4)).collect();
        if !model.keywords.is_empty() {
            keywords.extend_from_slice(&topics[..2]);
        }
        Document {
            id: format!("{}-{number}", model.id),
            url: model.url.replacen(model.name(), &format!("{}-{number}", model.name()), 1),
            kind: model.kind,
            title: self.about(&model.title, &topics, 0.4),
            keywords,
            signposts: model.signposts.iter().map(|signpost| self.about(signpost, &topics, 0.3)).collect(),
            short: self.text(&model.short, &topics),
            headings: self.about(&model.headings, &topics, 0.2),
            body: self.text(&model.body, &topics),
            stories: self.text(&model.stories, &topics),
            phases: model.phases.clone(),
            groups: model.groups.clone(),
        }
    }

    /// So many questions; of pages of other kinds, and of names and words, there are more as well, but they grow slower.
    fn documents(&mut self, own: &[Document], questions: usize) -> Vec<Document> {
        let kinds = own.chunk_by(|one, other| one.kind == other.kind);
        let mut made = Vec::new();
        for models in kinds {
            let count = match models[0].kind {
                "vraag" => questions,
                _ => grown(models.len(), questions),
            };
            made.extend((0..count).map(|number| self.document(&models[number % models.len()], number)));
        }
        made
    }

    /// The synonyms, and for a larger site more of them, with made-up words.
    fn synonyms(&mut self, own: Vec<Keyword>, questions: usize) -> Vec<Keyword> {
        let more = grown(own.len(), questions).saturating_sub(own.len());
        let made: Vec<Keyword> = (0..more)
            .map(|number| {
                let model = &own[number % own.len()];
                let topics = [self.topic(), self.topic()];
                let mut line = |given: &Line| Line(self.about(given.as_str(), &topics, 0.6));
                Keyword { word: line(&model.word), synonyms: model.synonyms.iter().map(&mut line).collect() }
            })
            .collect();
        own.into_iter().chain(made).collect()
    }

    /// Queries of every kind, as `{ q, kind }`.
    fn queries(&mut self, made: &[Document], synonyms: &[Keyword]) -> Vec<Value> {
        let questions: Vec<&Document> = made.iter().filter(|page| page.kind == "vraag").collect();
        let kinds = ["woord", "verbuiging", "samenstelling", "typfout", "afkorting", "synoniem", "zin"];
        let mut queries = Vec::new();
        for _ in 0..QUERIES {
            for kind in kinds {
                let page = questions[self.random.usize(..questions.len())];
                let query = self.query(kind, page, synonyms).filter(|query| !query.is_empty());
                queries.push(json!({ "q": query.unwrap_or_else(|| self.word()), "kind": kind }));
            }
        }
        queries
    }

    fn query(&mut self, kind: &str, page: &Document, synonyms: &[Keyword]) -> Option<String> {
        let title: Vec<String> = tokens(&page.title).into_iter().filter(|word| is_content(word)).collect();
        match kind {
            "woord" => self.one(&page.keywords).cloned(),
            "verbuiging" => Some(format!("{}{}", self.one(&title)?, self.one(&["en", "s", "je", "t", "tjes"])?)),
            "samenstelling" if self.chance(0.5) => Some(self.compound().join(" ")),
            "samenstelling" => Some(self.word() + &self.word()),
            "typfout" => {
                let word = self.one(&title)?.clone();
                Some(self.mistyped(&word))
            }
            "afkorting" => {
                let keyword = self.one(&page.keywords)?;
                Some(tokens(keyword).iter().filter_map(|word| word.chars().next()).take(4).collect())
            }
            "synoniem" => {
                let keyword = self.one(synonyms)?;
                let phrase = self.one(&keyword.synonyms)?.as_str().to_owned();
                Some(phrase)
            }
            _ => {
                let own: Vec<&str> = sentences(&page.body).collect();
                self.one(&own).map(|sentence| (*sentence).to_owned())
            }
        }
    }

    /// A word with two letters swapped, one missing or one twice.
    fn mistyped(&mut self, word: &str) -> String {
        let mut letters: Vec<char> = word.chars().collect();
        let place = self.random.usize(1..letters.len().max(3) - 1);
        match self.random.usize(..3) {
            0 if place + 1 < letters.len() => letters.swap(place, place + 1),
            1 if place < letters.len() => drop(letters.remove(place)),
            _ => letters.insert(place.min(letters.len()), letters[place.min(letters.len() - 1)]),
        }
        letters.into_iter().collect()
    }
}

/// How many there are of what grows slower than the questions, when a site has so many of those.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "small counts"
)]
fn grown(own: usize, questions: usize) -> usize {
    (own as f64 * (questions as f64 / OWN).sqrt()).round() as usize
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', '.', '?', '!']).map(str::trim).filter(|sentence| sentence.contains(' '))
}

/// Whether a word may stand for what a page is about.
fn is_content(word: &str) -> bool {
    (4..=12).contains(&word.len()) && word.chars().all(|c| c.is_ascii_lowercase()) && !is_light(word)
}
