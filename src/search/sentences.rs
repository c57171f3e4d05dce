//! The sentences of each document, in a file of its own. A result shows the one that matches; in the
//! index they would weigh more than all the rest, so a page loads those of the results that it shows.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use crate::dutch::readability;
use crate::output::OutputFile;

use super::Document;

/// The global function to which a file hands the id of a document and its sentences.
const RECEIVER: &str = "mentorwijzerZinnen";

/// The files of the documents, sorted by path: `search/zinnen/checklist-eerste-werkdag.js`. Documents
/// whose ids differ in the sign after the kind alone share a file.
pub fn files(documents: &[Document]) -> Vec<OutputFile> {
    let mut scripts: BTreeMap<String, String> = BTreeMap::new();
    for document in documents {
        scripts.entry(path(&document.id)).or_default().push_str(&script(document));
    }
    scripts.into_iter().map(|(path, script)| OutputFile { path, content: script.into_bytes() }).collect()
}

/// A colon may not stand in a file name on Windows.
fn path(id: &str) -> String {
    format!("search/zinnen/{}.js", id.replace(':', "-"))
}

fn script(document: &Document) -> String {
    format!("{RECEIVER}({}, {});\n", json!(document.id), json!(sentences(document)))
}

/// The sentences of a document, each once: the short answer first, as it is shown when none matches.
fn sentences(document: &Document) -> Vec<&str> {
    let Document { short, headings, body, stories, .. } = document;
    let mut seen = BTreeSet::new();
    let lines = [short, headings, body, stories].into_iter().flat_map(|text| text.lines());
    lines.flat_map(readability::sentences).filter(|sentence| seen.insert(*sentence)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: &str) -> Document {
        Document {
            id: id.to_owned(),
            short: "Bel de school. Doe het nu.".to_owned(),
            headings: "Wat zeg je?\nEn dan".to_owned(),
            body: "Zeg \"hallo\" aan art. 26 van de wet.\nDoe het nu.\n- ".to_owned(),
            stories: "Jan sliep.".to_owned(),
            ..Document::default()
        }
    }

    #[test]
    fn sentences_come_in_the_order_of_the_page_and_once() {
        let expected = [
            "Bel de school.",
            "Doe het nu.",
            "Wat zeg je?",
            "En dan",
            "Zeg \"hallo\" aan art. 26 van de wet.",
            "Jan sliep.",
        ];
        assert_eq!(sentences(&document("a")), expected);
    }

    #[test]
    fn a_file_hands_over_id_and_sentences() {
        let files = files(&[document("te-laat"), document("checklist:te-laat")]);
        let paths: Vec<_> = files.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, ["search/zinnen/checklist-te-laat.js", "search/zinnen/te-laat.js"]);
        let script = std::str::from_utf8(&files[0].content).unwrap();
        assert!(script.starts_with(r#"mentorwijzerZinnen("checklist:te-laat", ["Bel de school.","#), "{script}");
        assert!(script.contains(r#""Zeg \"hallo\" aan art. 26 van de wet.""#), "{script}");
    }

    #[test]
    fn documents_with_the_same_file_name_are_both_in_it() {
        let files = files(&[document("begrip-mentor"), document("begrip:mentor")]);
        let script = std::str::from_utf8(&files[0].content).unwrap();
        assert_eq!((files.len(), script.lines().count()), (1, 2));
    }
}
