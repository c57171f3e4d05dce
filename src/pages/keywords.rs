//! The keywords A-Z: every keyword with its pages, and synonyms that refer to keywords.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Value, json};

use super::Draft;
use super::anchors::Names;
use super::words::{fold, initial, slug};
use crate::content::KnowledgeBase;
use crate::content::common::Line;
use crate::content::registers::Keyword;

/// The heading for what does not start with a letter.
const OTHER: &str = "0-9";

/// A line of the list: a keyword with what it leads to, or words that stand with another keyword.
#[derive(Debug, Default, Serialize)]
struct Entry {
    #[serde(rename = "woorden")]
    words: Vec<String>,
    #[serde(rename = "anker")]
    anchor: String,
    /// Synonyms that lead to no page of their own.
    #[serde(rename = "ook")]
    also: Vec<String>,
    #[serde(rename = "doelen")]
    targets: BTreeSet<Target>,
    #[serde(rename = "zie")]
    see: BTreeSet<Reference>,
}

impl Entry {
    fn word(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }
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
    let values = json!({"letters": all_letters(knowledge)});
    Draft::new("trefwoorden.md", "Trefwoorden van A tot Z", "trefwoorden", values).unexplained()
}

/// The letters of the page with all keywords, without what stands under them.
pub fn index(knowledge: &KnowledgeBase) -> Vec<Value> {
    let letters = all_letters(knowledge).into_iter();
    letters.map(|letter| json!({"letter": letter["letter"], "anker": letter["anker"]})).collect()
}

fn all_letters(knowledge: &KnowledgeBase) -> Vec<Value> {
    letters(lines(collect(knowledge)), Entry::word)
}

/// What stands under each letter, in the order of the letters.
pub fn letters<T: Serialize>(items: impl IntoIterator<Item = T>, word: impl Fn(&T) -> &str) -> Vec<Value> {
    let mut letters: BTreeMap<String, Vec<T>> = BTreeMap::new();
    for item in items {
        let letter = initial(word(&item)).unwrap_or_else(|| OTHER.to_owned());
        letters.entry(letter).or_default().push(item);
    }
    let letters = letters.into_iter();
    letters
        .map(|(letter, items)| json!({"letter": letter, "anker": format!("letter-{}", slug(&letter)), "items": items}))
        .collect()
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
    let mut names = Names::default();
    for entry in entries.values_mut() {
        entry.anchor = names.free(&format!("trefwoord-{}", slug(entry.word())));
    }
    add_synonyms(&mut entries, knowledge);
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
    if entry.words.is_empty() {
        entry.words.push(word.to_owned());
    }
    entry
}

/// Lets the synonyms of keywords that some page has refer to them, and names them there.
fn add_synonyms(entries: &mut Entries, knowledge: &KnowledgeBase) {
    let used = |keyword: &&Keyword| entries.contains_key(&fold(keyword.word.as_str()));
    let keywords: Vec<&Keyword> = knowledge.keywords.keywords.iter().filter(used).collect();
    for keyword in keywords {
        let key = fold(keyword.word.as_str());
        for synonym in keyword.synonyms.iter().filter(|synonym| fold(synonym.as_str()) != key) {
            let Some(target) = entries.get(&key) else { continue };
            let reference = Reference { word: target.word().to_owned(), anchor: target.anchor.clone() };
            let own = entry(entries, synonym.as_str());
            let new = own.see.insert(reference) && own.targets.is_empty();
            if let Some(target) = entries.get_mut(&key).filter(|_| new) {
                target.also.push(synonym.to_string());
            }
        }
    }
}

/// The lines of the list. Synonyms without a page of their own that lead to the same keyword share
/// a line; near that keyword, under the same letter, they need none.
fn lines(entries: Entries) -> Vec<Entry> {
    let mut lines: Vec<Entry> = Vec::new();
    for entry in entries.into_values() {
        let letter = initial(entry.word());
        if !entry.targets.is_empty() {
            lines.push(entry);
        } else if entry.see.iter().any(|see| initial(&see.word) != letter) {
            let alike =
                |line: &&mut Entry| line.targets.is_empty() && line.see == entry.see && initial(line.word()) == letter;
            match lines.iter_mut().find(alike) {
                Some(line) => line.words.extend(entry.words),
                None => lines.push(entry),
            }
        }
    }
    lines
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
        assert_eq!(entries["afwezig"].also, ["spijbelen", "spieken", "absent"]);
        assert!(!entries.contains_key("onbekend synoniem"));
    }

    #[test]
    fn synonyms_share_a_line_and_have_none_near_their_keyword() {
        let lines = lines(collect(&knowledge().published()));
        let of = |word: &str| lines.iter().find(|line| line.words.iter().any(|other| other == word));
        assert_eq!(of("spijbelen").unwrap().words, ["spieken", "spijbelen"]);
        assert!(of("absent").is_none());
    }

    #[test]
    fn letters_are_sorted_without_accents() {
        let letters = letters(lines(collect(&knowledge().published())), Entry::word);
        let names: Vec<_> = letters.iter().map(|letter| letter["letter"].as_str().unwrap()).collect();
        assert!(names.is_sorted());
        assert!(names.contains(&OTHER));
        let e = letters.iter().find(|letter| letter["letter"] == "E").unwrap();
        assert!(e["items"].to_string().contains("één keer te laat"));
    }
}
