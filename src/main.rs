//! The program `mentorwijzer`.

use std::process::ExitCode;

fn main() -> ExitCode {
    mentorwijzer::cli::run()
}
