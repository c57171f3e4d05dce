//! What lets the site be installed and read without internet: the manifest, the archive of a whole
//! build, and the service worker that keeps it.
//!
//! The archive is `offline/<hash>.bin`, named by the SHA-256 of all that is in it: the length of a list
//! (four bytes, the highest first), the list as JSON (path: kind, place, length), and then each file,
//! gzip. Kept as it is, the whole site takes no more room than it takes to send. `theme/offline/sw.js`
//! reads it.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use flate2::{Compression, GzBuilder};
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use walkdir::WalkDir;

use crate::content::plain::plain;
use crate::content::site::Site;
use crate::output::{OutputFile, disk};

const SERVICE: &str = include_str!("../../theme/offline/sw.js");

/// The picture of the site for messages elsewhere.
pub const CARD: &str = "beelden/deelbeeld.png";

/// What a reader without internet never meets; for a missing page there is one of its own.
const LEFT_OUT: [&str; 2] = [CARD, "404.html"];

/// The manifest: how the site is called and looks as an app.
#[must_use]
pub fn manifest(site: &Site) -> OutputFile {
    let icon = |size: u16| {
        json!({
            "src": format!("beelden/icoon-{size}.png"), "sizes": format!("{size}x{size}"), "type": "image/png",
            "purpose": "any maskable",
        })
    };
    let manifest = json!({
        "name": site.title, "short_name": site.title, "description": plain(site.short.as_str()),
        "lang": "nl", "dir": "ltr", "start_url": "index.html", "scope": "./", "display": "standalone",
        "theme_color": site.colours.main, "background_color": "#ffffff", "icons": [icon(192), icon(512)],
    });
    OutputFile { path: "site.webmanifest".to_owned(), content: format!("{manifest:#}\n").into_bytes() }
}

/// The archive of the finished site in `folder`, and the service worker for it.
///
/// # Errors
/// When a file of the site cannot be read; the message is Dutch.
pub fn files(folder: &Path) -> Result<[OutputFile; 2]> {
    let content = archive(folder)?;
    let build = hex(&Sha256::digest(&content));
    let service = SERVICE.replacen("const BUILD = '';", &format!("const BUILD = '{build}';"), 1);
    Ok([
        OutputFile { path: format!("offline/{build}.bin"), content },
        OutputFile { path: "sw.js".to_owned(), content: service.into_bytes() },
    ])
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| char::from_digit(u32::from(half), 16);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).flatten().collect()
}

fn archive(folder: &Path) -> Result<Vec<u8>> {
    let (mut list, mut packed) = (Map::new(), Vec::new());
    for entry in WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.map_err(disk::unwalkable(folder))?;
        let Some(path) = entry.path().strip_prefix(folder).ok().and_then(Path::to_str) else { continue };
        let path = path.replace('\\', "/");
        let Some(kind) = kind(&path).filter(|_| entry.file_type().is_file()) else { continue };
        let file = pack(&fs::read(entry.path()).map_err(disk::failed("te lezen", entry.path()))?)?;
        list.insert(path, json!([kind, packed.len(), file.len()]));
        packed.extend(file);
    }
    let list = Value::Object(list).to_string();
    let length = u32::try_from(list.len()).context("De site heeft te veel bestanden om ze zonder internet te lezen")?;
    Ok([&length.to_be_bytes(), list.as_bytes(), &packed].concat())
}

fn pack(content: &[u8]) -> Result<Vec<u8>> {
    // Without the time and the system of this machine: the same files give the same archive.
    let mut file = GzBuilder::new().mtime(0).operating_system(255).write(Vec::new(), Compression::best());
    file.write_all(content)?;
    Ok(file.finish()?)
}

/// The kind of a file that a reader needs without internet. Data for other programs is none.
fn kind(path: &str) -> Option<&'static str> {
    if LEFT_OUT.contains(&path) {
        return None;
    }
    match Path::new(path).extension()?.to_str()? {
        "html" => Some("text/html; charset=utf-8"),
        "css" => Some("text/css; charset=utf-8"),
        "js" => Some("text/javascript; charset=utf-8"),
        "svg" => Some("image/svg+xml"),
        "png" => Some("image/png"),
        "jpg" | "jpeg" => Some("image/jpeg"),
        "webp" => Some("image/webp"),
        "webmanifest" => Some("application/manifest+json"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read as _;

    fn site(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, text) in files {
            disk::write(&folder.path().join(path), text.as_bytes()).unwrap();
        }
        folder
    }

    /// Path, kind and text of each file, as the service worker reads them.
    fn unpack(archive: &[u8]) -> Vec<(String, String, String)> {
        let (length, rest) = archive.split_first_chunk().unwrap();
        let (list, packed) = rest.split_at(u32::from_be_bytes(*length) as usize);
        let list: Map<String, Value> = serde_json::from_slice(list).unwrap();
        let file = |(path, file): (String, Value)| {
            let (kind, place, length): (String, usize, usize) = serde_json::from_value(file).unwrap();
            let mut text = String::new();
            GzDecoder::new(&packed[place..place + length]).read_to_string(&mut text).unwrap();
            (path, kind, text)
        };
        list.into_iter().map(file).collect()
    }

    #[test]
    fn the_archive_has_what_readers_need_and_its_name_follows_its_content() {
        let one = site(&[
            ("index.html", "<h1>één</h1>"),
            ("vragen/a.html", "a"),
            ("search/index.js", "1"),
            ("search/index.json", "1"),
            ("sitemap.xml", "x"),
            (".mentorwijzer", "x"),
            (CARD, "x"),
            ("404.html", "x"),
        ]);
        let [archive, service] = files(one.path()).unwrap();
        let expected = [
            ("index.html", "text/html; charset=utf-8", "<h1>één</h1>"),
            ("search/index.js", "text/javascript; charset=utf-8", "1"),
            ("vragen/a.html", "text/html; charset=utf-8", "a"),
        ];
        let expected = expected.map(|(path, kind, text)| (path.to_owned(), kind.to_owned(), text.to_owned()));
        assert_eq!(unpack(&archive.content), expected);

        let name = archive.path.strip_prefix("offline/").and_then(|path| path.strip_suffix(".bin")).unwrap();
        assert_eq!(name.len(), 64);
        assert!(String::from_utf8(service.content).unwrap().contains(&format!("const BUILD = '{name}';")));
        assert_eq!(files(one.path()).unwrap()[0], archive);

        disk::write(&one.path().join("vragen/a.html"), b"b").unwrap();
        assert_ne!(files(one.path()).unwrap()[0].path, archive.path);
    }
}
