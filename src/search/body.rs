//! The words of a page, gathered from its blocks.

use crate::content::KnowledgeBase;
use crate::content::block::{Block, ChecklistBlock, Tips};
use crate::content::checklist::{Checklist, ItemGroup};
use crate::content::common::{Line, Prose};
use crate::content::site::Choice;

use crate::content::plain::plain;

/// The text of a page, gathered piece by piece, a line per piece.
#[derive(Default)]
pub struct Text {
    /// Titles of blocks and sub-questions.
    pub headings: String,
    /// What the page says.
    pub body: String,
    /// What people told: testimonies, dialogues and cases to discuss.
    pub stories: String,
}

fn append(text: &mut String, words: &str) {
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(words);
}

impl Text {
    fn push(&mut self, words: &str) -> &mut Self {
        append(&mut self.body, words);
        self
    }

    fn story(&mut self, prose: &Prose) -> &mut Self {
        append(&mut self.stories, &plain(prose.as_str()));
        self
    }

    /// A heading within the page.
    pub fn heading(&mut self, line: &Line) -> &mut Self {
        append(&mut self.headings, line.as_str());
        self
    }

    /// A line of plain text.
    pub fn line(&mut self, line: &Line) -> &mut Self {
        self.push(line.as_str())
    }

    /// A piece of prose, without its marks.
    pub fn prose(&mut self, prose: &Prose) -> &mut Self {
        self.push(&plain(prose.as_str()))
    }

    /// A piece of prose that may be missing.
    pub fn maybe(&mut self, prose: Option<&Prose>) -> &mut Self {
        if let Some(prose) = prose {
            self.prose(prose);
        }
        self
    }

    fn title(&mut self, title: Option<&Line>) -> &mut Self {
        if let Some(title) = title {
            self.heading(title);
        }
        self
    }

    fn maybe_line(&mut self, line: Option<&Line>) -> &mut Self {
        if let Some(line) = line {
            self.line(line);
        }
        self
    }

    /// Several pieces of prose.
    pub fn all(&mut self, proses: &[Prose]) -> &mut Self {
        for prose in proses {
            self.prose(prose);
        }
        self
    }

    /// The name of a choice, as the page shows it.
    pub fn choice(&mut self, choices: &[Choice], id: &str) {
        if let Some(choice) = choices.iter().find(|choice| choice.id.as_str() == id) {
            self.line(&choice.name);
        }
    }

    /// The items of a checklist.
    pub fn items(&mut self, groups: &[ItemGroup]) {
        for group in groups {
            self.title(group.title.as_ref());
            for item in &group.items {
                self.prose(&item.text).maybe(item.note.as_ref());
            }
        }
    }

    fn tips(&mut self, tips: &Tips) {
        self.title(tips.title.as_ref()).all(&tips.tips);
    }

    fn checklist(&mut self, knowledge: &KnowledgeBase, block: &ChecklistBlock) {
        self.title(block.title.as_ref()).items(&block.groups);
        let reference = block.checklist.as_ref();
        let list: Option<&Checklist> = reference.and_then(|name| knowledge.checklists.get(name.as_str()));
        if let Some(list) = list {
            self.heading(&list.title).items(&list.items);
        }
    }

    /// The words of blocks.
    pub fn blocks(&mut self, knowledge: &KnowledgeBase, blocks: &[Block]) {
        for block in blocks {
            self.block(knowledge, block);
        }
    }

    /// The words of a block. Blocks for trainers are not on the page of the question.
    fn block(&mut self, knowledge: &KnowledgeBase, block: &Block) {
        match block {
            Block::Tekst(b) => {
                self.title(b.title.as_ref()).prose(&b.text);
            }
            Block::Getuigenis(b) => {
                self.story(&b.text).maybe(b.lesson.as_ref());
                b.outcome.iter().for_each(|outcome| {
                    self.story(outcome);
                });
            }
            Block::Tips(b) | Block::GenummerdeTips(b) => self.tips(b),
            Block::Stappen(b) => {
                self.heading(&b.title);
                for step in &b.steps {
                    self.line(&step.name).maybe(step.text.as_ref());
                    self.maybe_line(step.who.as_ref()).maybe_line(step.when.as_ref());
                }
            }
            Block::Checklist(b) => self.checklist(knowledge, b),
            Block::Vergelijking(b) => {
                self.heading(&b.title).line(&b.left).line(&b.right);
                for row in &b.rows {
                    self.line(&row.aspect).prose(&row.left).prose(&row.right);
                }
            }
            Block::VoorEnTegen(b) => {
                self.heading(&b.title).all(&b.pros).all(&b.cons);
            }
            Block::Dialogen(b) => {
                self.title(b.title.as_ref());
                for pair in &b.pairs {
                    self.story(&pair.not_so).story(&pair.rather_so).maybe(pair.why.as_ref());
                }
            }
            Block::Deelvragen(b) => {
                self.title(b.title.as_ref());
                for sub in &b.questions {
                    self.heading(&sub.question).prose(&sub.answer).blocks(knowledge, &sub.blocks);
                }
            }
            Block::OpenCasus(b) => {
                self.heading(&b.title).story(&b.situation);
                b.questions.iter().for_each(|question| {
                    self.story(question);
                });
            }
            Block::WettelijkKader(b) => {
                self.title(b.title.as_ref());
                for provision in &b.provisions {
                    self.line(&provision.law).maybe_line(provision.article.as_ref()).prose(&provision.content);
                }
            }
            Block::Links(b) => {
                self.title(b.title.as_ref());
                for link in &b.links {
                    self.line(&link.name).maybe(link.note.as_ref());
                }
            }
            Block::BestaatNogNiet(b) => {
                self.all(&b.items).maybe(b.meanwhile.as_ref());
            }
            Block::Stroomschema(b) => {
                let flow = knowledge.flows.get(b.flow.as_str());
                self.title(flow.map(|flow| &flow.title)).maybe(b.introduction.as_ref());
            }
            Block::Tabel(b) => {
                self.heading(&b.title);
                b.columns.iter().for_each(|column| {
                    self.line(column);
                });
                b.rows.iter().for_each(|row| {
                    self.all(row);
                });
            }
            Block::Cijfers(b) => {
                self.heading(&b.title).maybe(b.note.as_ref());
                b.figures.iter().for_each(|figure| {
                    self.line(&figure.label);
                });
            }
            Block::Opleider(_) => {}
        }
    }
}
