//! Findings as a JSON array, for other programs.

use serde_json::{Value, json};

use super::Diagnostic;

pub(super) fn render(diagnostics: &[Diagnostic]) -> String {
    let findings: Vec<Value> = diagnostics
        .iter()
        .map(|d| {
            json!({
                "code": d.rule.code,
                "ernst": d.rule.severity.name(),
                "bestand": d.file,
                "regel": d.span.map(|s| s.line),
                "kolom": d.span.map(|s| s.column),
                "begin": d.span.map(|s| s.start),
                "einde": d.span.map(|s| s.end),
                "bericht": d.message,
                "hulp": d.help,
            })
        })
        .collect();
    format!("{:#}\n", Value::Array(findings))
}
