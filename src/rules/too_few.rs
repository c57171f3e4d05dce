//! V009: lijst is te kort.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V009",
    severity: Severity::Error,
    title: "Lijst is te kort",
    what: "Sommige lijsten moeten minstens één of twee punten hebben.",
    why: "Een lege lijst geeft een titel zonder inhoud. Een vraag met één antwoord is geen vraag.",
    wrong: "trefwoorden: []",
    right: "trefwoorden: [te laat, uitslapen]",
};

pub(crate) fn found(file: &str, span: Span, name: &str, least: u64, got: usize) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!(
            "`{name}` heeft {got} {}, er moeten er minstens {least} zijn.",
            if got == 1 { "punt" } else { "punten" }
        ),
        format!("Voeg punten toe aan `{name}`, elk met een streepje ervoor."),
    )
}
