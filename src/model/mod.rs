//! The classifier: a small network over the lines of a page, with weights learned from pages with known answers.
//!
//! Half of it looks at each line among its neighbours and gives a first score; the middle gathers from these scores
//! what the page's body speaks of and where it stands; the other half looks again, knowing that. All arithmetic is in
//! a fixed order and calls no function of the platform, so that every machine gives the same bits.

mod inputs;
mod middle;
mod net;
mod surroundings;
#[cfg(test)]
mod tests;
mod weights;

use crate::features::Features;

#[cfg(any(test, feature = "training"))]
pub use inputs::names;
#[cfg(feature = "training")]
pub use middle::{MIDDLE_INPUTS, middle};
#[cfg(feature = "training")]
pub use weights::{FIRST, SECOND};
pub use weights::{WEIGHTS, Weights};

/// Standardized inputs are cut to this many standard deviations.
pub const CLIP: f32 = 4.0;

/// The inputs of every line, as they are before they are standardized: `names().len()` for each.
pub fn inputs(features: &Features) -> Vec<f32> {
    let surroundings = surroundings::Surroundings::new(&features.lines);
    let mut values = Vec::new();
    for i in 0..features.lines.len() {
        inputs::put_all(&features.lines, &surroundings, i, &mut |_, value| {
            values.push(value);
        });
    }
    values
}

/// For each line the probability that it belongs in the body.
pub fn scores(weights: &Weights, features: &Features) -> Vec<f32> {
    net::scores(weights, features, inputs(features))
}

/// The logistic function.
pub fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-x))
}
