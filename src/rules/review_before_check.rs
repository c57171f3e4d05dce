//! R005: herzien is niet later dan nagekeken.

use super::Corpus;
use super::no_date::is_date;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R005",
    severity: Severity::Error,
    title: "Herzien is niet later dan nagekeken",
    what: "`herzien` moet later zijn dan `nagekeken`.",
    why: "`nagekeken` zegt wanneer de inhoud het laatst klopte, `herzien` tegen wanneer je ze opnieuw nakijkt.",
    wrong: r"nagekeken: 2026-11-20
herzien: 2026-01-01",
    right: r"nagekeken: 2026-11-20
herzien: 2027-09-01",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for file in &corpus.files {
        let (Some(checked), Some(review)) = (file.top_text("nagekeken"), file.top_text("herzien")) else { continue };
        if is_date(checked) && is_date(review) && review <= checked {
            found.push(RULE.found(
                &file.path,
                Some(file.place("/herzien")),
                format!("`herzien` ({review}) is niet later dan `nagekeken` ({checked})."),
                "Schrijf bij `herzien` de dag waarop iemand de pagina ten laatste opnieuw nakijkt.",
            ));
        }
    }
}
