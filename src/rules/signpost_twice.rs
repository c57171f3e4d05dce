//! R036: wegwijzer staat er twee keer.

use std::collections::{BTreeSet, HashMap};

use super::wording::{Signpost, Wording};
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R036",
    severity: Severity::Warning,
    title: "Wegwijzer staat er twee keer",
    what: "Bij één vraag staat elke wegwijzer één keer. Andere vormen van dezelfde woorden tellen mee. De volgorde en kleine woorden, zoals `als` en `naar`, maken geen verschil.",
    why: "De zoeker kent de vormen van een woord zelf. De tweede wegwijzer voegt niets toe.",
    wrong: r"woorden: [lekke band, de lekke banden]",
    right: r"woorden: [lekke band]",
};

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<(&str, &BTreeSet<String>), &Signpost> = HashMap::new();
    for signpost in wording.signposts().iter().filter(|signpost| !signpost.stems.is_empty()) {
        let key = (signpost.question, &signpost.stems);
        let Some(first) = seen.get(&key) else {
            seen.insert(key, signpost);
            continue;
        };
        let (text, earlier) = (signpost.phrase.text, &first.phrase);
        let message = match wording.line(earlier) {
            line if earlier.text == text => format!("`{text}` staat al bij deze vraag, op regel {line}."),
            line => format!("`{text}` voegt niets toe aan `{}`, op regel {line}.", earlier.text),
        };
        let span = wording.file.place(&signpost.phrase.pointer);
        found.push(RULE.found(&wording.file.path, Some(span), message, "Haal een van de twee weg."));
    }
}
