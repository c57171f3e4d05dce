//! What search engines hear of a page in the words of schema.org: the question with its answer, the
//! steps, the way to the page.

use serde_json::{Value, json};

use super::Page;
use super::about::About;
use super::words::anchor;
use crate::content::KnowledgeBase;
use crate::content::block::{Block, Steps};
use crate::content::flow::{Flow, Node};
use crate::content::plain::plain;
use crate::content::question::Question;
use crate::flow::title;

/// The description of a page as JSON-LD, if there is something to tell. Addresses are in it once the
/// site has one.
#[must_use]
pub fn describe(knowledge: &KnowledgeBase, page: &Page) -> Option<Value> {
    let mut graph = match page.path.trim_end_matches(".md").split_once('/') {
        Some(("vragen", id)) => knowledge.questions.get(id).map(|item| question(knowledge, page, item)),
        Some(("stroomschemas", id)) => knowledge.flows.get(id).map(|item| vec![flow(knowledge, page, item)]),
        None if page.path == "index.md" => Some(vec![site(knowledge)]),
        _ => None,
    }
    .unwrap_or_default();
    if !page.above.is_empty() {
        graph.push(trail(knowledge, page));
    }
    (!graph.is_empty()).then(|| json!({"@context": "https://schema.org", "@graph": graph}))
}

fn site(knowledge: &KnowledgeBase) -> Value {
    let mut site = json!({"@type": "WebSite", "name": knowledge.site.title, "inLanguage": "nl"});
    if let Some(url) = knowledge.site.absolute("index.html") {
        site["url"] = json!(url);
    }
    site
}

/// A question with its answer, and how to do what its steps say.
fn question(knowledge: &KnowledgeBase, page: &Page, item: &Question) -> Vec<Value> {
    let url = knowledge.site.absolute(&page.address());
    let mut answer = json!({"@type": "Answer", "text": plain(item.short.as_str())});
    let mut asked = json!({
        "@type": "Question", "name": item.question, "answerCount": 1,
        "dateModified": item.standing.checked,
    });
    if let Some(url) = &url {
        answer["url"] = json!(url);
        asked["url"] = json!(url);
    }
    asked["acceptedAnswer"] = answer;
    let steps = item.blocks.iter().filter_map(|block| match block {
        Block::Stappen(steps) => Some(how_to(steps)),
        _ => None,
    });
    let about = json!({"@type": "QAPage", "inLanguage": "nl", "mainEntity": asked});
    std::iter::once(about).chain(steps).collect()
}

fn how_to(block: &Steps) -> Value {
    let steps: Vec<_> = block
        .steps
        .iter()
        .map(|step| {
            let text = step.text.as_ref().map_or_else(|| step.name.to_string(), |text| plain(text.as_str()));
            json!({"@type": "HowToStep", "name": step.name, "text": text})
        })
        .collect();
    json!({"@type": "HowTo", "name": block.title, "inLanguage": "nl", "step": steps})
}

/// A flow as the steps that it may lead through, in the order of its file.
fn flow(knowledge: &KnowledgeBase, page: &Page, item: &Flow) -> Value {
    let url = knowledge.site.absolute(&page.address());
    let steps: Vec<_> = item
        .nodes
        .iter()
        .map(|node| {
            let mut step = json!({"@type": "HowToStep", "name": title(node), "text": said(node)});
            if let Some(url) = &url {
                step["url"] = json!(format!("{url}#knoop-{}", anchor(node.id().as_str())));
            }
            step
        })
        .collect();
    let description = plain(item.short.as_str());
    json!({"@type": "HowTo", "name": item.title, "description": description, "inLanguage": "nl", "step": steps})
}

fn said(node: &Node) -> String {
    let text = match node {
        Node::Vraag(question) => question.note.as_ref(),
        Node::Stap(step) => step.text.as_ref(),
        Node::Einde(outcome) => Some(&outcome.action),
    };
    text.map_or_else(|| title(node).to_owned(), |text| plain(text.as_str()))
}

/// The breadcrumb.
fn trail(knowledge: &KnowledgeBase, page: &Page) -> Value {
    let start = ("Start".to_owned(), "index.md".to_owned());
    let here = (About::of(&page.markdown).title, page.path.clone());
    let places = [start].into_iter().chain(page.above.iter().cloned()).chain([here]);
    let items: Vec<_> = places
        .enumerate()
        .map(|(index, (name, path))| {
            let mut item = json!({"@type": "ListItem", "position": index + 1, "name": name});
            if let Some(url) = knowledge.site.absolute(&super::address(&path)) {
                item["item"] = json!(url);
            }
            item
        })
        .collect();
    json!({"@type": "BreadcrumbList", "itemListElement": items})
}
