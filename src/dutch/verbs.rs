//! Verbs: the infinitive behind a participle or a past tense.

/// Words that stand before a verb and move away from it: *opbellen, opgebeld, belt op*.
pub const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "buiten", "door", "in", "klaar", "los", "mee", "na", "neer", "om", "op",
    "open", "over", "samen", "stil", "stop", "tegen", "terug", "thuis", "toe", "uit", "vast", "vol", "voor", "vrij",
    "weg", "ziek",
];

/// Beginnings of verbs that take no `ge-`.
const FIXED: &[&str] = &["be", "er", "her", "ont", "ver"];

/// The fewest letters of a participle without its beginning.
const MIN_CORE: usize = 3;

/// Verbs that change their vowel: infinitive, past tense and participle without `ge-`. Forms that
/// are more often another word are left out: *vroeg*, *bond*, *gevallen*.
const STRONG: &[(&str, &str, &str)] = &[
    ("ginnen", "gon", "gonnen"),
    ("bieden", "bood", "boden"),
    ("bijten", "", "beten"),
    ("binden", "", "bonden"),
    ("blijven", "bleef", "bleven"),
    ("breken", "brak", "broken"),
    ("brengen", "bracht", "bracht"),
    ("denken", "dacht", "dacht"),
    ("dragen", "droeg", "dragen"),
    ("drinken", "dronk", "dronken"),
    ("dwijnen", "dween", "dwenen"),
    ("eten", "at", "geten"),
    ("geven", "gaf", "geven"),
    ("grijpen", "greep", "grepen"),
    ("hangen", "hing", "hangen"),
    ("helpen", "hielp", "holpen"),
    ("kiezen", "koos", "kozen"),
    ("kijken", "keek", "keken"),
    ("komen", "kwam", "komen"),
    ("kopen", "kocht", "kocht"),
    ("liegen", "loog", "logen"),
    ("liezen", "loor", "loren"),
    ("liggen", "lag", ""),
    ("lopen", "liep", "lopen"),
    ("nemen", "nam", "nomen"),
    ("rijden", "reed", "reden"),
    ("roepen", "riep", "roepen"),
    ("schelden", "schold", "scholden"),
    ("schieten", "schoot", "schoten"),
    ("schrijven", "schreef", "schreven"),
    ("schrikken", "schrok", "schrokken"),
    ("slaan", "sloeg", "slagen"),
    ("slapen", "sliep", "slapen"),
    ("sluiten", "sloot", "sloten"),
    ("smijten", "smeet", "smeten"),
    ("snijden", "sneed", "sneden"),
    ("spreken", "sprak", "sproken"),
    ("springen", "sprong", "sprongen"),
    ("steken", "stak", "stoken"),
    ("stelen", "", "stolen"),
    ("stijgen", "steeg", "stegen"),
    ("treffen", "trof", "troffen"),
    ("trekken", "trok", "trokken"),
    ("vallen", "viel", ""),
    ("vangen", "ving", "vangen"),
    ("vechten", "", "vochten"),
    ("vliegen", "vloog", "vlogen"),
    ("werpen", "wierp", "worpen"),
    ("wijzen", "", "wezen"),
    ("winnen", "won", "wonnen"),
    ("zien", "zag", "zien"),
    ("zoeken", "zocht", "zocht"),
    ("zwijgen", "zweeg", "zwegen"),
];

/// Other words that look like such a form.
const OTHERS: &[&str] = &["vergeten", "verslagen"];

/// The infinitive of a form with another vowel: *afgesproken* gives *afspreken*, *sneed* *snijden*.
#[must_use]
pub fn strong_infinitive(word: &str) -> Option<String> {
    let past = || {
        std::iter::once("").chain(FIXED.iter().copied()).find_map(|begin| {
            let core = word.strip_prefix(begin).filter(|core| !core.is_empty())?;
            let (infinitive, ..) = STRONG.iter().find(|(_, past, _)| *past == core)?;
            Some(format!("{begin}{infinitive}"))
        })
    };
    let participle = || {
        let (begin, core) = participle_of(word)?;
        let (infinitive, ..) = STRONG.iter().find(|(.., participle)| *participle == core)?;
        Some(format!("{begin}{infinitive}"))
    };
    if OTHERS.contains(&word) {
        return None;
    }
    past().or_else(participle).filter(|infinitive| infinitive != word)
}

/// The forms with another vowel of an infinitive.
#[must_use]
pub fn strong_forms(infinitive: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (verb, past, core) in STRONG {
        let Some(begin) = infinitive.strip_suffix(verb) else { continue };
        let ge = if FIXED.contains(&begin) { "" } else { "ge" };
        for form in [format!("{begin}{ge}{core}"), format!("{begin}{past}")] {
            if strong_infinitive(&form).as_deref() == Some(infinitive) {
                found.push(form);
            }
        }
    }
    found
}

/// Infinitives that a participle on *-d* or *-t* may belong to, the likeliest first: *gemeld*
/// gives *mellen* and *melden*. Only a vocabulary can tell which of them is a verb.
#[must_use]
pub fn weak_infinitives(word: &str) -> Vec<String> {
    let Some((begin, core)) = participle_of(word) else { return Vec::new() };
    let Some(last) = core.chars().last().filter(|c| matches!(c, 'd' | 't')) else { return Vec::new() };
    let base = &core[..core.len() - 1];
    let mut bases = if base.ends_with(|c| takes(c, last)) { infinitives(base) } else { Vec::new() };
    bases.extend(infinitives(core));
    bases.into_iter().map(|infinitive| format!("{begin}{infinitive}")).collect()
}

/// Whether a participle may end in this *d* or *t* after a consonant (*'t kofschip*). After *f*
/// and *s* both may: *gestraft*, and *geleefd* of *leven*.
const fn takes(before: char, last: char) -> bool {
    match before {
        'f' | 's' => true,
        't' | 'k' | 'c' | 'h' | 'p' | 'x' => last == 't',
        _ => last == 'd',
    }
}

/// A participle as what belongs to the verb before the core, and the core: *opgebeld* is *op*
/// and *beld*, *besproken* is *be* and *sproken*.
fn participle_of(word: &str) -> Option<(&str, &str)> {
    let ge = std::iter::once("").chain(PARTICLES.iter().copied()).find_map(|particle| {
        let core = word.strip_prefix(particle)?.strip_prefix("ge")?;
        Some((particle, core))
    });
    let fixed = || FIXED.iter().find_map(|begin| word.strip_prefix(begin).map(|core| (*begin, core)));
    ge.or_else(fixed).filter(|(_, core)| core.chars().count() >= MIN_CORE)
}

/// How Dutch may spell the infinitive of a verb: *bel* gives *bellen*, *vraag* *vragen*,
/// *leef* *leven*, *regel* *regelen*.
fn infinitives(base: &str) -> Vec<String> {
    let letters: Vec<char> = base.chars().collect();
    let [begin @ .., before, last] = letters.as_slice() else { return Vec::new() };
    if is_vowel(*last) || !base.contains(is_vowel) {
        return Vec::new();
    }
    let with_end = |end: &[char]| begin.iter().chain(end).chain(&['e', 'n']).collect::<String>();
    let soft = match last {
        'f' => 'v',
        's' => 'z',
        other => *other,
    };
    let long = begin.last() == Some(before) && matches!(before, 'a' | 'e' | 'o' | 'u');
    let short = is_vowel(*before) && !begin.last().is_some_and(|c| is_vowel(*c));
    let mut found = Vec::new();
    if long {
        found.push(with_end(&[soft]));
    } else if short {
        found.push(with_end(&[*before, *last, *last]));
    }
    if !long && (!short || begin.iter().any(|c| is_vowel(*c))) {
        found.extend([with_end(&[*before, soft]), with_end(&[*before, *last])]);
    }
    found.dedup();
    found
}

const fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strong_participles_and_past_tenses_have_their_infinitive() {
        for (form, infinitive) in [
            ("gesproken", "spreken"),
            ("afgesproken", "afspreken"),
            ("besproken", "bespreken"),
            ("verbroken", "verbreken"),
            ("gesneden", "snijden"),
            ("sneed", "snijden"),
            ("viel", "vallen"),
            ("ontslagen", "ontslaan"),
            ("opgenomen", "opnemen"),
            ("begonnen", "beginnen"),
            ("bezocht", "bezoeken"),
            ("verloor", "verliezen"),
        ] {
            assert_eq!(strong_infinitive(form).as_deref(), Some(infinitive));
        }
        for word in ["spreken", "lezen", "slagen", "verslagen", "belangen", "mentor"] {
            assert_eq!(strong_infinitive(word), None, "{word}");
        }
    }

    #[test]
    fn forms_lead_back_to_their_infinitive() {
        assert_eq!(strong_forms("afspreken"), ["afgesproken"]);
        assert_eq!(strong_forms("snijden"), ["gesneden", "sneed"]);
        assert_eq!(strong_forms("ontslaan"), ["ontslagen", "ontsloeg"]);
        assert!(strong_forms("werken").is_empty());
    }

    #[test]
    fn weak_participles_may_belong_to_their_infinitive() {
        for (form, infinitive) in [
            ("gemeld", "melden"),
            ("aangemeld", "aanmelden"),
            ("gebeld", "bellen"),
            ("gevraagd", "vragen"),
            ("gestopt", "stoppen"),
            ("geleefd", "leven"),
            ("geregeld", "regelen"),
            ("verwittigd", "verwittigen"),
            ("gepest", "pesten"),
        ] {
            assert!(weak_infinitives(form).contains(&infinitive.to_owned()), "{form}: {:?}", weak_infinitives(form));
        }
        for word in ["geld", "mentor", "melden", "klant"] {
            assert!(weak_infinitives(word).is_empty(), "{word}");
        }
    }
}
