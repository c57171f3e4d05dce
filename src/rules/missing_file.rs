//! B006: verplicht bestand ontbreekt.

use crate::content::Kind;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B006",
    severity: Severity::Error,
    title: "Verplicht bestand ontbreekt",
    what: "Elke site heeft `site.yaml`, `begrippen.yaml`, `trefwoorden.yaml`, `partijen.yaml`, `bronnen.yaml` en `competenties.yaml`.",
    why: "Zonder die bestanden kent de site haar naam, haar bronnen of haar woorden niet.",
    wrong: "cases/ zonder bronnen.yaml",
    right: "cases/bronnen.yaml bestaat",
};

pub(crate) fn found(file: &str, kind: Kind) -> Diagnostic {
    RULE.found(
        file,
        None,
        "Dit verplichte bestand ontbreekt.",
        format!("Zet het terug, of maak het opnieuw. Bij Soorten bestanden in de handleiding staat onder {} wat erin hoort.", kind.name()),
    )
}
