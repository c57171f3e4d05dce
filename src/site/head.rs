//! What others hear of a page, in the head of its HTML: browsers, search engines, and the apps that a
//! reader shares it in.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;

use super::offline::CARD;
use super::{feed, xml};
use crate::content::KnowledgeBase;
use crate::content::plain::plain;
use crate::output::disk;
use crate::pages::about::About;
use crate::pages::{self, Page, is_apart, is_paper, linked_data};

/// The head of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    title: String,
    tags: String,
}

impl Head {
    /// What to tell of a page. Without an address of the site, nothing that needs one.
    #[must_use]
    pub fn of(knowledge: &KnowledgeBase, page: &Page) -> Self {
        let site = &knowledge.site;
        let About { title, description } = About::of(&page.markdown);
        let title = said_fully(knowledge, page, title);
        let description = if description.is_empty() { plain(site.short.as_str()) } else { description };
        let home = page.address() == "index.html";
        let mut tags = Tags::default();
        tags.meta("name", "description", &description);
        tags.meta("name", "theme-color", &site.colours.main.0);
        if is_apart(&page.address()) {
            tags.meta("name", "robots", "noindex");
            return Self { title: format!("{title} - {}", site.title), tags: tags.0 };
        }
        tags.meta("property", "og:type", if home { "website" } else { "article" });
        tags.meta("property", "og:title", &title);
        tags.meta("property", "og:description", &description);
        tags.meta("property", "og:site_name", site.title.as_str());
        tags.meta("property", "og:locale", "nl_BE");
        if let (Some(url), Some(card), Some(feed)) =
            (site.absolute(&pages::on_screen(&page.address())), site.absolute(CARD), site.absolute(feed::PATH))
        {
            tags.link("canonical", &url, "");
            tags.link("alternate", &feed, " type=\"application/atom+xml\" title=\"Nieuwe en gewijzigde vragen\"");
            tags.meta("property", "og:url", &url);
            tags.meta("property", "og:image", &card);
            tags.meta("property", "og:image:width", "1200");
            tags.meta("property", "og:image:height", "630");
            tags.meta(
                "property",
                "og:image:alt",
                "Een wegwijzer, en de woorden: hulp bij het begeleiden van je leerling.",
            );
            tags.meta("name", "twitter:card", "summary_large_image");
        }
        if let Some(data) = linked_data::describe(knowledge, page) {
            tags.data(&data.to_string());
        }
        Self { title: format!("{title} - {}", site.title), tags: tags.0 }
    }

    /// Puts it in the head of the page in a file.
    ///
    /// # Errors
    /// When the file cannot be read or written; the message is Dutch.
    pub fn add_to(&self, page: &Path) -> Result<()> {
        let html = fs::read_to_string(page).map_err(disk::failed("te lezen", page))?;
        disk::write(page, self.put_in(&html).as_bytes())
    }

    fn put_in(&self, html: &str) -> String {
        // A shell of the site's own may lack either.
        let Some((head, rest)) = html.split_once("</head>") else { return html.to_owned() };
        let title = format!("<title>{}</title>", xml::escape(&self.title));
        let head = match head.split_once("<title>").map(|(before, after)| (before, after.split_once("</title>"))) {
            Some((before, Some((_, after)))) => format!("{before}{title}{after}"),
            _ => head.to_owned(),
        };
        format!("{head}{}</head>{rest}", self.tags)
    }
}

/// The title, with what tells the page from others: that it is for paper, or a list of questions.
fn said_fully(knowledge: &KnowledgeBase, page: &Page, title: String) -> String {
    let group = |id: &str| knowledge.site.groups.iter().any(|group| group.id.as_str() == id);
    if is_paper(&page.address()) {
        return format!("{title} (op papier)");
    }
    match page.path.trim_end_matches(".md").split_once('/') {
        Some(("fasen", _)) => format!("{title}: vragen in deze fase"),
        Some(("voor", id)) if group(id) => format!("{title}: vragen voor jou"),
        _ => title,
    }
}

/// Tags, one on a line.
#[derive(Default)]
struct Tags(String);

impl Tags {
    fn meta(&mut self, kind: &str, name: &str, content: &str) {
        if !content.is_empty() {
            // Writing to a string cannot fail.
            let _ = writeln!(self.0, "<meta {kind}=\"{name}\" content=\"{}\">", xml::escape(content));
        }
    }

    fn link(&mut self, kind: &str, to: &str, more: &str) {
        let _ = writeln!(self.0, "<link rel=\"{kind}\" href=\"{}\"{more}>", xml::escape(to));
    }

    /// JSON in a `script` element: nothing in it may end that.
    fn data(&mut self, json: &str) {
        let json = json.replace('<', "\\u003c");
        let _ = writeln!(self.0, "<script type=\"application/ld+json\">{json}</script>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_head_gets_its_title_and_tags_whatever_is_in_them() {
        let mut tags = Tags::default();
        tags.meta("name", "description", "\"Stop\" & <ga>");
        tags.meta("name", "leeg", "");
        tags.data("{\"name\":\"</script><script>\"}");
        let head = Head { title: "Ja & nee - Site".into(), tags: tags.0 };
        assert_eq!(
            head.put_in("<head><title>oud</title>\n</head><body><title>x</title></head>"),
            "<head><title>Ja &amp; nee - Site</title>\n\
             <meta name=\"description\" content=\"&quot;Stop&quot; &amp; &lt;ga&gt;\">\n\
             <script type=\"application/ld+json\">{\"name\":\"\\u003c/script>\\u003cscript>\"}</script>\n\
             </head><body><title>x</title></head>"
        );
        assert_eq!(head.put_in("<p>geen hoofd</p>"), "<p>geen hoofd</p>");
    }
}
