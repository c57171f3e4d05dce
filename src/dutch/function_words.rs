//! Words that carry grammar rather than subject.
//!
//! They are indexed like any other word; a query that has other words lets them weigh little.
//! *niet, geen, zonder, nooit* are left out on purpose: they change what is asked.

/// Function words, folded and sorted.
pub const FUNCTION_WORDS: &[&str] = &[
    "aan", "achter", "al", "alle", "alles", "als", "altijd", "ander", "andere", "beetje", "ben", "bent", "bij",
    "boven", "da", "daar", "daarbij", "daarmee", "daarna", "daarom", "daarvan", "daarvoor", "dan", "dat", "de",
    "deed", "dees", "den", "deze", "die", "dit", "doe", "doen", "doet", "door", "dus", "echt", "een", "eens", "eerst",
    "elk", "elke", "en", "enkel", "enkele", "er", "eraan", "erbij", "ergens", "ermee", "erop", "erover", "eruit",
    "ervan", "ervoor", "even", "eventueel", "ga", "gaan", "gaat", "ge", "gedaan", "gij", "ging", "graag", "had",
    "hadden", "he", "heb", "hebben", "hebt", "heeft", "heel", "hem", "hen", "het", "hier", "hierbij", "hij", "hoe",
    "hoef", "hoeft", "hoelang", "hoeveel", "hoewel", "hoor", "hun", "ieder", "iedere", "iedereen", "iemand", "iets",
    "ik", "in", "is", "ja", "je", "jij", "jou", "jouw", "jullie", "kan", "kon", "konden", "krijg", "krijgen",
    "krijgt", "kun", "kunnen", "kunt", "laten", "maar", "mag", "me", "mee", "meer", "meestal", "men", "met", "mij",
    "mijn", "misschien", "mocht", "mochten", "moest", "moesten", "moet", "moeten", "mogen", "na", "naar", "ne", "nee",
    "nen", "nodig", "nog", "nou", "nu", "of", "om", "omdat", "ons", "onze", "ook", "op", "over", "overal", "per",
    "rond", "sinds", "sommige", "soms", "staan", "staat", "steeds", "te", "tegen", "tenzij", "terwijl", "toch", "toe",
    "toen", "tot", "tussen", "u", "uit", "uw", "van", "vanaf", "veel", "vind", "vinden", "vindt", "voor", "vooral",
    "wa", "waar", "waarbij", "waarmee", "waarom", "waarop", "waarover", "waarvoor", "wanneer", "want", "waren", "was",
    "wat", "we", "weer", "weet", "wel", "welk", "welke", "werd", "weten", "wie", "wij", "wil", "wilde", "willen",
    "wilt", "word", "worden", "wordt", "wou", "zal", "ze", "zeer", "zeg", "zeker", "zelf", "zelfs", "zet", "zich",
    "zij", "zijn", "zit", "zo", "zoals", "zodat", "zodra", "zou", "zouden", "zoveel", "zulk", "zulke", "zullen",
    "zult",
];

/// Whether a token is a function word.
#[must_use]
pub fn is_function_word(token: &str) -> bool {
    FUNCTION_WORDS.binary_search(&token).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_is_sorted_and_without_doubles() {
        assert!(FUNCTION_WORDS.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn negations_are_content() {
        for word in ["niet", "geen", "zonder", "nooit"] {
            assert!(!is_function_word(word), "{word}");
        }
    }
}
