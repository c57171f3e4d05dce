//! JSON Schema to tables in Dutch: which keys an object has, and what may stand behind them.

use serde::Serialize;
use serde_json::Value;

/// Types that many objects use: the manual describes them once, elsewhere.
const SHARED: [&str; 2] = ["Block", "SourceRef"];

/// The keys of one object.
#[derive(Debug, Serialize)]
pub struct Table {
    /// Where the object stands: nothing for the object itself, else the keys that lead to it.
    #[serde(rename = "pad")]
    pub path: String,
    /// The value of `soort` when the object is one of several.
    #[serde(rename = "soort")]
    pub variant: Option<String>,
    /// What the object is.
    #[serde(rename = "uitleg")]
    pub about: String,
    /// The keys, in the order of the type.
    #[serde(rename = "sleutels")]
    pub keys: Vec<Key>,
}

/// One key of an object.
#[derive(Debug, Serialize)]
pub struct Key {
    /// The key.
    #[serde(rename = "naam")]
    pub name: String,
    /// What it holds.
    #[serde(rename = "uitleg")]
    pub about: String,
    /// Whether it must be there.
    #[serde(rename = "verplicht")]
    pub required: bool,
    /// What may stand behind it, in words.
    #[serde(rename = "vorm")]
    pub form: String,
    /// The values that may stand behind it, when it is one of a list.
    #[serde(rename = "waarden")]
    pub values: Vec<Choice>,
    /// The shared type that is described elsewhere.
    #[serde(rename = "gedeeld")]
    pub shared: Option<String>,
}

/// One value of a list of values.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// The value.
    #[serde(rename = "waarde")]
    pub value: String,
    /// What it means.
    #[serde(rename = "uitleg")]
    pub about: String,
}

/// A schema with its definitions.
pub struct Schema<'s> {
    root: &'s Value,
}

impl<'s> Schema<'s> {
    /// Reads a schema as `Kind::schema` gives it.
    #[must_use]
    pub fn new(root: &'s Value) -> Self {
        Self { root }
    }

    /// The tables of the file itself and of what it holds.
    #[must_use]
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = Vec::new();
        self.add(self.root, "", None, &mut tables);
        tables
    }

    /// The tables of a shared type.
    #[must_use]
    pub fn tables_of(&self, name: &str) -> Vec<Table> {
        let mut tables = Vec::new();
        if let Some(object) = self.definition(name) {
            self.add(object, "", None, &mut tables);
        }
        tables
    }

    /// The kinds of a tagged type: each with its description and the tables of what it holds.
    #[must_use]
    pub fn variants(&self, name: &str) -> Vec<(Choice, Vec<Table>)> {
        let variants = self.definition(name).map(variants_of).unwrap_or_default();
        variants
            .into_iter()
            .map(|(choice, variant)| {
                let mut tables = Vec::new();
                self.add(self.resolve(variant).1, "", None, &mut tables);
                (choice, tables)
            })
            .collect()
    }

    fn definition(&self, name: &str) -> Option<&'s Value> {
        self.root.get("$defs")?.get(name)
    }

    /// The schema behind a reference, with the name of its definition.
    fn resolve(&self, schema: &'s Value) -> (Option<&'s str>, &'s Value) {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|path| path.strip_prefix("#/$defs/"));
        let target = name.and_then(|name| self.definition(name));
        (name, target.unwrap_or(schema))
    }

    /// What is behind a key: behind its reference, and behind its list.
    fn inner(&self, schema: &'s Value) -> (Option<&'s str>, &'s Value) {
        let (name, schema) = self.resolve(schema);
        schema.get("items").map_or((name, schema), |items| self.inner(items))
    }

    fn add(&self, object: &'s Value, path: &str, variant: Option<String>, tables: &mut Vec<Table>) {
        let Some(properties) = object.get("properties").and_then(Value::as_object) else { return };
        let required: Vec<&str> = strings(object.get("required"));
        let keys = properties.iter().map(|(name, schema)| self.key(name, schema, required.contains(&name.as_str())));
        let keys = keys.collect();
        tables.push(Table { path: path.to_owned(), variant, about: about(object), keys });
        for (name, schema) in properties {
            let (definition, inner) = self.inner(schema);
            if definition.is_some_and(|definition| SHARED.contains(&definition)) {
                continue;
            }
            let path = if path.is_empty() { name.clone() } else { format!("{path} › {name}") };
            for (choice, variant) in variants_of(inner) {
                self.add(self.resolve(variant).1, &path, Some(choice.value), tables);
            }
            self.add(inner, &path, None, tables);
        }
    }

    fn key(&self, name: &str, schema: &'s Value, required: bool) -> Key {
        let (definition, inner) = self.inner(schema);
        let shared = definition.filter(|definition| SHARED.contains(definition)).map(str::to_owned);
        let values = if shared.is_none() { values_of(inner) } else { Vec::new() };
        Key { name: name.to_owned(), about: about(schema), required, form: self.form(schema), values, shared }
    }

    /// What may stand behind a key, in words.
    fn form(&self, schema: &'s Value) -> String {
        let schema = self.resolve(schema).1;
        let kinds = strings(schema.get("type"));
        let text = |key: &str| schema.get(key).and_then(Value::as_str);
        if let Some(items) = schema.get("items") {
            return format!("lijst: {}", self.form(items));
        }
        if !variants_of(schema).is_empty() {
            return "een stuk met `soort`, zie hieronder".to_owned();
        }
        if schema.get("properties").is_some() {
            return "een stuk met eigen sleutels, zie hieronder".to_owned();
        }
        if !values_of(schema).is_empty() {
            return "één van deze waarden".to_owned();
        }
        if let Some(only) = text("const") {
            return format!("altijd `{only}`");
        }
        if let Some(target) = text("x-verwijst") {
            return format!("een naam uit `{target}`");
        }
        match text("format") {
            Some("proza") => "tekst, met eenvoudige opmaak".to_owned(),
            Some("regel") => limited("één regel tekst", schema),
            Some("id") => "een kenmerk: kleine letters, cijfers, streepjes".to_owned(),
            Some("datum") => "een datum, zoals `2026-11-20`".to_owned(),
            Some("webadres") => "een webadres met `https://` of `http://`".to_owned(),
            Some("kleur") => "een kleur, zoals `#1f5c3a`".to_owned(),
            Some("regels") => "regelnummers, zoals `\"120-130, 200\"`".to_owned(),
            _ if kinds.contains(&"boolean") => "`true` of `false`".to_owned(),
            _ if kinds.contains(&"integer") => ranged("een geheel getal", schema),
            _ if kinds.contains(&"number") => ranged("een getal", schema),
            _ => "tekst".to_owned(),
        }
    }
}

fn limited(what: &str, schema: &Value) -> String {
    let most = schema.get("maxLength").and_then(Value::as_u64);
    most.map_or_else(|| what.to_owned(), |most| format!("{what}, hoogstens {most} tekens"))
}

fn ranged(what: &str, schema: &Value) -> String {
    let bound = |key: &str| schema.get(key).and_then(Value::as_f64).filter(|bound| *bound > 0.0);
    match (bound("minimum"), bound("maximum").filter(|most| *most < 10_000.0)) {
        (Some(least), Some(most)) => format!("{what} van {least} tot {most}"),
        (Some(least), None) => format!("{what} vanaf {least}"),
        (None, Some(most)) => format!("{what} tot {most}"),
        (None, None) => what.to_owned(),
    }
}

/// The objects among which `soort` chooses.
fn variants_of(schema: &Value) -> Vec<(Choice, &Value)> {
    let options = schema.get("oneOf").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let variant = |option| {
        let value: &Value = option;
        let kind = value.get("properties")?.get("soort")?.get("const")?.as_str()?;
        Some((Choice { value: kind.to_owned(), about: about(value) }, value))
    };
    options.iter().filter_map(variant).collect()
}

/// The values of a list of values.
fn values_of(schema: &Value) -> Vec<Choice> {
    let options = schema.get("oneOf").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let choice =
        |option: &Value| Some(Choice { value: option.get("const")?.as_str()?.to_owned(), about: about(option) });
    let named = options.iter().filter_map(choice);
    let plain = strings(schema.get("enum")).into_iter();
    named.chain(plain.map(|value| Choice { value: value.to_owned(), about: String::new() })).collect()
}

fn about(schema: &Value) -> String {
    schema.get("description").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// One string or a list of strings.
fn strings(value: Option<&Value>) -> Vec<&str> {
    match value {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}
