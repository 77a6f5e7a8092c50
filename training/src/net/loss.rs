//! How wrong the scores of a batch are, and which way is better.

use std::ops::Range;

use copydesk::training::{BODY, KINDS};
use ndarray::Array2;

use super::Page;
use super::batch::{Batch, resize};
use super::forward::{Trace, sigmoid};

/// Lines with more words weigh no more.
pub(super) const MOST_WORDS: f32 = 60.0;
/// A line weighs as one with so many words more: people miss a heading of two words, too.
pub(super) const MORE_WORDS: f32 = 6.0;
/// Pages with fewer labelled lines weigh less.
pub(super) const FULL_PAGE: f32 = 10.0;
/// A label is never quite sure: this far from 0 and from 1.
pub(super) const SMOOTHING: f32 = 0.01;
/// What the first score counts beside the last.
pub(super) const FIRST_SHARE: f32 = 0.5;

/// What the F1 of a page counts beside the last score.
pub(super) const F1_SHARE: f32 = 2.0;

/// What the kinds count beside the last score.
pub(super) const KIND_SHARE: f32 = 0.5;

/// The slopes of the loss by what comes out of each row.
#[derive(Default)]
pub(super) struct Slopes {
    pub by_first: Vec<f32>,
    pub by_last: Vec<f32>,
    pub kinds: Array2<f32>,
}

impl Slopes {
    /// The loss of a batch of `pages`; remembers its slopes.
    pub fn loss(&mut self, pages: &[Page], batch: &Batch, trace: &Trace) -> f32 {
        for slopes in [&mut self.by_first, &mut self.by_last] {
            slopes.clear();
            slopes.resize(batch.rows(), 0.0);
        }
        resize(&mut self.kinds, batch.rows(), KINDS);
        self.kinds.fill(0.0);
        let scale = 1.0 / batch.pages.len() as f32;
        let mut loss = 0.0;
        for (span, &page) in batch.spans.iter().zip(&batch.pages) {
            let (page, rows) = (&pages[page], span.clone());
            let by_last = &mut self.by_last[rows.clone()];
            let first = (&trace.first_score[rows.clone()], FIRST_SHARE * scale);
            loss += entropy(page, first, &mut self.by_first[rows.clone()]);
            let kinds = (rows.clone(), KIND_SHARE * scale);
            loss += kind_entropy(page, &trace.kinds, kinds, &mut self.kinds);
            loss += entropy(page, (&trace.score[rows.clone()], scale), by_last);
            if page.whole && page.labels[..rows.len()].contains(&Some(true)) {
                loss += missing_f(page, (&trace.score[rows], F1_SHARE * scale), by_last);
            }
        }
        loss
    }
}

/// The labelled lines among the first `lines` of a page: index, label, words.
fn labelled(page: &Page, lines: usize) -> impl Iterator<Item = (usize, f32, f32)> {
    let lines = page.labels.iter().zip(&page.words).take(lines).enumerate();
    lines.filter_map(|(index, (label, &words))| label.map(|label| (index, f32::from(u8::from(label)), words)))
}

/// The cross entropy of the labelled lines of a page.
fn entropy(page: &Page, (scores, scale): (&[f32], f32), slopes: &mut [f32]) -> f32 {
    let weight = |words: f32| (words.min(MOST_WORDS) + MORE_WORDS).sqrt();
    let (count, sum) = labelled(page, scores.len()).fold((0.0_f32, 0.0), |(count, sum), (_, _, words)| {
        (count + 1.0, sum + weight(words))
    });
    if sum <= 0.0 {
        return 0.0;
    }
    let scale = scale * (count / FULL_PAGE).min(1.0) / sum;
    let mut loss = 0.0;
    for (index, label, words) in labelled(page, scores.len()) {
        let (score, weight) = (scores[index], scale * weight(words));
        let label = SMOOTHING + (1.0 - 2.0 * SMOOTHING) * label;
        loss += weight * (score.max(0.0) + (-score.abs()).exp().ln_1p() - label * score);
        slopes[index] += weight * (sigmoid(score) - label);
    }
    loss
}

/// The cross entropy of the kinds of a page, of each line among those of its group: the body's kinds or the others.
fn kind_entropy(
    page: &Page,
    sums: &Array2<f32>,
    (rows, scale): (Range<usize>, f32),
    slopes: &mut Array2<f32>,
) -> f32 {
    let known: Vec<(usize, usize)> = rows
        .zip(&page.kinds)
        .filter_map(|(row, kind)| kind.map(|kind| (row, kind)))
        .collect();
    let scale = scale / (known.len() as f32).max(FULL_PAGE);
    let mut loss = 0.0;
    for (row, kind) in known {
        let is_body = BODY.contains(&kind);
        let group = || (0..KINDS).filter(move |other| BODY.contains(other) == is_body);
        let most = group().map(|k| sums[(row, k)]).fold(f32::MIN, f32::max);
        let total: f32 = group().map(|k| (sums[(row, k)] - most).exp()).sum();
        loss += scale * (total.ln() + most - sums[(row, kind)]);
        for k in group() {
            let chance = (sums[(row, k)] - most).exp() / total;
            slopes[(row, k)] = scale * (chance - f32::from(u8::from(k == kind)));
        }
    }
    loss
}

/// 1 less the F1 of the words of a page, where a line is taken as far as its chance says.
fn missing_f(page: &Page, (scores, scale): (&[f32], f32), slopes: &mut [f32]) -> f32 {
    let (mut both, mut sum) = (0.0, 1.0);
    for (index, label, words) in labelled(page, scores.len()) {
        let chance = sigmoid(scores[index]);
        both += 2.0 * chance * label * words;
        sum += (chance + label) * words;
    }
    for (index, label, words) in labelled(page, scores.len()) {
        let chance = sigmoid(scores[index]);
        let by_chance = words * (2.0 * label - both / sum) / sum;
        slopes[index] -= scale * by_chance * chance * (1.0 - chance);
    }
    scale * (1.0 - both / sum)
}
