//! The inverted index that elasticlunr builds, and its compact form for the script.

use std::collections::BTreeMap;

use elasticlunr::{Index, IndexBuilder, Language, Pipeline};
use serde_json::Value;

use crate::dutch::{self, Lexicon};

use super::Document;

/// The fields of a document, in the order of the counts in [`Posting`].
pub const FIELDS: [&str; 7] = ["title", "keywords", "signposts", "short", "headings", "body", "stories"];

/// How often a term occurs in each field of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting {
    /// The number of the document.
    pub document: usize,
    /// The count per field.
    pub counts: [usize; FIELDS.len()],
}

/// The index without the tree of letters that elasticlunr stores it in.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Compact {
    /// Where each term occurs, by document.
    pub terms: BTreeMap<String, Vec<Posting>>,
    /// The number of tokens per document and field.
    pub lengths: Vec<[usize; FIELDS.len()]>,
}

/// Dutch for elasticlunr: everything is done by the tokenizer, so the pipeline is empty. That
/// keeps *niet*, *geen* and numbers, which the Dutch pipeline of elasticlunr drops.
struct Dutch(Lexicon);

impl Language for Dutch {
    fn name(&self) -> String {
        "Nederlands".to_owned()
    }

    fn code(&self) -> String {
        "nl".to_owned()
    }

    fn tokenize(&self, text: &str) -> Vec<String> {
        dutch::tokens(text).iter().map(|token| self.0.stem(token)).collect()
    }

    fn make_pipeline(&self) -> Pipeline {
        Pipeline { queue: Vec::new() }
    }
}

/// The documents that elasticlunr takes at once: its tree of letters and what it serialises to take a
/// hundred times the memory of what we keep.
const AT_ONCE: usize = 128;

/// Indexes the documents with the stems of the lexicon; they are named by their place in the list.
#[must_use]
pub fn index(documents: &[Document], lexicon: &Lexicon) -> Compact {
    let mut compact = Compact::default();
    for some in documents.chunks(AT_ONCE) {
        let mut index =
            IndexBuilder::with_language(Box::new(Dutch(lexicon.clone()))).save_docs(false).add_fields(FIELDS).build();
        for (number, document) in some.iter().enumerate() {
            let keywords = document.keywords.join("\n");
            let signposts = document.signposts.join("\n");
            let Document { title, short, headings, body, stories, .. } = document;
            index.add_doc(&number.to_string(), [title, &keywords, &signposts, short, headings, body, stories]);
        }
        compact.add(&index, some.len());
    }
    compact
}

impl Compact {
    /// Adds so many documents from elasticlunr's own serialised form.
    fn add(&mut self, index: &Index, documents: usize) {
        let serialised = serde_json::to_value(index).unwrap_or_default();
        let first = self.lengths.len();
        self.lengths.resize(first + documents, [0; FIELDS.len()]);
        let mut by_term: BTreeMap<String, BTreeMap<usize, [usize; FIELDS.len()]>> = BTreeMap::new();
        for (field, name) in FIELDS.iter().enumerate() {
            collect(&serialised["index"][name]["root"], &mut String::new(), &mut |term, document, count| {
                by_term.entry(term.to_owned()).or_default().entry(document).or_default()[field] = count;
            });
            for (document, lengths) in self.lengths[first..].iter_mut().enumerate() {
                let length = &serialised["documentStore"]["docInfo"][document.to_string()][name];
                lengths[field] = length.as_u64().and_then(|length| usize::try_from(length).ok()).unwrap_or_default();
            }
        }
        for (term, postings) in by_term {
            let postings =
                postings.into_iter().map(|(document, counts)| Posting { document: first + document, counts });
            self.terms.entry(term).or_default().extend(postings);
        }
    }
}

/// Walks the tree of letters and reports every term, document and count.
fn collect(node: &Value, term: &mut String, report: &mut impl FnMut(&str, usize, usize)) {
    let Some(entries) = node.as_object() else { return };
    for (key, value) in entries {
        if key == "docs" {
            for (document, frequency) in value.as_object().into_iter().flatten() {
                if let (Ok(document), Some(root)) = (document.parse(), frequency["tf"].as_f64()) {
                    report(term, document, count(root));
                }
            }
        } else if key != "df" {
            term.push_str(key);
            collect(value, term, report);
            term.truncate(term.len() - key.len());
        }
    }
}

/// elasticlunr stores the square root of a count.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the root of a count, squared and rounded")]
fn count(root: f64) -> usize {
    (root * root).round().max(0.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_terms_per_field() {
        let document = Document {
            title: "Leerling te laat".to_owned(),
            keywords: vec!["stiptheid".to_owned(), "niet op tijd".to_owned()],
            signposts: vec!["overslapen leerling".to_owned()],
            short: "Bel de school.".to_owned(),
            headings: "Wat nu?".to_owned(),
            body: "Leerlingen van 7 scholen. De leerling belt.".to_owned(),
            stories: "Leerling Jan.".to_owned(),
            ..Document::default()
        };
        let index = index(&[document], &Lexicon::default());
        let term = dutch::stem("leerling");
        assert_eq!(index.terms[&term], [Posting { document: 0, counts: [1, 0, 1, 0, 0, 2, 1] }]);
        assert_eq!(index.terms["7"], [Posting { document: 0, counts: [0, 0, 0, 0, 0, 1, 0] }]);
        assert_eq!(index.terms["niet"], [Posting { document: 0, counts: [0, 1, 0, 0, 0, 0, 0] }]);
        assert_eq!(index.lengths, [[3, 4, 2, 3, 2, 7, 2]]);
    }

    #[test]
    fn a_field_without_words_has_no_length() {
        let index = index(&[Document::default()], &Lexicon::default());
        assert_eq!((index.terms.len(), index.lengths), (0, vec![[0; 7]]));
    }

    #[test]
    fn counts_are_exact_however_many() {
        let counts = [1, 2, 3, 5, 7, 10, 40, 99, 300];
        let documents = counts.map(|count| Document { body: "hek ".repeat(count), ..Document::default() });
        let index = index(&documents, &Lexicon::default());
        let found: Vec<usize> = index.terms["hek"].iter().map(|posting| posting.counts[5]).collect();
        assert_eq!(found, counts);
    }

    #[test]
    fn documents_keep_their_numbers_however_many() {
        let document = |place| Document { title: "hek ".repeat(place % 7 + 1), ..Document::default() };
        let documents: Vec<Document> = (0..=2 * AT_ONCE).map(document).collect();
        let index = index(&documents, &Lexicon::default());
        let found = index.terms["hek"].iter().map(|posting| (posting.document, posting.counts[0]));
        assert!(found.eq((0..documents.len()).map(|place| (place, place % 7 + 1))));
        assert!(index.lengths.iter().enumerate().all(|(place, lengths)| lengths[0] == place % 7 + 1));
    }
}
