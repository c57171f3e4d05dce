//! R010: synoniem zonder pagina.

use super::Corpus;
use super::nearest;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R010",
    severity: Severity::Warning,
    title: "Synoniem zonder pagina",
    what: "Elk `woord` in `trefwoorden.yaml` staat bij minstens één pagina als trefwoord.",
    why: "Anders leidt het synoniem nergens heen.",
    wrong: r"- woord: afwezigheden
  synoniemen: [spijbelen]",
    right: r"- woord: afwezig
  synoniemen: [spijbelen]",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    let Some((file, register)) = corpus.keywords() else { return };
    if corpus.files.iter().any(|f| f.content.is_none()) || corpus.used_keywords().is_empty() {
        return;
    }
    let used = corpus.used_keywords();
    for (i, keyword) in register.keywords.iter().enumerate() {
        if used.contains(&keyword.word.as_str().to_lowercase()) {
            continue;
        }
        let all: Vec<&str> = used.iter().map(String::as_str).collect();
        let help = match nearest(keyword.word.as_str(), &all) {
            Some(near) => format!("Bedoel je `{near}`?"),
            None => "Zet het woord bij `trefwoorden` van een pagina, of haal het hier weg.".to_owned(),
        };
        found.push(RULE.found(
            &file.path,
            Some(file.place(&format!("/trefwoorden/{i}/woord"))),
            format!("Geen enkele pagina heeft het trefwoord `{}`.", keyword.word),
            help,
        ));
    }
}
