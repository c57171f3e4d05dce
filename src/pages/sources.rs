//! References to sources as readers see them: each document once, with all its places.

use serde::Serialize;
use serde_json::{Value, json};

use super::{blocks, words};
use crate::content::common::{Lines, SourceRef};
use crate::content::registers::{Source, SourceKind};

/// A document with the places in it, in the order of the file.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Reference<'s> {
    document: &'s str,
    #[serde(rename = "plaatsen")]
    places: Vec<Place<'s>>,
}

/// A numbered question, or no question, with its lines.
#[derive(Debug, PartialEq, Eq, Serialize)]
struct Place<'s> {
    #[serde(rename = "vraag")]
    question: Option<u32>,
    #[serde(rename = "regels")]
    lines: Vec<&'s str>,
}

/// Gathers references by document, and inside it by question.
#[must_use]
pub fn by_document(list: &[SourceRef]) -> Vec<Reference<'_>> {
    let mut found: Vec<Reference> = Vec::new();
    for part in list {
        let document = part.document.as_str();
        let at = found.iter().position(|reference| reference.document == document).unwrap_or_else(|| {
            found.push(Reference { document, places: Vec::new() });
            found.len() - 1
        });
        if part.question.is_some() || part.lines.is_some() {
            add(&mut found[at].places, part);
        }
    }
    found
}

fn add<'s>(places: &mut Vec<Place<'s>>, part: &'s SourceRef) {
    let lines = part.lines.iter().map(Lines::as_str);
    match places.iter_mut().find(|place| place.question == part.question) {
        Some(place) => place.lines.extend(lines),
        None => places.push(Place { question: part.question, lines: lines.collect() }),
    }
}

/// Numbers the parts of a page that name their own sources, so that a part says briefly where it
/// comes from and the list at the end of the page says it line by line. Gives that list.
#[must_use]
pub fn number(blocks: &mut [Value]) -> Vec<Value> {
    let mut list = Vec::new();
    blocks::each(blocks, &mut |block| {
        let label = label(block);
        if block["soort"] == "wettelijk-kader" {
            for provision in block["bepalingen"].as_array_mut().into_iter().flatten() {
                // What was verified says its sources in full where it stands.
                if provision["status"] != "geverifieerd" {
                    let label = [&provision["regel"], &provision["artikel"]].map(Value::as_str);
                    let label = label.into_iter().flatten().collect::<Vec<_>>().join(", ");
                    add_to(&mut list, provision, &label);
                }
            }
        } else {
            add_to(&mut list, block, &label);
        }
    });
    list
}

fn add_to(list: &mut Vec<Value>, part: &mut Value, label: &str) {
    let sources = part["bron"].as_array().is_some_and(|sources| !sources.is_empty());
    if sources {
        part["bronplek"] = json!(list.len() + 1);
        list.push(json!({"plek": part["bronplek"], "deel": label, "bron": part["bron"]}));
    }
}

/// What a block is called in the list of sources.
fn label(block: &Value) -> String {
    let text = |key: &str| block[key].as_str().unwrap_or_default();
    match (text("titel"), text("soort")) {
        ("", "getuigenis") => words::capitalised(&format!("{} vertelt", words::role(text("wie")))),
        ("", "tips" | "genummerde-tips") => format!("Tips van {}", words::roles(text("van"))),
        ("", "bestaat-nog-niet") => format!("Wat er in {} nog niet bestond", block["toestand"]),
        ("", "links") => "Meer lezen".to_owned(),
        ("", "tekst") => "Uitleg".to_owned(),
        ("", kind) => words::capitalised(&kind.replace('-', " ")),
        (title, _) => title.to_owned(),
    }
}

/// A source as it is cited: a report by its year, a law without what it is about.
#[must_use]
pub fn name(source: &Source) -> String {
    const ABOUT: [&str; 4] = [" tot ", " ter ", " houdende ", " betreffende "];
    let title = source.title.as_str();
    match (source.kind, source.year) {
        (SourceKind::Document, Some(year)) => format!("rapport van {year}"),
        (SourceKind::Wet, _) => {
            let end = ABOUT.iter().filter_map(|word| title.find(word)).min();
            title[..end.unwrap_or(title.len())].to_owned()
        }
        (_, Some(year)) => format!("{title} ({year})"),
        _ => title.to_owned(),
    }
}

/// Sources on one line: at most two by name, pages of the web by their year.
#[must_use]
pub fn names(sources: &[Source]) -> String {
    let mut names: Vec<String> = Vec::new();
    for source in sources {
        let name = match (source.kind, source.year) {
            (SourceKind::Webpagina, Some(year)) => format!("webpagina van {year}"),
            _ => name(source),
        };
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match names.as_slice() {
        [] => "onbekende bron".to_owned(),
        [one] => one.clone(),
        [one, two] => format!("{one} en {two}"),
        [one, others @ ..] => format!("{one} en {} andere bronnen", others.len()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::pages::test_support::typed;

    #[test]
    fn each_document_and_question_stands_once() {
        let list: Vec<SourceRef> = typed(json!([
            {"document": "rapport", "vraag": 47, "regels": "1-2"},
            {"document": "wet"},
            {"document": "rapport", "vraag": 38, "regels": "5"},
            {"document": "rapport", "regels": "9"},
            {"document": "rapport", "vraag": 47, "regels": "7"},
        ]));
        assert_eq!(
            json!(by_document(&list)),
            json!([
                {"document": "rapport", "plaatsen": [
                    {"vraag": 47, "regels": ["1-2", "7"]},
                    {"vraag": 38, "regels": ["5"]},
                    {"vraag": null, "regels": ["9"]},
                ]},
                {"document": "wet", "plaatsen": []},
            ])
        );
    }

    fn source(kind: &str, title: &str, year: Option<u16>) -> Source {
        typed(json!({"id": "x", "titel": title, "soort": kind, "jaar": year, "uitleg": "u", "nagekeken": "2026-11-20"}))
    }

    #[test]
    fn sources_have_short_names() {
        let [report, guide] = [source("document", "Eindrapport", Some(2018)), source("document", "Groeiwijzer", None)];
        let law = source("wet", "Decreet van 10 juni 2016 tot regeling van dit", Some(2016));
        let page = source("webpagina", "Unia: werk", Some(2020));
        assert_eq!([&report, &guide].map(name), ["rapport van 2018", "Groeiwijzer"]);
        assert_eq!([&law, &page].map(name), ["Decreet van 10 juni 2016", "Unia: werk (2020)"]);
        assert_eq!(names(&[page.clone(), page.clone()]), "webpagina van 2020");
        assert_eq!(names(&[report.clone(), law.clone()]), "rapport van 2018 en Decreet van 10 juni 2016");
        assert_eq!(names(&[report, law, page]), "rapport van 2018 en 2 andere bronnen");
    }

    #[test]
    fn every_part_with_sources_has_its_place_in_the_list() {
        let source = json!([{"document": "rapport"}]);
        let mut blocks = [
            json!({"soort": "tekst", "titel": "Waarom", "bron": source}),
            json!({"soort": "tekst", "bron": []}),
            json!({"soort": "getuigenissen", "verhalen": [{"soort": "getuigenis", "wie": "mentor", "bron": source}]}),
            json!({"soort": "deelvragen", "vragen": [{"blokken": [{"soort": "links", "bron": source}]}]}),
            json!({"soort": "wettelijk-kader", "bepalingen": [
                {"regel": "Decreet", "artikel": "art. 7", "status": "te-controleren", "bron": source},
                {"regel": "Wet", "status": "geverifieerd", "bron": source}]}),
        ];
        let list = number(&mut blocks);
        let parts: Vec<_> = list.iter().map(|part| part["deel"].as_str().unwrap()).collect();
        assert_eq!(parts, ["Waarom", "Een mentor vertelt", "Meer lezen", "Decreet, art. 7"]);
        assert_eq!(blocks[3]["vragen"][0]["blokken"][0]["bronplek"], 3);
        assert_eq!(blocks[4]["bepalingen"][1]["bronplek"], Value::Null);
    }
}
