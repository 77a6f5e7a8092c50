//! Pages laid one below another in one matrix, with the noise of training.

use std::ops::Range;

use ndarray::{Array2, ArrayView2, ArrayViewMut2, Axis, Slice};
use rand::RngExt as _;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

use super::Page;

/// Empty rows between two pages: the farthest look of a convolution, so that none sees another page.
pub(super) const GAP: usize = 16;

/// What training adds so that the network does not lean on single numbers.
pub(super) struct Noise {
    pub rng: ChaCha8Rng,
    /// The deviation of what is added to each input.
    pub input: f32,
    /// The chance that an input is 0 for a whole page.
    pub input_dropout: f32,
    /// Inputs that are 0 for a whole page together, and the chance of that.
    pub groups: Vec<Vec<usize>>,
    pub group_dropout: f32,
    /// The chance that an output of a layer is 0.
    pub dropout: f32,
}

impl Noise {
    /// As it is for scoring.
    pub fn none() -> Self {
        let rng = rand::SeedableRng::seed_from_u64(0);
        Self {
            rng,
            input: 0.0,
            input_dropout: 0.0,
            groups: Vec::new(),
            group_dropout: 0.0,
            dropout: 0.0,
        }
    }

    /// Fills a gate: 0 where an output is dropped, else what keeps the mean of the outputs.
    pub fn gate(&mut self, gate: &mut [f32]) {
        if self.dropout <= 0.0 {
            gate.fill(1.0);
            return;
        }
        let kept = 1.0 / (1.0 - self.dropout);
        let limit = (f64::from(self.dropout) * f64::from(u32::MAX)) as u32;
        for value in gate {
            *value = if self.rng.random::<u32>() < limit {
                0.0
            } else {
                kept
            };
        }
    }
}

/// Some pages as rows. Rows that belong to no page are 0.
#[derive(Default)]
pub(super) struct Batch {
    /// The index of each page among those given.
    pub pages: Vec<usize>,
    /// The rows of each page.
    pub spans: Vec<Range<usize>>,
    /// The inputs, a row a line.
    pub inputs: Array2<f32>,
    /// The words of each row.
    pub words: Vec<f32>,
    kept: Vec<f32>,
}

impl Batch {
    pub fn rows(&self) -> usize {
        self.inputs.nrows()
    }

    /// Takes the first `longest` lines of each of `members`.
    pub fn fill<'a>(
        &mut self,
        members: impl Iterator<Item = (usize, &'a Page)>,
        inputs: usize,
        longest: usize,
        noise: &mut Noise,
    ) {
        self.pages.clear();
        self.spans.clear();
        self.words.clear();
        let mut sources = Vec::new();
        let mut rows = 0;
        for (index, page) in members {
            assert_eq!(
                page.inputs.len(),
                page.words.len() * inputs,
                "page {index}: inputs of each line"
            );
            let start = if self.spans.is_empty() { 0 } else { rows + GAP };
            rows = start + page.words.len().min(longest);
            self.pages.push(index);
            self.spans.push(start..rows);
            self.words.resize(start, 0.0);
            self.words.extend(&page.words[..rows - start]);
            sources.push(&page.inputs);
        }
        resize(&mut self.inputs, rows, inputs);
        self.inputs.fill(0.0);
        for (span, source) in self.spans.iter().zip(sources) {
            let mut target = rows_mut(&mut self.inputs, span);
            let Some(target) = target.as_slice_mut() else {
                continue;
            };
            target.copy_from_slice(&source[..target.len()]);
            disturb(target, inputs, noise, &mut self.kept);
        }
    }
}

/// Adds the noise of inputs to one page.
fn disturb(page: &mut [f32], inputs: usize, noise: &mut Noise, kept: &mut Vec<f32>) {
    if noise.input > 0.0 {
        for value in &mut *page {
            let normal: f32 = StandardNormal.sample(&mut noise.rng);
            *value += noise.input * normal;
        }
    }
    if noise.input_dropout > 0.0 {
        kept.clear();
        let chance = noise.input_dropout;
        kept.extend((0..inputs).map(|_| {
            if noise.rng.random::<f32>() < chance {
                0.0
            } else {
                1.0
            }
        }));
        for group in &noise.groups {
            if noise.rng.random::<f32>() < noise.group_dropout {
                for &input in group {
                    kept[input] = 0.0;
                }
            }
        }
        for row in page.chunks_exact_mut(inputs) {
            for (value, kept) in row.iter_mut().zip(&*kept) {
                *value *= kept;
            }
        }
    }
}

/// Gives `matrix` a shape, in the memory that it has where that is enough. The values are of no meaning.
pub(super) fn resize(matrix: &mut Array2<f32>, rows: usize, columns: usize) {
    if matrix.dim() != (rows, columns) {
        let (mut values, _) = std::mem::take(matrix).into_raw_vec_and_offset();
        values.resize(rows * columns, 0.0);
        *matrix = Array2::from_shape_vec((rows, columns), values).expect("as many values as the shape has");
    }
}

/// Some rows of a matrix. (The macro of `ndarray` for this allows itself unsafe code, which is forbidden here.)
pub(super) fn rows<'a>(matrix: &'a Array2<f32>, rows: &Range<usize>) -> ArrayView2<'a, f32> {
    matrix.slice_axis(Axis(0), Slice::from(rows.clone()))
}

/// Some rows of a matrix, to write to.
pub(super) fn rows_mut<'a>(matrix: &'a mut Array2<f32>, rows: &Range<usize>) -> ArrayViewMut2<'a, f32> {
    matrix.slice_axis_mut(Axis(0), Slice::from(rows.clone()))
}
