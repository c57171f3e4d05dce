//! The drawings of flows, measured: of every flow of this repository, and of generated ones.

#![allow(missing_docs, clippy::unwrap_used, clippy::print_stdout, reason = "a test may stop at what cannot be")]

use std::path::Path;

use mentorwijzer::content::Kind;
use mentorwijzer::content::flow::Flow;
use mentorwijzer::flow::draw::{self, Area, Caption, Drawing, Paper, Point};
use mentorwijzer::flow::{Graph, title};
use mentorwijzer::load::{Content, read_text};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use serde_json::json;

/// Printed letters at 96 dots per inch: 7.5 points.
const SMALLEST: f64 = 10.0;
/// What is left of A4 within the margins of the site.
const PORTRAIT: (f64, f64) = (672.0, 986.0);
const LANDSCAPE: (f64, f64) = (1001.0, 657.0);

/// The flows in `cases/`, each by itself: what other files say doesn't matter here.
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
        let (case, found) = read_text(Kind::Flow, &path.to_string_lossy(), &id, &text);
        let Some(Content::Flow(flow)) = case.content else { panic!("{id}: {found:?}") };
        flows.push((id, *flow));
    }
    flows.sort_by(|a, b| a.0.cmp(&b.0));
    assert!(!flows.is_empty());
    flows
}

/// Both drawings, by name.
fn drawings(graph: &Graph) -> [(&'static str, Drawing); 2] {
    [("smal", draw::narrow_drawing(graph)), ("breed", draw::wide_drawing(graph))]
}

// What is measured. Each function tells what is wrong.

fn captions(drawing: &Drawing) -> impl Iterator<Item = &Caption> {
    drawing.boxes.iter().chain(drawing.answers.iter().map(|(_, answer)| answer)).chain([&drawing.start])
}

fn text_leaves_its_box(drawing: &Drawing) -> Vec<String> {
    let outside = |caption: &&Caption| {
        caption.face.widest(&caption.lines) + 8.0 > caption.area.width
            || caption.face.height(&caption.lines) > caption.area.height
    };
    captions(drawing).filter(outside).map(|caption| caption.lines.join("/")).collect()
}

fn something_overlaps(drawing: &Drawing) -> Vec<String> {
    let all: Vec<&Caption> = captions(drawing).collect();
    let mut found = Vec::new();
    for (i, a) in all.iter().enumerate() {
        for b in &all[i + 1..] {
            let apart = |a: Area, b: Area| a.right() + 3.0 <= b.x || a.bottom() + 3.0 <= b.y;
            if !apart(a.area, b.area) && !apart(b.area, a.area) {
                found.push(format!("{} and {}", a.lines.join("/"), b.lines.join("/")));
            }
        }
    }
    found
}

fn something_leaves_the_drawing(drawing: &Drawing) -> Vec<String> {
    let outside = |x: f64, y: f64| x < 1.0 || y < 1.0 || x > drawing.width - 1.0 || y > drawing.height - 1.0;
    let areas = captions(drawing).filter(|c| outside(c.area.x, c.area.y) || outside(c.area.right(), c.area.bottom()));
    let points = drawing.strokes.iter().filter(|stroke| stroke.points.iter().any(|p| outside(p.x, p.y)));
    areas.map(|c| c.lines.join("/")).chain(points.map(|stroke| format!("{stroke:?}"))).collect()
}

/// The straight parts of every line, each with its arrow.
fn parts(drawing: &Drawing) -> Vec<(Option<usize>, Point, Point)> {
    let of = |stroke: &draw::Stroke| stroke.points.windows(2).map(|p| (stroke.edge, p[0], p[1])).collect::<Vec<_>>();
    drawing.strokes.iter().flat_map(of).collect()
}

fn something_slants(drawing: &Drawing) -> Vec<String> {
    let slants = |(_, a, b): &(Option<usize>, Point, Point)| (a.x - b.x).abs() > 0.1 && (a.y - b.y).abs() > 0.1;
    parts(drawing).iter().filter(|part| slants(part)).map(|part| format!("{part:?}")).collect()
}

/// Lines may touch the border of what they come from or lead to, nothing else.
fn a_line_meets_a_box(drawing: &Drawing) -> Vec<String> {
    let mut found = Vec::new();
    for (edge, a, b) in parts(drawing) {
        for caption in captions(drawing) {
            let area = caption.area;
            let (least, most) = (a.x.min(b.x), a.x.max(b.x));
            let (top, bottom) = (a.y.min(b.y), a.y.max(b.y));
            // Within the border by more than a hair.
            if least < area.right() - 0.1 && most > area.x + 0.1 && top < area.bottom() - 0.1 && bottom > area.y + 0.1 {
                found.push(format!("{edge:?} {a:?} {b:?} meets {}", caption.lines.join("/")));
            }
        }
    }
    found
}

/// Lines may run together only from one box, or to one box.
fn lines_lie_on_each_other(graph: &Graph, drawing: &Drawing) -> Vec<String> {
    let parts = parts(drawing);
    let ends = |edge: Option<usize>| edge.map(|edge| (graph.edges()[edge].from, graph.edges()[edge].to));
    let mut found = Vec::new();
    for (i, (e, a, b)) in parts.iter().enumerate() {
        for (f, c, d) in &parts[i + 1..] {
            let kin = match (ends(*e), ends(*f)) {
                (Some((from, to)), Some((other_from, other_to))) => from == other_from || to == other_to,
                // The line from the start mark comes to the same box.
                (None, Some((_, to))) | (Some((_, to)), None) => to == graph.start(),
                (None, None) => true,
            };
            let shared = |p: f64, q: f64, r: f64, s: f64| p.max(q).min(r.max(s)) - p.min(q).max(r.min(s)) > 1.0;
            let upright = |a: &Point, b: &Point| (a.x - b.x).abs() < 0.01;
            let along = match (upright(a, b), upright(c, d)) {
                (true, true) => (a.x - c.x).abs() < 3.0 && shared(a.y, b.y, c.y, d.y),
                (false, false) => (a.y - c.y).abs() < 3.0 && shared(a.x, b.x, c.x, d.x),
                _ => false,
            };
            if along && !kin {
                found.push(format!("{e:?} {a:?} {b:?} on {f:?} {c:?} {d:?}"));
            }
        }
    }
    found
}

/// Every arrow has a line that starts at its box, passes its answer and ends with a head at its target.
fn an_arrow_is_incomplete(graph: &Graph, drawing: &Drawing) -> Vec<String> {
    let touches = |area: Area, p: Point| {
        p.x > area.x - 0.6 && p.x < area.right() + 0.6 && p.y > area.y - 0.6 && p.y < area.bottom() + 0.6
    };
    let mut found = Vec::new();
    for (i, edge) in graph.edges().iter().enumerate() {
        let strokes: Vec<_> = drawing.strokes.iter().filter(|stroke| stroke.edge == Some(i)).collect();
        let mut stops = vec![drawing.boxes[edge.from].area];
        stops.extend(drawing.answers.iter().filter(|(of, _)| *of == i).map(|(_, answer)| answer.area));
        stops.push(drawing.boxes[edge.to].area);
        let complete = strokes.len() + 1 == stops.len()
            && stops.len() == if edge.answer.is_some() { 3 } else { 2 }
            && strokes.iter().zip(stops.windows(2)).all(|(stroke, stops)| {
                touches(stops[0], stroke.points[0]) && touches(stops[1], stroke.points[stroke.points.len() - 1])
            })
            && strokes.iter().rev().enumerate().all(|(back, stroke)| stroke.arrow == (back == 0));
        if !complete {
            found.push(format!("{i}: {strokes:?} {stops:?}"));
        }
    }
    found
}

fn an_onward_arrow_leads_up(graph: &Graph, drawing: &Drawing) -> Vec<String> {
    let onward = graph.edges().iter().filter(|edge| !edge.is_back());
    let up = onward.filter(|edge| drawing.boxes[edge.to].area.y <= drawing.boxes[edge.from].area.bottom());
    up.map(|edge| format!("{} to {}", edge.from, edge.to)).collect()
}

/// Where lines of unrelated arrows cross; a place where several run together counts once.
fn crossings(graph: &Graph, drawing: &Drawing) -> usize {
    let parts = parts(drawing);
    let ends = |edge: Option<usize>| {
        edge.map_or((usize::MAX, graph.start()), |e| (graph.edges()[e].from, graph.edges()[e].to))
    };
    let mut places: Vec<(i64, i64)> = Vec::new();
    for (e, a, b) in &parts {
        for (f, c, d) in &parts {
            let ((from, to), (other_from, other_to)) = (ends(*e), ends(*f));
            let flat = (a.y - b.y).abs() < 0.01 && (c.x - d.x).abs() < 0.01;
            if from == other_from || to == other_to || !flat {
                continue;
            }
            let within = |value: f64, p: f64, q: f64| value > p.min(q) + 0.1 && value < p.max(q) - 0.1;
            if within(c.x, a.x, b.x) && within(a.y, c.y, d.y) {
                #[allow(clippy::cast_possible_truncation, reason = "places on a drawing are small numbers")]
                places.push(((c.x * 10.0) as i64, (a.y * 10.0) as i64));
            }
        }
    }
    places.sort_unstable();
    places.dedup();
    places.len()
}

/// How many pairs of arrows cross when the nodes of each level stand in the order of the file.
fn naive_crossings(graph: &Graph) -> usize {
    let count = graph.nodes().len();
    let mut level = vec![0_usize; count];
    for _ in 0..count {
        for edge in graph.edges().iter().filter(|edge| !edge.is_back()) {
            level[edge.to] = level[edge.to].max(level[edge.from] + 1);
        }
    }
    let deepest = level.iter().max().copied().unwrap_or_default();
    let mut crossings = 0;
    for above in 0..deepest {
        // What an arrow meets on two levels under each other: its boxes, or where it passes.
        let mut lines: Vec<((usize, usize), (usize, usize))> = Vec::new();
        for (i, edge) in graph.edges().iter().enumerate() {
            if level[edge.from] <= above && level[edge.to] > above {
                let from = if level[edge.from] == above { (edge.from, 0) } else { (edge.from, i + 1) };
                let to = if level[edge.to] == above + 1 { (edge.to, 0) } else { (edge.from, i + 1) };
                lines.push((from, to));
            }
        }
        for (i, a) in lines.iter().enumerate() {
            crossings += lines[i + 1..].iter().filter(|b| (a.0 < b.0 && a.1 > b.1) || (a.0 > b.0 && a.1 < b.1)).count();
        }
    }
    crossings
}

/// How high the smallest letters are on A4, in pixels of 1/96 inch.
fn printed(drawing: &Drawing) -> f64 {
    let (width, height) = if drawing.paper == Paper::Portrait { PORTRAIT } else { LANDSCAPE };
    let scale = (width / drawing.width).min(height / drawing.height).min(1.0);
    captions(drawing).map(|caption| caption.face.size * scale).fold(f64::INFINITY, f64::min)
}

fn flaws(graph: &Graph, drawing: &Drawing) -> Vec<String> {
    let found = [
        ("text leaves its box", text_leaves_its_box(drawing)),
        ("something overlaps", something_overlaps(drawing)),
        ("something leaves the drawing", something_leaves_the_drawing(drawing)),
        ("something slants", something_slants(drawing)),
        ("a line meets a box", a_line_meets_a_box(drawing)),
        ("lines lie on each other", lines_lie_on_each_other(graph, drawing)),
        ("an arrow is incomplete", an_arrow_is_incomplete(graph, drawing)),
        ("an onward arrow leads up", an_onward_arrow_leads_up(graph, drawing)),
    ];
    found
        .into_iter()
        .flat_map(|(what, where_)| where_.into_iter().map(move |place| format!("{what}: {place}")))
        .collect()
}

#[test]
fn the_flows_of_the_repository_are_drawn_well() {
    for (id, flow) in flows() {
        let graph = Graph::new(&flow).unwrap();
        for (kind, drawing) in drawings(&graph) {
            let crossings = crossings(&graph, &drawing);
            println!(
                "{id} {kind}: {:.0} x {:.0}, {crossings} crossings (naive {}), letters {:.1} pt on paper",
                drawing.width,
                drawing.height,
                naive_crossings(&graph),
                printed(&drawing) * 0.75
            );
            assert_eq!(flaws(&graph, &drawing), Vec::<String>::new(), "{id} {kind}");
            let smallest = captions(&drawing).map(|caption| caption.face.size).fold(f64::INFINITY, f64::min);
            if kind == "smal" {
                assert!(drawing.width <= 328.0 && smallest >= 14.0, "{id}");
                assert!(crossings <= graph.edges().len() * 3 / 5, "{id}: {crossings} crossings");
            } else {
                assert!(drawing.width <= 1040.0 && smallest >= 13.0, "{id}");
                assert!(printed(&drawing) >= SMALLEST, "{id}: {:.1} pt", printed(&drawing) * 0.75);
                assert!(crossings <= naive_crossings(&graph).max(1), "{id}: {crossings} crossings");
            }
        }
    }
}

#[test]
fn the_svg_is_sound() {
    for (id, flow) in flows() {
        let graph = Graph::new(&flow).unwrap();
        let (narrow, wide) = (draw::narrow(&graph, "schema-smal"), draw::wide(&graph, "schema-breed"));
        if let Some(folder) = std::env::var_os("MENTORWIJZER_TEKENINGEN") {
            std::fs::write(Path::new(&folder).join(format!("{id}.smal.svg")), &narrow).unwrap();
            std::fs::write(Path::new(&folder).join(format!("{id}.breed.svg")), &wide).unwrap();
        }
        for (name, svg) in [("schema-smal", &narrow), ("schema-breed", &wide)] {
            assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n") && !svg.contains("\n\n"), "{id}");
            assert!(svg.contains(&format!("aria-labelledby=\"{name}-titel\"")), "{id}");
            assert!(svg.contains("role=\"img\"") && svg.contains("aria-describedby=\"schema-tekst\""), "{id}");
            for node in graph.nodes() {
                assert!(svg.contains(&format!("href=\"#knoop-{}\" tabindex=\"-1\"", node.id())), "{id}");
            }
            assert!(!["<script", "fill=", "stroke=", "NaN", "inf"].iter().any(|bad| svg.contains(bad)), "{id}");
            for marker in svg.split("id=\"").skip(1) {
                assert!(marker.starts_with(name), "{id}: an id that the other drawing may have too");
            }
            assert_eq!(svg.matches('<').count(), svg.matches('>').count(), "{id}");
        }
    }
}

#[test]
fn drawings_are_the_same_every_time() {
    for (_, flow) in flows() {
        let graph = Graph::new(&flow).unwrap();
        assert_eq!(draw::wide(&graph, "a"), draw::wide(&graph, "a"));
        assert_eq!(draw::narrow(&graph, "a"), draw::narrow(&graph, "a"));
    }
}

#[test]
fn texts_are_escaped() {
    let flow = build(vec![vec![(1, false), (2, false)], vec![], vec![]], &["Mag \"<b>\" & 'meer'?".to_owned()]);
    let svg = draw::narrow(&Graph::new(&flow).unwrap(), "x");
    assert!(svg.contains("&lt;b&gt;") && svg.contains("&amp;") && svg.contains("&quot;") && !svg.contains("<b>"));
    assert_eq!(title(&flow.nodes[0]), "Mag \"<b>\" & 'meer'?");
}

// Generated flows.

/// A flow of nodes with their targets, and whether an arrow goes back.
fn build(nodes: Vec<Vec<(usize, bool)>>, texts: &[String]) -> Flow {
    let text = |i: usize| texts[i % texts.len()].clone();
    let nodes: Vec<_> = nodes.into_iter().enumerate().map(|(i, targets)| match targets.as_slice() {
        [] => json!({"soort": "einde", "id": format!("n{i}"), "titel": text(i), "actie": "Doe iets.", "wie": ["school"],
            "termijn": {"tekst": "Vraag het.", "status": "niet-in-bron"}, "bron": [{"document": "x"}], "nagekeken": "2026-11-20"}),
        [(to, false)] => json!({"soort": "stap", "id": format!("n{i}"), "stap": text(i), "wie": "jij", "naar": format!("n{to}")}),
        _ => {
            let answers: Vec<_> = targets.iter().enumerate().map(|(a, (to, back))| {
                json!({"antwoord": text(i + 7 * a + 3), "naar": format!("n{to}"), "terug": back})
            }).collect();
            json!({"soort": "vraag", "id": format!("n{i}"), "vraag": text(i), "antwoorden": answers})
        }
    }).collect();
    serde_json::from_value(json!({
        "titel": "Proef", "kort": "Proef.", "fase": ["nu"], "start": "n0", "nodig": [], "knopen": nodes,
        "voorbeelden": [], "bron": [{"document": "x"}], "status": "nagelezen", "nagekeken": "2026-11-20", "herzien": "2027-09-01",
    })).unwrap()
}

/// Up to 40 nodes: each but the first hangs on an earlier one, some have more arrows, some go back.
fn some_flow() -> impl Strategy<Value = Flow> {
    let word = "[a-z]{1,9}|[a-z]{10,28}|overeenkomst|trajectbegeleider|arbeidsongevallenverzekering";
    let text = prop::collection::vec(word, 1..9).prop_map(|words| {
        let mut text = words.join(" ");
        text.truncate(90);
        text.trim().to_owned()
    });
    let nodes = 2_usize..=40;
    nodes
        .prop_flat_map(move |count| {
            let parents: Vec<_> = (1..count).map(|i| i.saturating_sub(5)..i).collect();
            let more = prop::collection::vec((0..count, 0..count), 0..=count / 3);
            (Just(count), parents, more, prop::collection::vec(text.clone(), 12))
        })
        .prop_map(|(count, parents, more, texts)| {
            let mut targets: Vec<Vec<(usize, bool)>> = vec![Vec::new(); count];
            for (i, parent) in parents.into_iter().enumerate() {
                targets[parent].push((i + 1, false));
            }
            for (from, to) in more {
                // An arrow back comes from below a node: down along the first child.
                if from < to {
                    targets[from].push((to, false));
                } else if let Some(&(child, _)) = targets[to].first().filter(|(child, _)| !targets[*child].is_empty()) {
                    targets[child].push((to, true));
                }
            }
            build(targets, &texts)
        })
}

proptest! {
    // A wide drawing of forty nodes takes a while without optimisation.
    // The same flows every time: a test of this size must not fail by chance.
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 0, rng_seed: RngSeed::Fixed(2026), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_flow_is_drawn_narrow(flow in some_flow()) {
        let graph = Graph::new(&flow).unwrap();
        let drawing = draw::narrow_drawing(&graph);
        prop_assert_eq!(flaws(&graph, &drawing), Vec::<String>::new());
        prop_assert!(drawing.width <= 328.0);
    }

    #[test]
    fn any_flow_is_drawn_wide(flow in some_flow()) {
        let graph = Graph::new(&flow).unwrap();
        let drawing = draw::wide_drawing(&graph);
        prop_assert_eq!(flaws(&graph, &drawing), Vec::<String>::new());
        // Forty nodes with lines all over don't always fit; they stay close to it.
        prop_assert!(drawing.width <= 1300.0, "{}", drawing.width);
    }
}
