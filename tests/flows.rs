//! The flows of this repository: every way through them, for a person of the sector to read.

#![allow(missing_docs, clippy::unwrap_used, reason = "a test may stop at what cannot be")]

use std::path::Path;

use mentorwijzer::flow::{Graph, report};
use mentorwijzer::load::load;

#[test]
fn every_way_is_told() {
    let loaded = load(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap();
    for (id, flow) in &loaded.knowledge.unwrap().flows {
        let ways = report(&Graph::new(flow).unwrap()).unwrap();
        insta::with_settings!({ omit_expression => true, snapshot_path => "snapshots/wegen", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(id.as_str(), format!("{}\n\n{ways}", flow.title));
        });
    }
}
