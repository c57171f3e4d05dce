//! What a page says of itself where its text isn't there: in a tab, in the results of a search engine,
//! in a message that somebody shares it in.

use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};
use unicode_segmentation::UnicodeSegmentation as _;

use super::terms::book_options;

/// How many characters of a description others show.
const DESCRIPTION: usize = 200;

/// A page in two lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The heading of the page.
    pub title: String,
    /// How its text begins: whole sentences, unless the first is too long.
    pub description: String,
}

impl About {
    /// Reads a page: its only first heading, and the sentences between that and the next.
    #[must_use]
    pub fn of(markdown: &str) -> Self {
        let (mut title, mut text, mut paragraph) = (String::new(), String::new(), None);
        // Whether the first heading is open, and how many things that are no running text.
        let (mut heading, mut aside) = (false, 0_usize);
        for event in Parser::new_ext(markdown, book_options()) {
            match event {
                Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => heading = true,
                Event::End(TagEnd::Heading(HeadingLevel::H1)) => heading = false,
                Event::Start(Tag::Heading { .. }) if !title.is_empty() => break,
                Event::Start(Tag::List(_) | Tag::DefinitionList) => aside += 1,
                Event::End(TagEnd::List(_) | TagEnd::DefinitionList) => aside = aside.saturating_sub(1),
                // What is said to readers without scripts, and the words that are explained.
                Event::Html(tag) if ["<noscript", "<dl"].iter().any(|open| tag.contains(open)) => aside += 1,
                Event::Html(tag) if ["</noscript", "</dl"].iter().any(|end| tag.contains(end)) => {
                    aside = aside.saturating_sub(1);
                }
                Event::Start(Tag::Paragraph) if aside == 0 && !title.is_empty() => paragraph = Some(String::new()),
                // A date or a row of letters is no sentence.
                Event::End(TagEnd::Paragraph) => {
                    let sentences = paragraph.take().filter(|words| words.ends_with(['.', '!', '?']));
                    text.extend(sentences.into_iter().flat_map(|words| [words, " ".to_owned()]));
                }
                Event::Text(words) | Event::Code(words) if heading => title.push_str(&words),
                Event::Text(words) | Event::Code(words) => paragraph.iter_mut().for_each(|p| p.push_str(&words)),
                Event::SoftBreak | Event::HardBreak => paragraph.iter_mut().for_each(|p| p.push(' ')),
                _ => {}
            }
        }
        Self { title: title.trim().to_owned(), description: beginning(&text) }
    }
}

/// The first sentences of a text, as many as fit.
fn beginning(text: &str) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut taken = String::new();
    for sentence in text.split_sentence_bounds() {
        if taken.chars().count() + sentence.trim_end().chars().count() > DESCRIPTION {
            break;
        }
        taken.push_str(sentence);
    }
    if taken.is_empty() { shortened(&text) } else { taken.trim_end().to_owned() }
}

/// A text that is too long, up to a whole word.
fn shortened(text: &str) -> String {
    let start: String = text.chars().take(DESCRIPTION).collect();
    start.rsplit_once(' ').map_or(start.clone(), |(words, _)| format!("{words} …"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_its_heading_and_how_it_begins() {
        let page = "<nav>\n\n1. [Start](index.md)\n\n</nav>\n\n# Te *laat*? {#laat}\n\n<div class=\"kort\">\n\n20 november 2026\n\n[A](#a) · [B](#b)\n\nBel **nu**.\n\n\
                    Zeg [waarom](x.md).\n\n</div>\n\n- punt\n\n## Wie bel je?\n\nDe school.\n";
        let expected = About { title: "Te laat?".into(), description: "Bel nu. Zeg waarom.".into() };
        assert_eq!(About::of(page), expected);
    }

    #[test]
    fn a_description_ends_with_a_sentence_or_a_word() {
        let sentence = "Dit is een zin van precies veertig teken. ";
        assert_eq!(beginning(&sentence.repeat(9)), sentence.repeat(4).trim_end());
        let cut = beginning(&"woord ".repeat(60));
        assert!(cut.ends_with("woord …") && cut.chars().count() <= DESCRIPTION + 2, "{cut}");
        assert_eq!(beginning(""), "");
    }
}
