//! Provisions of the law that are equally sure: said once above them, not under each.

use serde_json::{Value, json};

use crate::content::block::{LegalFrame, Provision};
use crate::content::common::LegalStatus;

/// The fewest provisions for which saying it once is shorter.
const LEAST: usize = 2;

/// Adds to the block what it says above its provisions, per status: the year when they share it,
/// and the day on which we searched in vain. Each provision then only says its own year. What was
/// verified names its own source and shares nothing.
pub fn add_common(value: &mut Value, frame: &LegalFrame) {
    let mut common = Vec::new();
    for status in [LegalStatus::TeControleren, LegalStatus::NietInBron] {
        let alike: Vec<_> =
            frame.provisions.iter().enumerate().filter(|(_, provision)| provision.status == status).collect();
        let Some((_, first)) = alike.first().filter(|_| alike.len() >= LEAST) else { continue };
        let share = |same: fn(&Provision, &Provision) -> bool| alike.iter().all(|(_, other)| same(first, other));
        // The day is no part of what a provision itself says.
        if status == LegalStatus::NietInBron && !share(|one, other| one.checked == other.checked) {
            continue;
        }
        let year = first.as_of_year.filter(|_| share(|one, other| one.as_of_year == other.as_of_year));
        common.push(json!({"status": status, "jaar": year, "nagekeken": first.checked}));
        for (number, _) in alike {
            value["bepalingen"][number]["gezegd"] = json!(true);
        }
    }
    value["samen"] = json!(common);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::blocks;
    use crate::pages::test_support::block;

    fn shown(provisions: &[(&str, Option<u16>)]) -> (Vec<Value>, Vec<bool>) {
        let list = provisions.iter().map(|(status, year)| {
            json!({"regel": "Decreet", "inhoud": "Zo is het.", "status": status, "toestand": year,
                "nagekeken": "2026-11-20", "vraag-aan": "school"})
        });
        let frame = json!({"soort": "wettelijk-kader", "bepalingen": list.collect::<Vec<_>>()});
        let value = blocks::value(&block(&frame), "");
        let said = value["bepalingen"].as_array().unwrap().iter().map(|part| part["gezegd"] == true).collect();
        let common = value["samen"].as_array().unwrap().iter().map(|part| part["jaar"].clone()).collect();
        (common, said)
    }

    #[test]
    fn what_provisions_share_is_said_once() {
        let (old, older) = (("te-controleren", Some(2018)), ("te-controleren", Some(2016)));
        let (undated, unknown) = (("te-controleren", None), ("niet-in-bron", None));
        assert_eq!(shown(&[old, old, unknown]), (vec![json!(2018)], vec![true, true, false]));
        assert_eq!(shown(&[older, old, undated]), (vec![Value::Null], vec![true; 3]));
        assert_eq!(shown(&[old, unknown, old, unknown]), (vec![json!(2018), Value::Null], vec![true; 4]));
        assert_eq!(shown(&[old]), (vec![], vec![false]));
    }

    #[test]
    fn what_was_verified_stands_on_its_own() {
        assert_eq!(shown(&[("geverifieerd", Some(2018)), ("geverifieerd", Some(2018))]), (vec![], vec![false; 2]));
    }
}
