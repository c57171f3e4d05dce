//! What the content of this repository must keep, beyond what `check` asks of any site.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test may stop at what cannot be")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::LazyLock;

use mentorwijzer::content::KnowledgeBase;
use mentorwijzer::content::common::Line;
use mentorwijzer::dutch::tokens;
use mentorwijzer::load::{Loaded, load};
use mentorwijzer::search;

/// The report with the fifty-five numbered questions.
const REPORT: &str = "000_44ec6d021640ab39";

static LOADED: LazyLock<Loaded> = LazyLock::new(|| load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap());

fn knowledge() -> &'static KnowledgeBase {
    LOADED.knowledge.as_ref().unwrap()
}

#[test]
fn nothing_is_found_but_what_the_sector_must_fill_in() {
    let found: Vec<String> = LOADED
        .diagnostics
        .iter()
        .filter(|d| d.rule.code != "R004")
        .map(|d| format!("{}: {}", d.file, d.message))
        .collect();
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn each_of_the_fifty_five_questions_has_its_page() {
    let mut pages: BTreeMap<u32, Vec<&str>> = BTreeMap::new();
    for (id, question) in &knowledge().questions {
        let sources = question.standing.sources.iter().filter(|s| s.document.as_str() == REPORT);
        for number in sources.filter_map(|s| s.question) {
            pages.entry(number).or_default().push(id);
        }
    }
    assert_eq!(pages.keys().copied().collect::<Vec<_>>(), (1..=55).collect::<Vec<_>>());
    assert!(pages.values().all(|ids| ids.len() == 1), "{pages:?}");
}

#[test]
fn every_question_is_related_from_two_others() {
    let lonely: Vec<_> = LOADED
        .statistics
        .iter()
        .filter(|page| page.related_from.is_some_and(|count| count < 2))
        .map(|p| &p.file)
        .collect();
    assert!(lonely.is_empty(), "{lonely:?}");
}

#[test]
fn sentences_stay_short() {
    let long: Vec<_> = LOADED
        .statistics
        .iter()
        .filter(|page| page.reading.longest > 30 || page.reading.words_per_sentence() > 14.0)
        .map(|page| (&page.file, page.reading))
        .collect();
    assert!(long.is_empty(), "{long:?}");
}

#[test]
fn every_question_can_be_found_and_placed() {
    let documents = search::documents(knowledge());
    for (id, question) in &knowledge().questions {
        assert!(question.keywords.len() >= 8, "{id} has {} keywords", question.keywords.len());
        assert!(question.related.len() >= 3, "{id} has {} related questions", question.related.len());
        assert!(!question.competences.is_empty(), "{id} trains no competence");
        let page = documents.iter().find(|d| d.url == format!("vragen/{id}.html")).unwrap();
        let on_page: BTreeSet<String> =
            tokens(&format!("{} {} {}", page.title, page.short, page.body)).into_iter().collect();
        let elsewhere = question.keywords.iter().filter(|k| !tokens(k.as_str()).iter().all(|t| on_page.contains(t)));
        assert!(elsewhere.count() >= 2, "{id} has no keywords beyond its own text");
    }
}

#[test]
fn the_registers_are_large_enough() {
    let knowledge = knowledge();
    assert!(knowledge.terms.terms.len() >= 60);
    let asked: BTreeSet<&Line> = knowledge.questions.values().flat_map(|q| &q.keywords).collect();
    let leading = knowledge.keywords.keywords.iter().filter(|k| asked.contains(&k.word));
    let surface: BTreeSet<&Line> = leading.flat_map(|k| k.synonyms.iter().chain([&k.word])).collect();
    assert!(surface.len() >= 250, "{} words of trefwoorden.yaml lead to a question", surface.len());
}

#[test]
fn every_month_of_the_school_year_has_its_questions() {
    let seasonal = knowledge().questions.values().filter(|question| !question.months.is_empty()).count();
    assert!(seasonal >= 30, "{seasonal} questions name a month");
    for month in 1..=12 {
        let here = knowledge().questions.values().filter(|question| question.months.contains(&month)).count();
        assert!(here >= 3, "month {month} has {here} questions");
    }
}
