//! Many testimonies in a row: under one heading, the first in full and the rest folded.

use serde_json::{Value, json};

/// The fewest testimonies in a row that stand under one heading.
const LEAST: usize = 3;

/// The blocks, with rows of testimonies brought together in one block.
#[must_use]
pub fn together(blocks: impl Iterator<Item = Value>) -> Vec<Value> {
    let (mut out, mut row) = (Vec::new(), Vec::new());
    for block in blocks {
        if block["soort"] == "getuigenis" {
            row.push(block);
        } else {
            close(&mut row, &mut out);
            out.push(block);
        }
    }
    close(&mut row, &mut out);
    out
}

fn close(row: &mut Vec<Value>, out: &mut Vec<Value>) {
    let row = std::mem::take(row);
    if row.len() < LEAST {
        out.extend(row);
    } else {
        out.push(json!({"soort": "getuigenissen", "van": speaker(&row), "verhalen": row}));
    }
}

/// The role that all who tell share; none when they differ.
fn speaker(row: &[Value]) -> Option<&Value> {
    let first = &row.first()?["wie"];
    row.iter().all(|told| told["wie"] == *first).then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(who: &str) -> Value {
        json!({"soort": "getuigenis", "wie": who, "tekst": "Het liep mis."})
    }

    #[test]
    fn only_three_in_a_row_stand_together() {
        let text = json!({"soort": "tekst", "tekst": "Uitleg."});
        let blocks = [told("mentor"), told("mentor"), text, told("mentor"), told("ouder"), told("mentor")];
        let shown = together(blocks.into_iter());
        let kinds: Vec<_> = shown.iter().map(|block| block["soort"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["getuigenis", "getuigenis", "tekst", "getuigenissen"]);
        assert_eq!((&shown[3]["van"], shown[3]["verhalen"].as_array().unwrap().len()), (&Value::Null, 3));
        let alike = together(["mentor"; 3].map(told).into_iter());
        assert_eq!(alike[0]["van"], "mentor");
    }
}
