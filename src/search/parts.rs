//! The index cut into parts: words with where they stand, and pages with their names.
//!
//! A small site gets one part of each, within the index itself.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::Document;
use super::impact::Impacts;
use super::pack::{Numbers, level};
use super::vocabulary::Vocabulary;
use crate::dutch::tokens;

/// With more documents than this the parts are files of their own.
pub const UNCUT: usize = 1000;

/// The number of places where words stand that fill a part: some five kilobytes on the wire.
const PLACES: usize = 4000;

/// The number of documents in a part.
const PAGES: usize = 128;

/// A part: the number of the first word or document in it, and its data.
pub type Part = (usize, Value);

/// The words in their order, each with the documents that have it and with the phrases it begins.
#[must_use]
pub fn terms(
    vocabulary: &Vocabulary,
    impacts: &Impacts,
    phrases: &BTreeMap<Vec<usize>, BTreeSet<usize>>,
    documents: usize,
) -> Vec<Part> {
    let none = Vec::new();
    let places: Vec<&Vec<(usize, usize)>> =
        vocabulary.stems().into_iter().map(|stem| impacts.get(stem).unwrap_or(&none)).collect();
    let most = if documents > UNCUT { PLACES } else { usize::MAX };
    cut(&places, most).into_iter().map(|(from, to)| (from, term_part(&places[from..to], from, phrases))).collect()
}

/// Where to cut: stretches with some `most` places each.
fn cut(places: &[&Vec<(usize, usize)>], most: usize) -> Vec<(usize, usize)> {
    let mut stretches = Vec::new();
    let (mut from, mut size) = (0, 0);
    for (number, found) in places.iter().enumerate() {
        if size > 0 && size + found.len() > most {
            stretches.push((from, number));
            (from, size) = (number, 0);
        }
        size += found.len();
    }
    stretches.push((from, places.len()));
    stretches
}

fn term_part(places: &[&Vec<(usize, usize)>], from: usize, phrases: &BTreeMap<Vec<usize>, BTreeSet<usize>>) -> Value {
    let mut documents = Numbers::default();
    for found in places {
        documents.push(found.len()).rising(found.iter().map(|(document, _)| *document));
    }
    let levels: String = places.iter().flat_map(|found| found.iter().map(|(_, found)| level(*found))).collect();
    let mut starting = Numbers::default();
    let within = phrases.range(vec![from]..vec![from + places.len()]);
    let mut last = from;
    for (phrase, documents) in within {
        starting.push(phrase[0] - last).list(&phrase[1..]).push(documents.len()).rising(documents.iter().copied());
        last = phrase[0];
    }
    json!({ "documents": documents.to_string(), "levels": levels, "phrases": starting.to_string() })
}

/// The documents in their order: ids and titles, a line each. An id that the title gives is empty.
#[must_use]
pub fn pages(documents: &[Document]) -> Vec<Part> {
    let size = if documents.len() > UNCUT { PAGES } else { documents.len().max(1) };
    let parts = documents.chunks(size).enumerate();
    let part = |chunk: &[Document]| {
        let lines = |text: fn(&Document) -> &str| chunk.iter().map(text).collect::<Vec<_>>().join("\n");
        json!({ "ids": lines(id), "titles": lines(|d| &d.title) })
    };
    parts.map(|(number, chunk)| (number * size, part(chunk))).collect()
}

/// The id of a document, unless it's the words of its title with hyphens between.
fn id(document: &Document) -> &str {
    let name = document.name();
    let words = tokens(&document.title);
    if words.join("-") == name && !document.title.contains('-') { "" } else { name }
}
