use std::collections::HashSet;

use super::*;
use crate::source;

/// The most multiplications a line may cost, and the most bytes that the weights may have.
const MOST_MULTIPLICATIONS: usize = 40_000;
const MOST_BYTES: usize = 34_000;

const PASTE: &str = "Home\nNews\n\nRiver returns to its bed\n\nBy Ana Reyes\n\nAfter nine days of flood the Orla is \
    back within its banks, the water board of Tessel said on Friday. Crews will inspect the dikes for a week.\n\n\
    Most people went home on the same day, and the schools open again on Monday.\n\nPrivacy\nTerms of use\n";

fn features(text: &str) -> Features {
    crate::features::describe(&source::text::page(text))
}

#[test]
fn every_input_has_a_name_of_its_own_and_a_weight() {
    let names = names(false);
    let distinct: HashSet<&str> = names.iter().copied().collect();
    assert_eq!(distinct.len(), names.len());
    assert_eq!(
        WEIGHTS.means.len(),
        names.len(),
        "the weights were learned from other inputs: train anew"
    );
    assert_eq!(MARKUP_WEIGHTS.means.len(), super::names(true).len());
    let features = features(PASTE);
    assert_eq!(inputs(&features).len(), names.len() * features.lines.len());
}

#[test]
fn a_line_costs_no_more_than_it_may() {
    for (weights, bytes) in [
        (&*WEIGHTS, &include_bytes!("weights.bin")[..]),
        (&*MARKUP_WEIGHTS, include_bytes!("markup-weights.bin")),
    ] {
        let size = |layer: &layer::Layer| layer.len();
        let convolutions: usize = weights.first.iter().chain(&weights.second).map(size).sum();
        let both_ways = size(&weights.input) + size(&weights.middle);
        let forth = size(&weights.first_score) + size(&weights.score) + size(&weights.kind);
        // The way back for the reasons goes over what each convolution makes of the line itself, a third of it.
        let multiplications = 2 * both_ways + forth + convolutions + convolutions / 3;
        println!("{multiplications} multiplications a line");
        assert!(multiplications <= MOST_MULTIPLICATIONS, "{multiplications}");
        assert!(bytes.len() <= MOST_BYTES, "{}", bytes.len());
    }
}

#[test]
fn body_scores_above_menus() {
    let scores: Vec<f32> = predict(&WEIGHTS, &features(PASTE))
        .iter()
        .map(|line| line.score)
        .collect();
    let [home, news, _, _, first, second, privacy, terms] = scores[..] else {
        panic!("eight lines that are not blank");
    };
    for menu in [home, news, privacy, terms] {
        assert!(menu < 0.5 && first > 0.5 && second > 0.5, "{scores:?}");
    }
}

#[test]
fn a_page_without_a_line_has_no_score() {
    assert!(predict(&WEIGHTS, &features("\n\n")).is_empty());
}

#[test]
fn what_is_cut_or_of_another_version_is_no_weights() {
    let bytes = include_bytes!("weights.bin");
    assert!(Weights::read(&bytes[..bytes.len() - 1]).is_none());
    assert!(Weights::read(&[bytes, &[0][..]].concat()).is_none());
    assert!(Weights::read(b"CDN0").is_none());
}

/// Pages that the reasons are tried on.
const PAGES: [&str; 4] = [
    include_str!("../../tests/pages/news-select-all/raw.txt"),
    include_str!("../../tests/pages/blog-post/raw.txt"),
    include_str!("../../tests/pages/news-german/raw.txt"),
    include_str!("../../tests/pages/docs-code/raw.txt"),
];

/// Of the lines whose named evidence is taken away, the least share whose score moves away from what was decided. The
/// reason is found by slopes, which hold near the line as it is and not everywhere.
const TRUE_REASONS: f32 = 0.97;

#[test]
fn without_the_evidence_that_the_reason_names_the_score_moves_the_other_way() {
    let (mut moved, mut tried) = (0, 0);
    for page in PAGES {
        let features = features(page);
        let mut inputs = inputs(&features);
        net::standardize(&WEIGHTS.means, &WEIGHTS.scales, &mut inputs);
        let predictions = net::predict(&WEIGHTS, &features, &inputs, |_| ());
        for (i, line) in predictions.iter().enumerate() {
            let is_body = line.score >= 0.5;
            let reason = if is_body {
                line.reasons.most_for
            } else {
                line.reasons.most_against
            };
            let after = score_without(&features, &inputs, i, reason);
            tried += 1;
            let is_moved = if is_body {
                after < line.score
            } else {
                after > line.score
            };
            moved += usize::from(is_moved);
        }
    }
    println!("{moved} of {tried}");
    assert!(moved as f32 >= TRUE_REASONS * tried as f32, "{moved} of {tried}");
}

/// The score of the line at `i` when all that says `reason` of it is as usual.
fn score_without(features: &Features, inputs: &[f32], i: usize, reason: crate::reason::Reason) -> f32 {
    let width = WEIGHTS.means.len();
    let mut inputs = inputs.to_vec();
    for (value, evidence) in inputs[i * width..(i + 1) * width]
        .iter_mut()
        .zip(&*evidence::OF_INPUTS)
    {
        if evidence.at(*value) == reason {
            *value = 0.0;
        }
    }
    let change = |middle: &mut [f32]| {
        let from_mean = explain::from_mean(middle);
        let own = i * middle::MIDDLE_INPUTS..(i + 1) * middle::MIDDLE_INPUTS;
        for ((value, distance), evidence) in middle[own.clone()]
            .iter_mut()
            .zip(&from_mean[own])
            .zip(&*evidence::OF_MIDDLE)
        {
            if evidence.at(*distance) == reason {
                *value -= distance;
            }
        }
    };
    net::predict(&WEIGHTS, features, &inputs, change)[i].score
}
