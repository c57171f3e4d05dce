//! `check`: shows the findings about the content.

use std::path::{Component, Path};
use std::process::ExitCode;

use anyhow::Result;

use super::arguments::{Check, FormatName};
use super::{CONTENT, output, progress};
use crate::{diagnostics, site, statistics};

pub(super) fn run(root: &Path, options: &Check) -> Result<ExitCode> {
    let mut loaded = progress::during("De inhoud wordt nagekeken …", || site::load(root))?;
    if matches!(options.format, FormatName::Github) && root.is_relative() {
        for finding in &mut loaded.diagnostics {
            finding.file = below(root, &finding.file);
        }
    }
    output::findings_as(&loaded, options.format.into())?;
    if options.stats {
        output::result(&format!("\n{}", statistics::table(&loaded.statistics)))?;
    }
    let (errors, _) = diagnostics::count(&loaded.diagnostics);
    Ok(if errors == 0 { ExitCode::SUCCESS } else { ExitCode::from(CONTENT) })
}

/// A file of the site as seen from the folder where the program runs: that is how GitHub finds it.
fn below(root: &Path, file: &str) -> String {
    let folders = root.components().filter(|part| *part != Component::CurDir);
    let names = folders.map(|part| part.as_os_str().to_string_lossy());
    names.chain([file.into()]).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_from_where_the_program_runs() {
        assert_eq!(below(Path::new("."), "cases/site.yaml"), "cases/site.yaml");
        assert_eq!(below(Path::new("./sites/groen/"), "cases/site.yaml"), "sites/groen/cases/site.yaml");
    }
}
