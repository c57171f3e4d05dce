//! `preprocess` and `supports`: what plain mdBook asks, so that it gives the same chapters.

use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, anyhow};
use mdbook_preprocessor::PreprocessorContext;

use super::arguments::{Preprocess, Question, Supports};
use super::{CONTENT, output};
use crate::site;
use crate::site::book::{Chapters, PREPROCESSOR};

pub(super) fn run(chosen: Option<&Path>, options: &Preprocess) -> Result<ExitCode> {
    if let Some(Question::Supports(options)) = &options.question {
        return Ok(supports(options));
    }
    let (context, book) = mdbook_preprocessor::parse_input(io::stdin().lock()).map_err(|error| {
        anyhow!(
            "Op de invoer staat geen boek van mdBook {}.\nDeze opdracht is voor mdBook zelf: zie book/book.toml.\n\
             Technische melding (Engels): {error:#}",
            mdbook_preprocessor::MDBOOK_VERSION
        )
    })?;
    let root = chosen.map_or_else(|| root(&context), |chosen| Ok(chosen.to_path_buf()))?;
    let loaded = site::load(&root)?;
    let Some(knowledge) = &loaded.knowledge else {
        output::findings(&loaded);
        return Ok(ExitCode::from(CONTENT));
    };
    let book = Chapters::new(&knowledge.published()).context("De pagina's zijn niet gemaakt")?.add_to(book)?;
    output::result(&serde_json::to_string(&book)?)?;
    Ok(ExitCode::SUCCESS)
}

/// Chapters are plain Markdown, so every output can take them.
pub(super) fn supports(_: &Supports) -> ExitCode {
    ExitCode::SUCCESS
}

/// The folder that holds `cases/` when no `--root` says so: the one above the book, unless `book.toml`
/// says otherwise.
fn root(context: &PreprocessorContext) -> Result<PathBuf> {
    let key = format!("preprocessor.{PREPROCESSOR}.root");
    let chosen: Option<PathBuf> = context
        .config
        .get(&key)
        .map_err(|error| anyhow!("`{key}` in book.toml is geen map.\nTechnische melding (Engels): {error:#}"))?;
    Ok(context.root.join(chosen.as_deref().unwrap_or(Path::new(".."))))
}
