//! What can be typed on the command line. The doc comments are the help texts, in Dutch.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use crate::diagnostics::Format;

const HELP: &str = "{about-with-newline}\nGebruik: {usage}\n\n{all-args}{after-help}";

const AFTER: &str = "\
Voorbeelden:
  mentorwijzer serve                                 bekijk de site terwijl je schrijft
  mentorwijzer new vraag \"Mag ik op zondag werken?\"  begin een nieuwe vraag
  mentorwijzer check                                 zoek fouten in cases/

Code bij het einde: 0 = in orde, 1 = fouten in de inhoud, 2 = verkeerd gebruik of schijf niet leesbaar.";

/// Maakt van de bestanden in `cases/` een kennisbank als website.
#[derive(Debug, Parser)]
#[command(
    name = "mentorwijzer",
    version,
    help_template = HELP,
    override_usage = "mentorwijzer [OPTIES] <OPDRACHT>",
    subcommand_help_heading = "Opdrachten",
    next_help_heading = "Opties",
    after_help = AFTER,
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub(super) struct Arguments {
    /// De map met `cases/` en `book/` [standaard: deze map]
    #[arg(long, global = true, value_name = "MAP")]
    pub(super) root: Option<PathBuf>,
    /// Toon deze hulp
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    /// Toon de versie
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(Build),
    Check(Check),
    Serve(Serve),
    New(New),
    Explain(Explain),
    Schema(Schema),
    Preprocess(Preprocess),
    Supports(Supports),
}

/// Maak de site
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    override_usage = "mentorwijzer build [--out MAP]",
    after_help = "De oude site blijft staan tot de nieuwe helemaal klaar is."
)]
pub(super) struct Build {
    /// De map waar de site komt [standaard: site/ in de map van --root]
    #[arg(long, value_name = "MAP")]
    pub(super) out: Option<PathBuf>,
}

/// Zoek fouten in de inhoud
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    override_usage = "mentorwijzer check [--format VORM | --stats]",
    after_help = "\
Vormen:
  mens     met het stuk tekst waar het om gaat
  verteld  één zin per melding, voor schermlezers en logboeken
  json     voor andere programma's
  github   als aantekeningen in GitHub Actions"
)]
pub(super) struct Check {
    /// Hoe je de meldingen leest: mens, verteld, json of github [standaard: mens]
    #[arg(
        long,
        value_name = "VORM",
        value_enum,
        default_value = "mens",
        hide_default_value = true,
        hide_possible_values = true
    )]
    pub(super) format: FormatName,
    /// Toon ook per bestand hoe makkelijk het leest
    #[arg(long, conflicts_with = "format", display_order = 0)]
    pub(super) stats: bool,
}

/// The names of the formats on the command line.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum FormatName {
    Mens,
    Verteld,
    Json,
    Github,
}

impl From<FormatName> for Format {
    fn from(name: FormatName) -> Self {
        match name {
            FormatName::Mens => Self::Mens,
            FormatName::Verteld => Self::Verteld,
            FormatName::Json => Self::Json,
            FormatName::Github => Self::Github,
        }
    }
}

/// Bekijk de site in je browser terwijl je schrijft
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    override_usage = "mentorwijzer serve [--host ADRES] [--port POORT]",
    after_help = "Stop met Ctrl+C. De map met de site verandert niet: daarvoor is er `mentorwijzer build`."
)]
pub(super) struct Serve {
    /// Het netwerkadres [standaard: 127.0.0.1, alleen dit toestel]
    #[arg(long, value_name = "ADRES", default_value = "127.0.0.1", hide_default_value = true)]
    pub(super) host: IpAddr,
    /// De poort [standaard: de eerste vrije vanaf 3000]
    #[arg(long, value_name = "POORT")]
    pub(super) port: Option<u16>,
}

/// Begin een nieuw bestand, met uitleg erin
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    override_usage = "mentorwijzer new <SOORT> <TITEL>",
    after_help = "\
Voorbeeld:
  mentorwijzer new vraag \"Mag ik op zondag werken?\"
  maakt cases/vragen/mag-ik-op-zondag-werken.yaml, met status concept: het komt nog niet op de site."
)]
pub(super) struct New {
    /// vraag, verhaal, stroomschema, checklist, sjabloon, module of nieuws
    #[arg(value_name = "SOORT", help_heading = "Argumenten")]
    pub(super) kind: String,
    /// De titel, tussen aanhalingstekens; de bestandsnaam volgt eruit
    #[arg(value_name = "TITEL", help_heading = "Argumenten")]
    pub(super) title: String,
    /// What comes after a title without quotes.
    #[arg(hide = true)]
    pub(super) rest: Vec<String>,
}

/// Leg een code uit een melding uit
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    override_usage = "mentorwijzer explain [CODE]"
)]
pub(super) struct Explain {
    /// De code, zoals ze in de melding staat; zonder code krijg je de lijst
    #[arg(value_name = "CODE", help_heading = "Argumenten")]
    pub(super) code: Option<String>,
}

/// Toon het JSON-schema van elke soort bestand
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    override_usage = "mentorwijzer schema [SOORT] [--out MAP]",
    after_help = "Zonder soort krijg je één JSON-object met alle schema's, elk onder de naam van zijn soort."
)]
pub(super) struct Schema {
    /// De soort bestand: vraag, checklist, site, begrippen ...
    #[arg(value_name = "SOORT", help_heading = "Argumenten")]
    pub(super) kind: Option<String>,
    /// Schrijf elk schema als bestand in deze map
    #[arg(long, value_name = "MAP")]
    pub(super) out: Option<PathBuf>,
}

/// Voor mdBook: vul een boek aan dat op de invoer staat
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    subcommand_help_heading = "Opdrachten",
    override_usage = "mentorwijzer preprocess [supports <UITVOER>]",
    after_help = "Dit staat als `command` in book/book.toml; mdBook voert het zelf uit. Zonder --root is de map die boven het boek."
)]
pub(super) struct Preprocess {
    #[command(subcommand)]
    pub(super) question: Option<Question>,
}

/// What mdBook asks before it sends a book.
#[derive(Debug, Subcommand)]
pub(super) enum Question {
    Supports(Supports),
}

/// Voor mdBook: zeg of een soort uitvoer kan
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    next_help_heading = "Opties",
    override_usage = "mentorwijzer supports <UITVOER>"
)]
pub(super) struct Supports {
    /// De naam van de uitvoer, zoals html
    #[arg(value_name = "UITVOER", help_heading = "Argumenten")]
    pub(super) renderer: String,
}
