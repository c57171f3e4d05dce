//! The development server, over a real connection.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at what cannot be")]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use common::{Site, command};

const PATIENCE: Duration = Duration::from_secs(30);

struct Server {
    child: Child,
    address: SocketAddr,
    /// What the server said after its address.
    said: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(site: &Site) -> Self {
        let mut child =
            command(&["serve", "--port", "0"]).current_dir(site.root()).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
        let first = lines.next().expect("de server stopt").unwrap();
        let (_, rest) = first.split_once("http://").expect("het adres komt eerst");
        let address = rest.split_once('/').unwrap().0.parse().unwrap();
        // Keep reading, or the server would wait for us at its next message.
        let said = Arc::<Mutex<Vec<String>>>::default();
        let heard = Arc::clone(&said);
        std::thread::spawn(move || lines.for_each(|line| heard.lock().unwrap().extend(line)));
        Self { child, address, said }
    }

    /// The status line with the headers, and the body.
    fn get(&self, path: &str) -> (String, String) {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    fn wait_until(&self, path: &str, done: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let (_, body) = self.get(path);
            if done(&body) {
                return body;
            }
            assert!(start.elapsed() < PATIENCE, "{body}");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    fn stop(mut self, signal: &str) -> Option<i32> {
        Command::new("kill").args([signal, &self.child.id().to_string()]).status().unwrap();
        self.child.wait().unwrap().code()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Already gone when the test stopped it.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Server {
    fn version(&self) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "GET /__mentorwijzer/versie HTTP/1.1\r\nHost: x\r\n\r\n").unwrap();
        let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
        lines.find_map(|line| line.strip_prefix("data: ").map(str::to_owned)).unwrap()
    }
}

#[test]
fn pages_follow_the_content_and_findings_lie_over_the_last_good_site() {
    let site = Site::new();
    let server = Server::start(&site);
    let question = "/vragen/te-vroeg-op.html";

    let (head, body) = server.get("/");
    assert!(head.starts_with("HTTP/1.1 200") && head.contains("no-store"), "{head}");
    assert!(body.contains("/__mentorwijzer/herladen.js"), "{body}");
    let first = server.version();
    assert!(body.contains(&format!("data-versie=\"{first}\"")));
    assert!(server.get("/__mentorwijzer/herladen.js").1.contains("EventSource"));
    // No page may come from an earlier visit.
    let (head, body) = server.get("/sw.js");
    assert!(head.contains("text/javascript") && body.contains("unregister"), "{head}");
    assert!(!body.contains("respondWith"), "{body}");
    assert!(server.get("/stijl/site.css").0.contains("text/css"));

    let (head, body) = server.get("/vragen/bestaat-niet.html");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
    assert!(body.contains("Deze pagina bestaat niet"), "{body}");
    for outside in ["/../cases/site.yaml", "/%2e%2e/cases/site.yaml", "/..%2f..%2fcases/site.yaml"] {
        assert!(server.get(outside).0.starts_with("HTTP/1.1 404"), "{outside}");
    }

    let good = site.read("cases/vragen/te-vroeg-op.yaml");
    site.write("cases/vragen/te-vroeg-op.yaml", &good.replace("Een bakker", "Elke bakker"));
    server.wait_until(question, |body| body.contains("Elke bakker staat vroeg op."));
    server.wait_until(question, |body| !body.contains(&first));

    site.write("cases/vragen/te-vroeg-op.yaml", &good.replace("status: gepubliceerd", "status: <klaar>"));
    let body = server.wait_until(question, |body| body.contains("role=\"alert\""));
    assert!(body.contains("Elke bakker staat vroeg op.") && body.contains("cases/vragen/te-vroeg-op.yaml"), "{body}");
    assert!(body.contains("&lt;klaar&gt;") && !body.contains("<klaar>"), "{body}");

    site.write("cases/vragen/te-vroeg-op.yaml", &good);
    server.wait_until(question, |body| body.contains("Een bakker staat") && !body.contains("role=\"alert\""));
    std::thread::sleep(Duration::from_millis(400));

    // Nothing changes by itself: building is no reason to build.
    let version = server.version();
    std::thread::sleep(Duration::from_millis(800));
    assert_eq!(server.version(), version);
    assert!(!site.path("site").exists());
    assert_eq!(server.stop("-INT"), Some(0));
}

#[test]
fn only_what_changes_the_site_is_told() {
    let site = Site::new();
    let server = Server::start(&site);
    let version = server.version();
    let question = site.read("cases/vragen/te-vroeg-op.yaml");
    site.write("cases/vragen/te-vroeg-op.yaml", &format!("# Een nota.\n{question}"));
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(server.version(), version);
    assert!(server.said.lock().unwrap().is_empty(), "{:?}", server.said);

    site.write("cases/vragen/te-vroeg-op.yaml", &question.replace("Een bakker", "Elke bakker"));
    server.wait_until("/vragen/te-vroeg-op.html", |body| body.contains("Elke bakker staat vroeg op."));
    std::thread::sleep(Duration::from_millis(400));
    assert_eq!(*server.said.lock().unwrap(), ["De site is bijgewerkt."]);
    assert_eq!(server.stop("-INT"), Some(0));
}

#[test]
fn faulty_content_at_the_start_is_shown_and_can_be_mended() {
    let site = Site::new();
    let good = site.read("cases/vragen/te-vroeg-op.yaml");
    site.write("cases/vragen/te-vroeg-op.yaml", "vraag: 1\n");
    let server = Server::start(&site);
    let (head, body) = server.get("/vragen/te-vroeg-op.html");
    assert!(head.starts_with("HTTP/1.1 503"), "{head}");
    assert!(body.contains("cases/vragen/te-vroeg-op.yaml") && body.contains("herladen.js"), "{body}");

    site.write("cases/vragen/te-vroeg-op.yaml", &good);
    server.wait_until("/vragen/te-vroeg-op.html", |body| body.contains("Een bakker staat"));
    assert_eq!(server.stop("-TERM"), Some(0));
}

#[test]
fn a_port_that_is_asked_for_and_taken_is_status_2() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port().to_string();
    let ended = Site::new().run(&["serve", "--port", &port]);
    assert_eq!(ended.status, 2);
    assert!(ended.errors.contains("al in gebruik"), "{}", ended.errors);
}
