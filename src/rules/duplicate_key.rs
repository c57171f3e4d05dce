//! Y004: sleutel staat er twee keer.

use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y004",
    severity: Severity::Error,
    title: "Sleutel staat er twee keer",
    what: "In één stuk mag een sleutel maar één keer staan.",
    why: "Anders is niet duidelijk welke waarde telt.",
    wrong: r"kort: Bel de school.
kort: Bel de sector.",
    right: "kort: Bel de school of de sector.",
};

pub(crate) fn found(file: &str, span: Span, key: &str, first_line: usize) -> Diagnostic {
    RULE.found(
        file,
        Some(span),
        format!("De sleutel `{key}` staat hier een tweede keer; de eerste staat op regel {first_line}."),
        "Hou er één over. Hoort dit bij een nieuw punt van een lijst? Begin dat punt dan met een streepje.",
    )
}
