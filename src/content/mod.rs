//! What the files in `cases/` may hold: one file per kind, and nothing of disk or HTML.
//!
//! These types are the one definition. The loader checks files against their JSON Schema, editors
//! get the same schema, and the manual's reference pages are made from it. That is why the doc
//! comments of types and fields are Dutch: they are the texts that sector staff read.

pub mod block;
pub mod checklist;
pub mod common;
pub mod flow;
pub mod kind;
pub mod knowledge;
pub mod module;
pub mod news;
pub mod plain;
pub mod question;
pub mod registers;
pub mod site;
pub mod story;
pub mod template;

pub use kind::Kind;
pub use knowledge::KnowledgeBase;
