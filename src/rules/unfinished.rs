//! R017: nog aan te vullen.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// What `new` leaves for the writer to fill in.
const MARK: &str = "(vul aan)";

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R017",
    severity: Severity::Error,
    title: "Hier staat nog (vul aan)",
    what: "Een bestand dat geen concept meer is, bevat geen `(vul aan)` meer.",
    why: "Die woorden zet het programma in een nieuw bestand. Anders leest een mentor ze op de site.",
    wrong: "kort: (vul aan) Het korte antwoord.\nstatus: nagelezen",
    right: "kort: Bel eerst de trajectbegeleider.\nstatus: nagelezen",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for file in corpus.files.iter().filter(|f| f.top_text("status") != Some("concept")) {
        for mark in file.marks.iter().filter(|m| m.text.contains(MARK)) {
            found.push(RULE.found(
                &file.path,
                Some(file.find(mark.span, MARK)),
                "Hier staat nog `(vul aan)`.",
                "Schrijf je eigen tekst en haal `(vul aan)` weg, of schrijf `status: concept`.",
            ));
        }
    }
}
