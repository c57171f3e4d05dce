//! The search index: documents, fields, synonyms. Knows nothing of HTML.
//!
//! The analysis is done here, once; the script only looks things up. What the script cannot look
//! up (a word that occurs nowhere) it handles with rules that are part of the index.

#[cfg(test)]
mod alike;
mod body;
mod documents;
mod impact;
mod index;
mod pack;
mod parts;
mod sentences;
#[cfg(test)]
mod unpack;
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
    files(documents, synonyms, documents.len() <= parts::UNCUT)
}

fn files(documents: &[Document], synonyms: &[Keyword], whole: bool) -> Vec<OutputFile> {
    let core = slim(CORE);
    let mut files = vec![file("search/core.classic.js", classic(&core)), file("search/core.js", core)];
    for (name, data) in data(documents, synonyms, whole) {
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
    let body: String = module.lines().flat_map(|line| [line.strip_prefix("export ").unwrap_or(line), "\n"]).collect();
    format!("var {GLOBAL} = (function () {{\n\"use strict\";\n{body}return {{ open: open }};\n}})();\n")
}

/// The module without indents and comments.
fn slim(module: &str) -> String {
    let mut slim = String::new();
    let mut is_comment = false;
    for line in module.lines().map(str::trim) {
        is_comment |= line.starts_with("/*");
        let code = if is_comment { "" } else { code(line) };
        if !code.is_empty() {
            slim.extend([code, "\n"]);
        }
        is_comment &= !line.ends_with("*/");
    }
    slim
}

/// A line without the comment after its code. Before such a comment stands the end of a statement, an
/// item or an opening, so that a text with slashes stays whole.
fn code(line: &str) -> &str {
    let ends = [",", ";", "{", "}"];
    let comment = line.match_indices(" // ").find(|(place, _)| ends.iter().any(|end| line[..*place].ends_with(end)));
    if line.starts_with("//") { "" } else { comment.map_or(line, |(place, _)| &line[..place]) }
}

/// The index by name of file: what every query needs, and unless it stays `whole` the parts that a
/// query may need.
fn data(documents: &[Document], synonyms: &[Keyword], whole: bool) -> Vec<(String, Value)> {
    let mut vocabulary = Vocabulary::new(documents, synonyms);
    let impacts = impact::impacts(&index::index(documents, vocabulary.lexicon()), documents);
    vocabulary.keep(&impacts, synonyms);
    let terms = parts::terms(&vocabulary, &impacts, &vocabulary.phrases(documents), whole);
    let pages = parts::pages(documents, whole);
    let stems = vocabulary.stems().iter().enumerate();
    let silent = stems
        .filter(|(_, stem)| impacts.get(stem.as_str()).is_none_or(Vec::is_empty))
        .map(|(number, _)| number)
        .collect();
    let mut base = json!({
        "kinds": kinds(documents),
        "facets": facets(documents),
        "words": pack::words(vocabulary.stems().iter().map(String::as_str).zip(vocabulary.forms())),
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
        if whole {
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
            ..Document::default()
        }
    }

    fn built() -> Vec<OutputFile> {
        let documents = [
            document("te-laat", "Te laat en de vakantieregeling", "Je leerling komt."),
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
        let words = unpack::words(index["words"].as_str().unwrap());
        let number = |stem: &str| words.iter().position(|(found, _)| found == stem).unwrap();
        assert_eq!(index["kinds"], json!([["vraag", "vragen/", ".html", 2]]));
        assert_eq!(index["pages"][0]["titles"], "Te laat en de vakantieregeling\nWanneer is het vakantie?");

        let mut parts = unpack::Numbers::new(index["parts"].as_str().unwrap());
        assert_eq!(
            (parts.next(), parts.next()),
            (number("vakantieregeling"), 1),
            "a compound, and a part besides the first"
        );
        assert_eq!(parts.signed(number("vakantieregeling")), number("vakantie"));
        assert_eq!((parts.next(), parts.is_done()), ("vakantie".len(), true), "the other begins there");

        let mut light = unpack::Numbers::new(index["light"].as_str().unwrap());
        let count = light.next();
        assert!(light.rising(count).contains(&number("wanneer")));

        let mut synonyms = unpack::Numbers::new(index["synonyms"].as_str().unwrap());
        assert_eq!(
            (synonyms.next(), synonyms.list(), synonyms.list()),
            (2, vec![number("laat")], vec![number("overslaap")])
        );
        assert!(synonyms.is_done());
    }

    #[test]
    fn data_is_there_as_json_and_as_script() {
        for name in ["index", "keywords"] {
            let (json, script) = (text(&format!("search/{name}.json")), text(&format!("search/{name}.js")));
            assert_eq!(script, format!("mentorwijzerIndex(\"{name}.json\", {json});\n"));
        }
    }

    #[test]
    fn classic_script_has_no_module_syntax() {
        let script = text("search/core.classic.js");
        assert!(!script.contains("export ") && !script.contains("import "));
        assert!(script.starts_with("var mentorwijzerZoeken = (function () {") && script.ends_with("})();\n"));
        assert!(text("search/core.js").contains("\nexport async function open("));
    }

    #[test]
    fn slim_leaves_out_comments_and_keeps_code() {
        let given = "/** What\n * it is. */\nexport const a = 1; // why\n\n  // alone\n  const b = a\n  * \"x // y\";\n  /* or */\nc = 1;";
        assert_eq!(slim(given), "export const a = 1;\nconst b = a\n* \"x // y\";\nc = 1;\n");
        let slimmed = slim(CORE);
        assert!(!["//", "/*", "*/"].iter().any(|sign| slimmed.contains(sign)), "a comment is left");
        for code in ["class Search {", "*spans(words, content) {", "return undefined;", "export const SETTINGS = {"] {
            assert!(slimmed.contains(&format!("{code}\n")), "{code}");
        }
    }

    #[test]
    fn empty_site_has_an_index() {
        assert_eq!(build(&[], &[]).len(), 6);
    }

    /// More documents than [`parts::UNCUT`], each with a word of its own.
    fn large() -> Vec<Document> {
        (0..=parts::UNCUT)
            .map(|n| document(&format!("vraag-{n}"), &format!("Vraag {n} over hek{n}"), "Een poort."))
            .collect()
    }

    #[test]
    fn a_large_site_has_parts_and_a_small_one_none() {
        let large = large();
        let names = |documents| data(documents, &[], documents.len() <= parts::UNCUT).into_iter().map(|(name, _)| name);
        assert_eq!(names(&large[1..]).collect::<Vec<_>>(), ["index", "keywords"]);
        let cut: Vec<String> = names(&large).collect();
        for name in ["index", "keywords", "terms-0", "terms-1", "pages-0", "pages-7"] {
            assert!(cut.iter().any(|found| found == name), "{name}: {cut:?}");
        }
        let built = build(&large, &[]);
        assert!(built.iter().any(|file| file.path == "search/terms-0.js"), "parts are scripts too");
    }

    /// The places of words and the titles of a site are the same however it's cut.
    #[test]
    fn parts_hold_together_what_the_whole_holds() {
        let large = large();
        let [whole, cut] = [true, false].map(|whole| data(&large, &[], whole).into_iter().collect::<BTreeMap<_, _>>());
        for (key, field) in [("pages", "titles"), ("pages", "ids"), ("terms", "levels"), ("terms", "documents")] {
            let starts = cut["index"][format!("{key}From")].as_array().unwrap();
            let parts = (0..starts.len()).map(|number| cut[&format!("{key}-{number}")][field].as_str().unwrap());
            let joined = parts.collect::<Vec<_>>().join(if key == "pages" { "\n" } else { "" });
            assert!(starts.len() > 1 && whole["index"][key][0][field] == joined, "{key} {field}");
        }
        assert_eq!(whole["index"]["words"], cut["index"]["words"]);
    }
}
