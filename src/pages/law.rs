//! Provisions of the law that are equally sure: said once above them, not under each.

use serde_json::{Value, json};

use crate::content::block::{LegalFrame, Provision};
use crate::content::common::LegalStatus;

/// The fewest provisions for which saying it once is shorter.
const LEAST: usize = 2;

/// Adds to the block one provision per status that stands for others, and to each of those others
/// that it is said above. At most one per status, so that a badge leads to one sentence. What was
/// verified names its own source and shares nothing.
pub fn add_common(value: &mut Value, frame: &LegalFrame) {
    let mut common = Vec::new();
    for status in [LegalStatus::TeControleren, LegalStatus::NietInBron] {
        let alike = largest_group(&frame.provisions, status);
        if alike.len() < LEAST {
            continue;
        }
        common.push(&frame.provisions[alike[0]]);
        for number in alike {
            value["bepalingen"][number]["gezegd"] = json!(true);
        }
    }
    value["samen"] = json!(common);
}

/// The places of the most provisions of a status that are equally sure; of two as large, the first.
fn largest_group(provisions: &[Provision], status: LegalStatus) -> Vec<usize> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (number, provision) in provisions.iter().enumerate().filter(|(_, provision)| provision.status == status) {
        match groups.iter_mut().find(|group| equally_sure(&provisions[group[0]], provision)) {
            Some(group) => group.push(number),
            None => groups.push(vec![number]),
        }
    }
    groups.into_iter().rev().max_by_key(Vec::len).unwrap_or_default()
}

/// Whether one sentence says how sure two provisions of the same status are: it names the year of
/// what was not checked, and the day on which we searched for what is in no source.
fn equally_sure(one: &Provision, other: &Provision) -> bool {
    match one.status {
        LegalStatus::NietInBron => one.checked == other.checked,
        _ => one.as_of_year == other.as_of_year,
    }
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
        let common = value["samen"].as_array().unwrap().iter().map(|part| part["toestand"].clone()).collect();
        (common, said)
    }

    #[test]
    fn what_most_share_is_said_once() {
        let (old, older) = (("te-controleren", Some(2018)), ("te-controleren", Some(2016)));
        let (undated, unknown) = (("te-controleren", None), ("niet-in-bron", None));
        assert_eq!(shown(&[older, old, old]), (vec![json!(2018)], vec![false, true, true]));
        assert_eq!(shown(&[older, old, undated]), (vec![], vec![false; 3]));
        assert_eq!(shown(&[old, unknown, old, unknown]), (vec![json!(2018), Value::Null], vec![true; 4]));
    }

    #[test]
    fn what_was_verified_stands_on_its_own() {
        assert_eq!(shown(&[("geverifieerd", Some(2018)), ("geverifieerd", Some(2018))]), (vec![], vec![false; 2]));
    }
}
