//! Addresses: from a kind and an id to a relative address of a chapter.

use std::collections::{BTreeMap, BTreeSet};

use super::words::anchor;
use crate::content::{Kind, KnowledgeBase};

/// The schemes that link to another site.
const OUTSIDE: [&str; 3] = ["https", "http", "mailto"];

/// What can be linked to on the site.
#[derive(Debug, Clone, Default)]
pub struct Links {
    known: BTreeMap<&'static str, BTreeSet<String>>,
}

impl Links {
    /// Collects every item of the knowledge base that has a page or an anchor.
    #[must_use]
    pub fn new(knowledge: &KnowledgeBase) -> Self {
        let mut links = Self::default();
        links.add("vraag", knowledge.questions.keys());
        links.add("verhaal", knowledge.stories.keys());
        links.add("stroomschema", knowledge.flows.keys());
        links.add("checklist", knowledge.checklists.keys());
        links.add("sjabloon", knowledge.templates.keys());
        links.add("module", knowledge.modules.keys());
        links.add("nieuws", knowledge.news.keys());
        links.add("begrip", knowledge.terms.terms.iter().map(|term| &term.id.0));
        links.add("partij", knowledge.parties.parties.iter().map(|party| &party.id.0));
        links.add("bron", knowledge.sources.sources.iter().map(|source| &source.id.0));
        links.add("competentie", knowledge.competences.groups.iter().map(|group| &group.id.0));
        links.add("fase", knowledge.site.phases.iter().map(|phase| &phase.id.0));
        links.add("groep", knowledge.site.groups.iter().map(|group| &group.id.0));
        links.add("ingang", knowledge.site.entrances.iter().map(|entrance| &entrance.id.0));
        links
    }

    fn add<'a>(&mut self, kind: &'static str, ids: impl Iterator<Item = &'a String>) {
        self.known.entry(kind).or_default().extend(ids.cloned());
    }

    /// The path of an item relative to the book, with its anchor; none when there is no such item.
    #[must_use]
    pub fn path(&self, kind: &str, id: &str) -> Option<String> {
        if !self.known.get(kind)?.contains(id) {
            return None;
        }
        if let Some(folder) = Kind::named(kind).and_then(Kind::folder) {
            return Some(format!("{folder}/{id}.md"));
        }
        Some(match kind {
            "fase" => format!("fasen/{id}.md"),
            "groep" | "ingang" => format!("voor/{id}.md"),
            "begrip" => format!("begrippen.md#{}", anchor(id)),
            "partij" => format!("wie-is-wie.md#{}", anchor(id)),
            "bron" => format!("bronnen.md#{}", anchor(id)),
            "competentie" => format!("competenties.md#{}", anchor(id)),
            _ => return None,
        })
    }

    /// The address behind a link in prose, from a page at `root` (such as `../`): an item as
    /// `vraag:te-laat`, or a web or mail address. Every other address gives none.
    #[must_use]
    pub fn resolve(&self, address: &str, root: &str) -> Option<String> {
        let (scheme, rest) = address.split_once(':')?;
        if OUTSIDE.contains(&scheme.to_ascii_lowercase().as_str()) && !rest.is_empty() {
            return Some(address.to_owned());
        }
        self.path(scheme, rest).map(|path| format!("{root}{path}"))
    }
}

/// The way from a chapter back to the root of the book: `../` for `vragen/te-laat.md`.
#[must_use]
pub fn root_of(path: &str) -> String {
    "../".repeat(path.matches('/').count())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::test_support::knowledge;

    #[test]
    fn items_have_relative_addresses() {
        let links = Links::new(&knowledge());
        assert_eq!(links.resolve("vraag:te-laat", "../").as_deref(), Some("../vragen/te-laat.md"));
        assert_eq!(links.resolve("begrip:oao", "").as_deref(), Some("begrippen.md#oao"));
        assert_eq!(links.resolve("module:start", "../").as_deref(), Some("../opleiding/start.md"));
    }

    #[test]
    fn unknown_items_and_schemes_have_none() {
        let links = Links::new(&knowledge());
        for address in ["vraag:bestaat-niet", "javascript:alert(1)", "te-laat", "data:text/html,x", "https:", ""] {
            assert_eq!(links.resolve(address, ""), None, "{address}");
        }
    }

    #[test]
    fn web_and_mail_addresses_stay() {
        let links = Links::default();
        for address in ["https://x.be/a?b=c", "http://x.be", "mailto:a@x.be"] {
            assert_eq!(links.resolve(address, "../").as_deref(), Some(address));
        }
    }

    #[test]
    fn the_root_follows_the_depth() {
        assert_eq!((root_of("index.md"), root_of("vragen/a.md")), (String::new(), "../".to_owned()));
    }
}
