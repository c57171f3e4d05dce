//! The search index: documents, fields, synonyms. Knows nothing of HTML.
//!
//! The analysis is done here, once; the script only looks things up. What the script cannot look
//! up (a word that occurs nowhere) it handles with rules that are part of the index.

mod body;
mod documents;
mod impact;
mod index;
mod pack;
mod parts;
mod sentences;
mod vocabulary;

use crate::content::registers::Keyword;
use crate::output::OutputFile;

pub use documents::documents;

use std::collections::{BTreeMap, BTreeSet};

use pack::Numbers;
use serde_json::{Value, json};
use vocabulary::Vocabulary;

/// The core of the search script: an ES module without DOM.
const CORE: &str = include_str!("../../theme/search/core.js");

/// The global function to which a script of data hands its name and its data.
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

impl Document {
    /// The id within its kind.
    #[must_use]
    pub fn name(&self) -> &str {
        self.id.rsplit(':').next().unwrap_or_default()
    }

    /// Whether this explains a name rather than answers a question.
    #[must_use]
    pub fn is_entry(&self) -> bool {
        matches!(self.kind, "begrip" | "partij")
    }
}

/// Builds the files of the search folder, with paths relative to the site's root
/// (`search/index.json`, `search/core.js`, ...). Each file of data is there twice: as JSON, and as
/// a script that hands it to [`RECEIVER`], for pages opened from disk.
#[must_use]
pub fn build(documents: &[Document], synonyms: &[Keyword]) -> Vec<OutputFile> {
    let core = slim(CORE);
    let mut files = vec![file("search/core.classic.js", classic(&core)), file("search/core.js", core)];
    for (name, data) in data(documents, synonyms) {
        files.push(file(&format!("search/{name}.js"), format!("{RECEIVER}(\"{name}.json\", {data});\n")));
        files.push(file(&format!("search/{name}.json"), data.to_string()));
    }
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

/// The module without indents and without lines that only comment.
fn slim(module: &str) -> String {
    let lines = module.lines().map(str::trim_start);
    let comments = |line: &str| line == "*" || ["//", "/*", "* ", "*/"].iter().any(|begin| line.starts_with(begin));
    let code = lines.filter(|line| !line.is_empty() && !comments(line));
    code.flat_map(|line| [line, "\n"]).collect()
}

/// The index by name of file: what every query needs, and of a large site the parts that a query
/// may need.
fn data(documents: &[Document], synonyms: &[Keyword]) -> Vec<(String, Value)> {
    let mut vocabulary = Vocabulary::new(documents, synonyms);
    let impacts = impact::impacts(&index::index(documents, vocabulary.lexicon()), documents);
    vocabulary.keep(&impacts, synonyms);
    let terms = parts::terms(&vocabulary, &impacts, &vocabulary.phrases(documents), documents.len());
    let pages = parts::pages(documents);
    let stems = vocabulary.stems().into_iter().enumerate();
    let silent =
        stems.filter(|(_, stem)| impacts.get(*stem).is_none_or(Vec::is_empty)).map(|(number, _)| number).collect();
    let inline = documents.len() <= parts::UNCUT;
    let mut base = json!({
        "kinds": kinds(documents),
        "facets": facets(documents),
        "words": pack::words(vocabulary.stems().into_iter().zip(vocabulary.forms())),
        "light": set(&vocabulary.light()),
        "silent": set(&silent),
        "parts": compounds(&vocabulary),
        "related": related(&vocabulary),
        "synonyms": groups(&vocabulary.synonyms(synonyms)),
        "initials": initials(&vocabulary, documents),
        "termsFrom": terms.iter().map(|(first, _)| first).collect::<Vec<_>>(),
        "pagesFrom": pages.iter().map(|(first, _)| first).collect::<Vec<_>>(),
        "suffixes": crate::dutch::suffixes::SUFFIXES,
        "links": crate::dutch::compounds::LINKS,
        "short": crate::dutch::compounds::SHORT_PARTS,
        "particles": crate::dutch::verbs::PARTICLES,
    });
    let chunks = [("terms", terms), ("pages", pages)];
    let mut files = Vec::new();
    for (name, chunks) in chunks {
        let data: Vec<Value> = chunks.into_iter().map(|(_, chunk)| chunk).collect();
        if inline {
            base[name] = Value::Array(data);
        } else {
            files.extend(data.into_iter().enumerate().map(|(number, chunk)| (format!("{name}-{number}"), chunk)));
        }
    }
    files.insert(0, ("index".to_owned(), base));
    files.push(("keywords".to_owned(), json!(keywords(documents))));
    files
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

/// Per kind, in the order of the documents: its name, what stands before and after the id in an
/// address, and how many documents it has.
fn kinds(documents: &[Document]) -> Vec<Value> {
    let of_kind = documents.chunk_by(|one, other| one.kind == other.kind);
    let entry = |chunk: &[Document]| {
        let first = &chunk[0];
        let (before, after) = first.url.rsplit_once(first.name()).unwrap_or((&first.url, ""));
        json!([first.kind, before, after, chunk.len()])
    };
    of_kind.map(entry).collect()
}

/// A set of numbers: how many, and these.
fn set(numbers: &BTreeSet<usize>) -> String {
    let mut packed = Numbers::default();
    packed.push(numbers.len()).rising(numbers.iter().copied());
    packed.to_string()
}

/// Compounds with their parts: of the first how far from the compound it stands in the order of
/// stems, of each other where it begins, or 0 and its number.
fn compounds(vocabulary: &Vocabulary) -> String {
    let mut numbers = Numbers::default();
    let mut last = 0;
    for (compound, parts) in vocabulary.compounds() {
        let Some((first, others)) = parts.split_first() else { continue };
        numbers.push(compound - last).push(others.len()).signed(compound, *first);
        for part in others {
            match vocabulary.cut(compound, *part) {
                Some(cut) => numbers.push(cut),
                None => numbers.push(0).push(*part),
            };
        }
        last = compound;
    }
    numbers.to_string()
}

/// Pairs of stems that may be forms of one word, with how sure that is in tenths.
fn related(vocabulary: &Vocabulary) -> String {
    let mut numbers = Numbers::default();
    let mut last = 0;
    for (one, other, tenths) in vocabulary.related() {
        numbers.push(one - last).push(other - one).push(tenths);
        last = one;
    }
    numbers.to_string()
}

/// Groups of phrases that mean the same.
fn groups(groups: &[Vec<Vec<usize>>]) -> String {
    let mut numbers = Numbers::default();
    for group in groups {
        numbers.push(group.len());
        for phrase in group {
            numbers.list(phrase);
        }
    }
    numbers.to_string()
}

/// Letters with the names they may stand for.
fn initials(vocabulary: &Vocabulary, documents: &[Document]) -> BTreeMap<String, String> {
    let packed = |names: BTreeSet<Vec<usize>>| {
        let mut numbers = Numbers::default();
        for name in names {
            numbers.list(&name);
        }
        numbers.to_string()
    };
    vocabulary.initials(documents).into_iter().map(|(letters, names)| (letters, packed(names))).collect()
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
