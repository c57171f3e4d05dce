//! R016: een vraag van de bron hoort bij één pagina.

use std::collections::HashMap;

use super::Corpus;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R016",
    severity: Severity::Error,
    title: "Vraag van de bron staat op twee pagina's",
    what: "Bovenaan een vraag zegt `vraag:` bij `bron` welke genummerde vraag van dat document de pagina beantwoordt. \
           Elk nummer hoort bij één pagina, en een pagina noemt één nummer per document.",
    why: "Anderen zoeken met dat nummer de juiste pagina op, onder meer in `data/vragen.json`.",
    wrong: "bron:\n  - document: 000_44ec6d021640ab39\n    vraag: 36\n  - document: 000_44ec6d021640ab39\n    vraag: 49",
    right: "bron:\n  - document: 000_44ec6d021640ab39\n    vraag: 36\n  - document: 000_44ec6d021640ab39\n    regels: \"6633-6673\"",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    let mut pages: HashMap<(&str, u32), &str> = HashMap::new();
    for (file, question) in corpus.questions() {
        let mut documents: Vec<&str> = Vec::new();
        for (i, source) in question.standing.sources.iter().enumerate() {
            let Some(number) = source.question else { continue };
            let document = source.document.as_str();
            let message = if documents.contains(&document) {
                format!("Deze pagina noemt al een ander vraagnummer van `{document}`.")
            } else if let Some(page) = pages.get(&(document, number)) {
                format!("Vraag {number} van `{document}` hoort al bij de pagina `{page}`.")
            } else {
                documents.push(document);
                pages.insert((document, number), &file.id);
                continue;
            };
            let span = file.place(&format!("/bron/{i}/vraag"));
            found.push(RULE.found(
                &file.path,
                Some(span),
                message,
                "Haal `vraag` hier weg en hou alleen `regels` over.",
            ));
        }
    }
}
