//! The documents of a knowledge base: one per page, glossary term and party.

use crate::content::common::Line;
use crate::content::flow::{Flow, Node};
use crate::content::question::Question;
use crate::content::registers::Party;
use crate::content::{Kind, KnowledgeBase};

use super::Document;
use super::body::Text;
use crate::content::plain::plain;

/// Everything that can be found, questions first.
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

/// The document of an item that has a page of its own. Its id has the kind in front, because items
/// of different kinds may share a name; questions go by their name alone.
fn page(kind: Kind, id: &str, title: &str, keywords: &[Line], short: String, text: Text) -> Document {
    let name = kind.name();
    Document {
        id: if kind == Kind::Question { id.to_owned() } else { format!("{name}:{id}") },
        url: format!("{}/{id}.html", kind.folder().unwrap_or_default()),
        kind: name,
        title: title.to_owned(),
        keywords: lines(keywords),
        signposts: Vec::new(),
        short,
        headings: text.headings,
        body: text.body,
        stories: text.stories,
        ..Document::default()
    }
}

fn questions(knowledge: &KnowledgeBase) -> Vec<Document> {
    knowledge
        .questions
        .iter()
        .map(|(id, question)| {
            let text = question_text(knowledge, question);
            let short = plain(question.short.as_str());
            let page = page(Kind::Question, id, question.question.as_str(), &question.keywords, short, text);
            Document {
                signposts: signposts(knowledge, id),
                phases: question.phases.iter().map(|phase| phase.0.clone()).collect(),
                groups: question.groups.iter().map(|group| group.0.clone()).collect(),
                ..page
            }
        })
        .collect()
}

/// The blocks, the reasons to call and the names of what the question is limited to.
fn question_text(knowledge: &KnowledgeBase, question: &Question) -> Text {
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
    text
}

/// What people type who look for this question, from the register of keywords.
fn signposts(knowledge: &KnowledgeBase, id: &str) -> Vec<String> {
    let all = knowledge.keywords.signposts.iter().filter(|signpost| signpost.question.as_str() == id);
    all.flat_map(|signpost| lines(&signpost.words)).collect()
}

fn flows(knowledge: &KnowledgeBase) -> Vec<Document> {
    knowledge
        .flows
        .iter()
        .map(|(id, flow)| {
            page(Kind::Flow, id, flow.title.as_str(), &flow.keywords, plain(flow.short.as_str()), flow_text(flow))
        })
        .collect()
}

fn flow_text(flow: &Flow) -> Text {
    let mut text = Text::default();
    for node in &flow.nodes {
        match node {
            Node::Vraag(question) => {
                text.heading(&question.question).maybe(question.note.as_ref());
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
    text
}

fn checklists(knowledge: &KnowledgeBase) -> Vec<Document> {
    knowledge
        .checklists
        .iter()
        .map(|(id, list)| {
            let mut text = Text::default();
            text.items(&list.items);
            page(Kind::Checklist, id, list.title.as_str(), &list.keywords, plain(list.short.as_str()), text)
        })
        .collect()
}

fn stories(knowledge: &KnowledgeBase) -> Vec<Document> {
    knowledge
        .stories
        .iter()
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
            page(Kind::Story, id, story.title.as_str(), &story.keywords, plain(story.short.as_str()), text)
        })
        .collect()
}

fn templates(knowledge: &KnowledgeBase) -> Vec<Document> {
    knowledge
        .templates
        .iter()
        .map(|(id, template)| {
            let mut text = Text::default();
            for part in &template.parts {
                text.heading(&part.title).maybe(part.note.as_ref());
                for field in &part.fields {
                    text.line(&field.label);
                    field.choices.iter().for_each(|choice| {
                        text.line(choice);
                    });
                }
            }
            page(Kind::Template, id, template.title.as_str(), &template.keywords, plain(template.short.as_str()), text)
        })
        .collect()
}

fn modules(knowledge: &KnowledgeBase) -> Vec<Document> {
    knowledge
        .modules
        .iter()
        .map(|(id, module)| {
            let mut text = Text::default();
            text.line(&module.audience);
            for prose in module.goals.iter().chain(&module.key_points) {
                text.prose(prose);
            }
            for part in &module.parts {
                text.heading(&part.title).line(&part.method);
                part.notes.iter().for_each(|note| {
                    text.prose(&note.text);
                });
            }
            page(Kind::Module, id, module.title.as_str(), &[], plain(module.short.as_str()), text)
        })
        .collect()
}

fn news(knowledge: &KnowledgeBase) -> Vec<Document> {
    knowledge
        .news
        .iter()
        .map(|(id, news)| {
            let mut text = Text::default();
            text.prose(&news.text);
            let short = first_sentence(&text.body).to_owned();
            page(Kind::News, id, news.title.as_str(), &[], short, text)
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
        keywords: lines(term.full.iter().chain(&term.forms)),
        short: plain(term.explanation.as_str()),
        ..Document::default()
    })
    .collect()
}

fn parties(knowledge: &KnowledgeBase) -> Vec<Document> {
    let all = knowledge.parties.parties.iter();
    all.map(|party| {
        let mut text = Text::default();
        for prose in [&party.reach].into_iter().chain(&party.caution) {
            text.prose(prose);
        }
        Document {
            id: format!("partij:{}", party.id),
            url: format!("wie-is-wie.html#{}", party.id),
            kind: "partij",
            title: party.name.as_str().to_owned(),
            keywords: names(knowledge, party),
            short: plain(party.what.as_str()),
            headings: party.call_for.iter().map(|reason| plain(reason.as_str())).collect::<Vec<_>>().join("\n"),
            body: text.body,
            ..Document::default()
        }
    })
    .collect()
}

/// What a party is called.
fn names(knowledge: &KnowledgeBase, party: &Party) -> Vec<String> {
    let term = knowledge.terms.terms.iter().find(|term| term.id.as_str() == party.id.as_str());
    let forms = term.into_iter().flat_map(|term| [&term.term].into_iter().chain(&term.full).chain(&term.forms));
    let mut found = lines(std::iter::once(&party.name).chain(forms));
    found.dedup();
    found
}

fn lines<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Vec<String> {
    lines.into_iter().map(|line| line.as_str().to_owned()).collect()
}

fn first_sentence(text: &str) -> &str {
    text.find(". ").map_or(text, |end| &text[..=end])
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::*;
    use crate::content::registers::{Keywords, Parties, Sources};
    use crate::content::site::Site;

    fn knowledge() -> KnowledgeBase {
        let choices = json!([{ "id": "oao", "naam": "OAO", "uitleg": "Een overeenkomst." }]);
        let site: Site = serde_json::from_value(json!({
            "titel": "Proef", "kort": "Proef.", "sector": { "naam": "Sector" },
            "hulplijn": { "naam": "Hulplijn", "uitleg": "Bel." }, "redactie": { "naam": "Wij", "melden": "Bel." },
            "kleuren": { "hoofd": "#000000", "accent": "#000000" }, "fasen": choices, "groepen": choices,
            "ingangen": [], "overeenkomst": choices, "school": [], "bedrijf": [], "ervaring": [], "nood": [],
        }))
        .unwrap();
        let questions = [("te-laat", question("nagelezen")), ("later", question("concept"))];
        KnowledgeBase {
            site,
            questions: questions
                .into_iter()
                .map(|(id, value)| (id.to_owned(), serde_json::from_value(value).unwrap()))
                .collect(),
            stories: BTreeMap::default(),
            flows: BTreeMap::default(),
            checklists: BTreeMap::default(),
            templates: BTreeMap::default(),
            modules: BTreeMap::default(),
            news: BTreeMap::default(),
            terms: serde_json::from_value(json!({ "begrippen": [{
                "id": "oao", "begrip": "OAO", "voluit": "overeenkomst alternerende opleiding", "uitleg": "Een contract.",
                "bron": [],
            }] }))
            .unwrap(),
            keywords: Keywords::default(),
            parties: Parties::default(),
            sources: Sources::default(),
            competences: serde_json::from_value(json!({ "uitleg": "Niets.", "groepen": [], "bron": [] })).unwrap(),
        }
    }

    fn question(status: &str) -> Value {
        json!({
            "vraag": "Mijn leerling komt te laat", "kort": "Praat **eerst**.", "fase": ["oao"], "voor": ["oao"],
            "overeenkomst": ["oao"], "trefwoorden": ["te laat"], "bel": [], "bron": [], "status": status,
            "nagekeken": "2026-11-20", "herzien": "2027-11-20",
            "blokken": [
                { "soort": "tekst", "titel": "Titel", "tekst": "Lees [dit](vraag:ander)." },
                { "soort": "deelvragen", "vragen": [{ "vraag": "Wat nu?", "antwoord": "Bel.", "blokken": [
                    { "soort": "tips", "van": "mentor", "tips": ["Vraag waarom."] },
                ] }] },
                { "soort": "opleider", "titel": "Geheim", "werkvorm": "per twee", "minuten": 10 },
            ],
        })
    }

    #[test]
    fn questions_and_terms_are_found_and_concepts_are_not() {
        let found = documents(&knowledge().published());
        let ids: Vec<&str> = found.iter().map(|document| document.id.as_str()).collect();
        assert_eq!(ids, ["te-laat", "begrip:oao"]);
        assert_eq!(found[1].url, "begrippen.html#oao");
        assert_eq!(found[1].keywords, ["overeenkomst alternerende opleiding"]);
    }

    #[test]
    fn a_party_is_found_by_its_names_and_what_you_call_it_for() {
        let mut knowledge = knowledge();
        knowledge.parties = serde_json::from_value(json!({ "partijen": [{
            "id": "oao", "naam": "dienst OAO", "wat": "Helpt.", "bel-voor": ["Je **contract**."], "bereik": "Bel.",
            "bron": [],
        }] }))
        .unwrap();
        let found = documents(&knowledge).pop().unwrap();
        assert_eq!(found.keywords, ["dienst OAO", "OAO", "overeenkomst alternerende opleiding"]);
        assert_eq!(found.headings, "Je contract.");
    }

    #[test]
    fn a_question_holds_what_its_page_shows() {
        let question = &documents(&knowledge().published())[0];
        assert_eq!(question.url, "vragen/te-laat.html");
        assert_eq!(question.short, "Praat eerst.");
        assert_eq!(question.headings, "Titel\nWat nu?");
        assert_eq!(question.body, "OAO\nLees dit.\nBel.\nVraag waarom.");
    }
}
