//! First versions of files: for each kind with a folder a text that loads at once, as concept, with
//! comments that say what to fill in.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Result, anyhow, bail};
use jiff::civil::Date;
use jiff::{ToSpan as _, Zoned};

use crate::content::common::Id;
use crate::content::kind::Location;
use crate::content::{Kind, KnowledgeBase};
use crate::output::disk;

/// Longest file name: longer ones are a burden in addresses, and for Windows in deep folders.
const NAME_LENGTH: usize = 80;

/// The name of the page that lists all items of a kind.
const LIST: &str = "index";

/// Writes a first version of a file of this kind, and gives its path relative to `root`. With
/// `knowledge` the file refers to items that exist.
///
/// # Errors
/// When the kind has a single file, when the title gives no file name or is too long, when the file
/// exists, or when the disk refuses. The message is Dutch.
pub fn create(root: &Path, kind: Kind, title: &str, knowledge: Option<&KnowledgeBase>) -> Result<String> {
    let (folder, template) = template(kind)?;
    let title = title.trim();
    if let Some(longest) = longest_title(kind).filter(|longest| title.chars().count() > *longest) {
        bail!("De titel is langer dan {longest} tekens. Maak hem korter.");
    }
    let path = format!("cases/{folder}/{}.yaml", name(title)?);
    let text = fill(template, title, knowledge, Zoned::now().date());
    write_new(&root.join(&path), &text).map(|()| path)
}

/// The file name that follows from a title, without its ending.
fn name(title: &str) -> Result<String> {
    let mut name = Id::nearest(title);
    if let Some(longest) = name.get(..=NAME_LENGTH) {
        name.truncate(longest.rfind('-').unwrap_or(NAME_LENGTH));
    }
    match name.as_str() {
        "" => bail!("Uit de titel `{title}` volgt geen bestandsnaam. Gebruik letters of cijfers."),
        LIST => bail!("De naam `{LIST}` is al van de pagina met de hele lijst. Kies een andere titel."),
        _ => Ok(name),
    }
}

/// How many characters a title may have, as the schema of its kind says.
fn longest_title(kind: Kind) -> Option<usize> {
    let schema = kind.schema();
    let keys = schema.get("properties")?;
    let title = ["vraag", "titel"].into_iter().find_map(|key| keys.get(key))?;
    title.get("maxLength")?.as_u64()?.try_into().ok()
}

/// The folder of a kind and the text of its first version.
fn template(kind: Kind) -> Result<(&'static str, &'static str)> {
    let folder = match kind.location() {
        Location::Folder(folder) => folder,
        Location::File(file) => {
            bail!("Van `{}` is er maar één bestand. Open cases/{file} en voeg daar toe wat je nodig hebt.", kind.name())
        }
    };
    let template = match kind {
        Kind::Question => include_str!("vraag.yaml"),
        Kind::Story => include_str!("verhaal.yaml"),
        Kind::Flow => include_str!("stroomschema.yaml"),
        Kind::Checklist => include_str!("checklist.yaml"),
        Kind::Template => include_str!("sjabloon.yaml"),
        Kind::Module => include_str!("module.yaml"),
        Kind::News => include_str!("nieuws.yaml"),
        Kind::Site | Kind::Terms | Kind::Keywords | Kind::Parties | Kind::Sources | Kind::Competences => {
            bail!("Voor `{}` is er geen voorbeeld.", kind.name())
        }
    };
    Ok((folder, template))
}

fn fill(template: &str, title: &str, knowledge: Option<&KnowledgeBase>, today: Date) -> String {
    let next_year = today.saturating_add(1.year());
    let first = |pick: fn(&KnowledgeBase) -> Option<&str>, otherwise: &str| {
        knowledge.and_then(pick).unwrap_or(otherwise).to_owned()
    };
    [
        ("{{titel}}", quoted(title)),
        ("{{lengte}}", longest_title(Kind::Question).unwrap_or_default().to_string()),
        ("{{vandaag}}", today.to_string()),
        ("{{volgend-jaar}}", next_year.to_string()),
        ("{{fase}}", first(|k| k.site.phases.first().map(|phase| phase.id.as_str()), "vooraf")),
        ("{{groep}}", first(|k| k.site.groups.first().map(|group| group.id.as_str()), "mentor")),
        ("{{partij}}", first(|k| k.parties.parties.first().map(|party| party.id.as_str()), "trajectbegeleider")),
        ("{{document}}", first(|k| k.sources.sources.first().map(|source| source.id.as_str()), "document")),
    ]
    .iter()
    .fold(template.to_owned(), |text, (mark, value)| text.replace(mark, value))
}

/// The text as a YAML string in double quotes.
fn quoted(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}

fn write_new(file: &Path, text: &str) -> Result<()> {
    if let Some(folder) = file.parent() {
        disk::create_folder(folder)?;
    }
    let opened = OpenOptions::new().write(true).create_new(true).open(file);
    opened.and_then(|mut new| new.write_all(text.as_bytes())).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => {
            anyhow!("{} bestaat al en wordt niet overschreven. Kies een andere titel.", file.display())
        }
        _ => disk::failed("te schrijven", file)(error),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn titles_are_safe_in_yaml() {
        assert_eq!(quoted("Wat is \"goed\"?"), r#""Wat is \"goed\"?""#);
        assert_eq!(quoted("a\\b\nc"), r#""a\\b c""#);
    }

    #[test]
    fn no_mark_is_left_in_any_template() {
        for kind in Kind::ALL {
            let Ok((_, text)) = template(kind) else { continue };
            let filled = fill(text, "Te laat", None, date(2026, 11, 20));
            assert!(!filled.contains("{{"), "{filled}");
            assert!(filled.contains("\"Te laat\"") && filled.contains("status: concept"), "{filled}");
        }
    }

    #[test]
    fn the_review_date_is_a_year_later_also_on_leap_days() {
        let text = fill("{{vandaag}} {{volgend-jaar}}", "", None, date(2028, 2, 29));
        assert_eq!(text, "2028-02-29 2029-02-28");
    }

    #[test]
    fn nothing_is_overwritten() {
        let root = tempfile::tempdir().unwrap();
        let path = create(root.path(), Kind::Checklist, "Eerste dag", None).unwrap();
        assert_eq!(path, "cases/checklists/eerste-dag.yaml");
        let error = create(root.path(), Kind::Checklist, "Eerste dag!", None).unwrap_err().to_string();
        assert!(error.contains("bestaat al"), "{error}");
    }

    #[test]
    fn impossible_files_are_refused() {
        let root = tempfile::tempdir().unwrap();
        let refused = |kind, title: &str| create(root.path(), kind, title, None).unwrap_err().to_string();
        assert!(refused(Kind::Terms, "X").contains("cases/begrippen.yaml"));
        assert!(refused(Kind::Story, "?!").contains("geen bestandsnaam"));
        assert!(refused(Kind::News, "Index?").contains("hele lijst"));
        assert!(refused(Kind::Question, &"a".repeat(91)).contains("langer dan 90"));
        assert!(!root.path().join("cases").exists());
    }

    #[test]
    fn the_length_of_a_question_is_that_of_its_type() {
        assert_eq!(longest_title(Kind::Question), Some(90));
        assert_eq!(longest_title(Kind::Story), None);
        let root = tempfile::tempdir().unwrap();
        let path = create(root.path(), Kind::Question, "Te laat", None).unwrap();
        let text = std::fs::read_to_string(root.path().join(path)).unwrap();
        assert!(text.contains("hoogstens 90 tekens") && !text.contains("{{"), "{text}");
    }

    #[test]
    fn long_names_end_at_a_whole_word() {
        let words = "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien";
        assert_eq!(
            name(words).unwrap(),
            "een-twee-drie-vier-vijf-zes-zeven-acht-negen-tien-elf-twaalf-dertien-veertien"
        );
        assert_eq!(name(&format!("{} b", "a".repeat(80))).unwrap(), "a".repeat(80));
        assert_eq!(name(&"a".repeat(81)).unwrap(), "a".repeat(80));
        assert_eq!(name(&"a".repeat(80)).unwrap(), "a".repeat(80));
    }
}
