//! Findings as plain sentences, for screen readers and logs.

use std::fmt::Write as _;

use super::{Diagnostic, summary};

pub(super) fn render(diagnostics: &[Diagnostic]) -> String {
    let mut out = String::new();
    for d in diagnostics {
        let place = d.span.map_or_else(String::new, |s| format!(", regel {}, kolom {}", s.line, s.column));
        let severity = match d.rule.severity {
            super::Severity::Error => "Fout",
            super::Severity::Warning => "Waarschuwing",
        };
        let _ = writeln!(out, "{severity} {} in {}{place}: {} {}", d.rule.code, d.file, d.message, d.help);
    }
    let _ = writeln!(out, "{}", summary(diagnostics));
    out
}
