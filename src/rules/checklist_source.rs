//! R007: checklist met twee lijsten of geen.

use super::Corpus;
use crate::content::block::Block;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R007",
    severity: Severity::Error,
    title: "Checklist met twee lijsten of geen",
    what: "Een blok `checklist` heeft óf `checklist` (een bestaande lijst) óf `groepen` (eigen punten).",
    why: "Met allebei is niet duidelijk welke lijst telt; met geen van beide is er niets om af te vinken.",
    wrong: r"- soort: checklist
  titel: Eerste dag",
    right: r"- soort: checklist
  checklist: eerste-werkdag",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    corpus.for_each_block(&mut |file, pointer, block| {
        let Block::Checklist(list) = block else { return };
        let problem = match (list.checklist.is_some(), list.groups.is_empty()) {
            (true, false) => "Dit blok heeft zowel `checklist` als `groepen`.",
            (false, true) => "Dit blok heeft geen `checklist` en geen `groepen`.",
            _ => return,
        };
        found.push(RULE.found(
            &file.path,
            Some(file.place(pointer)),
            problem,
            "Geef `checklist:` met de naam van een bestaande lijst, of `groepen:` met eigen punten.",
        ));
    });
}
