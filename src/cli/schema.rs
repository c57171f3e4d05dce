//! `schema`: the JSON Schema of each kind of file, for editors.

use std::process::ExitCode;

use anyhow::Result;
use serde_json::{Map, Value};

use super::arguments::Schema;
use super::{new, output};
use crate::content::Kind;
use crate::output::disk;

pub(super) fn run(options: &Schema) -> Result<ExitCode> {
    let chosen = options.kind.as_deref().map(|name| new::kind(name, &Kind::ALL)).transpose()?;
    let kinds = chosen.map_or(Kind::ALL.to_vec(), |kind| vec![kind]);
    if let Some(folder) = &options.out {
        for kind in kinds {
            let file = folder.join(format!("{}.schema.json", kind.name()));
            disk::write(&file, format!("{:#}\n", kind.schema()).as_bytes())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let shown = chosen.map_or_else(|| all(&kinds), Kind::schema);
    output::result(&format!("{shown:#}\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// The schemas, each under the name of its kind.
fn all(kinds: &[Kind]) -> Value {
    kinds.iter().map(|kind| (kind.name().to_owned(), kind.schema())).collect::<Map<_, _>>().into()
}
