//! R038: te weinig woorden om een vraag te vinden.

use super::wording::Wording;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// A question has at least so many words that its page lacks.
const LEAST: usize = 10;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R038",
    severity: Severity::Warning,
    title: "Te weinig woorden om een vraag te vinden",
    what: "Gebruikt de site wegwijzers, dan heeft elke vraag minstens tien woorden die niet op haar pagina staan. \
           Trefwoorden en wegwijzers tellen samen.",
    why: "Een mentor typt zijn eigen woorden, en niet die van de pagina.",
    wrong: r"wegwijzers:
  - vraag: arbeidsritme-en-te-laat
    woorden: [lekke band]",
    right: r"wegwijzers:
  - vraag: arbeidsritme-en-te-laat
    woorden: [lekke band, wekker niet gehoord, treinstaking, slaapkop, …]",
};

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    if wording.signposts().is_empty() {
        return;
    }
    for (file, reach) in wording.published() {
        let count = reach.lacking.len();
        if count < LEAST {
            let words = match count {
                0 => "geen enkel woord dat niet op haar pagina staat".to_owned(),
                1 => "maar 1 woord dat niet op haar pagina staat".to_owned(),
                _ => format!("maar {count} woorden die niet op haar pagina staan"),
            };
            found.push(RULE.found(
                &file.path,
                Some(file.place("/trefwoorden")),
                format!("Deze vraag heeft {words}."),
                format!("Zet er woorden bij in `cases/trefwoorden.yaml`, onder `wegwijzers`, tot het er {LEAST} zijn."),
            ));
        }
    }
}
