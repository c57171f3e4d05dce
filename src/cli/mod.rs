//! Arguments, exit codes and progress; one file per command, each a few lines over the library.

use std::process::ExitCode;

/// Runs the program with the arguments of the process.
#[must_use]
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
