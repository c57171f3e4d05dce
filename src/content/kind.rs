//! The kinds of file in `cases/`: where each lies, what it is called, and its JSON Schema.

use schemars::generate::SchemaSettings;
use serde_json::Value;

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
        schema.to_value()
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
