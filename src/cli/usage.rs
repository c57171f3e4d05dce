//! clap's help, version and errors, in Dutch.

use std::process::ExitCode;

use anyhow::Result;
use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{TROUBLE, output};

/// Shows what the user asked for, or what is wrong with the arguments.
pub(super) fn explain(error: &Error) -> Result<ExitCode> {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            output::result(&error.render().to_string())?;
            Ok(ExitCode::SUCCESS)
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            output::note(&error.render().to_string());
            Ok(ExitCode::from(TROUBLE))
        }
        _ => {
            output::failure(&message(error));
            Ok(ExitCode::from(TROUBLE))
        }
    }
}

fn message(error: &Error) -> String {
    let mut text = what(error);
    if let Some(hint) = hint(error) {
        text.push('\n');
        text.push_str(&hint);
    }
    text.push_str("\n`mentorwijzer --help` toont wat er kan.");
    text
}

fn what(error: &Error) -> String {
    let given = |kind| part(error, kind).unwrap_or_default();
    let argument = given(ContextKind::InvalidArg);
    let value = given(ContextKind::InvalidValue);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("De opdracht `{}` bestaat niet.", given(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "Er staat geen opdracht.".to_owned(),
        ErrorKind::UnknownArgument => format!("`{argument}` ken ik hier niet."),
        ErrorKind::MissingRequiredArgument => format!("Hier ontbreekt: {argument}."),
        ErrorKind::InvalidValue if value.is_empty() => format!("Na `{argument}` hoort een waarde."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("`{value}` kan niet bij `{argument}`."),
        ErrorKind::ArgumentConflict => format!("`{argument}` mag maar één keer."),
        ErrorKind::TooManyValues => format!("`{value}` is te veel bij `{argument}`."),
        ErrorKind::NoEquals => format!("Bij `{argument}` hoort een = tussen naam en waarde."),
        ErrorKind::InvalidUtf8 => "Een argument is geen leesbare tekst (UTF-8).".to_owned(),
        _ => "Zo werkt de opdracht niet.".to_owned(),
    }
}

fn hint(error: &Error) -> Option<String> {
    let meant = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
        .into_iter()
        .find_map(|kind| part(error, kind));
    if let Some(meant) = meant {
        return Some(format!("Bedoel je `{meant}`?"));
    }
    part(error, ContextKind::ValidValue).map(|values| format!("Je kan kiezen uit: {values}."))
}

/// A piece of what clap knows about the error. Clap describes arguments as in its usage line, which
/// is in our own words.
fn part(error: &Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if !texts.is_empty() => Some(texts.join(", ")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::arguments::Arguments;
    use clap::{CommandFactory as _, Parser as _};

    fn said(arguments: &[&str]) -> String {
        let words = std::iter::once("mentorwijzer").chain(arguments.iter().copied());
        message(&Arguments::try_parse_from(words).unwrap_err())
    }

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn errors_are_dutch() {
        let all = [
            said(&["biuld"]),
            said(&["xyz"]),
            said(&["build", "--uit", "x"]),
            said(&["build", "--ouf", "x"]),
            said(&["build", "--out"]),
            said(&["build", "--out", "a", "--out", "b"]),
            said(&["check", "--format", "xml"]),
            said(&["check", "--format", "jsn"]),
            said(&["serve", "--port", "veel"]),
            said(&["serve", "--host", "thuis"]),
            said(&["new", "vraag"]),
            said(&["explain", "A", "B"]),
            said(&["preprocess", "supports"]),
        ];
        insta::assert_snapshot!(all.join("\n--\n"));
    }
}
