//! The development server: builds, serves, watches, and reloads the page in the browser.
//!
//! The site lies in a folder of its own that goes when the server stops. What the browser gets more
//! than the files hold is added here: a script that reloads, and the findings when content has errors.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Result, anyhow, bail};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE, HeaderMap, IF_MODIFIED_SINCE, IF_NONE_MATCH, LAST_MODIFIED, RANGE,
};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::sse::{Event as Message, Sse};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use futures_util::stream::{self, Stream};
use tempfile::TempDir;
use tokio::sync::watch;
use tower_http::services::{ServeDir, ServeFile};
use walkdir::WalkDir;

use super::changes::Changes;
use super::{build, check_root};
use crate::diagnostics::{self, Format};
use crate::load::Loaded;
use crate::output::disk;

const FIRST_PORT: u16 = 3000;
const EVENTS: &str = "/__mentorwijzer/versie";
const SCRIPT: &str = "/__mentorwijzer/herladen.js";
const RELOAD: &str = include_str!("herladen.js");
/// Instead of the site's own service worker, which would keep pages from before a change.
const NO_SERVICE: &str = include_str!("weg.js");
const STUCK: &str = "De site is niet gemaakt: Mentorwijzer liep vast. Dat is een fout in het programma.\n\
                     Bewaar een bestand om het opnieuw te proberen.";

/// Where to listen.
#[derive(Debug, Clone, Copy)]
pub struct Address {
    /// The network address.
    pub host: IpAddr,
    /// The port. None takes the first free one from 3000 on.
    pub port: Option<u16>,
}

/// How a build ended.
#[derive(Debug)]
pub enum Outcome {
    /// The site is another one than before.
    Updated,
    /// The site is as it was: what changed in the files is not on it.
    Unchanged,
    /// The content has errors.
    Faulty(Box<Loaded>),
    /// A build was not possible; the message is Dutch.
    Failed(anyhow::Error),
}

/// A server that has its port, and its eye on the files.
pub struct Server {
    root: PathBuf,
    /// Goes with the site in it when the server stops.
    scratch: TempDir,
    site: Arc<Site>,
    listener: TcpListener,
    address: SocketAddr,
    changes: Changes,
}

impl Server {
    /// Prepares to serve the site of the folder `root`. Browsers that come now wait for [`Self::run`].
    ///
    /// # Errors
    /// When there is no site in `root`, the port is taken or the folders cannot be watched.
    pub fn open(root: &Path, address: Address) -> Result<Self> {
        check_root(root)?;
        let scratch = disk::scratch()?;
        let site = Arc::new(Site::new(scratch.path().join("site")));
        let listener = listen(address)?;
        let address = listener.local_addr().map_err(|error| anyhow!("Geen netwerkadres: {}.", disk::reason(&error)))?;
        Ok(Self { root: root.to_path_buf(), scratch, site, listener, address, changes: Changes::of(root)? })
    }

    /// Where the site can be seen.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Builds the site.
    #[must_use]
    pub fn build(&self) -> Outcome {
        self.site.build(|folder| build(&self.root, folder))
    }

    /// Serves the site and builds it again at every change, until the user stops the program.
    ///
    /// # Errors
    /// When the server does not start. Faulty content is no error: the last good site stays, with the
    /// findings over it.
    pub fn run(self, tell: impl Fn(Outcome) + Send + 'static) -> Result<()> {
        let Self { root, scratch: _scratch, site, listener, changes, .. } = self;
        let builder = Arc::clone(&site);
        std::thread::spawn(move || follow(|| changes.wait(), &builder, |folder| build(&root, folder), tell));

        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()
            .map_err(|error| anyhow!("De server start niet: {}.", disk::reason(&error)))?;
        let ended = runtime.block_on(run(listener, site));
        // Browsers keep a connection open to hear of changes: don't wait for those.
        runtime.shutdown_background();
        ended.map_err(|error| anyhow!("De server is gestopt: {}.", disk::reason(&error)))
    }
}

/// Builds at every change. A panic ends one build, not the building.
fn follow(changed: impl Fn() -> bool, site: &Site, make: impl Fn(&Path) -> Result<Loaded>, tell: impl Fn(Outcome)) {
    while changed() {
        let attempt = || tell(site.build(&make));
        if catch_unwind(AssertUnwindSafe(attempt)).is_err() {
            tell(site.build(|_| bail!(STUCK)));
        }
    }
}

async fn run(listener: TcpListener, site: Arc<Site>) -> std::io::Result<()> {
    listener.set_nonblocking(true)?;
    let listener = tokio::net::TcpListener::from_std(listener)?;
    tokio::select! {
        ended = async { axum::serve(listener, router(site)).await } => ended,
        stopped = stop() => stopped,
    }
}

/// Waits until the user stops the program.
async fn stop() -> std::io::Result<()> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let mut terminate = signal(SignalKind::terminate())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed,
            _ = terminate.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await
}

fn listen(address: Address) -> Result<TcpListener> {
    let ports = address.port.map_or(FIRST_PORT..=FIRST_PORT + 99, |port| port..=port);
    let mut last = None;
    for port in ports {
        match TcpListener::bind((address.host, port)) {
            Ok(listener) => return Ok(listener),
            Err(error) => {
                let taken = error.kind() == ErrorKind::AddrInUse;
                last =
                    Some(anyhow!("Poort {port} van {} is niet te gebruiken: {}.", address.host, disk::reason(&error)));
                if !taken {
                    break;
                }
            }
        }
    }
    Err(last.unwrap_or_else(|| anyhow!("Er is geen vrije poort.")))
}

/// The site as it is served now.
#[derive(Debug)]
struct Site {
    folder: PathBuf,
    shown: RwLock<Shown>,
    version: watch::Sender<u64>,
}

/// What browsers get to see.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shown {
    /// The fingerprint of all files of the site.
    files: u64,
    /// What stands in the way of a new site, as plain Dutch text.
    trouble: Option<String>,
}

impl Site {
    fn new(folder: PathBuf) -> Self {
        // Starting from the clock, so that a page from an earlier run of the server reloads too.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        Self { folder, shown: RwLock::default(), version: watch::Sender::new(now) }
    }

    fn build(&self, make: impl FnOnce(&Path) -> Result<Loaded>) -> Outcome {
        match make(&self.folder) {
            Ok(loaded) if loaded.knowledge.is_some() => {
                if self.show(None) {
                    Outcome::Updated
                } else {
                    Outcome::Unchanged
                }
            }
            Ok(loaded) => {
                self.show(Some(findings(&loaded)));
                Outcome::Faulty(Box::new(loaded))
            }
            Err(error) => {
                self.show(Some(format!("{error:#}")));
                Outcome::Failed(error)
            }
        }
    }

    /// Shows the site as it is now, and says whether that is something else than before.
    fn show(&self, trouble: Option<String>) -> bool {
        let now = Shown { files: fingerprint(&self.folder), trouble };
        let mut shown = self.shown.write().unwrap_or_else(PoisonError::into_inner);
        if *shown == now {
            return false;
        }
        *shown = now;
        self.version.send_modify(|version| *version += 1);
        true
    }

    fn trouble(&self) -> Option<String> {
        self.shown.read().unwrap_or_else(PoisonError::into_inner).trouble.clone()
    }

    /// What goes to the browser besides the page itself.
    fn additions(&self) -> String {
        let script = format!("<script src=\"{SCRIPT}\" data-versie=\"{}\" defer></script>", *self.version.borrow());
        self.trouble().map_or(script.clone(), |text| overlay(&text) + &script)
    }
}

/// A number that is another one when any file is.
fn fingerprint(folder: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_map(Result::ok) {
        (entry.path(), fs::read(entry.path()).ok()).hash(&mut hasher);
    }
    hasher.finish()
}

fn findings(loaded: &Loaded) -> String {
    diagnostics::render(&loaded.diagnostics, &loaded.texts, Format::Mens, false)
}

fn overlay(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    format!(
        "<div role=\"alert\" style=\"position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;padding:1rem;\
         background:#fff;color:#111;border-top:.4rem solid #b00020;z-index:9999\">\
         <strong>Er zijn fouten. De site wacht tot ze verbeterd zijn.</strong>\
         <pre style=\"white-space:pre-wrap\">{text}</pre></div>"
    )
}

fn router(site: Arc<Site>) -> Router {
    let missing = ServeFile::new(site.folder.join("404.html"));
    let files = ServeDir::new(&site.folder).not_found_service(missing);
    Router::new()
        .fallback_service(files)
        .layer(middleware::from_fn_with_state(Arc::clone(&site), decorate))
        .route(EVENTS, get(events))
        .route(SCRIPT, get(async || ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], RELOAD)))
        .route("/sw.js", get(async || ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], NO_SERVICE)))
        .with_state(site)
}

/// Adds the script and the findings to every page; makes the browser ask for each file again.
async fn decorate(State(site): State<Arc<Site>>, mut request: Request, next: Next) -> Response {
    if !site.folder.is_dir() {
        return no_site_yet(&site);
    }
    for name in [IF_MODIFIED_SINCE, IF_NONE_MATCH, RANGE] {
        request.headers_mut().remove(name);
    }
    let (mut parts, body) = next.run(request).await.into_parts();
    parts.headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    parts.headers.remove(LAST_MODIFIED);
    if !is_html(&parts.headers) {
        return Response::from_parts(parts, body);
    }
    parts.headers.remove(CONTENT_LENGTH);
    match to_bytes(body, usize::MAX).await {
        Ok(page) => Response::from_parts(parts, Body::from(add_to(&page, &site.additions()))),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn is_html(headers: &HeaderMap) -> bool {
    headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"))
}

fn add_to(page: &[u8], additions: &str) -> String {
    let page = String::from_utf8_lossy(page);
    match page.rfind("</body>") {
        Some(end) => format!("{}{additions}{}", &page[..end], &page[end..]),
        None => page.into_owned(),
    }
}

fn no_site_yet(site: &Site) -> Response {
    let page = format!(
        "<!DOCTYPE html><html lang=\"nl\"><head><meta charset=\"utf-8\"><title>Nog geen site</title></head>\
         <body><h1>Nog geen site</h1><p>Verbeter de fouten en bewaar het bestand: dan verschijnt de site hier vanzelf.</p>\
         {}</body></html>",
        site.additions()
    );
    (StatusCode::SERVICE_UNAVAILABLE, Html(page)).into_response()
}

/// Sends the version of the site: at once, and at every change.
async fn events(State(site): State<Arc<Site>>) -> Sse<impl Stream<Item = Result<Message>>> {
    let mut receiver = site.version.subscribe();
    receiver.mark_changed();
    Sse::new(stream::try_unfold(receiver, async |mut receiver: watch::Receiver<u64>| {
        if receiver.changed().await.is_err() {
            return Ok(None);
        }
        let version = *receiver.borrow_and_update();
        Ok(Some((Message::default().data(version.to_string()), receiver)))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};

    /// A build that writes one page.
    fn writes(text: &'static str) -> impl FnOnce(&Path) -> Result<Loaded> {
        move |folder| {
            disk::write(&folder.join("index.html"), text.as_bytes())?;
            crate::site::load(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/minisite"))
        }
    }

    #[test]
    fn a_build_that_changes_nothing_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(folder.path().join("site"));
        let first = *site.version.borrow();
        assert!(matches!(site.build(writes("een")), Outcome::Updated));
        assert!(matches!(site.build(writes("een")), Outcome::Unchanged));
        assert_eq!(*site.version.borrow(), first + 1);
        assert!(matches!(site.build(writes("twee")), Outcome::Updated));
        assert!(matches!(site.build(|_| bail!("kapot")), Outcome::Failed(_)));
        assert_eq!(site.trouble().as_deref(), Some("kapot"));
        // The files are as they were, but the trouble over them is gone.
        assert!(matches!(site.build(writes("twee")), Outcome::Updated));
        assert_eq!(*site.version.borrow(), first + 4);
    }

    #[test]
    fn a_panic_is_told_in_dutch_and_the_next_change_is_built() {
        let folder = tempfile::tempdir().unwrap();
        let site = Site::new(folder.path().join("site"));
        let (waits, builds, told) = (Cell::new(0), Cell::new(0), RefCell::new(Vec::new()));
        let changed = || waits.replace(waits.get() + 1) < 2;
        let make = |folder: &Path| {
            assert!(builds.replace(builds.get() + 1) > 0, "the first build gets stuck");
            writes("een")(folder)
        };
        follow(changed, &site, make, |outcome| told.borrow_mut().push(outcome));
        let told = told.into_inner();
        assert!(matches!(&told[..], [Outcome::Failed(error), Outcome::Updated] if error.to_string() == STUCK));
    }
}
