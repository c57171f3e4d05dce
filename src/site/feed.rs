//! The Atom feed of new and changed questions.

use super::xml::escape;
use crate::content::KnowledgeBase;
use crate::content::common::Date;
use crate::content::plain::plain;
use crate::content::question::Question;
use crate::output::OutputFile;

/// Where the feed lies.
pub const PATH: &str = "vragen.atom";

/// The feed, the question that was checked last in front. None while the site has no address: what
/// a feed tells is where something is.
#[must_use]
pub fn feed(knowledge: &KnowledgeBase) -> Option<OutputFile> {
    let site = &knowledge.site;
    let (home, own) = (site.absolute("index.html")?, site.absolute(PATH)?);
    let mut questions: Vec<_> = knowledge.questions.iter().collect();
    questions.sort_by(|(a, one), (b, other)| other.standing.checked.cmp(&one.standing.checked).then(a.cmp(b)));
    let entries: Vec<_> = questions.iter().filter_map(|(id, question)| entry(knowledge, id, question)).collect();
    let last = questions.first().map(|(_, question)| moment(&question.standing.checked))?;
    let author = if site.editors.placeholder { &site.title } else { &site.editors.name };
    let content = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"nl\">\n\
         <id>{home}</id>\n<title>{title}: nieuwe en gewijzigde vragen</title>\n<updated>{last}</updated>\n\
         <author><name>{author}</name></author>\n\
         <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n<link href=\"{home}\"/>\n{entries}</feed>\n",
        home = escape(&home),
        own = escape(&own),
        title = escape(site.title.as_str()),
        author = escape(author.as_str()),
        entries = entries.concat(),
    );
    Some(OutputFile { path: PATH.to_owned(), content: content.into_bytes() })
}

fn entry(knowledge: &KnowledgeBase, id: &str, question: &Question) -> Option<String> {
    let url = escape(&knowledge.site.absolute(&format!("vragen/{id}.html"))?);
    Some(format!(
        "<entry>\n<id>{url}</id>\n<title>{}</title>\n<updated>{}</updated>\n<link href=\"{url}\"/>\n\
         <summary>{}</summary>\n</entry>\n",
        escape(question.question.as_str()),
        moment(&question.standing.checked),
        escape(&plain(question.short.as_str())),
    ))
}

/// A day as the moment that the format asks for.
fn moment(day: &Date) -> String {
    format!("{day}T00:00:00Z")
}
