//! V003: verkeerde soort waarde.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V003",
    severity: Severity::Error,
    title: "Verkeerde soort waarde",
    what: "Elke sleutel verwacht een tekst, een getal, een lijst, of een groep sleutels.",
    why: "Het programma kan een lijst niet als één tekst tonen, of omgekeerd.",
    wrong: "trefwoorden: te laat",
    right: "trefwoorden: [te laat]",
};

/// `expected` and `got` are Dutch noun phrases; `help` says what to write.
pub(crate) fn found(file: &str, span: Span, name: &str, expected: &str, got: &str, help: &str) -> Diagnostic {
    RULE.found(file, Some(span), format!("Bij `{name}` hoort {expected}, maar hier staat {got}."), help)
}

/// For data that passed the schema and still can't be typed: a fault of the program, told as one.
pub(crate) fn unforeseen(file: &str, reason: &str) -> Diagnostic {
    RULE.found(
        file,
        None,
        format!("Met dit bestand is niets mis, maar het programma kan het niet lezen ({reason})."),
        "Dit is een fout van het programma. Meld ze aan de makers, met dit bestand erbij.",
    )
}
