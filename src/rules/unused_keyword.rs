//! R010: synoniem zonder pagina.

use std::collections::BTreeMap;

use super::Corpus;
use super::nearest;
use crate::content::registers::Keyword;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R010",
    severity: Severity::Warning,
    title: "Synoniem zonder pagina",
    what: "Elk `woord` in `trefwoorden.yaml` staat als trefwoord bij minstens één pagina van de site. Een concept telt niet.",
    why: "Anders leidt het synoniem nergens heen.",
    wrong: r"- woord: afwezigheden
  synoniemen: [spijbelen]",
    right: r"- woord: afwezig
  synoniemen: [spijbelen]",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    let Some((file, register)) = corpus.keywords() else { return };
    let used = corpus.used_keywords();
    if corpus.files.iter().any(|f| f.content.is_none()) || used.is_empty() {
        return;
    }
    for (i, keyword) in register.keywords.iter().enumerate() {
        let (message, help) = match used.get(&keyword.word.as_str().to_lowercase()) {
            Some(true) => continue,
            Some(false) => (
                format!("Alleen een concept heeft het trefwoord `{}`.", keyword.word),
                "Het werkt zodra die pagina op de site staat. Duurt dat nog lang? Haal het woord hier dan weg."
                    .to_owned(),
            ),
            None => (format!("Geen enkele pagina heeft het trefwoord `{}`.", keyword.word), advice(keyword, &used)),
        };
        let span = file.place(&format!("/trefwoorden/{i}/woord"));
        found.push(RULE.found(&file.path, Some(span), message, help));
    }
}

fn advice(keyword: &Keyword, used: &BTreeMap<String, bool>) -> String {
    let public: Vec<&str> = used.iter().filter(|(_, public)| **public).map(|(word, _)| word.as_str()).collect();
    match nearest(keyword.word.as_str(), &public) {
        Some(near) => format!("Bedoel je `{near}`?"),
        None => "Zet het woord bij `trefwoorden` van een pagina, of haal het hier weg.".to_owned(),
    }
}
