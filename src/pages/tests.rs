//! What holds for every page, and two pages in full.

use std::collections::BTreeSet;
use std::path::Path;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag};
use serde_json::json;

use super::terms::book_options;
use super::test_support::{knowledge, typed};
use super::{Page, Press, build};

fn pages() -> Vec<Page> {
    build(&knowledge().published()).unwrap()
}

/// The pages of the small knowledge base, and those of the real content.
fn all_pages() -> Vec<Vec<Page>> {
    let loaded = crate::load::load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    let real = loaded.knowledge.map(|knowledge| build(&knowledge.published()).unwrap());
    std::iter::once(pages()).chain(real).collect()
}

fn page(path: &str) -> Page {
    pages().into_iter().find(|page| page.path == path).unwrap()
}

fn heading_levels(markdown: &str) -> Vec<HeadingLevel> {
    let events = Parser::new_ext(markdown, book_options());
    events
        .filter_map(|event| if let Event::Start(Tag::Heading { level, .. }) = event { Some(level) } else { None })
        .collect()
}

fn ids(markdown: &str) -> Vec<String> {
    let headings = Parser::new_ext(markdown, book_options()).filter_map(|event| match event {
        Event::Start(Tag::Heading { id, .. }) => id.map(|id| id.to_string()),
        _ => None,
    });
    let raw = markdown.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next().map(str::to_owned));
    headings.chain(raw).collect()
}

#[test]
fn every_address_of_the_site_has_a_page() {
    let paths: Vec<_> = pages().into_iter().map(|page| page.path).collect();
    insta::assert_snapshot!(paths.join("\n"));
}

#[test]
fn two_builds_are_the_same() {
    assert_eq!(pages(), pages());
}

#[test]
fn headings_start_with_one_title_and_skip_no_level() {
    for page in all_pages().into_iter().flatten() {
        let levels = heading_levels(&page.markdown);
        assert_eq!(levels.first(), Some(&HeadingLevel::H1), "{}", page.path);
        assert_eq!(levels.iter().filter(|level| **level == HeadingLevel::H1).count(), 1, "{}", page.path);
        for pair in levels.windows(2) {
            assert!(pair[1] as usize <= pair[0] as usize + 1, "{}: {pair:?}", page.path);
        }
    }
}

#[test]
fn ids_are_unique_on_a_page() {
    for page in all_pages().into_iter().flatten() {
        let ids = ids(&page.markdown);
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{}: {ids:?}", page.path);
    }
}

#[test]
fn links_between_pages_arrive() {
    for pages in all_pages() {
        links_arrive(&pages);
    }
}

fn links_arrive(pages: &[Page]) {
    for page in pages {
        for event in Parser::new_ext(&page.markdown, book_options()) {
            let Event::Start(Tag::Link { dest_url, .. }) = event else { continue };
            if ["http", "tel:", "mailto:"].iter().any(|start| dest_url.starts_with(start)) {
                continue;
            }
            let (path, anchor) = dest_url.split_once('#').unwrap_or((&dest_url, ""));
            let target = if path.is_empty() {
                page.path.clone()
            } else if let Some(rest) = path.strip_prefix("../") {
                rest.to_owned()
            } else {
                let folder = page.path.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
                format!("{folder}{path}")
            };
            let found = pages.iter().find(|page| page.path == target);
            let found = found.unwrap_or_else(|| panic!("{}: {dest_url}", page.path));
            assert!(
                anchor.is_empty() || ids(&found.markdown).iter().any(|id| id == anchor),
                "{}: {dest_url}",
                page.path
            );
        }
    }
}

#[test]
fn drafts_stay_away() {
    for page in pages() {
        assert!(!page.markdown.contains("Geheim concept"), "{}", page.path);
        assert!(!page.markdown.contains("Nog niet klaar"), "{}", page.path);
        assert!(!page.markdown.contains("vragen/concept"), "{}", page.path);
    }
}

#[test]
fn every_page_ends_with_the_help_line_and_all_but_home_have_a_breadcrumb() {
    for page in all_pages().into_iter().flatten() {
        assert!(page.markdown.contains("## Hulp nodig?"), "{}", page.path);
        let crumbs = page.markdown.contains("<nav class=\"kruimels\"");
        assert_eq!(crumbs, page.path != "index.md", "{}", page.path);
    }
}

#[test]
fn trainer_blocks_are_for_trainers_only() {
    for page in all_pages().into_iter().flatten() {
        assert_eq!(page.markdown.contains("blok-opleider"), page.path == "opleiders.md", "{}", page.path);
    }
}

#[test]
fn testimonies_are_marked_as_retold_and_dead_links_are_no_links() {
    let page = page("vragen/te-laat.md");
    assert!(page.markdown.contains("(naverteld, "));
    assert!(!page.markdown.contains("dood.be"));
}

#[test]
fn emergency_services_can_be_called_where_they_are_named() {
    let call = "<a class=\"noodnummer\" href=\"tel:112\">Bel 112</a>";
    for path in ["index.md", "vragen/te-laat.md", "stroomschemas/stoppen.md", "wie-is-wie.md"] {
        assert_eq!(page(path).markdown.matches(call).count(), 1, "{path}");
    }
    for page in pages() {
        assert!(page.markdown.contains("href=\"tel:112\">bel 112</a>"), "{}", page.path);
    }
}

#[test]
fn the_help_line_leads_with_its_number_once_it_has_one() {
    let mut knowledge = knowledge();
    knowledge.site.help_line = typed(json!({
        "naam": "Hulplijn", "uitleg": "Elke werkdag.", "telefoon": "02 123 45 67", "mail": "hulp@voorbeeld.be",
    }));
    insta::assert_snapshot!(Press::new(&knowledge).footer("over.md").unwrap());
}

#[test]
fn hand_written_chapters_have_a_breadcrumb() {
    let of = |path: &str| Press::new(&knowledge()).breadcrumb(path, "Titel").unwrap();
    assert!(of("over.md").contains("1. [Start](index.md)\n1. Titel\n"));
    assert!(of("handleiding/index.md").contains("1. [Start](../index.md)\n1. Titel\n"));
    assert!(of("handleiding/x.md").contains("1. [Handleiding](../handleiding/index.md)\n1. Titel\n"));
}

#[test]
fn a_form_has_boxes_for_many_choices_and_rounds_for_one() {
    let form = page("sjablonen/agenda.md").markdown;
    assert!(form.contains("<input type=\"checkbox\" name=\"veld-1-4\"> mentor"), "{form}");
    assert!(form.contains("<input type=\"radio\" name=\"veld-1-5\"> ja"), "{form}");
}

#[test]
fn a_question_in_full() {
    insta::assert_snapshot!(page("vragen/te-laat.md").markdown);
}

/// Where every line of a drawing lies is for the tests of drawings.
fn without_drawings(markdown: &str) -> String {
    let mut pieces = markdown.split("<svg class=\"schema ");
    let mut text = pieces.next().unwrap().to_owned();
    for piece in pieces {
        text.push_str("TEKENING");
        text.push_str(piece.split_once("</svg>").unwrap().1);
    }
    text
}

#[test]
fn a_flow_in_full() {
    insta::assert_snapshot!(without_drawings(&page("stroomschemas/stoppen.md").markdown));
}
