//! Reading and writing files, with Dutch messages that name the file.

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::Path;

use anyhow::{Result, anyhow};
use tempfile::TempDir;

/// Why the system refused, in Dutch.
#[must_use]
pub fn reason(error: &Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "dat bestaat niet".to_owned(),
        ErrorKind::PermissionDenied => "je hebt er geen toegang toe".to_owned(),
        ErrorKind::AlreadyExists => "dat bestaat al".to_owned(),
        ErrorKind::NotADirectory => "dat is geen map".to_owned(),
        ErrorKind::IsADirectory => "dat is een map".to_owned(),
        ErrorKind::DirectoryNotEmpty => "de map is niet leeg".to_owned(),
        ErrorKind::ReadOnlyFilesystem => "de schijf is alleen te lezen".to_owned(),
        ErrorKind::StorageFull => "de schijf is vol".to_owned(),
        ErrorKind::QuotaExceeded => "je hebt je schijfruimte opgebruikt".to_owned(),
        ErrorKind::ResourceBusy => "het is in gebruik".to_owned(),
        ErrorKind::CrossesDevices => "de twee mappen staan op verschillende schijven".to_owned(),
        ErrorKind::InvalidData => "het is geen leesbare tekst (UTF-8)".to_owned(),
        ErrorKind::AddrInUse => "het is al in gebruik".to_owned(),
        ErrorKind::AddrNotAvailable => "dit toestel heeft dat adres niet".to_owned(),
        _ => match error.raw_os_error() {
            Some(code) => format!("het systeem gaf fout {code}"),
            None => "het systeem gaf een fout".to_owned(),
        },
    }
}

/// Turns an error of the system into a Dutch one: what could not be done, to which path, and why.
pub(crate) fn failed<'a>(action: &'a str, path: &'a Path) -> impl FnOnce(Error) -> anyhow::Error + 'a {
    move |error| anyhow!("{} is niet {action}: {}.", path.display(), reason(&error))
}

/// Turns an error of a walk through `folder` into a Dutch one.
pub(crate) fn unwalkable(folder: &Path) -> impl FnOnce(walkdir::Error) -> anyhow::Error {
    move |error| {
        let path = error.path().unwrap_or(folder);
        let why = error.io_error().map_or_else(|| "de map verwijst naar zichzelf".to_owned(), reason);
        anyhow!("{} is niet te lezen: {why}.", path.display())
    }
}

/// A folder that goes away when it is dropped.
pub(crate) fn scratch() -> Result<TempDir> {
    tempfile::tempdir().map_err(|error| {
        anyhow!("In {} is geen tijdelijke map te maken: {}.", std::env::temp_dir().display(), reason(&error))
    })
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(parent) = path.parent() {
        create_folder(parent)?;
    }
    fs::write(path, content).map_err(failed("te schrijven", path))
}

/// Makes a folder and those above it.
pub(crate) fn create_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(failed("te maken", path))
}

/// Removes a folder with all that is in it; one that is not there is fine.
pub(crate) fn remove_folder(path: &Path) -> Result<()> {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed("te verwijderen", path)(error)),
        _ => Ok(()),
    }
}

/// Moves a file or folder.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(failed("te verplaatsen", from))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_dutch_whatever_a_library_wraps_around_them() {
        assert_eq!(reason(&Error::from(ErrorKind::NotFound)), "dat bestaat niet");
        assert_eq!(reason(&Error::from_raw_os_error(9999)), "het systeem gaf fout 9999");
        assert_eq!(reason(&Error::new(ErrorKind::NotFound, "no such file at path")), "dat bestaat niet");
        assert_eq!(reason(&Error::other("it broke")), "het systeem gaf een fout");
    }

    #[test]
    fn a_failed_walk_is_dutch_and_names_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("weg");
        let error = walkdir::WalkDir::new(&missing).into_iter().find_map(Result::err).unwrap();
        let said = unwalkable(folder.path())(error).to_string();
        assert_eq!(said, format!("{} is niet te lezen: dat bestaat niet.", missing.display()));
    }

    #[test]
    fn a_failed_write_names_the_file() {
        let folder = tempfile::tempdir().unwrap();
        let error = write(folder.path(), b"").unwrap_err().to_string();
        assert!(error.contains(&folder.path().display().to_string()), "{error}");
        assert!(error.ends_with("dat is een map."), "{error}");
    }
}
