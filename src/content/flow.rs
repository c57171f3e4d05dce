//! Decision flows: questions, steps and outcomes.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::common::{Date, Id, LegalElement, Line, NodeRef, PartyRef, PhaseRef, Prose, SourceRef, Standing};

/// Een stroomschema: vraag na vraag naar wat je moet doen.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Flow {
    /// De titel.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Wanneer je dit schema gebruikt, in één of twee zinnen.
    #[serde(rename = "kort")]
    pub short: Prose,
    /// In welke fase je het gebruikt.
    #[serde(rename = "fase")]
    #[schemars(length(min = 1))]
    pub phases: Vec<PhaseRef>,
    /// Woorden waarmee mentors dit zoeken.
    #[serde(rename = "trefwoorden", default)]
    pub keywords: Vec<Line>,
    /// Het `id` van de knoop waar je begint.
    pub start: NodeRef,
    /// De knopen: vragen, stappen en einden.
    #[serde(rename = "knopen")]
    #[schemars(length(min = 2), extend("x-id" = "id"))]
    pub nodes: Vec<Node>,
    /// Voorbeelden: welke antwoorden naar welk einde leiden. `check` loopt ze na, en elk einde heeft er minstens één.
    #[serde(rename = "voorbeelden")]
    #[schemars(length(min = 1))]
    pub examples: Vec<Example>,
    /// Bron, status en datums.
    #[serde(flatten)]
    pub standing: Standing,
}

/// Een knoop in een stroomschema.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "soort", rename_all = "kebab-case")]
pub enum Node {
    /// Een vraag met antwoorden.
    Vraag(Question),
    /// Iets dat je doet voor je verder gaat.
    Stap(Step),
    /// Een einde: wat je nu doet, tegen wanneer, met wie.
    Einde(Outcome),
}

impl Node {
    /// The id of the node, whatever its kind.
    #[must_use]
    pub fn id(&self) -> &Id {
        match self {
            Self::Vraag(q) => &q.id,
            Self::Stap(s) => &s.id,
            Self::Einde(o) => &o.id,
        }
    }

    /// The ids of the nodes that can come next, in the order of the file.
    #[must_use]
    pub fn targets(&self) -> Vec<&NodeRef> {
        match self {
            Self::Vraag(q) => q.answers.iter().map(|a| &a.target).collect(),
            Self::Stap(s) => vec![&s.target],
            Self::Einde(_) => Vec::new(),
        }
    }
}

/// Een vraag met antwoorden.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Question {
    /// Het id van de knoop, om ernaar te verwijzen.
    pub id: Id,
    /// De vraag.
    #[serde(rename = "vraag")]
    pub question: Line,
    /// Hoe je de vraag moet begrijpen.
    #[serde(rename = "uitleg", default)]
    pub note: Option<Prose>,
    /// `true` als de vraag nagaat of iemand in gevaar is. Zulke vragen komen eerst.
    #[serde(rename = "veiligheid", default)]
    pub safety: bool,
    /// De antwoorden.
    #[serde(rename = "antwoorden")]
    #[schemars(length(min = 2))]
    pub answers: Vec<Answer>,
}

/// Een antwoord op een vraag.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// Het antwoord.
    #[serde(rename = "antwoord")]
    pub label: Line,
    /// Naar welke knoop je dan gaat.
    #[serde(rename = "naar")]
    pub target: NodeRef,
    /// `true` als dit antwoord teruggaat naar een eerdere knoop.
    #[serde(rename = "terug", default)]
    pub back: bool,
}

/// Iets dat je doet voor je verder gaat.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Step {
    /// Het id van de knoop, om ernaar te verwijzen.
    pub id: Id,
    /// Wat je doet, in enkele woorden.
    #[serde(rename = "stap")]
    pub name: Line,
    /// Hoe je het doet.
    #[serde(rename = "tekst", default)]
    pub text: Option<Prose>,
    /// Wie het doet.
    #[serde(rename = "wie")]
    pub who: Line,
    /// Tegen wanneer.
    #[serde(rename = "termijn", default)]
    pub deadline: Option<LegalElement>,
    /// Met welk document.
    #[serde(default)]
    pub document: Option<LegalElement>,
    /// Naar welke knoop je dan gaat.
    #[serde(rename = "naar")]
    pub target: NodeRef,
}

/// Een einde: wat je nu doet, tegen wanneer, met wie.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Outcome {
    /// Het id van de knoop, om ernaar te verwijzen.
    pub id: Id,
    /// Waar je uitkomt, in enkele woorden.
    #[serde(rename = "titel")]
    pub title: Line,
    /// Wat je nu doet.
    #[serde(rename = "actie")]
    pub action: Prose,
    /// Tegen wanneer.
    #[serde(rename = "termijn")]
    pub deadline: LegalElement,
    /// Met wie.
    #[serde(rename = "wie")]
    #[schemars(length(min = 1))]
    pub who: Vec<PartyRef>,
    /// Waar dit vandaan komt.
    #[serde(rename = "bron")]
    #[schemars(length(min = 1))]
    pub sources: Vec<SourceRef>,
    /// Wanneer dit is nagekeken.
    #[serde(rename = "nagekeken")]
    pub checked: Date,
}

/// Een voorbeeld: wie deze antwoorden geeft, komt bij dit einde.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Example {
    /// De situatie, in één zin.
    #[serde(rename = "situatie")]
    pub situation: Line,
    /// De antwoorden, woord voor woord zoals ze bij de vragen staan, in volgorde.
    #[serde(rename = "antwoorden")]
    #[schemars(length(min = 1))]
    pub answers: Vec<Line>,
    /// Het `id` van het einde waar je dan uitkomt.
    #[serde(rename = "einde")]
    pub outcome: NodeRef,
}
