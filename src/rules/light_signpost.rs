//! R037: wegwijzer zonder inhoud.

use super::wording::Wording;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R037",
    severity: Severity::Warning,
    title: "Wegwijzer zonder inhoud",
    what: "Een wegwijzer heeft minstens één woord dat zegt waarover het gaat.",
    why: "Woorden als *wat*, *met* en *morgen* staan op bijna elke pagina. Ze zeggen niet welke vraag iemand zoekt.",
    wrong: r"woorden: [wat nu]",
    right: r"woorden: [wat nu met die wonde]",
};

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    for signpost in wording.signposts().iter().filter(|signpost| signpost.stems.is_empty()) {
        found.push(RULE.found(
            &wording.file.path,
            Some(wording.file.place(&signpost.phrase.pointer)),
            format!("`{}` zegt niet waarover het gaat.", signpost.phrase.text),
            "Zet er een woord bij dat zegt waarover het gaat, of haal deze wegwijzer weg.",
        ));
    }
}
