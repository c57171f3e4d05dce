//! Files to content: walks `cases/`, reads YAML with places, holds it against the types.
//!
//! Every finding of every file is collected; a bad file never hides what is wrong in another.

mod corpus;
mod files;
mod shape;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod yaml;

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use serde_json::{Value as Json, json};

pub use corpus::{CaseFile, Content, Corpus, Mark, MarkKind, NODES};
pub use files::ReadError;
pub use tree::{Key, Node, Value};

use crate::content::block::Block;
use crate::content::{Kind, KnowledgeBase};
use crate::diagnostics::{self, Diagnostic, Severity, Span};
use crate::rules;
use crate::statistics::{self, PageStatistics};

/// What loading gives: the content when it has no errors, and all findings, sorted.
#[derive(Debug)]
pub struct Loaded {
    /// The content; none when a finding is an error.
    pub knowledge: Option<KnowledgeBase>,
    /// Every finding, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The text of every file that was read, by its path relative to the root.
    pub texts: BTreeMap<String, String>,
    /// What each file takes to read.
    pub statistics: Vec<PageStatistics>,
}

/// Loads `cases/` below `root`, and checks it with every rule.
///
/// # Errors
/// When a folder or file cannot be read from disk. What is wrong with the content is no error
/// here: it stands in [`Loaded::diagnostics`].
pub fn load(root: &Path) -> Result<Loaded, ReadError> {
    let (files, mut found) = files::read(root)?;
    let schemas: HashMap<Kind, Json> = Kind::ALL.into_iter().map(|kind| (kind, kind.schema())).collect();
    let mut texts = BTreeMap::new();
    let mut corpus = Corpus::default();
    for file in files {
        let (case, mut problems) = read_case(&file, &schemas[&file.kind]);
        if problems.len() > rules::too_many::MOST {
            let rest = problems.len() - rules::too_many::MOST;
            problems.truncate(rules::too_many::MOST);
            problems.push(rules::too_many::found(&file.file, rest));
        }
        found.extend(problems);
        corpus.files.push(case);
        texts.extend(file.text.map(|text| (file.file, text)));
    }
    rules::check(&corpus, &mut found);
    diagnostics::sort(&mut found);
    let clean = found.iter().all(|d| d.rule.severity != Severity::Error);
    let statistics = statistics::of(&corpus);
    let knowledge = if clean { corpus.knowledge() } else { None };
    Ok(Loaded { knowledge, diagnostics: found, texts, statistics })
}

/// Reads one text as a file of a kind, as [`load`] does, without the rules that need other files.
#[must_use]
pub fn read_text(kind: Kind, path: &str, id: &str, text: &str) -> (CaseFile, Vec<Diagnostic>) {
    let file = files::Found { file: path.to_owned(), kind, id: id.to_owned(), text: Some(text.to_owned()) };
    read_case(&file, &kind.schema())
}

/// Reads one block, as it would stand in `blokken:` of a question. `path` serves the findings.
#[must_use]
pub fn read_block(path: &str, text: &str) -> (Option<Block>, Vec<Diagnostic>) {
    let mut schema = json!({"$ref": "#/$defs/Block"});
    schema["$defs"] = Kind::Question.schema()["$defs"].clone();
    let (root, mut found) = yaml::parse(path, text);
    let Some(root) = root else { return (None, found) };
    let shaped = shape::shape(path, text, &root, &schema);
    found.extend(shaped.found);
    (shaped.data.and_then(|data| serde_json::from_value(data).ok()), found)
}

fn read_case(file: &files::Found, schema: &Json) -> (CaseFile, Vec<Diagnostic>) {
    let mut case = CaseFile::new(file.file.clone(), file.kind, file.id.clone());
    let Some(text) = &file.text else { return (case, Vec::new()) };
    case.text.clone_from(text);
    let (root, mut found) = yaml::parse(&file.file, text);
    if let Some(root) = root {
        let shaped = shape::shape(&file.file, text, &root, schema);
        found.extend(shaped.found);
        case.marks = shaped.marks;
        case.root = Some(root);
        if let Some(data) = shaped.data {
            match Content::from_json(file.kind, data) {
                Ok(content) => case.content = Some(content),
                Err(reason) => found.push(rules::wrong_type::unforeseen(&file.file, &reason)),
            }
        }
    }
    (case, found)
}

/// The place of `piece` inside a stretch of a text; the stretch itself when it isn't there word
/// for word (folded over lines, say).
fn find(text: &str, within: Span, piece: &str) -> Span {
    let stretch = text.get(within.start..within.end).unwrap_or_default();
    let Some(at) = stretch.find(piece).filter(|_| !piece.is_empty()) else { return within };
    let start = within.start + at;
    let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
    Span {
        line: text[..start].matches('\n').count() + 1,
        column: text[line_start..start].chars().count() + 1,
        start,
        end: start + piece.len(),
    }
}
