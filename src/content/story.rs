//! Stories: what happened at one workplace over time.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{CompanyRef, Line, PhaseRef, Prose, QuestionRef, Role, SchoolRef, Standing};

/// Een verhaal: wat er op één werkplek gebeurde, naverteld en onherkenbaar.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Story {
    /// De titel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Het verhaal in één of twee zinnen, zonder de afloop.
    #[serde(rename = "kort")]
    pub short: Prose,
    /// In welke fase het speelt.
    #[serde(rename = "fase")]
    #[schemars(length(min = 1))]
    pub phases: Vec<PhaseRef>,
    /// In wat voor bedrijf het speelt.
    #[serde(rename = "bedrijf", default)]
    pub company: Option<CompanyRef>,
    /// Van welk schooltype de leerling komt.
    #[serde(rename = "school", default)]
    pub school: Option<SchoolRef>,
    /// Woorden waarmee mentors dit zoeken.
    #[serde(rename = "trefwoorden", default)]
    pub keywords: Vec<Line>,
    /// Hoe het begon.
    #[serde(rename = "situatie")]
    pub situation: Prose,
    /// Wat elke partij verwachtte.
    #[serde(rename = "verwachtingen", default)]
    pub expectations: Vec<Expectation>,
    /// Wie er aan tafel ontbrak.
    #[serde(rename = "ontbrak", default)]
    pub missing: Vec<Role>,
    /// Wat er gebeurde, stap voor stap.
    #[serde(rename = "verloop")]
    #[schemars(length(min = 1))]
    pub events: Vec<Event>,
    /// Hoe het afliep.
    #[serde(rename = "afloop")]
    pub outcome: Prose,
    /// Wat je eruit leert.
    #[serde(rename = "les")]
    pub lesson: Prose,
    /// Vragen om in groep te bespreken, met een antwoord voor de opleider.
    #[serde(rename = "bespreekvragen", default)]
    pub discussion: Vec<DiscussionQuestion>,
    /// Vragen waar dit verhaal bij hoort.
    #[serde(rename = "vragen", default)]
    pub questions: Vec<QuestionRef>,
    /// Bron, status en datums.
    #[serde(flatten)]
    pub standing: Standing,
}

/// Wat één partij verwachtte.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Expectation {
    /// Wie.
    #[serde(rename = "wie")]
    pub who: Role,
    /// Wat die verwachtte.
    #[serde(rename = "verwachtte")]
    pub expected: Prose,
}

/// Eén stap in een verhaal.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Event {
    /// Wat er gebeurde.
    #[serde(rename = "tekst")]
    pub text: Prose,
    /// `true` als een groep hier kan stoppen en zelf beslissen.
    #[serde(rename = "keerpunt", default)]
    pub turning_point: bool,
}

/// Een vraag om te bespreken, met een mogelijk antwoord.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct DiscussionQuestion {
    /// De vraag.
    #[serde(rename = "vraag")]
    pub question: Prose,
    /// Een mogelijk antwoord, voor de opleider.
    #[serde(rename = "antwoord")]
    pub answer: Prose,
}
