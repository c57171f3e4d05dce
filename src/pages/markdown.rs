//! Text of authors to safe Markdown: one line without markup, or prose with inline markup only.
//!
//! Prose is parsed and written again, so that only what this file writes can reach a page.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Parser, Tag, TagEnd, TextMergeStream};

use super::words;

/// Beyond this many levels of nesting prose is shown as plain text.
const MAX_DEPTH: usize = 24;

/// What may stand at both ends of a link or emphasis inside prose.
type Resolve<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Makes one line of plain text out of `text`: no line ends, no control characters.
#[must_use]
pub fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    spaced.split_ascii_whitespace().collect::<Vec<_>>().join(" ")
}

/// Escapes a line so that Markdown shows it as it was written.
#[must_use]
pub fn escape(text: &str) -> String {
    guard_start(&escape_inline(&one_line(text)))
}

/// Escapes a line for raw HTML: in a tag, an attribute or an HTML block.
#[must_use]
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in one_line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            // Two of these start a directive of mdBook's own preprocessors.
            '{' => out.push_str("&#123;"),
            _ => out.push(c),
        }
    }
    out
}

/// Shows YAML as it was written, in a fenced block.
#[must_use]
pub fn code_block(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}yaml\n{}\n{fence}", text.trim_end())
}

/// Renders prose as paragraphs and simple lists. Lines after the first are indented by `indent`
/// spaces, so that the text can stand in a list item.
#[must_use]
pub fn prose(text: &str, indent: usize, resolve: Resolve) -> String {
    indent_lines(&write_blocks(&read(text, resolve)), indent)
}

/// Renders prose on one line: paragraphs are parted by a line break.
#[must_use]
pub fn inline_prose(text: &str, resolve: Resolve) -> String {
    let mut lines = Vec::new();
    flatten(&read(text, resolve), &mut lines);
    lines.join("<br>")
}

/// A sentence of fewer words ("Ja.") stands with the next.
const FEWEST_WORDS: usize = 4;

/// Prose with each sentence of its paragraphs as a paragraph of its own. Sentences end outside
/// links, emphasis and code only; a question stays with its answer; lists stay as they are.
#[must_use]
pub fn apart(text: &str) -> String {
    let (mut out, mut done) = (String::with_capacity(text.len() + 16), 0);
    for end in sentence_ends(text) {
        out.push_str(text[done..end].trim_end());
        out.push_str("\n\n");
        done = end;
    }
    out.push_str(&text[done..]);
    out
}

/// Where a sentence of a paragraph starts after another one.
fn sentence_ends(text: &str) -> Vec<usize> {
    let (mut depth, mut ends) = (0_usize, Vec::new());
    let mut paragraph: Option<Paragraph> = None;
    for (event, range) in Parser::new(text).into_offset_iter() {
        match (&event, &mut paragraph) {
            (Event::Start(Tag::Paragraph), _) if depth == 0 => paragraph = Some(Paragraph { range, spans: Vec::new() }),
            (Event::Start(_) | Event::Code(_) | Event::Html(_) | Event::InlineHtml(_), Some(open)) => {
                open.spans.push(range);
            }
            (Event::End(TagEnd::Paragraph), _) => ends.extend(paragraph.take().iter().flat_map(|done| done.ends(text))),
            _ => {}
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    ends
}

/// Where a paragraph stands, and in it what cannot be parted.
struct Paragraph {
    range: Range<usize>,
    spans: Vec<Range<usize>>,
}

impl Paragraph {
    fn ends(&self, text: &str) -> Vec<usize> {
        let (mut start, mut ends) = (self.range.start, Vec::new());
        let spaces = text[self.range.clone()].char_indices().filter(|(_, c)| c.is_whitespace());
        for place in spaces.map(|(offset, _)| self.range.start + offset) {
            // More spaces in a row end one sentence.
            let Some(before) = text.get(start..place) else { continue };
            let after = text[place..self.range.end].trim_start();
            let whole = !self.spans.iter().any(|span| span.contains(&place));
            let long = |part: &str| part.split_whitespace().count() >= FEWEST_WORDS;
            let asks = before.trim_end_matches(['*', ')', '"', '”', '’']).ends_with('?');
            if whole && !asks && long(before) && long(after) && words::sentence_parts(before, after) {
                start = self.range.end - after.len();
                ends.push(start);
            }
        }
        ends
    }
}

/// A piece of prose after parsing; the strings are safe inline Markdown.
enum Piece {
    Paragraph(String),
    List { start: Option<u64>, items: Vec<Vec<Piece>> },
}

fn read(text: &str, resolve: Resolve) -> Vec<Piece> {
    if depth(text) > MAX_DEPTH {
        return vec![Piece::Paragraph(escape(text))];
    }
    Reader { events: TextMergeStream::new(Parser::new(text)), resolve }.pieces()
}

/// How deep the nesting of a text goes.
fn depth(text: &str) -> usize {
    let (mut now, mut most) = (0_usize, 0);
    for event in Parser::new(text) {
        match event {
            Event::Start(_) => now += 1,
            Event::End(_) => now = now.saturating_sub(1),
            _ => {}
        }
        most = most.max(now);
    }
    most
}

struct Reader<'t, 'r> {
    events: TextMergeStream<'t, Parser<'t>>,
    resolve: Resolve<'r>,
}

impl Reader<'_, '_> {
    /// Reads pieces up to the end of the surrounding element. Containers other than lists are
    /// left out; what they hold stays.
    fn pieces(&mut self) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut open = String::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::List(start)) => {
                    close_paragraph(&mut open, &mut pieces);
                    let items = self.items();
                    if !items.is_empty() {
                        pieces.push(Piece::List { start, items });
                    }
                }
                Event::Start(tag) if is_inline(&tag) => self.span(&tag, &mut open),
                Event::Start(_) => {
                    close_paragraph(&mut open, &mut pieces);
                    pieces.extend(self.pieces());
                }
                Event::End(_) => break,
                Event::Rule => close_paragraph(&mut open, &mut pieces),
                other => write_leaf(&other, &mut open),
            }
        }
        close_paragraph(&mut open, &mut pieces);
        pieces
    }

    fn items(&mut self) -> Vec<Vec<Piece>> {
        let mut items = Vec::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.push(self.pieces()),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        items.retain(|item| !item.is_empty());
        items
    }

    /// Writes an inline element with its content.
    fn span(&mut self, tag: &Tag, out: &mut String) {
        let mut content = String::new();
        while let Some(event) = self.events.next() {
            match event {
                Event::Start(inner) => self.span(&inner, &mut content),
                Event::End(_) => break,
                other => write_leaf(&other, &mut content),
            }
        }
        match tag {
            Tag::Emphasis => wrap("*", &content, out),
            Tag::Strong => wrap("**", &content, out),
            Tag::Link { dest_url, .. } => self.link(dest_url, &content, out),
            _ => out.push_str(&content),
        }
    }

    /// Writes a link when its address is allowed; otherwise only its text.
    fn link(&self, address: &str, content: &str, out: &mut String) {
        match (self.resolve)(address) {
            Some(address) if !content.trim().is_empty() => {
                // An exclamation mark before a link would make it an image.
                if out.ends_with('!') {
                    out.insert(out.len() - 1, '\\');
                }
                out.push('[');
                out.push_str(content.trim());
                out.push_str("](");
                out.push_str(&encode_address(&address));
                out.push(')');
            }
            _ => out.push_str(content),
        }
    }
}

fn is_inline(tag: &Tag) -> bool {
    matches!(
        tag,
        Tag::Emphasis
            | Tag::Strong
            | Tag::Strikethrough
            | Tag::Superscript
            | Tag::Subscript
            | Tag::Link { .. }
            | Tag::Image { .. }
    )
}

fn write_leaf(event: &Event, out: &mut String) {
    match event {
        Event::Text(text) | Event::Html(text) | Event::InlineHtml(text) => push_text(text, out),
        Event::Code(code) => push_code(code, out),
        Event::SoftBreak => out.push(' '),
        Event::HardBreak => out.push_str("<br>"),
        _ => {}
    }
}

fn push_text(text: &CowStr, out: &mut String) {
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    out.push_str(&escape_inline(&spaced));
}

/// Writes code. As HTML where backticks would leave something active: a pipe in a table, or the
/// braces of an mdBook directive.
fn push_code(code: &str, out: &mut String) {
    let code = one_line(code);
    if code.is_empty() {
        return;
    }
    if code.contains(['`', '|', '{', '\\']) {
        out.push_str("<code>");
        out.push_str(&escape_inline(&code));
        out.push_str("</code>");
    } else {
        out.push('`');
        out.push_str(&code);
        out.push('`');
    }
}

/// Puts `mark` around `content`, with spaces outside the marks: inside they would stop being marks.
fn wrap(mark: &str, content: &str, out: &mut String) {
    let inner = content.trim();
    if inner.is_empty() {
        out.push_str(content);
        return;
    }
    let lead = content.len() - content.trim_start().len();
    out.push_str(&content[..lead]);
    out.push_str(mark);
    out.push_str(inner);
    out.push_str(mark);
    out.push_str(&content[lead + inner.len()..]);
}

fn close_paragraph(open: &mut String, pieces: &mut Vec<Piece>) {
    let text = guard_start(open.trim());
    open.clear();
    if !text.is_empty() {
        pieces.push(Piece::Paragraph(text));
    }
}

/// Escapes every character that can start inline markup.
fn escape_inline(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '|' | '~' | '$' | '^' | '{' | '}') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Escapes what would start a list, a heading line, a definition or a rule at the start of a line.
fn guard_start(line: &str) -> String {
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = &line[digits..];
    let marker = if digits == 0 { rest.starts_with(['-', '+', '=', ':']) } else { rest.starts_with(['.', ')']) };
    if marker { format!("{}\\{rest}", &line[..digits]) } else { line.to_owned() }
}

/// Percent-encodes what has a meaning in Markdown, in a table or in HTML.
#[must_use]
pub fn encode_address(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    for c in address.chars() {
        if c == '&' {
            out.push_str("&amp;");
        } else if c.is_control() || c.is_whitespace() || "<>\"'()[]\\`{}|^*~$".contains(c) {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                out.extend(["%", &format!("{byte:02X}")]);
            }
        } else {
            out.push(c);
        }
    }
    out
}

fn write_blocks(pieces: &[Piece]) -> String {
    pieces.iter().map(write_piece).collect::<Vec<_>>().join("\n\n")
}

fn write_piece(piece: &Piece) -> String {
    match piece {
        Piece::Paragraph(text) => text.clone(),
        Piece::List { start, items } => {
            let lines = items.iter().zip(start.unwrap_or(1)..).map(|(item, number)| {
                let marker = if start.is_some() { format!("{number}. ") } else { "- ".to_owned() };
                format!("{marker}{}", indent_lines(&write_blocks(item), marker.len()))
            });
            lines.collect::<Vec<_>>().join("\n")
        }
    }
}

fn indent_lines(text: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    let mut out = String::with_capacity(text.len());
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            out.push('\n');
            if !line.is_empty() {
                out.push_str(&pad);
            }
        }
        out.push_str(line);
    }
    out
}

fn flatten(pieces: &[Piece], lines: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Paragraph(text) => lines.push(text.clone()),
            Piece::List { items, .. } => {
                for item in items {
                    let from = lines.len();
                    flatten(item, lines);
                    if let Some(first) = lines.get_mut(from) {
                        *first = format!("• {first}");
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::Options;

    use super::*;

    /// The options with which mdBook parses, and stricter: everything the parser knows.
    fn option_sets() -> [Options; 2] {
        let book = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_HEADING_ATTRIBUTES
            | Options::ENABLE_DEFINITION_LIST
            | Options::ENABLE_GFM;
        [book, Options::all() - Options::ENABLE_SMART_PUNCTUATION]
    }

    fn resolve(address: &str) -> Option<String> {
        match address.split_once(':')? {
            ("http" | "https" | "mailto", _) => Some(address.to_owned()),
            ("vraag", id) => Some(format!("../vragen/{id}.md")),
            _ => None,
        }
    }

    fn allowed_address(address: &str) -> bool {
        ["http:", "https:", "mailto:", "../vragen/"].iter().any(|start| address.starts_with(start))
    }

    /// Whether `markdown` renders to p, em, strong, a, code, br, ul, ol and li only.
    fn only_inline(markdown: &str) -> Result<(), String> {
        for options in option_sets() {
            for event in Parser::new_ext(markdown, options) {
                let fine = match &event {
                    Event::Start(Tag::Link { dest_url, .. }) => allowed_address(dest_url),
                    Event::Start(Tag::Paragraph | Tag::Emphasis | Tag::Strong | Tag::List(_) | Tag::Item)
                    | Event::End(_)
                    | Event::Text(_)
                    | Event::Code(_)
                    | Event::SoftBreak
                    | Event::HardBreak => true,
                    Event::InlineHtml(tag) => matches!(tag.as_ref(), "<br>" | "<code>" | "</code>"),
                    _ => false,
                };
                if !fine {
                    return Err(format!("{event:?} in {markdown:?}"));
                }
            }
        }
        Ok(())
    }

    /// The text of a paragraph that must hold nothing but text.
    fn only_text(markdown: &str) -> Result<String, String> {
        let mut text = String::new();
        for options in option_sets() {
            text.clear();
            for event in Parser::new_ext(markdown, options) {
                match event {
                    Event::Text(part) => text.push_str(&part),
                    Event::Start(Tag::Paragraph | Tag::Heading { .. }) | Event::End(_) => {}
                    other => return Err(format!("{other:?} in {markdown:?}")),
                }
            }
        }
        Ok(text)
    }

    /// Text in which markup is likely.
    fn markup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            4 => "[a-z0-9 ]{0,4}",
            6 => "[-+*_`~#>|:=\\[\\](){}<!&^$.'\"\\\\ \n\t%;]{1,5}",
            1 => Just("\n\n".to_owned()),
            1 => Just("\n    ".to_owned()),
            1 => Just("<b onclick=x>".to_owned()),
            1 => Just("<script>".to_owned()),
            1 => Just("&lt;".to_owned()),
            1 => Just("[a](javascript:x)".to_owned()),
            1 => Just("[a](vraag:te-laat)".to_owned()),
            1 => Just("<https://x.be>".to_owned()),
            1 => Just("{{#include x}}".to_owned()),
            1 => Just("| --- |".to_owned()),
            1 => Just("[^1]: ".to_owned()),
            1 => Just("\n1. ".to_owned()),
            1 => any::<char>().prop_map(String::from),
        ];
        proptest::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
    }

    #[test]
    fn a_list_without_content_leaves_nothing() {
        assert_eq!(prose("1. \n*\t*\n    a", 0, &|_| None), "- a");
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_line_renders_as_its_own_text(line in markup()) {
            let plain = one_line(&line);
            let text = only_text(&escape(&line)).map_err(TestCaseError::fail)?;
            prop_assert_eq!(&text, &plain);
            let heading = only_text(&format!("## {}", escape(&line))).map_err(TestCaseError::fail)?;
            prop_assert_eq!(heading, plain);
        }

        #[test]
        fn prose_gives_only_inline_markup(text in markup()) {
            only_inline(&prose(&text, 0, &resolve)).map_err(TestCaseError::fail)?;
            only_inline(&format!("- {}", prose(&text, 2, &resolve))).map_err(TestCaseError::fail)?;
        }

        #[test]
        fn parting_sentences_changes_spaces_only(text in markup()) {
            let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&apart(&text)), words(&text));
            only_inline(&prose(&apart(&text), 0, &resolve)).map_err(TestCaseError::fail)?;
        }

        #[test]
        fn inline_prose_stays_in_its_cell(text in markup()) {
            let cell = inline_prose(&text, &resolve);
            prop_assert!(!cell.contains('\n'));
            let table = format!("| a | b |\n| --- | --- |\n| {cell} | einde |\n");
            let mut cells = Vec::new();
            for event in Parser::new_ext(&table, option_sets()[0]) {
                match event {
                    Event::Start(Tag::TableCell) => cells.push(String::new()),
                    Event::Text(part) => if let Some(cell) = cells.last_mut() { cell.push_str(&part) },
                    _ => {}
                }
            }
            prop_assert_eq!(cells.len(), 4);
            prop_assert_eq!(cells.last().map(String::as_str), Some("einde"));
        }

        #[test]
        fn no_directive_of_mdbook_survives(text in markup()) {
            prop_assert!(!escape(&text).contains("{{"));
            prop_assert!(!escape_html(&text).contains("{{"));
            prop_assert!(!prose(&text, 0, &resolve).contains("{{"));
        }
    }

    #[test]
    fn prose_keeps_its_markup() {
        let text = "Bel *nu* de **school**, zie [vraag](vraag:te-laat) of `code`.\n\nTweede alinea:\n\n- een\n- twee\n";
        insta::assert_snapshot!(prose(text, 0, &resolve), @r"
        Bel *nu* de **school**, zie [vraag](../vragen/te-laat.md) of `code`.

        Tweede alinea:

        - een
        - twee
        ");
    }

    #[test]
    fn sentences_stand_apart() {
        let text = "Ja. Bel eerst even naar de school. Zie [Ziek? Bel nu snel even.](vraag:ziek) en **wacht. Doe \
            niets alleen**. Lees art. 26 van het decreet! Is dat te lang? (Dan bel je \
            nu.)\nEn wacht dan even.\n\n- Een zin. \
            Nog een zin in een lijst.\n";
        insta::assert_snapshot!(apart(text), @r"
        Ja. Bel eerst even naar de school.

        Zie [Ziek? Bel nu snel even.](vraag:ziek) en **wacht. Doe niets alleen**.

        Lees art. 26 van het decreet!

        Is dat te lang? (Dan bel je nu.)

        En wacht dan even.

        - Een zin. Nog een zin in een lijst.
        ");
        let spaced = "Bel de school nu meteen.   Wacht dan toch nog even.";
        assert_eq!(apart(spaced), "Bel de school nu meteen.\n\nWacht dan toch nog even.");
        assert_eq!(apart("Ja, dat mag zeker. Bel."), "Ja, dat mag zeker. Bel.");
    }

    #[test]
    fn block_structure_becomes_paragraphs() {
        let text = "# Kop\n\n> citaat\n\n    code\n\n<div>ruw</div>\n\n---\n\n[weg](javascript:alert)";
        insta::assert_snapshot!(prose(text, 0, &resolve), @r"
        Kop

        citaat

        code

        \<div\>ruw\</div\>

        weg
        ");
    }

    #[test]
    fn deep_nesting_becomes_plain_text() {
        let text = ">".repeat(20_000);
        assert!(prose(&text, 0, &resolve).starts_with("\\>"));
    }

    #[test]
    fn lines_in_html_are_escaped() {
        assert_eq!(escape_html("a \"b\" <c>\n{{#include x}}"), "a &quot;b&quot; &lt;c&gt; &#123;&#123;#include x}}");
    }
}
