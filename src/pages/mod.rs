//! Content to page models to Tera templates to chapters. Knows nothing of mdBook's internals.
//!
//! Each page goes through the same steps: a draft (which template, which values), the template,
//! the terms that the page uses, the help line, and anchors for its headings.

pub mod about;
mod anchors;
mod blocks;
mod contents;
mod dates;
mod engine;
mod facets;
mod flow;
mod keywords;
mod law;
mod library;
pub mod linked_data;
mod links;
mod lists;
pub mod manual;
mod markdown;
mod offline;
mod question;
mod schema;
mod sources;
pub mod terms;
mod testimonies;
mod training;
mod words;

#[cfg(test)]
pub(crate) mod test_support;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::{Result, bail};
use serde_json::{Value, json};

use crate::content::KnowledgeBase;
use engine::Engine;
use library::Library;
use manual::Manual;

/// Chapters for editors, who know the words of the glossary.
const MANUAL_FOLDER: &str = "handleiding/";

/// The first page of the editors' manual.
const MANUAL: &str = "handleiding/index.md";

/// What the name of a page for paper ends with.
const PAPER: &str = "-op-papier";

/// Whether a page is another page's twin for paper, and so no answer of its own.
#[must_use]
pub fn is_paper(address: &str) -> bool {
    address.strip_suffix(".html").is_some_and(|name| name.ends_with(PAPER))
}

/// The address of the page that a page for paper is the twin of; any other page's own.
#[must_use]
pub fn on_screen(address: &str) -> String {
    let name = address.strip_suffix(".html").and_then(|name| name.strip_suffix(PAPER));
    name.map_or_else(|| address.to_owned(), |name| format!("{name}.html"))
}

/// Whether a page is only met where another is missing.
#[must_use]
pub fn is_apart(address: &str) -> bool {
    ["404.html", "zonder-internet.html"].contains(&address)
}

/// The address of the chapter at a path relative to the book.
#[must_use]
pub fn address(path: &str) -> String {
    path.strip_suffix(".md").map_or_else(|| path.to_owned(), |name| format!("{name}.html"))
}

/// The pages above a hand-written chapter: title and path.
#[must_use]
pub fn above(path: &str) -> Vec<(String, String)> {
    let in_manual = path.starts_with(MANUAL_FOLDER) && path != MANUAL;
    in_manual.then(|| ("Handleiding".to_owned(), MANUAL.to_owned())).into_iter().collect()
}

/// A page of the site as Markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The path of the chapter relative to the book: `vragen/te-laat.md`.
    pub path: String,
    /// The title.
    pub title: String,
    /// The text.
    pub markdown: String,
    /// The pages above it, but the home page: title and path.
    pub above: Vec<(String, String)>,
}

impl Page {
    /// Where a reader finds it, from the home page.
    #[must_use]
    pub fn address(&self) -> String {
        address(&self.path)
    }
}

/// Makes every generated page, sorted by path.
///
/// # Errors
/// When a template is faulty, or two pages have the same address; the message says which.
pub fn build(knowledge: &KnowledgeBase) -> Result<Vec<Page>> {
    let mut press = Press::new(knowledge);
    let mut drafts = lists::drafts(knowledge);
    drafts.extend(question::drafts(knowledge));
    drafts.extend(flow::drafts(knowledge));
    drafts.extend(training::drafts(knowledge));
    drafts.push(keywords::draft(knowledge));
    drafts.push(offline::draft());
    let mut pages = drafts.into_iter().map(|draft| press.page(draft)).collect::<Result<Vec<_>>>()?;
    pages.sort_by(|a, b| a.path.cmp(&b.path));
    match pages.windows(2).find(|pair| pair[0].path == pair[1].path) {
        Some(pair) => {
            bail!("Twee pagina's krijgen hetzelfde adres: {}. Geef een van beide een ander id.", pair[0].path)
        }
        None => Ok(pages),
    }
}

/// Pages above another, each with its title and path, as the breadcrumb shows them.
fn crumbs(above: &[(String, String)]) -> Value {
    above.iter().map(|(title, path)| json!({"titel": title, "pad": path})).collect()
}

/// A page before it is rendered.
struct Draft {
    path: String,
    title: String,
    template: &'static str,
    /// What the template shows, beside the title and the breadcrumb.
    values: Value,
    /// The pages above this one: title and path.
    above: Vec<(String, String)>,
    /// Whether words of the glossary are explained on this page.
    explain: bool,
}

impl Draft {
    fn new(path: impl Into<String>, title: impl Into<String>, template: &'static str, values: Value) -> Self {
        Self { path: path.into(), title: title.into(), template, values, above: Vec::new(), explain: true }
    }

    /// Adds a page above this one to the breadcrumb.
    fn below(mut self, title: &str, path: &str) -> Self {
        self.above.push((title.to_owned(), path.to_owned()));
        self
    }

    /// Leaves the words of the glossary on this page as they are.
    fn unexplained(mut self) -> Self {
        self.explain = false;
        self
    }
}

/// Turns drafts into pages, and finishes chapters that were written by hand.
pub struct Press<'k> {
    knowledge: &'k KnowledgeBase,
    library: Arc<Library>,
    engines: BTreeMap<String, Engine>,
}

impl<'k> Press<'k> {
    /// A press for the pages of a knowledge base. Worth keeping: it reads every template.
    #[must_use]
    pub fn new(knowledge: &'k KnowledgeBase) -> Self {
        Self { knowledge, library: Arc::new(Library::new(knowledge)), engines: BTreeMap::new() }
    }

    /// The engine for pages at the depth of `path`.
    fn engine(&mut self, path: &str) -> Result<&Engine> {
        let root = links::root_of(path);
        if !self.engines.contains_key(&root) {
            self.engines.insert(root.clone(), Engine::new(&self.library, &root)?);
        }
        self.engines.get(&root).ok_or_else(|| anyhow::anyhow!("Geen sjablonen voor {path}."))
    }

    /// A hand-written chapter in full: the breadcrumb before it, its directives replaced, words of the
    /// glossary explained, the help line below it. `path` is relative to the book.
    ///
    /// # Errors
    /// When a template is faulty; the message says where.
    pub fn chapter(&mut self, path: &str, title: &str, text: &str, manual: Manual) -> Result<String> {
        let mut text = self.expand(text, path, manual)?.trim().to_owned();
        if !path.starts_with(MANUAL_FOLDER) {
            text = self.explain(path, &text)?;
        }
        let breadcrumb = self.breadcrumb(path, title)?;
        Ok(format!("{breadcrumb}\n{}\n\n{}", text.trim_end(), self.footer(path)?))
    }

    /// The breadcrumb of a hand-written chapter.
    fn breadcrumb(&mut self, path: &str, title: &str) -> Result<String> {
        let values = json!({"titel": title, "kruimels": crumbs(&above(path))});
        self.engine(path)?.render("kruimels", &values)
    }

    fn page(&mut self, draft: Draft) -> Result<Page> {
        let Draft { path, title, template, mut values, above, explain } = draft;
        values["titel"] = json!(title);
        values["kruimels"] = crumbs(&above);
        let mut markdown = self.engine(&path)?.render(template, &values)?;
        if explain {
            markdown = self.explain(&path, &markdown)?;
        }
        markdown.push('\n');
        markdown.push_str(&self.footer(&path)?);
        Ok(Page { path, title, markdown: contents::add(&anchors::add(&markdown)), above })
    }

    /// Links words of the glossary to a list of explanations at the end of the page.
    fn explain(&mut self, path: &str, markdown: &str) -> Result<String> {
        let (mut markdown, used) = terms::link(markdown, &self.knowledge.terms.terms);
        if !used.is_empty() {
            let list = self.engine(path)?.render("woorden", &json!({"begrippen": used}))?;
            markdown.push('\n');
            markdown.push_str(&list);
        }
        Ok(markdown)
    }

    fn footer(&mut self, path: &str) -> Result<String> {
        let site = &self.knowledge.site;
        let emergency = self.knowledge.parties.parties.iter().find(|party| party.emergency_number.is_some());
        let values = json!({"hulplijn": site.help_line, "redactie": site.editors, "hulpdienst": emergency});
        self.engine(path)?.render("voet", &values)
    }
}
