//! Home, the indexes, and the pages made of a register.

use serde_json::{Value, json};

use super::keywords::{self, letters};
use super::words::fold;
use super::{Draft, blocks, facets};
use crate::content::KnowledgeBase;
use crate::content::common::{GroupRef, PhaseRef};
use crate::content::question::Question;
use crate::content::registers::Term;
use crate::content::site::Choice;

/// How many announcements the home page shows.
const RECENT_NEWS: usize = 3;

/// Drafts of all pages that list others, or that show one register or file.
pub fn drafts(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let mut drafts = vec![
        home(knowledge),
        question_index(knowledge),
        glossary(knowledge),
        Draft::new("wie-is-wie.md", "Wie is wie", "wie-is-wie", json!(knowledge.parties)),
        Draft::new("bronnen.md", "Bronnen", "bronnen", json!(knowledge.sources)).unexplained(),
        Draft::new("competenties.md", "Wat kan een goede mentor?", "competenties", competences(knowledge)),
        search(knowledge),
        Draft::new("404.md", "Deze pagina bestaat niet", "404", json!({})).unexplained(),
    ];
    drafts.extend(phases(knowledge));
    drafts.extend(entrances(knowledge));
    drafts.extend(groups(knowledge));
    drafts.extend(checklists(knowledge));
    drafts.extend(stories(knowledge));
    drafts.extend(templates(knowledge));
    drafts.extend(news(knowledge));
    drafts.extend(indexes(knowledge));
    drafts
}

fn home(knowledge: &KnowledgeBase) -> Draft {
    let mut recent = news_ids(knowledge);
    recent.truncate(RECENT_NEWS);
    let recent: Vec<_> = recent.iter().map(|id| json!({"id": id, "bericht": knowledge.news[*id]})).collect();
    let now = facets::now(knowledge, &in_order(knowledge));
    let values = json!({"site": knowledge.site, "nu": now, "nieuws": recent});
    // A signpost: its cards are links as a whole, and a link inside one would take them over.
    Draft::new("index.md", knowledge.site.title.as_str(), "start", values).unexplained()
}

/// The search page: the phases and groups to filter by, which are those that some question has, and
/// the other ways to look for something.
fn search(knowledge: &KnowledgeBase) -> Draft {
    let site = &knowledge.site;
    let some = |fits: &dyn Fn(&Question) -> bool| knowledge.questions.values().any(fits);
    let phases = site.phases.iter().filter(|phase| some(&|question| within(phase, &question.phases)));
    let groups = site.groups.iter().filter(|group| some(&|question| question.groups.iter().any(|g| g.0 == group.id.0)));
    let values = json!({
        "fasen": phases.collect::<Vec<_>>(),
        "groepen": groups.collect::<Vec<_>>(),
        "letters": keywords::index(knowledge),
    });
    Draft::new("zoeken.md", "Zoeken", "zoeken", values).unexplained()
}

/// News, the newest first.
fn news_ids(knowledge: &KnowledgeBase) -> Vec<&String> {
    let mut ids: Vec<_> = knowledge.news.keys().collect();
    ids.sort_by(|a, b| knowledge.news[*b].date.cmp(&knowledge.news[*a].date).then(a.cmp(b)));
    ids
}

/// The phases in order, each with the ids of the questions that belong to it. A phase without
/// questions is left out.
fn by_phase(knowledge: &KnowledgeBase, belongs: impl Fn(&Question, &Choice) -> bool) -> Vec<Value> {
    let phases = knowledge.site.phases.iter().map(|phase| {
        let questions = in_order(knowledge).into_iter().filter(|(_, question)| belongs(question, phase));
        json!({"fase": phase, "vragen": ids(questions)})
    });
    phases.filter(|phase| phase["vragen"].as_array().is_some_and(|list| !list.is_empty())).collect()
}

fn within(phase: &Choice, phases: &[PhaseRef]) -> bool {
    phases.iter().any(|reference| reference.0 == phase.id.0)
}

fn question_index(knowledge: &KnowledgeBase) -> Draft {
    let mut phases = by_phase(knowledge, |question, phase| within(phase, &question.phases));
    for phase in &mut phases {
        let ids = phase["vragen"].as_array().into_iter().flatten().filter_map(Value::as_str);
        phase["vragen"] = ids.map(|id| facets::item(knowledge, id)).collect();
    }
    let values = json!({"fasen": phases, "filter": facets::filter(knowledge)});
    Draft::new("vragen/index.md", "Alle vragen", "vragen", values)
}

fn phases(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let all = &knowledge.site.phases;
    let draft = |(number, phase): (usize, &Choice)| {
        let here = |phases: &[PhaseRef]| within(phase, phases);
        let values = json!({
            "fase": phase,
            "nummer": number + 1,
            "aantal": all.len(),
            "vorige": number.checked_sub(1).and_then(|before| all.get(before)),
            "volgende": all.get(number + 1),
            "vragen": ids(in_order(knowledge).into_iter().filter(|(_, item)| here(&item.phases))),
            "checklists": ids(knowledge.checklists.iter().filter(|(_, item)| here(&item.phases))),
            "stroomschemas": ids(knowledge.flows.iter().filter(|(_, item)| here(&item.phases))),
            "verhalen": ids(knowledge.stories.iter().filter(|(_, item)| here(&item.phases))),
            "sjablonen": ids(knowledge.templates.iter().filter(|(_, item)| here(&item.phases))),
        });
        Draft::new(format!("fasen/{}.md", phase.id), phase.name.as_str(), "fase", values)
            .below("Alle vragen", "vragen/index.md")
    };
    all.iter().enumerate().map(draft).collect()
}

/// The questions as their sources tell them, so that questions on one subject stand together.
fn in_order(knowledge: &KnowledgeBase) -> Vec<(&String, &Question)> {
    let mut questions: Vec<_> = knowledge.questions.iter().collect();
    let place = |question: &Question| {
        let source = question.standing.sources.first();
        source.map(|source| (source.question.is_none(), source.document.clone(), source.question))
    };
    questions.sort_by_cached_key(|(id, question)| (place(question), (*id).clone()));
    questions
}

fn ids<'k, T: 'k>(items: impl Iterator<Item = (&'k String, &'k T)>) -> Vec<&'k String> {
    items.map(|(id, _)| id).collect()
}

fn entrances(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let draft = |entrance: &crate::content::site::Entrance| {
        let values = json!({"groep": entrance, "groepen": entrance.groups});
        readers(knowledge, &entrance.id.0, entrance.name.as_str(), &entrance.groups, values)
    };
    knowledge.site.entrances.iter().map(draft).collect()
}

fn groups(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let draft = |group: &Choice| {
        let values = json!({"groep": group, "groepen": []});
        readers(knowledge, &group.id.0, group.name.as_str(), &[GroupRef(group.id.0.clone())], values)
    };
    knowledge.site.groups.iter().map(draft).collect()
}

/// The page for readers of some groups.
fn readers(knowledge: &KnowledgeBase, id: &str, name: &str, groups: &[GroupRef], mut values: Value) -> Draft {
    let meant = |list: &[GroupRef]| list.iter().any(|group| groups.contains(group));
    // Under the first of its phases only, so that the page names each question once.
    let first = |question: &Question| knowledge.site.phases.iter().find(|phase| within(phase, &question.phases));
    let fits = |question: &Question, phase: &Choice| {
        meant(&question.groups) && first(question).is_some_and(|first| first.id == phase.id)
    };
    values["fasen"] = json!(by_phase(knowledge, fits));
    values["checklists"] = json!(ids(knowledge.checklists.iter().filter(|(_, item)| meant(&item.groups))));
    Draft::new(format!("voor/{id}.md"), name, "voor", values)
}

fn glossary(knowledge: &KnowledgeBase) -> Draft {
    let mut terms: Vec<&Term> = knowledge.terms.terms.iter().collect();
    terms.sort_by_key(|term| (fold(term.term.as_str()), &term.id));
    let letters = letters(terms, |term| term.term.as_str());
    Draft::new("begrippen.md", "Woorden", "begrippen", json!({"letters": letters})).unexplained()
}

/// The competence profile, each group with the questions that train it.
fn competences(knowledge: &KnowledgeBase) -> Value {
    let mut values = json!(knowledge.competences);
    for (number, group) in knowledge.competences.groups.iter().enumerate() {
        let trains = in_order(knowledge)
            .into_iter()
            .filter(|(_, question)| question.competences.iter().any(|reference| reference.0 == group.id.0));
        values["groepen"][number]["vragen"] = json!(ids(trains));
    }
    values
}

fn checklists(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let draft = |(id, list): (&String, &crate::content::checklist::Checklist)| {
        let values = json!({"id": id, "lijst": list, "groepen": blocks::item_groups(&list.items)});
        Draft::new(format!("checklists/{id}.md"), list.title.as_str(), "checklist", values)
            .below("Checklists", "checklists/index.md")
    };
    knowledge.checklists.iter().map(draft).collect()
}

fn stories(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let draft = |(id, story): (&String, &crate::content::story::Story)| {
        Draft::new(format!("verhalen/{id}.md"), story.title.as_str(), "verhaal", json!({"verhaal": story}))
            .below("Verhalen", "verhalen/index.md")
    };
    knowledge.stories.iter().map(draft).collect()
}

fn templates(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let draft = |(id, form): (&String, &crate::content::template::Template)| {
        Draft::new(format!("sjablonen/{id}.md"), form.title.as_str(), "sjabloon", json!({"id": id, "sjabloon": form}))
            .below("Formulieren", "sjablonen/index.md")
    };
    knowledge.templates.iter().map(draft).collect()
}

fn news(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let draft = |(id, item): (&String, &crate::content::news::News)| {
        Draft::new(format!("nieuws/{id}.md"), item.title.as_str(), "nieuwsbericht", json!({"bericht": item}))
            .below("Nieuws", "nieuws/index.md")
    };
    knowledge.news.iter().map(draft).collect()
}

/// The index of each folder that is no list of questions.
fn indexes(knowledge: &KnowledgeBase) -> Vec<Draft> {
    let index = |folder: &str, title: &str, intro: &str, kind: &str, items: Vec<Value>| {
        let values = json!({"inleiding": intro, "soort": kind, "items": items});
        Draft::new(format!("{folder}/index.md"), title, "lijst", values)
    };
    let news = news_ids(knowledge).into_iter().map(|id| {
        let item = &knowledge.news[id];
        json!({"id": id, "titel": item.title, "datum": item.date})
    });
    vec![
        index(
            "checklists",
            "Checklists",
            "Lijsten om af te vinken, op je scherm of op papier.",
            "checklist",
            knowledge.checklists.iter().map(|(id, i)| json!({"id": id, "titel": i.title, "kort": i.short})).collect(),
        ),
        index(
            "stroomschemas",
            "Stroomschema's",
            "Vraag na vraag naar wat je moet doen.",
            "stroomschema",
            knowledge.flows.iter().map(|(id, i)| json!({"id": id, "titel": i.title, "kort": i.short})).collect(),
        ),
        index(
            "verhalen",
            "Verhalen",
            "Wat er op een werkplek gebeurde, naverteld en zonder namen.",
            "verhaal",
            knowledge.stories.iter().map(|(id, i)| json!({"id": id, "titel": i.title, "kort": i.short})).collect(),
        ),
        index(
            "sjablonen",
            "Formulieren",
            "Bladen om te printen of op je scherm in te vullen.",
            "sjabloon",
            knowledge.templates.iter().map(|(id, i)| json!({"id": id, "titel": i.title, "kort": i.short})).collect(),
        ),
        index("nieuws", "Nieuws", "Wat er verandert en wat er gebeurt.", "nieuws", news.collect()),
    ]
}
