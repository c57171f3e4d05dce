//! The stem of a word: Kraaij-Pohlmann, with its known faults mended.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::exceptions::{COMPARED, ENDINGS, INFLECTIONS, KEPT, OWN_GE, STAND_ALONE};
use super::function_words::is_light;
use super::suffixes::spellings;
use super::verbs::{PARTICLES, strong_infinitive};

/// Whether a word begins with a `ge` that is no prefix of a participle.
#[must_use]
pub fn has_own_ge(word: &str) -> bool {
    OWN_GE.iter().any(|begin| word.strip_prefix(begin).is_some_and(|rest| !rest.starts_with("ge")))
}

/// The stem of a token, itself lower case and folded. Numbers and light words stay as they are.
#[must_use]
pub fn stem(token: &str) -> String {
    if is_light(token) || token.chars().any(char::is_numeric) {
        return token.to_owned();
    }
    if let Some(infinitive) = strong_infinitive(token).filter(|verb| !has_own_ge(token) && !is_light(verb)) {
        return stem(&infinitive);
    }
    if let Some(adjective) = compared(token) {
        return stem(adjective);
    }
    if let Some(fixed) = exception(token) {
        return fixed;
    }
    let token = token.strip_suffix('t').filter(|verb| verb.ends_with('d')).unwrap_or(token);
    let stem = plain(without_degree(token));
    // *kans* is not *kan*
    if is_light(&stem) { token.to_owned() } else { stem }
}

/// Whether the lists say what this word is, so that no rule may tie it to another.
#[must_use]
pub fn is_exception(token: &str) -> bool {
    let stands_alone = |alone: &&str| token.strip_prefix(*alone).is_some_and(|rest| ["", "e", "en"].contains(&rest));
    exception(token).is_some() || STAND_ALONE.iter().any(stands_alone)
}

/// The stem that the lists give: of the longest ending that fits, so that compounds follow their
/// last part (`werkdagen` goes as `dagen`).
fn exception(token: &str) -> Option<String> {
    let changed = ENDINGS.iter().filter(|(ending, _)| token.ends_with(ending)).map(|(ending, stem)| (*ending, *stem));
    let kept = KEPT.iter().filter_map(|kept| {
        let ending = INFLECTIONS
            .iter()
            .find(|ending| token.strip_suffix(*ending).and_then(|word| word.strip_suffix(kept)).is_some_and(is_part))?;
        Some((&token[token.len() - ending.len() - kept.len()..], *kept))
    });
    let (ending, stem) = changed.chain(kept).max_by_key(|(ending, _)| ending.len())?;
    Some(format!("{}{stem}", without_participle(&token[..token.len() - ending.len()])))
}

/// Whether this may stand before a word in a compound: nothing, or a syllable. So *spreken* has no *reken*.
fn is_part(begin: &str) -> bool {
    begin.is_empty() || begin.contains(is_vowel)
}

/// `aange` (of *aangetekend*) to `aan`.
fn without_participle(begin: &str) -> &str {
    begin.strip_suffix("ge").filter(|rest| rest.is_empty() || PARTICLES.contains(rest)).unwrap_or(begin)
}

/// The adjective of a comparative or superlative: *kleiner* and *kleinste* give *klein*.
fn compared(token: &str) -> Option<&'static str> {
    ["ste", "ere", "st", "er"].iter().find_map(|ending| {
        let forms = spellings(token.strip_suffix(ending)?, ending);
        COMPARED.iter().copied().find(|adjective| forms.iter().any(|form| form == adjective))
    })
}

/// A long adjective without the ending of comparison: *moeilijker*, *belangrijkste*. Not
/// *-iger*: that is who does it (*vrijwilliger*).
fn without_degree(token: &str) -> &str {
    let ends = |base: &&str, ends: &[&str]| ends.iter().any(|end| base.len() > end.len() && base.ends_with(end));
    let most = ["ste", "st"]
        .iter()
        .find_map(|ending| token.strip_suffix(ending))
        .filter(|b| ends(b, LONG) || ends(b, &["ig"]));
    let more = || ["ere", "er"].iter().find_map(|ending| token.strip_suffix(ending)).filter(|b| ends(b, LONG));
    most.or_else(more).unwrap_or(token)
}

/// Ends of adjectives of several syllables.
const LONG: &[&str] = &["lijk", "rijk", "isch", "baar", "zaam", "loos"];

/// Kraaij-Pohlmann, with its habits undone: it takes `den` off nouns on `-ld` (*schulden*), `ig`
/// off verbs (*wijzigen* is not *wijzen*), `sel` off nouns (*letsel*), and any `ge` out of a word
/// (*ongeval*, *begeleiden*), and it lengthens the unstressed vowel of *mentoren* and *regelen*.
fn plain(token: &str) -> String {
    if let Some(verb) = verb_on_ig(token) {
        return plain_ge(verb);
    }
    let token = match token.strip_suffix("en") {
        Some(noun) if noun.ends_with("ld") && !noun.ends_with("aald") => noun,
        _ => token,
    };
    match token.strip_suffix('s').unwrap_or(token) {
        noun if noun.len() > 5 && noun.ends_with("sel") => noun.to_owned(),
        _ => shorten(without_e(snowball(token))),
    }
}

/// `wijzig` of *wijzigen*, *gewijzigd*, *wijziging*.
fn verb_on_ig(token: &str) -> Option<&str> {
    let endings = ["ingen", "ing", "den", "de", "d", "ten", "t", "en"];
    let base = endings.iter().find_map(|ending| token.strip_suffix(ending).filter(|base| base.ends_with("ig")))?;
    (base.len() > 4 && !base.ends_with("eig") && !base.ends_with("eindig")).then_some(base)
}

/// A word without the `ge` of a participle: `wijzig` of *gewijzig(d)*.
fn plain_ge(word: &str) -> String {
    let begin = participle_ge(word);
    begin.map_or_else(|| word.to_owned(), |(particle, core)| format!("{particle}{core}"))
}

/// The particle before the `ge` of a participle and what comes after it.
fn participle_ge(word: &str) -> Option<(&str, &str)> {
    PARTICLES.iter().copied().chain([""]).find_map(|particle| {
        let rest = word.strip_prefix(particle).filter(|rest| !has_own_ge(rest))?;
        let core = rest.strip_prefix("ge")?;
        Some((&word[..particle.len()], core))
    })
}

/// Stands for a `g` that belongs to the word.
const OWN_G: char = 'γ';

/// The algorithm takes `ge` away wherever it finds it; only that of a participle may go.
fn snowball(token: &str) -> String {
    let hidden = match participle_ge(token) {
        Some((particle, core)) => format!("{particle}ge{}", hide(core)),
        None => hide(token),
    };
    Stemmer::create(Algorithm::Dutch).stem(&hidden).replace(OWN_G, "g")
}

/// Hides every `g` of a `ge` that has more after it than an ending.
fn hide(part: &str) -> String {
    let hidden = |place: usize| part[place..].starts_with("ge") && part.len() - place >= 5;
    part.char_indices().map(|(place, c)| if hidden(place) { OWN_G } else { c }).collect()
}

/// `late` to `laat`, `zieke` to `ziek`: the algorithm leaves the ending of short adjectives.
fn without_e(stem: String) -> String {
    let Some(base) = stem.strip_suffix('e').filter(|base| base.len() >= 3) else { return stem };
    let letters: Vec<char> = base.chars().collect();
    let [begin @ .., vowel, last] = letters.as_slice() else { return stem };
    if is_vowel(*last) || !base.contains(is_vowel) {
        return stem;
    }
    let last = match last {
        'v' => 'f',
        'z' => 's',
        other => *other,
    };
    let open = matches!(vowel, 'a' | 'e' | 'o' | 'u') && begin.last().is_none_or(|c| !is_vowel(*c));
    let doubled = if open { Some(*vowel) } else { None };
    begin.iter().copied().chain([*vowel]).chain(doubled).chain([last]).collect()
}

/// `mentoor` to `mentor`, `regeel` to `regel`: only where another syllable comes before.
fn shorten(stem: String) -> String {
    for (long, short) in [("eel", "el"), ("een", "en"), ("eer", "er"), ("oor", "or")] {
        if let Some(begin) = stem.strip_suffix(long)
            && begin.contains(is_vowel)
        {
            return format!("{begin}{short}");
        }
    }
    stem
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn forms_of_a_word_share_a_stem() {
        for (one, other) in [
            ("mentor", "mentoren"),
            ("mentor", "mentors"),
            ("sector", "sectoren"),
            ("dag", "dagen"),
            ("werkdag", "werkdagen"),
            ("voorbeeld", "voorbeelden"),
            ("reden", "redenen"),
            ("schuld", "schulden"),
            ("waarschuwen", "waarschuwing"),
            ("gesprek", "gesprekken"),
            ("gebruik", "gebruiken"),
            ("getuige", "getuigen"),
            ("kind", "kinderen"),
            ("verzekeren", "verzekering"),
            ("evaluatie", "evalueren"),
            ("kantoor", "kantoren"),
            ("leerling", "leerlingen"),
            ("ongeval", "ongevallen"),
            ("afspraak", "afspraken"),
            ("ziek", "zieke"),
            ("laat", "late"),
            ("machine", "machines"),
            ("methode", "methoden"),
        ] {
            assert_eq!(stem(one), stem(other), "{one} / {other}");
        }
    }

    #[test]
    fn different_words_stay_apart() {
        for (one, other) in [
            ("gedrag", "dragen"),
            ("getuige", "tuig"),
            ("gebruik", "bruik"),
            ("stelling", "stellen"),
            ("gezond", "zon"),
            ("geduld", "dulden"),
            ("gewicht", "wicht"),
            ("gezin", "zin"),
            ("gesprek", "spreken"),
            ("regeling", "regel"),
        ] {
            assert_ne!(stem(one), stem(other), "{one} / {other}");
        }
    }

    /// A stem typed as a word finds what the word finds.
    #[test]
    fn stems_of_the_lists_are_their_own_stem() {
        for word in KEPT.iter().chain(COMPARED).chain(ENDINGS.iter().map(|(_, stem)| stem)) {
            let found = stem(word);
            assert_eq!(stem(&found), found, "{word}");
        }
    }

    #[test]
    fn exceptions_are_no_form_of_another_word() {
        for word in ["vals", "plaats", "kast", "dringend", "weekend"] {
            assert!(is_exception(word), "{word}");
            assert!(crate::dutch::suffixes::bases(word).is_empty(), "{word}");
        }
    }

    #[test]
    fn function_words_and_numbers_stay() {
        for word in ["waren", "hebben", "14", "7bso"] {
            assert_eq!(stem(word), word);
        }
    }

    proptest! {
        #[test]
        fn any_token_has_one_stem(text in any::<String>()) {
            for token in crate::dutch::tokens(&text) {
                let found = stem(&token);
                prop_assert!(!found.is_empty(), "{token:?}");
                prop_assert_eq!(stem(&token), found);
            }
        }
    }
}
