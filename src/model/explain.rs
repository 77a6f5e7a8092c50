//! What weighed most in the score of a line.
//!
//! The slope of the score by each input, along the line's own way through the network, times how far the input is from
//! the usual: what taking the input away would change, as long as no layer opens or closes. What goes over the
//! neighbours is left out; a line is told of them by inputs of its own.

#![expect(clippy::inline_always, reason = "for `widest`")]

use fearless_simd::Simd;

use super::evidence::{OF_INPUTS, OF_MIDDLE};
use super::layer::{Block, Layer};
use super::middle::MIDDLE_INPUTS;
use super::weights::{FIRST, SECOND, Weights};
use crate::reason::Reason;

/// Inputs that say the same stand together, and a sum has to wait for the one before: so there are several for each reason,
/// by turns.
const SUMS: usize = 4;

/// Room for all reasons: a power of two, so that no place needs to be checked.
const REASONS: usize = Reason::ALL.len().next_power_of_two();

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

/// Explains the scores of lines, from what was above 0 in each.
///
/// `inputs` are those of each line, standardized, so that 0 is usual; `middle` are the middle inputs less their mean over
/// the page.
pub fn reasons(weights: &Weights, gates: &[Gates], inputs: &[f32], middle: &[f32]) -> Vec<Reasons> {
    widest!(simd => each(simd, weights, gates, inputs, middle))
}

#[inline(always)]
fn each<S: Simd>(
    simd: S,
    weights: &Weights,
    gates: &[Gates],
    inputs: &[f32],
    middle: &[f32],
) -> Vec<Reasons> {
    let mut back = Back::new(weights);
    let lines = gates
        .iter()
        .zip(inputs.chunks_exact(weights.means.len()))
        .zip(middle.chunks_exact(MIDDLE_INPUTS));
    lines
        .map(|((gates, inputs), middle)| strongest(&back.pulls(simd, gates, inputs, middle)))
        .collect()
}

/// The way back through the network, with room for the slopes on it.
struct Back<'a> {
    weights: &'a Weights,
    /// The slopes of the score by the hidden values where it is made: what the first half made, and both halves.
    own: Vec<f32>,
    looked: Vec<f32>,
    slopes: Vec<f32>,
    more: Vec<Block>,
    by_middle: Vec<Block>,
    by_input: Vec<Block>,
}

impl<'a> Back<'a> {
    fn new(weights: &'a Weights) -> Self {
        let column = || weights.score.column(0);
        Self {
            weights,
            own: column().take(weights.hidden).collect(),
            looked: column().skip(weights.hidden).collect(),
            slopes: vec![0.0; weights.hidden],
            more: weights.first[0].room_for_back(),
            by_middle: weights.middle.room_for_back(),
            by_input: weights.input.room_for_back(),
        }
    }

    /// How much each reason pulls.
    #[inline(always)]
    fn pulls<S: Simd>(
        &mut self,
        simd: S,
        gates: &Gates,
        inputs: &[f32],
        middle: &[f32],
    ) -> [f32; Reason::ALL.len()] {
        let weights = self.weights;
        self.slopes.copy_from_slice(&self.looked);
        self.through(simd, &weights.second, &gates.second);
        weights
            .middle
            .back(simd, gates.middle, &self.slopes, &mut self.by_middle);
        add(&mut self.slopes, &self.own);
        self.through(simd, &weights.first, &gates.first);
        weights
            .input
            .back(simd, gates.input, &self.slopes, &mut self.by_input);

        let mut sums = [[0.0; REASONS]; SUMS];
        // A page of text has no inputs of markup, which are the last.
        for (evidence, slopes, distances) in [
            (&OF_INPUTS[..inputs.len()], &self.by_input, inputs),
            (&OF_MIDDLE[..], &self.by_middle, middle),
        ] {
            let slopes = slopes.as_flattened().as_flattened();
            let all = evidence
                .chunks(SUMS)
                .zip(slopes.chunks(SUMS))
                .zip(distances.chunks(SUMS));
            for ((evidence, slopes), distances) in all {
                let own = evidence.iter().zip(slopes).zip(distances);
                for (sums, ((evidence, slope), &distance)) in sums.iter_mut().zip(own) {
                    sums[evidence.number_at(distance) % REASONS] += slope * distance;
                }
            }
        }
        let [a, b, c, d] = sums;
        let mut pulls = std::array::from_fn(|reason| a[reason] + b[reason] + c[reason] + d[reason]);
        // What says nothing.
        pulls[Reason::Usual as usize] = 0.0;
        pulls
    }

    /// Back through residual convolutions, by what each makes of the line itself.
    #[inline(always)]
    fn through<S: Simd>(&mut self, simd: S, layers: &[Layer], open: &[u64]) {
        for (layer, &open) in layers.iter().zip(open).rev() {
            layer.back(simd, open, &self.slopes, &mut self.more);
            add(&mut self.slopes, self.more.as_flattened().as_flattened());
        }
    }
}

fn add(slopes: &mut [f32], more: &[f32]) {
    for (slope, more) in slopes.iter_mut().zip(more) {
        *slope += more;
    }
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
