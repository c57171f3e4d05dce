//! Mentorwijzer turns structured case files into the website of a sector that trains young people
//! in dual learning. See `ARCHITECTURE.md` for the way data goes.

pub mod cli;
pub mod content;
pub mod diagnostics;
pub mod dutch;
pub mod flow;
pub mod load;
pub mod output;
pub mod pages;
pub mod rules;
pub mod scaffold;
pub mod search;
pub mod site;
pub mod statistics;
