//! Tera with our templates, our escaping, and the filters and functions that templates use.

use std::sync::Arc;

use anyhow::{Context as _, Result, anyhow};
use include_dir::{Dir, include_dir};
use serde::Deserialize as _;
use serde_json::Value as Json;
use tera::{Context, Kwargs, State, Tera, TeraResult, Value};

use super::library::Library;
use super::{dates, markdown, sources, words};
use crate::content::common::SourceRef;
use crate::content::registers::Source;

static TEMPLATES: Dir = include_dir!("$CARGO_MANIFEST_DIR/theme/sjablonen");

/// Renders templates for pages at one depth.
pub struct Engine {
    tera: Tera,
}

impl Engine {
    /// Prepares the templates for pages whose way back to the root of the book is `root`.
    ///
    /// # Errors
    /// When a template is faulty; the message says which and where.
    pub fn new(library: &Arc<Library>, root: &str) -> Result<Self> {
        let mut tera = Tera::default();
        tera.autoescape_on([".md"]);
        tera.set_escape_fn(|text, out| out.write_all(markdown::escape(text).as_bytes()));
        add_words(&mut tera);
        add_texts(&mut tera, library, root);
        add_lookups(&mut tera, library, root);
        tera.add_raw_templates(templates()?).map_err(|error| readable(&error))?;
        Ok(Self { tera })
    }

    /// Renders a template of `theme/sjablonen`, named without its ending.
    ///
    /// # Errors
    /// When the template is faulty; the message says which and where.
    pub fn render(&self, template: &str, context: &Json) -> Result<String> {
        let context = Context::from_serialize(context).map_err(|error| readable(&error))?;
        let text = self.tera.render(&format!("{template}.md"), &context);
        Ok(tidy(&text.map_err(|error| readable(&error))?))
    }
}

fn templates() -> Result<Vec<(&'static str, &'static str)>> {
    let files = TEMPLATES.files().filter(|file| file.path().extension().is_some_and(|ending| ending == "md"));
    files
        .map(|file| {
            let name = file.path().to_str().context("Een sjabloon heeft een naam die geen tekst is.")?;
            let text = file.contents_utf8().with_context(|| format!("Het sjabloon {name} is geen UTF-8."))?;
            Ok((name, text))
        })
        .collect()
}

/// The error with its causes: Tera's own message names the template and the place.
fn readable(error: &tera::Error) -> anyhow::Error {
    let mut text = format!("Een paginasjabloon in theme/sjablonen klopt niet: {error}");
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.extend(["\n", &inner.to_string()]);
        cause = inner.source();
    }
    anyhow!(text)
}

/// Takes away spaces at the ends of lines and more than one blank line in a row.
fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = true;
    for line in text.lines().map(str::trim_end) {
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        out.push_str(line);
        out.push('\n');
    }
    let end = out.trim_end().len();
    out.truncate(end);
    out.push('\n');
    out
}

/// Filters that turn a value into Dutch words or a piece of markup.
fn add_words(tera: &mut Tera) {
    tera.register_filter("datum", |date: &str, _: Kwargs, _: &State| dates::in_words(date));
    tera.register_filter("maand", |number: u8, _: Kwargs, _: &State| dates::month(number));
    tera.register_filter("duur", |minutes: u32, _: Kwargs, _: &State| dates::duration(minutes));
    tera.register_filter("getal", |number: f64, _: Kwargs, _: &State| dates::number(number));
    tera.register_filter("status", |value: &str, _: Kwargs, _: &State| words::status(value).to_owned());
    tera.register_filter("betekenis", |value: &str, _: Kwargs, _: &State| words::status_meaning(value));
    tera.register_filter("bronnaam", |source: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
        let source = Source::deserialize(source).map_err(|error| tera::Error::message(error.to_string()))?;
        Ok(sources::name(&source))
    });
    tera.register_filter("paginasoort", |value: &str, _: Kwargs, _: &State| words::page_kind(value).to_owned());
    tera.register_filter("paginastatus", |value: &str, _: Kwargs, _: &State| words::page_status(value));
    tera.register_filter("rol", |value: &str, _: Kwargs, _: &State| words::role(value).to_owned());
    tera.register_filter("rollen", |value: &str, _: Kwargs, _: &State| words::roles(value).to_owned());
    tera.register_filter("beginhoofdletter", |text: &str, _: Kwargs, _: &State| words::capitalised(text));
    tera.register_filter("kleineletter", |text: &str, _: Kwargs, _: &State| words::uncapitalised(text));
    tera.register_filter("opening", |text: &str, _: Kwargs, _: &State| words::opening(text).to_owned());
    tera.register_filter("kiesbaar", |number: &str, _: Kwargs, _: &State| Value::safe_string(&words::dialled(number)));
    tera.register_filter("perdocument", |list: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
        let list = Vec::<SourceRef>::deserialize(list).map_err(|error| tera::Error::message(error.to_string()))?;
        Ok(Value::from_serializable(&sources::by_document(&list)))
    });
    tera.register_filter("anker", |id: &str, _: Kwargs, _: &State| Value::safe_string(&words::anchor(id)));
    tera.register_filter("kop", |level: usize, _: Kwargs, _: &State| Value::safe_string(&"#".repeat(level.min(6))));
    tera.register_filter("insprong", |level: usize, _: Kwargs, _: &State| Value::safe_string(&"  ".repeat(level)));
}

/// Filters for texts of authors.
fn add_texts(tera: &mut Tera, library: &Arc<Library>, root: &str) {
    // For raw HTML: attributes and the text of an HTML block.
    tera.register_filter("kaal", |text: &str, _: Kwargs, _: &State| Value::safe_string(&markdown::escape_html(text)));
    tera.register_filter("codeblok", |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&markdown::code_block(text))
    });
    let (books, back) = (Arc::clone(library), root.to_owned());
    tera.register_filter("proza", move |text: &str, options: Kwargs, _: &State| -> TeraResult<Value> {
        let indent = options.get::<usize>("inspringen")?.unwrap_or(0);
        Ok(Value::safe_string(&markdown::prose(text, indent, &|address| books.links.resolve(address, &back))))
    });
    tera.register_filter("zinnen", |text: &str, _: Kwargs, _: &State| markdown::apart(text));
    let (books, back) = (Arc::clone(library), root.to_owned());
    tera.register_filter("inzin", move |text: &str, _: Kwargs, _: &State| {
        Value::safe_string(&markdown::inline_prose(text, &|address| books.links.resolve(address, &back)))
    });
}

/// Functions that look up items and addresses.
fn add_lookups(tera: &mut Tera, library: &Arc<Library>, root: &str) {
    let books = Arc::clone(library);
    tera.register_function("zoek", move |options: Kwargs, _: &State| -> TeraResult<Value> {
        let item = books.get(options.must_get::<&str>("soort")?, options.must_get::<&str>("id")?);
        Ok(item.cloned().unwrap_or_else(Value::none))
    });
    let books = Arc::clone(library);
    tera.register_filter("bronnamen", move |list: &Value, _: Kwargs, _: &State| -> TeraResult<String> {
        let list = Vec::<SourceRef>::deserialize(list).map_err(|error| tera::Error::message(error.to_string()))?;
        let known = list.iter().filter_map(|part| books.get("bron", part.document.as_str()));
        let read = known.map(Source::deserialize).collect::<Result<Vec<_>, _>>();
        Ok(sources::names(&read.map_err(|error| tera::Error::message(error.to_string()))?))
    });
    let (books, back) = (Arc::clone(library), root.to_owned());
    tera.register_function("adres", move |options: Kwargs, _: &State| -> TeraResult<Value> {
        let path = books.links.path(options.must_get::<&str>("soort")?, options.must_get::<&str>("id")?);
        let address = path.map(|path| markdown::encode_address(&format!("{back}{path}")));
        Ok(address.map_or_else(Value::none, |address| Value::safe_string(&address)))
    });
    tera.register_function("buiten", |options: Kwargs, _: &State| -> TeraResult<Value> {
        let address = options.must_get::<&str>("adres")?;
        let web = ["https://", "http://", "mailto:"].iter().any(|start| address.starts_with(start));
        Ok(if web { Value::safe_string(&markdown::encode_address(address)) } else { Value::none() })
    });
    // The level of headings below a title, which may be missing.
    tera.register_function("onder", |options: Kwargs, _: &State| -> TeraResult<usize> {
        let titled = options.must_get::<&Value>("titel")?.is_truthy();
        Ok(options.must_get::<usize>("niveau")? + usize::from(titled))
    });
    let back = root.to_owned();
    tera.register_function("pad", move |options: Kwargs, _: &State| -> TeraResult<Value> {
        let path = options.must_get::<&str>("naar")?;
        Ok(Value::safe_string(&markdown::encode_address(&format!("{back}{path}"))))
    });
}
