//! Y002: te veel niveaus.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y002",
    severity: Severity::Error,
    title: "Te veel niveaus in elkaar",
    what: "Lijsten en sleutels mogen hoogstens 32 niveaus diep in elkaar zitten.",
    why: "Geen enkele soort inhoud heeft zoveel niveaus. Het is altijd een vergissing.",
    wrong: "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    right: "a: [1]",
};

pub(crate) fn found(file: &str, span: Span, limit: usize) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("Hier zitten meer dan {limit} niveaus in elkaar."),
        "Kijk na of er haakjes of streepjes te veel staan.",
    )
}
