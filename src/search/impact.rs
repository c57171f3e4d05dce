//! How much a word says about a document: BM25F, rounded to a few levels.

use std::collections::BTreeMap;

use super::Document;
use super::index::{Compact, FIELDS, Posting};

/// Weight and length normalisation per field, in the order of [`FIELDS`]. Chosen on graded queries
/// (`tests/search/evaluate`).
const WEIGHTS: [(f64, f64); FIELDS.len()] =
    [(3.4, 0.3), (5.0, 0.3), (0.8, 0.2), (2.8, 0.3), (1.4, 0.4), (0.5, 0.5), (1.0, 0.5)];

/// How slowly more of the same word stops counting for more.
const SATURATION: f64 = 3.0;

/// What a word says about a document is rounded to one of these shares; `core.js` has the same.
/// Measured: so few rank as well as unrounded numbers.
pub const SHARES: [f64; 8] = [0.12, 0.24, 0.36, 0.46, 0.55, 0.63, 0.7, 0.77];

/// A word that is found only in the running text and says less than this about a document is left
/// out there: it can't bring that document up, and half of an index would be such words.
const LEAST: f64 = 0.6;

/// The same for anything but a question, short answer included: it stands for its subject, and a
/// question shows or explains its text.
const LEAST_ASIDE: f64 = 0.8;

/// The fields of which every word is kept.
const KEPT: &[usize] = &[0, 1, 2, 3, 4];
const KEPT_ASIDE: &[usize] = &[0, 1, 2, 4];

/// Per word the documents it says something about, each with the number of one of [`SHARES`].
pub type Impacts = BTreeMap<String, Vec<(usize, usize)>>;

/// The impacts of the words of an index.
#[must_use]
pub fn impacts(index: &Compact, documents: &[Document]) -> Impacts {
    let averages = averages(&index.lengths);
    let count = float(index.lengths.len());
    let of_term = |postings: &[Posting]| {
        let rarity = (count / float(postings.len())).ln();
        let levels = postings.iter().filter_map(|posting| {
            let share = share(posting, &index.lengths[posting.document], &averages);
            let question = documents[posting.document].kind == "vraag";
            let (fields, least) = if question { (KEPT, LEAST) } else { (KEPT_ASIDE, LEAST_ASIDE) };
            let kept = fields.iter().any(|field| posting.counts[*field] > 0) || share * rarity >= least;
            kept.then(|| (posting.document, level(share)))
        });
        levels.collect()
    };
    index.terms.iter().map(|(term, postings)| (term.clone(), of_term(postings))).collect()
}

/// The mean length of each field over the documents that have it.
fn averages(lengths: &[[usize; FIELDS.len()]]) -> [f64; FIELDS.len()] {
    std::array::from_fn(|field| {
        let present = lengths.iter().filter(|lengths| lengths[field] > 0).count();
        let sum: usize = lengths.iter().map(|lengths| lengths[field]).sum();
        float(sum) / float(present.max(1))
    })
}

/// What a word says about a document, from 0 to 1.
fn share(posting: &Posting, lengths: &[usize; FIELDS.len()], averages: &[f64; FIELDS.len()]) -> f64 {
    let often: f64 = (0..FIELDS.len())
        .filter(|field| posting.counts[*field] > 0)
        .map(|field| {
            let (weight, normalised) = WEIGHTS[field];
            let length = 1.0 - normalised + normalised * float(lengths[field]) / averages[field];
            weight * float(posting.counts[field]) / length
        })
        .sum();
    often / (often + SATURATION)
}

/// The number of the nearest of [`SHARES`].
fn level(share: f64) -> usize {
    SHARES.windows(2).take_while(|pair| share > f64::midpoint(pair[0], pair[1])).count()
}

#[expect(clippy::cast_precision_loss, reason = "counts of words and documents")]
const fn float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_kind(kind: &'static str, counts: &[[usize; 7]]) -> Vec<(usize, usize)> {
        let postings = counts.iter().enumerate().filter(|(_, counts)| counts.iter().sum::<usize>() > 0);
        let postings = postings.map(|(document, counts)| Posting { document, counts: *counts }).collect();
        let index = Compact {
            terms: BTreeMap::from([("woord".to_owned(), postings)]),
            lengths: vec![[4, 4, 4, 10, 10, 100, 100]; counts.len()],
        };
        let documents = vec![Document { kind, ..Document::default() }; counts.len()];
        impacts(&index, &documents).remove("woord").unwrap()
    }

    fn of(counts: &[[usize; 7]]) -> Vec<(usize, usize)> {
        of_kind("vraag", counts)
    }

    #[test]
    fn title_says_more_than_short_answer_and_that_more_than_testimony() {
        let mut counts = vec![[0; 7]; 40];
        counts[0][0] = 1;
        counts[1][3] = 1;
        counts[2][6] = 1;
        let levels = of(&counts);
        assert!(levels[0].1 > levels[1].1 && levels[1].1 > levels[2].1, "{levels:?}");
    }

    #[test]
    fn common_word_in_running_text_is_left_out_and_rare_one_kept() {
        let mut common = vec![[0, 0, 0, 0, 0, 1, 0]; 40];
        common[7][0] = 1;
        assert_eq!(of(&common).len(), 1);
        let mut rare = vec![[0; 7]; 400];
        rare[3][6] = 1;
        assert_eq!(of(&rare).len(), 1);
    }

    #[test]
    fn common_word_in_a_short_answer_is_kept_for_a_question_alone() {
        let mut common = vec![[0, 0, 0, 1, 0, 0, 0]; 40];
        common[39] = [0; 7];
        assert_eq!(of(&common).len(), 39);
        assert!(of_kind("checklist", &common).is_empty());
    }

    #[test]
    fn more_of_the_same_counts_for_less_and_less() {
        let counts: Vec<[usize; 7]> = (0..40).map(|often| [0, 0, 0, often, 0, 0, 0]).collect();
        let levels: Vec<usize> = of(&counts).into_iter().map(|(_, level)| level).collect();
        assert!(levels.is_sorted() && levels.iter().all(|level| *level < SHARES.len()), "{levels:?}");
        assert!(levels[4] - levels[0] > levels[38] - levels[20], "{levels:?}");
    }
}
