//! Writing to the terminal: results to standard output, everything else to standard error.

use std::io::{self, ErrorKind, IsTerminal as _, Write as _};

use anstream::{AutoStream, ColorChoice};
use anyhow::{Result, anyhow};

use crate::diagnostics::{self, Format};
use crate::load::Loaded;
use crate::output::disk;

/// Nobody reads our standard output any more.
#[derive(Debug)]
pub(super) struct Closed;

impl std::fmt::Display for Closed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("De uitvoer is gesloten.")
    }
}

impl std::error::Error for Closed {}

/// Writes a result, ending in a line break.
pub(super) fn result(text: &str) -> Result<()> {
    let mut stream = io::stdout().lock();
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    write!(stream, "{text}{end}").and_then(|()| stream.flush()).map_err(|error| match error.kind() {
        ErrorKind::BrokenPipe => anyhow::Error::new(Closed),
        _ => anyhow!("De uitvoer is niet te schrijven: {}.", disk::reason(&error)),
    })
}

/// Tells something to whoever is watching.
pub(super) fn note(text: &str) {
    // When standard error is gone there is nobody left to tell.
    let _ = writeln!(anstream::stderr().lock(), "{}", text.trim_end());
}

/// Tells why the program stops.
pub(super) fn failure(text: &str) {
    note(&format!("\x1b[1;31mfout:\x1b[0m {text}"));
}

/// Tells the findings of a build.
pub(super) fn findings(loaded: &Loaded) {
    let colour = AutoStream::choice(&io::stderr()) != ColorChoice::Never;
    note(&diagnostics::render(&loaded.diagnostics, &loaded.texts, Format::Mens, colour));
}

/// The findings as the result of a command.
pub(super) fn findings_as(loaded: &Loaded, format: Format) -> Result<()> {
    let colour = AutoStream::choice(&io::stdout()) != ColorChoice::Never;
    result(&diagnostics::render(&loaded.diagnostics, &loaded.texts, format, colour))
}

/// Whether somebody watches standard error.
pub(super) fn is_watched() -> bool {
    io::stderr().is_terminal()
}
