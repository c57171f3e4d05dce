//! The rules that content must keep: one file each, with its documentation beside it.
//!
//! Rules `B` are about files and `Y` about YAML, found while loading; `V` about the shape of a file,
//! found where it is held against the schema of its kind; `R` about content that has the right
//! shape. To add one of the last kind: write `src/rules/<name>.rs` with a `RULE` and a `check`, and
//! name it in [`ALL`] and in [`CHECKS`], or in [`WORD_CHECKS`] when it compares words as search does.

pub mod anchor;
pub mod answer_again;
pub mod answered_twice;
pub mod checklist_source;
pub mod dead_end;
pub mod duplicate_id;
pub mod duplicate_key;
pub mod empty_file;
pub mod empty_text;
pub mod example_fails;
pub mod few_signposts;
pub mod field_choices;
pub mod file_name;
pub mod filled_in_deadline;
pub mod folded_list;
pub mod general_signpost;
pub mod half_yes_no;
pub mod known_signpost;
pub mod light_signpost;
pub mod lines_beyond_source;
pub mod link_outside;
pub mod long_answer;
pub mod long_sentence;
pub mod lost_after_hash;
pub mod lost_node;
pub mod missing_file;
pub mod missing_key;
pub mod no_colour;
pub mod no_date;
pub mod no_id;
pub mod no_lines;
pub mod no_web_address;
pub mod not_utf8;
pub mod one_line;
pub mod out_of_range;
pub mod outcome_without_example;
pub mod personal_data;
pub mod placeholder;
pub mod raw_html;
pub mod related_twice;
pub mod review_before_check;
pub mod safety_first;
pub mod same_outcome;
pub mod same_stem;
pub mod same_target;
pub mod second_document;
pub mod signpost_twice;
pub mod start_is_end;
pub mod synonym_circle;
pub mod synonym_twice;
pub mod table_width;
pub mod too_deep;
pub mod too_few;
pub mod too_large;
pub mod too_long;
pub mod too_many;
pub mod too_many_questions;
pub mod unfinished;
pub mod unknown_block;
pub mod unknown_choice;
pub mod unknown_file;
pub mod unknown_key;
pub mod unknown_link;
pub mod unknown_reference;
pub mod unmarked_loop;
pub mod unproven_law;
pub mod unreadable_yaml;
pub mod unused_keyword;
mod wording;
pub mod wrong_type;

use crate::content::flow::{self, Node};
use crate::diagnostics::{Diagnostic, Rule};
use crate::flow::Graph;
use crate::load::CaseFile;
use wording::Wording;

pub use crate::load::Corpus;

/// Every rule, sorted by code.
pub static ALL: &[&Rule] = &[
    &not_utf8::RULE,
    &link_outside::RULE,
    &too_large::RULE,
    &unknown_file::RULE,
    &file_name::RULE,
    &missing_file::RULE,
    &too_many::RULE,
    &duplicate_id::RULE,
    &unknown_reference::RULE,
    &long_answer::RULE,
    &placeholder::RULE,
    &review_before_check::RULE,
    &related_twice::RULE,
    &checklist_source::RULE,
    &table_width::RULE,
    &unproven_law::RULE,
    &unused_keyword::RULE,
    &unknown_link::RULE,
    &lost_node::RULE,
    &lines_beyond_source::RULE,
    &personal_data::RULE,
    &field_choices::RULE,
    &answered_twice::RULE,
    &unfinished::RULE,
    &long_sentence::RULE,
    &dead_end::RULE,
    &start_is_end::RULE,
    &unmarked_loop::RULE,
    &answer_again::RULE,
    &half_yes_no::RULE,
    &too_many_questions::RULE,
    &same_target::RULE,
    &same_outcome::RULE,
    &safety_first::RULE,
    &example_fails::RULE,
    &outcome_without_example::RULE,
    &filled_in_deadline::RULE,
    &synonym_circle::RULE,
    &synonym_twice::RULE,
    &same_stem::RULE,
    &known_signpost::RULE,
    &general_signpost::RULE,
    &signpost_twice::RULE,
    &light_signpost::RULE,
    &few_signposts::RULE,
    &unknown_key::RULE,
    &missing_key::RULE,
    &wrong_type::RULE,
    &unknown_choice::RULE,
    &no_date::RULE,
    &empty_text::RULE,
    &raw_html::RULE,
    &unknown_block::RULE,
    &too_few::RULE,
    &out_of_range::RULE,
    &no_id::RULE,
    &no_lines::RULE,
    &no_web_address::RULE,
    &one_line::RULE,
    &no_colour::RULE,
    &too_long::RULE,
    &folded_list::RULE,
    &unreadable_yaml::RULE,
    &too_deep::RULE,
    &anchor::RULE,
    &duplicate_key::RULE,
    &empty_file::RULE,
    &second_document::RULE,
    &lost_after_hash::RULE,
];

/// The rules over content that has the right shape.
static CHECKS: &[fn(&Corpus, &mut Vec<Diagnostic>)] = &[
    unknown_reference::check,
    long_answer::check,
    placeholder::check,
    review_before_check::check,
    related_twice::check,
    checklist_source::check,
    table_width::check,
    unproven_law::check,
    unused_keyword::check,
    unknown_link::check,
    lost_node::check,
    lines_beyond_source::check,
    personal_data::check,
    field_choices::check,
    answered_twice::check,
    unfinished::check,
    long_sentence::check,
    dead_end::check,
    start_is_end::check,
    unmarked_loop::check,
    answer_again::check,
    half_yes_no::check,
    too_many_questions::check,
    same_target::check,
    same_outcome::check,
    safety_first::check,
    example_fails::check,
    outcome_without_example::check,
    filled_in_deadline::check,
];

/// The rules over the words that lead to pages.
static WORD_CHECKS: &[fn(&Wording, &mut Vec<Diagnostic>)] = &[
    synonym_circle::check,
    synonym_twice::check,
    same_stem::check,
    known_signpost::check,
    general_signpost::check,
    signpost_twice::check,
    light_signpost::check,
    few_signposts::check,
];

/// Runs every rule over the corpus.
pub fn check(corpus: &Corpus, found: &mut Vec<Diagnostic>) {
    for rule in CHECKS {
        rule(corpus, found);
    }
    if let Some(wording) = Wording::new(corpus) {
        for rule in WORD_CHECKS {
            rule(&wording, found);
        }
    }
}

/// The flows whose ids and targets hold together; what is wrong with the others, other rules tell.
fn graphs(corpus: &Corpus) -> impl Iterator<Item = (&CaseFile, Graph<'_>)> {
    corpus.flows().filter_map(|(file, flow)| Some((file, Graph::new(flow)?)))
}

/// The questions of every flow, with their place among the nodes.
fn flow_questions(corpus: &Corpus) -> impl Iterator<Item = (&CaseFile, usize, &flow::Question)> {
    corpus.flows().flat_map(|(file, flow)| {
        flow.nodes.iter().enumerate().filter_map(move |(i, node)| match node {
            Node::Vraag(question) => Some((file, i, question)),
            _ => None,
        })
    })
}

/// The rule with a code, whatever the case of its letters.
#[must_use]
pub fn find(code: &str) -> Option<&'static Rule> {
    ALL.iter().copied().find(|rule| rule.code.eq_ignore_ascii_case(code))
}

/// The candidate that a misspelt word most probably means.
pub(crate) fn nearest<'a>(word: &str, candidates: &[&'a str]) -> Option<&'a str> {
    let word = word.to_lowercase();
    candidates
        .iter()
        .map(|c| (strsim::normalized_damerau_levenshtein(&word, &c.to_lowercase()), *c))
        .filter(|(likeness, c)| {
            *likeness >= 0.6 || (word.len() > 3 && c.starts_with(&word)) || (c.len() > 3 && word.starts_with(*c))
        })
        .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)))
        .map(|(_, c)| c)
}

/// A word as it can be seen: blanks that a screen doesn't show, as Word and websites leave them,
/// become a sign.
pub(crate) fn visible(word: &str) -> String {
    word.replace(['\u{a0}', '\u{200b}', '\u{feff}', '\u{ad}'], "␣")
}

/// Words between backticks, with commas.
pub(crate) fn quoted(words: &[&str]) -> String {
    words.iter().map(|w| format!("`{w}`")).collect::<Vec<_>>().join(", ")
}

/// A sentence with a small first letter, to stand after a colon.
pub(crate) fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_unique_and_sorted_and_documented() {
        assert!(ALL.windows(2).all(|pair| pair[0].code < pair[1].code));
        for rule in ALL {
            for text in [rule.title, rule.what, rule.why, rule.wrong, rule.right] {
                assert!(!text.is_empty(), "{}", rule.code);
            }
        }
    }

    #[test]
    fn a_misspelt_word_finds_its_neighbour() {
        assert_eq!(nearest("trefworden", &["trefwoorden", "verwant"]), Some("trefwoorden"));
        assert_eq!(nearest("Titel", &["titel"]), Some("titel"));
        assert_eq!(nearest("xyz", &["titel", "tekst"]), None);
    }
}
