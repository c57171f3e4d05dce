//! R004: voorlopige invulling.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R004",
    severity: Severity::Warning,
    title: "Voorlopige invulling",
    what: "Met `voorlopig: true` zeg je dat iets in `site.yaml` nog niet echt is: de sector, de hulplijn of de redactie. Ook het `adres` van de site kan nog ontbreken.",
    why: "De site mag zich niet als een echte organisatie voordoen, en een hulplijn moet iemand bereiken. Zonder adres vinden zoekmachines de pagina's minder goed en is er geen feed.",
    wrong: r"hulplijn:
  naam: Hulplijn (voorbeeld)
  voorlopig: true",
    right: r"hulplijn:
  naam: Hulplijn van de sector
  telefoon: (het echte nummer)",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    let Some((file, site)) = corpus.site() else { return };
    let parts = [
        ("sector", site.sector.placeholder),
        ("hulplijn", site.help_line.placeholder),
        ("redactie", site.editors.placeholder),
    ];
    for (name, _) in parts.iter().filter(|(_, placeholder)| *placeholder) {
        found.push(RULE.found(
            &file.path,
            Some(file.place(&format!("/{name}/naam"))),
            format!("`{name}` is nog voorlopig ingevuld."),
            "Vul de echte gegevens in en haal `voorlopig: true` weg.",
        ));
    }
    if site.address.is_none() {
        found.push(RULE.found(
            &file.path,
            Some(file.place("/titel")),
            "Het adres van de site is nog niet ingevuld.".to_owned(),
            "Weet je waar de site komt te staan? Zet dat onder `titel`: `adres: https://…`.",
        ));
    }
}
