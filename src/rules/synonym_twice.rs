//! R032: synoniem staat er twee keer.

use std::collections::{HashMap, HashSet};

use super::wording::{Phrase, Wording};
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::dutch::tokens;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R032",
    severity: Severity::Warning,
    title: "Woord of synoniem staat er twee keer",
    what: "Een woord of synoniem staat maar één keer in `trefwoorden.yaml`. Andere vormen van hetzelfde woord tellen mee.",
    why: "Staat het bij twee woorden, dan loopt alles wat daarbij hoort door elkaar: wie het typt, krijgt de pagina's van allebei.",
    wrong: r"- woord: ziek
  synoniemen: [afwezig]
- woord: spijbelen
  synoniemen: [afwezig]",
    right: r"- woord: ziek
  synoniemen: [onwel]
- woord: spijbelen
  synoniemen: [afwezig]",
};

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    let groups: Vec<Vec<Phrase>> = wording.groups().collect();
    for group in &groups {
        within(wording, group, found);
    }
    let words = twice(wording, groups.iter().map(|group| (group, &group[0])), found);
    let own: HashSet<&Vec<String>> = words.keys().collect();
    // A synonym that is a word of its own may lead on: see R031.
    let synonyms = groups.iter().flat_map(|group| group[1..].iter().map(move |synonym| (group, synonym)));
    twice(wording, synonyms.filter(|(_, synonym)| !own.contains(&wording.stems(synonym.text))), found);
}

/// The same synonym twice at one word.
fn within(wording: &Wording, group: &[Phrase], found: &mut Vec<Diagnostic>) {
    let mut seen: HashMap<Vec<String>, &Phrase> = HashMap::new();
    for synonym in &group[1..] {
        if let Some(first) = seen.get(&tokens(synonym.text)) {
            let message =
                format!("`{}` staat al bij `{}`, op regel {}.", synonym.text, group[0].text, wording.line(first));
            let span = wording.file.place(&synonym.pointer);
            found.push(RULE.found(&wording.file.path, Some(span), message, "Haal het hier weg."));
        } else {
            seen.insert(tokens(synonym.text), synonym);
        }
    }
}

/// A phrase that an earlier group has too. Gives the first of each, with its group.
fn twice<'a>(
    wording: &Wording,
    phrases: impl Iterator<Item = (&'a Vec<Phrase<'a>>, &'a Phrase<'a>)>,
    found: &mut Vec<Diagnostic>,
) -> HashMap<Vec<String>, (&'a Phrase<'a>, &'a Phrase<'a>)> {
    let mut seen: HashMap<Vec<String>, (&Phrase, &Phrase)> = HashMap::new();
    for (group, phrase) in phrases {
        let word = &group[0];
        let (first_word, first) = *seen.entry(wording.stems(phrase.text)).or_insert((word, phrase));
        if first_word.pointer != word.pointer {
            let span = wording.file.place(&phrase.pointer);
            let (message, help) = told(wording, word, phrase, first_word, first);
            found.push(RULE.found(&wording.file.path, Some(span), message, help));
        }
    }
    seen
}

fn told(wording: &Wording, word: &Phrase, phrase: &Phrase, first_word: &Phrase, first: &Phrase) -> (String, String) {
    let line = wording.line(first);
    let same = tokens(first.text) == tokens(phrase.text);
    if phrase.pointer == word.pointer {
        let message = if same {
            format!("Het woord `{}` staat er al, op regel {line}.", phrase.text)
        } else {
            format!("`{}` is een vorm van `{}`, een woord op regel {line}.", phrase.text, first.text)
        };
        return (message, "Maak er één woord van, met alle synoniemen erbij.".to_owned());
    }
    let form = if same { String::new() } else { format!(" als `{}`", first.text) };
    (
        format!("`{}` staat ook bij `{}`{form}, op regel {line}.", phrase.text, first_word.text),
        format!(
            "Nu horen `{}` en `{}` samen voor wie zoekt. Klopt dat? Maak er één woord van. Klopt het niet? Laat `{}` \
             staan waar het het best past.",
            first_word.text, word.text, phrase.text
        ),
    )
}
