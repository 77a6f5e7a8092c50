//! Steps down the slopes: `AdamW`, its rate, and the running mean of the parameters.

use std::f32::consts::PI;

use super::parameters::Parameters;

const FIRST_DECAY: f32 = 0.9;
const SECOND_DECAY: f32 = 0.999;
const EPSILON: f32 = 1e-8;
/// Each step takes this share of the rate off every parameter.
const WEIGHT_DECAY: f32 = 0.1;
/// A longer gradient is cut to this length.
const LONGEST_GRADIENT: f32 = 1.0;
const FIRST_RATE: f32 = 1e-4;
const PEAK_RATE: f32 = 3e-3;
const LAST_RATE: f32 = 1e-5;
/// How many epochs the rate rises.
const WARM_UP: f32 = 0.5;
/// How much of the running mean stays at each step.
const MEAN_DECAY: f32 = 0.99;

/// The rate after `passed` of `epochs` epochs.
pub(super) fn rate(passed: f32, epochs: f32) -> f32 {
    if passed < WARM_UP {
        return FIRST_RATE + (PEAK_RATE - FIRST_RATE) * passed / WARM_UP;
    }
    let share = ((passed - WARM_UP) / (epochs - WARM_UP)).min(1.0);
    LAST_RATE + (PEAK_RATE - LAST_RATE) * (1.0 + (PI * share).cos()) / 2.0
}

/// Running means of gradients and of their squares.
pub(super) struct AdamW {
    steps: i32,
    mean: Parameters,
    square: Parameters,
}

impl AdamW {
    pub fn new(parameters: &Parameters) -> Self {
        Self {
            steps: 0,
            mean: parameters.zeros_like(),
            square: parameters.zeros_like(),
        }
    }

    /// Moves the parameters against the gradient.
    pub fn step(&mut self, parameters: &mut Parameters, gradient: &Parameters, rate: f32) {
        let squares = gradient.slices().flatten().map(|value| value * value);
        let length = squares.sum::<f32>().sqrt();
        let cut = if length > LONGEST_GRADIENT {
            LONGEST_GRADIENT / length
        } else {
            1.0
        };
        self.steps += 1;
        // The means start at 0: this takes that out of them.
        let (first, second) = (
            1.0 - FIRST_DECAY.powi(self.steps),
            1.0 - SECOND_DECAY.powi(self.steps),
        );
        let moments = self.mean.slices_mut().zip(self.square.slices_mut());
        for ((values, slopes), (means, squares)) in
            parameters.slices_mut().zip(gradient.slices()).zip(moments)
        {
            let moments = means.iter_mut().zip(squares);
            for ((value, slope), (mean, square)) in values.iter_mut().zip(slopes).zip(moments) {
                let slope = cut * slope;
                *mean = FIRST_DECAY * *mean + (1.0 - FIRST_DECAY) * slope;
                *square = SECOND_DECAY * *square + (1.0 - SECOND_DECAY) * slope * slope;
                let step = (*mean / first) / ((*square / second).sqrt() + EPSILON);
                *value -= rate * (step + WEIGHT_DECAY * *value);
            }
        }
    }
}

/// Moves the running mean towards the parameters.
pub(super) fn follow(mean: &mut Parameters, parameters: &Parameters) {
    for (means, values) in mean.slices_mut().zip(parameters.slices()) {
        for (mean, value) in means.iter_mut().zip(values) {
            *mean = MEAN_DECAY * *mean + (1.0 - MEAN_DECAY) * value;
        }
    }
}
