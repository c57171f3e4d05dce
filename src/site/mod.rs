//! The site: mdBook driver, theme assets, exports, atomic publishing, development server.

pub mod book;
mod changes;
pub mod examples;
pub mod exports;
mod feed;
mod head;
pub mod offline;
mod plain;
pub mod publish;
pub mod serve;
pub mod theme;
mod xml;

use std::path::Path;

use anyhow::{Context as _, Result, anyhow};

use crate::content::KnowledgeBase;
use crate::load::{self, Loaded};
use crate::output::{OutputFile, disk};
use crate::search;

/// Builds the site of the folder `root` and puts it at `out`, all or nothing.
///
/// Gives back what was loaded. When that holds no knowledge the content has errors, and `out` is
/// left as it was.
///
/// # Errors
/// When the disk cannot be read or written, when `out` is not ours to replace, or when a template
/// or chapter is faulty. The message is Dutch.
pub fn build(root: &Path, out: &Path) -> Result<Loaded> {
    let loaded = load(root)?;
    if let Some(knowledge) = &loaded.knowledge {
        publish::publish(root, out, |folder| assemble(root, knowledge, folder))?;
    }
    Ok(loaded)
}

/// Loads the content of the folder `root`.
///
/// # Errors
/// When a file cannot be read from disk; the message is Dutch.
pub fn load(root: &Path) -> Result<Loaded> {
    check_root(root)?;
    load::load(root).map_err(|error| anyhow!("{error}."))
}

/// Refuses a folder that is not the root of a site.
fn check_root(root: &Path) -> Result<()> {
    if root.join("cases").is_dir() {
        return Ok(());
    }
    let place = std::path::absolute(root).map_err(disk::failed("te gebruiken", root))?;
    Err(anyhow!(
        "Er is geen map `cases` in {}.\nGa naar de map van je site, of wijs ze aan met --root MAP.",
        place.display()
    ))
}

/// Writes every file of the site into the empty folder `folder`.
fn assemble(root: &Path, knowledge: &KnowledgeBase, folder: &Path) -> Result<()> {
    let knowledge = &knowledge.published();
    let theme = theme::Theme::load(root)?;
    let chapters = book::Chapters::new(knowledge).context("De pagina's zijn niet gemaakt")?;
    let addresses = book::render(root, knowledge, chapters, &theme, folder)?;

    let found = search::build(&search::documents(knowledge), &knowledge.keywords.keywords);
    let own = [theme::colours(&knowledge.site.colours), offline::manifest(&knowledge.site)];
    write(folder, theme.assets().chain(own).chain(found).chain(exports::files(knowledge, &addresses)?))?;
    // Last: it holds all the rest.
    write(folder, offline::files(folder)?)
}

fn write(folder: &Path, files: impl IntoIterator<Item = OutputFile>) -> Result<()> {
    files.into_iter().try_for_each(|file| disk::write(&folder.join(&file.path), &file.content))
}
