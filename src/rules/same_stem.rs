//! R033: synoniem dat de zoeker al kent.

use std::collections::HashMap;

use super::wording::{Phrase, Wording};
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::dutch::tokens;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R033",
    severity: Severity::Warning,
    title: "Synoniem dat de zoeker al kent",
    what: "Een synoniem is een ander woord, en geen andere vorm van zijn woord of van een synoniem dat er al staat.",
    why: "De zoeker kent de vormen van een woord zelf: meervoud, verkleinwoord, vervoeging. Zo blijft de lijst kort.",
    wrong: r"- woord: arbeidsongeval
  synoniemen: [arbeidsongevallen, werkongeval]",
    right: r"- woord: arbeidsongeval
  synoniemen: [werkongeval]",
};

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    for group in wording.groups() {
        let mut seen: HashMap<Vec<String>, &Phrase> = HashMap::new();
        for phrase in &group {
            let first = *seen.entry(wording.stems(phrase.text)).or_insert(phrase);
            // The very same text is told by R031 and R032.
            if tokens(first.text) != tokens(phrase.text) && wording.is_known(phrase.text) {
                found.push(RULE.found(
                    &wording.file.path,
                    Some(wording.file.place(&phrase.pointer)),
                    format!("Wie `{}` typt, vindt ook zonder dit synoniem al `{}`.", phrase.text, first.text),
                    format!("Haal `{}` weg.", phrase.text),
                ));
            }
        }
    }
}
