//! B003: bestand is te groot.

use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B003",
    severity: Severity::Error,
    title: "Bestand is te groot",
    what: "Een bestand in `cases/` mag hoogstens 512 kB groot zijn.",
    why: "De langste vraag is veel kleiner. Een groter bestand is bijna altijd een vergissing, zoals een foto of een heel rapport.",
    wrong: "cases/vragen/rapport.yaml van 50 MB",
    right: "Eén vraag per bestand, zonder foto's.",
};

/// `size` and `limit` in bytes.
pub(crate) fn found(file: &str, size: u64, limit: u64) -> Diagnostic {
    RULE.found(
        file,
        None,
        format!("Dit bestand is {} kB groot. Het mag hoogstens {} kB zijn.", size.div_ceil(1024), limit / 1024),
        "Kijk na of dit het juiste bestand is. Verdeel lange inhoud over verschillende bestanden.",
    )
}
