//! The kinds of file in `cases/`: where each lies, what it is called, and its JSON Schema.

use schemars::generate::SchemaSettings;
use serde_json::{Map, Value};

use super::checklist::Checklist;
use super::flow::Flow;
use super::module::Module;
use super::news::News;
use super::question::Question;
use super::registers::{Competences, Keywords, Parties, Sources, Terms};
use super::site::Site;
use super::story::Story;
use super::template::Template;

/// A kind of file in `cases/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `vragen/*.yaml`
    Question,
    /// `verhalen/*.yaml`
    Story,
    /// `stroomschemas/*.yaml`
    Flow,
    /// `checklists/*.yaml`
    Checklist,
    /// `sjablonen/*.yaml`
    Template,
    /// `opleiding/*.yaml`
    Module,
    /// `nieuws/*.yaml`
    News,
    /// `site.yaml`
    Site,
    /// `begrippen.yaml`
    Terms,
    /// `trefwoorden.yaml`
    Keywords,
    /// `partijen.yaml`
    Parties,
    /// `bronnen.yaml`
    Sources,
    /// `competenties.yaml`
    Competences,
}

/// Where files of a kind lie.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Location {
    /// Many files in this folder.
    Folder(&'static str),
    /// This one file.
    File(&'static str),
}

impl Kind {
    /// All kinds, in the order in which they are shown to people.
    pub const ALL: [Self; 13] = [
        Self::Question,
        Self::Story,
        Self::Flow,
        Self::Checklist,
        Self::Template,
        Self::Module,
        Self::News,
        Self::Site,
        Self::Terms,
        Self::Keywords,
        Self::Parties,
        Self::Sources,
        Self::Competences,
    ];

    /// The Dutch singular, as used on the command line and in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Question => "vraag",
            Self::Story => "verhaal",
            Self::Flow => "stroomschema",
            Self::Checklist => "checklist",
            Self::Template => "sjabloon",
            Self::Module => "module",
            Self::News => "nieuws",
            Self::Site => "site",
            Self::Terms => "begrippen",
            Self::Keywords => "trefwoorden",
            Self::Parties => "partijen",
            Self::Sources => "bronnen",
            Self::Competences => "competenties",
        }
    }

    /// Where files of this kind lie, relative to `cases/`.
    #[must_use]
    pub const fn location(self) -> Location {
        match self {
            Self::Question => Location::Folder("vragen"),
            Self::Story => Location::Folder("verhalen"),
            Self::Flow => Location::Folder("stroomschemas"),
            Self::Checklist => Location::Folder("checklists"),
            Self::Template => Location::Folder("sjablonen"),
            Self::Module => Location::Folder("opleiding"),
            Self::News => Location::Folder("nieuws"),
            Self::Site => Location::File("site.yaml"),
            Self::Terms => Location::File("begrippen.yaml"),
            Self::Keywords => Location::File("trefwoorden.yaml"),
            Self::Parties => Location::File("partijen.yaml"),
            Self::Sources => Location::File("bronnen.yaml"),
            Self::Competences => Location::File("competenties.yaml"),
        }
    }

    /// The folder of a kind that has many files.
    #[must_use]
    pub const fn folder(self) -> Option<&'static str> {
        match self.location() {
            Location::Folder(folder) => Some(folder),
            Location::File(_) => None,
        }
    }

    /// The kind with this Dutch name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// The kind whose files lie in a folder.
    #[must_use]
    pub fn in_folder(folder: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.folder() == Some(folder))
    }

    /// The JSON Schema of a file of this kind, made from the Rust types. Objects are closed:
    /// a key that the types don't know is not allowed.
    #[must_use]
    pub fn schema(self) -> Value {
        let mut generator = SchemaSettings::draft2020_12().with_transform(close_objects).into_generator();
        let schema = match self {
            Self::Question => generator.root_schema_for::<Question>(),
            Self::Story => generator.root_schema_for::<Story>(),
            Self::Flow => generator.root_schema_for::<Flow>(),
            Self::Checklist => generator.root_schema_for::<Checklist>(),
            Self::Template => generator.root_schema_for::<Template>(),
            Self::Module => generator.root_schema_for::<Module>(),
            Self::News => generator.root_schema_for::<News>(),
            Self::Site => generator.root_schema_for::<Site>(),
            Self::Terms => generator.root_schema_for::<Terms>(),
            Self::Keywords => generator.root_schema_for::<Keywords>(),
            Self::Parties => generator.root_schema_for::<Parties>(),
            Self::Sources => generator.root_schema_for::<Sources>(),
            Self::Competences => generator.root_schema_for::<Competences>(),
        };
        let mut schema = schema.to_value();
        tidy(&mut schema, self.name());
        schema
    }
}

/// Closes every object, so that unknown keys are findings. The variants of a tagged enum are
/// objects of their own and are closed the same way.
fn close_objects(schema: &mut schemars::Schema) {
    if schema.get("properties").is_some() {
        schema.insert("additionalProperties".to_owned(), Value::Bool(false));
    }
    schemars::transform::transform_subschemas(&mut close_objects, schema);
}

/// Turns what schemars makes into what editors and the loader want: variants of a tagged enum whole
/// in one place (a closed object behind a `$ref` can't be extended), no `null`, a Dutch title.
fn tidy(schema: &mut Value, title: &str) {
    let definitions = schema.get("$defs").cloned().unwrap_or_default();
    simplify(schema, &definitions);
    if let Some(root) = schema.as_object_mut() {
        root.insert("title".to_owned(), title.into());
        root.remove("$schema");
    }
}

fn simplify(schema: &mut Value, definitions: &Value) {
    match schema {
        Value::Array(items) => items.iter_mut().for_each(|item| simplify(item, definitions)),
        Value::Object(map) => {
            merge_variant(map, definitions);
            forbid_null(map);
            map.values_mut().for_each(|value| simplify(value, definitions));
        }
        _ => {}
    }
}

/// `{"$ref": T, "properties": {"soort": …}}` becomes T with `soort` as its first property.
fn merge_variant(map: &mut Map<String, Value>, definitions: &Value) {
    if !map.contains_key("properties") {
        return;
    }
    let Some(target) = map.get("$ref").and_then(Value::as_str).and_then(|r| r.rsplit('/').next()) else { return };
    let Some(base) = definitions.get(target).and_then(Value::as_object) else { return };
    let mut merged = base.clone();
    for (keyword, extra) in std::mem::take(map) {
        match (keyword.as_str(), extra) {
            ("$ref", _) => {}
            ("properties", Value::Object(mut properties)) => {
                if let Some(Value::Object(own)) = merged.remove("properties") {
                    properties.extend(own);
                }
                merged.insert(keyword, Value::Object(properties));
            }
            ("required", Value::Array(mut required)) => {
                if let Some(Value::Array(own)) = merged.remove("required") {
                    required.extend(own);
                }
                merged.insert(keyword, Value::Array(required));
            }
            (_, extra) => {
                merged.insert(keyword, extra);
            }
        }
    }
    *map = merged;
}

/// An absent key is the only way to say nothing.
fn forbid_null(map: &mut Map<String, Value>) {
    if map.get("default") == Some(&Value::Null) {
        map.remove("default");
    }
    if let Some(Value::Array(types)) = map.get_mut("type") {
        types.retain(|t| t != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            map.insert("type".to_owned(), only);
        }
    }
    let only = match map.get_mut("anyOf") {
        Some(Value::Array(options)) => {
            options.retain(|o| o.get("type") != Some(&Value::from("null")));
            match options.as_slice() {
                [Value::Object(only)] => Some(only.clone()),
                _ => None,
            }
        }
        _ => None,
    };
    if let Some(only) = only {
        map.remove("anyOf");
        map.extend(only);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_a_closed_schema_with_descriptions() {
        for kind in Kind::ALL {
            let schema = kind.schema();
            assert_eq!(schema["additionalProperties"], false, "{}", kind.name());
            assert!(schema["description"].is_string(), "{}", kind.name());
            let text = schema.to_string();
            assert!(!text.contains("\"null\""), "{}", kind.name());
        }
    }

    #[test]
    fn a_block_kind_is_one_closed_object() {
        let schema = Kind::Question.schema();
        let variants = schema["$defs"]["Block"]["oneOf"].as_array().unwrap();
        assert_eq!(variants.len(), 18);
        for variant in variants {
            assert!(variant.get("$ref").is_none());
            assert_eq!(variant["additionalProperties"], false);
            assert!(variant["properties"]["soort"]["const"].is_string());
        }
    }
}
