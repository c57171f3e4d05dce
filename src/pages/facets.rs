//! What tells questions apart: the facets that the page of all questions filters by, and the months
//! of "Wat speelt er nu" on the home page.

use serde_json::{Value, json};

use super::dates::month;
use super::words::uncapitalised;
use crate::content::KnowledgeBase;
use crate::content::common::{AgreementRef, CompanyRef, ExperienceRef, GroupRef, PhaseRef, SchoolRef};
use crate::content::question::Question;
use crate::content::site::{Choice, Site};

/// The months as a school counts them.
const SCHOOL_YEAR: [u8; 12] = [9, 10, 11, 12, 1, 2, 3, 4, 5, 6, 7, 8];

/// The choice for questions that name no month.
const ALWAYS: &str = "altijd";

/// How many questions the home page shows of one month.
const MOST: usize = 5;

/// A way in which questions differ.
struct Facet {
    /// In the address and in the attributes of the page.
    name: &'static str,
    label: &'static str,
    /// The choice that leaves every question.
    all: &'static str,
    /// The choice for questions that name nothing. Without one they hold for every choice.
    without: Option<&'static str>,
    choices: fn(&Site) -> Vec<(String, String)>,
    /// The choices that a question names.
    of: fn(&Question) -> Vec<String>,
}

const FACETS: [Facet; 7] = [
    Facet {
        name: "fase",
        label: "Fase",
        all: "Alle fasen",
        without: None,
        choices: |site| named(&site.phases),
        of: |question| texts(&question.phases, PhaseRef::as_str),
    },
    Facet {
        name: "groep",
        label: "Voor wie",
        all: "Iedereen",
        without: None,
        choices: |site| named(&site.groups),
        of: |question| texts(&question.groups, GroupRef::as_str),
    },
    Facet {
        name: "maand",
        label: "Maand",
        all: "Alle maanden",
        without: Some(ALWAYS),
        choices: |_| months(),
        of: |question| question.months.iter().map(u8::to_string).collect(),
    },
    Facet {
        name: "overeenkomst",
        label: "Overeenkomst",
        all: "Alle overeenkomsten",
        without: None,
        choices: |site| named(&site.agreements),
        of: |question| texts(&question.agreements, AgreementRef::as_str),
    },
    Facet {
        name: "school",
        label: "Schooltype",
        all: "Alle schooltypes",
        without: None,
        choices: |site| named(&site.schools),
        of: |question| texts(&question.schools, SchoolRef::as_str),
    },
    Facet {
        name: "bedrijf",
        label: "Bedrijf",
        all: "Alle bedrijven",
        without: None,
        choices: |site| named(&site.companies),
        of: |question| texts(&question.companies, CompanyRef::as_str),
    },
    Facet {
        name: "ervaring",
        label: "Ervaring",
        all: "Elke ervaring",
        without: None,
        choices: |site| named(&site.experience),
        of: |question| texts(&question.experience, ExperienceRef::as_str),
    },
];

fn named(choices: &[Choice]) -> Vec<(String, String)> {
    choices.iter().map(|choice| (choice.id.0.clone(), choice.name.0.clone())).collect()
}

fn months() -> Vec<(String, String)> {
    let months = SCHOOL_YEAR.map(|number| (number.to_string(), month(number).to_owned()));
    months.into_iter().chain([(ALWAYS.to_owned(), "Het hele jaar".to_owned())]).collect()
}

fn texts<T>(references: &[T], text: fn(&T) -> &str) -> Vec<String> {
    references.iter().map(|reference| text(reference).to_owned()).collect()
}

impl Facet {
    /// How many questions hold for every choice.
    fn open(&self, knowledge: &KnowledgeBase) -> usize {
        let names_nothing = |question: &&Question| self.without.is_none() && (self.of)(question).is_empty();
        knowledge.questions.values().filter(names_nothing).count()
    }

    /// Whether some question names a choice, so that it is of use to choose.
    fn divides(&self, knowledge: &KnowledgeBase) -> bool {
        knowledge.questions.values().any(|question| !(self.of)(question).is_empty())
    }

    /// The attribute of a question: the choices that it fits. None when it fits all.
    fn attribute(&self, question: &Question) -> Option<Value> {
        let named = (self.of)(question);
        let fits = if named.is_empty() { self.without?.to_owned() } else { named.join(" ") };
        Some(json!({"naam": self.name, "waarde": fits}))
    }
}

/// The filter of the page of all questions: the facets to choose by (`facetten`), each with how many
/// questions hold for all its choices, and those that no question names, so that all hold (`geldtvooralle`).
pub fn filter(knowledge: &KnowledgeBase) -> Value {
    let shown = |facet: &Facet| {
        let choices = (facet.choices)(&knowledge.site);
        let choices: Vec<_> = choices.into_iter().map(|(id, name)| json!({"id": id, "naam": name})).collect();
        json!({
            "naam": facet.name,
            "label": facet.label,
            "alles": facet.all,
            "keuzes": choices,
            "open": facet.open(knowledge),
        })
    };
    let (used, unused): (Vec<&Facet>, Vec<&Facet>) = FACETS.iter().partition(|facet| facet.divides(knowledge));
    json!({
        "facetten": used.into_iter().map(shown).collect::<Vec<_>>(),
        "geldtvooralle": unused.into_iter().map(shown).collect::<Vec<_>>(),
        "aantal": knowledge.questions.len(),
    })
}

/// A question in the list of all: its id, its attributes for the filter, and the few it is meant for
/// where most questions are for all.
pub fn item(knowledge: &KnowledgeBase, id: &str) -> Value {
    let question = &knowledge.questions[id];
    let limits = FACETS.iter().filter(|facet| facet.open(knowledge) > 0);
    let only: Vec<_> = limits.flat_map(|facet| names(facet, knowledge, question)).collect();
    json!({
        "id": id,
        "kenmerken": FACETS.iter().filter_map(|facet| facet.attribute(question)).collect::<Vec<_>>(),
        "speciaal": only,
    })
}

/// The names of the choices that a question names, as they stand in a sentence.
fn names(facet: &Facet, knowledge: &KnowledgeBase, question: &Question) -> Vec<String> {
    let named = (facet.of)(question);
    let choices = (facet.choices)(&knowledge.site).into_iter();
    choices.filter(|(id, _)| named.contains(id)).map(|(_, name)| uncapitalised(&name)).collect()
}

/// "Wat speelt er nu": every question that names a month, of `questions` in their order, those with the
/// fewest months first. Those of the month of the newest check are shown (not the clock's: the same
/// content gives the same site); the page's script shows those of the reader's month instead.
pub fn now(knowledge: &KnowledgeBase, questions: &[(&String, &Question)]) -> Value {
    let mut seasonal: Vec<_> = questions.iter().filter(|(_, question)| !question.months.is_empty()).collect();
    seasonal.sort_by_key(|(_, question)| question.months.len());
    let newest = newest_check(knowledge);
    let (mut count, mut items) = (0, Vec::new());
    for (id, question) in seasonal {
        let current = newest.is_some_and(|month| question.months.contains(&month));
        count += usize::from(current);
        let shown = current && count <= MOST;
        items.push(json!({"id": id, "maanden": question.months, "getoond": shown}));
    }
    json!({"maand": newest, "aantal": count, "hoogstens": MOST, "vragen": items})
}

/// The month in which a question was last held against its sources.
fn newest_check(knowledge: &KnowledgeBase) -> Option<u8> {
    let newest = knowledge.questions.values().map(|question| &question.standing.checked).max()?;
    let date: jiff::civil::Date = newest.as_str().parse().ok()?;
    Some(date.month().unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::super::test_support::knowledge;
    use super::*;

    fn with(change: impl Fn(&mut Question)) -> KnowledgeBase {
        let mut knowledge = knowledge().published();
        knowledge.questions.values_mut().for_each(change);
        knowledge
    }

    fn fields(list: &Value, key: &str) -> Vec<String> {
        list.as_array().unwrap().iter().map(|item| item[key].as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn only_facets_that_some_question_names_can_be_chosen() {
        let bare = with(|question| {
            question.agreements.clear();
            question.schools.clear();
            question.companies.clear();
            question.experience.clear();
            question.months.clear();
        });
        let filter = filter(&bare);
        assert_eq!(fields(&filter["facetten"], "naam"), ["fase", "groep"]);
        let all = ["maand", "overeenkomst", "school", "bedrijf", "ervaring"];
        assert_eq!(fields(&filter["geldtvooralle"], "naam"), all);
    }

    #[test]
    fn a_question_that_names_nothing_holds_for_all_but_has_the_whole_year() {
        let mut one = with(|question| {
            question.companies.clear();
            question.months.clear();
        });
        let id = one.questions.keys().next().unwrap().clone();
        let seen = item(&one, &id);
        assert!(!fields(&seen["kenmerken"], "naam").contains(&"bedrijf".to_owned()));
        assert!(seen["kenmerken"].as_array().unwrap().contains(&json!({"naam": "maand", "waarde": "altijd"})));

        one.questions.insert("voor-alle".to_owned(), one.questions[&id].clone());
        let question = one.questions.get_mut(&id).unwrap();
        question.companies = vec![CompanyRef("ploegen".to_owned())];
        question.months = vec![9, 10];
        let seen = item(&one, &id);
        let attributes = seen["kenmerken"].as_array().unwrap();
        assert!(attributes.contains(&json!({"naam": "bedrijf", "waarde": "ploegen"})));
        assert!(attributes.contains(&json!({"naam": "maand", "waarde": "9 10"})));
        assert!(seen["speciaal"].as_array().unwrap().contains(&json!("bedrijf met ploegen")), "{seen}");
    }

    #[test]
    fn now_shows_the_month_of_the_newest_check_and_the_most_seasonal_first() {
        let mut knowledge = knowledge().published();
        let question = knowledge.questions.values().next().unwrap().clone();
        knowledge.questions.clear();
        for (id, months, checked) in [
            ("jaar", vec![], "2026-10-01"),
            ("lang", vec![9, 10, 11], "2026-10-03"),
            ("kort", vec![10], "2026-09-30"),
            ("winter", vec![1], "2025-12-31"),
        ] {
            let mut question = question.clone();
            question.months = months;
            question.standing.checked.0 = checked.to_owned();
            knowledge.questions.insert(id.to_owned(), question);
        }
        let questions: Vec<_> = knowledge.questions.iter().collect();
        let now = now(&knowledge, &questions);
        assert_eq!((&now["maand"], &now["aantal"]), (&json!(10), &json!(2)));
        assert_eq!(fields(&now["vragen"], "id"), ["kort", "winter", "lang"]);
        let shown: Vec<_> = now["vragen"].as_array().unwrap().iter().map(|item| item["getoond"] == true).collect();
        assert_eq!(shown, [true, false, true]);
    }

    #[test]
    fn months_run_as_the_school_year() {
        let months = months();
        assert_eq!((months[0].1.as_str(), months[11].1.as_str(), months.len()), ("september", "augustus", 13));
    }
}
