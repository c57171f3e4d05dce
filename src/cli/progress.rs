//! A sign of life for work that takes longer than a second, on a terminal only.

use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::ProgressBar;

use super::output;

const PATIENCE: Duration = Duration::from_secs(1);

/// Runs `work`, and shows a spinner with `text` when it takes long.
pub(super) fn during<T>(text: &'static str, work: impl FnOnce() -> T) -> T {
    let _spinner = output::is_watched().then(|| Spinner::start(text));
    work()
}

/// Shows itself after a second; goes when dropped.
struct Spinner {
    done: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Spinner {
    fn start(text: &'static str) -> Self {
        let (done, waiting) = channel();
        let thread = std::thread::spawn(move || {
            // Nothing is ever sent: the wait ends early when the sender is dropped.
            if waiting.recv_timeout(PATIENCE) == Err(std::sync::mpsc::RecvTimeoutError::Timeout) {
                let bar = ProgressBar::new_spinner().with_message(text);
                bar.enable_steady_tick(Duration::from_millis(100));
                let _ = waiting.recv();
                bar.finish_and_clear();
            }
        });
        Self { done: Some(done), thread: Some(thread) }
    }
}

impl Drop for Spinner {
    fn drop(&mut self) {
        self.done.take();
        if let Some(thread) = self.thread.take() {
            // A spinner that panicked is no reason to stop.
            let _ = thread.join();
        }
    }
}
