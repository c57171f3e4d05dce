//! The list "Op deze pagina": links to the main headings of a long page, where its template asks
//! for it.

use std::fmt::Write as _;

use super::anchors;
use super::markdown::escape;

/// Stands in a template where the list goes.
pub const MARKER: &str = "<!-- inhoud -->";

/// The fewest headings that make a list worth its place.
const LEAST: usize = 4;

/// Replaces the marker by the list of the headings below it. Every heading must have its anchor.
#[must_use]
pub fn add(markdown: &str) -> String {
    let Some((before, after)) = markdown.split_once(MARKER) else { return markdown.to_owned() };
    let (title, _) = anchors::entries(before);
    let (_, entries) = anchors::entries(after);
    if entries.len() < LEAST {
        return format!("{before}{after}");
    }
    let mut list = String::from(
        "<nav class=\"inhoud\" aria-label=\"Op deze pagina\">\n<details>\n<summary>Op deze pagina</summary>\n\n",
    );
    if let Some(title) = title {
        let _ = writeln!(list, "- [Naar boven](#{title})");
    }
    for entry in entries {
        let indent = if entry.below { "  " } else { "" };
        let _ = writeln!(list, "{indent}- [{}](#{})", escape(&entry.text), entry.id);
    }
    list.push_str("\n</details>\n</nav>");
    format!("{before}{list}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_page_gets_the_list_and_a_short_one_does_not() {
        let short = "# T {#t}\n\n<!-- inhoud -->\n\n## Een {#een}\n";
        assert_eq!(add(short), "# T {#t}\n\n\n\n## Een {#een}\n");
        let long = format!(
            "{short}\n## Twee* {{#twee}}\n\n### Onder {{#onder}}\n\n### Deel? {{#deel .deelvraag}}\n\n\
             ## Drie {{#drie}}\n\n## Vier {{#vier}}\n"
        );
        let with = add(&long);
        let list = "- [Naar boven](#t)\n- [Een](#een)\n- [Twee\\*](#twee)\n  - [Deel?](#deel)\n- [Drie](#drie)\n- [Vier](#vier)\n";
        assert!(with.contains(list), "{with}");
    }
}
