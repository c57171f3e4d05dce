//! The theme: embedded in the program. Of the `theme/` in the site's own folder, the shell of the
//! pages (`*.hbs`), the styles, the scripts, the pictures and the site's icon win, file by file.
//!
//! The rest of the theme can't be replaced there: the templates and examples (which `pages` holds)
//! and `search/core.js` (which `search` holds) belong to the version of the program.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use include_dir::{Dir, include_dir};
use walkdir::WalkDir;

use crate::content::site::Colours;
use crate::output::{OutputFile, disk};

/// The theme as it is in the program.
static EMBEDDED: Dir = include_dir!("$CARGO_MANIFEST_DIR/theme");

/// The shell, styles, scripts, pictures and icon, by their path with forward slashes.
#[derive(Debug)]
pub struct Theme(BTreeMap<String, Vec<u8>>);

impl Theme {
    /// The embedded theme with what may be replaced of `<root>/theme` over it.
    ///
    /// # Errors
    /// When a file of the local theme cannot be read.
    pub fn load(root: &Path) -> Result<Self> {
        let mut files = BTreeMap::new();
        collect(&EMBEDDED, &mut files);
        let local = root.join("theme");
        if local.is_dir() {
            overlay(&local, &mut files)?;
        }
        Ok(Self(files))
    }

    /// Writes the files that mdBook reads (`index.hbs` and its like) to a folder.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write_shell(&self, folder: &Path) -> Result<()> {
        for (path, content) in self.0.iter().filter(|(path, _)| is_shell(path)) {
            disk::write(&folder.join(path), content)?;
        }
        // mdBook brings its own fonts unless the theme has a font list, which may be empty.
        disk::write(&folder.join("fonts/fonts.css"), b"")
    }

    /// The files of the theme that go to the site as they are.
    pub fn assets(&self) -> impl Iterator<Item = OutputFile> + '_ {
        self.0
            .iter()
            .filter(|(path, _)| is_asset(path))
            .map(|(path, content)| OutputFile { path: path.clone(), content: content.clone() })
    }
}

/// The site's colours as variables for the style sheets.
#[must_use]
pub fn colours(colours: &Colours) -> OutputFile {
    let css = format!(":root {{\n  --hoofd: {};\n  --accent: {};\n}}\n", colours.main, colours.accent);
    OutputFile { path: "stijl/kleuren.css".to_owned(), content: css.into_bytes() }
}

fn is_replaceable(path: &str) -> bool {
    is_shell(path) || is_asset(path)
}

fn is_shell(path: &str) -> bool {
    !path.contains('/') && has_ending(path, "hbs")
}

fn is_asset(path: &str) -> bool {
    match path.split_once('/') {
        Some(("stijl", _)) => has_ending(path, "css") || has_ending(path, "svg"),
        Some(("scripts", _)) => has_ending(path, "js"),
        Some(("beelden", _)) => has_ending(path, "png"),
        Some(_) => false,
        None => path.starts_with("favicon."),
    }
}

fn has_ending(path: &str, ending: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == ending)
}

fn collect(folder: &Dir, files: &mut BTreeMap<String, Vec<u8>>) {
    for file in folder.files() {
        let Some(path) = file.path().to_str().map(|path| path.replace('\\', "/")) else { continue };
        if is_replaceable(&path) {
            files.insert(path, file.contents().to_vec());
        }
    }
    for inner in folder.dirs() {
        collect(inner, files);
    }
}

fn overlay(local: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in WalkDir::new(local).sort_by_file_name() {
        let entry = entry.map_err(disk::unwalkable(local))?;
        let relative = entry.path().strip_prefix(local).ok().and_then(Path::to_str);
        let Some(path) = relative.map(|path| path.replace('\\', "/")) else { continue };
        if entry.file_type().is_file() && is_replaceable(&path) {
            let content = fs::read(entry.path()).map_err(disk::failed("te lezen", entry.path()))?;
            files.insert(path, content);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::common::Colour;

    #[test]
    fn a_local_file_wins_and_only_styles_and_scripts_go_to_the_site() {
        let root = tempfile::tempdir().unwrap();
        let local = root.path().join("theme");
        disk::write(&local.join("stijl/site.css"), b"/* eigen */").unwrap();
        disk::write(&local.join("stijl/LEESMIJ.md"), b"nota").unwrap();
        disk::write(&local.join("sjablonen/vraag.md"), b"{{ x }}").unwrap();

        let theme = Theme::load(root.path()).unwrap();
        let assets: BTreeMap<_, _> = theme.assets().map(|file| (file.path, file.content)).collect();
        assert_eq!(assets["stijl/site.css"], b"/* eigen */");
        assert!(!assets.contains_key("stijl/LEESMIJ.md"));
        assert!(assets.keys().all(|path| !path.starts_with("sjablonen/")));
    }

    #[test]
    fn only_the_shell_styles_scripts_and_icon_can_be_replaced() {
        let root = tempfile::tempdir().unwrap();
        for path in ["sjablonen/vraag.md", "voorbeelden/tekst.yaml", "search/core.js", "index.hbs", "favicon.svg"] {
            disk::write(&root.path().join("theme").join(path), b"eigen").unwrap();
        }
        let theme = Theme::load(root.path()).unwrap();
        let own: Vec<_> = theme.0.iter().filter(|(_, content)| *content == b"eigen").map(|(path, _)| path).collect();
        assert_eq!(own, ["favicon.svg", "index.hbs"]);
        assert!(theme.0.keys().all(|path| is_replaceable(path)));
    }

    #[test]
    fn a_theme_that_cannot_be_walked_is_told_in_dutch() {
        let root = tempfile::tempdir().unwrap();
        let error = overlay(&root.path().join("weg"), &mut BTreeMap::new()).unwrap_err().to_string();
        assert!(error.ends_with("weg is niet te lezen: dat bestaat niet."), "{error}");
    }

    #[test]
    fn the_shell_brings_no_fonts() {
        let folder = tempfile::tempdir().unwrap();
        let theme = Theme::load(folder.path()).unwrap();
        theme.write_shell(folder.path()).unwrap();
        assert!(folder.path().join("index.hbs").is_file());
        assert_eq!(fs::read(folder.path().join("fonts/fonts.css")).unwrap(), b"");
    }

    #[test]
    fn colours_become_variables() {
        let chosen = Colours { main: Colour("#123456".into()), accent: Colour("#abcdef".into()) };
        let file = colours(&chosen);
        assert_eq!(file.path, "stijl/kleuren.css");
        assert_eq!(file.content, b":root {\n  --hoofd: #123456;\n  --accent: #abcdef;\n}\n");
    }
}
