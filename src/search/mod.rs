//! The search index: documents, fields, synonyms. Knows nothing of HTML.
//!
//! The analysis is done here, once; the script only looks things up. What the script cannot look
//! up (a word that occurs nowhere) it handles with rules that are part of the index.

mod body;
mod documents;
mod index;
mod sentences;
mod vocabulary;

use std::collections::BTreeSet;

use crate::content::registers::Keyword;
use crate::output::OutputFile;

pub use documents::documents;

use index::Posting;
use serde_json::{Value, json};
use vocabulary::Vocabulary;

/// The core of the search script: an ES module without DOM.
const CORE: &str = include_str!("../../theme/search/core.js");

/// The global function to which `search/index.js` hands the name of the JSON file and what it holds.
const RECEIVER: &str = "mentorwijzerIndex";

/// The global object that `search/core.classic.js` makes.
const GLOBAL: &str = "mentorwijzerZoeken";

/// What can be found: one per page, glossary term or party. Texts are plain, a line per piece.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Document {
    /// The id of the item: for a question its file name without ending, for anything else with
    /// its kind before it (`checklist:eerste-werkdag`), so that no two are the same.
    pub id: String,
    /// The address of the page relative to the site's root: `vragen/te-laat.html`.
    pub url: String,
    /// What kind of page it is, as the reader sees it: `vraag`, `checklist`, `begrip`.
    pub kind: &'static str,
    /// The title.
    pub title: String,
    /// Keywords, without synonyms.
    pub keywords: Vec<String>,
    /// What people type who look for this page, though it stands nowhere on it.
    pub signposts: Vec<String>,
    /// The short answer.
    pub short: String,
    /// Titles within the page.
    pub headings: String,
    /// Everything else that the page says.
    pub body: String,
    /// What people told, as the page retells it.
    pub stories: String,
    /// The ids of the phases in which a question comes up.
    pub phases: Vec<String>,
    /// The ids of the groups that a question is for.
    pub groups: Vec<String>,
}

/// Builds the files of the search folder, with paths relative to the site's root
/// (`search/index.json`, `search/core.js`, ...).
#[must_use]
pub fn build(documents: &[Document], synonyms: &[Keyword]) -> Vec<OutputFile> {
    let json = index_json(documents, synonyms).to_string();
    let mut files = vec![
        file("search/core.classic.js", classic(CORE)),
        file("search/core.js", CORE.to_owned()),
        file("search/index.js", format!("{RECEIVER}(\"index.json\", {json});\n")),
        file("search/index.json", json),
    ];
    files.extend(sentences::files(documents));
    files
}

fn file(path: &str, content: String) -> OutputFile {
    OutputFile { path: path.to_owned(), content: content.into_bytes() }
}

/// The module as a classic script, for pages opened from disk, where modules may not be loaded.
fn classic(module: &str) -> String {
    let body = module.replace("\nexport ", "\n");
    format!("var {GLOBAL} = (function () {{\n\"use strict\";\n{body}\nreturn {{ open: open }};\n}})();\n")
}

/// Everything the script needs, with stems referred to by their number.
fn index_json(documents: &[Document], synonyms: &[Keyword]) -> Value {
    let vocabulary = Vocabulary::new(documents, synonyms);
    let index = index::index(documents, vocabulary.lexicon());
    let none = Vec::new();
    let postings = vocabulary.stems().into_iter().map(|stem| flat(index.terms.get(stem).unwrap_or(&none)));
    json!({
        "documents": documents.iter().map(|d| json!([d.id, d.url, d.kind, d.title, d.short])).collect::<Vec<_>>(),
        "facets": facets(documents),
        "keywords": keywords(documents),
        "lengths": index.lengths, "signposts": documents.iter().map(|d| d.signposts.clone()).collect::<Vec<_>>(),
        "postings": postings.collect::<Vec<_>>(),
        "stems": vocabulary.stems(),
        "forms": vocabulary.forms(),
        "light": vocabulary.light(),
        "parts": vocabulary.parts(),
        "related": vocabulary.related(),
        "synonyms": vocabulary.synonyms(synonyms),
        "phrases": vocabulary.phrases(documents),
        "suffixes": crate::dutch::suffixes::SUFFIXES,
        "links": crate::dutch::compounds::LINKS,
        "short": crate::dutch::compounds::SHORT_PARTS,
        "particles": crate::dutch::verbs::PARTICLES,
    })
}

/// The phases and groups per document, as far as the last that has any: questions come first.
fn facets(documents: &[Document]) -> Vec<[&[String]; 2]> {
    let end = documents.iter().rposition(|d| !(d.phases.is_empty() && d.groups.is_empty())).map_or(0, |last| last + 1);
    documents[..end].iter().map(|d| [d.phases.as_slice(), d.groups.as_slice()]).collect()
}

/// The keywords of all documents, each once, to suggest when a search finds nothing good.
fn keywords(documents: &[Document]) -> BTreeSet<&str> {
    documents.iter().flat_map(|document| &document.keywords).map(String::as_str).collect()
}

/// Postings as one list of numbers: document and counts, document and counts.
fn flat(postings: &[Posting]) -> Vec<usize> {
    postings.iter().flat_map(|posting| std::iter::once(posting.document).chain(posting.counts)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::common::Line;

    fn document(id: &str, title: &str, body: &str) -> Document {
        Document {
            id: id.to_owned(),
            url: format!("vragen/{id}.html"),
            kind: "vraag",
            title: title.to_owned(),
            keywords: vec!["stiptheid".to_owned()],
            short: "Bel de school.".to_owned(),
            body: body.to_owned(),
            phases: vec!["tijdens".to_owned()],
            groups: vec!["mentor".to_owned()],
            ..Document::default()
        }
    }

    fn built() -> Vec<OutputFile> {
        let documents = [
            document("te-laat", "Mijn leerling komt te laat", "De vakantieregeling geldt niet."),
            document("vakantie", "Wanneer is het vakantie?", "Een regeling </script> voor elke vakantie."),
        ];
        let synonyms = [Keyword { word: Line("te laat".to_owned()), synonyms: vec![Line("overslapen".to_owned())] }];
        build(&documents, &synonyms)
    }

    fn text(path: &str) -> String {
        let file = built().into_iter().find(|file| file.path == path).unwrap();
        String::from_utf8(file.content).unwrap()
    }

    #[test]
    fn two_builds_are_the_same() {
        assert_eq!(built(), built());
    }

    #[test]
    fn index_holds_what_the_script_needs() {
        let index: Value = serde_json::from_str(&text("search/index.json")).unwrap();
        let stems = index["stems"].as_array().unwrap();
        for list in ["postings", "forms"] {
            assert_eq!(index[list].as_array().unwrap().len(), stems.len(), "{list}");
        }
        assert_eq!(index["documents"][0][0], "te-laat");
        let number = |stem: &str| stems.iter().position(|s| s == stem).unwrap();
        assert_eq!(index["parts"], json!([[number("vakantieregeling"), number("vakantie"), number("regeling")]]));
        assert!(stems.iter().any(|stem| stem == "niet"), "niet is kept");
        assert_eq!(index["synonyms"].as_array().unwrap().len(), 1);
        assert_eq!(index["keywords"], json!(["stiptheid"]));
        assert_eq!(index["facets"], json!([[["tijdens"], ["mentor"]], [["tijdens"], ["mentor"]]]));
    }

    #[test]
    fn only_documents_up_to_the_last_with_facets_have_some() {
        let term = || Document { phases: Vec::new(), groups: Vec::new(), ..document("b", "Begrip", "") };
        let documents = [term(), document("a", "Vraag", ""), term()];
        assert_eq!(json!(facets(&documents)), json!([[[], []], [["tijdens"], ["mentor"]]]));
    }

    #[test]
    fn classic_script_has_no_module_syntax() {
        let script = text("search/core.classic.js");
        assert!(!script.contains("export ") && !script.contains("import "));
        assert!(text("search/core.js").contains("\nexport async function open("));
    }

    #[test]
    fn empty_site_has_an_index() {
        assert_eq!(build(&[], &[]).len(), 4);
    }
}
