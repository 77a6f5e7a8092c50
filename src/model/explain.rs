//! What weighed most in the score of a line.
//!
//! The slope of the score by each input, along the line's own way through the network, times how far the input is from
//! the usual: what taking the input away would change, as long as no layer opens or closes. What goes over the
//! neighbours is left out; a line is told of them by inputs of its own.

#![expect(clippy::inline_always, reason = "for `widest`")]

use fearless_simd::Simd;

use super::evidence::{OF_INPUTS, OF_MIDDLE};
use super::layer::{Layer, add_product};
use super::middle::MIDDLE_INPUTS;
use super::weights::{FIRST, SECOND, Weights};
use crate::reason::Reason;

/// Which values that come out of the rectified layers were above 0 for a line, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub struct Gates {
    pub input: u64,
    pub first: [u64; FIRST.len()],
    pub middle: u64,
    pub second: [u64; SECOND.len()],
}

/// The reasons that weighed most for the body and against it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reasons {
    /// For the body.
    pub most_for: Reason,
    /// Against it.
    pub most_against: Reason,
}

/// Explains the score of a line.
///
/// `inputs` are standardized, so that 0 is usual; `middle` are the middle inputs less their mean over the page.
pub fn reasons(weights: &Weights, gates: &Gates, inputs: &[f32], middle: &[f32]) -> Reasons {
    strongest(&widest!(simd => pulls(simd, weights, gates, inputs, middle)))
}

/// How much each reason pulls.
#[inline(always)]
fn pulls<S: Simd>(
    simd: S,
    weights: &Weights,
    gates: &Gates,
    inputs: &[f32],
    middle: &[f32],
) -> [f32; Reason::ALL.len()] {
    let hidden = weights.hidden;
    let (own, looked) = weights.score.column(0).split_at(hidden);
    let mut slopes = looked.to_vec();
    back(simd, &weights.second, &gates.second, &mut slopes);
    let by_middle = by_inputs(simd, &weights.middle, gates.middle, &slopes);
    for (slope, own) in slopes.iter_mut().zip(own) {
        *slope += own;
    }
    back(simd, &weights.first, &gates.first, &mut slopes);
    let by_input = by_inputs(simd, &weights.input, gates.input, &slopes);

    let mut pulls = [0.0; Reason::ALL.len()];
    // A page of text has no inputs of markup, which are the last.
    for (evidence, slopes, distances) in [
        (&OF_INPUTS[..inputs.len()], &by_input, inputs),
        (&OF_MIDDLE[..], &by_middle, middle),
    ] {
        for ((evidence, slope), &distance) in evidence.iter().zip(slopes).zip(distances) {
            pulls[evidence.at(distance) as usize] += slope * distance;
        }
    }
    // What says nothing.
    pulls[Reason::Usual as usize] = 0.0;
    pulls
}

/// The reasons that pull most either way; the usual one where nothing does.
fn strongest(pulls: &[f32]) -> Reasons {
    let (mut most, mut least) = ((0.0, Reason::Usual), (0.0, Reason::Usual));
    for (&pull, &reason) in pulls.iter().zip(Reason::ALL) {
        if pull > most.0 {
            most = (pull, reason);
        }
        if pull < least.0 {
            least = (pull, reason);
        }
    }
    Reasons {
        most_for: most.1,
        most_against: least.1,
    }
}

/// The way back through residual convolutions, by what each makes of the line itself.
#[inline(always)]
fn back<S: Simd>(simd: S, layers: &[Layer], open: &[u64], slopes: &mut [f32]) {
    let hidden = slopes.len();
    let mut more = vec![0.0; hidden];
    for (layer, &open) in layers.iter().zip(open).rev() {
        more.fill(0.0);
        through(simd, layer, open, slopes, hidden, &mut more);
        add_product(simd, slopes, &more, 1.0);
    }
}

/// The slope by each input of a layer.
#[inline(always)]
fn by_inputs<S: Simd>(simd: S, layer: &Layer, open: u64, slopes: &[f32]) -> Vec<f32> {
    let mut by_inputs = vec![0.0; layer.ins];
    through(simd, layer, open, slopes, 0, &mut by_inputs);
    by_inputs
}

/// Adds to `sums`, for as many inputs of a layer from the one at `start`, the slopes by those of its outputs that were
/// open.
#[inline(always)]
fn through<S: Simd>(simd: S, layer: &Layer, open: u64, slopes: &[f32], start: usize, sums: &mut [f32]) {
    for (out, slope) in slopes.iter().enumerate() {
        if open >> out & 1 == 1 {
            let column = &layer.column(out)[start..start + sums.len()];
            add_product(simd, sums, column, *slope);
        }
    }
}

/// The middle inputs of each line less their mean over the page.
pub fn from_mean(middle: &[f32]) -> Vec<f32> {
    let lines = (middle.len() / MIDDLE_INPUTS).max(1) as f32;
    let mut means = [0.0; MIDDLE_INPUTS];
    for line in middle.chunks_exact(MIDDLE_INPUTS) {
        for (mean, value) in means.iter_mut().zip(line) {
            *mean += value / lines;
        }
    }
    let usual = means.iter().cycle();
    middle
        .iter()
        .zip(usual)
        .map(|(value, mean)| value - mean)
        .collect()
}
