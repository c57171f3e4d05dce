//! Files to content: walks `cases/`, reads YAML with places, checks it against the types.

use std::collections::BTreeMap;
use std::path::Path;

use crate::content::KnowledgeBase;
use crate::diagnostics::Diagnostic;

/// What loading gives: the content when it could be typed, and all findings, sorted.
#[derive(Debug)]
pub struct Loaded {
    /// The content; none when a finding is an error.
    pub knowledge: Option<KnowledgeBase>,
    /// Every finding, sorted by file and place.
    pub diagnostics: Vec<Diagnostic>,
    /// The text of every file that was read, by its path relative to the root.
    pub texts: BTreeMap<String, String>,
}

/// Loads `cases/` below `root`.
///
/// # Errors
/// When a folder or file cannot be read from disk.
pub fn load(root: &Path) -> std::io::Result<Loaded> {
    todo!("{}", root.display())
}
