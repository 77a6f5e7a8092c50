//! The network's arithmetic: plain loops in a fixed order.

use crate::features::Features;

use super::explain::{Gates, from_mean, reasons};
use super::layer::{Layer, Lines};
use super::middle::{MIDDLE_INPUTS, middle, weight};
use super::weights::{FIRST, SECOND, Weights};
use super::{BODY, CLIP, KINDS, Prediction, logistic};

/// Keeps a mean over a page defined where nothing has weight.
const LITTLE: f32 = 1e-3;

/// Makes the inputs comparable: how many deviations each is from its mean. Of one that is not known, none.
#[expect(clippy::inline_always, reason = "for `widest`")]
#[inline(always)]
pub fn standardize(means: &[f32], scales: &[f32], inputs: &mut [f32]) {
    for line in inputs.chunks_exact_mut(means.len()) {
        for (value, (mean, scale)) in line.iter_mut().zip(means.iter().zip(scales)) {
            let distance = ((*value - mean) * scale).clamp(-CLIP, CLIP);
            *value = if distance.is_nan() { 0.0 } else { distance };
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
    let mut gates = vec![Gates::default(); count];
    let mut state = Lines::new(count, hidden);
    weights.input.rectify(
        count,
        |i| [of(inputs, i, width)],
        |i, made, open| {
            state.set(i, made);
            gates[i].input = open;
        },
    );
    let mut before = Lines::new(count, hidden);
    for (k, (layer, distance)) in weights.first.iter().zip(FIRST).enumerate() {
        std::mem::swap(&mut state, &mut before);
        convolve(layer, &before, &mut state, distance, |i, open| {
            gates[i].first[k] = open;
        });
    }
    let mut first = Vec::with_capacity(count);
    weights.first_score.apply(
        count,
        |i| [state.line(i)],
        |_, score| first.push(logistic(score[0][0])),
    );
    let means = page_means(&state, hidden, &first, features);
    weights.page.rectify(
        1,
        |_| [&means],
        |_, made, _| (0..count).for_each(|i| state.add(i, made)),
    );
    let mut second = state.clone();
    let mut middle_inputs = middle(lines, &first);
    change(&mut middle_inputs);
    let of_middle = |i| [of(&middle_inputs, i, MIDDLE_INPUTS)];
    weights.middle.rectify(count, of_middle, |i, made, open| {
        second.add(i, made);
        gates[i].middle = open;
    });
    for (k, (layer, distance)) in weights.second.iter().zip(SECOND).enumerate() {
        std::mem::swap(&mut second, &mut before);
        convolve(layer, &before, &mut second, distance, |i, open| {
            gates[i].second[k] = open;
        });
    }
    let ends = |i| [state.line(i), second.line(i)];
    let mut scores = Vec::with_capacity(count);
    weights
        .score
        .apply(count, ends, |_, score| scores.push(logistic(score[0][0])));
    let reasons = reasons(weights, &gates, inputs, &from_mean(&middle_inputs));
    let mut predictions = Vec::with_capacity(count);
    weights.kind.apply(count, ends, |i, speaks| {
        predictions.push(Prediction {
            score: scores[i],
            kinds: share_out(&speaks.as_flattened()[..KINDS], scores[i]),
            reasons: reasons[i],
        });
    });
    predictions
}

/// The probability of each kind, by what speaks for it: the body's kinds share the score, the others the rest.
fn share_out(speaks: &[f32], score: f32) -> [f32; KINDS] {
    let mut kinds = [0.0; KINDS];
    let [mut body, mut rest] = [0.0, 0.0];
    let most = speaks.iter().copied().fold(f32::MIN, f32::max);
    for (k, (value, speaks)) in kinds.iter_mut().zip(speaks).enumerate() {
        *value = libm::expf(speaks - most);
        *if BODY.contains(&k) { &mut body } else { &mut rest } += *value;
    }
    for (k, value) in kinds.iter_mut().enumerate() {
        *value *= if BODY.contains(&k) {
            score / body.max(f32::MIN_POSITIVE)
        } else {
            (1.0 - score) / rest.max(f32::MIN_POSITIVE)
        };
    }
    kinds
}

/// Adds to each line what the layer makes of it and of the lines so far above and below; beyond the page is nothing.
/// Hands to `note` which values the layer made above 0.
fn convolve(layer: &Layer, before: &Lines, after: &mut Lines, distance: usize, note: impl FnMut(usize, u64)) {
    let nothing = vec![0.0; layer.outs];
    let parts = |i: usize| {
        let above = i.checked_sub(distance).map_or(&*nothing, |i| before.line(i));
        let below = if i + distance < before.count() {
            before.line(i + distance)
        } else {
            &nothing
        };
        [above, before.line(i), below]
    };
    layer.rectify_onto(before, after, parts, note);
}

/// The values of the line at `i`.
fn of(values: &[f32], i: usize, width: usize) -> &[f32] {
    &values[i * width..(i + 1) * width]
}

/// Three means of the hidden values over the page: of all lines, of those that look like body, and of the others.
fn page_means(state: &Lines, hidden: usize, first: &[f32], features: &Features) -> Vec<f32> {
    let shares = |i: usize| [1.0, first[i] * weight(features.lines[i].words), 1.0 - first[i]];
    let mut means = vec![0.0; 3 * hidden];
    let mut totals = [LITTLE; 3];
    for i in 0..state.count() {
        for (k, share) in shares(i).into_iter().enumerate() {
            totals[k] += share;
            for (mean, value) in means[k * hidden..(k + 1) * hidden].iter_mut().zip(state.line(i)) {
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
