//! V002: verplichte sleutel ontbreekt.

use super::lower_first;
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V002",
    severity: Severity::Error,
    title: "Verplichte sleutel ontbreekt",
    what: "Sommige sleutels zijn verplicht, zoals `vraag`, `kort` en `bron` bij een vraag.",
    why: "Zonder die sleutel is de pagina niet af, of weet de lezer niet waar iets vandaan komt.",
    wrong: "vraag: Mijn leerling komt te laat.",
    right: r"vraag: Mijn leerling komt te laat.
kort: Bel de trajectbegeleider en spreek af wat je doet.",
};

/// `description` is the text of the schema about the key.
pub(crate) fn found(file: &str, span: Span, key: &str, description: &str) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("De verplichte sleutel `{key}` ontbreekt hier."),
        format!("Schrijf `{key}:` met daarachter: {}", lower_first(description)),
    )
}
