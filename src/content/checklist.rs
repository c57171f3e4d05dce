//! Checklists: grouped items to tick, optionally in levels for self-scans.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{GroupRef, Line, PhaseRef, Prose, Standing};

/// Een checklist om af te vinken of te printen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Checklist {
    /// De titel, zoals de lezer hem ziet.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Waarvoor je de lijst gebruikt, in één of twee zinnen.
    #[serde(rename = "kort")]
    pub short: Prose,
    /// In welke fase je ze gebruikt.
    #[serde(rename = "fase")]
    #[schemars(length(min = 1))]
    pub phases: Vec<PhaseRef>,
    /// Voor wie de lijst is.
    #[serde(rename = "voor")]
    #[schemars(length(min = 1))]
    pub groups: Vec<GroupRef>,
    /// Woorden waarmee mentors dit zoeken.
    #[serde(rename = "trefwoorden", default)]
    pub keywords: Vec<Line>,
    /// De punten, in groepen.
    #[serde(rename = "groepen")]
    #[schemars(length(min = 1))]
    pub items: Vec<ItemGroup>,
    /// Bron, status en datums.
    #[serde(flatten)]
    pub standing: Standing,
}

/// Een groep punten.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ItemGroup {
    /// De titel van de groep.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// Het niveau, bij een zelfscan.
    #[serde(rename = "niveau", default)]
    pub level: Option<Level>,
    /// De punten.
    #[serde(rename = "punten")]
    #[schemars(length(min = 1))]
    pub items: Vec<Item>,
}

/// Eén punt om af te vinken.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Item {
    /// Wat je afvinkt.
    #[serde(rename = "punt")]
    pub text: Prose,
    /// Meer uitleg, als dat nodig is.
    #[serde(rename = "uitleg", default)]
    pub note: Option<Prose>,
}

/// Niveau in een zelfscan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Je bent goed op weg.
    GoedOpWeg,
    /// Het kan nog beter.
    Beter,
    /// Je doet het top.
    Top,
}
