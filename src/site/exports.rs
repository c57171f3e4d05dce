//! Data files for others to build on.

use std::collections::BTreeMap;

use anyhow::Result;
use serde::Serialize;

use super::feed;
use super::xml::escape;
use crate::content::KnowledgeBase;
use crate::content::common::{Date, PhaseRef, QuestionText, SourceRef, Status};
use crate::content::question::Question;
use crate::content::site::Site;
use crate::output::OutputFile;
use crate::pages::{is_apart, is_paper};

/// What `data/vragen.json` tells about a question. The manual documents it: keys stay.
#[derive(Debug, Serialize)]
struct Entry<'a> {
    id: &'a str,
    url: String,
    vraag: &'a QuestionText,
    fase: &'a [PhaseRef],
    status: Status,
    nagekeken: &'a Date,
    bron: &'a [SourceRef],
}

/// The data files of a site whose pages have the given addresses.
///
/// # Errors
/// When the questions cannot be written as JSON.
pub fn files(knowledge: &KnowledgeBase, addresses: &[String]) -> Result<Vec<OutputFile>> {
    let mut files = vec![questions(&knowledge.questions)?];
    files.extend(site_map(&knowledge.site, addresses));
    files.extend(feed::feed(knowledge));
    Ok(files)
}

fn questions(questions: &BTreeMap<String, Question>) -> Result<OutputFile> {
    let entries: Vec<_> = questions.iter().map(|(id, question)| entry(id, question)).collect();
    let mut content = serde_json::to_vec_pretty(&entries)?;
    content.push(b'\n');
    Ok(OutputFile { path: "data/vragen.json".to_owned(), content })
}

fn entry<'a>(id: &'a str, question: &'a Question) -> Entry<'a> {
    Entry {
        id,
        url: format!("vragen/{id}.html"),
        vraag: &question.question,
        fase: &question.phases,
        status: question.standing.status,
        nagekeken: &question.standing.checked,
        bron: &question.standing.sources,
    }
}

/// None while the site has no address.
fn site_map(site: &Site, addresses: &[String]) -> Option<OutputFile> {
    let pages = addresses.iter().filter(|address| !is_apart(address) && !is_paper(address));
    let places = pages
        .map(|address| Some(format!("  <url><loc>{}</loc></url>\n", escape(&site.absolute(address)?))))
        .collect::<Option<Vec<_>>>()?;
    let xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{}</urlset>\n",
        places.concat()
    );
    Some(OutputFile { path: "sitemap.xml".to_owned(), content: xml.into_bytes() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::common::WebAddress;
    use serde_json::{from_value, json};

    fn question(status: &str) -> Question {
        from_value(json!({
            "vraag": "Te laat?", "kort": "Bel.", "fase": ["tijdens"], "voor": ["mentor"], "trefwoorden": ["laat"],
            "bel": [{ "partij": "school", "waarvoor": "Altijd." }],
            "bron": [{ "document": "000", "vraag": 54, "regels": "1-2" }, { "document": "001" }],
            "status": status, "nagekeken": "2026-11-20", "herzien": "2027-09-01",
            "blokken": [{ "soort": "tekst", "tekst": "Bel." }],
        }))
        .unwrap()
    }

    #[test]
    fn an_entry_has_the_documented_keys() {
        let question = question("nagelezen");
        let entry = serde_json::to_value(entry("te-laat", &question)).unwrap();
        assert_eq!(
            entry,
            json!({
                "id": "te-laat", "url": "vragen/te-laat.html", "vraag": "Te laat?", "fase": ["tijdens"],
                "status": "nagelezen", "nagekeken": "2026-11-20",
                "bron": [{ "document": "000", "vraag": 54, "regels": "1-2" }, { "document": "001" }],
            })
        );
    }

    #[test]
    fn the_site_map_names_each_page_but_the_missing_one_and_those_for_paper() {
        let addresses =
            ["404.html", "index.html", "stroomschemas/a-op-papier.html", "vragen/te-laat.html", "zonder-internet.html"]
                .map(str::to_owned);
        let mut site = crate::pages::test_support::knowledge().site;
        assert_eq!(site_map(&site, &addresses), None);
        site.address = Some(WebAddress("https://voorbeeld.be/groen&co/".into()));
        let file = site_map(&site, &addresses).unwrap();
        insta::assert_snapshot!(String::from_utf8(file.content).unwrap(), @r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
          <url><loc>https://voorbeeld.be/groen&amp;co/</loc></url>
          <url><loc>https://voorbeeld.be/groen&amp;co/vragen/te-laat.html</loc></url>
        </urlset>
        "#);
    }
}
