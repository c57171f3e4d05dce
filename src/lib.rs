//! Mentorwijzer turns structured case files into the website of a sector that trains young people
//! in dual learning. See `ARCHITECTURE.md` for the way data goes.

pub mod content;
