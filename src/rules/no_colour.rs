//! V015: geen kleur.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V015",
    severity: Severity::Error,
    title: "Geen kleur",
    what: r##"Een kleur schrijf je als `"#1f5c3a"`: een hekje en zes cijfers of letters van a tot f."##,
    why: "Zo kan het programma de kleur gebruiken en het contrast narekenen.",
    wrong: "hoofd: groen",
    right: r##"hoofd: "#1f5c3a""##,
};

pub(crate) fn found(file: &str, span: Span, value: &str) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("`{value}` is geen kleur."),
        "Schrijf een hekje met zes tekens, tussen aanhalingstekens: `\"#1f5c3a\"`.",
    )
}

/// Whether a text is a colour as #rrggbb.
pub(crate) fn is_colour(text: &str) -> bool {
    text.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.chars().all(|c| c.is_ascii_hexdigit()))
}
