//! Dutch words for the values of fixed lists, and the forms of words used in addresses.

use crate::content::common::Id;
use crate::dutch;

/// The label of a legal status, page status, level or link status.
#[must_use]
pub fn status(value: &str) -> &str {
    match value {
        "te-controleren" => "te controleren",
        "niet-in-bron" => "niet in een bron",
        "goed-op-weg" => "goed op weg",
        "niet-nagekeken" => "niet nagekeken",
        other => other,
    }
}

/// What a legal status means for the reader.
#[must_use]
pub fn status_meaning(value: &str) -> &'static str {
    match value {
        "geverifieerd" => "Nagekeken in de tekst die nu geldt.",
        "te-controleren" => "Zo stond het in een bron. Of het vandaag nog klopt, weten we niet.",
        "niet-in-bron" => "We vonden dit in geen enkele bron. Vraag het dus na.",
        _ => "",
    }
}

/// What kind of page this is, as the menus call it.
#[must_use]
pub fn page_kind(value: &str) -> &str {
    match value {
        "sjabloon" => "formulier",
        other => other,
    }
}

/// How far a page is, as a sentence.
#[must_use]
pub fn page_status(value: &str) -> &'static str {
    match value {
        "nagelezen" => "Nagelezen door een tweede lezer. De redactie keurde deze pagina nog niet goed.",
        "gepubliceerd" => "Goedgekeurd door de redactie.",
        _ => "Nog in de maak.",
    }
}

/// One person in a role: "een mentor".
#[must_use]
pub fn role(value: &str) -> &str {
    match value {
        "mentor" => "een mentor",
        "werkgever" => "een werkgever",
        "ploegbaas" => "een ploegbaas",
        "collega" => "een collega",
        "leerling" => "een leerling",
        "ouder" => "een ouder",
        "trajectbegeleider" => "een trajectbegeleider",
        "school" => "iemand van de school",
        "sector" => "iemand van de sector",
        "onderzoeker" => "een onderzoeker",
        other => other,
    }
}

/// People in a role together: "mentors".
#[must_use]
pub fn roles(value: &str) -> &str {
    match value {
        "mentor" => "mentors",
        "werkgever" => "werkgevers",
        "ploegbaas" => "ploegbazen",
        "collega" => "collega's",
        "leerling" => "leerlingen",
        "ouder" => "ouders",
        "trajectbegeleider" => "trajectbegeleiders",
        "school" => "de school",
        "sector" => "de sector",
        "onderzoeker" => "onderzoekers",
        other => other,
    }
}

/// A word without capitals and accents, to compare and to sort.
#[must_use]
pub fn fold(text: &str) -> String {
    dutch::tokens::fold(text)
}

/// The text with a capital first.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The text with a small letter first, unless it starts with an abbreviation.
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if letters.clone().next().is_none_or(|c| !c.is_uppercase()) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// The letter under which a word stands in a list from A to Z; none when it starts with another sign.
#[must_use]
pub fn initial(text: &str) -> Option<String> {
    let first = fold(text).chars().next().filter(|c| c.is_alphabetic())?;
    Some(first.to_uppercase().collect())
}

/// A number as a phone dials it: digits, and the plus of an international number.
#[must_use]
pub fn dialled(number: &str) -> String {
    number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

/// Words that an opening has at least: fewer ("Ja.") say nothing without the rest.
const OPENING_WORDS: usize = 6;

/// The first sentence of prose, with the next when it is very short or a question. A sentence ends
/// before a capital, outside links and emphasis.
#[must_use]
pub fn opening(prose: &str) -> &str {
    let prose = prose.trim();
    let spaces = prose.char_indices().filter(|(_, c)| c.is_whitespace());
    let mut ends = spaces.map(|(end, _)| prose.split_at(end)).filter(|(before, after)| {
        ends_sentence(before, after.trim_start())
            && !before.ends_with('?')
            && before.split_whitespace().count() >= OPENING_WORDS
    });
    ends.next().map_or(prose, |(before, _)| before)
}

fn ends_sentence(before: &str, after: &str) -> bool {
    let count = |wanted: char| before.chars().filter(|c| *c == wanted).count();
    let closed = count('[') == count(']') && count('(') == count(')') && count('*').is_multiple_of(2);
    closed && sentence_parts(before, after)
}

/// Whether a sentence ends between two pieces of a line, whatever markup is open there.
#[must_use]
pub fn sentence_parts(before: &str, after: &str) -> bool {
    let ends = before.trim_end_matches(['*', ')', '"', '”', '’']).ends_with(['.', '!', '?']);
    let starts = after.trim_start_matches(['*', '[', '"', '“', '‘']).starts_with(char::is_uppercase);
    ends && starts
}

/// An id as it stands in an anchor: ids stay as they are, anything else loses what HTML or Markdown
/// would read as markup.
#[must_use]
pub fn anchor(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect()
}

/// A word as part of an address or anchor: small letters, digits and hyphens.
#[must_use]
pub fn slug(text: &str) -> String {
    let slug = Id::nearest(text);
    if slug.is_empty() { "x".to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Dé École (buso)!"), "de-ecole-buso");
        assert_eq!(slug("Stroomschema's"), "stroomschemas");
        assert_eq!(slug("  "), "x");
    }

    #[test]
    fn an_opening_says_something_and_ends_with_a_sentence() {
        for (prose, first) in [
            (
                "Bel nu meteen de trajectbegeleider van school. Wacht dan.",
                "Bel nu meteen de trajectbegeleider van school.",
            ),
            ("Ja. Bel eerst even naar de school. Wacht dan.", "Ja. Bel eerst even naar de school."),
            (
                "Komt je leerling vandaag alweer niet opdagen? **Bel** dan. Kijk.",
                "Komt je leerling vandaag alweer niet opdagen? **Bel** dan.",
            ),
            ("**Bel nu meteen eens met thuis.** Wacht dan.", "**Bel nu meteen eens met thuis.**"),
            ("Zie art. 26 of bv. de school. Bel dan.", "Zie art. 26 of bv. de school."),
            (
                "Lees [Ziek? Bel](vraag:ziek) eerst nog eens goed. Bel dan.",
                "Lees [Ziek? Bel](vraag:ziek) eerst nog eens goed.",
            ),
            ("Eén zin", "Eén zin"),
            ("", ""),
        ] {
            assert_eq!(opening(prose), first);
        }
    }

    #[test]
    fn numbers_can_be_dialled() {
        assert_eq!(dialled("+32 (2) 123.45.67"), "+3221234567");
    }

    #[test]
    fn words_stand_under_their_letter() {
        assert_eq!(initial("école").as_deref(), Some("E"));
        assert_eq!((initial("2 keer"), initial("")), (None, None));
    }

    #[test]
    fn abbreviations_keep_their_capitals() {
        assert_eq!(uncapitalised("Bedrijf met ploegen"), "bedrijf met ploegen");
        assert_eq!((uncapitalised("BUSO").as_str(), uncapitalised("").as_str()), ("BUSO", ""));
    }

    #[test]
    fn folding_ignores_capitals_and_accents() {
        assert_eq!(fold("Één Crème"), "een creme");
    }
}
