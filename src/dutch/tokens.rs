//! Text to tokens: lower-case words and numbers without diacritics.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Lower case, without diacritics: `Één cliënt` becomes `een client`.
#[must_use]
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .collect()
}

/// The tokens of a text, in order. A compound with hyphens gives its joined form and its parts
/// (`BUSO-leerling`: `busoleerling`, `buso`, `leerling`), and so does a number with letters
/// (`7bso`: `7bso`, `7`, `bso`). An apostrophe within a word is left out: `foto's` is `fotos`.
#[must_use]
pub fn tokens(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !is_word_char(c)).flat_map(chunk_tokens).collect()
}

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric() || is_hyphen(c) || is_apostrophe(c)
}

const fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

const fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '`')
}

/// Letters of a word that count, in the search script too (`LONGEST_WORD`): the longest Dutch words
/// have fewer, and an index keeps a level per letter.
pub const LONGEST: usize = 40;

/// The tokens of a stretch of letters, digits, hyphens and apostrophes.
fn chunk_tokens(chunk: &str) -> Vec<String> {
    let bare: String = chunk.chars().filter(|c| !is_apostrophe(*c)).collect();
    let words: Vec<&str> = bare.split(is_hyphen).filter(|w| !w.is_empty()).collect();
    let mut found = Vec::new();
    if words.len() > 1 && bare.chars().any(char::is_alphabetic) {
        found.push(words.concat());
    }
    for word in words {
        found.push(word.to_owned());
        let runs = digit_runs(word);
        if runs.len() > 1 {
            found.extend(runs);
        }
    }
    found.iter_mut().for_each(shorten);
    found
}

/// Cuts a word after [`LONGEST`] characters.
fn shorten(word: &mut String) {
    if let Some((end, _)) = word.char_indices().nth(LONGEST) {
        word.truncate(end);
    }
}

/// A word cut where digits and letters meet.
fn digit_runs(word: &str) -> Vec<String> {
    let mut runs: Vec<String> = Vec::new();
    let mut previous = None;
    for c in word.chars() {
        let numeric = c.is_numeric();
        match runs.last_mut() {
            Some(run) if previous == Some(numeric) => run.push(c),
            _ => runs.push(c.to_string()),
        }
        previous = Some(numeric);
    }
    runs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn folds_case_and_diacritics() {
        assert_eq!(fold("Één CLIËNT, ça"), "een client, ca");
    }

    #[test]
    fn keeps_numbers_and_function_words() {
        assert_eq!(tokens("Mag niet zonder attest, art. 14!"), ["mag", "niet", "zonder", "attest", "art", "14"]);
    }

    #[test]
    fn leaves_out_apostrophes() {
        assert_eq!(tokens("foto's ‘s morgens’"), ["fotos", "s", "morgens"]);
    }

    #[test]
    fn joins_and_splits_hyphens() {
        assert_eq!(tokens("BUSO-leerling - e-mail"), ["busoleerling", "buso", "leerling", "email", "e", "mail"]);
        assert_eq!(tokens("2018-2019"), ["2018", "2019"]);
    }

    #[test]
    fn cuts_numbers_from_letters() {
        assert_eq!(tokens("7bso"), ["7bso", "7", "bso"]);
    }

    proptest! {
        #[test]
        fn any_text_gives_clean_tokens(text in any::<String>()) {
            for token in tokens(&text) {
                prop_assert!(!token.is_empty());
                prop_assert!(token.chars().all(char::is_alphanumeric), "{token:?}");
            }
        }

        #[test]
        fn tokens_of_tokens_are_the_same(text in "[a-zA-Zéë' ]{0,40}") {
            let first = tokens(&text);
            prop_assert_eq!(tokens(&first.join(" ")), first);
        }
    }
}
