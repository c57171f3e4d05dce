//! Never half a site: build beside the target, swap the two in one move, remove the old.
//!
//! Beside a target `site` lies, for as long as a build runs, the folder `.site.werk`. In it come our
//! marker, then `nieuw` (the new site) and, where the system cannot swap in one move, `oud` (the old
//! one). `.site.slot` is the lock; it stays, because removing a lock that another build waits for
//! would let two builds in.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Result, bail};

use crate::output::disk;

/// The file that says that a folder is ours.
pub const MARKER: &str = ".mentorwijzer";

const MARKER_TEXT: &[u8] = b"Mentorwijzer heeft deze map gemaakt en vervangt ze bij elke build.\n";

/// Lets `fill` write a site into a new folder, and puts that at `out` when it succeeded.
///
/// # Errors
/// When `fill` fails, when `out` holds something that is not ours, or when the disk refuses. In all
/// these cases `out` is as it was. The message is Dutch.
pub fn publish(root: &Path, out: &Path, fill: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    // Before anything is made: a target that is refused must leave no trace.
    let places = Places::of(out)?;
    places.check(root)?;
    disk::create_folder(&places.parent)?;

    let _lock = places.lock()?;
    places.clean_up()?;
    // Again, because it may have changed while we waited.
    places.check(root)?;

    disk::create_folder(&places.work)?;
    mark(&places.work)?;
    disk::create_folder(&places.new)?;
    if let Err(error) = fill(&places.new).and_then(|()| mark(&places.new)).and_then(|()| places.swap()) {
        // The first error is the one to tell; the next build cleans up what is left.
        let _ = places.discard();
        return Err(error);
    }
    places.discard()
}

fn mark(folder: &Path) -> Result<()> {
    disk::write(&folder.join(MARKER), MARKER_TEXT)
}

/// The target and the paths beside it.
#[derive(Debug)]
struct Places {
    parent: PathBuf,
    target: PathBuf,
    lock: PathBuf,
    work: PathBuf,
    new: PathBuf,
    old: PathBuf,
}

impl Places {
    fn of(out: &Path) -> Result<Self> {
        let target = resolve(out)?;
        let (Some(parent), Some(name)) = (target.parent(), target.file_name()) else {
            bail!("{} kan geen map voor de site zijn.", out.display());
        };
        let beside = |ending: &str| {
            let mut hidden = OsString::from(".");
            hidden.push(name);
            hidden.push(ending);
            parent.join(hidden)
        };
        let work = beside(".werk");
        Ok(Self {
            parent: parent.to_path_buf(),
            lock: beside(".slot"),
            new: work.join("nieuw"),
            old: work.join("oud"),
            work,
            target,
        })
    }

    /// Refuses targets that are not ours to replace.
    fn check(&self, root: &Path) -> Result<()> {
        self.keep_off(root)?;
        if !is_free(&self.target)? {
            bail!(
                "De map {} is geen site van Mentorwijzer en wordt daarom niet vervangen.\n\
                 Kies een andere map met --out, of maak deze zelf leeg.",
                self.target.display()
            );
        }
        Ok(())
    }

    /// Refuses targets that hold, or lie in, what the site is made from.
    fn keep_off(&self, root: &Path) -> Result<()> {
        let root = root.canonicalize().map_err(disk::failed("te lezen", root))?;
        if root.starts_with(&self.target) {
            bail!(
                "De site kan niet in {} komen: daar staan de bronbestanden. Kies een andere map.",
                self.target.display()
            );
        }
        for source in ["cases", "book", "theme"] {
            if self.target.starts_with(root.join(source)) {
                bail!("De site kan niet in de map `{source}` komen: daar staan bronbestanden. Kies een andere map.");
            }
        }
        Ok(())
    }

    /// Waits until no other build works on this target.
    fn lock(&self) -> Result<File> {
        let file = File::create(&self.lock).map_err(disk::failed("te maken", &self.lock))?;
        file.lock().map_err(disk::failed("te vergrendelen", &self.lock))?;
        Ok(file)
    }

    /// Puts right what a build left that was stopped half-way.
    fn clean_up(&self) -> Result<()> {
        if !is_free(&self.work)? {
            bail!(
                "{} is niet van Mentorwijzer, maar die naam is nodig om de site te maken.\nGeef ze een andere naam.",
                self.work.display()
            );
        }
        if self.old.exists() && !self.target.exists() {
            disk::rename(&self.old, &self.target)?;
        }
        self.discard()
    }

    /// Removes the working folder, its marker last: stopped half-way it must still be known as ours.
    fn discard(&self) -> Result<()> {
        [&self.new, &self.old, &self.work].into_iter().try_for_each(|folder| disk::remove_folder(folder))
    }

    /// Puts the new folder in place of the target.
    fn swap(&self) -> Result<()> {
        if !self.target.exists() {
            return disk::rename(&self.new, &self.target);
        }
        if exchange(&self.new, &self.target) {
            return Ok(());
        }
        disk::rename(&self.target, &self.old)?;
        disk::rename(&self.new, &self.target).inspect_err(|_| {
            // Back to how it was; when even that fails, `clean_up` of the next build does it.
            let _ = fs::rename(&self.old, &self.target);
        })
    }
}

/// Whether a folder is ours, empty, or not there.
fn is_free(folder: &Path) -> Result<bool> {
    if folder.join(MARKER).is_file() {
        return Ok(true);
    }
    match fs::read_dir(folder) {
        Ok(mut content) => Ok(content.next().is_none()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(error) => Err(disk::failed("te gebruiken", folder)(error)),
    }
}

/// The path itself, without symbolic links: the folder that a link leads to is what gets replaced,
/// not the link. What is not there yet is taken as it is written.
fn resolve(out: &Path) -> Result<PathBuf> {
    let mut path = PathBuf::new();
    for part in std::path::absolute(out).map_err(disk::failed("te gebruiken", out))?.components() {
        match part {
            Component::ParentDir => {
                path.pop();
            }
            Component::Normal(name) => {
                path.push(name);
                if path.exists() {
                    path = path.canonicalize().map_err(disk::failed("te lezen", &path))?;
                } else if path.is_symlink() {
                    bail!("{} is een symbolische link die nergens naartoe leidt.", path.display());
                }
            }
            start => path.push(start),
        }
    }
    Ok(path)
}

/// Swaps two folders in one move, and says whether that worked.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

/// Swaps two folders in one move, and says whether that worked. This system can't.
#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A root with content, and a function that fills a site with one page.
    fn root() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("cases")).unwrap();
        root
    }

    fn page(text: &'static str) -> impl FnOnce(&Path) -> Result<()> {
        move |folder| disk::write(&folder.join("index.html"), text.as_bytes())
    }

    fn read(out: &Path) -> String {
        fs::read_to_string(out.join("index.html")).unwrap()
    }

    fn beside(root: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_new_site_replaces_the_old_one_whole() {
        let root = root();
        let out = root.path().join("site");
        publish(root.path(), &out, |folder| {
            disk::write(&folder.join("oud.html"), b"")?;
            page("een")(folder)
        })
        .unwrap();
        assert_eq!(read(&out), "een");
        publish(root.path(), &out, page("twee")).unwrap();
        assert_eq!(read(&out), "twee");
        assert!(!out.join("oud.html").exists());
        assert_eq!(beside(root.path()), [".site.slot", "cases", "site"]);
    }

    #[test]
    fn a_failed_build_leaves_the_old_site() {
        let root = root();
        let out = root.path().join("site");
        publish(root.path(), &out, page("een")).unwrap();
        let error = publish(root.path(), &out, |folder| {
            page("half")(folder)?;
            bail!("kapot")
        });
        assert_eq!(error.unwrap_err().to_string(), "kapot");
        assert_eq!(read(&out), "een");
        assert_eq!(beside(root.path()), [".site.slot", "cases", "site"]);
    }

    #[test]
    fn the_next_build_cleans_up_after_a_killed_one() {
        let root = root();
        let out = root.path().join("site");
        publish(root.path(), &out, page("een")).unwrap();
        mark(&root.path().join(".site.werk")).unwrap();
        disk::write(&root.path().join(".site.werk/nieuw/half.html"), b"").unwrap();
        publish(root.path(), &out, page("twee")).unwrap();
        assert_eq!(read(&out), "twee");
        assert!(!out.join("half.html").exists());
        assert_eq!(beside(root.path()), [".site.slot", "cases", "site"]);
    }

    /// mdBook empties the folder that it writes to; the folder must be known as ours all the same.
    #[test]
    fn what_a_killed_build_leaves_is_known_as_ours_from_the_first_moment() {
        let root = root();
        let out = root.path().join("site");
        publish(root.path(), &out, |folder| {
            assert!(root.path().join(".site.werk").join(MARKER).is_file());
            assert_eq!(fs::read_dir(folder).unwrap().count(), 0);
            page("een")(folder)
        })
        .unwrap();
    }

    #[test]
    fn a_folder_of_somebody_else_with_the_name_of_ours_stays() {
        let root = root();
        let out = root.path().join("map");
        for name in [".map.oud", ".map.nieuw", ".map.werk"] {
            disk::write(&root.path().join(name).join("brief.txt"), b"van mij").unwrap();
        }
        let error = publish(root.path(), &out, page("een")).unwrap_err().to_string();
        assert!(error.contains(".map.werk is niet van Mentorwijzer"), "{error}");
        fs::remove_dir_all(root.path().join(".map.werk")).unwrap();
        publish(root.path(), &out, page("een")).unwrap();
        for name in [".map.oud", ".map.nieuw"] {
            assert_eq!(fs::read(root.path().join(name).join("brief.txt")).unwrap(), b"van mij");
        }
    }

    #[test]
    fn a_refused_target_leaves_no_trace() {
        let root = root();
        disk::write(&root.path().join("src/main.rs"), b"").unwrap();
        fs::create_dir(root.path().join("leeg")).unwrap();
        for target in ["src", "cases/nieuw/diep", "nergens/../cases/nieuw", "cases", "book/a/b", "src/main.rs"] {
            assert!(publish(root.path(), &root.path().join(target), page("een")).is_err(), "{target}");
        }
        assert_eq!(beside(root.path()), ["cases", "leeg", "src"]);
        assert_eq!(beside(&root.path().join("src")), ["main.rs"]);
        assert!(beside(&root.path().join("cases")).is_empty());
    }

    #[test]
    fn folders_above_the_target_are_made() {
        let root = root();
        let out = root.path().join("a/weg/../b/site");
        publish(root.path(), &out, page("een")).unwrap();
        assert_eq!(read(&root.path().join("a/b/site")), "een");
        assert_eq!(beside(&root.path().join("a")), ["b"]);
    }

    #[test]
    fn a_build_killed_between_two_moves_is_rolled_back() {
        let root = root();
        let out = root.path().join("site");
        publish(root.path(), &out, page("een")).unwrap();
        mark(&root.path().join(".site.werk")).unwrap();
        fs::rename(&out, root.path().join(".site.werk/oud")).unwrap();
        publish(root.path(), &out, |_| bail!("kapot")).unwrap_err();
        assert_eq!(read(&out), "een");
    }

    #[test]
    fn a_folder_that_is_not_ours_is_refused_and_an_empty_one_is_not() {
        let root = root();
        let out = root.path().join("map");
        disk::write(&out.join("brief.txt"), b"van mij").unwrap();
        let error = publish(root.path(), &out, page("een")).unwrap_err().to_string();
        assert!(error.contains("geen site van Mentorwijzer"), "{error}");
        assert_eq!(fs::read(out.join("brief.txt")).unwrap(), b"van mij");

        fs::remove_file(out.join("brief.txt")).unwrap();
        publish(root.path(), &out, page("een")).unwrap();
        assert_eq!(read(&out), "een");
    }

    #[test]
    fn a_file_is_refused() {
        let root = root();
        let out = root.path().join("site");
        fs::write(&out, "tekst").unwrap();
        let error = publish(root.path(), &out, page("een")).unwrap_err().to_string();
        assert!(error.contains("dat is geen map"), "{error}");
        assert_eq!(fs::read(&out).unwrap(), b"tekst");
    }

    #[test]
    fn the_sources_are_never_the_target() {
        let root = root();
        for target in [root.path().to_path_buf(), root.path().join("cases"), root.path().join("book/site")] {
            let error = publish(root.path(), &target, page("een")).unwrap_err().to_string();
            assert!(error.contains("De site kan niet in"), "{error}");
        }
        let parent = root.path().parent().unwrap();
        assert!(publish(root.path(), parent, page("een")).is_err());
    }

    #[cfg(unix)]
    #[test]
    fn the_folder_behind_a_symbolic_link_is_replaced() {
        let root = root();
        let elsewhere = tempfile::tempdir().unwrap();
        let real = elsewhere.path().join("echt");
        let link = root.path().join("site");
        publish(root.path(), &real, page("een")).unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        publish(root.path(), &link, page("twee")).unwrap();
        assert!(link.is_symlink());
        assert_eq!(read(&real), "twee");

        let nowhere = root.path().join("nergens");
        std::os::unix::fs::symlink(root.path().join("weg"), &nowhere).unwrap();
        let error = publish(root.path(), &nowhere, page("een")).unwrap_err().to_string();
        assert!(error.contains("nergens naartoe"), "{error}");

        let sources = elsewhere.path().join("bronnen");
        std::os::unix::fs::symlink(root.path().join("cases"), &sources).unwrap();
        let error = publish(root.path(), &sources.join("nieuw/site"), page("een")).unwrap_err().to_string();
        assert!(error.contains("De site kan niet in de map `cases`"), "{error}");
    }

    #[test]
    fn two_builds_wait_for_each_other() {
        let root = root();
        let out = root.path().join("site");
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    publish(root.path(), &out, |folder| {
                        assert!(!folder.join("index.html").exists());
                        page("een")(folder)?;
                        std::thread::sleep(std::time::Duration::from_millis(20));
                        Ok(())
                    })
                    .unwrap();
                });
            }
        });
        assert_eq!(beside(root.path()), [".site.slot", "cases", "site"]);
    }
}
