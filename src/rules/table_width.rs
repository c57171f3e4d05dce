//! R008: rij past niet in de tabel.

use super::Corpus;
use crate::content::block::Block;
use crate::diagnostics::{Diagnostic, Rule, Severity};

/// The rule and its documentation.
pub static RULE: Rule = Rule {
    code: "R008",
    severity: Severity::Error,
    title: "Rij past niet in de tabel",
    what: "Elke rij van een tabel heeft evenveel cellen als er kolommen zijn.",
    why: "Anders staat een waarde onder de verkeerde kop.",
    wrong: r"kolommen: [Leeftijd, Mag]
rijen:
  - [16 jaar]",
    right: r"kolommen: [Leeftijd, Mag]
rijen:
  - [16 jaar, nee]",
};

pub(super) fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    corpus.for_each_block(&mut |file, pointer, block| {
        let Block::Tabel(table) = block else { return };
        for (i, row) in table.rows.iter().enumerate().filter(|(_, row)| row.len() != table.columns.len()) {
            found.push(RULE.found(
                &file.path,
                Some(file.place(&format!("{pointer}/rijen/{i}"))),
                format!("Het aantal cellen in deze rij is {}, het aantal kolommen {}.", row.len(), table.columns.len()),
                "Geef elke kolom een cel. Staat er een komma in een cel? Zet die cel tussen aanhalingstekens. Is er niets te zeggen? Schrijf dan `\"-\"`.",
            ));
        }
    });
}
