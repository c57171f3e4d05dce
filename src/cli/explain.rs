//! `explain`: what a finding means, why it matters, and how to do it right.

use std::fmt::Write as _;
use std::process::ExitCode;

use anyhow::{Result, anyhow};

use super::arguments::Explain;
use super::output;
use crate::diagnostics::Rule;
use crate::rules::{self, ALL};

pub(super) fn run(options: &Explain) -> Result<ExitCode> {
    let text = match &options.code {
        Some(code) => explanation(find(code)?),
        None => list(),
    };
    output::result(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn find(code: &str) -> Result<&'static Rule> {
    rules::find(code.trim())
        .ok_or_else(|| anyhow!("De code `{code}` bestaat niet.\n`mentorwijzer explain` zonder code toont alle codes."))
}

fn explanation(rule: &Rule) -> String {
    format!(
        "{} ({}): {}\n\nWat\n{}\n\nWaarom\n{}\n\nZo niet\n{}\n\nZo wel\n{}\n",
        rule.code,
        rule.severity.name(),
        rule.title,
        indented(rule.what),
        indented(rule.why),
        indented(rule.wrong),
        indented(rule.right)
    )
}

fn indented(text: &str) -> String {
    let lines: Vec<_> =
        text.trim_end().lines().map(|line| if line.is_empty() { String::new() } else { format!("  {line}") }).collect();
    lines.join("\n")
}

fn list() -> String {
    ALL.iter().fold(String::new(), |mut text, rule| {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{}  {:13} {}", rule.code, rule.severity.name(), rule.title);
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Severity;

    #[test]
    fn an_explanation_has_what_why_wrong_and_right() {
        let rule = Rule {
            code: "V001",
            severity: Severity::Error,
            title: "De titel ontbreekt",
            what: "Elke pagina heeft een titel.",
            why: "Zonder titel vindt niemand ze.",
            wrong: "titel:\n\nkort: Ja.",
            right: "titel: Te laat",
        };
        insta::assert_snapshot!(explanation(&rule), @r"
        V001 (fout): De titel ontbreekt

        Wat
          Elke pagina heeft een titel.

        Waarom
          Zonder titel vindt niemand ze.

        Zo niet
          titel:

          kort: Ja.

        Zo wel
          titel: Te laat
        ");
    }

    #[test]
    fn an_unknown_code_is_an_error() {
        assert!(find("bestaat-niet").unwrap_err().to_string().contains("bestaat niet"));
    }
}
