//! Y003: tekst begint met een bijzonder teken.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y003",
    severity: Severity::Error,
    title: "Tekst begint met een bijzonder teken",
    what: "Een waarde begint niet met `&`, `*` of `!`. Die tekens hebben in YAML een eigen betekenis, en die gebruiken we niet.",
    why: "Meestal is het teken per ongeluk het begin van een tekst. Met aanhalingstekens errond leest het programma het als gewone tekst.",
    wrong: "kort: *Bel eerst* de trajectbegeleider.",
    right: r#"kort: "*Bel eerst* de trajectbegeleider.""#,
};

pub(crate) fn found(file: &str, span: Span) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        "Een waarde mag niet met `&`, `*` of `!` beginnen.",
        "Zet de hele tekst tussen dubbele aanhalingstekens, of schrijf hem onder `>-` op een nieuwe regel.",
    )
}
