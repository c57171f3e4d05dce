//! A YAML file as a tree in which every key and value knows its place.

use crate::diagnostics::Span;

/// A value with its place.
#[derive(Debug, Clone)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: Value,
}

/// What a node holds.
#[derive(Debug, Clone)]
pub enum Value {
    /// A single value.
    Scalar {
        /// The text, with quotes and folding undone.
        text: String,
        /// Whether it stood there without quotes, so that `2018` may be a number.
        plain: bool,
    },
    /// A list.
    List(Vec<Node>),
    /// Keys with values, in the order of the file.
    Map(Vec<(Key, Node)>),
}

/// A key with its place.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key.
    pub name: String,
    /// Where it stands.
    pub span: Span,
}

impl Node {
    /// Whether there is no value at all: `sleutel:` with nothing behind it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        matches!(&self.value, Value::Scalar { text, plain: true } if matches!(text.as_str(), "" | "~" | "null"))
    }

    /// The value of a key, when this is a map that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Node> {
        match &self.value {
            Value::Map(entries) => entries.iter().find(|(k, _)| k.name == key).map(|(_, node)| node),
            _ => None,
        }
    }

    /// The items, when this is a list; nothing otherwise.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// The text, when this is a single value.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar { text, .. } => Some(text),
            _ => None,
        }
    }

    /// The value at a JSON pointer such as `/blokken/2/titel`.
    #[must_use]
    pub fn at(&self, pointer: &str) -> Option<&Node> {
        pointer.split('/').skip(1).try_fold(self, Node::child)
    }

    /// The place of the value at a JSON pointer, or of the deepest part of the path that exists.
    #[must_use]
    pub fn place(&self, pointer: &str) -> Span {
        let mut node = self;
        for part in pointer.split('/').skip(1) {
            match node.child(part) {
                Some(found) => node = found,
                None => break,
            }
        }
        node.span
    }

    /// One step of a pointer: the item with this number, or the value of this key.
    fn child(&self, part: &str) -> Option<&Node> {
        part.parse::<usize>().ok().and_then(|index| self.items().get(index)).or_else(|| self.get(part))
    }
}
