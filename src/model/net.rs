//! The network's arithmetic: plain loops in a fixed order.

use crate::features::Features;

use super::middle::{MIDDLE_INPUTS, middle, weight};
use super::weights::{FIRST, Layer, SECOND, Weights};
use super::{CLIP, logistic};

/// Keeps a mean over a page defined where nothing has weight.
const LITTLE: f32 = 1e-3;

/// For each line the probability that it belongs in the body. `inputs` are those of each line, one after the other.
pub fn scores(weights: &Weights, features: &Features, mut inputs: Vec<f32>) -> Vec<f32> {
    let lines = &features.lines;
    let count = lines.len();
    let width = weights.means.len();
    let hidden = weights.hidden;
    for line in inputs.chunks_exact_mut(width) {
        for (value, (mean, scale)) in line.iter_mut().zip(weights.means.iter().zip(&weights.scales)) {
            *value = ((*value - mean) * scale).clamp(-CLIP, CLIP);
        }
    }
    let mut made = vec![0.0; hidden];
    let mut state = Vec::with_capacity(count * hidden);
    for line in inputs.chunks_exact(width) {
        weights.input.rectify(&[line], &mut made);
        state.extend_from_slice(&made);
    }
    for (layer, distance) in weights.first.iter().zip(FIRST) {
        state = convolve(layer, &state, distance);
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
    let middle_inputs = middle(lines, &first);
    for (line, own) in second
        .chunks_exact_mut(hidden)
        .zip(middle_inputs.chunks_exact(MIDDLE_INPUTS))
    {
        weights.middle.rectify(&[own], &mut made);
        add(line, &made);
    }
    for (layer, distance) in weights.second.iter().zip(SECOND) {
        second = convolve(layer, &second, distance);
    }
    state
        .chunks_exact(hidden)
        .zip(second.chunks_exact(hidden))
        .map(|(first, second)| weights.score.score(&[first, second]))
        .collect()
}

/// Adds to each line what the layer makes of it and of the lines so far above and below; beyond the page is nothing.
fn convolve(layer: &Layer, state: &[f32], distance: usize) -> Vec<f32> {
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
        layer.rectify(&parts, &mut made);
        add(own, &made);
    }
    next
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

    /// The same, with what is below 0 set to 0.
    fn rectify(&self, parts: &[&[f32]], outs: &mut [f32]) {
        self.apply(parts, outs);
        for out in outs {
            *out = out.max(0.0);
        }
    }

    /// What comes out of a layer with one value, as a probability.
    fn score(&self, parts: &[&[f32]]) -> f32 {
        let mut score = [0.0];
        self.apply(parts, &mut score);
        logistic(score[0])
    }
}
