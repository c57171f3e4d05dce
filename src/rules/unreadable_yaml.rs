//! Y001: opbouw van het bestand klopt niet.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y001",
    severity: Severity::Error,
    title: "Opbouw van het bestand klopt niet",
    what: "Een bestand bestaat uit sleutels met een dubbelepunt en een spatie, lijsten met streepjes, en spaties om in te springen. Die vorm heet YAML.",
    why: "Als de opbouw niet klopt, kan het programma niet weten wat bij wat hoort.",
    wrong: "vraag: Wat nu: bellen of wachten?",
    right: r#"vraag: "Wat nu: bellen of wachten?""#,
};

pub(crate) fn key_is_no_text(file: &str, span: Span) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        "Een sleutel moet een gewoon woord zijn, geen lijst of groep sleutels.",
        "Schrijf `sleutel: waarde`. Begint je tekst met een haakje? Zet hem tussen aanhalingstekens.",
    )
}
