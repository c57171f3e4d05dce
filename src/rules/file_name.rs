//! B005: bestandsnaam kan geen adres zijn.

use crate::diagnostics::{Diagnostic, Rule, Severity};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B005",
    severity: Severity::Error,
    title: "Bestandsnaam kan geen adres zijn",
    what: "De naam van een bestand, zonder `.yaml`, is het adres van de pagina: kleine letters, cijfers en streepjes.",
    why: "Het adres staat in links en op afgedrukte bladen. Spaties, hoofdletters en accenten geven problemen.",
    wrong: "cases/vragen/Te laat.yaml",
    right: "cases/vragen/te-laat.yaml",
};

/// Whether a text can be an id: lower-case letters, digits, and `-` or `_` between them.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text
            .split(['-', '_'])
            .all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit()))
}

/// The id nearest to a text: `Te laat?` gives `te-laat`.
pub(crate) fn to_id(text: &str) -> String {
    let folded: String = text.nfd().filter(|c| !is_combining_mark(*c)).collect::<String>().to_lowercase();
    let parts: Vec<&str> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|p| !p.is_empty()).collect();
    parts.join("-")
}

pub(crate) fn found(file: &str, name: &str) -> Diagnostic {
    let help = match to_id(name).as_str() {
        "" => "Geef een naam met kleine letters, cijfers en streepjes, zoals `te-laat.yaml`.".to_owned(),
        id => format!("Hernoem het bestand naar `{id}.yaml`."),
    };
    RULE.found(file, None, format!("De bestandsnaam `{name}` kan geen adres van een pagina zijn."), help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_becomes_an_id() {
        assert_eq!(to_id("Mijn leerling is té laat!"), "mijn-leerling-is-te-laat");
        assert_eq!(to_id("???"), "");
        assert!(is_id("te-laat") && is_id("000_44ec") && !is_id("Te laat") && !is_id("-a") && !is_id(""));
    }
}
