//! The pairs of `woordparen.tsv`, each held against the stems of all their words together, as on the site.

use super::suffixes::bases;
use super::tokens::fold;
use super::{Lexicon, is_light};

const PAIRS: &str = include_str!("woordparen.tsv");

/// How sure an ending must be for the search to tie two stems.
const RELATED: f64 = 0.75;

/// What a line asks of its two words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    Joined,
    Related,
    Apart,
}

fn pairs() -> Vec<(String, String, Verdict)> {
    let lines = PAIRS.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| pair(line).unwrap_or_else(|| panic!("woord, woord, oordeel: {line:?}"))).collect()
}

fn pair(line: &str) -> Option<(String, String, Verdict)> {
    let [one, other, verdict] = line.split('\t').collect::<Vec<_>>().try_into().ok()?;
    let verdict = match verdict {
        "samen" => Verdict::Joined,
        "verwant" => Verdict::Related,
        "apart" => Verdict::Apart,
        _ => return None,
    };
    Some((fold(one), fold(other), verdict))
}

fn found(words: &Lexicon, one: &str, other: &str) -> Verdict {
    let (stem, other_stem) = (words.stem(one), words.stem(other));
    let leads = |word: &str, stem: &str| {
        let sure = bases(word).into_iter().filter(|(_, sure)| *sure >= RELATED);
        sure.map(|(base, _)| words.stem_of(&base).map_or(base.clone(), str::to_owned)).any(|base| base == stem)
    };
    if stem == other_stem {
        Verdict::Joined
    } else if !is_light(one) && !is_light(other) && (leads(one, &other_stem) || leads(other, &stem)) {
        Verdict::Related
    } else {
        Verdict::Apart
    }
}

#[test]
fn pairs_are_joined_related_or_apart() {
    let pairs = pairs();
    let words = Lexicon::new(pairs.iter().flat_map(|(one, other, _)| [one.clone(), other.clone()]));
    let wrong: Vec<String> = (pairs.iter())
        .map(|(one, other, asked)| (one, other, *asked, found(&words, one, other)))
        .filter(|(.., asked, found)| asked != found)
        .map(|(one, other, asked, found)| {
            let (stem, other_stem) = (words.stem(one), words.stem(other));
            format!("{one} ({stem}) / {other} ({other_stem}): {found:?}, not {asked:?}")
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {} pairs:\n{}", wrong.len(), pairs.len(), wrong.join("\n"));
}

#[test]
fn table_is_large_and_without_doubles() {
    let pairs = pairs();
    let count = |verdict| pairs.iter().filter(|(.., asked)| *asked == verdict).count();
    assert!(count(Verdict::Joined) >= 180 && count(Verdict::Apart) >= 120);
    let mut names: Vec<[&String; 2]> =
        pairs.iter().map(|(one, other, _)| if one < other { [one, other] } else { [other, one] }).collect();
    names.sort();
    assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
}
