//! Proves.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test may stop at what cannot be")]

use std::path::Path;

use mentorwijzer::content::Kind;
use mentorwijzer::content::flow::Flow;
use mentorwijzer::flow::{Graph, draw};
use mentorwijzer::load::{Content, read_text};

fn flows() -> Vec<(String, Flow)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases/stroomschemas");
    let mut flows = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let id = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut text = std::fs::read_to_string(&path).unwrap();
        if !text.contains("\nvoorbeelden:") {
            text.push_str("\nvoorbeelden: [{situatie: x, antwoorden: [x], einde: x}]\n");
        }
        let (case, found) = read_text(Kind::Flow, "x.yaml", &id, &text);
        match case.content {
            Some(Content::Flow(flow)) => flows.push((id, *flow)),
            _ => println!("{id} {found:?}"),
        }
    }
    flows.sort_by(|a, b| a.0.cmp(&b.0));
    flows
}

#[test]
fn writes() {
    for (id, flow) in flows() {
        let graph = Graph::new(&flow).unwrap();
        for (kind, drawing, svg) in [("smal", draw::narrow_drawing(&graph), draw::narrow(&graph, "schema-smal")),
            ("breed", draw::wide_drawing(&graph), draw::wide(&graph, "schema-breed"))] {
            println!("{id} {kind} {:.0}x{:.0} {:?}", drawing.width, drawing.height, drawing.paper);
            std::fs::write(format!("/tmp/draw/{id}.{kind}.svg"), svg).unwrap();
        }
    }
}
