//! The blocks a page is made of, told apart by `soort`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::checklist::ItemGroup;
use super::common::{
    ChecklistRef, CompanyRef, Date, FlowRef, LegalStatus, Line, PartyRef, Prose, Role, SchoolRef, SourceRef, WebAddress,
};

/// Een blok inhoud op een pagina.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "soort", rename_all = "kebab-case")]
pub enum Block {
    /// Lopende tekst, met of zonder titel.
    Tekst(Text),
    /// Wat iemand vertelde, in onze woorden naverteld.
    Getuigenis(Testimony),
    /// Losse tips, met wie ze geeft.
    Tips(Tips),
    /// Tips in volgorde van belang, met een nummer.
    GenummerdeTips(Tips),
    /// Stappen die je na elkaar doet.
    Stappen(Steps),
    /// Een lijst om af te vinken: eigen punten, of een checklist uit `checklists/`.
    Checklist(ChecklistBlock),
    /// Twee mogelijkheden naast elkaar.
    Vergelijking(Comparison),
    /// Wat ervoor en wat ertegen pleit.
    VoorEnTegen(ProsAndCons),
    /// Hoe je iets beter niet zegt, en hoe wel.
    Dialogen(Dialogues),
    /// Kleinere vragen binnen deze vraag, elk met een antwoord.
    Deelvragen(SubQuestions),
    /// Een situatie om over na te denken, zonder antwoord.
    OpenCasus(OpenCase),
    /// Wat wet of regels zeggen, met status en datum.
    WettelijkKader(LegalFrame),
    /// Links naar andere sites, met hun status.
    Links(Links),
    /// Wat mentors nodig hebben en nog niet bestaat.
    BestaatNogNiet(Missing),
    /// Een stroomschema uit `stroomschemas/`.
    Stroomschema(FlowBlock),
    /// Een tabel.
    Tabel(Table),
    /// Cijfers, getoond als grafiek met tabel.
    Cijfers(Figures),
    /// Alleen voor opleiders: oefening, bespreekvragen, werkvorm. Staat niet op de pagina van de mentor.
    Opleider(Trainer),
}

/// Lopende tekst, met of zonder titel.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Text {
    /// De titel boven de tekst.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// De tekst.
    #[serde(rename = "tekst")]
    pub text: Prose,
    /// Waar dit vandaan komt, als het preciezer is dan de bron van de pagina.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Wat iemand vertelde, naverteld en onherkenbaar gemaakt.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Testimony {
    /// Wie het vertelt.
    #[serde(rename = "wie")]
    pub who: Role,
    /// In wat voor bedrijf.
    #[serde(rename = "bedrijf", default)]
    pub company: Option<CompanyRef>,
    /// Van welk schooltype de leerling komt.
    #[serde(rename = "school", default)]
    pub school: Option<SchoolRef>,
    /// Het verhaal, in onze woorden.
    #[serde(rename = "tekst")]
    pub text: Prose,
    /// Hoe het afliep, als de bron dat zegt.
    #[serde(rename = "afloop", default)]
    pub outcome: Option<Prose>,
    /// Wat je eruit kan leren.
    #[serde(rename = "les", default)]
    pub lesson: Option<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Tips, met wie ze geeft.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Tips {
    /// De titel boven de tips.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// Van wie de tips komen.
    #[serde(rename = "van")]
    pub from: Role,
    /// De tips zelf.
    #[schemars(length(min = 1))]
    pub tips: Vec<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Stappen die je na elkaar doet.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Steps {
    /// De titel boven de stappen.
    #[serde(rename = "titel")]
    pub title: Line,
    /// De stappen in volgorde.
    #[serde(rename = "stappen")]
    #[schemars(length(min = 1))]
    pub steps: Vec<Step>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Eén stap.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// Wat je doet, in enkele woorden.
    #[serde(rename = "stap")]
    pub name: Line,
    /// Hoe je het doet.
    #[serde(rename = "tekst", default)]
    pub text: Option<Prose>,
    /// Wie het doet.
    #[serde(rename = "wie", default)]
    pub who: Option<Line>,
    /// Wanneer.
    #[serde(rename = "wanneer", default)]
    pub when: Option<Line>,
}

/// Een lijst om af te vinken. Geef `checklist` (een bestaande) of `groepen` (eigen punten), niet allebei.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ChecklistBlock {
    /// De titel boven de lijst.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// De naam van een checklist in `checklists/`.
    #[serde(default)]
    pub checklist: Option<ChecklistRef>,
    /// Eigen punten, in groepen.
    #[serde(rename = "groepen", default)]
    pub groups: Vec<ItemGroup>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Twee mogelijkheden naast elkaar, punt voor punt.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Comparison {
    /// De titel boven de vergelijking.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Naam van de eerste mogelijkheid.
    #[serde(rename = "links")]
    pub left: Line,
    /// Naam van de tweede mogelijkheid.
    #[serde(rename = "rechts")]
    pub right: Line,
    /// De punten waarop je vergelijkt.
    #[serde(rename = "rijen")]
    #[schemars(length(min = 1))]
    pub rows: Vec<ComparisonRow>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Eén punt van een vergelijking.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ComparisonRow {
    /// Waarover het gaat.
    #[serde(rename = "punt")]
    pub aspect: Line,
    /// Hoe het is bij de eerste mogelijkheid.
    #[serde(rename = "links")]
    pub left: Prose,
    /// Hoe het is bij de tweede mogelijkheid.
    #[serde(rename = "rechts")]
    pub right: Prose,
}

/// Wat ervoor en wat ertegen pleit.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ProsAndCons {
    /// Waarover het gaat.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Wat ervoor pleit.
    #[serde(rename = "voor")]
    #[schemars(length(min = 1))]
    pub pros: Vec<Prose>,
    /// Wat ertegen pleit.
    #[serde(rename = "tegen")]
    #[schemars(length(min = 1))]
    pub cons: Vec<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Hoe je iets beter niet zegt, en hoe wel.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Dialogues {
    /// De titel boven de voorbeelden.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// De paren: niet zo, wel zo.
    #[serde(rename = "paren")]
    #[schemars(length(min = 1))]
    pub pairs: Vec<DialoguePair>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Eén paar: niet zo, wel zo.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct DialoguePair {
    /// Hoe je het beter niet zegt.
    #[serde(rename = "niet")]
    pub not_so: Prose,
    /// Hoe je het beter wel zegt.
    #[serde(rename = "wel")]
    pub rather_so: Prose,
    /// Waarom dat beter werkt.
    #[serde(rename = "waarom", default)]
    pub why: Option<Prose>,
}

/// Kleinere vragen binnen een vraag.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SubQuestions {
    /// De titel boven de deelvragen.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// De deelvragen.
    #[serde(rename = "vragen")]
    #[schemars(length(min = 1))]
    pub questions: Vec<SubQuestion>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Een deelvraag met haar antwoord, en zo nodig eigen blokken.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct SubQuestion {
    /// De deelvraag.
    #[serde(rename = "vraag")]
    pub question: Line,
    /// Het antwoord.
    #[serde(rename = "antwoord")]
    pub answer: Prose,
    /// Blokken die bij dit antwoord horen.
    #[serde(rename = "blokken", default)]
    pub blocks: Vec<Block>,
}

/// Een situatie om over na te denken, zonder antwoord.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct OpenCase {
    /// De titel van de situatie.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Wat er gebeurt.
    #[serde(rename = "situatie")]
    pub situation: Prose,
    /// Vragen om over na te denken.
    #[serde(rename = "vragen")]
    #[schemars(length(min = 1))]
    pub questions: Vec<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Wat wet of regels zeggen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct LegalFrame {
    /// De titel boven de bepalingen.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// De bepalingen, elk met haar eigen status.
    #[serde(rename = "bepalingen")]
    #[schemars(length(min = 1))]
    pub provisions: Vec<Provision>,
}

/// Eén bepaling uit wet of regels.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Provision {
    /// De wet, het decreet of de regeling, met haar officiële naam.
    #[serde(rename = "regel")]
    pub law: Line,
    /// Het artikel, als de bron het noemt.
    #[serde(rename = "artikel", default)]
    pub article: Option<Line>,
    /// Wat ze zegt, in gewone taal; bij `niet-in-bron`: wat onbekend is.
    #[serde(rename = "inhoud")]
    pub content: Prose,
    /// Hoe zeker dit is.
    pub status: LegalStatus,
    /// Het jaar waarin de bron geschreven is.
    #[serde(rename = "toestand", default)]
    #[schemars(range(min = 1900, max = 2100))]
    pub as_of_year: Option<u16>,
    /// Wanneer iemand dit nakeek.
    #[serde(rename = "nagekeken")]
    pub checked: Date,
    /// Wie je vraagt hoe het vandaag zit.
    #[serde(rename = "vraag-aan")]
    pub ask: PartyRef,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Links naar andere sites.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Links {
    /// De titel boven de links.
    #[serde(rename = "titel", default)]
    pub title: Option<Line>,
    /// De links.
    #[schemars(length(min = 1))]
    pub links: Vec<Link>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Eén link.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Link {
    /// Wat je daar vindt.
    #[serde(rename = "naam")]
    pub name: Line,
    /// Het adres. Laat het weg als het niet bekend is.
    #[serde(rename = "adres", default)]
    pub address: Option<WebAddress>,
    /// Of de link nog werkt.
    pub status: LinkStatus,
    /// Wanneer iemand dat nakeek. Laat het weg als niemand het deed.
    #[serde(rename = "nagekeken", default)]
    pub checked: Option<Date>,
    /// Wat je erover moet weten.
    #[serde(rename = "uitleg", default)]
    pub note: Option<Prose>,
}

/// Of een link nog werkt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LinkStatus {
    /// Nagekeken: de pagina bestaat en past bij de inhoud.
    Werkt,
    /// Staat in een bron, maar niemand keek na of de pagina nog bestaat.
    NietNagekeken,
    /// De pagina bestaat niet meer.
    Dood,
}

/// Wat mentors nodig hebben en nog niet bestaat.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Missing {
    /// Wat er niet is.
    #[serde(rename = "punten")]
    #[schemars(length(min = 1))]
    pub items: Vec<Prose>,
    /// Het jaar waarin de bron zei dat het niet bestond.
    #[serde(rename = "toestand")]
    #[schemars(range(min = 1900, max = 2100))]
    pub as_of_year: u16,
    /// Wat je intussen doet, of wie je het vraagt.
    #[serde(rename = "intussen", default)]
    pub meanwhile: Option<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Een stroomschema op de pagina.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct FlowBlock {
    /// De naam van het stroomschema.
    #[serde(rename = "stroomschema")]
    pub flow: FlowRef,
    /// Wanneer je het gebruikt.
    #[serde(rename = "inleiding", default)]
    pub introduction: Option<Prose>,
}

/// Een tabel.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Table {
    /// De titel boven de tabel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// De koppen van de kolommen.
    #[serde(rename = "kolommen")]
    #[schemars(length(min = 2))]
    pub columns: Vec<Line>,
    /// De rijen, elk met evenveel cellen als er kolommen zijn.
    #[serde(rename = "rijen")]
    #[schemars(length(min = 1))]
    pub rows: Vec<Vec<Prose>>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}

/// Cijfers, getoond als grafiek met tabel.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Figures {
    /// Wat de cijfers zeggen.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Waarin gemeten is: %, mentors, bedrijven.
    #[serde(rename = "eenheid")]
    pub unit: Line,
    /// De cijfers.
    #[serde(rename = "cijfers")]
    #[schemars(length(min = 1))]
    pub figures: Vec<Figure>,
    /// Hoeveel mensen of bedrijven samen antwoordden.
    #[serde(rename = "n", default)]
    #[schemars(range(min = 1))]
    pub sample: Option<u32>,
    /// Het jaar van de cijfers.
    #[serde(rename = "jaar")]
    #[schemars(range(min = 1900, max = 2100))]
    pub year: u16,
    /// Hoe je ze moet lezen.
    #[serde(rename = "toelichting", default)]
    pub note: Option<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron")]
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceRef>,
}

/// Eén cijfer.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Figure {
    /// Wat geteld is.
    pub label: Line,
    /// Het getal.
    #[serde(rename = "waarde")]
    #[schemars(range(min = 0.0))]
    pub value: f64,
    /// Op hoeveel antwoorden dit ene cijfer steunt.
    #[serde(default)]
    #[schemars(range(min = 1))]
    pub n: Option<u32>,
}

/// Alleen voor opleiders.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Trainer {
    /// De titel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Hoe de groep werkt: in paren, met de hele groep, alleen.
    #[serde(rename = "werkvorm")]
    pub method: Line,
    /// Hoelang het duurt, in minuten.
    #[serde(rename = "minuten")]
    #[schemars(range(min = 1, max = 480))]
    pub minutes: u16,
    /// Wat de deelnemers doen.
    #[serde(rename = "oefening", default)]
    pub exercise: Option<Prose>,
    /// Vragen om in groep te bespreken.
    #[serde(rename = "bespreekvragen", default)]
    pub discussion: Vec<Prose>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron", default)]
    pub sources: Vec<SourceRef>,
}
