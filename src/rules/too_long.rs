//! V016: tekst is te lang.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V016",
    severity: Severity::Error,
    title: "Tekst is te lang",
    what: "Sommige teksten hebben een grens: een vraag telt hoogstens 90 tekens.",
    why: "Op een telefoon en in zoekresultaten is er niet meer plaats. Een korte vraag wordt ook beter gevonden.",
    wrong: "vraag: (een vraag van 140 tekens)",
    right: "vraag: Mijn leerling komt vaak te laat. Wat doe ik?",
};

pub(crate) fn found(file: &str, span: Span, name: &str, most: u64, got: usize) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("`{name}` telt {got} tekens. Het mogen er hoogstens {most} zijn."),
        "Zeg het korter, zoals een mentor het aan een collega zou vragen.",
    )
}
