//! A tree held against the JSON Schema of its kind: everything that doesn't fit is a finding with
//! its place; what fits becomes plain data for the types, and marks for the rules.
//!
//! Only the part of JSON Schema that the content types use is known here.

use std::collections::HashMap;

use serde_json::{Map, Value as Json};

use super::tree::{Key, Node, Value};
use super::{Mark, MarkKind};
use crate::content::common::{Id, REFERENCE, UNIQUE_ID};
use crate::diagnostics::{Diagnostic, Span};
use crate::rules;

/// What comes of holding a tree against a schema.
pub(super) struct Shaped {
    /// The content as plain data; none when something doesn't fit.
    pub data: Option<Json>,
    /// References, prose and other texts that rules look at.
    pub marks: Vec<Mark>,
    /// What doesn't fit.
    pub found: Vec<Diagnostic>,
}

/// Holds a tree against a schema.
pub(super) fn shape(file: &str, text: &str, root: &Node, schema: &Json) -> Shaped {
    let definitions = schema.get("$defs").cloned().unwrap_or_default();
    let mut shaper = Shaper { file, text, definitions: &definitions, marks: Vec::new(), found: Vec::new() };
    let data = shaper.value(root, schema, &Path { pointer: String::new(), name: WHOLE });
    let data = if shaper.found.is_empty() { data } else { None };
    Shaped { data, marks: shaper.marks, found: shaper.found }
}

/// Where in the file the shaper is: for rules as a JSON pointer, for people as the nearest key.
struct Path<'a> {
    pointer: String,
    name: &'a str,
}

impl Path<'_> {
    fn item(&self, index: usize) -> Path<'_> {
        Path { pointer: format!("{}/{index}", self.pointer), name: self.name }
    }

    fn key<'k>(&self, key: &'k str) -> Path<'k> {
        Path { pointer: format!("{}/{key}", self.pointer), name: key }
    }
}

/// Stands for the name of a key where the file itself is meant.
const WHOLE: &str = "dit bestand";

struct Shaper<'a> {
    file: &'a str,
    text: &'a str,
    definitions: &'a Json,
    marks: Vec<Mark>,
    found: Vec<Diagnostic>,
}

impl<'a> Shaper<'a> {
    fn value(&mut self, node: &Node, schema: &'a Json, path: &Path<'_>) -> Option<Json> {
        let schema = self.resolve(schema);
        if let Some(options) = schema.get("oneOf").and_then(Json::as_array) {
            return match options.first().and_then(|o| o.get("const")) {
                Some(_) => self.choice(node, options, path),
                None => self.tagged(node, options, path),
            };
        }
        match schema.get("type").and_then(Json::as_str).unwrap_or_default() {
            "object" => self.object(node, schema, path),
            "array" => self.list(node, schema, path),
            "string" => self.string(node, schema, path),
            "integer" | "number" => self.number(node, schema, path),
            "boolean" => self.boolean(node, path),
            _ => None,
        }
    }

    fn resolve(&self, schema: &'a Json) -> &'a Json {
        match schema.get("$ref").and_then(Json::as_str).and_then(|r| r.rsplit('/').next()) {
            Some(name) => self.definitions.get(name).unwrap_or(schema),
            None => schema,
        }
    }

    fn wrong_type(&mut self, node: &Node, path: &Path<'_>, expected: &str, help: &str) {
        let got = match &node.value {
            Value::Scalar { plain: false, .. } => "een tekst",
            Value::Scalar { .. } => "één waarde",
            Value::List(_) => "een lijst",
            Value::Map(_) => "een groep sleutels",
        };
        self.found.push(rules::wrong_type::found(self.file, node.span, path.name, expected, got, help));
    }

    fn empty(&mut self, node: &Node, path: &Path<'_>) -> bool {
        if node.is_empty() {
            self.found.push(rules::empty_text::found(self.file, node.span, path.name));
        }
        node.is_empty()
    }

    /// One of a few words.
    fn choice(&mut self, node: &Node, options: &[Json], path: &Path<'_>) -> Option<Json> {
        if self.empty(node, path) {
            return None;
        }
        let allowed: Vec<&str> = options.iter().filter_map(|o| o["const"].as_str()).collect();
        let Some(text) = node.text() else {
            self.wrong_type(node, path, "één woord", &format!("Kies uit: {}.", rules::quoted(&allowed)));
            return None;
        };
        if allowed.contains(&text) {
            return Some(text.into());
        }
        self.found.push(rules::unknown_choice::found(self.file, node.span, path.name, text, &allowed));
        None
    }

    /// An object that says its kind in `soort`.
    fn tagged(&mut self, node: &Node, options: &'a [Json], path: &Path<'_>) -> Option<Json> {
        let kind_of = |o: &'a Json| o.pointer("/properties/soort/const").and_then(Json::as_str);
        let allowed: Vec<&str> = options.iter().filter_map(kind_of).collect();
        let Value::Map(_) = &node.value else {
            self.wrong_type(node, path, "een groep sleutels", "Begin met `soort:` en zet de andere sleutels eronder.");
            return None;
        };
        let kind = node.get("soort");
        let option = options.iter().find(|o| kind.and_then(Node::text).is_some_and(|k| kind_of(o) == Some(k)));
        if let Some(option) = option {
            return self.object(node, option, path);
        }
        let span = kind.map_or_else(|| first_key(node), |k| k.span);
        self.found.push(rules::unknown_block::found(self.file, span, kind.and_then(Node::text), &allowed));
        None
    }

    fn object(&mut self, node: &Node, schema: &'a Json, path: &Path<'_>) -> Option<Json> {
        let Value::Map(entries) = &node.value else {
            let help = match (self.first_key(schema), short(node)) {
                (Some(key), Some(text)) => format!("Dit begint met `{key}:`. Schrijf `{key}: {text}`."),
                (Some(key), None) => format!("Begin met `{key}:`, en zet elke sleutel op een eigen regel."),
                (None, _) => "Schrijf elke sleutel op een eigen regel: `sleutel: waarde`.".to_owned(),
            };
            self.wrong_type(node, path, "een groep sleutels", &help);
            return None;
        };
        let properties = schema.get("properties").and_then(Json::as_object)?;
        let mut data = Map::new();
        let mut guessed = Vec::new();
        let free: Vec<&str> = properties.keys().map(String::as_str).filter(|known| node.get(known).is_none()).collect();
        for (key, value) in entries {
            match properties.get(&key.name) {
                Some(property) => {
                    let value = self.property(value, property, &path.key(&key.name));
                    data.insert(key.name.clone(), value.unwrap_or_default());
                }
                None => guessed.extend(self.unknown_key(key, &free)),
            }
        }
        let required = schema.get("required").and_then(Json::as_array).map_or(&[][..], Vec::as_slice);
        for key in required.iter().filter_map(Json::as_str) {
            if !data.contains_key(key) && !guessed.iter().any(|g| g == key) {
                let description = properties[key]["description"].as_str().unwrap_or("een waarde.");
                self.found.push(rules::missing_key::found(self.file, first_key(node), key, description));
            }
        }
        Some(Json::Object(data))
    }

    /// A value of an object: `soort` has a fixed word that was looked at already.
    fn property(&mut self, node: &Node, schema: &'a Json, path: &Path<'_>) -> Option<Json> {
        match schema.get("const") {
            Some(word) => Some(word.clone()),
            None => self.value(node, schema, path),
        }
    }

    /// Reports a key that isn't known here; gives the key that was probably meant. `free` are the
    /// keys that may still come.
    fn unknown_key(&mut self, key: &Key, free: &[&str]) -> Option<String> {
        self.found.push(rules::unknown_key::found(self.file, key.span, &key.name, free));
        rules::nearest(&key.name, free).map(str::to_owned)
    }

    fn list(&mut self, node: &Node, schema: &'a Json, path: &Path<'_>) -> Option<Json> {
        if self.empty(node, path) {
            return None;
        }
        let Value::List(items) = &node.value else {
            let help = self.list_help(node, schema, path.name);
            self.wrong_type(node, path, "een lijst", &help);
            return None;
        };
        let least = schema.get("minItems").and_then(Json::as_u64).unwrap_or(0);
        if u64::try_from(items.len()).is_ok_and(|n| n < least) {
            self.found.push(rules::too_few::found(self.file, node.span, path.name, least, items.len()));
        }
        if let Some(key) = schema.get(UNIQUE_ID).and_then(Json::as_str) {
            self.unique(items, key);
        }
        let item_schema = schema.get("items")?;
        let data: Vec<Json> = items
            .iter()
            .enumerate()
            .map(|(i, item)| self.value(item, item_schema, &path.item(i)).unwrap_or_default())
            .collect();
        Some(Json::Array(data))
    }

    /// How to write a list of what the schema wants in it.
    fn list_help(&self, node: &Node, schema: &Json, name: &str) -> String {
        match schema.get("items").and_then(|items| self.first_key(items)) {
            Some(key) => format!("Begin elk punt op een nieuwe regel met een streepje: `- {key}: …`."),
            None => match short(node) {
                Some(text) => format!("Schrijf `{name}: [{}]`.", text.replace(';', ",")),
                None => format!("Zet er een streepje voor op een nieuwe regel, of schrijf `{name}: [een, twee]`."),
            },
        }
    }

    /// The key that an object of this schema starts with.
    fn first_key(&self, schema: &Json) -> Option<String> {
        let schema = match schema.get("$ref").and_then(Json::as_str).and_then(|r| r.rsplit('/').next()) {
            Some(name) => self.definitions.get(name)?,
            None => schema,
        };
        if schema.pointer("/oneOf/0/properties/soort").is_some() {
            return Some("soort".to_owned());
        }
        schema.get("properties")?.as_object()?.keys().next().cloned()
    }

    fn unique(&mut self, items: &[Node], key: &str) {
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for id in items.iter().filter_map(|item| item.get(key)) {
            let Some(text) = id.text() else { continue };
            match seen.get(text) {
                Some(line) => self.found.push(rules::duplicate_id::found(self.file, id.span, text, *line)),
                None => {
                    seen.insert(text, id.span.line);
                }
            }
        }
    }

    fn string(&mut self, node: &Node, schema: &Json, path: &Path<'_>) -> Option<Json> {
        let Some(text) = node.text() else {
            let help = "Schrijf één tekst. Staat er een dubbelepunt of haakje in? Zet hem tussen aanhalingstekens.";
            self.wrong_type(node, path, "één tekst", help);
            return None;
        };
        if node.is_empty() || text.trim().is_empty() {
            self.found.push(rules::empty_text::found(self.file, node.span, path.name));
            return None;
        }
        let text = text.trim_end();
        let before = self.found.len();
        let kind = self.format(node, text, schema, path);
        if let Some(most) = schema.get("maxLength").and_then(Json::as_u64) {
            let length = text.chars().count();
            if u64::try_from(length).is_ok_and(|n| n > most) {
                self.found.push(rules::too_long::found(self.file, node.span, path.name, most, length));
            }
        }
        if self.found.len() > before {
            return None;
        }
        if let Some(kind) = kind {
            let pointer = path.pointer.clone();
            self.marks.push(Mark { kind, text: text.to_owned(), span: node.span, pointer });
        }
        Some(text.into())
    }

    /// Checks the format of a string; gives what rules should look at it as.
    fn format(&mut self, node: &Node, text: &str, schema: &Json, path: &Path<'_>) -> Option<MarkKind> {
        let (file, span) = (self.file, node.span);
        let (problem, kind) = match schema.get("format").and_then(Json::as_str).unwrap_or_default() {
            "proza" => {
                let problem = self.html(span, text).or_else(|| rules::folded_list::look(file, self.text, span));
                (problem, Some(MarkKind::Prose))
            }
            "regel" => (self.lines(node, text, path), Some(MarkKind::Line)),
            "id" => {
                // What a reference means is better told where the ids are known.
                let target = schema.get(REFERENCE).and_then(Json::as_str);
                let wrong = target.is_none() && !Id::fits(text);
                (
                    wrong.then(|| rules::no_id::found(file, span, path.name, text)),
                    target.map(|target| MarkKind::Reference(target.to_owned())),
                )
            }
            "datum" => ((!rules::no_date::is_date(text)).then(|| rules::no_date::found(file, span, text)), None),
            "regels" => {
                let wrong = rules::no_lines::parse(text).is_none();
                (wrong.then(|| rules::no_lines::found(file, span, text)), Some(MarkKind::Lines))
            }
            "webadres" => {
                let wrong = !rules::no_web_address::is_web_address(text);
                (wrong.then(|| rules::no_web_address::found(file, span, text)), None)
            }
            "kleur" => ((!rules::no_colour::is_colour(text)).then(|| rules::no_colour::found(file, span, text)), None),
            _ => (None, None),
        };
        self.found.extend(problem);
        kind
    }

    /// A line that runs over more lines: written so, or because the dash of a next item is missing.
    fn lines(&self, node: &Node, text: &str, path: &Path<'_>) -> Option<Diagnostic> {
        let source = self.text.get(node.span.start..node.span.end).unwrap_or_default();
        let unquoted = matches!(&node.value, Value::Scalar { plain: true, .. });
        if unquoted && source.trim_end().contains('\n') {
            return Some(rules::one_line::run_on(self.file, node.span, path.name));
        }
        text.contains('\n').then(|| rules::one_line::found(self.file, node.span, path.name))
    }

    fn html(&self, span: Span, text: &str) -> Option<Diagnostic> {
        let (_, html) = rules::raw_html::first_html(text)?;
        let place = super::find(self.text, span, html.lines().next().unwrap_or_default());
        Some(rules::raw_html::found(self.file, place, &html))
    }

    fn number(&mut self, node: &Node, schema: &Json, path: &Path<'_>) -> Option<Json> {
        if self.empty(node, path) {
            return None;
        }
        let whole = schema["type"] == "integer";
        let (expected, help) = if whole {
            ("een geheel getal", "Schrijf alleen cijfers, zonder aanhalingstekens: `12`.")
        } else {
            ("een getal", "Schrijf cijfers, met een punt voor decimalen: `12.5`.")
        };
        let (least, most) =
            (schema.get("minimum").and_then(Json::as_f64), schema.get("maximum").and_then(Json::as_f64));
        let number = match &node.value {
            Value::Scalar { text, plain: true } if whole => text.parse::<i64>().ok().map(Json::from),
            Value::Scalar { text, plain: true } => text.parse::<f64>().ok().filter(|n| n.is_finite()).map(Json::from),
            _ => None,
        };
        let Some(value) = number.as_ref().and_then(Json::as_f64) else {
            self.wrong_type(node, path, expected, help);
            return None;
        };
        let most = most.or_else(|| whole.then_some(f64::from(u32::MAX)));
        if least.is_some_and(|l| value < l) || most.is_some_and(|m| value > m) {
            let text = node.text().unwrap_or_default();
            self.found.push(rules::out_of_range::found(self.file, node.span, path.name, text, least, most));
            return None;
        }
        number
    }

    fn boolean(&mut self, node: &Node, path: &Path<'_>) -> Option<Json> {
        if self.empty(node, path) {
            return None;
        }
        let help = match node.text().map(str::to_lowercase).as_deref() {
            Some("true") => return Some(true.into()),
            Some("false") => return Some(false.into()),
            Some("ja" | "waar" | "yes" | "y" | "j" | "on" | "1") => "Schrijf `true` voor ja.",
            Some("nee" | "neen" | "onwaar" | "no" | "n" | "off" | "0") => "Schrijf `false` voor nee.",
            _ => "Schrijf `true` voor ja of `false` voor nee.",
        };
        self.wrong_type(node, path, "`true` of `false`", help);
        None
    }
}

/// The place to point at when something misses in an object: its first key, or where it stands.
fn first_key(node: &Node) -> Span {
    match &node.value {
        Value::Map(entries) => entries.first().map_or(node.span, |(key, _)| key.span),
        _ => node.span,
    }
}

/// The text of a single value, when it is short and plain enough to show in advice.
fn short(node: &Node) -> Option<&str> {
    node.text().filter(|text| text.chars().count() < 60 && !text.contains(['[', ']', '{', '}', '"', ':', '\n']))
}
