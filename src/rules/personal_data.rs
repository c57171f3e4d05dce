//! R014: contactgegevens in tekst.

use super::Corpus;
use crate::content::Kind;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::load::MarkKind;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R014",
    severity: Severity::Error,
    title: "Contactgegevens in tekst",
    what: "In teksten staan geen mailadressen of telefoonnummers. Alleen de hulplijn en de redactie in `site.yaml` mogen die hebben.",
    why: "Mensen veranderen van werk, en niemand mag herkenbaar zijn. Het nummer van de trajectbegeleider staat in de overeenkomst.",
    wrong: "tekst: Bel Jan op 0470 00 00 00.",
    right: "tekst: Bel je trajectbegeleider. Het nummer staat in de overeenkomst.",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for file in corpus.files.iter().filter(|f| f.kind != Kind::Site) {
        for mark in file.marks.iter().filter(|m| matches!(m.kind, MarkKind::Prose | MarkKind::Line)) {
            if let Some(piece) = contact(&mark.text) {
                found.push(RULE.found(
                    &file.path,
                    Some(file.find(mark.span, piece)),
                    format!("Hier staan contactgegevens: `{piece}`."),
                    "Haal ze weg en zeg waar de lezer ze vindt, bijvoorbeeld in de overeenkomst.",
                ));
            }
        }
    }
}

/// The first mail address or phone number in a text.
fn contact(text: &str) -> Option<&str> {
    text.split_whitespace()
        .find(|word| is_mail(word))
        .map(|word| word.trim_matches(|c: char| ".,;:()<>".contains(c)))
        .or_else(|| phone(text))
}

fn is_mail(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.') && !host.starts_with('.'))
}

/// The longest phone number as people write it, in bytes.
const LONGEST_PHONE: usize = 30;

/// Nine to thirteen digits with only spaces, dots, slashes, brackets and dashes between, starting
/// with 0 or +. Belgian numbers have nine or ten digits; dates, amounts and hours don't start so.
fn phone(text: &str) -> Option<&str> {
    let starts = text.char_indices().filter(|(i, c)| {
        matches!(c, '0' | '+') && !text[..*i].ends_with(|p: char| p.is_alphanumeric() || p == '-' || p == '.')
    });
    for (start, _) in starts {
        let rest = &text[start..];
        let inside = rest.bytes().take(LONGEST_PHONE).take_while(|b| b.is_ascii_digit() || b"+ ./-()".contains(b));
        let piece = rest[..inside.count()].trim_end_matches(|c: char| !c.is_ascii_digit());
        if (9..=13).contains(&piece.bytes().filter(u8::is_ascii_digit).count()) {
            return Some(piece);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::contact;

    #[test]
    fn contact_data_are_found_and_other_numbers_are_not() {
        assert_eq!(contact("Mail naar an@voorbeeld.be."), Some("an@voorbeeld.be"));
        assert_eq!(contact("Bel 0470 00 00 00 vandaag"), Some("0470 00 00 00"));
        assert_eq!(contact("Bel +32 2 000 00 00"), Some("+32 2 000 00 00"));
        assert_eq!(contact("Bel (0470) 00.00.00"), Some("0470) 00.00.00"));
        for fine in
            ["op 2026-11-20 om 08.00 uur", "0,5 tot 1 uur per dag", "bron 000_44ec6d021640ab39", "38, 39 of 40 uur"]
        {
            assert_eq!(contact(fine), None, "{fine}");
        }
    }
}
