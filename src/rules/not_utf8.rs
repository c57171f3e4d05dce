//! B001: bestand is geen UTF-8.

use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "B001",
    severity: Severity::Error,
    title: "Bestand is geen UTF-8",
    what: "Elk bestand in `cases/` moet als UTF-8 bewaard zijn, zodat letters als é en ë kloppen.",
    why: "Een bestand uit een oud programma kan andere tekens gebruiken. Dan staan er rare tekens op de site.",
    wrong: r#"Bewaard als "ANSI" of "Windows-1252"."#,
    right: r#"Bewaard als "UTF-8": in Kladblok bij *Opslaan als*, onderaan bij *Codering*."#,
};

/// `valid` is the number of bytes at the start that are UTF-8.
pub(crate) fn found(file: &str, bytes: &[u8], valid: usize) -> Diagnostic {
    let before = &bytes[..valid.min(bytes.len())];
    let line = before.split(|b| *b == b'\n').count();
    RULE.found(
        file,
        None,
        format!("Dit bestand is geen UTF-8: op regel {line} staat een teken dat niet te lezen is."),
        "Open het bestand in Kladblok en bewaar het opnieuw: kies bij Opslaan als onderaan de codering UTF-8. Komt het uit Word? Kopieer de tekst dan naar een nieuw bestand.",
    )
}
