//! The keywords A-Z: every keyword with its pages, and synonyms that refer to keywords.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use super::Draft;
use super::anchors::free;
use super::words::{fold, slug};
use crate::content::KnowledgeBase;
use crate::content::common::Line;

/// The heading for what does not start with a letter.
const OTHER: &str = "0-9";

/// A keyword with what it leads to.
#[derive(Debug, Default, Serialize)]
struct Entry {
    #[serde(rename = "woord")]
    word: String,
    #[serde(rename = "anker")]
    anchor: String,
    #[serde(rename = "doelen")]
    targets: BTreeSet<Target>,
    #[serde(rename = "zie")]
    see: BTreeSet<Reference>,
}

/// A page with the keyword.
#[derive(Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Target {
    #[serde(rename = "titel")]
    title: String,
    #[serde(rename = "soort")]
    kind: &'static str,
    id: String,
}

/// A keyword that means the same.
#[derive(Debug, Serialize, PartialEq, Eq, PartialOrd, Ord)]
struct Reference {
    #[serde(rename = "woord")]
    word: String,
    #[serde(rename = "anker")]
    anchor: String,
}

/// Keywords by their folded form, which is also their order.
type Entries = BTreeMap<String, Entry>;

/// The page with all keywords.
pub fn draft(knowledge: &KnowledgeBase) -> Draft {
    let letters: Vec<_> = by_letter(collect(knowledge))
        .into_iter()
        .map(|(letter, entries)| json!({"letter": letter, "anker": format!("letter-{}", slug(&letter)), "woorden": entries}))
        .collect();
    Draft::new("trefwoorden.md", "Trefwoorden van A tot Z", "trefwoorden", json!({"letters": letters})).unexplained()
}

fn collect(knowledge: &KnowledgeBase) -> Entries {
    let mut entries = Entries::new();
    for (id, item) in &knowledge.questions {
        add(&mut entries, &item.keywords, item.question.as_str(), "vraag", id);
    }
    for (id, item) in &knowledge.checklists {
        add(&mut entries, &item.keywords, item.title.as_str(), "checklist", id);
    }
    for (id, item) in &knowledge.flows {
        add(&mut entries, &item.keywords, item.title.as_str(), "stroomschema", id);
    }
    for (id, item) in &knowledge.stories {
        add(&mut entries, &item.keywords, item.title.as_str(), "verhaal", id);
    }
    for (id, item) in &knowledge.templates {
        add(&mut entries, &item.keywords, item.title.as_str(), "sjabloon", id);
    }
    add_synonyms(&mut entries, knowledge);
    let mut used = BTreeSet::new();
    for entry in entries.values_mut() {
        entry.anchor = free(&format!("woord-{}", slug(&entry.word)), &mut used);
    }
    refer(&mut entries, knowledge);
    entries
}

fn add(entries: &mut Entries, words: &[Line], title: &str, kind: &'static str, id: &str) {
    for word in words {
        let target = Target { title: title.to_owned(), kind, id: id.to_owned() };
        entry(entries, word.as_str()).targets.insert(target);
    }
}

fn entry<'e>(entries: &'e mut Entries, word: &str) -> &'e mut Entry {
    let entry = entries.entry(fold(word)).or_default();
    if entry.word.is_empty() {
        word.clone_into(&mut entry.word);
    }
    entry
}

/// Gives every synonym of a keyword that some page has its own entry.
fn add_synonyms(entries: &mut Entries, knowledge: &KnowledgeBase) {
    for keyword in &knowledge.keywords.keywords {
        if entries.contains_key(&fold(keyword.word.as_str())) {
            for synonym in &keyword.synonyms {
                entry(entries, synonym.as_str());
            }
        }
    }
}

/// Lets synonyms refer to their keyword, once all anchors are known.
fn refer(entries: &mut Entries, knowledge: &KnowledgeBase) {
    for keyword in &knowledge.keywords.keywords {
        let key = fold(keyword.word.as_str());
        let Some(target) = entries.get(&key) else { continue };
        let (word, anchor) = (target.word.clone(), target.anchor.clone());
        for synonym in keyword.synonyms.iter().map(|synonym| fold(synonym.as_str())).filter(|form| *form != key) {
            if let Some(entry) = entries.get_mut(&synonym) {
                entry.see.insert(Reference { word: word.clone(), anchor: anchor.clone() });
            }
        }
    }
}

fn by_letter(entries: Entries) -> BTreeMap<String, Vec<Entry>> {
    let mut letters: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    for (key, entry) in entries {
        let first = key.chars().next().filter(|c| c.is_alphabetic());
        let letter = first.map_or_else(|| OTHER.to_owned(), |c| c.to_uppercase().collect());
        letters.entry(letter).or_default().push(entry);
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::test_support::knowledge;

    #[test]
    fn synonyms_refer_to_keywords() {
        let entries = collect(&knowledge().published());
        let synonym = &entries["spijbelen"];
        assert!(synonym.targets.is_empty());
        assert_eq!(synonym.see.iter().map(|see| see.word.as_str()).collect::<Vec<_>>(), ["afwezig"]);
        assert_eq!(entries["afwezig"].targets.len(), 1);
        assert!(!entries.contains_key("onbekend synoniem"));
    }

    #[test]
    fn letters_are_sorted_without_accents() {
        let letters = by_letter(collect(&knowledge().published()));
        let names: Vec<_> = letters.keys().map(String::as_str).collect();
        assert!(names.is_sorted());
        assert!(letters["E"].iter().any(|entry| entry.word == "één keer te laat"));
        assert!(names.contains(&OTHER));
    }
}
