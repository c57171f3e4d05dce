//! A question of a mentor: the main kind of case.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::block::Block;
use super::common::{
    AgreementRef, CompanyRef, CompetenceRef, Contact, ExperienceRef, GroupRef, Line, PhaseRef, Prose, QuestionRef,
    QuestionText, SchoolRef, Standing,
};

/// Een vraag van een mentor, met het antwoord in blokken.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// De vraag zoals een mentor ze zou stellen, hoogstens 90 tekens.
    #[serde(rename = "vraag")]
    pub question: QuestionText,
    /// Het antwoord in hoogstens 60 woorden, voor wie niets anders leest.
    #[serde(rename = "kort")]
    pub short: Prose,
    /// In welke fase van het traject de vraag opduikt.
    #[serde(rename = "fase")]
    #[schemars(length(min = 1))]
    pub phases: Vec<PhaseRef>,
    /// Voor welke lezers de pagina is.
    #[serde(rename = "voor")]
    #[schemars(length(min = 1))]
    pub groups: Vec<GroupRef>,
    /// Voor welke overeenkomst dit geldt. Laat de sleutel weg als het voor alle geldt.
    #[serde(rename = "overeenkomst", default)]
    pub agreements: Vec<AgreementRef>,
    /// Voor welk schooltype dit geldt. Laat de sleutel weg als het voor alle geldt.
    #[serde(rename = "school", default)]
    pub schools: Vec<SchoolRef>,
    /// Voor welke bedrijfsvorm dit geldt. Laat de sleutel weg als het voor alle geldt.
    #[serde(rename = "bedrijf", default)]
    pub companies: Vec<CompanyRef>,
    /// Voor welke ervaring als mentor dit geldt. Laat de sleutel weg als het voor alle geldt.
    #[serde(rename = "ervaring", default)]
    pub experience: Vec<ExperienceRef>,
    /// In welke maanden de vraag vooral opduikt, als nummers: 9 is september.
    #[serde(rename = "maanden", default)]
    #[schemars(inner(range(min = 1, max = 12)))]
    pub months: Vec<u8>,
    /// Woorden waarmee mentors dit zoeken, ook woorden die niet op de pagina staan.
    #[serde(rename = "trefwoorden")]
    #[schemars(length(min = 1))]
    pub keywords: Vec<Line>,
    /// Wie de lezer hiervoor belt.
    #[serde(rename = "bel")]
    #[schemars(length(min = 1))]
    pub contacts: Vec<Contact>,
    /// Vragen die hierop aansluiten, elk met de reden.
    #[serde(rename = "verwant", default)]
    pub related: Vec<Related>,
    /// Welke groepen uit `competenties.yaml` een mentor hier oefent.
    #[serde(rename = "competenties", default)]
    pub competences: Vec<CompetenceRef>,
    /// Bron, status en datums.
    #[serde(flatten)]
    pub standing: Standing,
    /// De inhoud, blok na blok.
    #[serde(rename = "blokken")]
    #[schemars(length(min = 1))]
    pub blocks: Vec<Block>,
}

/// Een vraag die op een andere aansluit.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Related {
    /// De andere vraag.
    #[serde(rename = "vraag")]
    pub question: QuestionRef,
    /// Waarom je ook die leest, in één zin.
    #[serde(rename = "reden")]
    pub reason: Line,
}
