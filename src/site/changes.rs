//! Waits for changes in the folders that a site is made from.

use std::path::Path;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use anyhow::{Result, anyhow};
use notify::{RecommendedWatcher, RecursiveMode, Watcher as _};

const QUIET: Duration = Duration::from_millis(200);

/// The changes from now on.
pub struct Changes {
    received: Receiver<()>,
    _watcher: RecommendedWatcher,
}

impl Changes {
    /// Begins to watch the site of the folder `root`.
    ///
    /// # Errors
    /// When the system cannot watch a folder.
    pub fn of(root: &Path) -> Result<Self> {
        let (send, received) = channel();
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
        Ok(Self { received, _watcher: watcher })
    }

    /// Waits for a change and then for a moment without any. False when no more can come.
    #[must_use]
    pub fn wait(&self) -> bool {
        if self.received.recv().is_err() {
            return false;
        }
        loop {
            match self.received.recv_timeout(QUIET) {
                Ok(()) => {}
                Err(RecvTimeoutError::Timeout) => return true,
                Err(RecvTimeoutError::Disconnected) => return false,
            }
        }
    }
}

fn unwatchable(folder: &Path, error: &notify::Error) -> anyhow::Error {
    anyhow!("Wijzigingen in {} zijn niet te volgen.\nTechnische melding (Engels): {error}", folder.display())
}
