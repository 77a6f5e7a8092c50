//! From inputs to scores, keeping what the way back needs.

use std::ops::Range;

use ndarray::linalg::general_mat_mul;
use ndarray::{Array2, ArrayView1, Zip};

use super::Middle;
use super::batch::{Batch, Noise, resize, rows, rows_mut};
use super::parameters::{FIRST, KINDS, Layer, MEANS, Parameters, SECOND, TAPS};

/// Lines with more words weigh no more in the page context.
const MOST_CONTEXT_WORDS: f32 = 80.0;
/// Keeps a mean finite where all weights are 0.
const LEAST_WEIGHT: f32 = 1e-3;

/// A run of convolutions: the state before each and after the last, and the gate of each.
#[derive(Default)]
pub(super) struct Run {
    pub states: Vec<Array2<f32>>,
    pub gates: Vec<Array2<f32>>,
}

impl Run {
    fn resize(&mut self, convolutions: usize, rows: usize, hidden: usize) {
        self.states.resize_with(convolutions + 1, Default::default);
        self.gates.resize_with(convolutions, Default::default);
        for matrix in self.states.iter_mut().chain(&mut self.gates) {
            resize(matrix, rows, hidden);
        }
    }

    /// What came out of the last convolution.
    pub fn last(&self) -> &Array2<f32> {
        &self.states[self.gates.len()]
    }

    fn convolve(
        &mut self,
        layers: &[Layer],
        distances: &[usize],
        batch: &Batch,
        sums: &mut Array2<f32>,
        noise: &mut Noise,
    ) {
        for (index, (layer, &distance)) in layers.iter().zip(distances).enumerate() {
            let (before, after) = self.states.split_at_mut(index + 1);
            let (input, gate) = (&before[index], &mut self.gates[index]);
            let hidden = input.ncols();
            sums.assign(&layer.bias);
            for (tap, (source, target)) in taps(input.nrows(), distance).into_iter().enumerate() {
                let weight = rows(&layer.weight, &(tap * hidden..(tap + 1) * hidden));
                let mut target = rows_mut(sums, &target);
                general_mat_mul(1.0, &rows(input, &source), &weight, 1.0, &mut target);
            }
            open(gate, batch, noise);
            after[0].assign(input);
            add_active(&mut after[0], sums, gate);
        }
    }
}

/// Everything computed on the way forward. A gate is 0 where an output was not positive, dropped or of no page.
#[derive(Default)]
pub(super) struct Trace {
    pub dense_gate: Array2<f32>,
    pub first: Run,
    /// The first score of each row.
    pub first_score: Vec<f32>,
    /// The chance by the first score, taken as given: no gradient flows through it.
    pub chance: Vec<f32>,
    /// The share of each row in the means of its page.
    pub shares: Array2<f32>,
    /// The means of each page.
    pub means: Array2<f32>,
    pub context_gate: Array2<f32>,
    /// The state after the page context was added.
    pub informed: Array2<f32>,
    /// The middle inputs.
    pub middle: Array2<f32>,
    pub middle_gate: Array2<f32>,
    pub second: Run,
    /// The score of each row.
    pub score: Vec<f32>,
    /// What speaks for each kind, of each row.
    pub kinds: Array2<f32>,
    sums: Array2<f32>,
    context_sums: Array2<f32>,
    context: Array2<f32>,
}

impl Trace {
    /// Scores every row of a batch.
    pub fn run(&mut self, parameters: &Parameters, batch: &Batch, middle: Middle, noise: &mut Noise) {
        self.score_first(parameters, batch, noise);
        self.add_context(parameters, batch, noise);
        self.score_last(parameters, batch, middle, noise);
    }

    fn score_first(&mut self, parameters: &Parameters, batch: &Batch, noise: &mut Noise) {
        let (lines, hidden) = (batch.rows(), parameters.hidden());
        self.first.resize(FIRST.len(), lines, hidden);
        for matrix in [&mut self.sums, &mut self.dense_gate] {
            resize(matrix, lines, hidden);
        }
        apply(&parameters.dense, &batch.inputs, &mut self.sums);
        open(&mut self.dense_gate, batch, noise);
        self.first.states[0].fill(0.0);
        add_active(&mut self.first.states[0], &self.sums, &mut self.dense_gate);
        self.first
            .convolve(&parameters.first, &FIRST, batch, &mut self.sums, noise);
        self.first_score.clear();
        let Layer { weight, bias } = &parameters.first_score;
        self.first_score.extend(
            self.first
                .last()
                .dot(&weight.column(0))
                .iter()
                .map(|sum| sum + bias[0]),
        );
        self.chance.clear();
        self.chance
            .extend(self.first_score.iter().map(|&score| sigmoid(score)));
    }

    fn add_context(&mut self, parameters: &Parameters, batch: &Batch, noise: &mut Noise) {
        let (lines, hidden, pages) = (batch.rows(), parameters.hidden(), batch.spans.len());
        resize(&mut self.shares, lines, MEANS);
        resize(&mut self.means, pages, MEANS * hidden);
        for matrix in [&mut self.context, &mut self.context_sums, &mut self.context_gate] {
            resize(matrix, pages, hidden);
        }
        let state = self.first.last();
        self.shares.fill(0.0);
        for (span, mut means) in batch.spans.iter().zip(self.means.rows_mut()) {
            let mut shares = rows_mut(&mut self.shares, span);
            for (mut row, line) in shares.rows_mut().into_iter().zip(span.clone()) {
                let (chance, root) = (
                    self.chance[line],
                    batch.words[line].min(MOST_CONTEXT_WORDS).sqrt(),
                );
                row.assign(&ArrayView1::from(&[1.0, chance * root, 1.0 - chance]));
            }
            for mut column in shares.columns_mut() {
                let sum = column.sum() + LEAST_WEIGHT;
                column /= sum;
            }
            let lines = rows(state, span);
            for (share, mut mean) in shares.columns().into_iter().zip(means.exact_chunks_mut(hidden)) {
                mean.fill(0.0);
                for (&share, line) in share.iter().zip(lines.rows()) {
                    mean.scaled_add(share, &line);
                }
            }
        }
        apply(&parameters.context, &self.means, &mut self.context_sums);
        noise.gate(values(&mut self.context_gate));
        self.context.fill(0.0);
        add_active(&mut self.context, &self.context_sums, &mut self.context_gate);
        self.informed.clone_from(state);
        for (span, context) in batch.spans.iter().zip(self.context.rows()) {
            let mut lines = rows_mut(&mut self.informed, span);
            lines += &context;
        }
    }

    fn score_last(&mut self, parameters: &Parameters, batch: &Batch, middle: Middle, noise: &mut Noise) {
        let (lines, hidden) = (batch.rows(), parameters.hidden());
        resize(&mut self.middle, lines, parameters.middle_inputs());
        resize(&mut self.middle_gate, lines, hidden);
        self.second.resize(SECOND.len(), lines, hidden);
        self.middle.fill(0.0);
        self.middle_gate.fill(0.0);
        for (span, &page) in batch.spans.iter().zip(&batch.pages) {
            let given = middle(page, &self.chance[span.clone()]);
            values_of(&mut self.middle, span).copy_from_slice(&given);
            values_of(&mut self.middle_gate, span).fill(1.0);
        }
        apply(&parameters.middle, &self.middle, &mut self.sums);
        self.second.states[0].assign(&self.informed);
        add_active(&mut self.second.states[0], &self.sums, &mut self.middle_gate);
        self.second
            .convolve(&parameters.second, &SECOND, batch, &mut self.sums, noise);
        let Layer { weight, bias } = &parameters.score;
        let (own, looked) = weight.column(0).split_at(ndarray::Axis(0), hidden);
        let (own, looked) = (self.informed.dot(&own), self.second.last().dot(&looked));
        self.score.clear();
        self.score.extend(
            own.iter()
                .zip(&looked)
                .map(|(own, looked)| own + looked + bias[0]),
        );
        resize(&mut self.kinds, lines, KINDS);
        self.kinds.assign(&parameters.kind.bias);
        let own = rows(&parameters.kind.weight, &(0..hidden));
        general_mat_mul(1.0, &self.informed, &own, 1.0, &mut self.kinds);
        let looked = rows(&parameters.kind.weight, &(hidden..2 * hidden));
        general_mat_mul(1.0, self.second.last(), &looked, 1.0, &mut self.kinds);
    }
}

/// For each tap of a convolution, from which rows it reads and to which it adds: above, the row itself, below.
pub(super) fn taps(rows: usize, distance: usize) -> [(Range<usize>, Range<usize>); TAPS] {
    let distance = distance.min(rows);
    let (upper, lower) = (0..rows - distance, distance..rows);
    [(upper.clone(), lower.clone()), (0..rows, 0..rows), (lower, upper)]
}

/// The chance that a score stands for.
pub(super) fn sigmoid(score: f32) -> f32 {
    1.0 / (1.0 + (-score).exp())
}

fn apply(layer: &Layer, inputs: &Array2<f32>, sums: &mut Array2<f32>) {
    sums.assign(&layer.bias);
    general_mat_mul(1.0, inputs, &layer.weight, 1.0, sums);
}

/// Opens a gate for the rows of pages, except where noise drops an output.
fn open(gate: &mut Array2<f32>, batch: &Batch, noise: &mut Noise) {
    gate.fill(0.0);
    for span in &batch.spans {
        noise.gate(values_of(gate, span));
    }
}

/// Adds what is positive of `sums` through `gate` to `state`; the gate closes where a sum is not positive.
fn add_active(state: &mut Array2<f32>, sums: &Array2<f32>, gate: &mut Array2<f32>) {
    Zip::from(state)
        .and(sums)
        .and(gate)
        .for_each(|state, &sum, gate| {
            *gate = if sum > 0.0 { *gate } else { 0.0 };
            *state += sum * *gate;
        });
}

fn values(matrix: &mut Array2<f32>) -> &mut [f32] {
    matrix.as_slice_mut().expect("a matrix of its own, row by row")
}

/// The values of some rows.
fn values_of<'a>(matrix: &'a mut Array2<f32>, rows: &Range<usize>) -> &'a mut [f32] {
    let columns = matrix.ncols();
    &mut values(matrix)[rows.start * columns..rows.end * columns]
}
