//! Pieces that several kinds of file share: texts, dates, references, sources, statuses.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::dutch::tokens::fold;

/// Schema keyword that names what a string refers to: a folder or a register of `cases/`.
pub const REFERENCE: &str = "x-verwijst";

/// Schema keyword that marks a list whose items carry an `id` that must be unique in it.
pub const UNIQUE_ID: &str = "x-id";

/// Declares a string type with its own JSON Schema.
macro_rules! text_type {
    ($(#[$doc:meta])* $name:ident, $schema:tt) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            /// The text itself.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

text_type!(
    /// Lopende tekst met eenvoudige opmaak: `*schuin*`, `**vet**`, `[link](adres)`, lege regel voor een nieuwe alinea.
    Prose, { "type": "string", "format": "proza", "minLength": 1 });
text_type!(
    /// Eén regel gewone tekst, zonder opmaak: een titel, een naam, een label.
    Line, { "type": "string", "format": "regel", "minLength": 1 });
text_type!(
    /// De vraag zoals een mentor ze stelt, hoogstens 90 tekens.
    QuestionText, { "type": "string", "format": "regel", "minLength": 1, "maxLength": 90 });
text_type!(
    /// Een id zonder spaties: kleine letters, cijfers en streepjes. Verandert nooit meer.
    Id, { "type": "string", "format": "id", "minLength": 1 });
text_type!(
    /// Een datum als jaar-maand-dag: 2026-11-20.
    Date, { "type": "string", "format": "datum" });
text_type!(
    /// Een webadres dat met https:// of http:// begint.
    WebAddress, { "type": "string", "format": "webadres" });
text_type!(
    /// Een kleur als #rrggbb.
    Colour, { "type": "string", "format": "kleur" });
text_type!(
    /// Regels in een brondocument: `6919-6957`, of meer stukken met een komma ertussen: `120-130, 200`.
    Lines, { "type": "string", "format": "regels" });

impl Id {
    /// Whether a text can be an id: small letters and digits, with single `-` or `_` between them.
    #[must_use]
    pub fn fits(text: &str) -> bool {
        text.split(['-', '_'])
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
    }

    /// The id nearest to a text: `Te laat?` gives `te-laat`. Empty when the text has no letter or digit.
    #[must_use]
    pub fn nearest(text: &str) -> String {
        let small = fold(text).replace(['\'', '’'], "");
        let words = small.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        words.collect::<Vec<_>>().join("-")
    }
}

/// Declares a reference to an item elsewhere in `cases/`.
macro_rules! reference_type {
    ($($name:ident => $target:literal, $doc:literal;)*) => {$(
        text_type!(
            #[doc = $doc]
            $name, { "type": "string", "format": "id", "x-verwijst": $target });
    )*};
}

reference_type! {
    QuestionRef => "vragen", "Naam van een vraag: de bestandsnaam in `vragen/` zonder `.yaml`.";
    StoryRef => "verhalen", "Naam van een verhaal: de bestandsnaam in `verhalen/` zonder `.yaml`.";
    FlowRef => "stroomschemas", "Naam van een stroomschema: de bestandsnaam in `stroomschemas/` zonder `.yaml`.";
    ChecklistRef => "checklists", "Naam van een checklist: de bestandsnaam in `checklists/` zonder `.yaml`.";
    TemplateRef => "sjablonen", "Naam van een sjabloon: de bestandsnaam in `sjablonen/` zonder `.yaml`.";
    NodeRef => "knopen", "Het `id` van een knoop in hetzelfde stroomschema.";
    TermRef => "begrippen", "Het `id` van een begrip in `begrippen.yaml`.";
    PartyRef => "partijen", "Het `id` van een partij in `partijen.yaml`.";
    DocumentRef => "bronnen", "Het `id` van een bron in `bronnen.yaml`.";
    CompetenceRef => "competenties", "Het `id` van een groep in `competenties.yaml`.";
    PhaseRef => "fasen", "Het `id` van een fase in `site.yaml`.";
    GroupRef => "groepen", "Het `id` van een groep lezers in `site.yaml`.";
    AgreementRef => "overeenkomst", "Het `id` van een soort overeenkomst in `site.yaml`.";
    SchoolRef => "school", "Het `id` van een schooltype in `site.yaml`.";
    CompanyRef => "bedrijf", "Het `id` van een bedrijfsvorm in `site.yaml`.";
    ExperienceRef => "ervaring", "Het `id` van een ervaringsniveau in `site.yaml`.";
}

/// Waar een uitspraak vandaan komt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SourceRef {
    /// Het document, zoals het in `bronnen.yaml` staat.
    pub document: DocumentRef,
    /// Het nummer van de vraag in dat document, als het daar vragen nummert. Bovenaan een pagina: de ene vraag die ze beantwoordt.
    #[serde(rename = "vraag", default, skip_serializing_if = "Option::is_none")]
    #[schemars(range(min = 1))]
    pub question: Option<u32>,
    /// De regels in de tekst van het document. Bij een webpagina of wet mag dit weg.
    #[serde(rename = "regels", default, skip_serializing_if = "Option::is_none")]
    pub lines: Option<Lines>,
}

/// Hoe ver een pagina staat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Nog in de maak: staat nooit op de site.
    Concept,
    /// Nagelezen door een tweede lezer; staat op de site, maar is nog niet goedgekeurd.
    Nagelezen,
    /// Staat op de site en is goedgekeurd.
    Gepubliceerd,
}

impl Status {
    /// Whether readers may see it.
    #[must_use]
    pub fn is_public(self) -> bool {
        self != Self::Concept
    }
}

/// Hoe zeker een uitspraak over wet, termijn, formulier, bedrag of instelling is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum LegalStatus {
    /// Nagekeken in de geldende tekst, met bron en datum.
    Geverifieerd,
    /// Staat in een bron, maar niemand keek na of het vandaag nog klopt.
    TeControleren,
    /// Geen enkele bron zegt dit: de site toont dat het onbekend is en wie je het vraagt.
    NietInBron,
}

/// Wie iets vertelt of doet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Een mentor.
    Mentor,
    /// Een werkgever die zelf geen mentor is.
    Werkgever,
    /// Een ploegbaas die met de leerling op pad gaat.
    Ploegbaas,
    /// Een collega op de werkplek.
    Collega,
    /// Een leerling in duaal leren.
    Leerling,
    /// Een ouder van een leerling.
    Ouder,
    /// De trajectbegeleider van de school.
    Trajectbegeleider,
    /// Een leerkracht of directie van de school.
    School,
    /// Iemand van de sector.
    Sector,
    /// De auteurs van het rapport, na hun bezoeken en gesprekken.
    Onderzoeker,
}

/// Waar de inhoud van een pagina vandaan komt en hoe ver ze staat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Standing {
    /// Waar de inhoud vandaan komt.
    #[serde(rename = "bron")]
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceRef>,
    /// Hoe ver de pagina staat.
    pub status: Status,
    /// Wanneer de inhoud het laatst tegen de bronnen is nagekeken.
    #[serde(rename = "nagekeken")]
    pub checked: Date,
    /// Tegen wanneer de pagina opnieuw nagekeken moet worden.
    #[serde(rename = "herzien")]
    pub review_by: Date,
}

/// Een onderdeel waarvan de juridische zekerheid telt: een termijn, een vorm, een document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct LegalElement {
    /// Wat erover bekend is, of bij `niet-in-bron`: dat het onbekend is en waar je het vraagt.
    #[serde(rename = "tekst")]
    pub text: Prose,
    /// Hoe zeker dit is.
    pub status: LegalStatus,
}

/// Wie je voor deze pagina belt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Contact {
    /// De partij, zoals ze in `partijen.yaml` staat.
    #[serde(rename = "partij")]
    pub party: PartyRef,
    /// Waarvoor je ze belt.
    #[serde(rename = "waarvoor")]
    pub reason: Prose,
}

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn a_title_becomes_an_id() {
        assert_eq!(Id::nearest("Mijn leerling is té laat!"), "mijn-leerling-is-te-laat");
        assert_eq!(Id::nearest("Stroomschema's (BUSO)"), "stroomschemas-buso");
        assert_eq!(Id::nearest("Foto’s van één leerling – OAO/SAO"), "fotos-van-een-leerling-oao-sao");
        assert_eq!(Id::nearest("???"), "");
        for good in ["te-laat", "000_44ec6d021640ab39", "a"] {
            assert!(Id::fits(good), "{good}");
        }
        for wrong in ["", "Te laat", "-a", "a--b", "é"] {
            assert!(!Id::fits(wrong), "{wrong}");
        }
    }
}
