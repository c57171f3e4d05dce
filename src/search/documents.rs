//! The documents of a knowledge base: one per page, glossary term and party.

use crate::content::KnowledgeBase;
use crate::content::block::{Block, ChecklistBlock, Tips};
use crate::content::checklist::{Checklist, ItemGroup};
use crate::content::common::{Line, Prose, Status};
use crate::content::flow::{Flow, Node};
use crate::content::question::Question;
use crate::content::site::Choice;

use super::Document;
use super::text::plain;

/// Everything that can be found, questions first. Items that are still a concept are left out.
#[must_use]
pub fn documents(knowledge: &KnowledgeBase) -> Vec<Document> {
    let mut found = questions(knowledge);
    found.extend(flows(knowledge));
    found.extend(checklists(knowledge));
    found.extend(stories(knowledge));
    found.extend(templates(knowledge));
    found.extend(modules(knowledge));
    found.extend(news(knowledge));
    found.extend(terms(knowledge));
    found.extend(parties(knowledge));
    found
}

fn questions(knowledge: &KnowledgeBase) -> Vec<Document> {
    let shown = knowledge.questions.iter().filter(|(_, q)| q.status != Status::Concept);
    shown
        .map(|(id, question)| Document {
            id: id.clone(),
            url: format!("vragen/{id}.html"),
            kind: "vraag",
            title: question.question.as_str().to_owned(),
            keywords: lines(&question.keywords),
            short: plain(question.short.as_str()),
            body: question_body(knowledge, question),
        })
        .collect()
}

/// The blocks, the reasons to call and the names of what the question is limited to.
fn question_body(knowledge: &KnowledgeBase, question: &Question) -> String {
    let site = &knowledge.site;
    let mut text = Text::default();
    for contact in &question.contacts {
        text.prose(&contact.reason);
    }
    for agreement in &question.agreements {
        text.choice(&site.agreements, agreement.as_str());
    }
    for school in &question.schools {
        text.choice(&site.schools, school.as_str());
    }
    for company in &question.companies {
        text.choice(&site.companies, company.as_str());
    }
    text.blocks(knowledge, &question.blocks);
    text.done()
}

fn flows(knowledge: &KnowledgeBase) -> Vec<Document> {
    let shown = knowledge.flows.iter().filter(|(_, flow)| flow.status != Status::Concept);
    shown
        .map(|(id, flow)| Document {
            id: format!("stroomschema:{id}"),
            url: format!("stroomschemas/{id}.html"),
            kind: "stroomschema",
            title: flow.title.as_str().to_owned(),
            keywords: lines(&flow.keywords),
            short: plain(flow.short.as_str()),
            body: flow_body(flow),
        })
        .collect()
}

fn flow_body(flow: &Flow) -> String {
    let mut text = Text::default();
    for node in &flow.nodes {
        match node {
            Node::Vraag(question) => {
                text.line(&question.question).maybe(question.note.as_ref());
                question.answers.iter().for_each(|answer| {
                    text.line(&answer.label);
                });
            }
            Node::Stap(step) => {
                text.line(&step.name).maybe(step.text.as_ref()).line(&step.who);
                text.maybe(step.deadline.as_ref().map(|d| &d.text)).maybe(step.document.as_ref().map(|d| &d.text));
            }
            Node::Einde(outcome) => {
                text.line(&outcome.title).prose(&outcome.action).prose(&outcome.deadline.text);
            }
        }
    }
    text.done()
}

fn checklists(knowledge: &KnowledgeBase) -> Vec<Document> {
    let shown = knowledge.checklists.iter().filter(|(_, list)| list.status != Status::Concept);
    shown
        .map(|(id, list)| Document {
            id: format!("checklist:{id}"),
            url: format!("checklists/{id}.html"),
            kind: "checklist",
            title: list.title.as_str().to_owned(),
            keywords: lines(&list.keywords),
            short: plain(list.short.as_str()),
            body: {
                let mut text = Text::default();
                text.items(&list.items);
                text.done()
            },
        })
        .collect()
}

fn stories(knowledge: &KnowledgeBase) -> Vec<Document> {
    let shown = knowledge.stories.iter().filter(|(_, story)| story.status != Status::Concept);
    shown
        .map(|(id, story)| {
            let mut text = Text::default();
            text.prose(&story.situation);
            story.expectations.iter().for_each(|e| {
                text.prose(&e.expected);
            });
            story.events.iter().for_each(|e| {
                text.prose(&e.text);
            });
            text.prose(&story.outcome).prose(&story.lesson);
            story.discussion.iter().for_each(|d| {
                text.prose(&d.question);
            });
            Document {
                id: format!("verhaal:{id}"),
                url: format!("verhalen/{id}.html"),
                kind: "verhaal",
                title: story.title.as_str().to_owned(),
                keywords: lines(&story.keywords),
                short: plain(story.short.as_str()),
                body: text.done(),
            }
        })
        .collect()
}

fn templates(knowledge: &KnowledgeBase) -> Vec<Document> {
    let shown = knowledge.templates.iter().filter(|(_, template)| template.status != Status::Concept);
    shown
        .map(|(id, template)| {
            let mut text = Text::default();
            for part in &template.parts {
                text.line(&part.title).maybe(part.note.as_ref());
                for field in &part.fields {
                    text.line(&field.label);
                    field.choices.iter().for_each(|choice| {
                        text.line(choice);
                    });
                }
            }
            Document {
                id: format!("sjabloon:{id}"),
                url: format!("sjablonen/{id}.html"),
                kind: "sjabloon",
                title: template.title.as_str().to_owned(),
                keywords: lines(&template.keywords),
                short: plain(template.short.as_str()),
                body: text.done(),
            }
        })
        .collect()
}

fn modules(knowledge: &KnowledgeBase) -> Vec<Document> {
    let shown = knowledge.modules.iter().filter(|(_, module)| module.status != Status::Concept);
    shown
        .map(|(id, module)| {
            let mut text = Text::default();
            text.line(&module.audience);
            for prose in module.goals.iter().chain(&module.key_points) {
                text.prose(prose);
            }
            for part in &module.parts {
                text.line(&part.title).line(&part.method);
                part.notes.iter().for_each(|note| {
                    text.prose(&note.text);
                });
            }
            Document {
                id: format!("module:{id}"),
                url: format!("opleiding/{id}.html"),
                kind: "module",
                title: module.title.as_str().to_owned(),
                keywords: Vec::new(),
                short: plain(module.short.as_str()),
                body: text.done(),
            }
        })
        .collect()
}

fn news(knowledge: &KnowledgeBase) -> Vec<Document> {
    let shown = knowledge.news.iter().filter(|(_, news)| news.status != Status::Concept);
    shown
        .map(|(id, news)| {
            let text = plain(news.text.as_str());
            Document {
                id: format!("nieuws:{id}"),
                url: format!("nieuws/{id}.html"),
                kind: "nieuws",
                title: news.title.as_str().to_owned(),
                keywords: Vec::new(),
                short: first_sentence(&text).to_owned(),
                body: text,
            }
        })
        .collect()
}

fn terms(knowledge: &KnowledgeBase) -> Vec<Document> {
    let all = knowledge.terms.terms.iter();
    all.map(|term| Document {
        id: format!("begrip:{}", term.id),
        url: format!("begrippen.html#{}", term.id),
        kind: "begrip",
        title: term.term.as_str().to_owned(),
        keywords: term.full.iter().chain(&term.forms).map(|form| form.as_str().to_owned()).collect(),
        short: plain(term.explanation.as_str()),
        body: String::new(),
    })
    .collect()
}

fn parties(knowledge: &KnowledgeBase) -> Vec<Document> {
    let all = knowledge.parties.parties.iter();
    all.map(|party| {
        let mut text = Text::default();
        for prose in party.call_for.iter().chain([&party.reach]).chain(&party.caution) {
            text.prose(prose);
        }
        Document {
            id: format!("partij:{}", party.id),
            url: format!("wie-is-wie.html#{}", party.id),
            kind: "partij",
            title: party.name.as_str().to_owned(),
            keywords: Vec::new(),
            short: plain(party.what.as_str()),
            body: text.done(),
        }
    })
    .collect()
}

fn lines(lines: &[Line]) -> Vec<String> {
    lines.iter().map(|line| line.as_str().to_owned()).collect()
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

/// The text of a page, gathered piece by piece.
#[derive(Default)]
struct Text(String);

impl Text {
    fn push(&mut self, words: &str) -> &mut Self {
        if !self.0.is_empty() {
            self.0.push('\n');
        }
        self.0.push_str(words);
        self
    }

    fn line(&mut self, line: &Line) -> &mut Self {
        self.push(line.as_str())
    }

    fn prose(&mut self, prose: &Prose) -> &mut Self {
        self.push(&plain(prose.as_str()))
    }

    fn maybe(&mut self, prose: Option<&Prose>) -> &mut Self {
        if let Some(prose) = prose {
            self.prose(prose);
        }
        self
    }

    fn title(&mut self, title: Option<&Line>) -> &mut Self {
        if let Some(title) = title {
            self.line(title);
        }
        self
    }

    fn all(&mut self, proses: &[Prose]) -> &mut Self {
        for prose in proses {
            self.prose(prose);
        }
        self
    }

    fn choice(&mut self, choices: &[Choice], id: &str) {
        if let Some(choice) = choices.iter().find(|choice| choice.id.as_str() == id) {
            self.line(&choice.name);
        }
    }

    fn items(&mut self, groups: &[ItemGroup]) {
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
            self.line(&list.title).items(&list.items);
        }
    }

    fn blocks(&mut self, knowledge: &KnowledgeBase, blocks: &[Block]) {
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
                self.prose(&b.text).maybe(b.outcome.as_ref()).maybe(b.lesson.as_ref());
            }
            Block::Tips(b) | Block::GenummerdeTips(b) => self.tips(b),
            Block::Stappen(b) => {
                self.line(&b.title);
                for step in &b.steps {
                    self.line(&step.name).maybe(step.text.as_ref());
                    self.title(step.who.as_ref()).title(step.when.as_ref());
                }
            }
            Block::Checklist(b) => self.checklist(knowledge, b),
            Block::Vergelijking(b) => {
                self.line(&b.title).line(&b.left).line(&b.right);
                for row in &b.rows {
                    self.line(&row.aspect).prose(&row.left).prose(&row.right);
                }
            }
            Block::VoorEnTegen(b) => {
                self.line(&b.title).all(&b.pros).all(&b.cons);
            }
            Block::Dialogen(b) => {
                self.title(b.title.as_ref());
                for pair in &b.pairs {
                    self.prose(&pair.not_so).prose(&pair.rather_so).maybe(pair.why.as_ref());
                }
            }
            Block::Deelvragen(b) => {
                self.title(b.title.as_ref());
                for sub in &b.questions {
                    self.line(&sub.question).prose(&sub.answer).blocks(knowledge, &sub.blocks);
                }
            }
            Block::OpenCasus(b) => {
                self.line(&b.title).prose(&b.situation).all(&b.questions);
            }
            Block::WettelijkKader(b) => {
                self.title(b.title.as_ref());
                for provision in &b.provisions {
                    self.line(&provision.law).title(provision.article.as_ref()).prose(&provision.content);
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
                self.line(&b.title);
                b.columns.iter().for_each(|column| {
                    self.line(column);
                });
                b.rows.iter().for_each(|row| {
                    self.all(row);
                });
            }
            Block::Cijfers(b) => {
                self.line(&b.title).maybe(b.note.as_ref());
                b.figures.iter().for_each(|figure| {
                    self.line(&figure.label);
                });
            }
            Block::Opleider(_) => {}
        }
    }

    fn done(self) -> String {
        self.0
    }
}
