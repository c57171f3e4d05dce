//! V011: geen geldig kenmerk.

use crate::content::common::Id;
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V011",
    severity: Severity::Error,
    title: "Geen geldig kenmerk",
    what: "Een kenmerk (`id`, of een verwijzing ernaar) heeft kleine letters, cijfers en streepjes.",
    why: "Kenmerken worden adressen en ankers.",
    wrong: "id: Sociaal Secretariaat",
    right: "id: sociaal-secretariaat",
};

pub(crate) fn found(file: &str, span: Span, name: &str, value: &str) -> Diagnostic {
    let help = match Id::nearest(value).as_str() {
        "" => "Gebruik kleine letters, cijfers en streepjes.".to_owned(),
        id => format!("Schrijf `{id}`."),
    };
    RULE.found(file, Some(span), format!("`{value}` kan geen kenmerk zijn bij `{name}`."), help)
}
