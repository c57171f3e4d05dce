//! `build`: makes the site.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::arguments::Build;
use super::{CONTENT, output, progress};
use crate::{diagnostics, site};

pub(super) fn run(root: &Path, options: &Build) -> Result<ExitCode> {
    let out = options.out.clone().unwrap_or_else(|| root.join("site"));
    let loaded = progress::during("De site wordt gemaakt …", || site::build(root, &out))?;
    if loaded.knowledge.is_none() {
        output::findings(&loaded);
        output::note("De site is niet gemaakt. Wat er stond, is niet veranderd.");
        return Ok(ExitCode::from(CONTENT));
    }
    let (_, warnings) = diagnostics::count(&loaded.diagnostics);
    if warnings > 0 {
        let many = if warnings == 1 { "waarschuwing" } else { "waarschuwingen" };
        output::note(&format!("{warnings} {many}: bekijk ze met `mentorwijzer check`."));
    }
    if output::is_watched() {
        let shown = out.strip_prefix(".").unwrap_or(&out);
        output::note(&format!("De site staat in {}.", shown.display()));
    }
    Ok(ExitCode::SUCCESS)
}
