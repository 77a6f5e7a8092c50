//! How wrong the scores of a batch are, and which way is better.

use super::Page;
use super::batch::Batch;
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

/// The slopes of the loss by the scores of each row.
#[derive(Default)]
pub(super) struct Slopes {
    pub by_first: Vec<f32>,
    pub by_last: Vec<f32>,
}

impl Slopes {
    /// The loss of a batch of `pages`; remembers its slopes.
    pub fn loss(&mut self, pages: &[Page], batch: &Batch, trace: &Trace) -> f32 {
        for slopes in [&mut self.by_first, &mut self.by_last] {
            slopes.clear();
            slopes.resize(batch.rows(), 0.0);
        }
        let scale = 1.0 / batch.pages.len() as f32;
        let mut loss = 0.0;
        for (span, &page) in batch.spans.iter().zip(&batch.pages) {
            let (page, rows) = (&pages[page], span.clone());
            let by_last = &mut self.by_last[rows.clone()];
            let first = (&trace.first_score[rows.clone()], FIRST_SHARE * scale);
            loss += entropy(page, first, &mut self.by_first[rows.clone()]);
            loss += entropy(page, (&trace.score[rows.clone()], scale), by_last);
            if page.whole && page.labels[..rows.len()].contains(&Some(true)) {
                loss += missing_f(page, (&trace.score[rows], scale), by_last);
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
