//! All files of `cases/` side by side, typed where they could be: what the rules look at.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::tree::Node;
use crate::content::block::Block;
use crate::content::checklist::Checklist;
use crate::content::common::Line;
use crate::content::flow::Flow;
use crate::content::module::Module;
use crate::content::news::News;
use crate::content::question::Question;
use crate::content::registers::{Competences, Keywords, Parties, Sources, Terms};
use crate::content::site::Site;
use crate::content::story::Story;
use crate::content::template::Template;
use crate::content::{Kind, KnowledgeBase};
use crate::diagnostics::Span;

/// The target of references within a flow: its own nodes.
pub const NODES: &str = "knopen";

/// A text that rules look at, with its place.
#[derive(Debug, Clone)]
pub struct Mark {
    /// What it is.
    pub kind: MarkKind,
    /// The text, with quotes and folding undone.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Where it stands, as a JSON pointer into the file.
    pub pointer: String,
}

/// What a marked text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// The id of something in this folder or register.
    Reference(String),
    /// Prose with inline Markdown.
    Prose,
    /// One line of plain text.
    Line,
    /// Line numbers in a source.
    Lines,
}

/// The typed content of a file.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "each variant is the type it holds")]
pub enum Content {
    Question(Box<Question>),
    Story(Box<Story>),
    Flow(Box<Flow>),
    Checklist(Box<Checklist>),
    Template(Box<Template>),
    Module(Box<Module>),
    News(Box<News>),
    Site(Box<Site>),
    Terms(Terms),
    Keywords(Keywords),
    Parties(Parties),
    Sources(Sources),
    Competences(Competences),
}

impl Content {
    /// Types the data of a file.
    ///
    /// # Errors
    /// With serde's reason, when the data doesn't fit; after the schema check that can't happen.
    pub(super) fn from_json(kind: Kind, data: Json) -> Result<Self, String> {
        fn typed<T: DeserializeOwned>(data: Json) -> Result<T, String> {
            serde_json::from_value(data).map_err(|e| e.to_string())
        }
        Ok(match kind {
            Kind::Question => Self::Question(typed(data)?),
            Kind::Story => Self::Story(typed(data)?),
            Kind::Flow => Self::Flow(typed(data)?),
            Kind::Checklist => Self::Checklist(typed(data)?),
            Kind::Template => Self::Template(typed(data)?),
            Kind::Module => Self::Module(typed(data)?),
            Kind::News => Self::News(typed(data)?),
            Kind::Site => Self::Site(typed(data)?),
            Kind::Terms => Self::Terms(typed(data)?),
            Kind::Keywords => Self::Keywords(typed(data)?),
            Kind::Parties => Self::Parties(typed(data)?),
            Kind::Sources => Self::Sources(typed(data)?),
            Kind::Competences => Self::Competences(typed(data)?),
        })
    }
}

/// A file of `cases/`.
#[derive(Debug, Clone)]
pub struct CaseFile {
    /// Path relative to the root, with forward slashes.
    pub path: String,
    /// Which kind of file it is.
    pub kind: Kind,
    /// File name without its ending.
    pub id: String,
    /// The text; empty when it couldn't be read.
    pub text: String,
    /// The tree; none when it couldn't be parsed.
    pub root: Option<Node>,
    /// Texts that rules look at.
    pub marks: Vec<Mark>,
    /// The typed content; none when the shape is wrong.
    pub content: Option<Content>,
}

impl CaseFile {
    pub(super) fn new(path: String, kind: Kind, id: String) -> Self {
        Self { path, kind, id, text: String::new(), root: None, marks: Vec::new(), content: None }
    }

    /// The place of the value at a JSON pointer.
    #[must_use]
    pub fn place(&self, pointer: &str) -> Span {
        self.root.as_ref().map_or(Span { line: 1, column: 1, start: 0, end: 0 }, |root| root.place(pointer))
    }

    /// The place of a piece of text inside a stretch of this file.
    #[must_use]
    pub fn find(&self, within: Span, piece: &str) -> Span {
        super::find(&self.text, within, piece)
    }

    /// What the item is called; empty when that can't be read.
    #[must_use]
    pub fn title(&self) -> &str {
        self.top_text("vraag").or_else(|| self.top_text("titel")).unwrap_or_default()
    }

    /// The text of a key at the top of the file.
    #[must_use]
    pub fn top_text(&self, key: &str) -> Option<&str> {
        self.root.as_ref()?.get(key)?.text()
    }

    /// The text of the value at a JSON pointer.
    #[must_use]
    pub fn text_at(&self, pointer: &str) -> Option<&str> {
        self.root.as_ref()?.at(pointer)?.text()
    }

    fn blocks(&self) -> &[Block] {
        match &self.content {
            Some(Content::Question(question)) => &question.blocks,
            _ => &[],
        }
    }

    /// The keywords of the page, and whether readers may see it.
    fn keywords(&self) -> (&[Line], bool) {
        let (keywords, standing) = match &self.content {
            Some(Content::Question(c)) => (&c.keywords, &c.standing),
            Some(Content::Story(c)) => (&c.keywords, &c.standing),
            Some(Content::Flow(c)) => (&c.keywords, &c.standing),
            Some(Content::Checklist(c)) => (&c.keywords, &c.standing),
            Some(Content::Template(c)) => (&c.keywords, &c.standing),
            _ => return (&[], false),
        };
        (keywords, standing.status.is_public())
    }
}

/// All files of `cases/`, sorted by path.
#[derive(Debug, Clone, Default)]
pub struct Corpus {
    /// The files.
    pub files: Vec<CaseFile>,
}

/// Declares an accessor that gives the one file of a kind, typed.
macro_rules! register {
    ($($name:ident => $variant:ident, $type:ty, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[must_use]
        pub fn $name(&self) -> Option<(&CaseFile, &$type)> {
            self.files.iter().find_map(|file| match &file.content {
                Some(Content::$variant(content)) => Some((file, content)),
                _ => None,
            })
        }
    )*};
}

/// Declares an accessor that gives all files of a kind, typed.
macro_rules! folder {
    ($($name:ident => $variant:ident, $type:ty, $doc:literal;)*) => {$(
        #[doc = $doc]
        pub fn $name(&self) -> impl Iterator<Item = (&CaseFile, &$type)> {
            self.files.iter().filter_map(|file| match &file.content {
                Some(Content::$variant(content)) => Some((file, &**content)),
                _ => None,
            })
        }
    )*};
}

impl Corpus {
    register! {
        sources => Sources, Sources, "`bronnen.yaml`, when it has the right shape.";
        keywords => Keywords, Keywords, "`trefwoorden.yaml`, when it has the right shape.";
        parties => Parties, Parties, "`partijen.yaml`, when it has the right shape.";
    }

    /// `site.yaml`, when it has the right shape.
    #[must_use]
    pub fn site(&self) -> Option<(&CaseFile, &Site)> {
        self.sites().next()
    }

    /// The ids of the parties with an emergency number.
    #[must_use]
    pub fn emergency_parties(&self) -> Vec<&str> {
        let parties = self.parties().into_iter().flat_map(|(_, register)| &register.parties);
        parties.filter(|party| party.emergency_number.is_some()).map(|party| party.id.as_str()).collect()
    }

    folder! {
        sites => Site, Site, "`site.yaml`, at most one.";
        questions => Question, Question, "The questions that have the right shape.";
        flows => Flow, Flow, "The flows that have the right shape.";
        templates => Template, Template, "The templates that have the right shape.";
    }

    /// The ids that a reference may name, seen from a file, each with the name that readers see.
    /// None when they aren't known, because the register that holds them can't be read.
    #[must_use]
    pub fn items<'a>(&'a self, from: &'a CaseFile, target: &str) -> Option<Vec<(&'a str, &'a str)>> {
        if let Some(kind) = Kind::in_folder(target) {
            let files = self.files.iter().filter(|f| f.kind == kind);
            return Some(files.map(|f| (f.id.as_str(), f.title())).collect());
        }
        let (file, list) = match target {
            NODES => (Some(from), NODES),
            "begrippen" => (self.one(Kind::Terms), "begrippen"),
            "partijen" => (self.one(Kind::Parties), "partijen"),
            "bronnen" => (self.one(Kind::Sources), "bronnen"),
            "competenties" => (self.one(Kind::Competences), "groepen"),
            _ => (self.one(Kind::Site), target),
        };
        let items = file?.root.as_ref()?.get(list)?.items();
        let name = |item: &'a Node| ["naam", "begrip", "titel"].iter().find_map(|key| item.get(key)?.text());
        Some(items.iter().filter_map(|item| Some((item.get("id")?.text()?, name(item).unwrap_or_default()))).collect())
    }

    /// The ids of [`Self::items`].
    #[must_use]
    pub fn ids<'a>(&'a self, from: &'a CaseFile, target: &str) -> Option<Vec<&'a str>> {
        Some(self.items(from, target)?.into_iter().map(|(id, _)| id).collect())
    }

    fn one(&self, kind: Kind) -> Option<&CaseFile> {
        self.files.iter().find(|f| f.kind == kind)
    }

    /// Calls `visit` with every block of every typed file, nested ones included, and its JSON pointer.
    pub fn for_each_block(&self, visit: &mut dyn FnMut(&CaseFile, &str, &Block)) {
        for file in &self.files {
            visit_blocks(file, "/blokken", file.blocks(), visit);
        }
    }

    /// Every keyword of every page, in small letters, and whether a page has it that readers may see.
    #[must_use]
    pub fn used_keywords(&self) -> BTreeMap<String, bool> {
        let mut used = BTreeMap::new();
        for (keywords, public) in self.files.iter().map(CaseFile::keywords) {
            for keyword in keywords {
                *used.entry(keyword.as_str().to_lowercase()).or_default() |= public;
            }
        }
        used
    }

    /// The typed whole, drafts included, when every file could be typed.
    #[must_use]
    pub fn knowledge(&self) -> Option<KnowledgeBase> {
        let (mut questions, mut stories, mut flows) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut checklists, mut templates) = (BTreeMap::new(), BTreeMap::new());
        let (mut modules, mut news) = (BTreeMap::new(), BTreeMap::new());
        let (mut site, mut terms, mut keywords, mut parties) = (None, None, None, None);
        let (mut sources, mut competences) = (None, None);
        for file in &self.files {
            let id = || file.id.clone();
            match file.content.clone()? {
                Content::Question(c) => drop(questions.insert(id(), *c)),
                Content::Story(c) => drop(stories.insert(id(), *c)),
                Content::Flow(c) => drop(flows.insert(id(), *c)),
                Content::Checklist(c) => drop(checklists.insert(id(), *c)),
                Content::Template(c) => drop(templates.insert(id(), *c)),
                Content::Module(c) => drop(modules.insert(id(), *c)),
                Content::News(c) => drop(news.insert(id(), *c)),
                Content::Site(c) => site = Some(*c),
                Content::Terms(c) => terms = Some(c),
                Content::Keywords(c) => keywords = Some(c),
                Content::Parties(c) => parties = Some(c),
                Content::Sources(c) => sources = Some(c),
                Content::Competences(c) => competences = Some(c),
            }
        }
        Some(KnowledgeBase {
            site: site?,
            questions,
            stories,
            flows,
            checklists,
            templates,
            modules,
            news,
            terms: terms?,
            keywords: keywords?,
            parties: parties?,
            sources: sources?,
            competences: competences?,
        })
    }
}

fn visit_blocks(file: &CaseFile, at: &str, blocks: &[Block], visit: &mut dyn FnMut(&CaseFile, &str, &Block)) {
    for (i, block) in blocks.iter().enumerate() {
        let pointer = format!("{at}/{i}");
        visit(file, &pointer, block);
        if let Block::Deelvragen(sub) = block {
            for (j, question) in sub.questions.iter().enumerate() {
                visit_blocks(file, &format!("{pointer}/vragen/{j}/blokken"), &question.blocks, visit);
            }
        }
    }
}
