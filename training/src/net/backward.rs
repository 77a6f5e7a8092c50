//! From the slopes of the loss by the scores to its slopes by the parameters.

use ndarray::linalg::general_mat_mul;
use ndarray::{Array1, Array2, ArrayView1, Axis, Zip};

use super::batch::{Batch, resize, rows, rows_mut};
use super::forward::{Run, Trace, taps};
use super::loss::Slopes;
use super::parameters::{FIRST, Layer, Parameters, SECOND};

/// Memory for the way back.
#[derive(Default)]
pub(super) struct Backward {
    /// The slope by the state of the first run.
    state: Array2<f32>,
    /// The slope by the state of the second run.
    second: Array2<f32>,
    /// The slope by the sums of a layer, before they were made active.
    sums: Array2<f32>,
    context: Array2<f32>,
    means: Array2<f32>,
}

impl Backward {
    /// Writes into `gradient` the slopes of the loss, given its slopes by what comes out of each row.
    pub fn run(
        &mut self,
        parameters: &Parameters,
        batch: &Batch,
        trace: &Trace,
        slopes: &Slopes,
        gradient: &mut Parameters,
    ) {
        let (lines, hidden) = (batch.rows(), parameters.hidden());
        let Slopes {
            by_first,
            by_last,
            kinds,
        } = slopes;
        for matrix in [&mut self.state, &mut self.second, &mut self.sums] {
            resize(matrix, lines, hidden);
        }
        self.state.fill(0.0);
        self.second.fill(0.0);
        let (own, looked) = parameters.score.weight.column(0).split_at(Axis(0), hidden);
        spread(by_last, &own, &mut self.state);
        spread(by_last, &looked, &mut self.second);
        let (mut own, mut looked) = gradient.score.weight.view_mut().split_at(Axis(0), hidden);
        own.column_mut(0).assign(&weigh(by_last, &trace.informed));
        looked.column_mut(0).assign(&weigh(by_last, trace.second.last()));
        gradient.score.bias.fill(by_last.iter().sum());
        self.kinds(parameters, trace, kinds, &mut gradient.kind);

        back(
            &parameters.second,
            &SECOND,
            &trace.second,
            &mut self.second,
            &mut self.sums,
            &mut gradient.second,
        );
        close(&self.second, &trace.middle_gate, &mut self.sums);
        by_layer(&trace.middle, &self.sums, &mut gradient.middle);
        self.state += &self.second;

        self.context(parameters, batch, trace, &mut gradient.context);

        spread(
            by_first,
            &parameters.first_score.weight.column(0),
            &mut self.state,
        );
        gradient
            .first_score
            .weight
            .column_mut(0)
            .assign(&weigh(by_first, trace.first.last()));
        gradient.first_score.bias.fill(by_first.iter().sum());
        back(
            &parameters.first,
            &FIRST,
            &trace.first,
            &mut self.state,
            &mut self.sums,
            &mut gradient.first,
        );
        close(&self.state, &trace.dense_gate, &mut self.sums);
        by_layer(&batch.inputs, &self.sums, &mut gradient.dense);
    }

    fn kinds(&mut self, parameters: &Parameters, trace: &Trace, slopes: &Array2<f32>, gradient: &mut Layer) {
        let hidden = parameters.hidden();
        let halves = [
            (&mut self.state, &trace.informed, 0..hidden),
            (&mut self.second, trace.second.last(), hidden..2 * hidden),
        ];
        for (state, made, part) in halves {
            let weight = rows(&parameters.kind.weight, &part);
            general_mat_mul(1.0, slopes, &weight.t(), 1.0, state);
            let mut gradient = rows_mut(&mut gradient.weight, &part);
            general_mat_mul(1.0, &made.t(), slopes, 0.0, &mut gradient);
        }
        gradient.bias.assign(&slopes.sum_axis(Axis(0)));
    }

    fn context(&mut self, parameters: &Parameters, batch: &Batch, trace: &Trace, gradient: &mut Layer) {
        let hidden = parameters.hidden();
        resize(&mut self.context, batch.spans.len(), hidden);
        resize(&mut self.means, batch.spans.len(), trace.means.ncols());
        for (span, mut context) in batch.spans.iter().zip(self.context.rows_mut()) {
            context.assign(&rows(&self.state, span).sum_axis(Axis(0)));
        }
        self.context *= &trace.context_gate;
        by_layer(&trace.means, &self.context, gradient);
        general_mat_mul(
            1.0,
            &self.context,
            &parameters.context.weight.t(),
            0.0,
            &mut self.means,
        );
        for (span, means) in batch.spans.iter().zip(self.means.rows()) {
            let means = means
                .to_shape((means.len() / hidden, hidden))
                .expect("means of all channels");
            let shares = rows(&trace.shares, span);
            general_mat_mul(1.0, &shares, &means, 1.0, &mut rows_mut(&mut self.state, span));
        }
    }
}

/// The way back through a run of convolutions: `state` is the slope by what came out, and becomes that by what went in.
fn back(
    layers: &[Layer],
    distances: &[usize],
    run: &Run,
    state: &mut Array2<f32>,
    sums: &mut Array2<f32>,
    gradients: &mut [Layer],
) {
    let (lines, hidden) = state.dim();
    let steps = layers
        .iter()
        .zip(distances)
        .zip(gradients)
        .zip(run.states.iter().zip(&run.gates));
    for (((layer, &distance), gradient), (input, gate)) in steps.rev() {
        close(state, gate, sums);
        gradient.bias.assign(&sums.sum_axis(Axis(0)));
        for (tap, (source, target)) in taps(lines, distance).into_iter().enumerate() {
            let part = tap * hidden..(tap + 1) * hidden;
            let (input, sums) = (rows(input, &source), rows(sums, &target));
            general_mat_mul(
                1.0,
                &input.t(),
                &sums,
                0.0,
                &mut rows_mut(&mut gradient.weight, &part),
            );
            let mut state = rows_mut(state, &source);
            general_mat_mul(1.0, &sums, &rows(&layer.weight, &part).t(), 1.0, &mut state);
        }
    }
}

/// The slope by the sums of a layer, given that by what it added to a state.
fn close(state: &Array2<f32>, gate: &Array2<f32>, sums: &mut Array2<f32>) {
    Zip::from(sums)
        .and(state)
        .and(gate)
        .for_each(|sum, &state, &gate| *sum = state * gate);
}

/// The slopes by a layer, given those by its sums.
fn by_layer(inputs: &Array2<f32>, sums: &Array2<f32>, gradient: &mut Layer) {
    general_mat_mul(1.0, &inputs.t(), sums, 0.0, &mut gradient.weight);
    gradient.bias.assign(&sums.sum_axis(Axis(0)));
}

/// Adds `weights` times the slope of each row to that row.
fn spread(slopes: &[f32], weights: &ArrayView1<f32>, state: &mut Array2<f32>) {
    for (&slope, mut row) in slopes.iter().zip(state.rows_mut()) {
        if slope != 0.0 {
            row.scaled_add(slope, weights);
        }
    }
}

/// The sum of the rows, each times its slope.
fn weigh(slopes: &[f32], state: &Array2<f32>) -> Array1<f32> {
    let mut sum = Array1::zeros(state.ncols());
    for (&slope, row) in slopes.iter().zip(state.rows()) {
        if slope != 0.0 {
            sum.scaled_add(slope, &row);
        }
    }
    sum
}
