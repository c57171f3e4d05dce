//! `serve`: shows the site in the browser while somebody writes.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::arguments::Serve;
use super::{output, progress};
use crate::site::serve::{Address, Outcome, Server};

pub(super) fn run(root: &Path, options: &Serve) -> Result<ExitCode> {
    let server = Server::open(root, Address { host: options.host, port: options.port })?;
    output::note(&format!("De site staat op http://{}/  (stop met Ctrl+C)", server.address()));
    let first = progress::during("De site wordt gemaakt …", || server.build());
    if !matches!(first, Outcome::Updated) {
        tell(first);
    }
    server.run(tell)?;
    Ok(ExitCode::SUCCESS)
}

fn tell(outcome: Outcome) {
    match outcome {
        Outcome::Updated => output::note("De site is bijgewerkt."),
        Outcome::Unchanged => {}
        Outcome::Faulty(loaded) => output::findings(&loaded),
        Outcome::Failed(error) => output::failure(&format!("{error:#}")),
    }
}
