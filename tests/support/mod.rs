//! Helpers that several integration tests share.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// A copy of the mini-site in a folder of its own, gone when dropped.
pub fn copy_minisite() -> TempDir {
    let target = tempfile::tempdir().unwrap();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/minisite"), target.path());
    target
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
