//! Rust and script say the same: `tests/search/gelijk.mjs` runs the built core over everything that this
//! site holds and over many endings, and compares with what Rust says. Needs `node`.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::vocabulary::Vocabulary;
use super::{Document, OutputFile, documents, files, impact, index};
use crate::content::KnowledgeBase;
use crate::content::common::Line;
use crate::content::registers::Keyword;
use crate::dutch::suffixes::{SUFFIXES, endings};
use crate::dutch::tokens::{fold, tokens};
use crate::load::load;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// So many endings are set behind each word, which ones differs per word.
const ENDINGS: usize = 6;

static KNOWLEDGE: LazyLock<KnowledgeBase> =
    LazyLock::new(|| load(Path::new(ROOT)).unwrap().knowledge.unwrap().published());

fn synonyms() -> &'static [Keyword] {
    &KNOWLEDGE.keywords.keywords
}

/// Everything that anybody wrote on this site, as it was typed: stretches between spaces.
fn typed(documents: &[Document]) -> BTreeSet<&str> {
    let texts = documents.iter().flat_map(|document| {
        let Document { title, keywords, signposts, short, headings, body, stories, .. } = document;
        [title, short, headings, body, stories].into_iter().chain(keywords).chain(signposts)
    });
    let of_keyword = |keyword: &'static Keyword| [&keyword.word].into_iter().chain(&keyword.synonyms).map(Line::as_str);
    let texts = texts.map(String::as_str).chain(synonyms().iter().flat_map(of_keyword));
    texts.flat_map(str::split_whitespace).collect()
}

/// Every sign of Latin script, of its punctuation and its ligatures, between two letters.
fn signs() -> impl Iterator<Item = String> {
    // no ranges with signs that one side may not know yet
    let ranges = [
        '!'..='\u{24f}',
        '\u{300}'..='\u{36f}',
        '\u{1e00}'..='\u{1eff}',
        '\u{2010}'..='\u{209c}',
        '\u{2100}'..='\u{214f}',
        '\u{fb00}'..='\u{fb06}',
    ];
    ranges.into_iter().flatten().map(|sign| format!("a{sign}B"))
}

/// The words of the vocabulary, and each with endings that it may or may not have.
fn words(vocabulary: &Vocabulary) -> BTreeSet<String> {
    let known = || vocabulary.lexicon().iter().map(|(form, _)| form);
    let ended = known().enumerate().flat_map(|(place, form)| {
        (0..ENDINGS).map(move |step| format!("{form}{}", SUFFIXES[(place + 7 * step) % SUFFIXES.len()].0))
    });
    known().map(str::to_owned).chain(ended).collect()
}

/// What Rust says of texts and words.
fn truth(documents: &[Document]) -> Value {
    let mut vocabulary = Vocabulary::new(documents, synonyms());
    vocabulary.keep(&impact::impacts(&index::index(documents, vocabulary.lexicon()), documents), synonyms());
    let texts = typed(documents).into_iter().map(str::to_owned).chain(signs());
    let texts: Vec<Value> = texts.map(|text| json!([text, fold(&text), tokens(&text)])).collect();
    let words = words(&vocabulary);
    let said = |word: &String| {
        let bases: Vec<_> = endings(word).map(|(base, _)| base).collect();
        json!([word, bases, vocabulary.derive(word), vocabulary.look_up(word)])
    };
    let said: Vec<Value> = words.iter().map(said).collect();
    let stems = vocabulary.lexicon().iter().filter_map(|(form, stem)| Some((form, vocabulary.number(stem)?)));
    json!({ "texts": texts, "words": said, "stems": stems.collect::<Vec<_>>() })
}

fn write(folder: &Path, files: Vec<OutputFile>) {
    for file in files {
        let path = folder.join(file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.content).unwrap();
    }
}

/// Runs a script of `tests/search/`, which says on its output what differs.
fn node(script: &str, arguments: &[&Path]) -> String {
    let script = Path::new(ROOT).join("tests/search").join(script);
    let ended = Command::new("node").arg(script).args(arguments).output().expect("node is installed");
    let said = String::from_utf8_lossy(&ended.stdout) + String::from_utf8_lossy(&ended.stderr);
    assert!(ended.status.success(), "{said}");
    said.into_owned()
}

#[test]
fn script_reads_words_as_rust_does() {
    let documents = documents(&KNOWLEDGE);
    let truth = truth(&documents);
    assert!(truth["words"].as_array().unwrap().len() > 15_000, "too few words to tell");
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), files(&documents, synonyms(), true));
    let file = folder.path().join("rust.json");
    fs::write(&file, truth.to_string()).unwrap();
    node("gelijk.mjs", &[folder.path(), &file]);
}

#[test]
fn a_cut_index_answers_as_a_whole_one() {
    let documents = documents(&KNOWLEDGE);
    let [whole, cut] = [true, false].map(|whole| {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), files(&documents, synonyms(), whole));
        folder
    });
    assert!(cut.path().join("search/terms-3.json").exists(), "too few parts to tell");
    node("delen.mjs", &[whole.path(), cut.path()]);
}
