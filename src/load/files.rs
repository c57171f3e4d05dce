//! The folder `cases/` to texts: which files there are, and which can't be used.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::content::Kind;
use crate::content::common::Id;
use crate::content::kind::Location;
use crate::diagnostics::Diagnostic;
use crate::rules;

/// The largest case file: more than ten times the longest question.
pub(super) const MAX_BYTES: u64 = 512 * 1024;

/// The name of the page that lists a folder.
const INDEX: &str = "index";

/// A file of a known kind.
pub(super) struct Found {
    /// Path relative to the root, with forward slashes.
    pub file: String,
    pub kind: Kind,
    /// File name without its ending.
    pub id: String,
    /// The text; none when it can't be read as text.
    pub text: Option<String>,
}

/// A folder or file that the disk doesn't give.
#[derive(Debug)]
pub struct ReadError {
    path: PathBuf,
    kind: io::ErrorKind,
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.kind {
            io::ErrorKind::NotFound => "bestaat niet",
            io::ErrorKind::PermissionDenied => "mag niet gelezen worden",
            io::ErrorKind::NotADirectory => "is geen map",
            _ => "kan niet gelezen worden",
        };
        write!(f, "{} {reason}", self.path.display())
    }
}

impl std::error::Error for ReadError {}

/// Reads every file of `cases/`, sorted by path.
///
/// # Errors
/// When the folder or a file in it can't be read from disk.
pub(super) fn read(root: &Path) -> Result<(Vec<Found>, Vec<Diagnostic>), ReadError> {
    let cases = root.join("cases");
    let home = cases.canonicalize().map_err(|e| ReadError { path: cases.clone(), kind: e.kind() })?;
    let (mut files, mut found) = (Vec::new(), Vec::new());
    for entry in WalkDir::new(&cases).min_depth(1).sort_by_file_name().into_iter().filter_entry(|e| !is_hidden(e)) {
        let entry = entry.map_err(|e| walk_error(&e, &cases))?;
        if entry.file_type().is_dir() {
            continue;
        }
        let file = relative(root, entry.path());
        match classify(&entry, &home, &file, &cases) {
            Ok((kind, id)) => {
                let text = read_text(entry.path(), &file, &mut found)?;
                files.push(Found { file, kind, id, text });
            }
            Err(diagnostic) => found.push(diagnostic),
        }
    }
    for kind in Kind::ALL {
        if let Location::File(name) = kind.location()
            && !files.iter().any(|f| f.kind == kind)
        {
            found.push(rules::missing_file::found(&format!("cases/{name}"), kind));
        }
    }
    Ok((files, found))
}

fn walk_error(error: &walkdir::Error, cases: &Path) -> ReadError {
    ReadError {
        path: error.path().unwrap_or(cases).to_path_buf(),
        kind: error.io_error().map_or(io::ErrorKind::Other, io::Error::kind),
    }
}

/// Files that systems leave behind, such as `.DS_Store`, and what editors keep while they write.
fn is_hidden(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || name.ends_with('~')
        || matches!(&*name, "Thumbs.db" | "desktop.ini")
}

fn relative(root: &Path, path: &Path) -> String {
    let relative = path.strip_prefix(root).unwrap_or(path);
    relative.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// The kind and id of a file by where it lies, or what is wrong with it being there.
fn classify(entry: &DirEntry, home: &Path, file: &str, cases: &Path) -> Result<(Kind, String), Diagnostic> {
    if entry.path_is_symlink()
        && !entry.path().canonicalize().is_ok_and(|target| target.starts_with(home) && target.is_file())
    {
        return Err(rules::link_outside::found(file));
    }
    if !entry.path_is_symlink() && !entry.file_type().is_file() {
        return Err(rules::unknown_file::found(file));
    }
    let path = relative(cases, entry.path());
    let kind = Kind::ALL.into_iter().find(|kind| match kind.location() {
        Location::File(name) => path == name,
        Location::Folder(folder) => {
            path.strip_prefix(folder).and_then(|p| p.strip_prefix('/')).is_some_and(|p| !p.contains('/'))
        }
    });
    let (Some(kind), Some(id)) = (kind, path.rsplit('/').next().and_then(|name| name.strip_suffix(".yaml"))) else {
        return Err(rules::unknown_file::found(file));
    };
    if id == INDEX && kind.folder().is_some() {
        return Err(rules::file_name::reserved(file));
    }
    if Id::fits(id) { Ok((kind, id.to_owned())) } else { Err(rules::file_name::found(file, id)) }
}

fn read_text(path: &Path, file: &str, found: &mut Vec<Diagnostic>) -> Result<Option<String>, ReadError> {
    let failed = |e: io::Error| ReadError { path: path.to_path_buf(), kind: e.kind() };
    let size = fs::metadata(path).map_err(failed)?.len();
    if size > MAX_BYTES {
        found.push(rules::too_large::found(file, size, MAX_BYTES));
        return Ok(None);
    }
    let bytes = fs::read(path).map_err(failed)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Some(text.strip_prefix('\u{feff}').map_or_else(|| text.clone(), str::to_owned))),
        Err(error) => {
            let valid = error.utf8_error().valid_up_to();
            found.push(rules::not_utf8::found(file, error.as_bytes(), valid));
            Ok(None)
        }
    }
}
