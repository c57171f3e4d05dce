//! V001: onbekende sleutel.

use super::{nearest, quoted, visible};
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V001",
    severity: Severity::Error,
    title: "Onbekende sleutel",
    what: "Alleen de sleutels van de handleiding mogen in een bestand staan.",
    why: "Een verkeerd gespelde sleutel wordt niet gelezen. De tekst erachter zou stil verdwijnen.",
    wrong: "trefworden: [te laat]",
    right: "trefwoorden: [te laat]",
};

/// `free` are the keys that may still come in this object.
pub(crate) fn found(file: &str, span: Span, key: &str, free: &[&str]) -> Diagnostic {
    let help = match nearest(key, free) {
        Some(near) => format!("Bedoel je `{near}`?"),
        None if key == "soort" => {
            "Is dit een blok? Zet een streepje voor `soort`, en spring alles in onder `blokken:`.".to_owned()
        }
        None if free.is_empty() => "Hier kan geen sleutel meer bij. Haal ze weg.".to_owned(),
        None => format!("Hier kan nog: {}.", quoted(free)),
    };
    RULE.found(file, Some(span), format!("De sleutel `{}` bestaat hier niet.", visible(key)), help)
}
