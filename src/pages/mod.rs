//! Content to page models to Tera templates to chapters. Knows nothing of mdBook's internals.

use crate::content::KnowledgeBase;

/// A page of the site as Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The path of the chapter relative to the book: `vragen/te-laat.md`.
    pub path: String,
    /// The title.
    pub title: String,
    /// The text.
    pub markdown: String,
}

/// Makes every generated page.
///
/// # Errors
/// When a template is faulty; the message says which.
pub fn build(knowledge: &KnowledgeBase) -> anyhow::Result<Vec<Page>> {
    todo!("{knowledge:?}")
}
