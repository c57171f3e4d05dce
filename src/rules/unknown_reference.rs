//! R002: verwijzing naar iets dat niet bestaat.

use std::collections::HashMap;

use super::Corpus;
use super::{nearest, quoted, visible};
use crate::content::common::Id;
use crate::diagnostics::{Diagnostic, Rule, Severity};
use crate::load::{MarkKind, NODES};

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
    let mut known: HashMap<&str, Option<Vec<(&str, &str)>>> = HashMap::new();
    for file in &corpus.files {
        // The nodes of a flow differ per file; everything else is looked up once.
        known.remove(NODES);
        for mark in &file.marks {
            let MarkKind::Reference(target) = &mark.kind else { continue };
            let Some(items) = known.entry(target).or_insert_with(|| corpus.items(file, target)) else { continue };
            if items.iter().any(|(id, _)| *id == mark.text) {
                continue;
            }
            let message = format!("`{}` staat niet in {}.", visible(&mark.text), place(target));
            found.push(RULE.found(&file.path, Some(mark.span), message, advice(&mark.text, items, target)));
        }
    }
}

/// What was probably meant: the id of the item with this name, an id in a path, or a near id.
fn advice(text: &str, items: &[(&str, &str)], target: &str) -> String {
    let bare = text.rsplit('/').next().unwrap_or(text).trim_end_matches(".yaml").trim_end_matches(".html");
    let wanted = Id::nearest(bare);
    let named = items.iter().find(|(id, name)| Id::nearest(name) == wanted || *id == wanted).map(|(id, _)| *id);
    let mut ids: Vec<&str> = items.iter().map(|(id, _)| *id).collect();
    ids.dedup();
    let part = || ids.iter().copied().find(|id| wanted.split('-').any(|word| word == *id));
    match named.or_else(|| nearest(&wanted, &ids)).or_else(part) {
        _ if text.contains([',', ';']) => "Staan hier meer namen? Scheid ze met een komma: `[een, twee]`.".to_owned(),
        Some(near) => format!("Bedoel je `{near}`?"),
        None if ids.is_empty() => format!("Er staat nog niets in {}. Voeg het daar toe.", place(target)),
        None if ids.len() <= 12 => format!("Kies uit: {}.", quoted(&ids)),
        None => format!("Neem een id dat al in {} staat, of voeg het daar toe.", place(target)),
    }
}

/// Where the ids of a target stand, for people.
fn place(target: &str) -> String {
    match target {
        "vragen" | "verhalen" | "stroomschemas" | "checklists" | "sjablonen" => format!("`cases/{target}/`"),
        NODES => "de knopen van dit stroomschema".to_owned(),
        "begrippen" | "partijen" | "bronnen" | "competenties" => format!("`cases/{target}.yaml`"),
        other => format!("`{other}` in `cases/site.yaml`"),
    }
}
