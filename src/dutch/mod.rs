//! The Dutch language: tokens, stems, verbs and the parts of compounds, readability. Knows nothing of the site.

pub mod compounds;
mod exceptions;
pub mod function_words;
#[cfg(test)]
mod pairs;
pub mod readability;
pub mod stems;
pub mod suffixes;
pub mod tokens;
pub mod verbs;

pub use compounds::Lexicon;
pub use function_words::is_light;
pub use stems::stem;
pub use tokens::tokens;

/// The months, January first.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];
