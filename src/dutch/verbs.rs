//! Verbs: the infinitive behind a participle or a past tense.

use super::readability::syllables;

/// Words that stand before a verb and move away from it: *opbellen, opgebeld, belt op*.
pub const PARTICLES: &[&str] = &[
    "aan", "achter", "af", "bij", "binnen", "buiten", "deel", "dicht", "door", "gelijk", "gerust", "goed", "in",
    "kapot", "klaar", "kwijt", "los", "mee", "mis", "na", "neer", "om", "op", "open", "over", "recht", "rond", "samen",
    "schoon", "stil", "stop", "tegen", "teleur", "terug", "thuis", "toe", "uit", "vast", "vol", "voor", "vooruit",
    "vrij", "weg", "ziek",
];

/// Beginnings of verbs that take no `ge-`.
const FIXED: &[&str] = &["be", "er", "her", "mis", "ont", "ver"];

/// The fewest letters of a participle without its beginning.
const MIN_CORE: usize = 3;

/// Verbs that change their vowel: infinitive, past tense and participle without `ge-`. Forms that
/// are more often another word are left out: *vroeg*, *bond*, *gevallen*.
const STRONG: &[(&str, &str, &str)] = &[
    ("bieden", "bood", "boden"),
    ("bijten", "", "beten"),
    ("binden", "", "bonden"),
    ("blijven", "bleef", "bleven"),
    ("breken", "brak", "broken"),
    ("brengen", "bracht", "bracht"),
    ("buigen", "", "bogen"),
    ("denken", "dacht", "dacht"),
    ("dragen", "droeg", "dragen"),
    ("drinken", "dronk", "dronken"),
    ("duiken", "dook", "doken"),
    ("dwijnen", "dween", "dwenen"),
    ("eten", "at", "geten"),
    ("gaan", "ging", "gaan"),
    ("geven", "gaf", "geven"),
    ("ginnen", "gon", "gonnen"),
    ("grijpen", "greep", "grepen"),
    ("hangen", "hing", "hangen"),
    ("heffen", "hief", "heven"),
    ("helpen", "hielp", "holpen"),
    ("houden", "hield", "houden"),
    ("kiezen", "koos", "kozen"),
    ("kijken", "keek", "keken"),
    ("komen", "kwam", "komen"),
    ("kopen", "kocht", "kocht"),
    ("kruipen", "kroop", "kropen"),
    ("lezen", "", "lezen"),
    ("liegen", "loog", "logen"),
    ("liezen", "loor", "loren"),
    ("liggen", "lag", ""),
    ("lijken", "leek", "leken"),
    ("lopen", "liep", "lopen"),
    ("nemen", "nam", "nomen"),
    ("rijden", "reed", "reden"),
    ("roepen", "riep", "roepen"),
    ("schelden", "schold", "scholden"),
    ("scheren", "", "schoren"),
    ("schieten", "schoot", "schoten"),
    ("schrijven", "schreef", "schreven"),
    ("schrikken", "schrok", "schrokken"),
    ("schuiven", "schoof", "schoven"),
    ("slaan", "sloeg", "slagen"),
    ("slapen", "sliep", "slapen"),
    ("sluiten", "sloot", "sloten"),
    ("smijten", "smeet", "smeten"),
    ("snijden", "sneed", "sneden"),
    ("spreken", "sprak", "sproken"),
    ("springen", "sprong", "sprongen"),
    ("staan", "stond", "staan"),
    ("steken", "stak", "stoken"),
    ("stelen", "", "stolen"),
    ("sterven", "stierf", "storven"),
    ("stijgen", "steeg", "stegen"),
    ("treffen", "trof", "troffen"),
    ("trekken", "trok", "trokken"),
    ("vallen", "viel", ""),
    ("vangen", "ving", "vangen"),
    ("vechten", "", "vochten"),
    ("vinden", "vond", "vonden"),
    ("vergeten", "vergat", ""),
    ("verzinnen", "verzon", ""),
    ("vliegen", "vloog", "vlogen"),
    ("vragen", "vroeg", ""),
    ("vriezen", "vroor", "vroren"),
    ("werpen", "wierp", "worpen"),
    ("wijzen", "wees", "wezen"),
    ("winnen", "won", "wonnen"),
    ("zenden", "zond", "zonden"),
    ("zien", "zag", "zien"),
    ("zoeken", "zocht", "zocht"),
    ("zwemmen", "zwom", "zwommen"),
    ("zwijgen", "zweeg", "zwegen"),
];

/// Other words that look like such a form.
const OTHERS: &[&str] = &[
    "aandacht",
    "aanspraken",
    "afspraken",
    "inbraken",
    "uitspraken",
    "ontzag",
    "sloot",
    "sloten",
    "vergeten",
    "verslagen",
    "voorsprong",
    "vroeg",
    "wees",
    "wezen",
    "zonden",
];

/// Past tenses whose plural is more often a noun: *namen*, *bijlagen*, *uitgaven*.
const NO_PLURAL: &[&str] = &["gaf", "lag", "nam", "reed", "stak", "zag"];

/// The infinitive of a form with another vowel: *afgesproken* gives *afspreken*, *sneed* *snijden*.
#[must_use]
pub fn strong_infinitive(word: &str) -> Option<String> {
    let past = || {
        std::iter::once("").chain(FIXED.iter().chain(PARTICLES).copied()).find_map(|begin| {
            let core = word.strip_prefix(begin).filter(|core| !core.is_empty())?;
            let (infinitive, ..) = STRONG.iter().find(|(_, past, _)| is_past(core, past))?;
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

/// Whether a word is this past tense, or its plural.
fn is_past(word: &str, past: &str) -> bool {
    let plural = || word.ends_with("en") && !NO_PLURAL.contains(&past) && plural_of(past).as_deref() == Some(word);
    word == past || plural()
}

/// The plural of a past tense: *kwam* gives *kwamen*, *bleef* *bleven*, *trok* *trokken*.
fn plural_of(past: &str) -> Option<String> {
    let letters: Vec<char> = past.chars().collect();
    let [begin @ .., before, last] = letters.as_slice() else { return None };
    let soft = soft(*last);
    let pair = begin.last().is_some_and(|c| is_vowel(*c));
    let end = match (is_vowel(*before), pair, *before) {
        (true, true, 'e' | 'o' | 'a') if begin.last() == Some(before) => vec![soft],
        (true, true, _) | (true, false, 'a') => vec![*before, soft],
        (true, false, _) => vec![*before, *last, *last],
        (false, ..) => vec![*before, *last],
    };
    Some(begin.iter().copied().chain(end).chain(['e', 'n']).collect())
}

/// The forms with another vowel of an infinitive.
#[must_use]
pub fn strong_forms(infinitive: &str) -> Vec<String> {
    let mut found = Vec::new();
    for (verb, past, core) in STRONG {
        let Some(begin) = infinitive.strip_suffix(verb) else { continue };
        let ge = if FIXED.contains(&begin) { "" } else { "ge" };
        let past = (!PARTICLES.contains(&begin)).then(|| format!("{begin}{past}"));
        for form in std::iter::once(format!("{begin}{ge}{core}")).chain(past) {
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

/// Infinitives that a past tense on *-de(n)* or *-te(n)* or a present tense on *-t* may belong to:
/// *belde* gives *bellen*, *vraagt* *vragen*, *gaat* *gaan*; and of a longer verb the form without
/// *-t*: *verbetert* gives *verbeter*. Only a vocabulary can tell which of them is a verb.
#[must_use]
pub fn finite_infinitives(word: &str) -> Vec<String> {
    let past = ["den", "ten", "de", "te"].iter().find_map(|ending| {
        let base = word.strip_suffix(ending)?;
        base.ends_with(|c| ending.chars().next().is_some_and(|first| takes(c, first))).then_some(base)
    });
    let present = word.strip_suffix('t');
    let irregular = present.filter(|base| ["aa", "oe", "ie"].iter().any(|end| base.ends_with(end)));
    let regular = past.into_iter().chain(present).flat_map(infinitives);
    let itself = present.filter(|base| syllables(base) > 1).map(str::to_owned);
    regular.chain(irregular.map(|base| format!("{base}n"))).chain(itself).collect()
}

/// Whether a participle may end in this *d* or *t* after a consonant (*'t kofschip*). After *f*
/// and *s* both may: *gestraft*, and *geleefd* of *leven*.
#[must_use]
pub const fn takes(before: char, last: char) -> bool {
    match before {
        'f' | 's' => true,
        't' | 'k' | 'c' | 'h' | 'p' | 'x' => last == 't',
        _ => last == 'd',
    }
}

/// A participle as what belongs to the verb before the core, and the core: *opgebeld* is *op*
/// and *beld*, *besproken* is *be* and *sproken*.
fn participle_of(word: &str) -> Option<(&str, &str)> {
    let ge = PARTICLES.iter().copied().chain([""]).find_map(|particle| {
        let core = word.strip_prefix(particle)?.strip_prefix("ge")?;
        Some((particle, core))
    });
    let fixed = || {
        std::iter::once("").chain(PARTICLES.iter().copied()).find_map(|particle| {
            let verb = word.strip_prefix(particle)?;
            let core = FIXED.iter().find_map(|begin| verb.strip_prefix(begin))?;
            Some((&word[..word.len() - core.len()], core))
        })
    };
    ge.or_else(fixed).filter(|(_, core)| core.chars().count() >= MIN_CORE)
}

/// How Dutch may spell the infinitive of a verb: *bel* gives *bellen*, *vraag* *vragen*,
/// *leef* *leven*, *regel* *regelen*.
fn infinitives(base: &str) -> Vec<String> {
    let letters: Vec<char> = base.chars().collect();
    let [begin @ .., before, last] = letters.as_slice() else { return Vec::new() };
    if *last == 'i' {
        return vec![format!("{base}en")];
    }
    if is_vowel(*last) || !base.contains(is_vowel) {
        return Vec::new();
    }
    let with_end = |end: &[char]| begin.iter().chain(end).chain(&['e', 'n']).collect::<String>();
    let soft = soft(*last);
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

/// The letter that *f* and *s* become when an ending follows.
const fn soft(last: char) -> char {
    match last {
        'f' => 'v',
        's' => 'z',
        other => other,
    }
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
    fn past_tenses_have_a_plural() {
        for (past, plural) in [
            ("kwam", "kwamen"),
            ("bleef", "bleven"),
            ("koos", "kozen"),
            ("riep", "riepen"),
            ("trok", "trokken"),
            ("dacht", "dachten"),
        ] {
            assert_eq!(plural_of(past).as_deref(), Some(plural));
        }
        for noun in ["afspraken", "bijlagen", "uitgaven", "namen", "aandacht"] {
            assert_eq!(strong_infinitive(noun), None, "{noun}");
        }
    }

    #[test]
    fn finite_forms_may_belong_to_their_infinitive() {
        for (form, infinitive) in [
            ("vraagt", "vragen"),
            ("begint", "beginnen"),
            ("botst", "botsen"),
            ("gaat", "gaan"),
            ("groeit", "groeien"),
            ("belde", "bellen"),
            ("vertelden", "vertellen"),
            ("miste", "missen"),
            ("beloofde", "beloven"),
        ] {
            assert!(
                finite_infinitives(form).contains(&infinitive.to_owned()),
                "{form}: {:?}",
                finite_infinitives(form)
            );
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
