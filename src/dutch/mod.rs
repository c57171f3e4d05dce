//! The Dutch language: tokens, stems and the parts of compounds. Knows nothing of the site.

pub mod compounds;
pub mod function_words;
pub mod stems;
pub mod suffixes;
pub mod tokens;

pub use compounds::Lexicon;
pub use function_words::is_function_word;
pub use stems::stem;
pub use tokens::tokens;
