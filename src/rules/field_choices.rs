//! R015: keuzeveld zonder keuzes.

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R015",
    severity: Severity::Error,
    title: "Keuzeveld zonder keuzes",
    what: "Een veld met `vorm: keuze` of `vorm: een-keuze` heeft `keuzes`; een ander veld heeft ze niet.",
    why: "Op papier is een keuze zonder hokjes niet in te vullen.",
    wrong: r"- label: Soort gesprek
  vorm: keuze",
    right: r"- label: Soort gesprek
  vorm: keuze
  keuzes: [start, tussentijds, einde]",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for (file, template) in corpus.templates() {
        for (p, part) in template.parts.iter().enumerate() {
            for (f, field) in part.fields.iter().enumerate() {
                let (message, help) = match (field.form.has_choices(), field.choices.is_empty()) {
                    (true, true) => ("Dit keuzeveld heeft geen keuzes.", "Schrijf `keuzes:` met de mogelijkheden."),
                    (false, false) => (
                        "Dit veld heeft keuzes, maar de vorm is geen `keuze` of `een-keuze`.",
                        "Schrijf `vorm: keuze` of `vorm: een-keuze`, of haal `keuzes` weg.",
                    ),
                    _ => continue,
                };
                let span = file.place(&format!("/delen/{p}/velden/{f}/vorm"));
                found.push(RULE.found(&file.path, Some(span), message, help));
            }
        }
    }
}
