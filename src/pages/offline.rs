//! The page for a reader without internet who asks for a page that the device doesn't have.

use serde_json::json;

use super::Draft;

/// The draft of that page.
pub fn draft() -> Draft {
    Draft::new("zonder-internet.md", "Je hebt geen internet", "zonder-internet", json!({})).unexplained()
}
