//! The search index: documents, fields, synonyms. Knows nothing of HTML.

use crate::content::registers::Keyword;
use crate::site::OutputFile;

/// What can be found: one per page.
#[derive(Debug, Clone)]
pub struct Document {
    /// The id of the item: for a question its file name without ending.
    pub id: String,
    /// The address of the page relative to the site's root: `vragen/te-laat.html`.
    pub url: String,
    /// What kind of page it is, as the reader sees it: `vraag`, `checklist`, `begrip`.
    pub kind: &'static str,
    /// The title.
    pub title: String,
    /// Keywords, without synonyms.
    pub keywords: Vec<String>,
    /// The short answer, plain text.
    pub short: String,
    /// Everything else on the page, plain text.
    pub body: String,
}

/// Builds the files of the search folder, with paths relative to the site's root
/// (`search/index.json`, `search/core.js`, ...).
#[must_use]
pub fn build(documents: &[Document], synonyms: &[Keyword]) -> Vec<OutputFile> {
    todo!("{} {}", documents.len(), synonyms.len())
}
