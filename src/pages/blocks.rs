//! Blocks to the values that templates show: as they stand in the file, with what a template
//! cannot work out by itself.

use serde_json::{Value, json};

use super::anchors::Names;
use super::words::{self, slug};
use super::{law, testimonies};
use crate::content::block::{Block, Figures, Tips};
use crate::content::checklist::ItemGroup;

/// How long the part of an item's mark that comes from its text may be.
const MARK_LENGTH: usize = 48;

/// The blocks that a mentor sees: all but those for trainers, also inside other blocks.
/// `page` is the id of the page; boxes that are ticked are remembered under it.
#[must_use]
pub fn for_mentors(blocks: &[Block], page: &str) -> Vec<Value> {
    let shown = blocks.iter().filter(|block| !matches!(block, Block::Opleider(_)));
    testimonies::together(shown.enumerate().map(|(number, block)| value(block, &format!("{page}-{}", number + 1))))
}

/// Calls `act` on every block, also those inside other blocks, in the order of the page.
pub fn each(blocks: &mut [Value], act: &mut impl FnMut(&mut Value)) {
    for block in blocks {
        act(block);
        let questions = block["soort"] == "deelvragen";
        let inside = block.get_mut(if questions { "vragen" } else { "verhalen" }).and_then(Value::as_array_mut);
        for part in inside.into_iter().flatten() {
            if let Some(blocks) = part.get_mut("blokken").and_then(Value::as_array_mut) {
                each(blocks, act);
            } else if !questions {
                act(part);
            }
        }
    }
}

/// Gives every smaller question an anchor made of its words, so that links to it last when other
/// headings come or go.
pub fn add_anchors(blocks: &mut [Value]) {
    let mut names = Names::default();
    each(blocks, &mut |block| {
        if block["soort"] != "deelvragen" {
            return;
        }
        for question in block["vragen"].as_array_mut().into_iter().flatten() {
            question["anker"] = json!(names.free(&slug(question["vraag"].as_str().unwrap_or_default())));
        }
    });
}

/// The blocks for trainers, also those inside other blocks.
#[must_use]
pub fn for_trainers(blocks: &[Block]) -> Vec<Value> {
    let mut found = Vec::new();
    for block in blocks {
        match block {
            Block::Opleider(_) => found.push(value(block, "")),
            Block::Deelvragen(list) => {
                found.extend(list.questions.iter().flat_map(|question| for_trainers(&question.blocks)));
            }
            _ => {}
        }
    }
    found
}

/// One block as a template shows it. `name` tells its list of boxes from others.
#[must_use]
pub fn value(block: &Block, name: &str) -> Value {
    let mut value = json!(block);
    match block {
        Block::Checklist(list) => {
            value["groepen"] = item_groups(&list.groups);
            value["aantal"] = json!(item_count(&list.groups));
            value["lijst"] = json!(name);
        }
        Block::Tips(tips) | Block::GenummerdeTips(tips) => {
            value["van-in-titel"] = json!(title_says_from(tips, value["van"].as_str().unwrap_or_default()));
        }
        Block::Opleider(trainer) => {
            let (method, proposed) = proposal(trainer.method.as_str());
            value["werkvorm"] = json!(words::capitalised(method));
            value["voorstel"] = json!(proposed);
        }
        Block::Cijfers(figures) => {
            value["cijfers"] = with_share(figures);
            value["procent"] = json!(is_percentage(figures));
        }
        Block::OpenCasus(case) => value["titel"] = json!(without_label(case.title.as_str())),
        Block::WettelijkKader(frame) => law::add_common(&mut value, frame),
        Block::Deelvragen(list) => {
            for (number, question) in list.questions.iter().enumerate() {
                value["vragen"][number]["blokken"] =
                    json!(for_mentors(&question.blocks, &format!("{name}-{}", number + 1)));
            }
        }
        _ => {}
    }
    value
}

/// Words behind which somebody in a title is not the one who speaks: "Tips voor mentors".
const NOT_SPEAKING: [&str; 4] = ["voor", "aan", "met", "over"];

/// Whether the title of tips already says from whom they are: "Tips van ervaren mentors", "Wat
/// mentors doen".
fn title_says_from(tips: &Tips, from: &str) -> bool {
    let title = tips.title.as_ref().map(|title| words::fold(title.as_str())).unwrap_or_default();
    let words: Vec<&str> = title.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
    let advice = words.iter().any(|word| word.starts_with("tip"));
    let (one, more) = (words::role(from), words::roles(from));
    let speaks = |place: usize| {
        let before = &words[place.saturating_sub(2)..place];
        !before.last().is_some_and(|word| NOT_SPEAKING.contains(word)) && (advice || !before.contains(&"van"))
    };
    title.contains(&format!("tip van {one}"))
        || words.iter().enumerate().any(|(place, word)| *word == more && speaks(place))
}

/// What stands above every open case, so that its title need not say it.
const CASE_LABEL: &str = "om over na te denken:";

fn without_label(title: &str) -> String {
    match title.get(..CASE_LABEL.len()) {
        Some(start) if start.to_lowercase() == CASE_LABEL => words::capitalised(title[CASE_LABEL.len()..].trim()),
        _ => title.to_owned(),
    }
}

/// How a group works, and whether the author says that it is a proposal: before or behind it.
fn proposal(method: &str) -> (&str, bool) {
    const BEFORE: [&str; 2] = ["Voorstel:", "voorstel:"];
    const BEHIND: [&str; 2] = ["(Voorstel)", "(voorstel)"];
    let method = method.trim();
    let bare = BEFORE.iter().find_map(|mark| method.strip_prefix(mark));
    let bare = bare.or_else(|| BEHIND.iter().find_map(|mark| method.strip_suffix(mark)));
    bare.map_or((method, false), |bare| (bare.trim(), true))
}

/// Groups of items, each item with a mark that stays the same when other items come or go.
#[must_use]
pub fn item_groups(groups: &[ItemGroup]) -> Value {
    let mut names = Names::default();
    let mut value = json!(groups);
    for (number, group) in groups.iter().enumerate() {
        for (place, item) in group.items.iter().enumerate() {
            value[number]["punten"][place]["kenmerk"] = json!(names.free(&mark(item.text.as_str())));
        }
    }
    value
}

/// How many items the groups hold together.
#[must_use]
pub fn item_count(groups: &[ItemGroup]) -> usize {
    groups.iter().map(|group| group.items.len()).sum()
}

fn mark(text: &str) -> String {
    let slug = slug(text);
    slug.char_indices().nth(MARK_LENGTH).map_or(slug.clone(), |(end, _)| slug[..end].trim_end_matches('-').to_owned())
}

fn is_percentage(figures: &Figures) -> bool {
    figures.unit.as_str().trim_start().starts_with('%')
}

/// The figures, each with how much of its bar is full, in percent. A percentage is a share of 100;
/// a count is a share of all that were counted, or else of the largest count.
fn with_share(figures: &Figures) -> Value {
    let most = figures.figures.iter().map(|figure| figure.value).fold(0.0, f64::max);
    let mut value = json!(figures.figures);
    for (number, figure) in figures.figures.iter().enumerate() {
        let counted = figure.n.or(figures.sample).map_or(most, f64::from);
        let full = if is_percentage(figures) { 100.0 } else { counted };
        let share = if full > 0.0 { (figure.value / full * 100.0).min(100.0) } else { 0.0 };
        value[number]["deel"] = json!(format!("{share:.1}"));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::test_support::block;

    #[test]
    fn trainer_blocks_are_apart() {
        let trainer = json!({"soort": "opleider", "titel": "Oefening", "werkvorm": "samen", "minuten": 10});
        let nested = json!({"soort": "deelvragen", "vragen": [
            {"vraag": "En dan?", "antwoord": "Dan dit.", "blokken": [trainer, {"soort": "tekst", "tekst": "Uitleg."}]},
        ]});
        let blocks = [block(&trainer), block(&nested)];
        assert_eq!(for_trainers(&blocks).len(), 2);
        let shown = for_mentors(&blocks, "te-laat");
        assert_eq!(shown.len(), 1);
        assert!(!json!(shown).to_string().contains("opleider"));
        assert_eq!(shown[0]["vragen"][0]["blokken"][0]["tekst"], "Uitleg.");
    }

    #[test]
    fn marks_of_items_are_unique_and_stable() {
        let list = block(&json!({"soort": "checklist", "groepen": [
            {"punten": [{"punt": "Bel de school"}, {"punt": "Bel de school!"}]},
        ]}));
        let shown = value(&list, "te-laat-1");
        assert_eq!(shown["lijst"], "te-laat-1");
        assert_eq!(shown["groepen"][0]["punten"][0]["kenmerk"], "bel-de-school");
        assert_eq!(shown["groepen"][0]["punten"][1]["kenmerk"], "bel-de-school-2");
    }

    #[test]
    fn a_title_may_say_from_whom_the_tips_are() {
        let said = |title: &str| {
            let tips = block(&json!({"soort": "tips", "titel": title, "van": "mentor", "tips": ["Bel."]}));
            value(&tips, "")["van-in-titel"] == true
        };
        for title in [
            "Wat mentors aanraden",
            "Zes tips van mentors",
            "Tip van een mentor",
            "Tips van ervaren mentors over plannen",
            "Zo leggen mentors de lat goed",
        ] {
            assert!(said(title), "{title}");
        }
        for title in ["Vooraf", "Wat ouders van mentors verwachten", "Tips voor mentors", "Tip 3: jij bent bezig"] {
            assert!(!said(title), "{title}");
        }
    }

    #[test]
    fn a_proposal_is_marked_in_one_way() {
        assert_eq!(proposal("Voorstel: in paren"), ("in paren", true));
        assert_eq!(proposal("In paren. Daarna samen. (Voorstel)"), ("In paren. Daarna samen.", true));
        assert_eq!(proposal("In paren"), ("In paren", false));
    }

    fn bars(unit: &str, n: Option<u32>, own: Option<u32>) -> [String; 2] {
        let figures = json!({"soort": "cijfers", "titel": "t", "eenheid": unit, "jaar": 2018, "bron": [], "n": n,
            "cijfers": [{"label": "a", "waarde": 5.0, "n": own}, {"label": "b", "waarde": 20}]});
        let shown = value(&block(&figures), "");
        [0, 1].map(|at: usize| shown["cijfers"][at]["deel"].as_str().unwrap().to_owned())
    }

    #[test]
    fn a_full_bar_is_everything_that_was_counted() {
        assert_eq!(bars("mentors", None, None), ["25.0", "100.0"]);
        assert_eq!(bars("mentors", Some(50), None), ["10.0", "40.0"]);
        assert_eq!(bars("mentors", Some(50), Some(10)), ["50.0", "40.0"]);
        assert_eq!(bars("mentors", Some(10), None), ["50.0", "100.0"]);
        for unit in ["%", "% van de mentors", " % van 14"] {
            assert_eq!(bars(unit, Some(14), Some(8)), ["5.0", "20.0"], "{unit}");
        }
    }

    #[test]
    fn an_open_case_says_once_what_it_is() {
        assert_eq!(without_label("Om over na te denken: de ploeg staat klaar"), "De ploeg staat klaar");
        assert_eq!(without_label("De haag naast het fietspad"), "De haag naast het fietspad");
    }

    #[test]
    fn smaller_questions_have_anchors_of_their_words() {
        let list =
            |question: &str| block(&json!({"soort": "deelvragen", "vragen": [{"vraag": question, "antwoord": "Ja."}]}));
        let mut shown = for_mentors(&[list("Mag dat?"), list("Mag dat?")], "te-laat");
        add_anchors(&mut shown);
        assert_eq!(
            (&shown[0]["vragen"][0]["anker"], &shown[1]["vragen"][0]["anker"]),
            (&json!("mag-dat"), &json!("mag-dat-2"))
        );
    }
}
