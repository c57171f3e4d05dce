//! What each page takes to read, and how often other questions lead to it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::content::Kind;
use crate::content::plain::paragraphs;
use crate::dutch::readability::Reading;
use crate::load::{CaseFile, Corpus, MarkKind};

/// The figures of one file of `cases/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageStatistics {
    /// Path relative to the root, with forward slashes.
    pub file: String,
    /// Counts over its prose; titles, labels and other single lines are left out.
    pub reading: Reading,
    /// For a question: how many other questions name it as related.
    pub related_from: Option<usize>,
}

/// The figures of every file that holds prose, in the order of the corpus.
#[must_use]
pub fn of(corpus: &Corpus) -> Vec<PageStatistics> {
    let related = related(corpus);
    let pages = corpus.files.iter().map(|file| PageStatistics {
        file: file.path.clone(),
        reading: reading(file),
        related_from: (file.kind == Kind::Question).then(|| related.get(file.id.as_str()).map_or(0, BTreeSet::len)),
    });
    pages.filter(|page| page.reading.sentences > 0).collect()
}

fn reading(file: &CaseFile) -> Reading {
    let prose = file.marks.iter().filter(|mark| mark.kind == MarkKind::Prose);
    prose.flat_map(|mark| paragraphs(&mark.text)).map(|paragraph| Reading::of(&paragraph)).sum()
}

/// By question: the other questions that name it as related.
fn related(corpus: &Corpus) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (file, question) in corpus.questions() {
        for related in question.related.iter().filter(|r| r.question.as_str() != file.id) {
            found.entry(related.question.as_str()).or_default().insert(&file.id);
        }
    }
    found
}

/// The figures as a table for people, in Dutch.
#[must_use]
pub fn table(pages: &[PageStatistics]) -> String {
    let width = pages.iter().map(|page| name(page).chars().count()).max().unwrap_or_default().max(8);
    let mut text =
        format!("{:width$}  woorden  zinnen  woorden/zin  langste zin  Flesch-Douma  verwant van\n", "bestand");
    for page in pages {
        let related = page.related_from.map_or_else(|| "-".to_owned(), |count| count.to_string());
        row(&mut text, name(page), width, &page.reading, &related);
    }
    let total: Reading = pages.iter().map(|page| page.reading).sum();
    row(&mut text, "samen", width, &total, "-");
    text.push_str("\nFlesch-Douma: 60 tot 70 is normaal, 70 tot 80 vrij makkelijk, 80 tot 90 makkelijk.\n");
    text
}

fn name(page: &PageStatistics) -> &str {
    page.file.trim_start_matches("cases/").trim_end_matches(".yaml")
}

fn row(text: &mut String, name: &str, width: usize, reading: &Reading, related: &str) {
    let score = reading.flesch_douma().map_or_else(|| "-".to_owned(), decimal);
    let _ = writeln!(
        text,
        "{name:width$}  {:>7}  {:>6}  {:>11}  {:>11}  {score:>12}  {related:>11}",
        reading.words,
        reading.sentences,
        decimal(reading.words_per_sentence()),
        reading.longest,
    );
}

/// A number with one decimal, after a comma.
fn decimal(number: f64) -> String {
    format!("{number:.1}").replace('.', ",")
}
