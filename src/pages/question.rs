//! The page of one question.

use serde_json::json;

use super::{Draft, blocks, sources};
use crate::content::KnowledgeBase;
use crate::content::question::Question;

/// A draft for every question.
pub fn drafts(knowledge: &KnowledgeBase) -> Vec<Draft> {
    knowledge.questions.iter().map(|(id, question)| draft(knowledge, id, question)).collect()
}

fn draft(knowledge: &KnowledgeBase, id: &str, question: &Question) -> Draft {
    let stories: Vec<&String> = knowledge
        .stories
        .iter()
        .filter(|(_, story)| story.questions.iter().any(|reference| reference.0 == id))
        .map(|(id, _)| id)
        .collect();
    let mut shown = blocks::for_mentors(&question.blocks, id);
    blocks::add_anchors(&mut shown);
    let parts = sources::number(&mut shown);
    let values = json!({
        "vraag": question,
        "blokken": shown,
        "bronnen": parts,
        "verhalen": stories,
    });
    Draft::new(format!("vragen/{id}.md"), question.question.as_str(), "vraag", values)
        .below("Alle vragen", "vragen/index.md")
}
