//! `check`: shows the findings about the content.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::arguments::Check;
use super::{CONTENT, output, progress};
use crate::{diagnostics, site};

pub(super) fn run(root: &Path, options: &Check) -> Result<ExitCode> {
    let loaded = progress::during("De inhoud wordt nagekeken …", || site::load(root))?;
    output::findings_as(&loaded, options.format.into())?;
    let (errors, _) = diagnostics::count(&loaded.diagnostics);
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::from(CONTENT) })
}
