//! Words of the glossary: at its first place on a page a word is linked to a list of explanations
//! at the end of that page. Works on finished Markdown.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::words::anchor;
use crate::content::registers::Term;

/// Raw HTML elements whose text is left alone: a link inside would not work, or not be read.
const CLOSED: [&str; 9] = ["a", "label", "summary", "button", "nav", "svg", "form", "code", "script"];

/// The options with which mdBook parses a chapter.
#[must_use]
pub fn book_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_GFM
}

/// Links the first place of each term to `#woord-ID`. Gives the page, and the terms that were
/// found, in the order of the page.
#[must_use]
pub fn link<'t>(markdown: &str, terms: &'t [Term]) -> (String, Vec<&'t Term>) {
    let forms = Forms::new(terms);
    let (mut out, mut done) = (String::with_capacity(markdown.len()), 0);
    let (mut found, mut seen) = (Vec::new(), BTreeSet::new());
    for (place, term) in running_text(markdown).into_iter().flat_map(|range| forms.places(markdown, range)) {
        if !seen.insert(&term.id) {
            continue;
        }
        out.push_str(&markdown[done..place.start]);
        out.extend(["[", &markdown[place.clone()], "](#woord-", &anchor(term.id.as_str()), ")"]);
        done = place.end;
        found.push(term);
    }
    out.push_str(&markdown[done..]);
    (out, found)
}

/// Where running text stands: no headings, links, code or raw HTML.
fn running_text(markdown: &str) -> Vec<Range<usize>> {
    let mut places = Vec::new();
    let (mut closed, mut raw) = (0_usize, 0_usize);
    for (event, range) in Parser::new_ext(markdown, book_options()).into_offset_iter() {
        match event {
            Event::Start(tag) if is_closed(&tag) => closed += 1,
            Event::End(tag) if is_closed_end(tag) => closed = closed.saturating_sub(1),
            Event::Html(html) | Event::InlineHtml(html) => raw = open_elements(&html, raw),
            Event::Text(_) if closed == 0 && raw == 0 => places.push(range),
            _ => {}
        }
    }
    places
}

fn is_closed(tag: &Tag) -> bool {
    matches!(tag, Tag::Heading { .. } | Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::TableHead)
}

fn is_closed_end(tag: TagEnd) -> bool {
    matches!(tag, TagEnd::Heading(_) | TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock | TagEnd::TableHead)
}

/// How many closed elements are open after a piece of raw HTML, when `open` were before.
fn open_elements(html: &str, mut open: usize) -> usize {
    for tag in html.split('<').skip(1) {
        let (name, ends) = tag.strip_prefix('/').map_or((tag, false), |rest| (rest, true));
        let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
        if CLOSED.contains(&name) {
            open = if ends { open.saturating_sub(1) } else { open + 1 };
        }
    }
    open
}

/// The forms of all terms by their first word in small letters, longest first.
struct Forms<'t> {
    by_start: BTreeMap<String, Vec<(Vec<char>, &'t Term)>>,
}

impl<'t> Forms<'t> {
    fn new(terms: &'t [Term]) -> Self {
        let mut by_start: BTreeMap<String, Vec<(Vec<char>, &'t Term)>> = BTreeMap::new();
        for term in terms.iter().filter(|term| term.explain) {
            for form in std::iter::once(&term.term).chain(&term.full).chain(&term.forms) {
                let letters = lower(form.as_str());
                let start = first_word(&letters);
                if !start.is_empty() {
                    by_start.entry(start).or_default().push((letters, term));
                }
            }
        }
        for forms in by_start.values_mut() {
            forms.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
        }
        Self { by_start }
    }

    /// Every place in a stretch of text where a form stands as whole words.
    fn places(&self, markdown: &str, range: Range<usize>) -> Vec<(Range<usize>, &'t Term)> {
        let (mut places, mut next) = (Vec::new(), range.start);
        let mut before = markdown[..range.start].chars().next_back();
        for (offset, c) in markdown[range.clone()].char_indices() {
            let start = range.start + offset;
            // After an exclamation mark a link would be an image.
            let begins = start >= next && is_word(c) && !before.is_some_and(|c| is_word(c) || c == '!');
            if let Some((end, term)) = begins.then(|| self.at(markdown, start, range.end)).flatten() {
                places.push((start..end, term));
                next = end;
            }
            before = Some(c);
        }
        places
    }

    /// The longest form that starts at `start` and ends, as a whole word, before `end`.
    fn at(&self, markdown: &str, start: usize, end: usize) -> Option<(usize, &'t Term)> {
        let text = &markdown[start..end];
        let word: String = text.chars().take_while(|c| is_word(*c)).flat_map(char::to_lowercase).collect();
        self.by_start.get(&word)?.iter().find_map(|(letters, term)| {
            let stop = start + matches(text, letters)?;
            let whole = !markdown[stop..].chars().next().is_some_and(is_word);
            whole.then_some((stop, *term))
        })
    }
}

/// How long the start of `text` is that reads as `letters`, without regard to capitals.
fn matches(text: &str, letters: &[char]) -> Option<usize> {
    let mut wanted = letters.iter();
    let mut length = 0;
    for c in text.chars() {
        if wanted.as_slice().is_empty() {
            break;
        }
        for small in c.to_lowercase() {
            if wanted.next() != Some(&small) {
                return None;
            }
        }
        length += c.len_utf8();
    }
    wanted.as_slice().is_empty().then_some(length)
}

fn lower(text: &str) -> Vec<char> {
    text.trim().chars().flat_map(char::to_lowercase).collect()
}

fn first_word(letters: &[char]) -> String {
    letters.iter().take_while(|c| is_word(**c)).collect()
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || unicode_normalization::char::is_combining_mark(c)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn terms() -> Vec<Term> {
        let term = |id: &str, word: &str, forms: &[&str]| {
            serde_json::from_value(json!({"id": id, "begrip": word, "vormen": forms, "uitleg": "u", "bron": []}))
                .unwrap()
        };
        vec![
            term("oao", "OAO", &[]),
            term("plan", "plan", &["plannen"]),
            term("opleidingsplan", "opleidingsplan", &[]),
            term("plan-b", "plan van aanpak", &[]),
            term("ecole", "École", &[]),
        ]
    }

    fn linked(markdown: &str) -> String {
        link(markdown, &terms()).0
    }

    #[test]
    fn only_the_first_place_is_linked() {
        assert_eq!(linked("Een OAO en nog een oao."), "Een [OAO](#woord-oao) en nog een oao.");
    }

    #[test]
    fn the_longest_form_wins_and_words_are_whole() {
        assert_eq!(linked("Het plan van aanpak."), "Het [plan van aanpak](#woord-plan-b).");
        assert_eq!(
            linked("Planning, opleidingsplanner, plannen"),
            "Planning, opleidingsplanner, [plannen](#woord-plan)"
        );
        assert_eq!(linked("Stop!OAO"), "Stop!OAO");
        assert_eq!(linked("l'école Écoles"), "l'[école](#woord-ecole) Écoles");
    }

    #[test]
    fn words_that_everybody_knows_are_left_alone() {
        let mut terms = terms();
        terms[0].explain = false;
        assert_eq!(link("Een OAO en een plan.", &terms).0, "Een OAO en een [plan](#woord-plan).");
    }

    #[test]
    fn headings_links_code_and_html_are_left_alone() {
        for text in [
            "# OAO\n",
            "[de OAO](x.md)\n",
            "`OAO`\n",
            "    OAO\n",
            "- <label><input type=\"checkbox\"> OAO</label>\n",
            "<p>OAO</p>\n",
            "<nav>\n\nOAO\n\n</nav>\n",
            "| OAO |\n| --- |\n| x |\n",
            "![OAO](x.png)\n",
        ] {
            assert_eq!(linked(text), text);
        }
    }

    #[test]
    fn text_after_html_is_linked_again() {
        let page = "<nav>\n\nOAO\n\n</nav>\n\nEen *OAO*.";
        assert_eq!(linked(page), "<nav>\n\nOAO\n\n</nav>\n\nEen *[OAO](#woord-oao)*.");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_keeps_its_words(text in "([a-zé ]|OAO|plan|İ|ß|école|[*_`\\[\\]()<>#\n]|\u{301}){0,40}") {
            let terms = terms();
            let (out, found) = link(&text, &terms);
            let mut plain = out;
            for term in found {
                plain = plain.replacen(&format!("](#woord-{})", term.id), "", 1);
            }
            prop_assert_eq!(plain.replace('[', ""), text.replace('[', ""));
        }
    }
}
