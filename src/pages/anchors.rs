//! An anchor for every heading, unique on its page, so that addresses do not depend on how a
//! backend makes them up.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

use super::terms::book_options;
use super::words::slug;

/// Gives every heading without an anchor its own: ` {#anchor}` at the end of its line.
#[must_use]
pub fn add(markdown: &str) -> String {
    let headings = headings(markdown);
    let mut names = Names { used: written(markdown), ..Names::default() };
    names.used.extend(headings.iter().filter_map(|heading| heading.id.clone()));
    let mut out = String::with_capacity(markdown.len() + headings.len() * 16);
    let mut done = 0;
    for heading in headings.iter().filter(|heading| heading.id.is_none()) {
        let line = &markdown[heading.range.clone()];
        let end = heading.range.start + line.trim_end().len();
        out.push_str(&markdown[done..end]);
        out.extend([" {#", &names.free(&slug(&heading.text)), "}"]);
        done = end;
    }
    out.push_str(&markdown[done..]);
    out
}

/// The class of a heading that stands in the list of headings below the one before it.
const LISTED: &str = "deelvraag";

/// A heading as the list "Op deze pagina" shows it.
#[derive(Debug, PartialEq, Eq)]
pub struct Entry {
    /// The anchor.
    pub id: String,
    /// The text.
    pub text: String,
    /// Whether it belongs below the entry before it.
    pub below: bool,
}

/// The title of the page, if it has an anchor, and the headings with an anchor that make up its
/// list: those of the second level, and smaller questions.
#[must_use]
pub fn entries(markdown: &str) -> (Option<String>, Vec<Entry>) {
    let (titles, others): (Vec<_>, Vec<_>) =
        headings(markdown).into_iter().partition(|heading| heading.level == HeadingLevel::H1);
    let listed = others.into_iter().filter(|heading| heading.level == HeadingLevel::H2 || heading.listed);
    let entry = |heading: Heading| {
        let below = heading.level != HeadingLevel::H2;
        Some(Entry { id: heading.id?, text: heading.text, below })
    };
    (titles.into_iter().find_map(|title| title.id), listed.filter_map(entry).collect())
}

struct Heading {
    level: HeadingLevel,
    range: Range<usize>,
    id: Option<String>,
    text: String,
    listed: bool,
}

fn headings(markdown: &str) -> Vec<Heading> {
    let mut found: Vec<Heading> = Vec::new();
    let mut inside = false;
    for (event, range) in Parser::new_ext(markdown, book_options()).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, id, classes, .. }) => {
                inside = true;
                let listed = classes.iter().any(|class| **class == *LISTED);
                found.push(Heading { level, range, id: id.map(|id| id.to_string()), text: String::new(), listed });
            }
            Event::End(TagEnd::Heading(_)) => inside = false,
            Event::Text(text) | Event::Code(text) if inside => {
                if let Some(heading) = found.last_mut() {
                    heading.text.push_str(&text);
                }
            }
            _ => {}
        }
    }
    found
}

/// The ids that raw HTML on the page already has.
fn written(markdown: &str) -> BTreeSet<String> {
    let rest = markdown.split(" id=\"").skip(1);
    rest.filter_map(|rest| rest.split_once('"')).map(|(id, _)| id.to_owned()).collect()
}

/// Names given out so far, with the number that comes next for each: a page with thousands of equal
/// headings must not count from the start for each.
#[derive(Debug, Default)]
pub struct Names {
    used: BTreeSet<String>,
    next: BTreeMap<String, usize>,
}

impl Names {
    /// The wanted name, or the first free one with a number; takes it.
    pub fn free(&mut self, wanted: &str) -> String {
        if self.used.insert(wanted.to_owned()) {
            return wanted.to_owned();
        }
        let number = self.next.entry(wanted.to_owned()).or_insert(2);
        loop {
            let candidate = format!("{wanted}-{number}");
            *number += 1;
            if self.used.insert(candidate.clone()) {
                return candidate;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_unique() {
        let page = "# Bellen\n\n## Bellen\n\n<p id=\"wie\">x</p>\n\n## Wie?\n\ntekst\n\n## Vast {#vast}\n\n## Vast\n";
        insta::assert_snapshot!(add(page), @r#"
        # Bellen {#bellen}

        ## Bellen {#bellen-2}

        <p id="wie">x</p>

        ## Wie? {#wie-2}

        tekst

        ## Vast {#vast}

        ## Vast {#vast-2}
        "#);
    }
}
