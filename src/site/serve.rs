//! The development server: builds, serves, watches, and reloads the page in the browser.
//!
//! The site lies in a folder of its own that goes when the server stops. What the browser gets more
//! than the files hold is added here: a script that reloads, and the findings when content has errors.

use std::io::ErrorKind;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, PoisonError, RwLock};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use anyhow::{Result, anyhow};
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
use notify::{RecursiveMode, Watcher};
use tokio::sync::watch;
use tower_http::services::{ServeDir, ServeFile};

use super::{build, check_root, disk};
use crate::diagnostics::{self, Format};
use crate::load::Loaded;

const FIRST_PORT: u16 = 3000;
const QUIET: Duration = Duration::from_millis(200);
const EVENTS: &str = "/__mentorwijzer/versie";
const SCRIPT: &str = "/__mentorwijzer/herladen.js";
const RELOAD: &str = include_str!("herladen.js");

/// Where to listen.
#[derive(Debug, Clone, Copy)]
pub struct Address {
    /// The network address.
    pub host: IpAddr,
    /// The port. None takes the first free one from 3000 on.
    pub port: Option<u16>,
}

/// What the server tells while it runs.
#[derive(Debug)]
pub enum Event<'a> {
    /// The site can be seen at this address.
    Listening(SocketAddr),
    /// A build ended. It succeeded when there is knowledge.
    Built(&'a Loaded),
    /// A build was not possible; the message is Dutch.
    Failed(&'a anyhow::Error),
}

/// Builds the site of the folder `root`, serves it and builds it again at every change, until the
/// user stops the program.
///
/// # Errors
/// When the port is taken or the folders cannot be watched. Faulty content is no error: the last
/// good site stays, with the findings over it.
pub fn serve(root: &Path, address: Address, tell: impl Fn(Event) + Send + 'static) -> Result<()> {
    check_root(root)?;
    let scratch = tempfile::tempdir().map_err(disk::failed("te maken", &std::env::temp_dir()))?;
    let site = Arc::new(Site::new(scratch.path().join("site")));
    let listener = listen(address)?;
    let (watcher, changes) = watch(root)?;
    let local = listener.local_addr().map_err(|error| anyhow!("Geen netwerkadres: {}.", disk::reason(&error)))?;

    site.rebuild(root, &tell);
    tell(Event::Listening(local));
    let (root, builder) = (root.to_path_buf(), Arc::clone(&site));
    std::thread::spawn(move || {
        while wait_for_change(&changes) {
            builder.rebuild(&root, &tell);
        }
    });

    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| anyhow!("De server start niet: {}.", disk::reason(&error)))?;
    let ended = runtime.block_on(run(listener, site));
    drop(watcher);
    // Browsers keep a connection open to hear of changes: don't wait for those.
    runtime.shutdown_background();
    ended.map_err(|error| anyhow!("De server is gestopt: {}.", disk::reason(&error)))
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

/// Watches the folders that a site is made from. The first value must live as long as the second.
fn watch(root: &Path) -> Result<(impl Watcher + use<>, Receiver<()>)> {
    let (send, changes) = channel();
    let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
        // Reading is no change: without this, every build would start the next one.
        if event.is_ok_and(|event| !event.kind.is_access()) {
            // Fails only when the server is stopping.
            let _ = send.send(());
        }
    })
    .map_err(|error| unwatchable(root, &error))?;
    for folder in ["cases", "book", "theme"].map(|name| root.join(name)) {
        if folder.is_dir() {
            watcher.watch(&folder, RecursiveMode::Recursive).map_err(|error| unwatchable(&folder, &error))?;
        }
    }
    Ok((watcher, changes))
}

fn unwatchable(folder: &Path, error: &notify::Error) -> anyhow::Error {
    anyhow!("Wijzigingen in {} zijn niet te volgen.\nTechnische melding (Engels): {error}", folder.display())
}

/// Waits for a change and then for a moment without any. False when there is nothing more to watch.
fn wait_for_change(changes: &Receiver<()>) -> bool {
    if changes.recv().is_err() {
        return false;
    }
    loop {
        match changes.recv_timeout(QUIET) {
            Ok(()) => {}
            Err(RecvTimeoutError::Timeout) => return true,
            Err(RecvTimeoutError::Disconnected) => return false,
        }
    }
}

/// The site as it is served now.
#[derive(Debug)]
struct Site {
    folder: PathBuf,
    /// What stands in the way of a new site, as plain Dutch text.
    trouble: RwLock<Option<String>>,
    version: watch::Sender<u64>,
}

impl Site {
    fn new(folder: PathBuf) -> Self {
        // Starting from the clock, so that a page from an earlier run of the server reloads too.
        let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        Self { folder, trouble: RwLock::new(None), version: watch::Sender::new(now) }
    }

    fn rebuild(&self, root: &Path, tell: &impl Fn(Event)) {
        let trouble = match build(root, &self.folder) {
            Ok(loaded) => {
                tell(Event::Built(&loaded));
                loaded.knowledge.is_none().then(|| findings(&loaded))
            }
            Err(error) => {
                tell(Event::Failed(&error));
                Some(format!("{error:#}"))
            }
        };
        *self.trouble.write().unwrap_or_else(PoisonError::into_inner) = trouble;
        self.version.send_modify(|version| *version += 1);
    }

    fn trouble(&self) -> Option<String> {
        self.trouble.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What goes to the browser besides the page itself.
    fn additions(&self) -> String {
        let script = format!("<script src=\"{SCRIPT}\" data-versie=\"{}\" defer></script>", *self.version.borrow());
        self.trouble().map_or(script.clone(), |text| overlay(&text) + &script)
    }
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
