//! What others hear of the site: the head of its pages, the site map, the feed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at what cannot be")]

mod common;

use std::collections::BTreeSet;

use common::{Site, tree};
use serde_json::Value;

const ADDRESS: &str = "https://voorbeeld.be/groen";

fn with_address() -> Site {
    let site = Site::new();
    site.put_at(ADDRESS);
    assert_eq!(site.run(&["build"]).status, 0);
    site
}

/// The pages of a built site: address and HTML.
fn pages(site: &Site) -> Vec<(String, String)> {
    let files = tree(&site.path("site")).into_iter();
    let pages = files.filter(|(path, _)| path.strip_suffix(".html").is_some());
    pages.map(|(path, content)| (path, String::from_utf8(content).unwrap())).collect()
}

fn between<'t>(text: &'t str, start: &str, end: &str) -> Option<&'t str> {
    Some(text.split_once(start)?.1.split_once(end)?.0)
}

fn meta<'p>(page: &'p str, name: &str) -> Option<&'p str> {
    between(page, &format!("=\"{name}\" content=\""), "\"")
}

/// The nodes of a page's JSON-LD.
fn graph(page: &str) -> Vec<Value> {
    let Some(text) = between(page, "<script type=\"application/ld+json\">", "</script>") else { return Vec::new() };
    let data: Value = serde_json::from_str(text).unwrap();
    assert_eq!(data["@context"], "https://schema.org");
    data["@graph"].as_array().unwrap().clone()
}

/// Stops unless a node has the shape that its type asks for.
fn assert_shape(node: &Value, path: &str) {
    let text = |value: &Value| assert!(value.as_str().is_some_and(|text| !text.is_empty()), "{path}: {node:#}");
    match node["@type"].as_str().unwrap() {
        "WebSite" => text(&node["name"]),
        "QAPage" => {
            let question = &node["mainEntity"];
            assert_eq!((&question["@type"], &question["answerCount"]), (&"Question".into(), &1.into()), "{path}");
            assert_eq!(question["acceptedAnswer"]["@type"], "Answer", "{path}");
            text(&question["name"]);
            text(&question["acceptedAnswer"]["text"]);
        }
        "HowTo" => {
            text(&node["name"]);
            let steps = node["step"].as_array().unwrap();
            assert!(!steps.is_empty(), "{path}");
            for step in steps {
                assert_eq!(step["@type"], "HowToStep", "{path}");
                text(&step["name"]);
                text(&step["text"]);
            }
        }
        "BreadcrumbList" => {
            let items = node["itemListElement"].as_array().unwrap();
            assert!(items.len() >= 3, "{path}");
            for (index, item) in items.iter().enumerate() {
                assert_eq!((&item["@type"], &item["position"]), (&"ListItem".into(), &(index + 1).into()), "{path}");
                text(&item["name"]);
            }
        }
        other => panic!("{path}: {other}"),
    }
}

fn types(page: &str) -> Vec<String> {
    graph(page).iter().map(|node| node["@type"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn every_page_says_what_it_is_and_where() {
    let site = with_address();
    let mut titles = BTreeSet::new();
    for (path, page) in pages(&site) {
        let title = between(&page, "<title>", "</title>").unwrap();
        assert!(titles.insert(title.to_owned()), "{path}: {title} is also of another page");
        assert!(meta(&page, "description").is_some_and(|text| !text.is_empty()), "{path}");
        let apart = ["404.html", "zonder-internet.html"].contains(&path.as_str());
        assert_eq!(meta(&page, "robots"), apart.then_some("noindex"), "{path}");
        if apart {
            continue;
        }
        let shown = path.replace("-op-papier", "");
        let address = format!("{ADDRESS}/{}", if shown == "index.html" { "" } else { &shown });
        assert_eq!(between(&page, "rel=\"canonical\" href=\"", "\""), Some(address.as_str()), "{path}");
        assert_eq!(meta(&page, "og:url"), Some(address.as_str()), "{path}");
        assert_eq!(meta(&page, "og:image"), Some("https://voorbeeld.be/groen/beelden/deelbeeld.png"), "{path}");
        assert!(page.contains("type=\"application/atom+xml\""), "{path}");
        for node in &graph(&page) {
            assert_shape(node, &path);
        }
    }
    assert!(site.path("site/beelden/deelbeeld.png").is_file());
    assert_eq!(types(&site.read("site/index.html")), ["WebSite"]);
    assert_eq!(types(&site.read("site/stroomschemas/verbranding.html")), ["HowTo", "BreadcrumbList"]);
    let question = types(&site.read("site/vragen/brandwonde.html"));
    assert_eq!((question.first().unwrap().as_str(), question.last().unwrap().as_str()), ("QAPage", "BreadcrumbList"));
    let trail = graph(&site.read("site/vragen/te-vroeg-op.html")).pop().unwrap();
    assert_eq!(trail["itemListElement"][1]["item"], "https://voorbeeld.be/groen/vragen/index.html");
}

#[test]
fn without_an_address_nothing_invents_one() {
    let site = Site::new();
    site.put_at("");
    assert_eq!(site.run(&["build"]).status, 0);
    for (path, page) in pages(&site) {
        for absent in ["canonical", "og:url", "og:image", "atom+xml", "\"item\":"] {
            assert!(!page.contains(absent), "{path}: {absent}");
        }
        for node in &graph(&page) {
            assert_shape(node, &path);
        }
    }
    assert!(!site.path("site/vragen.atom").exists() && !site.path("site/sitemap.xml").exists());
    let found = site.run(&["check"]);
    assert!(format!("{}{}", found.output, found.errors).contains("Het adres van de site is nog niet ingevuld."));
}

/// What an author writes can't end the element that the data stands in.
#[test]
fn a_question_about_tags_stays_a_question() {
    let site = with_address();
    let text = site.read("cases/vragen/te-vroeg-op.yaml");
    let line = text.lines().find(|line| line.starts_with("vraag:")).unwrap();
    let asked = "Wat doet </script><b>&amp; in een vraag?";
    site.write("cases/vragen/te-vroeg-op.yaml", &text.replacen(line, &format!("vraag: \"{asked}\""), 1));
    let ended = site.run(&["build"]);
    assert_eq!(ended.status, 0, "{}", ended.errors);
    let page = site.read("site/vragen/te-vroeg-op.html");
    assert_eq!(graph(&page)[0]["mainEntity"]["name"], asked);
    assert_eq!(meta(&page, "og:title"), Some("Wat doet &lt;/script&gt;&lt;b&gt;&amp;amp; in een vraag?"));
    assert!(
        site.read("site/vragen.atom")
            .contains("<title>Wat doet &lt;/script&gt;&lt;b&gt;&amp;amp; in een vraag?</title>")
    );
}

#[test]
fn the_feed_has_the_question_that_was_checked_last_in_front() {
    let site = Site::new();
    let text = site.read("cases/vragen/te-vroeg-op.yaml");
    let line = text.lines().find(|line| line.starts_with("nagekeken:")).unwrap();
    site.write("cases/vragen/te-vroeg-op.yaml", &text.replacen(line, "nagekeken: 2026-12-01", 1));
    site.put_at(&format!("{ADDRESS}/"));
    let ended = site.run(&["build"]);
    assert_eq!(ended.status, 0, "{}", ended.errors);
    insta::assert_snapshot!(site.read("site/vragen.atom"));
}
