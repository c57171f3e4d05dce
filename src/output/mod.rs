//! What the stages hand over to be written, and the writing itself.

pub mod disk;

/// A file to write, with its path relative to the site's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// The path, with forward slashes.
    pub path: String,
    /// The content.
    pub content: Vec<u8>,
}
