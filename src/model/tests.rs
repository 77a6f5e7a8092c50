use std::collections::HashSet;

use super::*;
use crate::source;

/// The most multiplications a line may cost, and the most bytes that the weights may have.
const MOST_MULTIPLICATIONS: usize = 40_000;
const MOST_BYTES: usize = 50_000;

const PASTE: &str = "Home\nNews\n\nRiver returns to its bed\n\nBy Ana Reyes\n\nAfter nine days of flood the Orla is \
    back within its banks, the water board of Tessel said on Friday. Crews will inspect the dikes for a week.\n\n\
    Most people went home on the same day, and the schools open again on Monday.\n\nPrivacy\nTerms of use\n";

fn features(text: &str) -> Features {
    crate::features::describe(&source::text::page(text))
}

#[test]
fn every_input_has_a_name_of_its_own_and_a_weight() {
    let names = names();
    let distinct: HashSet<&str> = names.iter().copied().collect();
    assert_eq!(distinct.len(), names.len());
    assert_eq!(
        WEIGHTS.means.len(),
        names.len(),
        "the weights were learned from other inputs: train anew"
    );
    let features = features(PASTE);
    assert_eq!(inputs(&features).len(), names.len() * features.lines.len());
}

#[test]
fn a_line_costs_no_more_than_it_may() {
    let weights = &*WEIGHTS;
    let layers = [
        &weights.input,
        &weights.first_score,
        &weights.middle,
        &weights.score,
    ];
    let all = layers.into_iter().chain(&weights.first).chain(&weights.second);
    let multiplications: usize = all.map(|layer| layer.weights.len()).sum();
    assert!(multiplications <= MOST_MULTIPLICATIONS, "{multiplications}");
    let bytes = include_bytes!("weights.bin").len();
    assert!(bytes <= MOST_BYTES, "{bytes}");
}

#[test]
fn body_scores_above_menus() {
    let scores = scores(&WEIGHTS, &features(PASTE));
    let [home, news, _, _, first, second, privacy, terms] = scores[..] else {
        panic!("eight lines that are not blank");
    };
    for menu in [home, news, privacy, terms] {
        assert!(menu < 0.5 && first > 0.5 && second > 0.5, "{scores:?}");
    }
}

#[test]
fn a_page_without_a_line_has_no_score() {
    assert!(scores(&WEIGHTS, &features("\n\n")).is_empty());
}

#[test]
fn what_is_cut_or_of_another_version_is_no_weights() {
    let bytes = include_bytes!("weights.bin");
    assert!(Weights::read(&bytes[..bytes.len() - 1]).is_none());
    assert!(Weights::read(&[bytes, &[0][..]].concat()).is_none());
    assert!(Weights::read(b"CDN0").is_none());
}
