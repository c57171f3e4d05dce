//! Takes out of a rendered page what mdBook adds for its own front end and our readers trip over:
//! a tick box without a name around each picture, and a link around each heading.

use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::output::disk;

/// Makes the page in a file plain.
///
/// # Errors
/// When the file cannot be read or written; the message is Dutch.
pub fn settle(page: &Path) -> Result<()> {
    let html = fs::read_to_string(page).map_err(disk::failed("te lezen", page))?;
    let plain = without_heading_links(&without_zoom(&html));
    if plain == html { Ok(()) } else { disk::write(page, plain.as_bytes()) }
}

/// `<label><input …>PICTURE<span>PICTURE</span></label>` becomes the picture alone.
fn without_zoom(html: &str) -> String {
    const BEFORE: &str = "<label class=\"checkbox-label\"><input class=\"checkbox-img\" type=\"checkbox\">";
    const AGAIN: &str = "<span class=\"img-wrapper\">";
    const AFTER: &str = "</span></label>";
    let mut pieces = html.split(BEFORE);
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let parts = piece.split_once(AGAIN).and_then(|(image, rest)| Some((image, rest.split_once(AFTER)?.1)));
        let (image, rest) = parts.unwrap_or((piece, ""));
        plain.push_str(image);
        plain.push_str(rest);
    }
    plain
}

/// `<h2 id="x"><a class="header" href="#x">TEXT</a></h2>` becomes `<h2 id="x">TEXT</h2>`.
fn without_heading_links(html: &str) -> String {
    const BEFORE: &str = "<a class=\"header\" href=\"#";
    let mut pieces = html.split(BEFORE);
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let text = piece.split_once("\">").map_or(piece, |(_, text)| text);
        match text.find("</a></h") {
            Some(end) => {
                plain.push_str(&text[..end]);
                plain.push_str(&text[end + "</a>".len()..]);
            }
            None => plain.push_str(text),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_lose_the_tick_box() {
        let zoomed = |image: &str| {
            format!(
                "<label class=\"checkbox-label\"><input class=\"checkbox-img\" type=\"checkbox\">{image}\
                 <span class=\"img-wrapper\">{image}</span></label>"
            )
        };
        let (one, two) = ("<img src=\"1.png\" alt=\"Een\">", "<img src=\"2.png\" alt=\"Twee\">");
        let page = format!("<p>{}</p><p>{} na</p>", zoomed(one), zoomed(two));
        assert_eq!(without_zoom(&page), format!("<p>{one}</p><p>{two} na</p>"));
        assert_eq!(without_zoom("<p>geen</p>"), "<p>geen</p>");
    }

    #[test]
    fn headings_lose_the_link_around_them_and_keep_what_is_in_them() {
        let page = "<h2 id=\"a\"><a class=\"header\" href=\"#a\">Een <em>twee</em></a></h2><p><a href=\"#a\">x</a></p>";
        assert_eq!(without_heading_links(page), "<h2 id=\"a\">Een <em>twee</em></h2><p><a href=\"#a\">x</a></p>");
    }
}
