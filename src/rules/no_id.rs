//! V011: geen geldig id.

use crate::content::common::Id;
use crate::diagnostics::{Diagnostic, Rule, Severity, Span};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "V011",
    severity: Severity::Error,
    title: "Geen geldig id",
    what: "Een `id`, of een verwijzing ernaar, bestaat uit kleine letters, cijfers en streepjes.",
    why: "Een id wordt een stuk van het adres van een pagina. Verwijs je ernaar, schrijf dan wat na `id:` staat, en niet wat na `naam:` staat.",
    wrong: "id: Sociaal Secretariaat",
    right: "id: sociaal-secretariaat",
};

pub(crate) fn found(file: &str, span: Span, name: &str, value: &str) -> Diagnostic {
    let help = match Id::nearest(value).as_str() {
        "" => "Gebruik kleine letters, cijfers en streepjes.".to_owned(),
        id => format!("Schrijf `{id}`."),
    };
    RULE.found(
        file,
        Some(span),
        format!("`{value}` kan niet bij `{name}`: daar hoort een id, zonder spaties of hoofdletters."),
        help,
    )
}
