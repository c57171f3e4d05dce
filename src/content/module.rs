//! Training modules for mentor courses.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{ChecklistRef, FlowRef, Line, Prose, QuestionRef, Standing, StoryRef};

/// Een module van een mentoropleiding.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Module {
    /// De titel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Waarover ze gaat, in één of twee zinnen.
    #[serde(rename = "kort")]
    pub short: Prose,
    /// Voor wie ze is.
    #[serde(rename = "voor")]
    pub audience: Line,
    /// Wat deelnemers erna kunnen.
    #[serde(rename = "doelen")]
    #[schemars(length(min = 1))]
    pub goals: Vec<Prose>,
    /// Wat deelnemers moeten onthouden.
    #[serde(rename = "kernpunten")]
    #[schemars(length(min = 1))]
    pub key_points: Vec<Prose>,
    /// Hoelang ze mag duren, in minuten.
    #[serde(rename = "doel-minuten")]
    #[schemars(range(min = 15, max = 480))]
    pub target_minutes: u16,
    /// Wat je meebrengt.
    #[serde(rename = "materiaal", default)]
    pub material: Vec<Line>,
    /// De delen van de sessie.
    #[serde(rename = "delen")]
    #[schemars(length(min = 1))]
    pub parts: Vec<Part>,
    /// Bron, status en datums.
    #[serde(flatten)]
    pub standing: Standing,
}

/// Een deel van een sessie.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// De titel van het deel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Hoelang het duurt, in minuten.
    #[serde(rename = "minuten")]
    #[schemars(range(min = 1, max = 480))]
    pub minutes: u16,
    /// Hoe de groep werkt.
    #[serde(rename = "werkvorm")]
    pub method: Line,
    /// Vragen die je gebruikt.
    #[serde(rename = "vragen", default)]
    pub questions: Vec<QuestionRef>,
    /// Verhalen die je gebruikt.
    #[serde(rename = "verhalen", default)]
    pub stories: Vec<StoryRef>,
    /// Stroomschema's die je gebruikt.
    #[serde(rename = "stroomschemas", default)]
    pub flows: Vec<FlowRef>,
    /// Checklists die je gebruikt.
    #[serde(default)]
    pub checklists: Vec<ChecklistRef>,
    /// Aanwijzingen voor de opleider.
    #[serde(rename = "notities", default)]
    pub notes: Vec<Note>,
}

/// Een aanwijzing voor de opleider.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Note {
    /// Wat voor aanwijzing.
    #[serde(rename = "soort")]
    pub kind: NoteKind,
    /// De aanwijzing.
    #[serde(rename = "tekst")]
    pub text: Prose,
}

/// Soort aanwijzing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// Stel deze vraag.
    Vraag,
    /// Doe dit.
    Doe,
    /// Let hierop.
    LetOp,
}
