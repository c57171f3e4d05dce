//! Prose of authors to plain text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

/// The words of a piece of Markdown, without its marks and without the addresses of links.
#[must_use]
pub fn plain(markdown: &str) -> String {
    paragraphs(markdown).join(" ")
}

/// As [`plain`], each paragraph and each item of a list on its own.
#[must_use]
pub fn paragraphs(markdown: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    for event in Parser::new(markdown) {
        match event {
            Event::Text(words) | Event::Code(words) => found.last_mut().into_iter().for_each(|p| p.push_str(&words)),
            Event::SoftBreak | Event::HardBreak => found.last_mut().into_iter().for_each(|p| p.push(' ')),
            Event::Start(Tag::Paragraph | Tag::Item) | Event::End(TagEnd::Paragraph | TagEnd::Item) => {
                found.push(String::new());
            }
            _ => {}
        }
    }
    found.iter().map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|p| !p.is_empty()).collect()
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

    #[test]
    fn keeps_paragraphs_and_items_apart() {
        assert_eq!(
            paragraphs("Neem mee:\n\n- water\n- een *jas*\n\nTot\nmorgen."),
            ["Neem mee:", "water", "een jas", "Tot morgen."]
        );
    }
}
