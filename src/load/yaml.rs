//! Text to tree: the part of YAML that case files use, with limits that no file gets past.
//!
//! Anchors, aliases, tags and second documents are refused: staff don't need them, and aliases can
//! make a small file unfold without end.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use super::syntax;
use super::tree::{Key, Node, Value};
use crate::diagnostics::{Diagnostic, Span};
use crate::rules;

/// How deep lists and keys may stand inside each other. The deepest kind of content needs 14.
const MAX_DEPTH: usize = 32;

/// Reads one document. Gives the tree when the file can be used further, and what is wrong with it.
pub(super) fn parse(file: &str, text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    let mut reader = Reader { file, text, places: Places::new(text), stack: Vec::new(), root: None, found: Vec::new() };
    let usable = reader.read();
    (if usable { reader.root } else { None }, reader.found)
}

/// A list or map that is still being read. `lines` has the line of each key so far.
enum Open {
    List { start: Span, items: Vec<Node> },
    Map { start: Span, entries: Vec<(Key, Node)>, key: Option<Key>, lines: HashMap<String, usize> },
}

struct Reader<'a> {
    file: &'a str,
    text: &'a str,
    places: Places,
    stack: Vec<Open>,
    root: Option<Node>,
    found: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// Reads all events; false when the file can't be used.
    fn read(&mut self) -> bool {
        for event in Parser::new_from_str(self.text) {
            let (event, span) = match event {
                Ok((event, span)) => (event, self.places.span(&span)),
                Err(error) => {
                    self.syntax_error(&error);
                    return false;
                }
            };
            if !self.event(event, span) {
                return false;
            }
        }
        if self.root.as_ref().is_none_or(Node::is_empty) {
            self.found.push(rules::empty_file::found(self.file));
            return false;
        }
        true
    }

    fn event(&mut self, event: Event<'_>, span: Span) -> bool {
        match event {
            Event::DocumentStart(_) if self.root.is_some() => {
                self.found.push(rules::second_document::found(self.file, span));
                false
            }
            Event::Alias(_) => self.refuse(span),
            Event::Scalar(_, _, anchor, tag) if anchor != 0 || tag.is_some() => self.refuse(span),
            Event::SequenceStart(anchor, tag) | Event::MappingStart(anchor, tag) if anchor != 0 || tag.is_some() => {
                self.refuse(span)
            }
            Event::Scalar(text, style, ..) => {
                if style == ScalarStyle::Plain {
                    self.found.extend(rules::lost_after_hash::look(self.file, self.text, span));
                }
                let value = Value::Scalar { text: text.into_owned(), plain: style == ScalarStyle::Plain };
                self.add(Node { span, value })
            }
            Event::SequenceStart(..) => self.open(Open::List { start: span, items: Vec::new() }, span),
            Event::MappingStart(..) => {
                self.open(Open::Map { start: span, entries: Vec::new(), key: None, lines: HashMap::new() }, span)
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(),
            _ => true,
        }
    }

    fn refuse(&mut self, span: Span) -> bool {
        self.found.push(rules::anchor::found(self.file, span));
        false
    }

    fn open(&mut self, open: Open, span: Span) -> bool {
        if self.stack.len() == MAX_DEPTH {
            self.found.push(rules::too_deep::found(self.file, span, MAX_DEPTH));
            return false;
        }
        self.stack.push(open);
        true
    }

    fn close(&mut self) -> bool {
        let node = match self.stack.pop() {
            Some(Open::List { start, items }) => {
                let span = items.iter().fold(start, |span, item| Span { end: span.end.max(item.span.end), ..span });
                Node { span, value: Value::List(items) }
            }
            Some(Open::Map { start, entries, .. }) => {
                let span = entries.iter().fold(start, |span, (_, v)| Span { end: span.end.max(v.span.end), ..span });
                Node { span, value: Value::Map(entries) }
            }
            None => return true,
        };
        self.add(node)
    }

    /// Puts a finished node where it belongs: into the open list or map, or at the top.
    fn add(&mut self, node: Node) -> bool {
        match self.stack.last_mut() {
            None => self.root = Some(node),
            Some(Open::List { items, .. }) => items.push(node),
            Some(Open::Map { entries, key, lines, .. }) => match (key.take(), &node.value) {
                (None, Value::Scalar { text, .. }) => *key = Some(Key { name: text.clone(), span: node.span }),
                (None, _) => {
                    self.found.push(rules::unreadable_yaml::key_is_no_text(self.file, node.span));
                    return false;
                }
                (Some(new), _) => {
                    if let Some(line) = lines.get(&new.name) {
                        self.found.push(rules::duplicate_key::found(self.file, new.span, &new.name, *line));
                    } else {
                        lines.insert(new.name.clone(), new.span.line);
                        entries.push((new, node));
                    }
                }
            },
        }
        true
    }

    fn syntax_error(&mut self, error: &ScanError) {
        let span = self.places.at(error.marker().index());
        self.found.push(if error.info().contains("recursion limit") {
            rules::too_deep::found(self.file, span, MAX_DEPTH)
        } else {
            syntax::explain(self.file, self.text, span, error.info())
        });
    }
}

/// Turns the reader's character counts into lines, columns and byte offsets.
struct Places {
    /// Byte offset, line and column of each character, and of the end.
    chars: Vec<(u32, u32, u32)>,
}

impl Places {
    fn new(text: &str) -> Self {
        let (mut line, mut column) = (1, 1);
        let mut chars = Vec::with_capacity(text.len() + 1);
        for (offset, c) in text.char_indices() {
            chars.push((clip(offset), line, column));
            if c == '\n' {
                line += 1;
                column = 1;
            } else {
                column += 1;
            }
        }
        chars.push((clip(text.len()), line, column));
        Self { chars }
    }

    fn at(&self, index: usize) -> Span {
        let last = self.chars.len() - 1;
        let (offset, line, column) = self.chars[index.min(last)];
        let (end, ..) = self.chars[(index + 1).min(last)];
        Span { line: line as usize, column: column as usize, start: offset as usize, end: end as usize }
    }

    fn span(&self, span: &saphyr_parser::Span) -> Span {
        let start = self.at(span.start.index());
        let end = self.at(span.end.index()).start.max(start.start);
        Span { end, ..start }
    }
}

/// Files are far smaller than 4 GB (see [`super::files::MAX_BYTES`]).
fn clip(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
