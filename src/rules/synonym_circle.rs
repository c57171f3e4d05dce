//! R031: cirkel in de synoniemen.

use std::collections::HashMap;

use super::wording::{Phrase, Wording};
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::dutch::tokens;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R031",
    severity: Severity::Warning,
    title: "Cirkel in de synoniemen",
    what: "Een synoniem in `trefwoorden.yaml` leidt niet terug naar zijn eigen woord: niet meteen, en niet langs andere woorden.",
    why: "Wat in een cirkel staat, betekent allemaal hetzelfde. Dan is één woord genoeg, en weet iedereen waar een nieuw synoniem hoort.",
    wrong: r"- woord: ziek
  synoniemen: [onwel]
- woord: onwel
  synoniemen: [ziek, misselijk]",
    right: r"- woord: ziek
  synoniemen: [onwel, misselijk]",
};

/// Of longer circles only so many words are named.
const NAMED: usize = 6;

pub(super) fn check(wording: &Wording, found: &mut Vec<Diagnostic>) {
    let groups: Vec<Vec<Phrase>> = wording.groups().collect();
    for (at, synonym) in of_itself(&groups) {
        let span = wording.file.place(&synonym.pointer);
        let message = format!("`{}` is hier een synoniem van zichzelf.", groups[at][0].text);
        found.push(RULE.found(&wording.file.path, Some(span), message, "Haal dit synoniem weg."));
    }
    for Circle { words, closing } in circles(wording, &groups) {
        let way: Vec<String> = words.iter().take(NAMED).map(|word| named(wording, &groups[*word][0])).collect();
        let more = if words.len() > NAMED { " → …" } else { "" };
        found.push(RULE.found(
            &wording.file.path,
            Some(wording.file.place(&closing.pointer)),
            format!("Dit is een cirkel: {}{more} → `{}`.", way.join(" → "), groups[words[0]][0].text),
            "Maak er één woord van met alle synoniemen erbij. Betekenen ze niet hetzelfde? Haal dan dit synoniem weg.",
        ));
    }
}

fn named(wording: &Wording, word: &Phrase) -> String {
    format!("`{}` (regel {})", word.text, wording.line(word))
}

/// The synonyms that are their own word, with the number of their group.
fn of_itself<'a>(groups: &'a [Vec<Phrase<'a>>]) -> impl Iterator<Item = (usize, &'a Phrase<'a>)> {
    groups.iter().enumerate().flat_map(|(at, group)| {
        let word = tokens(group[0].text);
        group[1..].iter().filter(move |synonym| tokens(synonym.text) == word).map(move |synonym| (at, synonym))
    })
}

/// Words that lead to each other, by the number of their group.
struct Circle<'a> {
    words: Vec<usize>,
    /// The synonym of the last word that leads back to the first.
    closing: &'a Phrase<'a>,
}

/// Where the walk over the words is with one of them.
#[derive(Clone, Copy, PartialEq)]
enum Walk {
    Ahead,
    OnTheWay,
    Done,
}

/// A circle for each synonym that leads back to where the walk came by: without those there is none.
fn circles<'a>(wording: &Wording, groups: &'a [Vec<Phrase<'a>>]) -> Vec<Circle<'a>> {
    let leads = leads(wording, groups);
    let mut walk = vec![Walk::Ahead; groups.len()];
    let mut found = Vec::new();
    for start in 0..groups.len() {
        let mut way = if walk[start] == Walk::Ahead { vec![(start, 0)] } else { Vec::new() };
        while let Some((at, next)) = way.last_mut() {
            let at = *at;
            walk[at] = Walk::OnTheWay;
            let Some((synonym, to)) = leads[at].get(*next) else {
                walk[at] = Walk::Done;
                way.pop();
                continue;
            };
            *next += 1;
            match walk[*to] {
                Walk::Ahead => way.push((*to, 0)),
                Walk::OnTheWay => {
                    let words = way.iter().map(|(word, _)| *word).skip_while(|word| word != to).collect();
                    found.push(Circle { words, closing: synonym });
                }
                Walk::Done => {}
            }
        }
    }
    found
}

/// Per word its synonyms that are a word of their own elsewhere, with the number of that word.
fn leads<'a>(wording: &Wording, groups: &'a [Vec<Phrase<'a>>]) -> Vec<Vec<(&'a Phrase<'a>, usize)>> {
    let words: HashMap<Vec<String>, usize> =
        groups.iter().enumerate().rev().map(|(at, group)| (wording.stems(group[0].text), at)).collect();
    let lead = |at: usize, synonym: &'a Phrase<'a>| {
        let to = *words.get(&wording.stems(synonym.text))?;
        (to != at).then_some((synonym, to))
    };
    let all = groups.iter().enumerate();
    all.map(|(at, group)| group[1..].iter().filter_map(|synonym| lead(at, synonym)).collect()).collect()
}
