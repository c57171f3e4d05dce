//! R034: wegwijzer die niets toevoegt.

use super::wording::Wording;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R034",
    severity: Severity::Warning,
    title: "Wegwijzer die niets toevoegt",
    what: "Een wegwijzer heeft minstens één woord dat niet op de pagina van die vraag staat en geen trefwoord van haar is.",
    why: "De zoeker kent elk woord van de pagina al, in al zijn vormen.",
    wrong: r"- vraag: arbeidsritme-en-te-laat
  woorden: [leerling komt te laat]",
    right: r"- vraag: arbeidsritme-en-te-laat
  woorden: [lekke band]",
};

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    for signpost in wording.signposts() {
        let Some(reach) = wording.reach(signpost.question) else { continue };
        let text = signpost.phrase.text;
        let adds = signpost.stems.iter().any(|stem| !reach.is_on_page(stem));
        if !adds && !signpost.stems.is_empty() && wording.is_known(text) {
            found.push(RULE.found(
                &wording.file.path,
                Some(wording.file.place(&signpost.phrase.pointer)),
                format!("De woorden van `{text}` staan al op de pagina van `{}`.", signpost.question),
                "Haal deze wegwijzer weg, of neem een woord dat niet op de pagina staat.",
            ));
        }
    }
}
