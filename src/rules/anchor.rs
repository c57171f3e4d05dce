//! Y003: anker of label.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y003",
    severity: Severity::Error,
    title: "Anker of label",
    what: "YAML kent ankers (`&naam`), verwijzingen (`*naam`) en labels (`!soort`). In `cases/` gebruiken we die niet.",
    why: "Ze zijn moeilijk te lezen, en met ankers kan een klein bestand enorm groot worden. Meestal is het teken per ongeluk het begin van een tekst.",
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
