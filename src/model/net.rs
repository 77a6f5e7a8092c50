//! The network's arithmetic: plain loops in a fixed order.

use crate::features::Features;

use super::explain::{Gates, from_mean, reasons};
use super::middle::{MIDDLE_INPUTS, middle, weight};
use super::weights::{FIRST, Layer, SECOND, Weights};
use super::{BODY, CLIP, KINDS, Prediction, logistic};

/// Keeps a mean over a page defined where nothing has weight.
const LITTLE: f32 = 1e-3;

/// Makes the inputs comparable: how many deviations each is from its mean. Of one that is not known, none.
pub fn standardize(means: &[f32], scales: &[f32], inputs: &mut [f32]) {
    for line in inputs.chunks_exact_mut(means.len()) {
        for (value, (mean, scale)) in line.iter_mut().zip(means.iter().zip(scales)) {
            *value = if value.is_nan() {
                0.0
            } else {
                ((*value - mean) * scale).clamp(-CLIP, CLIP)
            };
        }
    }
}

/// What each line is. `inputs` are those of each line, one after the other, standardized; `change` may change the
/// middle inputs.
pub fn predict(
    weights: &Weights,
    features: &Features,
    inputs: &[f32],
    change: impl FnOnce(&mut [f32]),
) -> Vec<Prediction> {
    let lines = &features.lines;
    let count = lines.len();
    let width = weights.means.len();
    let hidden = weights.hidden;
    let mut made = vec![0.0; hidden];
    let mut state = Vec::with_capacity(count * hidden);
    let mut gates = vec![Gates::default(); count];
    for (line, gates) in inputs.chunks_exact(width).zip(&mut gates) {
        gates.0.push(weights.input.rectify(&[line], &mut made));
        state.extend_from_slice(&made);
    }
    for (layer, distance) in weights.first.iter().zip(FIRST) {
        state = convolve(layer, &state, distance, &mut gates);
    }
    let first: Vec<f32> = state
        .chunks_exact(hidden)
        .map(|line| weights.first_score.score(&[line]))
        .collect();
    weights
        .page
        .rectify(&[&page_means(&state, hidden, &first, features)], &mut made);
    for line in state.chunks_exact_mut(hidden) {
        add(line, &made);
    }
    let mut second = state.clone();
    let mut middle_inputs = middle(lines, &first);
    change(&mut middle_inputs);
    for ((line, own), gates) in second
        .chunks_exact_mut(hidden)
        .zip(middle_inputs.chunks_exact(MIDDLE_INPUTS))
        .zip(&mut gates)
    {
        gates.0.push(weights.middle.rectify(&[own], &mut made));
        add(line, &made);
    }
    for (layer, distance) in weights.second.iter().zip(SECOND) {
        second = convolve(layer, &second, distance, &mut gates);
    }
    let middle_inputs = from_mean(&middle_inputs);
    (0..count)
        .map(|i| {
            let ends = [of(&state, i, hidden), of(&second, i, hidden)];
            let score = weights.score.score(&ends);
            let mut kinds = [0.0; KINDS];
            weights.kind.apply(&ends, &mut kinds);
            share_out(&mut kinds, score);
            let (own, middle) = (of(inputs, i, width), of(&middle_inputs, i, MIDDLE_INPUTS));
            Prediction {
                score,
                kinds,
                reasons: reasons(weights, &gates[i], own, middle),
            }
        })
        .collect()
}

/// Makes what speaks for each kind its probability: the body's kinds share the score, the others the rest.
fn share_out(kinds: &mut [f32; KINDS], score: f32) {
    let [mut body, mut rest] = [0.0, 0.0];
    let most = kinds.iter().copied().fold(f32::MIN, f32::max);
    for (k, value) in kinds.iter_mut().enumerate() {
        *value = libm::expf(*value - most);
        *if BODY.contains(&k) { &mut body } else { &mut rest } += *value;
    }
    for (k, value) in kinds.iter_mut().enumerate() {
        *value *= if BODY.contains(&k) {
            score / body.max(f32::MIN_POSITIVE)
        } else {
            (1.0 - score) / rest.max(f32::MIN_POSITIVE)
        };
    }
}

/// Adds to each line what the layer makes of it and of the lines so far above and below; beyond the page is nothing.
fn convolve(layer: &Layer, state: &[f32], distance: usize, gates: &mut [Gates]) -> Vec<f32> {
    let hidden = layer.outs;
    let nothing = vec![0.0; hidden];
    let mut made = vec![0.0; hidden];
    let line = |i: Option<usize>| {
        i.and_then(|i| state.get(i * hidden..(i + 1) * hidden))
            .unwrap_or(&nothing)
    };
    let mut next = state.to_vec();
    for (i, own) in next.chunks_exact_mut(hidden).enumerate() {
        let parts = [
            line(i.checked_sub(distance)),
            line(Some(i)),
            line(Some(i + distance)),
        ];
        gates[i].0.push(layer.rectify(&parts, &mut made));
        add(own, &made);
    }
    next
}

/// The values of the line at `i`.
fn of(values: &[f32], i: usize, width: usize) -> &[f32] {
    &values[i * width..(i + 1) * width]
}

/// Three means of the hidden values over the page: of all lines, of those that look like body, and of the others.
fn page_means(state: &[f32], hidden: usize, first: &[f32], features: &Features) -> Vec<f32> {
    let shares = |i: usize| [1.0, first[i] * weight(features.lines[i].words), 1.0 - first[i]];
    let mut means = vec![0.0; 3 * hidden];
    let mut totals = [LITTLE; 3];
    for (i, line) in state.chunks_exact(hidden).enumerate() {
        for (k, share) in shares(i).into_iter().enumerate() {
            totals[k] += share;
            for (mean, value) in means[k * hidden..(k + 1) * hidden].iter_mut().zip(line) {
                *mean += share * value;
            }
        }
    }
    for (k, total) in totals.into_iter().enumerate() {
        means[k * hidden..(k + 1) * hidden]
            .iter_mut()
            .for_each(|mean| *mean /= total);
    }
    means
}

fn add(values: &mut [f32], more: &[f32]) {
    for (value, more) in values.iter_mut().zip(more) {
        *value += more;
    }
}

impl Layer {
    /// Writes to `outs` what comes out of the layer when the parts, one after the other, go in.
    fn apply(&self, parts: &[&[f32]], outs: &mut [f32]) {
        outs.copy_from_slice(&self.biases);
        let ins = parts.iter().flat_map(|part| part.iter());
        for (value, row) in ins.zip(self.weights.chunks_exact(self.outs)) {
            // Half of the values are 0, where a rectified layer came before.
            if *value != 0.0 {
                for (out, weight) in outs.iter_mut().zip(row) {
                    *out += value * weight;
                }
            }
        }
    }

    /// The same, with what is below 0 set to 0. Gives a bit for each output that is above 0.
    fn rectify(&self, parts: &[&[f32]], outs: &mut [f32]) -> u64 {
        self.apply(parts, outs);
        let mut open = 0;
        for (k, out) in outs.iter_mut().enumerate() {
            open |= u64::from(*out > 0.0) << k;
            *out = out.max(0.0);
        }
        open
    }

    /// What comes out of a layer with one value, as a probability.
    fn score(&self, parts: &[&[f32]]) -> f32 {
        let mut score = [0.0];
        self.apply(parts, &mut score);
        logistic(score[0])
    }
}
