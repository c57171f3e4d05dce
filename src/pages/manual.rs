//! The reference parts of the editors' manual. A hand-written chapter asks for them with a
//! directive alone on a line: `{{#blokken}}`, `{{#soorten}}` or `{{#regels}}`.

use anyhow::Result;
use include_dir::{Dir, include_dir};
use serde_json::{Value, json};

use super::schema::Schema;
use super::{Press, anchors, blocks};
use crate::content::Kind;
use crate::content::block::Block;
use crate::content::kind::Location;
use crate::diagnostics::{Rule, Severity};

static EXAMPLES: Dir = include_dir!("$CARGO_MANIFEST_DIR/theme/voorbeelden");

/// What the manual shows.
#[derive(Debug, Clone, Copy)]
pub struct Manual<'m> {
    /// Per kind of block: the kind, an example as YAML, and the same example read.
    pub examples: &'m [(String, String, Block)],
    /// The rules, in order.
    pub rules: &'m [&'m Rule],
}

/// The example of every kind of block: the kind and its YAML, sorted by kind.
#[must_use]
pub fn examples() -> Vec<(&'static str, &'static str)> {
    let mut found: Vec<_> = EXAMPLES
        .files()
        .filter(|file| file.path().extension().is_some_and(|ending| ending == "yaml"))
        .filter_map(|file| Some((file.path().file_stem()?.to_str()?, file.contents_utf8()?)))
        .collect();
    found.sort_unstable();
    found
}

impl Press<'_> {
    /// Replaces the directives in the hand-written chapter at `path` (relative to the book). A
    /// chapter without directives comes back as it was.
    pub(super) fn expand(&mut self, markdown: &str, path: &str, manual: Manual) -> Result<String> {
        let mut expanded = false;
        let mut out = String::with_capacity(markdown.len());
        for line in markdown.split_inclusive('\n') {
            let Some((template, values)) = part(line.trim(), manual) else {
                out.push_str(line);
                continue;
            };
            expanded = true;
            out.push_str(&self.engine(path)?.render(template, &values)?);
        }
        Ok(if expanded { anchors::add(&out) } else { out })
    }
}

/// The template and values behind a directive.
fn part(line: &str, manual: Manual) -> Option<(&'static str, Value)> {
    match line {
        "{{#blokken}}" => Some(("handleiding-blokken", block_reference(manual))),
        "{{#soorten}}" => Some(("handleiding-soorten", kind_reference())),
        "{{#regels}}" => Some(("handleiding-regels", rule_reference(manual.rules))),
        _ => None,
    }
}

/// Every kind of block with its keys and its example, in the order of the type.
fn block_reference(manual: Manual) -> Value {
    let schema = Kind::Question.schema();
    let schema = Schema::new(&schema);
    let kinds = schema.variants("Block").into_iter().map(|(kind, tables)| {
        let example = manual.examples.iter().find(|(name, _, _)| *name == kind.value);
        json!({
            "soort": kind.value,
            "uitleg": kind.about,
            "tabellen": tables,
            "yaml": example.map(|(_, yaml, _)| yaml),
            "blok": example.map(|(name, _, block)| blocks::value(block, &format!("voorbeeld-{name}"))),
        })
    });
    json!({"soorten": kinds.collect::<Vec<_>>(), "bron": schema.tables_of("SourceRef")})
}

/// Every kind of file with its keys.
fn kind_reference() -> Value {
    let kinds = Kind::ALL.iter().map(|kind| {
        let schema = kind.schema();
        let place = match kind.location() {
            Location::Folder(folder) => format!("cases/{folder}/NAAM.yaml"),
            Location::File(file) => format!("cases/{file}"),
        };
        json!({"naam": kind.name(), "plaats": place, "tabellen": Schema::new(&schema).tables()})
    });
    let question = Kind::Question.schema();
    json!({"soorten": kinds.collect::<Vec<_>>(), "bron": Schema::new(&question).tables_of("SourceRef")})
}

fn rule_reference(rules: &[&Rule]) -> Value {
    let rules = rules.iter().map(|rule| {
        json!({
            "code": rule.code,
            "fout": rule.severity == Severity::Error,
            "titel": rule.title,
            "wat": rule.what,
            "waarom": rule.why,
            "verkeerd": rule.wrong,
            "goed": rule.right,
        })
    });
    json!({"regels": rules.collect::<Vec<_>>()})
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::pages::test_support::{every_block, knowledge, typed};

    static RULE: Rule = Rule {
        code: "V001",
        severity: Severity::Error,
        title: "Sleutel onbekend",
        what: "Kijkt of elke sleutel bestaat.",
        why: "Een *onbekende* sleutel doet niets.",
        wrong: "trefworden: []",
        right: "trefwoorden: []",
    };

    fn read_examples() -> Vec<(String, String, Block)> {
        let blocks: Vec<Value> = typed(every_block());
        blocks
            .into_iter()
            .map(|block| (block["soort"].as_str().unwrap().to_owned(), "soort: x\n".to_owned(), typed(block)))
            .collect()
    }

    fn expanded(markdown: &str) -> String {
        let (knowledge, examples) = (knowledge(), read_examples());
        let manual = Manual { examples: &examples, rules: &[&RULE] };
        Press::new(&knowledge).expand(markdown, "handleiding/x.md", manual).unwrap()
    }

    #[test]
    fn every_kind_of_block_has_an_example() {
        let schema = Kind::Question.schema();
        let kinds: BTreeSet<String> =
            Schema::new(&schema).variants("Block").into_iter().map(|(kind, _)| kind.value).collect();
        let named: BTreeSet<String> = examples().into_iter().map(|(kind, _)| kind.to_owned()).collect();
        assert_eq!(kinds, named);
        for (kind, yaml) in examples() {
            assert!(yaml.starts_with(&format!("soort: {kind}\n")), "{kind}");
        }
    }

    #[test]
    fn other_lines_stay() {
        let text = "# Kop\n\ntekst met {{#blokken}} erin\n";
        assert_eq!(expanded(text), text);
    }

    #[test]
    fn blocks_show_keys_example_and_result() {
        insta::assert_snapshot!(expanded("# Blokken\n\n{{#blokken}}\n"));
    }

    #[test]
    fn kinds_show_their_keys() {
        insta::assert_snapshot!(expanded("# Soorten\n\n{{#soorten}}\n"));
    }

    #[test]
    fn rules_show_everything() {
        insta::assert_snapshot!(expanded("# Regels\n\n{{#regels}}\n"));
    }
}
