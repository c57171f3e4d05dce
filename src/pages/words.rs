//! Dutch words for the values of fixed lists, and the forms of words used in addresses.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::content::common::Id;

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
        "te-controleren" => "Dit staat in een bron. Niemand keek na of het vandaag nog klopt.",
        "niet-in-bron" => "Geen enkele bron zegt dit. Vraag het dus na.",
        _ => "",
    }
}

/// How far a page is, as a sentence.
#[must_use]
pub fn page_status(value: &str) -> &'static str {
    match value {
        "nagelezen" => "Nagelezen door een tweede persoon.",
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
    text.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The text with a capital first.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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
    fn folding_ignores_capitals_and_accents() {
        assert_eq!(fold("Één Crème"), "een creme");
    }
}
