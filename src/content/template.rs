//! Templates: forms to print or fill in.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Line, PhaseRef, Prose, Standing};

/// Een sjabloon om te printen of in te vullen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Template {
    /// De titel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Waarvoor je het gebruikt.
    #[serde(rename = "kort")]
    pub short: Prose,
    /// In welke fase je het gebruikt.
    #[serde(rename = "fase")]
    #[schemars(length(min = 1))]
    pub phases: Vec<PhaseRef>,
    /// Woorden waarmee mentors dit zoeken.
    #[serde(rename = "trefwoorden", default)]
    pub keywords: Vec<Line>,
    /// De delen van het formulier.
    #[serde(rename = "delen")]
    #[schemars(length(min = 1))]
    pub parts: Vec<Part>,
    /// Bron, status en datums.
    #[serde(flatten)]
    pub standing: Standing,
}

/// Een deel van een formulier.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// De titel van het deel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Uitleg bij het deel.
    #[serde(rename = "uitleg", default)]
    pub note: Option<Prose>,
    /// De velden.
    #[serde(rename = "velden")]
    #[schemars(length(min = 1))]
    pub fields: Vec<Field>,
}

/// Een veld om in te vullen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Field {
    /// Wat je invult.
    pub label: Line,
    /// Hoe je het invult.
    #[serde(rename = "vorm")]
    pub form: FieldForm,
    /// De keuzes, bij `vorm: keuze` of `vorm: een-keuze`.
    #[serde(rename = "keuzes", default)]
    pub choices: Vec<Line>,
}

/// Hoe een veld ingevuld wordt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FieldForm {
    /// Eén regel.
    Regel,
    /// Een vak met plaats voor meer regels.
    Vak,
    /// Een datum.
    Datum,
    /// Eén of meer keuzes aankruisen.
    Keuze,
    /// Eén keuze aankruisen, en niet meer.
    EenKeuze,
}

impl FieldForm {
    /// Whether there is something to choose from.
    #[must_use]
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::Keuze | Self::EenKeuze)
    }
}
