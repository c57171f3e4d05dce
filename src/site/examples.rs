//! The examples of the editors' manual, read with the same reader as content.

use anyhow::{Result, anyhow};

use crate::content::block::Block;
use crate::load;
use crate::pages::manual;

/// Per kind of block: the kind, an example as YAML, and the same example read.
///
/// # Errors
/// When an example is faulty; the message is Dutch and says what is wrong.
pub fn read() -> Result<Vec<(String, String, Block)>> {
    manual::examples()
        .into_iter()
        .map(|(kind, yaml)| Ok((kind.to_owned(), yaml.to_owned(), block(kind, yaml)?)))
        .collect()
}

fn block(kind: &str, yaml: &str) -> Result<Block> {
    let path = format!("theme/voorbeelden/{kind}.yaml");
    let (block, found) = load::read_block(&path, yaml);
    block.ok_or_else(|| match found.first() {
        Some(first) => anyhow!("{path}: {} {}", first.message, first.help),
        None => anyhow!("{path} is geen blok."),
    })
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
