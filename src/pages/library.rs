//! What templates can look up by kind and id, as they stand in `cases/`, without drafts.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::{Value, json};

use super::blocks;
use super::links::Links;
use crate::content::KnowledgeBase;
use crate::content::flow::{Flow, Node};
use crate::flow::title;

/// Everything templates can look up.
#[derive(Debug)]
pub struct Library {
    /// The addresses of all items.
    pub links: Links,
    items: BTreeMap<&'static str, BTreeMap<String, tera::Value>>,
}

impl Library {
    /// Collects the items of a knowledge base.
    #[must_use]
    pub fn new(knowledge: &KnowledgeBase) -> Self {
        let mut library = Self { links: Links::new(knowledge), items: BTreeMap::new() };
        for (id, item) in &knowledge.questions {
            library.add("vraag", id, &json!({"id": id, "titel": item.question, "kort": item.short}));
        }
        for (id, item) in &knowledge.stories {
            library.add("verhaal", id, &json!({"id": id, "titel": item.title, "kort": item.short}));
        }
        for (id, item) in &knowledge.templates {
            library.add("sjabloon", id, &json!({"id": id, "titel": item.title, "kort": item.short}));
        }
        for (id, item) in &knowledge.modules {
            library.add("module", id, &json!({"id": id, "titel": item.title, "kort": item.short}));
        }
        for (id, item) in &knowledge.checklists {
            let (groups, count) = (blocks::item_groups(&item.items), blocks::item_count(&item.items));
            let list = json!({"id": id, "titel": item.title, "kort": item.short, "groepen": groups, "aantal": count});
            library.add("checklist", id, &list);
        }
        for (id, item) in &knowledge.flows {
            library.add("stroomschema", id, &flow_summary(id, item));
        }
        library.add_all("begrip", &knowledge.terms.terms, |term| &term.id.0);
        library.add_all("partij", &knowledge.parties.parties, |party| &party.id.0);
        library.add_all("bron", &knowledge.sources.sources, |source| &source.id.0);
        library.add_all("competentie", &knowledge.competences.groups, |group| &group.id.0);
        let site = &knowledge.site;
        library.add_all("fase", &site.phases, |choice| &choice.id.0);
        library.add_all("groep", &site.groups, |choice| &choice.id.0);
        library.add_all("overeenkomst", &site.agreements, |choice| &choice.id.0);
        library.add_all("school", &site.schools, |choice| &choice.id.0);
        library.add_all("bedrijf", &site.companies, |choice| &choice.id.0);
        library.add_all("ervaring", &site.experience, |choice| &choice.id.0);
        library
    }

    fn add(&mut self, kind: &'static str, id: &str, item: &impl Serialize) {
        self.items.entry(kind).or_default().insert(id.to_owned(), tera::Value::from_serializable(item));
    }

    fn add_all<T: Serialize>(&mut self, kind: &'static str, items: &[T], id: impl Fn(&T) -> &String) {
        for item in items {
            self.add(kind, id(item), item);
        }
    }

    /// The item of a kind with an id.
    #[must_use]
    pub fn get(&self, kind: &str, id: &str) -> Option<&tera::Value> {
        self.items.get(kind)?.get(id)
    }
}

/// What a page that refers to a flow shows of it: its title and its first node.
fn flow_summary(id: &str, flow: &Flow) -> Value {
    let first = flow.nodes.iter().find(|node| node.id().0 == flow.start.0);
    let answers = match first {
        Some(Node::Vraag(question)) => json!(question.answers),
        _ => json!([]),
    };
    json!({
        "id": id,
        "titel": flow.title,
        "kort": flow.short,
        "eerste": first.map(title),
        "antwoorden": answers,
    })
}
