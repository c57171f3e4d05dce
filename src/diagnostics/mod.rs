//! Findings about content: one type, and a renderer per way of reading it.
//!
//! Nothing here knows which rules exist.

mod github;
mod human;
mod json;
mod narrated;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The site is not built.
    Error,
    /// The site is built; somebody should look.
    Warning,
}

impl Severity {
    /// The Dutch word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Error => "fout",
            Self::Warning => "waarschuwing",
        }
    }
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

impl Rule {
    /// A finding of this rule. `file` is relative to the root; `message` says what is wrong and
    /// `help` what to write instead.
    pub fn found(
        &'static self,
        file: &str,
        span: Option<Span>,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic { rule: self, file: file.to_owned(), span, message: message.into(), help: help.into() }
    }
}

/// A stretch of a file: where it starts, for people, and its byte offsets.
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

/// A way of showing findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a screen: excerpt with a caret, and a count.
    Mens,
    /// One plain sentence each, for screen readers and logs.
    Verteld,
    /// A JSON array, for other programs.
    Json,
    /// Annotations as GitHub's CI reads them.
    Github,
}

/// Sorts findings by file, place and code, and drops exact repetitions.
pub fn sort(diagnostics: &mut Vec<Diagnostic>) {
    diagnostics
        .sort_by(|a, b| (&a.file, a.span, a.rule.code, &a.message).cmp(&(&b.file, b.span, b.rule.code, &b.message)));
    diagnostics
        .dedup_by(|a, b| a.file == b.file && a.span == b.span && a.rule.code == b.rule.code && a.message == b.message);
}

/// How many errors and warnings there are.
#[must_use]
pub fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|d| d.rule.severity == Severity::Error).count();
    (errors, diagnostics.len() - errors)
}

/// Shows findings. `texts` holds the text of each file by its path, for excerpts; `colour` gives
/// ANSI colours in [`Format::Mens`] and changes nothing elsewhere.
#[must_use]
pub fn render(diagnostics: &[Diagnostic], texts: &BTreeMap<String, String>, format: Format, colour: bool) -> String {
    match format {
        Format::Mens => human::render(diagnostics, texts, colour),
        Format::Verteld => narrated::render(diagnostics),
        Format::Json => json::render(diagnostics),
        Format::Github => github::render(diagnostics),
    }
}

/// "2 fouten en 1 waarschuwing", or a sentence that all is well.
fn summary(diagnostics: &[Diagnostic]) -> String {
    let (errors, warnings) = count(diagnostics);
    let plural = |n: usize, one: &str, more: &str| format!("{n} {}", if n == 1 { one } else { more });
    let errors_text = plural(errors, "fout", "fouten");
    let warnings_text = plural(warnings, "waarschuwing", "waarschuwingen");
    match (errors, warnings) {
        (0, 0) => "Geen fouten gevonden.".to_owned(),
        (0, _) => format!("Geen fouten, wel {warnings_text}."),
        (_, 0) => format!("{errors_text} gevonden."),
        _ => format!("{errors_text} en {warnings_text} gevonden."),
    }
}
