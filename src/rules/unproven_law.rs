//! R009: geverifieerd zonder bewijs.

use super::Corpus;
use crate::content::block::Block;
use crate::content::common::{LegalStatus, SourceRef};
use crate::content::registers::SourceKind;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R009",
    severity: Severity::Error,
    title: "Geverifieerd zonder bewijs",
    what: "Een bepaling met status `geverifieerd` noemt minstens één bron die een wet of webpagina is.",
    why: "Een lezer vertrouwt erop dat iemand de geldende tekst las. Een rapport van jaren geleden is daarvoor niet genoeg.",
    wrong: r"status: geverifieerd
bron:
  - document: 000_44ec6d021640ab39",
    right: r"status: te-controleren
bron:
  - document: 000_44ec6d021640ab39",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    let Some((_, register)) = corpus.sources() else { return };
    let proves = |s: &SourceRef| {
        register.sources.iter().any(|r| r.id.as_str() == s.document.as_str() && r.kind != SourceKind::Document)
    };
    corpus.for_each_block(&mut |file, pointer, block| {
        let Block::WettelijkKader(frame) = block else { return };
        for (i, provision) in frame.provisions.iter().enumerate() {
            if provision.status == LegalStatus::Geverifieerd && !provision.sources.iter().any(proves) {
                found.push(RULE.found(
                    &file.path,
                    Some(file.place(&format!("{pointer}/bepalingen/{i}/status"))),
                    "Deze bepaling heeft status `geverifieerd`, maar noemt geen wet of webpagina als bron.",
                    "Zet de nagelezen tekst bij `bron`, of schrijf `status: te-controleren`.",
                ));
            }
        }
    });
}
