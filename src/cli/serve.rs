//! `serve`: shows the site in the browser while somebody writes.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::arguments::Serve;
use super::output;
use crate::site::serve::{self, Address, Event};

pub(super) fn run(root: &Path, options: &Serve) -> Result<ExitCode> {
    let address = Address { host: options.host, port: options.port };
    serve::serve(root, address, |event| match event {
        Event::Listening(address) => output::note(&format!("De site staat op http://{address}/  (stop met Ctrl+C)")),
        Event::Built(loaded) if loaded.knowledge.is_none() => output::findings(loaded),
        Event::Built(_) => output::note("De site is bijgewerkt."),
        Event::Failed(error) => output::failure(&format!("{error:#}")),
    })?;
    Ok(ExitCode::SUCCESS)
}
