//! Blocks to the values that templates show: as they stand in the file, with what a template
//! cannot work out by itself.

use serde_json::{Value, json};

use super::anchors::Names;
use super::words::{self, slug};
use crate::content::block::{Block, Figures, Tips};
use crate::content::checklist::ItemGroup;

/// How long the part of an item's mark that comes from its text may be.
const MARK_LENGTH: usize = 48;

/// The blocks that a mentor sees: all but those for trainers, also inside other blocks.
/// `page` is the id of the page; boxes that are ticked are remembered under it.
#[must_use]
pub fn for_mentors(blocks: &[Block], page: &str) -> Vec<Value> {
    let shown = blocks.iter().filter(|block| !matches!(block, Block::Opleider(_)));
    shown.enumerate().map(|(number, block)| value(block, &format!("{page}-{}", number + 1))).collect()
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
            value["eigen-n"] = json!(figures.figures.iter().any(|figure| figure.n.is_some()));
        }
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

/// Whether the title of tips already says from whom they are: "Tips van mentors", "Wat mentors doen".
fn title_says_from(tips: &Tips, from: &str) -> bool {
    let title = tips.title.as_ref().map(|title| words::fold(title.as_str())).unwrap_or_default();
    let (one, more) = (words::role(from), words::roles(from));
    title.starts_with(&format!("wat {more} "))
        || title.contains(&format!("tips van {more}"))
        || title.contains(&format!("tip van {one}"))
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

fn mark(text: &str) -> String {
    let slug = slug(text);
    slug.char_indices().nth(MARK_LENGTH).map_or(slug.clone(), |(end, _)| slug[..end].trim_end_matches('-').to_owned())
}

/// The figures, each with its share of the longest bar in percent. Percentages are shares of 100.
fn with_share(figures: &Figures) -> Value {
    let most = figures.figures.iter().map(|figure| figure.value).fold(0.0, f64::max);
    let full = if figures.unit.as_str().trim() == "%" { most.max(100.0) } else { most };
    let mut value = json!(figures.figures);
    for (number, figure) in figures.figures.iter().enumerate() {
        let share = if full > 0.0 { figure.value / full * 100.0 } else { 0.0 };
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
        for title in ["Wat mentors aanraden", "Zes tips van mentors", "Tip van een mentor"] {
            assert!(said(title), "{title}");
        }
        for title in ["Vooraf", "Wat ouders van mentors verwachten", "Tips voor mentors"] {
            assert!(!said(title), "{title}");
        }
    }

    #[test]
    fn a_proposal_is_marked_in_one_way() {
        assert_eq!(proposal("Voorstel: in paren"), ("in paren", true));
        assert_eq!(proposal("In paren. Daarna samen. (Voorstel)"), ("In paren. Daarna samen.", true));
        assert_eq!(proposal("In paren"), ("In paren", false));
    }

    #[test]
    fn bars_share_the_largest_figure() {
        let counted = json!({"soort": "cijfers", "titel": "t", "eenheid": "mentors", "jaar": 2018, "bron": [],
            "cijfers": [{"label": "a", "waarde": 5.0}, {"label": "b", "waarde": 20}]});
        let shown = value(&block(&counted), "");
        assert_eq!((&shown["cijfers"][0]["deel"], &shown["cijfers"][1]["deel"]), (&json!("25.0"), &json!("100.0")));
        let mut percent = counted;
        percent["eenheid"] = json!("%");
        assert_eq!(value(&block(&percent), "")["cijfers"][0]["deel"], "5.0");
    }
}
