//! References to sources as readers see them: each document once, with all its places.

use serde::Serialize;

use crate::content::common::{Lines, SourceRef};

/// A document with the places in it, in the order of the file.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Reference<'s> {
    document: &'s str,
    #[serde(rename = "plaatsen")]
    places: Vec<Place<'s>>,
}

/// A numbered question, or no question, with its lines.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Place<'s> {
    #[serde(rename = "vraag")]
    question: Option<u32>,
    #[serde(rename = "regels")]
    lines: Vec<&'s str>,
}

/// Gathers references by document, and inside it by question.
#[must_use]
pub fn by_document(list: &[SourceRef]) -> Vec<Reference<'_>> {
    let mut found: Vec<Reference> = Vec::new();
    for part in list {
        let document = part.document.as_str();
        let at = found.iter().position(|reference| reference.document == document).unwrap_or_else(|| {
            found.push(Reference { document, places: Vec::new() });
            found.len() - 1
        });
        if part.question.is_some() || part.lines.is_some() {
            add(&mut found[at].places, part);
        }
    }
    found
}

fn add<'s>(places: &mut Vec<Place<'s>>, part: &'s SourceRef) {
    let lines = part.lines.iter().map(Lines::as_str);
    match places.iter_mut().find(|place| place.question == part.question) {
        Some(place) => place.lines.extend(lines),
        None => places.push(Place { question: part.question, lines: lines.collect() }),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::pages::test_support::typed;

    #[test]
    fn each_document_and_question_stands_once() {
        let list: Vec<SourceRef> = typed(json!([
            {"document": "rapport", "vraag": 47, "regels": "1-2"},
            {"document": "wet"},
            {"document": "rapport", "vraag": 38, "regels": "5"},
            {"document": "rapport", "regels": "9"},
            {"document": "rapport", "vraag": 47, "regels": "7"},
        ]));
        assert_eq!(
            json!(by_document(&list)),
            json!([
                {"document": "rapport", "plaatsen": [
                    {"vraag": 47, "regels": ["1-2", "7"]},
                    {"vraag": 38, "regels": ["5"]},
                    {"vraag": null, "regels": ["9"]},
                ]},
                {"document": "wet", "plaatsen": []},
            ])
        );
    }
}
