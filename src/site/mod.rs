//! The site: mdBook driver, theme assets, exports, atomic publishing, development server.

/// A file to write, with its path relative to the site's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// The path, with forward slashes.
    pub path: String,
    /// The content.
    pub content: Vec<u8>,
}
