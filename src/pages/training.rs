//! Pages for trainers: the modules, and the blocks that only trainers see.

use serde_json::json;

use super::{Draft, blocks};
use crate::content::KnowledgeBase;
use crate::content::module::Module;

/// Drafts of the modules, their index, and the page with all trainer blocks.
pub fn drafts(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let mut drafts: Vec<_> = knowledge.modules.iter().map(|(id, module)| module_page(id, module)).collect();
    drafts.push(index(knowledge));
    drafts.push(trainers(knowledge));
    drafts
}

fn module_page(id: &str, module: &Module) -> Draft {
    let total: u32 = module.parts.iter().map(|part| u32::from(part.minutes)).sum();
    let values = json!({"module": module, "minuten": total});
    Draft::new(format!("opleiding/{id}.md"), module.title.as_str(), "module", values)
        .below("Opleiding", "opleiding/index.md")
}

fn index(knowledge: &KnowledgeBase) -> Draft {
    let modules = knowledge.modules.iter().map(
        |(id, module)| json!({"id": id, "titel": module.title, "kort": module.short, "minuten": module.target_minutes}),
    );
    Draft::new("opleiding/index.md", "Opleiding", "opleiding", json!({"items": modules.collect::<Vec<_>>()}))
}

/// Exercises and questions to discuss, by the question they belong to.
fn trainers(knowledge: &KnowledgeBase) -> Draft {
    let questions: Vec<_> = knowledge
        .questions
        .iter()
        .map(|(id, question)| (id, blocks::for_trainers(&question.blocks)))
        .filter(|(_, found)| !found.is_empty())
        .map(|(id, found)| json!({"id": id, "blokken": found}))
        .collect();
    let stories: Vec<_> = knowledge
        .stories
        .iter()
        .filter(|(_, story)| !story.discussion.is_empty())
        .map(|(id, story)| json!({"id": id, "bespreekvragen": story.discussion}))
        .collect();
    let values = json!({"vragen": questions, "verhalen": stories});
    Draft::new("opleiders.md", "Voor opleiders", "opleiders", values).below("Opleiding", "opleiding/index.md")
}
