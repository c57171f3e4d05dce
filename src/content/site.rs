//! The site itself: `site.yaml`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{ChecklistRef, Colour, FlowRef, Id, Line, PartyRef, Prose, QuestionRef, WebAddress};

/// De gegevens van de site: `site.yaml`.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Site {
    /// De naam van de site.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Waarvoor de site dient, in één of twee zinnen.
    #[serde(rename = "kort")]
    pub short: Prose,
    /// Het adres van de site op het web, als het al bekend is.
    #[serde(rename = "adres", default)]
    pub address: Option<WebAddress>,
    /// De sector waarvoor de site gemaakt is.
    pub sector: Sector,
    /// De hulplijn die op elke pagina staat.
    #[serde(rename = "hulplijn")]
    pub help_line: HelpLine,
    /// Wie de inhoud onderhoudt.
    #[serde(rename = "redactie")]
    pub editors: Editors,
    /// De kleuren.
    #[serde(rename = "kleuren")]
    pub colours: Colours,
    /// De fasen van een traject, in volgorde.
    #[serde(rename = "fasen")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub phases: Vec<Choice>,
    /// De groepen lezers.
    #[serde(rename = "groepen")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub groups: Vec<Choice>,
    /// De ingangen op de startpagina, elk voor één of meer groepen lezers.
    #[serde(rename = "ingangen")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub entrances: Vec<Entrance>,
    /// Soorten overeenkomst.
    #[serde(rename = "overeenkomst")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub agreements: Vec<Choice>,
    /// Schooltypes.
    #[serde(rename = "school")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub schools: Vec<Choice>,
    /// Bedrijfsvormen.
    #[serde(rename = "bedrijf")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub companies: Vec<Choice>,
    /// Ervaring als mentor.
    #[serde(rename = "ervaring")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub experience: Vec<Choice>,
    /// Noodgevallen op de startpagina: wat je meteen doet.
    #[serde(rename = "nood")]
    #[schemars(length(min = 1))]
    pub emergencies: Vec<Emergency>,
}

impl Site {
    /// The whole web address of a page or file of the site; none while the site has none itself.
    #[must_use]
    pub fn absolute(&self, path: &str) -> Option<String> {
        let site = self.address.as_ref()?.as_str().trim_end_matches('/');
        Some(format!("{site}/{}", if path == "index.html" { "" } else { path }))
    }
}

/// De sector.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Sector {
    /// De naam van de sector.
    #[serde(rename = "naam")]
    pub name: Line,
    /// `true` zolang dit nog niet echt is.
    #[serde(rename = "voorlopig", default)]
    pub placeholder: bool,
}

/// De hulplijn.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct HelpLine {
    /// Hoe de hulplijn heet.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Het telefoonnummer. Laat het weg zolang er geen is.
    #[serde(rename = "telefoon", default)]
    pub phone: Option<Line>,
    /// Het mailadres. Laat het weg zolang er geen is.
    #[serde(rename = "mail", default)]
    pub mail: Option<Line>,
    /// Wanneer je kan bellen en waarvoor.
    #[serde(rename = "uitleg")]
    pub note: Prose,
    /// `true` zolang dit nog niet echt is.
    #[serde(rename = "voorlopig", default)]
    pub placeholder: bool,
}

/// De redactie.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Editors {
    /// Wie de site onderhoudt.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Hoe je een fout meldt.
    #[serde(rename = "melden")]
    pub report: Prose,
    /// `true` zolang dit nog niet echt is.
    #[serde(rename = "voorlopig", default)]
    pub placeholder: bool,
}

/// De kleuren van de site.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Colours {
    /// De hoofdkleur: balk bovenaan, knoppen en links.
    #[serde(rename = "hoofd")]
    pub main: Colour,
    /// De tweede kleur: accenten.
    #[serde(rename = "accent")]
    pub accent: Colour,
}

/// Een keuze in een lijst: een fase, een groep, een bedrijfsvorm.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// Het id waarmee pagina's ernaar verwijzen.
    pub id: Id,
    /// De naam die de lezer ziet.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Wat ermee bedoeld is, in één of twee zinnen.
    #[serde(rename = "uitleg")]
    pub note: Prose,
}

/// Een ingang op de startpagina.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Entrance {
    /// Het id. Het is ook het laatste stuk van het adres van de pagina.
    pub id: Id,
    /// De naam op de startpagina.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Wat die lezers hier vinden.
    #[serde(rename = "uitleg")]
    pub note: Prose,
    /// De groepen lezers die hier binnenkomen.
    #[serde(rename = "groepen")]
    #[schemars(length(min = 1))]
    pub groups: Vec<super::common::GroupRef>,
}

/// Een noodgeval op de startpagina.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Emergency {
    /// Wat er aan de hand is, zoals een mentor het zegt.
    #[serde(rename = "situatie")]
    pub situation: Line,
    /// Wat je nu meteen doet.
    #[serde(rename = "nu")]
    pub now: Prose,
    /// Wie je belt.
    #[serde(rename = "bel")]
    #[schemars(length(min = 1))]
    pub call: Vec<PartyRef>,
    /// De vraag met het volledige antwoord.
    #[serde(rename = "vraag", default)]
    pub question: Option<QuestionRef>,
    /// Het stroomschema dat je volgt.
    #[serde(rename = "stroomschema", default)]
    pub flow: Option<FlowRef>,
    /// De checklist die helpt.
    #[serde(default)]
    pub checklist: Option<ChecklistRef>,
}
