//! R035: wegwijzer naar te veel vragen.

use std::collections::{BTreeMap, BTreeSet};

use super::wording::{Signpost, Wording};
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// A signpost may stand at so many questions.
const MOST: usize = 3;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R035",
    severity: Severity::Warning,
    title: "Wegwijzer naar te veel vragen",
    what: "Dezelfde wegwijzer staat bij hoogstens drie vragen.",
    why: "Een woord dat naar veel pagina's wijst, wijst nergens heen.",
    wrong: r"(bij vier vragen)
woorden: [problemen]",
    right: r"(bij één vraag)
woorden: [problemen met de bus]",
};

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    let mut places: BTreeMap<&BTreeSet<String>, Vec<&Signpost>> = BTreeMap::new();
    for signpost in wording.signposts().iter().filter(|signpost| !signpost.stems.is_empty()) {
        let same = places.entry(&signpost.stems).or_default();
        if same.iter().all(|other| other.question != signpost.question) {
            same.push(signpost);
        }
    }
    for same in places.values().filter(|same| same.len() > MOST) {
        let lines: Vec<String> = same.iter().map(|signpost| wording.line(&signpost.phrase).to_string()).collect();
        let (first, rest) = (&same[0].phrase, lines[1..].join(", "));
        found.push(RULE.found(
            &wording.file.path,
            Some(wording.file.place(&first.pointer)),
            format!("`{}` staat bij {} vragen: hier, en op de regels {rest}.", first.text, same.len()),
            "Laat het staan waar het het best past. Of maak er per vraag een langere zin van.",
        ));
    }
}
