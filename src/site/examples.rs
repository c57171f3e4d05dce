//! The examples of the editors' manual, read with the same reader as content.

use anyhow::{Result, anyhow};

use crate::content::Kind;
use crate::content::block::Block;
use crate::load::{self, Content};
use crate::pages::manual;

/// A question around the examples: a block is only read inside a page.
const AROUND: &str = "\
vraag: Voorbeelden
kort: Van elk blok één.
fase: [voorbeeld]
voor: [voorbeeld]
trefwoorden: [voorbeeld]
bel: [{ partij: voorbeeld, waarvoor: Voorbeeld. }]
bron: [{ document: voorbeeld }]
status: concept
nagekeken: 2026-01-01
herzien: 2027-01-01
blokken:
";

/// Per kind of block: the kind, an example as YAML, and the same example read.
///
/// # Errors
/// When an example is faulty; the message is Dutch and says what is wrong.
pub fn read() -> Result<Vec<(String, String, Block)>> {
    let examples = manual::examples();
    let text = examples.iter().fold(AROUND.to_owned(), |text, (_, yaml)| text + &item(yaml));
    let (case, found) = load::read_text(Kind::Question, "theme/voorbeelden", "voorbeelden", &text);
    let Some(Content::Question(question)) = case.content else {
        let reasons: Vec<_> = found.iter().map(|finding| finding.message.as_str()).collect();
        return Err(anyhow!("Een voorbeeld in theme/voorbeelden klopt niet: {}", reasons.join(" ")));
    };
    let named = examples.into_iter().zip(question.blocks);
    Ok(named.map(|((kind, yaml), block)| (kind.to_owned(), yaml.to_owned(), block)).collect())
}

/// The YAML of a block as an item of a list.
fn item(yaml: &str) -> String {
    let lines: Vec<_> = yaml.trim_end().lines().collect();
    format!("  - {}\n", lines.join("\n    "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_example_is_a_block_of_its_kind() {
        let examples = read().unwrap();
        assert!(!examples.is_empty());
        for (kind, _, block) in examples {
            assert_eq!(serde_json::to_value(block).unwrap()["soort"], kind);
        }
    }
}
