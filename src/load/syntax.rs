//! What the YAML reader stumbles over, said in Dutch with what to type instead.
//!
//! The reader often notices a mistake a line late, so the line before is looked at first.

use crate::diagnostics::{Diagnostic, Span};
use crate::rules::unreadable_yaml::RULE;

/// Explains a syntax error. `info` is the English text of the YAML reader; it serves to tell errors
/// apart and is never shown.
pub(super) fn explain(file: &str, text: &str, span: Span, info: &str) -> Diagnostic {
    let lines = Lines::new(text);
    let cause = if info.contains("unprintable") {
        said(
            "Dit is geen tekstbestand, of het is slecht bewaard.",
            "Bewaar het opnieuw als platte tekst, met codering UTF-8.",
        )
    } else {
        tab(&lines, span, info)
            .or_else(|| lines.around(span).find_map(|line| shape(&lines, line, info)))
            .or_else(|| quotes(&lines, span, info))
            .unwrap_or_else(|| general(info))
    };
    RULE.found(file, Some(cause.span.unwrap_or(span)), cause.message, cause.help)
}

struct Cause {
    span: Option<Span>,
    message: String,
    help: String,
}

fn said(message: impl Into<String>, help: impl Into<String>) -> Cause {
    Cause { span: None, message: message.into(), help: help.into() }
}

impl Cause {
    fn at(self, span: Span) -> Self {
        Self { span: Some(span), ..self }
    }
}

/// The lines of a text with the byte offset where each starts.
struct Lines<'t>(Vec<(usize, &'t str)>);

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let mut start = 0;
        let lines = text.split('\n').map(|line| {
            let from = start;
            start += line.len() + 1;
            (from, line.trim_end_matches('\r'))
        });
        Self(lines.collect())
    }

    /// The last line with content before the error, then the line of the error.
    fn around(&self, span: Span) -> impl Iterator<Item = usize> {
        let here = (span.line - 1).min(self.0.len() - 1);
        let content = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with('#');
        (0..here).rev().find(|i| content(self.0[*i].1)).into_iter().chain([here])
    }

    /// A stretch of a line, from and to in bytes within the line.
    fn span(&self, line: usize, from: usize, to: usize) -> Span {
        let (start, text) = self.0[line];
        let column = text.get(..from).map_or(0, |before| before.chars().count()) + 1;
        Span { line: line + 1, column, start: start + from, end: start + to }
    }

    /// The whole content of a line.
    fn content(&self, line: usize) -> Span {
        let text = self.0[line].1;
        self.span(line, text.len() - text.trim_start().len(), text.trim_end().len())
    }
}

/// A tab where spaces belong, on the line of the error or the next.
fn tab(lines: &Lines, span: Span, info: &str) -> Option<Cause> {
    let from = span.line - 1;
    for line in from..lines.0.len().min(from + 2) {
        let text = lines.0[line].1;
        let blank = text.len() - text.trim_start().len();
        if let Some(at) = text[..blank].find('\t').filter(|_| blank < text.len()) {
            let help = "Spring in met spaties: twee per niveau. Vervang de tab door spaties.";
            return Some(said("Hier staat een tab vooraan op de regel.", help).at(lines.span(line, at, at + 1)));
        }
        if let Some(at) = text.find(":\t").filter(|_| info.contains("tab") || line == from) {
            let help = "Typ één spatie na de dubbelepunt.";
            return Some(said("Na de dubbelepunt staat een tab.", help).at(lines.span(line, at + 1, at + 2)));
        }
    }
    None
}

/// A line that doesn't have the shape of a key or of an item of a list.
fn shape(lines: &Lines, line: usize, info: &str) -> Option<Cause> {
    let text = lines.0[line].1;
    let content = text.trim();
    let place = lines.content(line);
    let mut chars = content.chars();
    let (first, second) = (chars.next()?, chars.next());
    if matches!(first, '–' | '—' | '•' | '·') {
        let message = format!("`{first}` is een teken uit Word. Het begint hier geen punt van een lijst.");
        return Some(said(message, "Typ een gewoon streepje en een spatie: `- `.").at(place));
    }
    if first == '-' && second.is_some_and(|c| c.is_alphabetic() || c == '\u{a0}') {
        return Some(said("Na het streepje ontbreekt een gewone spatie.", "Schrijf `- ` en dan de tekst.").at(place));
    }
    let item = content.trim_start_matches("- ").trim_start();
    let key_end = item.find(|c: char| !(c.is_ascii_lowercase() || c == '-')).unwrap_or(item.len());
    let (key, rest) = item.split_at(key_end);
    if key.is_empty() {
        return value(item).map(|cause| cause.at(place));
    }
    if rest.starts_with(['\u{a0}', '\u{200b}']) {
        let help = "Wis ze en typ een gewone spatie.";
        return Some(said("Hier staat een vaste spatie, uit Word of van een website.", help).at(place));
    }
    if let Some(value_text) = rest.strip_prefix(':') {
        if value_text.starts_with(|c: char| !c.is_whitespace() && c != '/') {
            let message = format!("Na `{key}:` ontbreekt een spatie.");
            return Some(said(message, format!("Schrijf `{key}: ` en dan de waarde.")).at(place));
        }
        return value(value_text.trim()).map(|cause| cause.at(place));
    }
    let no_colon =
        matches!(rest.trim_start().chars().next(), Some('=' | ';')) || rest.starts_with(' ') || rest.is_empty();
    if no_colon && !content.starts_with("- ") && (info.contains("simple key") || info.contains("expected key")) {
        let message = format!("Na `{key}` ontbreekt een dubbelepunt, of deze regel hoort bij de tekst erboven.");
        let help = format!(
            "Is `{key}` een sleutel? Schrijf `{key}: `. Is het tekst? Spring de regel in onder de tekst erboven."
        );
        return Some(said(message, help).at(place));
    }
    None
}

/// A value that starts with a bracket and isn't a list.
fn value(value: &str) -> Option<Cause> {
    let open = value.chars().next().filter(|c| matches!(c, '[' | '{'))?;
    let close = if open == '[' { ']' } else { '}' };
    let quoted = "Zet de hele tekst tussen dubbele aanhalingstekens, of onder `>-` op een nieuwe regel.";
    match value.rfind(close) {
        None => Some(said(
            format!("Het haakje `{open}` gaat op deze regel niet dicht."),
            format!("Sluit met `{close}`, met een komma tussen de woorden: `[laat, moe]`. Is het tekst? {quoted}"),
        )),
        Some(end) if !value[end + 1..].trim_start().is_empty() && !value[end + 1..].trim_start().starts_with('#') => {
            Some(said(format!("Deze tekst begint met `{open}`, en dat begint een lijst."), quoted))
        }
        Some(_) => None,
    }
}

/// Quotes that don't come in pairs, and what comes from Word.
fn quotes(lines: &Lines, span: Span, info: &str) -> Option<Cause> {
    let about_quotes = ["quoted scalar", "double-quoted", "trailing content", "unexpected eof", "escape"];
    if !about_quotes.iter().any(|word| info.contains(word)) {
        return None;
    }
    let below = "of schrijf hem zonder aanhalingstekens onder `>-` op een nieuwe regel.";
    if info.contains("escape") || info.contains("hexadecimal") {
        return Some(said(
            "Een schuine streep `\\` heeft tussen dubbele aanhalingstekens een bijzondere betekenis.",
            format!("Zet de tekst tussen enkele aanhalingstekens, {below}"),
        ));
    }
    let line = (span.line - 1).min(lines.0.len() - 1);
    let text = lines.0[line].1;
    if text.contains(['“', '”', '„', '‘', '’']) {
        return Some(said(
            "Op deze regel staat een aanhalingsteken uit Word. Dat sluit een tekst niet af.",
            "Typ rechte aanhalingstekens: `\"` of `'`.",
        ));
    }
    if text.contains(" 's ") || text.contains(" 't ") {
        return Some(said(
            "Deze tekst begint met een weglatingsteken, en dat leest als een aanhalingsteken.",
            "Zet dubbele aanhalingstekens rond de hele tekst: `\"'s Ochtends eerst dit.\"`.",
        ));
    }
    if text.matches('"').count() > 1 || text.matches('\'').count() > 1 {
        return Some(said(
            "Na het sluitende aanhalingsteken staat nog tekst.",
            format!("Zet enkele aanhalingstekens rond het geheel: `'\"Zondag\" werken'`, {below}"),
        ));
    }
    Some(said(
        "Deze tekst begint met een aanhalingsteken, maar het sluitende aanhalingsteken ontbreekt.",
        format!("Zet er achteraan hetzelfde aanhalingsteken, {below}"),
    ))
}

/// By what the reader says, when the lines themselves tell nothing.
fn general(info: &str) -> Cause {
    if info.contains("mapping values") || info.contains("':' ") {
        said(
            "Hier staat een dubbelepunt midden in de tekst, of een sleutel te ver naar rechts.",
            "Staat de dubbelepunt in de tekst? Zet de hele tekst tussen dubbele aanhalingstekens, of onder `>-` op een nieuwe regel. \
             Is dit een nieuwe sleutel? Begin dan even ver naar links als de sleutel erboven.",
        )
    } else if info.contains("flow ") || info.contains("bracket") {
        said(
            "Een haakje `[` of `{` dat opengaat, sluit niet goed.",
            "Sluit de lijst met `]`, met een komma tussen de woorden: `[laat, rijden]`. Begint je tekst met een haakje? Zet hem tussen aanhalingstekens.",
        )
    } else if ["anchor", "TAG", " tag", "unexpected character"].iter().any(|word| info.contains(word)) {
        said(
            "Deze tekst begint met een teken dat hier een bijzondere betekenis heeft.",
            "Zet de hele tekst tussen dubbele aanhalingstekens, of onder `>-` op een nieuwe regel.",
        )
    } else if ["block collection", "block sequence", "'-'"].iter().any(|word| info.contains(word)) {
        said(
            "Deze regel staat niet recht onder de vorige van dezelfde lijst.",
            "Zet de streepjes van een lijst recht onder elkaar, en de sleutels van één punt ook.",
        )
    } else if ["simple key", "expected key", "block mapping"].iter().any(|word| info.contains(word)) {
        said(
            "Hier wordt een sleutel met een dubbelepunt verwacht, of de regel springt verkeerd in.",
            "Schrijf `sleutel: waarde`, en begin even ver naar links als de andere sleutels van hetzelfde stuk.",
        )
    } else if info.contains("block scalar") {
        said(
            "Na `>-` of `|` staat nog tekst op dezelfde regel, of de tekst eronder springt verkeerd in.",
            "Begin de tekst op een nieuwe regel, twee spaties verder naar rechts dan de sleutel.",
        )
    } else {
        said(
            "De opbouw van het bestand klopt hier niet.",
            "Kijk na of elke sleutel op `: ` eindigt, of de regels recht onder elkaar staan, en of aanhalingstekens per twee komen.",
        )
    }
}

#[cfg(test)]
mod tests {
    use crate::content::Kind;
    use crate::load::read_text;

    /// Line, column and the first words of the first finding in a text.
    fn told(text: &str) -> String {
        let (_, found) = read_text(Kind::Question, "proef.yaml", "proef", text);
        let first = found.into_iter().find(|d| d.rule.code == "Y001").unwrap();
        let span = first.span.unwrap();
        format!("{}:{} {} → {}", span.line, span.column, first.message, first.help)
    }

    #[test]
    fn the_line_that_is_wrong_is_the_one_that_is_shown() {
        let cases = [
            "vraag: Mag dat?\nbel:\n  - partij: school\n\twaarvoor: raad\n",
            "vraag:\tMag: dat?\n",
            "vraag:Mag dat?\nkort: Ja.\n",
            "vraag: Mag dat?\nstatus concept\nkort: Ja.\n",
            "vraag: Mag dat?\nstatus = concept\nkort: Ja.\n",
            "trefwoorden:\n  - zondag\n  -weekend\nbel: x\n",
            "trefwoorden:\n  - zondag\n  – weekend\nbel: x\n",
            "fase: [tijdens\nvoor: [mentor]\n",
            "tips:\n  - [Zeg het](vraag:x) op tijd.\n",
            "vraag: \"Zondag\" werken, mag dat?\n",
            "tips:\n  - 's Ochtends eerst dit.\n  - Dan dat.\n",
            "vraag: \"C:\\documenten\"\n",
            "vraag: \"Mag het?”\nkort: Ja.\n",
            "kort: >- Meteen tekst\nvraag: x\n",
            "vraag: Mag dat?\nkort: Ja: zo.\n",
            "vraag: Mag dat?\nbel:\n  - partij: school\n   waarvoor: raad\n",
        ];
        let all: Vec<String> = cases.iter().map(|text| told(text)).collect();
        insta::assert_snapshot!(all.join("\n"));
    }
}
