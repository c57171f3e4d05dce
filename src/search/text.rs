//! Prose of authors to plain text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The words of a piece of Markdown, without its marks and without the addresses of links.
#[must_use]
pub fn plain(markdown: &str) -> String {
    let mut text = String::new();
    for event in Parser::new(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => text.push_str(&words),
            Event::SoftBreak
            | Event::HardBreak
            | Event::Start(Tag::Paragraph | Tag::Item)
            | Event::End(TagEnd::Paragraph | TagEnd::Item) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leaves_the_words() {
        assert_eq!(
            plain("Bel **nu** de\n[school](vraag:te-laat).\n\nDaarna *thuis*."),
            "Bel nu de school. Daarna thuis."
        );
    }
}
