//! Findings about content: one type, and a renderer per way of reading it.
//!
//! Nothing here knows which rules exist.

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; somebody should look.
    Warning,
}

/// A rule that content can break, with its documentation. All texts are Dutch.
#[derive(Debug)]
pub struct Rule {
    /// The code, such as `V001`. Never given to another rule.
    pub code: &'static str,
    /// How bad a finding of this rule is.
    pub severity: Severity,
    /// The rule in a few words.
    pub title: &'static str,
    /// What the rule looks at.
    pub what: &'static str,
    /// Why it matters.
    pub why: &'static str,
    /// An example that breaks the rule.
    pub wrong: &'static str,
    /// The same, mended.
    pub right: &'static str,
}

/// A stretch of a file, as byte offsets with the line and column (both from 1, columns in
/// characters) of its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Line of the first character, from 1.
    pub line: usize,
    /// Column of the first character, from 1, in characters.
    pub column: usize,
    /// Byte offset of the first character.
    pub start: usize,
    /// Byte offset after the last character.
    pub end: usize,
}

/// One finding: what is wrong, where, and what to write instead.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// The rule that was broken.
    pub rule: &'static Rule,
    /// The file, relative to the root folder, with forward slashes: `cases/vragen/te-laat.yaml`.
    pub file: String,
    /// Where in the file; none when the finding is about the file as a whole.
    pub span: Option<Span>,
    /// What is wrong, as a Dutch sentence.
    pub message: String,
    /// What to write instead, as a Dutch sentence.
    pub help: String,
}
