//! Where the body stands on the page.

use crate::features::LineFeatures;
use crate::kind::Kind;

use super::BODY_APART;

/// The score at which a line neither adds to a stretch of body nor breaks it.
const SPAN_SCORE: f32 = 0.45;

/// The same for a line that no blank line sets apart, on a page whose body is set apart by them.
const ODD_SPAN_SCORE: f32 = 0.75;

/// Where a line stands to the main stretch of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Span {
    /// In it, or the page has none.
    #[default]
    Inside,
    /// Before it, by this many lines.
    Before(usize),
    /// After it, by this many lines.
    After(usize),
}

/// The body as the first pass sees it.
pub struct Body {
    /// The share of the page's weight that is body.
    pub share: f32,
    /// The share of the body that blank lines set apart.
    pub apart: f32,
    /// For each line the share of the body that stands above it.
    pub above: Vec<f32>,
    start: usize,
    end: usize,
}

impl Body {
    /// The body by the weights of the lines and the first pass's scores. `is_apart` tells which lines a blank line
    /// sets apart.
    pub fn find(lines: &[LineFeatures], weights: &[f32], alone: &[f32], is_apart: &[bool]) -> Self {
        let weight = |i: usize| f64::from(weights[i]) * f64::from(alone[i]);
        let total = weights
            .iter()
            .map(|&weight| f64::from(weight))
            .sum::<f64>()
            .max(1e-6);
        let body = (0..lines.len()).map(weight).sum::<f64>();
        let apart = (0..lines.len()).filter(|&i| is_apart[i]).map(weight).sum::<f64>();
        let apart = (apart / body.max(1e-6)) as f32;
        let mut sum = 0.0;
        let above = (0..lines.len()).map(|i| {
            let above = sum / body.max(1e-6);
            sum += weight(i);
            above as f32
        });
        let gains: Vec<f32> = (0..lines.len())
            .map(|i| {
                let is_odd = apart >= BODY_APART && !is_apart[i];
                let gain = weights[i] * (alone[i] - if is_odd { ODD_SPAN_SCORE } else { SPAN_SCORE });
                if interrupts(&lines[i]) {
                    gain.max(0.0)
                } else {
                    gain
                }
            })
            .collect();
        let (start, end) = main_stretch(&gains);
        Self {
            share: (body / total) as f32,
            apart,
            above: above.collect(),
            start,
            end,
        }
    }

    /// Where the line at `i` stands to the main stretch.
    pub fn span(&self, i: usize) -> Span {
        if i < self.start {
            Span::Before(self.start - i)
        } else if i > self.end {
            Span::After(i - self.end)
        } else {
            Span::Inside
        }
    }
}

/// Whether the line is one of those that pages put between the paragraphs of an article.
fn interrupts(line: &LineFeatures) -> bool {
    line.signs.share
        || [Kind::Advertisement, Kind::Share, Kind::Interface, Kind::Related]
            .into_iter()
            .any(|kind| line.signs.says(kind))
}

/// The first and last line of the stretch with the largest sum.
fn main_stretch(gains: &[f32]) -> (usize, usize) {
    let mut best = (0.0, 0, gains.len().saturating_sub(1));
    let (mut sum, mut start) = (0.0, 0);
    for (i, gain) in gains.iter().enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, i);
        }
        sum += gain;
        if sum > best.0 {
            best = (sum, start, i);
        }
    }
    (best.1, best.2)
}
