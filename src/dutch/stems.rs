//! The stem of a word: Kraaij-Pohlmann, with its known faults mended.

use snowball_stemmers_rs::{Algorithm, Stemmer};

use super::function_words::is_light;
use super::verbs::strong_infinitive;

/// Endings whose stem the algorithm gets wrong, each with the stem of that ending. The longest
/// ending that fits wins, so compounds follow their last part: `werkdagen` goes as `dagen`.
const ENDINGS: &[(&str, &str)] = &[
    ("bladen", "blad"),
    ("dagen", "dag"),
    ("besteden", "besteed"),
    ("geleden", "geleden"),
    ("verleden", "verleden"),
    ("overleden", "overleden"),
    ("gaten", "gat"),
    ("glazen", "glas"),
    ("kinderen", "kind"),
    ("leden", "lid"),
    ("opdagen", "opdaag"),
    ("paden", "pad"),
    ("nieuws", "nieuws"),
    ("niets", "niets"),
    ("reden", "reden"),
    ("redenen", "reden"),
    ("regeling", "regeling"),
    ("regelingen", "regeling"),
    ("rijden", "rijd"),
    ("stelling", "stelling"),
    ("stellingen", "stelling"),
    ("steden", "stad"),
    ("uitdagen", "uitdaag"),
    ("vaten", "vat"),
    ("wegen", "weg"),
    ("overwegen", "overweeg"),
    ("bewegen", "beweeg"),
];

/// Beginnings in which `ge` belongs to the word and is no prefix of a participle.
const OWN_GE: &[&str] = &[
    "gebaar",
    "gebaren",
    "gebied",
    "geboorte",
    "gebouw",
    "gebrek",
    "gebreke",
    "gebruik",
    "gebrui",
    "gedachte",
    "gedrag",
    "geduld",
    "gegeven",
    "geheim",
    "geheugen",
    "gehoor",
    "gelijk",
    "geloof",
    "geluid",
    "geluk",
    "gemak",
    "gemeente",
    "gemoed",
    "genoeg",
    "gereedschap",
    "gerust",
    "geschenk",
    "geschiedenis",
    "geschikt",
    "gesprek",
    "gestel",
    "getal",
    "getuig",
    "geval",
    "gevaar",
    "gevecht",
    "gevoel",
    "gevolg",
    "geweld",
    "geweten",
    "gewicht",
    "gewoon",
    "gewoonte",
    "gewond",
    "gezag",
    "gezelschap",
    "gezicht",
    "gezin",
    "gezond",
];

/// Whether a word begins with a `ge` that is no prefix of a participle.
#[must_use]
pub fn has_own_ge(word: &str) -> bool {
    OWN_GE.iter().any(|begin| word.starts_with(begin))
}

/// The stem of a token, itself lower case and folded. Numbers and light words stay as they are.
#[must_use]
pub fn stem(token: &str) -> String {
    if is_light(token) || token.chars().any(char::is_numeric) {
        return token.to_owned();
    }
    if let Some(infinitive) = strong_infinitive(token).filter(|_| !has_own_ge(token)) {
        return stem(&infinitive);
    }
    if let Some((ending, stem)) =
        ENDINGS.iter().filter(|(ending, _)| token.ends_with(ending)).max_by_key(|(ending, _)| ending.len())
    {
        return format!("{}{stem}", &token[..token.len() - ending.len()]);
    }
    if let Some(rest) = token.strip_prefix("ge").filter(|_| has_own_ge(token)) {
        return format!("ge{}", plain(rest));
    }
    let stem = plain(token);
    // *kans* is not *kan*
    if is_light(&stem) { token.to_owned() } else { stem }
}

/// Kraaij-Pohlmann, with two of its habits undone: it takes `den` off nouns on `-ld`
/// (*schulden*), and it lengthens the unstressed vowel of *mentoren* and *regelen*.
fn plain(token: &str) -> String {
    let token = match token.strip_suffix("en") {
        Some(noun) if noun.ends_with("ld") && !noun.ends_with("aald") => noun,
        _ => token,
    };
    shorten(without_e(Stemmer::create(Algorithm::Dutch).stem(token).into_owned()))
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
