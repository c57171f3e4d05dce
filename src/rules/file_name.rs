//! B005: bestandsnaam kan geen adres zijn.

use crate::content::common::Id;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B005",
    severity: Severity::Error,
    title: "Bestandsnaam kan geen adres zijn",
    what: "De naam van een bestand, zonder `.yaml`, is het adres van de pagina: kleine letters, cijfers en streepjes.",
    why: "Het adres staat in links en op afgedrukte bladen. Spaties, hoofdletters en accenten geven problemen.",
    wrong: "cases/vragen/Te laat.yaml",
    right: "cases/vragen/te-laat.yaml",
};

pub(crate) fn found(file: &str, name: &str) -> Diagnostic {
    let help = match Id::nearest(name).as_str() {
        "" => "Geef een naam met kleine letters, cijfers en streepjes, zoals `te-laat.yaml`.".to_owned(),
        id => format!("Hernoem het bestand naar `{id}.yaml`."),
    };
    RULE.found(file, None, format!("De bestandsnaam `{name}` kan geen adres van een pagina zijn."), help)
}

/// For the one name that is taken: `vragen/index.html` is the list of questions.
pub(crate) fn reserved(file: &str) -> Diagnostic {
    RULE.found(
        file,
        None,
        "`index` is de naam van de lijst zelf, en kan geen eigen pagina zijn.",
        "Geef het bestand een andere naam.",
    )
}
