//! mdBook in process: our chapters in, HTML pages out, and nothing of mdBook's own front end.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, anyhow, bail};
use mdbook_driver::MDBook;
use mdbook_preprocessor::book::{Book, BookItem, Chapter};
use mdbook_preprocessor::config::Config;
use mdbook_preprocessor::{Preprocessor, PreprocessorContext};
use serde_json::{Value, json};
use walkdir::WalkDir;

use super::head::Head;
use super::theme::Theme;
use super::{examples, plain};
use crate::content::KnowledgeBase;
use crate::content::block::Block;
use crate::output::disk;
use crate::pages::manual::Manual;
use crate::pages::{self, Page, Press};
use crate::rules::ALL;

/// The name of our entry in `book.toml`.
pub const PREPROCESSOR: &str = "mentorwijzer";

/// The page that web servers show at addresses that don't exist.
const NOT_FOUND: &str = "404.md";

const HOME: &str = "index.md";

/// Puts the generated pages into a book and finishes the hand-written ones. The same for our own
/// build and for plain mdBook, which asks for it over standard input and output.
#[derive(Debug)]
pub struct Chapters {
    pages: Vec<Page>,
    knowledge: KnowledgeBase,
    examples: Vec<(String, String, Block)>,
}

impl Chapters {
    /// Makes the pages of the knowledge base.
    ///
    /// # Errors
    /// When a template is faulty.
    pub fn new(knowledge: &KnowledgeBase) -> Result<Self> {
        let mut pages = pages::build(knowledge)?;
        // mdBook takes the first chapter for the home page.
        pages.sort_by_key(|page| page.path != HOME);
        Ok(Self { pages, knowledge: knowledge.clone(), examples: examples::read()? })
    }

    /// The book with the generated pages in front, so that the home page comes first.
    ///
    /// # Errors
    /// When a hand-written chapter is faulty or has the path of a generated page.
    pub fn add_to(&self, mut book: Book) -> Result<Book> {
        let mut press = Press::new(&self.knowledge);
        let mut trouble = Ok(());
        book.for_each_chapter_mut(|chapter| {
            if trouble.is_ok() {
                trouble = self.finish(&mut press, chapter);
            }
        });
        trouble?;
        let generated = self.pages.iter().map(|page| BookItem::Chapter(chapter(page)));
        book.items.splice(0..0, generated);
        Ok(book)
    }

    /// Expands the directives of a hand-written chapter, between breadcrumb and footer.
    fn finish(&self, press: &mut Press, chapter: &mut Chapter) -> Result<()> {
        let Some(path) = chapter.path.clone() else { return Ok(()) };
        if self.pages.iter().any(|page| Path::new(&page.path) == path) {
            bail!(
                "book/src/{} heeft de naam van een pagina die gemaakt wordt: geef ze een andere naam.",
                path.display()
            );
        }
        let name = path.to_string_lossy().replace('\\', "/");
        let manual = Manual { examples: &self.examples, rules: ALL };
        let finished = press.chapter(&name, &chapter.name, &chapter.content, manual);
        chapter.content = finished.map_err(|error| anyhow!("book/src/{}: {error:#}", path.display()))?;
        Ok(())
    }

    /// What others hear of each page, by its address.
    fn heads(&self, hand_written: &Book) -> BTreeMap<String, Head> {
        let written = hand_written.chapters().filter_map(|chapter| {
            let path = chapter.path.as_ref()?.to_string_lossy().replace('\\', "/");
            let above = pages::above(&path);
            Some(Page { path, title: chapter.name.clone(), markdown: chapter.content.clone(), above })
        });
        let all = self.pages.iter().cloned().chain(written);
        all.map(|page| (page.address(), Head::of(&self.knowledge, &page))).collect()
    }

    /// The text of the page for addresses that don't exist.
    fn not_found(&self) -> Option<&str> {
        self.pages.iter().find(|page| page.path == NOT_FOUND).map(|page| page.markdown.as_str())
    }
}

impl Preprocessor for Chapters {
    fn name(&self) -> &'static str {
        PREPROCESSOR
    }

    fn run(&self, _: &PreprocessorContext, book: Book) -> Result<Book> {
        self.add_to(book)
    }
}

fn chapter(page: &Page) -> Chapter {
    let mut chapter = Chapter::new(&page.title, page.markdown.clone(), &page.path, Vec::new());
    // No file on disk belongs to it.
    chapter.source_path = None;
    chapter
}

/// Renders the book of the folder `root` to HTML pages in the folder `folder`, and gives the
/// addresses of the pages, sorted.
///
/// # Errors
/// When `book/` is incomplete, or a chapter or the shell is faulty. The message is Dutch.
pub fn render(
    root: &Path,
    knowledge: &KnowledgeBase,
    chapters: Chapters,
    theme: &Theme,
    folder: &Path,
) -> Result<Vec<String>> {
    let scratch = disk::scratch()?;
    theme.write_shell(scratch.path())?;
    let home = root.join("book");
    let mut config = config(&home, knowledge, scratch.path(), folder)?;
    let source = home.join(&config.book.src);
    require(&source.join("SUMMARY.md"))?;

    // As a chapter this page would lack the address that its links start from.
    let not_found = scratch.path().join(NOT_FOUND);
    let input = match chapters.not_found() {
        Some(text) => disk::write(&not_found, text.as_bytes()).map(|()| not_found.as_path())?,
        None => Path::new(""),
    };
    config.set("output.html.input-404", input).map_err(|error| unreadable(&home, &error))?;

    let mut book = MDBook::load_with_config(&home, config).map_err(|error| unreadable(&home, &error))?;
    let addresses = addresses(&chapters, &book.book);
    let heads = chapters.heads(&book.book);
    book.with_preprocessor(chapters);
    book.build().map_err(|error| unreadable(&home, &error))?;

    prune(folder, &kept(&addresses, &source))?;
    for address in &addresses {
        plain::settle(&folder.join(address))?;
    }
    // It lies beside its input, which is outside the book.
    let page = not_found.with_extension("html");
    if page.is_file() {
        plain::settle(&page)?;
        let page = fs::read(&page).map_err(disk::failed("te lezen", &page))?;
        disk::write(&folder.join("404.html"), &page)?;
    }
    for (address, head) in &heads {
        head.add_to(&folder.join(address))?;
    }
    Ok(addresses.into_iter().collect())
}

/// The configuration of `book/book.toml`, bent to our own build.
fn config(home: &Path, knowledge: &KnowledgeBase, shell: &Path, folder: &Path) -> Result<Config> {
    let file = home.join("book.toml");
    require(&file)?;
    let mut config = Config::from_disk(&file).map_err(|error| unreadable(&file, &error))?;
    adapt(&mut config, knowledge, shell, folder).map_err(|error| unreadable(&file, &error))?;
    Ok(config)
}

fn adapt(config: &mut Config, knowledge: &KnowledgeBase, shell: &Path, folder: &Path) -> Result<()> {
    // Our chapters come from this process, and HTML is all that we make.
    let mut preprocessors = config.preprocessors::<Value>()?;
    preprocessors.remove(PREPROCESSOR);
    config.set("preprocessor", preprocessors)?;
    // They would put files of their own choice in the place of `{{#…}}` in what authors wrote.
    config.build.use_default_preprocessors = false;
    let html = config.outputs::<Value>()?.remove("html").unwrap_or_else(|| json!({}));
    config.set("output", BTreeMap::from([("html", html)]))?;

    config.book.title = Some(knowledge.site.title.to_string());
    config.book.language = Some("nl".to_owned());
    config.build.build_dir = std::path::absolute(folder).map_err(disk::failed("te gebruiken", folder))?;
    // Never write into the folder of the authors.
    config.build.create_missing = false;
    config.set("output.html.theme", shell)?;
    if let Some(address) = &knowledge.site.address {
        config.set("output.html.site-url", path_of(address.as_str()))?;
    }
    config.set("output.html.print.enable", false)?;
    config.set("output.html.admonitions", false)?;
    config.set("output.html.search", json!({ "enable": false }))?;
    config.set("output.html.hash-files", false)
}

fn require(file: &Path) -> Result<()> {
    if file.is_file() { Ok(()) } else { Err(anyhow!("Het bestand {} ontbreekt.", file.display())) }
}

/// mdBook's messages are English, so they come last and are marked as such.
fn unreadable(place: &Path, error: &anyhow::Error) -> anyhow::Error {
    anyhow!("mdBook kan {} niet verwerken.\nTechnische melding (Engels): {error:#}", place.display())
}

fn addresses(chapters: &Chapters, hand_written: &Book) -> BTreeSet<String> {
    let generated = chapters.pages.iter().map(|page| PathBuf::from(&page.path));
    let written = hand_written.chapters().filter_map(|chapter| chapter.path.clone());
    generated.chain(written).map(|path| address(&path)).collect()
}

fn address(chapter: &Path) -> String {
    chapter.with_extension("html").to_string_lossy().replace('\\', "/")
}

/// The pages, and the pictures and the like beside the hand-written chapters.
fn kept(addresses: &BTreeSet<String>, source: &Path) -> BTreeSet<PathBuf> {
    let pages = addresses.iter().map(PathBuf::from);
    let beside = WalkDir::new(source)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && entry.path().extension().is_none_or(|ending| ending != "md"))
        .filter_map(|entry| entry.path().strip_prefix(source).map(Path::to_path_buf).ok());
    pages.chain(beside).collect()
}

/// Removes everything of mdBook's own front end: our shell links none of it.
fn prune(folder: &Path, kept: &BTreeSet<PathBuf>) -> Result<()> {
    for entry in WalkDir::new(folder).min_depth(1).contents_first(true) {
        let entry = entry.map_err(disk::unwalkable(folder))?;
        let path = entry.path();
        if entry.file_type().is_dir() {
            // Fails on a folder that is still in use, which is what we want.
            let _ = fs::remove_dir(path);
        } else if path.strip_prefix(folder).is_ok_and(|relative| !kept.contains(relative)) {
            fs::remove_file(path).map_err(disk::failed("te verwijderen", path))?;
        }
    }
    Ok(())
}

/// The path of a web address, with a slash at both ends.
fn path_of(address: &str) -> String {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = rest.split_once('/').map_or("", |(_, path)| path).trim_end_matches('/');
    if path.is_empty() { "/".to_owned() } else { format!("/{path}/") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_of_an_address_has_slashes_around() {
        assert_eq!(path_of("https://voorbeeld.be"), "/");
        assert_eq!(path_of("https://voorbeeld.be/"), "/");
        assert_eq!(path_of("https://voorbeeld.be/groen/mentors"), "/groen/mentors/");
    }

    #[test]
    fn a_folder_that_cannot_be_walked_is_told_in_dutch() {
        let folder = tempfile::tempdir().unwrap();
        let error = prune(&folder.path().join("weg"), &BTreeSet::new()).unwrap_err().to_string();
        assert!(error.ends_with("weg is niet te lezen: dat bestaat niet."), "{error}");
    }

    #[test]
    fn pruning_keeps_pages_and_pictures_only() {
        let folder = tempfile::tempdir().unwrap();
        let source = tempfile::tempdir().unwrap();
        for path in ["index.html", "vragen/te-laat.html", "book.js", "css/general.css", "toc.html", "beelden/foto.png"]
        {
            disk::write(&folder.path().join(path), b"x").unwrap();
        }
        for path in ["over.md", "beelden/foto.png"] {
            disk::write(&source.path().join(path), b"x").unwrap();
        }
        let addresses = BTreeSet::from(["index.html".to_owned(), "vragen/te-laat.html".to_owned()]);
        prune(folder.path(), &kept(&addresses, source.path())).unwrap();
        let mut left: Vec<_> = WalkDir::new(folder.path())
            .min_depth(1)
            .into_iter()
            .map(|entry| entry.unwrap().path().strip_prefix(folder.path()).unwrap().to_string_lossy().into_owned())
            .collect();
        left.sort();
        assert_eq!(left, ["beelden", "beelden/foto.png", "index.html", "vragen", "vragen/te-laat.html"]);
    }
}
