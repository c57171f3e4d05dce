//! Arguments, exit codes and progress; one file per command, each a few lines over the library.

mod arguments;
mod build;
mod check;
mod explain;
mod new;
mod output;
mod preprocess;
mod progress;
mod schema;
mod serve;
mod usage;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;
use clap::Parser as _;

use self::arguments::{Arguments, Command};
use self::output::Closed;

/// The content has errors.
const CONTENT: u8 = 1;
/// The program was used in a wrong way, or the disk refused.
const TROUBLE: u8 = 2;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    std::panic::set_hook(Box::new(|panic| {
        output::failure(&format!(
            "Mentorwijzer liep vast. Dat is een fout in het programma, niet in je bestanden.\n\
             Technische melding (Engels): {panic}"
        ));
    }));
    let ended = match Arguments::try_parse() {
        Ok(arguments) => dispatch(&arguments),
        Err(error) => usage::explain(&error),
    };
    ended.unwrap_or_else(|error| {
        // Whoever reads our output stopped reading: that is no failure.
        if error.is::<Closed>() {
            return ExitCode::SUCCESS;
        }
        output::failure(&format!("{error:#}"));
        ExitCode::from(TROUBLE)
    })
}

fn dispatch(arguments: &Arguments) -> Result<ExitCode> {
    let chosen = arguments.root.as_deref();
    let root = chosen.unwrap_or(Path::new("."));
    match &arguments.command {
        Command::Build(options) => build::run(root, options),
        Command::Check(options) => check::run(root, options),
        Command::Serve(options) => serve::run(root, options),
        Command::New(options) => new::run(root, options),
        Command::Explain(options) => explain::run(options),
        Command::Schema(options) => schema::run(options),
        Command::Preprocess(options) => preprocess::run(chosen, options),
        Command::Supports(options) => Ok(preprocess::supports(options)),
    }
}
