//! The mini-site in a folder of its own, and the program to run on it.
#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How a run of the program ended.
pub struct Ended {
    pub status: i32,
    pub output: String,
    pub errors: String,
}

pub fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_mentorwijzer"));
    command.args(arguments).stdin(Stdio::null());
    command
}

pub fn run(arguments: &[&str]) -> Ended {
    ended(&mut command(arguments))
}

pub fn run_in(folder: &Path, arguments: &[&str]) -> Ended {
    ended(command(arguments).current_dir(folder))
}

pub fn ended(command: &mut Command) -> Ended {
    let output = command.output().unwrap();
    Ended {
        status: output.status.code().unwrap(),
        output: String::from_utf8(output.stdout).unwrap(),
        errors: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Stops at words that no Dutch message has. What is marked as English may be: see `unreadable` in
/// `site/book.rs`.
pub fn assert_dutch(text: &str) {
    const ENGLISH: [&str; 24] = [
        "the",
        "error",
        "such",
        "file",
        "directory",
        "folder",
        "not",
        "cannot",
        "could",
        "failed",
        "denied",
        "permission",
        "found",
        "exists",
        "missing",
        "invalid",
        "unable",
        "operation",
        "path",
        "with",
        "from",
        "while",
        "expected",
        "panicked",
    ];
    let dutch = text.split("Technische melding (Engels)").next().unwrap_or_default();
    for word in dutch.split(|c: char| !c.is_alphanumeric()) {
        assert!(!ENGLISH.contains(&word.to_lowercase().as_str()), "`{word}` in: {text}");
    }
}

/// A copy of the mini-site: an invented bakery with one item of every kind, and every kind of block.
pub struct Site(tempfile::TempDir);

impl Site {
    pub fn new() -> Self {
        let site = Self(tempfile::tempdir().unwrap());
        for (path, content) in tree(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/minisite")) {
            site.write(&path, &String::from_utf8(content).unwrap());
        }
        site.write("book/book.toml", include_str!("../../book/book.toml"));
        site
    }

    pub fn root(&self) -> &Path {
        self.0.path()
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub fn write(&self, path: &str, text: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// Gives the site another address, or none.
    pub fn put_at(&self, address: &str) {
        let line = if address.is_empty() { String::new() } else { format!("adres: {address}\n") };
        let text = self.read("cases/site.yaml");
        let changed = text.replacen("adres: https://bakwijzer.voorbeeld.be\n", &line, 1);
        assert_ne!(text, changed);
        self.write("cases/site.yaml", &changed);
    }

    pub fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub fn run(&self, arguments: &[&str]) -> Ended {
        run_in(self.root(), arguments)
    }
}

/// Every file below a folder, with its content.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    gather(folder, folder, &mut files);
    files
}

fn gather(top: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(top, &path, files);
        } else {
            let name = path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}
