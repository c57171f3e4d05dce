//! R002: verwijzing naar iets dat niet bestaat.

use super::Corpus;
use super::{nearest, quoted};
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::load::MarkKind;

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R002",
    severity: Severity::Error,
    title: "Verwijzing naar iets dat niet bestaat",
    what: "Een verwijzing noemt iets dat bestaat: een vraag, een checklist, een partij, een bron, een fase.",
    why: "Anders staat er een dode link op de site.",
    wrong: r"verwant:
  - vraag: telaat",
    right: r"verwant:
  - vraag: arbeidsritme-en-te-laat",
};

/// Checks every reference of every file.
pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for file in &corpus.files {
        for mark in &file.marks {
            let MarkKind::Reference(target) = &mark.kind else { continue };
            let Some(mut ids) = corpus.ids(file, target) else { continue };
            ids.dedup();
            if ids.contains(&mark.text.as_str()) {
                continue;
            }
            let help = match nearest(&mark.text, &ids) {
                Some(near) => format!("Bedoel je `{near}`?"),
                None if ids.len() <= 12 => format!("Kies uit: {}.", quoted(&ids)),
                None => format!("Neem een naam die al in {} staat, of voeg ze daar toe.", place(target)),
            };
            let message = format!("`{}` staat niet in {}.", mark.text, place(target));
            found.push(RULE.found(&file.path, Some(mark.span), message, help));
        }
    }
}

/// Where the ids of a target stand, for people.
fn place(target: &str) -> String {
    match target {
        "vragen" | "verhalen" | "stroomschemas" | "checklists" | "sjablonen" => format!("`cases/{target}/`"),
        "knopen" => "de knopen van dit stroomschema".to_owned(),
        "begrippen" | "partijen" | "bronnen" | "competenties" => format!("`cases/{target}.yaml`"),
        other => format!("`{other}` in `cases/site.yaml`"),
    }
}
