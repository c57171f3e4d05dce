//! News: dated announcements.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Date, Line, Prose, SourceRef, Status};

/// Een nieuwsbericht.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct News {
    /// De titel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// De datum van het bericht.
    #[serde(rename = "datum")]
    pub date: Date,
    /// Het bericht.
    #[serde(rename = "tekst")]
    pub text: Prose,
    /// Waar het vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
    /// Hoe ver het bericht staat.
    pub status: Status,
}
