//! Findings as workflow commands: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.

use std::fmt::Write as _;

use super::{Diagnostic, Severity};

pub(super) fn render(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for d in diagnostics {
        let command = match d.rule.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = d.span.map_or_else(String::new, |s| format!(",line={},col={}", s.line, s.column));
        let _ = writeln!(
            out,
            "::{command} file={}{place},title={}::{}",
            property(&d.file),
            property(&format!("{} {}", d.rule.code, d.rule.title)),
            data(&format!("{}\n{}", d.message, d.help)),
        );
    }
    out
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
