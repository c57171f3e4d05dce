//! The registers: one file each for glossary, keywords, parties, sources and competences.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Date, Id, LegalStatus, Line, PartyRef, Prose, QuestionRef, SourceRef, TermRef, WebAddress};

/// De begrippenlijst: `begrippen.yaml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Terms {
    /// De begrippen.
    #[serde(rename = "begrippen")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub terms: Vec<Term>,
}

/// Een begrip met zijn uitleg.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Term {
    /// Het id. Het staat ook in het adres van dit stuk van de pagina.
    pub id: Id,
    /// Het woord zelf.
    #[serde(rename = "begrip")]
    pub term: Line,
    /// Waar een afkorting voor staat.
    #[serde(rename = "voluit", default)]
    pub full: Option<Line>,
    /// Andere vormen die in teksten voorkomen: meervoud, afkorting.
    #[serde(rename = "vormen", default)]
    pub forms: Vec<Line>,
    /// De uitleg, in één tot drie zinnen.
    #[serde(rename = "uitleg")]
    pub explanation: Prose,
    /// Hoe zeker de uitleg is, als ze van een wet of regeling afhangt.
    #[serde(default)]
    pub status: Option<LegalStatus>,
    /// Begrippen die erbij horen.
    #[serde(rename = "zie-ook", default)]
    pub see_also: Vec<TermRef>,
    /// `false` als iedereen die hier komt het woord kent: dan staat het alleen in de begrippenlijst.
    #[serde(rename = "uitleggen", default = "yes")]
    pub explain: bool,
    /// Waar de uitleg vandaan komt.
    #[serde(rename = "bron")]
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceRef>,
}

const fn yes() -> bool {
    true
}

/// De woorden waarmee mensen zoeken: `trefwoorden.yaml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Keywords {
    /// De trefwoorden met hun synoniemen. Die gelden voor de hele site.
    #[serde(rename = "trefwoorden")]
    #[schemars(length(min = 1))]
    pub keywords: Vec<Keyword>,
    /// Per vraag de woorden waarmee mensen ze zoeken en die niet op de pagina staan. Elke vraag staat hier hoogstens één keer.
    #[serde(rename = "wegwijzers", default)]
    #[schemars(extend("x-id" = "vraag"))]
    pub signposts: Vec<Signpost>,
}

/// Woorden en zinnen die naar één vraag leiden. Ze betekenen niet hetzelfde als een woord van die pagina.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Signpost {
    /// De vraag waar ze naartoe leiden.
    #[serde(rename = "vraag")]
    pub question: QuestionRef,
    /// Wat iemand typt die deze vraag zoekt: gewone woorden, of een zin zoals je ze zegt. Elk punt heeft een woord dat
    /// niet op de pagina staat. Lezers zien dit niet.
    #[serde(rename = "woorden")]
    #[schemars(length(min = 1))]
    pub words: Vec<Line>,
}

/// Een trefwoord met de woorden waarmee mentors hetzelfde bedoelen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Keyword {
    /// Het trefwoord, zoals het bij minstens één pagina van de site staat.
    #[serde(rename = "woord")]
    pub word: Line,
    /// Woorden die overal op de site hetzelfde betekenen. Andere vormen van het woord hoeven niet. Elk synoniem staat maar
    /// bij één woord.
    #[serde(rename = "synoniemen")]
    #[schemars(length(min = 1))]
    pub synonyms: Vec<Line>,
}

/// Wie is wie: `partijen.yaml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Parties {
    /// De partijen rond de mentor.
    #[serde(rename = "partijen")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub parties: Vec<Party>,
}

/// Een persoon of dienst rond de mentor.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Party {
    /// Het id. Het staat ook in het adres van dit stuk van de pagina.
    pub id: Id,
    /// De naam, zoals je ze in een zin gebruikt: trajectbegeleider.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Wat die persoon of dienst doet, in één of twee zinnen.
    #[serde(rename = "wat")]
    pub what: Prose,
    /// Waarvoor je die belt.
    #[serde(rename = "bel-voor")]
    #[schemars(length(min = 1))]
    pub call_for: Vec<Prose>,
    /// Waar je het nummer vindt.
    #[serde(rename = "bereik")]
    pub reach: Prose,
    /// Het nummer waarop je die meteen belt. Alleen voor hulpdiensten.
    #[serde(rename = "noodnummer", default)]
    pub emergency_number: Option<Line>,
    /// Wat sinds de bron veranderd is, of wat niet zeker is.
    #[serde(rename = "let-op", default)]
    pub caution: Option<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron")]
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceRef>,
}

/// De bronnen: `bronnen.yaml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Sources {
    /// De brondocumenten, wetten en webpagina's.
    #[serde(rename = "bronnen")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub sources: Vec<Source>,
}

/// Een bron.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Source {
    /// Het id waarmee pagina's ernaar verwijzen.
    pub id: Id,
    /// De titel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Wat voor bron het is.
    #[serde(rename = "soort")]
    pub kind: SourceKind,
    /// Het jaar waarvan de inhoud is.
    #[serde(rename = "jaar", default)]
    #[schemars(range(min = 1900, max = 2100))]
    pub year: Option<u16>,
    /// Hoeveel regels de tekst telt. Verwijzingen naar regels worden hiertegen nagekeken.
    #[serde(rename = "aantal-regels", default)]
    #[schemars(range(min = 1))]
    pub line_count: Option<u32>,
    /// Waar de bron te lezen is.
    #[serde(rename = "adres", default)]
    pub address: Option<WebAddress>,
    /// Wat erin staat, en wat je moet weten over hoe oud of volledig het is.
    #[serde(rename = "uitleg")]
    pub note: Prose,
    /// Wanneer iemand de bron las.
    #[serde(rename = "nagekeken")]
    pub checked: Date,
}

/// Soort bron.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// Een rapport, brochure of gids.
    Document,
    /// Een wet, decreet of besluit.
    Wet,
    /// Een webpagina.
    Webpagina,
}

/// Het competentieprofiel: `competenties.yaml`.
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct Competences {
    /// Waar het profiel vandaan komt en wat ontbreekt.
    #[serde(rename = "uitleg")]
    pub note: Prose,
    /// De groepen van competenties.
    #[serde(rename = "groepen")]
    #[schemars(length(min = 1), extend("x-id" = "id"))]
    pub groups: Vec<CompetenceGroup>,
    /// Waar het profiel vandaan komt.
    #[serde(rename = "bron")]
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceRef>,
}

/// Een groep competenties.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct CompetenceGroup {
    /// Het id.
    pub id: Id,
    /// De naam.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Wat een mentor dan kan.
    #[serde(rename = "uitleg")]
    pub explanation: Prose,
    /// De partij die hierbij helpt, als de bron ze noemt.
    #[serde(rename = "hulp", default)]
    pub help: Option<PartyRef>,
}
