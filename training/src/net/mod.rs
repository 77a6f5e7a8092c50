//! The training of a small network that scores the lines of a page.
//!
//! Lines become channels; convolutions look at the lines around; a first score weighs the lines for a summary of the
//! page, and lets the caller compute further inputs from it; more convolutions lead to the score. Training runs on one
//! thread, and the same pages and settings give the same bits (on processors with the same vector instructions).

mod backward;
mod batch;
mod forward;
mod loss;
#[cfg(test)]
mod naive;
mod optimizer;
mod parameters;
#[cfg(test)]
mod tests;

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

use backward::Backward;
use batch::{Batch, Noise};
use forward::Trace;
use loss::Slopes;
use optimizer::{AdamW, follow, rate};
pub use parameters::{FIRST, Parameters, SECOND};

/// A page to train on or to score.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// The inputs of the first line, then of the second and so on, standardized.
    pub inputs: Vec<f32>,
    /// The words of each line.
    pub words: Vec<f32>,
    /// Whether each line is content, where that is known. For scoring, this may be empty.
    pub labels: Vec<Option<bool>>,
    /// The number of the kind of each line, where that is known. For scoring, this may be empty.
    pub kinds: Vec<Option<usize>>,
    /// Whether the labels hold for the page as a whole, so that its F1 can be computed.
    pub whole: bool,
}

/// Computes the inputs that follow the first score, given the index of a page and the chance of each of its lines:
/// one line's inputs after the other's. In training, the lines past [`Settings::longest_page`] are left out.
pub type Middle<'a> = &'a (dyn Fn(usize, &[f32]) -> Vec<f32> + Sync);

/// How to train.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// The number of channels.
    pub hidden: usize,
    /// How often each page is seen.
    pub epochs: usize,
    /// What all random choices follow from.
    pub seed: u64,
    /// A batch takes pages until it has as many lines.
    pub lines_per_batch: usize,
    /// Of a longer page only as many lines are trained on.
    pub longest_page: usize,
    /// The deviation of the noise added to each input.
    pub input_noise: f32,
    /// The chance that an input is 0 for a whole page.
    pub input_dropout: f32,
    /// Inputs that are 0 for a whole page together.
    pub groups: Vec<Vec<usize>>,
    /// The chance of that, for each group.
    pub group_dropout: f32,
    /// The chance that an output of a layer is 0.
    pub dropout: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            hidden: 30,
            epochs: 14,
            seed: 1,
            lines_per_batch: 3072,
            longest_page: 1500,
            input_noise: 0.1,
            input_dropout: 0.1,
            groups: Vec::new(),
            group_dropout: 0.2,
            dropout: 0.3,
        }
    }
}

/// Where training is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Progress {
    /// The epoch, from 0.
    pub epoch: usize,
    /// The batch of the epoch that was just done, from 0.
    pub batch: usize,
    /// How many batches the epoch has.
    pub batches: usize,
    /// The loss of the batch before the step.
    pub loss: f32,
}

/// Trains a network on `pages` with `inputs` numbers a line and `middle_inputs` from `middle`, which is given
/// indexes into `pages`. The result is a running mean over the last steps.
///
/// # Panics
///
/// Where a page or `middle` gives another count of numbers than its lines ask for.
pub fn train(
    pages: &[Page],
    inputs: usize,
    middle_inputs: usize,
    middle: Middle,
    settings: &Settings,
    progress: &mut dyn FnMut(Progress),
) -> Parameters {
    let mut noise = Noise {
        rng: ChaCha8Rng::seed_from_u64(settings.seed),
        input: settings.input_noise,
        input_dropout: settings.input_dropout,
        groups: settings.groups.clone(),
        group_dropout: settings.group_dropout,
        dropout: settings.dropout,
    };
    let mut parameters = Parameters::random(inputs, settings.hidden, middle_inputs, &mut noise.rng);
    let (mut gradient, mut optimizer) = (parameters.zeros_like(), AdamW::new(&parameters));
    let mut mean = parameters.clone();
    let (mut batch, mut trace) = (Batch::default(), Trace::default());
    let (mut slopes, mut backward) = (Slopes::default(), Backward::default());
    let mut order: Vec<usize> = (0..pages.len()).collect();
    for epoch in 0..settings.epochs {
        order.shuffle(&mut noise.rng);
        let batches = batches(&order, pages, settings);
        for (number, members) in batches.iter().enumerate() {
            let members = members.iter().map(|&page| (page, &pages[page]));
            batch.fill(members, inputs, settings.longest_page, &mut noise);
            trace.run(&parameters, &batch, middle, &mut noise);
            let loss = slopes.loss(pages, &batch, &trace);
            backward.run(&parameters, &batch, &trace, &slopes, &mut gradient);
            let passed = epoch as f32 + number as f32 / batches.len() as f32;
            optimizer.step(&mut parameters, &gradient, rate(passed, settings.epochs as f32));
            if epoch > 0 {
                follow(&mut mean, &parameters);
            }
            progress(Progress {
                epoch,
                batch: number,
                batches: batches.len(),
                loss,
            });
        }
        if epoch == 0 {
            // The first steps lead far from the start, which has no place in the mean.
            mean.clone_from(&parameters);
        }
    }
    mean
}

/// Splits `order` into batches, each with pages until it has enough lines.
fn batches<'a>(order: &'a [usize], pages: &[Page], settings: &Settings) -> Vec<&'a [usize]> {
    let (mut batches, mut start, mut lines) = (Vec::new(), 0, 0);
    for (end, &page) in order.iter().enumerate() {
        lines += pages[page].words.len().min(settings.longest_page);
        if lines >= settings.lines_per_batch {
            batches.push(&order[start..=end]);
            (start, lines) = (end + 1, 0);
        }
    }
    if start < order.len() {
        batches.push(&order[start..]);
    }
    batches
}

impl Parameters {
    /// The score of each line of a page: the logit of the chance that it is content. `middle` is given `index`.
    ///
    /// # Panics
    ///
    /// Where the page or `middle` gives another count of numbers than its lines ask for.
    pub fn scores(&self, page: &Page, index: usize, middle: Middle) -> Vec<f32> {
        let (mut batch, mut trace, mut noise) = (Batch::default(), Trace::default(), Noise::none());
        batch.fill([(index, page)].into_iter(), self.inputs(), usize::MAX, &mut noise);
        trace.run(self, &batch, middle, &mut noise);
        trace.score
    }
}
