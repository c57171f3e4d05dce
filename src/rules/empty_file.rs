//! Y005: leeg bestand.

use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "Y005",
    severity: Severity::Error,
    title: "Leeg bestand",
    what: "Een bestand in `cases/` moet inhoud hebben.",
    why: "Een leeg bestand is vaak slecht bewaard. Er komt geen pagina van.",
    wrong: "(niets)",
    right: "vraag: Mijn leerling komt te laat. Wat doe ik?",
};

pub(crate) fn found(file: &str) -> Diagnostic {
    RULE.found(
        file,
        None,
        "Dit bestand is leeg.",
        "Vul het in of wis het. Een nieuw bestand begin je met `mentorwijzer new`.",
    )
}
