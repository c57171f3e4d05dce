//! Whole builds: what lies in the site, and that there is never half a one.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at what cannot be")]

mod common;

use std::fs;
use std::process::Stdio;
use std::time::Instant;

use common::{Site, assert_dutch, command, tree};

#[test]
fn a_build_writes_the_whole_site_and_says_nothing() {
    let site = Site::new();
    let ended = site.run(&["build"]);
    assert_eq!((ended.status, ended.output.as_str()), (0, ""), "{}", ended.errors);

    let files = tree(&site.path("site"));
    for expected in [
        ".mentorwijzer",
        "404.html",
        "beelden/foto.png",
        "data/vragen.json",
        "favicon.svg",
        "index.html",
        "over.html",
        "scripts/site.js",
        "search/core.js",
        "stijl/kleuren.css",
        "stijl/site.css",
        "vragen/index.html",
        "vragen/te-vroeg-op.html",
    ] {
        assert!(files.contains_key(expected), "{expected} ontbreekt in {:#?}", files.keys());
    }
    for stock in ["book", "toc", "highlight", "fonts/", "css/", "print", "searcher", "elasticlunr", "clipboard"] {
        assert!(!files.keys().any(|name| name.starts_with(stock)), "{stock}");
    }
    for (name, content) in &files {
        assert!(!String::from_utf8_lossy(content).contains("deeg niet rijst"), "a concept in {name}");
    }
    assert!(site.read("site/vragen/te-vroeg-op.html").contains("Een bakker staat vroeg op."));
    assert!(site.read("site/index.html").contains("lang=\"nl\""));
    assert!(site.read("site/over.html").contains("<p><img src=\"beelden/foto.png\" alt=\"Foto\"></p>"));
}

/// The golden mini-site: what a reader of each page gets. A change of a template or style of
/// writing shows here as a difference that a person can read.
#[test]
fn the_pages_of_the_minisite_are_as_they_were() {
    let site = Site::new();
    assert_eq!(site.run(&["build"]).status, 0);
    for (name, content) in tree(&site.path("site")) {
        let Some(page) = name.strip_suffix(".html") else { continue };
        let html = String::from_utf8(content).unwrap();
        let (_, rest) = html.split_once("<main").unwrap();
        let (main, _) = rest.split_once("</main>").unwrap();
        let main = without_drawings(main);
        insta::with_settings!({ snapshot_path => "snapshots/minisite", prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(page.replace('/', "_"), format!("<main{main}</main>"));
        });
    }
}

/// Where every line of a drawing lies is for the tests of drawings.
fn without_drawings(html: &str) -> String {
    let mut pieces = html.split("<svg class=\"schema ");
    let mut text = pieces.next().unwrap().to_owned();
    for piece in pieces {
        text.push_str("TEKENING");
        text.push_str(piece.split_once("</svg>").unwrap().1);
    }
    text
}

/// Text without blanks, one item thousands of times, a number as long as the file: whatever fits in
/// a file builds, in a time that stays near that of ordinary text of the same size.
#[test]
fn strange_content_builds_as_fast_as_ordinary_content() {
    let time = |text: &str| {
        let site = Site::new();
        let list = site.read("cases/checklists/oven-veilig.yaml");
        let start = Instant::now();
        site.write("cases/checklists/vreemd.yaml", &list.replace("      - punt: De wanten liggen klaar.\n", text));
        let ended = site.run(&["build"]);
        assert_eq!(ended.status, 0, "{}", ended.errors);
        start.elapsed()
    };
    let items: Vec<String> = (0..3000).map(|i| format!("      - punt: Leg wanten nummer {i} klaar.\n")).collect();
    let ordinary = items.concat();
    let plain = time(&ordinary);
    let strange = [
        "      - punt: Leg de wanten vandaag klaar.\n".repeat(3000),
        format!("      - punt: {}\n", "x".repeat(120_000)),
        format!("      - punt: {}\n", "a-".repeat(60_000)),
        format!("      - punt: {}\n", "7 ".repeat(60_000)),
        format!("      - punt: x{}\n", "*".repeat(120_000)),
        format!("      - punt: \"{}\"\n", "[".repeat(120_000)),
    ];
    for text in strange {
        let took = time(&text);
        assert!(took < plain * 6, "{took:?} against {plain:?}: {text:.60}");
    }
}

#[test]
fn nothing_of_this_machine_or_moment_is_in_the_site() {
    let (one, other) = (Site::new(), Site::new());
    for site in [&one, &other] {
        assert_eq!(site.run(&["build"]).status, 0);
    }
    let files = tree(&one.path("site"));
    assert_eq!(files, tree(&other.path("site")));
    let root = one.root().to_string_lossy().into_owned();
    for (name, content) in files {
        assert!(!String::from_utf8_lossy(&content).contains(&root), "{name}");
    }
}

#[test]
fn the_missing_page_is_dutch_and_links_from_the_root() {
    let site = Site::new();
    assert_eq!(site.run(&["build"]).status, 0);
    let page = site.read("site/404.html");
    assert!(page.contains("<base href=\"/\">"), "{page}");
    assert!(page.contains("Deze pagina bestaat niet"));
    assert!(!page.contains("not found") && !page.contains("not be found"));
}

#[test]
fn a_known_address_gives_a_site_map() {
    let site = Site::new();
    site.put_at("https://voorbeeld.be/groen");
    assert_eq!(site.run(&["build"]).status, 0);
    let map = site.read("site/sitemap.xml");
    assert!(map.contains("<loc>https://voorbeeld.be/groen/</loc>"), "{map}");
    assert!(map.contains("<loc>https://voorbeeld.be/groen/vragen/te-vroeg-op.html</loc>"));
    assert!(!map.contains("404"));
    assert!(site.read("site/404.html").contains("<base href=\"/groen/\">"));
}

#[test]
fn faulty_content_leaves_the_site_as_it_was() {
    let site = Site::new();
    assert_eq!(site.run(&["build"]).status, 0);
    let before = tree(&site.path("site"));
    site.write("cases/vragen/te-vroeg-op.yaml", "vraag: 1\n");
    let ended = site.run(&["build"]);
    assert_eq!((ended.status, ended.output.as_str()), (1, ""));
    assert!(ended.errors.contains("cases/vragen/te-vroeg-op.yaml"), "{}", ended.errors);
    assert_eq!(tree(&site.path("site")), before);
}

#[test]
fn a_faulty_book_is_told_in_dutch() {
    let site = Site::new();
    assert_eq!(site.run(&["build"]).status, 0);
    let before = tree(&site.path("site"));
    for (file, text, said) in [
        ("theme/index.hbs", "{{#if title}} nooit gesloten", "mdBook kan"),
        ("book/src/SUMMARY.md", "- [Weg](weg.md)\n", "mdBook kan"),
        ("book/src/SUMMARY.md", "- [Start](index.md)\n", "book/src/index.md"),
        ("book/book.toml", "[book]\ntitel = 1\n", "book.toml"),
    ] {
        let original = fs::read(site.path(file)).ok();
        site.write(file, text);
        site.write("book/src/index.md", "# Botst\n");
        let ended = site.run(&["build"]);
        assert_eq!(ended.status, 2, "{file}: {}", ended.errors);
        assert!(ended.errors.starts_with("fout: ") && ended.errors.contains(said), "{file}: {}", ended.errors);
        assert_dutch(&ended.errors);
        assert_eq!(tree(&site.path("site")), before);
        match original {
            Some(content) => fs::write(site.path(file), content).unwrap(),
            None => fs::remove_file(site.path(file)).unwrap(),
        }
    }
    fs::remove_file(site.path("book/src/SUMMARY.md")).unwrap();
    let ended = site.run(&["build"]);
    assert!(ended.status == 2 && ended.errors.contains("SUMMARY.md ontbreekt"), "{}", ended.errors);
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let site = Site::new();
    site.write("map/brief.txt", "van mij");
    site.write("src/main.rs", "");
    let before = tree(site.root());
    for out in ["map", ".", "cases", "cases/vragen", "cases/nieuw/diep", "book", "src", "map/brief.txt"] {
        let ended = site.run(&["build", "--out", out]);
        assert_eq!(ended.status, 2, "{out}");
        assert!(ended.errors.starts_with("fout: "), "{}", ended.errors);
        assert_dutch(&ended.errors);
    }
    assert_eq!(tree(site.root()), before);
    assert!(!site.path("cases/nieuw").exists());
    assert_eq!(site.read("map/brief.txt"), "van mij");
    assert!(site.path("cases/site.yaml").is_file());
}

#[cfg(unix)]
#[test]
fn a_temporary_folder_that_is_not_there_is_told_in_dutch() {
    let site = Site::new();
    for order in ["build", "serve"] {
        let ended = common::ended(command(&[order]).current_dir(site.root()).env("TMPDIR", "/nergens"));
        assert_eq!(ended.status, 2);
        assert_eq!(ended.errors, "fout: In /nergens is geen tijdelijke map te maken: dat bestaat niet.\n");
    }
}

/// mdBook's own preprocessors would read `{{#…}}` in what authors write as orders.
#[test]
fn only_our_preprocessor_runs_whatever_the_book_asks() {
    let site = Site::new();
    let chapter = format!("{}\n\nZo dus: {{{{#title Gekaapt}}}}.\n", site.read("book/src/over.md"));
    site.write("book/src/over.md", &chapter);
    let settings = site.read("book/book.toml").replace("use-default-preprocessors = false", "");
    site.write("book/book.toml", &settings);
    assert_eq!(site.run(&["build"]).status, 0);
    assert!(site.read("site/over.html").contains("{{#title Gekaapt}}"));
}

#[test]
fn a_local_theme_file_wins() {
    let site = Site::new();
    site.write("theme/stijl/site.css", "/* van ons */");
    assert_eq!(site.run(&["build"]).status, 0);
    assert_eq!(site.read("site/stijl/site.css"), "/* van ons */");
}

/// Kills builds at many moments; the site is always a whole one, and the next build succeeds.
#[test]
fn a_killed_build_leaves_a_whole_site() {
    let site = Site::new();
    assert_eq!(site.run(&["build"]).status, 0);
    let first = tree(&site.path("site"));
    site.write("theme/stijl/site.css", "/* tweede */");
    let start = Instant::now();
    assert_eq!(site.run(&["build", "--out", "proef"]).status, 0);
    let whole = start.elapsed();
    let second = tree(&site.path("proef"));
    assert_eq!(second["stijl/site.css"], b"/* tweede */");
    for part in 0..40 {
        let moment = whole * part / 36;
        let mut child = command(&["build"]).current_dir(site.root()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(moment);
        child.kill().unwrap();
        child.wait().unwrap();
        let now = tree(&site.path("site"));
        assert!(now == first || now == second, "na {moment:?}: {:#?}", now.keys());
    }
    assert_eq!(site.run(&["build"]).status, 0);
    assert_eq!(tree(&site.path("site")), second);
    assert!(!site.path(".site.werk").exists());
}

#[test]
fn two_builds_at_once_do_not_disturb_each_other() {
    let site = Site::new();
    let start = || command(&["build"]).current_dir(site.root()).stderr(Stdio::null()).spawn().unwrap();
    let mut children = [start(), start(), start()];
    for child in &mut children {
        assert!(child.wait().unwrap().success());
    }
    assert!(site.path("site/index.html").is_file());
    assert!(!site.path(".site.werk").exists());
}

/// What mdBook sends for a book with one chapter, as a file.
fn invitation(site: &Site, book: &str) -> fs::File {
    let over = site.read("book/src/over.md");
    let input = serde_json::json!([
        {
            "root": site.path(book),
            "config": { "book": { "src": "src" } },
            "renderer": "html",
            "mdbook_version": "0.5.4"
        },
        { "items": [{ "Chapter": {
            "name": "Over deze site", "content": over, "number": null, "sub_items": [],
            "path": "over.md", "source_path": "over.md", "parent_names": []
        } }] }
    ]);
    let file = site.path("invoer.json");
    fs::write(&file, input.to_string()).unwrap();
    fs::File::open(&file).unwrap()
}

#[test]
fn the_preprocessor_takes_the_root_that_it_is_given() {
    let site = Site::new();
    let elsewhere = "ergens/anders/book";
    let without = common::ended(command(&["preprocess"]).stdin(invitation(&site, elsewhere)));
    assert!(without.status == 2 && without.errors.contains("geen map `cases`"), "{}", without.errors);
    let root = site.root().to_str().unwrap();
    let with = common::ended(command(&["preprocess", "--root", root]).stdin(invitation(&site, elsewhere)));
    assert_eq!(with.status, 0, "{}", with.errors);
}

/// The chapters that plain mdBook gets are those of our own build.
#[test]
fn the_preprocessor_gives_the_same_chapters() {
    let site = Site::new();
    assert_eq!(site.run(&["build"]).status, 0);
    let ended = common::ended(command(&["preprocess"]).stdin(invitation(&site, "book")));
    assert_eq!(ended.status, 0, "{}", ended.errors);

    let book: serde_json::Value = serde_json::from_str(&ended.output).unwrap();
    let chapters: Vec<_> = book["items"].as_array().unwrap().iter().map(|item| &item["Chapter"]).collect();
    assert_eq!(chapters[0]["path"], "index.md");
    assert!(chapters.last().unwrap()["content"].as_str().unwrap().contains("\n# Over deze site\n"));
    let mut pages: Vec<_> =
        chapters.iter().map(|chapter| chapter["path"].as_str().unwrap().replace(".md", ".html")).collect();
    pages.sort();
    let built: Vec<_> = tree(&site.path("site")).into_keys().filter(|name| name.contains(".html")).collect();
    assert_eq!(pages, built);
}
