//! The classifier: a small network over the lines of a page, with weights learned from pages with known answers.
//!
//! Half of it looks at each line among its neighbours and gives a first score; the middle gathers from these scores
//! what the page's body speaks of and where it stands; the other half looks again, knowing that. All arithmetic is in
//! a fixed order and calls no function of the platform, so that every machine gives the same bits.

/// Calls a function with a token of the widest registers that the machine has, as WebAssembly is compiled for its own.
/// Each value is summed in the same order in all of them, without fused operations, so the bits are the same. What it
/// calls has to be `#[inline(always)]`: it is compiled anew for each set of instructions.
macro_rules! widest {
    ($simd:pat => $call:expr) => {
        fearless_simd::dispatch!(fearless_simd::Level::new(), $simd => $call)
    };
}

mod evidence;
mod explain;
mod inputs;
mod layer;
mod markup_inputs;
mod middle;
mod net;
mod surroundings;
#[cfg(test)]
mod tests;
mod weights;

use std::ops::Range;

use crate::features::Features;
use crate::kind::Kind;

pub use explain::Reasons;
#[cfg(any(test, feature = "training"))]
pub use inputs::names;
#[cfg(feature = "training")]
pub use middle::MIDDLE_INPUTS;
#[cfg(any(feature = "training", feature = "stages"))]
pub use middle::middle;
#[cfg(feature = "training")]
pub use net::standardize;
#[cfg(feature = "training")]
pub use weights::{FIRST, SECOND};
pub use weights::{MARKUP_WEIGHTS, WEIGHTS, Weights};

/// Standardized inputs are cut to this many standard deviations.
const CLIP: f32 = 4.0;

/// The inputs of every line, as they are before they are standardized: as many for each as there are names.
pub fn inputs(features: &Features) -> Vec<f32> {
    let surroundings = surroundings::Surroundings::new(&features.lines);
    let lines = &features.lines;
    let mut values = Vec::new();
    if !lines.is_empty() {
        inputs::put_all(lines, &surroundings, 0, &mut |_, value| values.push(value));
    }
    // Every line has as many.
    let width = values.len().max(1);
    values.resize(width * lines.len(), 0.0);
    for (i, line) in values.chunks_exact_mut(width).enumerate().skip(1) {
        let mut slots = line.iter_mut();
        inputs::put_all(lines, &surroundings, i, &mut |_, value| {
            if let Some(slot) = slots.next() {
                *slot = value;
            }
        });
    }
    values
}

/// How many kinds the network tells apart: all but the blank line. A kind's place is its number.
pub const KINDS: usize = Kind::Blank as usize;

/// The places of the body's kinds.
pub const BODY: Range<usize> = Kind::Heading as usize..Kind::Table as usize + 1;

/// What the network says of a line.
#[derive(Clone, Debug, PartialEq)]
pub struct Prediction {
    /// The probability that the line belongs in the body.
    pub score: f32,
    /// The probability of each kind; those of the body sum up to the score, those of the others to the rest.
    pub kinds: [f32; KINDS],
    /// What weighed most in the score.
    pub reasons: Reasons,
}

/// What the network says of every line.
pub fn predict(weights: &Weights, features: &Features) -> Vec<Prediction> {
    judge(weights, features, inputs(features))
}

/// The same, of inputs that are not yet standardized.
pub fn judge(weights: &Weights, features: &Features, mut inputs: Vec<f32>) -> Vec<Prediction> {
    widest!(_ => net::standardize(&weights.means, &weights.scales, &mut inputs));
    net::predict(weights, features, &inputs, |_| ())
}

/// The logistic function.
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-x))
}
