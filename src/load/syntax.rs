//! What the YAML reader stumbles over, said in Dutch with what to type instead.

use crate::diagnostics::{Diagnostic, Span};
use crate::rules::unreadable_yaml::RULE;

/// Explains a syntax error. `info` is the English text of the YAML reader; it serves to tell errors
/// apart and is never shown.
pub(super) fn explain(file: &str, text: &str, span: Span, info: &str) -> Diagnostic {
    let cause = causes(text, span, info);
    RULE.found(file, Some(cause.span.unwrap_or(span)), cause.message, cause.help)
}

struct Cause {
    span: Option<Span>,
    message: &'static str,
    help: &'static str,
}

const fn cause(message: &'static str, help: &'static str) -> Cause {
    Cause { span: None, message, help }
}

fn causes(text: &str, span: Span, info: &str) -> Cause {
    let line = text.lines().nth(span.line.saturating_sub(1)).unwrap_or_default();
    let previous = text.lines().nth(span.line.saturating_sub(2)).unwrap_or_default();
    if info.contains("tab") || line.trim_start_matches(' ').starts_with('\t') {
        cause(
            "Hier staat een tab vooraan op de regel.",
            "Spring in met spaties: twee per niveau. Vervang de tab door spaties.",
        )
    } else if info.contains("quoted scalar") || info.contains("unexpected eof") {
        cause(
            "Deze tekst begint met een aanhalingsteken, maar het sluitende aanhalingsteken ontbreekt of staat te vroeg.",
            "Zet de hele tekst tussen twee aanhalingstekens van dezelfde soort, of schrijf hem onder `>-` op een nieuwe regel.",
        )
    } else if info.contains("double-quoted") || info.contains("trailing content") {
        cause(
            "Na het sluitende aanhalingsteken staat nog tekst.",
            "Zet de hele tekst tussen de aanhalingstekens, of schrijf hem onder `>-` op een nieuwe regel.",
        )
    } else if info.contains("mapping values") || info.contains("':' ") {
        cause(
            "Hier staat een dubbelepunt midden in de tekst, of een sleutel te ver naar rechts.",
            "Staat de dubbelepunt in de tekst? Zet de hele tekst tussen dubbele aanhalingstekens, of onder `>-` op een nieuwe regel. \
             Is dit een nieuwe sleutel? Begin dan even ver naar links als de sleutel erboven.",
        )
    } else if info.contains("flow mapping") || info.contains("flow sequence") || info.contains("misplaced bracket") {
        cause(
            "Een haakje `[` of `{` dat opengaat, sluit niet goed.",
            "Sluit de lijst met `]`, met een komma tussen de woorden: `[laat, rijden]`. Begint je tekst met een haakje? Zet hem tussen aanhalingstekens.",
        )
    } else if info.contains("anchor")
        || info.contains("TAG")
        || info.contains(" tag")
        || info.contains("unexpected character")
    {
        cause(
            "Deze tekst begint met een teken dat hier een bijzondere betekenis heeft.",
            "Zet de hele tekst tussen dubbele aanhalingstekens, of onder `>-` op een nieuwe regel.",
        )
    } else if missing_space(line) || missing_space(previous) {
        cause(
            "Na de dubbelepunt van een sleutel ontbreekt een spatie.",
            "Schrijf een spatie na de dubbelepunt: `vraag: Mijn leerling komt te laat`.",
        )
    } else if info.contains("simple key") || info.contains("expected key") || info.contains("block mapping") {
        cause(
            "Hier wordt een sleutel met een dubbelepunt verwacht, of de regel springt verkeerd in.",
            "Schrijf `sleutel: waarde`, en begin even ver naar links als de andere sleutels van hetzelfde onderdeel.",
        )
    } else if info.contains("block collection") || info.contains("block sequence") || info.contains("'-'") {
        cause(
            "Deze lijst klopt niet: een streepje ontbreekt of staat niet recht onder het vorige.",
            "Begin elk punt van de lijst met `- `, recht onder elkaar.",
        )
    } else {
        cause(
            "De opbouw van het bestand klopt hier niet.",
            "Kijk na of elke sleutel op `: ` eindigt, of de regels recht onder elkaar staan, en of aanhalingstekens per twee komen.",
        )
    }
}

/// `sleutel:waarde` without the space that makes it a key.
fn missing_space(line: &str) -> bool {
    let content = line.trim_start().trim_start_matches("- ");
    let Some((key, value)) = content.split_once(':') else { return false };
    let is_key = !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c == '-');
    is_key && value.starts_with(|c: char| !c.is_whitespace() && c != '/')
}
