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

/// The words in their order, each with the documents that have it and with the phrases it begins; one
/// part when `whole`.
#[must_use]
pub fn terms(
    vocabulary: &Vocabulary,
    impacts: &Impacts,
    phrases: &BTreeMap<Vec<usize>, BTreeSet<usize>>,
    whole: bool,
) -> Vec<Part> {
    let none = Vec::new();
    let places: Vec<&Vec<(usize, usize)>> =
        vocabulary.stems().iter().map(|stem| impacts.get(stem).unwrap_or(&none)).collect();
    let most = if whole { usize::MAX } else { PLACES };
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

/// The documents in their order: ids and titles, a line each. An id that the title gives is empty. One
/// part when `whole`.
#[must_use]
pub fn pages(documents: &[Document], whole: bool) -> Vec<Part> {
    let size = if whole { documents.len().max(1) } else { PAGES };
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

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::super::unpack;
    use super::*;

    fn places(counts: &[usize]) -> Vec<Vec<(usize, usize)>> {
        counts.iter().map(|count| (0..*count).map(|document| (document, 1)).collect()).collect()
    }

    proptest! {
        /// Stretches follow on each other, and none is longer than asked unless it is one word.
        #[test]
        fn stretches_cover_every_word(counts in vec(0_usize..30, 1..60), most in 1_usize..40) {
            let places = places(&counts);
            let found = cut(&places.iter().collect::<Vec<_>>(), most);
            prop_assert_eq!((found[0].0, found[found.len() - 1].1), (0, counts.len()));
            prop_assert!(found.windows(2).all(|pair| pair[0].1 == pair[1].0));
            for (from, to) in found {
                let size: usize = counts[from..to].iter().sum();
                let filled = counts[from..to].iter().filter(|count| **count > 0).count();
                prop_assert!(size <= most || filled == 1, "{from}-{to} holds {size}");
            }
        }
    }

    #[test]
    fn a_part_holds_the_phrases_that_begin_in_it() {
        let places = places(&[2, 1, 3]);
        let phrases = BTreeMap::from([
            (vec![0, 9], BTreeSet::from([4])),
            (vec![1, 7, 8], BTreeSet::from([2, 5])),
            (vec![3, 1], BTreeSet::new()),
        ]);
        let part = term_part(&places.iter().collect::<Vec<_>>()[1..], 1, &phrases);
        let mut found = unpack::Numbers::new(part["phrases"].as_str().unwrap());
        assert_eq!((found.next(), found.list(), found.list().len()), (0, vec![7, 8], 2));
        assert!(found.is_done());
        assert_eq!(part["levels"], "\"".repeat(4).replace('"', "#"));
    }

    #[test]
    fn an_id_that_the_title_gives_is_left_out() {
        let document =
            |id: &str, title: &str| Document { id: id.to_owned(), title: title.to_owned(), ..Document::default() };
        let documents = [
            document("checklist:te-laat", "Te laat"),
            document("ziek", "Mijn leerling is ziek"),
            document("e-mail", "E-mail"),
        ];
        let (first, part) = pages(&documents, true).pop().unwrap();
        assert_eq!((first, &part["ids"]), (0, &json!("\nziek\ne-mail")));
    }
}
