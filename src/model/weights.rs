//! The weights: a file that the trainer writes, and what it means.
//!
//! The file, all numbers little-endian: the bytes `CDN2`; as `u32` how many inputs, middle inputs and hidden values
//! there are; the mean and the inverse deviation of each input as `f32`; then the layers in the order of [`Layer`]s in
//! [`Weights`]. A layer is its weights as `i8`, row by row, a row for each value that goes in; for each value that
//! comes out the `f32` that its weights are multiplied with; and for each its bias as `f32`.

use std::ops::Range;
use std::sync::LazyLock;

use super::KINDS;
use super::layer::Layer;
use super::middle::MIDDLE_INPUTS;

/// The first bytes of the file, with the version of its form.
const MAGIC: &[u8; 4] = b"CDN2";

/// How far apart the lines are that each convolution before the middle looks at.
pub const FIRST: [usize; 5] = [1, 2, 4, 8, 16];

/// The same after the middle.
pub const SECOND: [usize; 3] = [1, 3, 9];

/// The weights that ship.
pub static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    Weights::read(include_bytes!("weights.bin")).expect("the committed weights are those of this version")
});

/// Those for pages that come with markup.
pub static MARKUP_WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    Weights::read(include_bytes!("markup-weights.bin"))
        .expect("the committed weights are those of this version")
});

/// Everything that was learned.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    /// How many values each line has between the layers.
    pub hidden: usize,
    /// The mean of each input.
    pub means: Vec<f32>,
    /// One over the deviation of each input.
    pub scales: Vec<f32>,
    /// From the inputs to the hidden values.
    pub input: Layer,
    /// A line among those so far from it, see [`FIRST`].
    pub first: Vec<Layer>,
    /// The first score.
    pub first_score: Layer,
    /// From three means over the page to the hidden values.
    pub page: Layer,
    /// From the middle inputs to the hidden values.
    pub middle: Layer,
    /// A line among those so far from it, see [`SECOND`].
    pub second: Vec<Layer>,
    /// The score.
    pub score: Layer,
    /// What speaks for each kind.
    pub kind: Layer,
}

impl Weights {
    /// The weights in `bytes`; none where these are no file of this version.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes.strip_prefix(MAGIC)?);
        let [inputs, middle_inputs, hidden] = [reader.number()?, reader.number()?, reader.number()?];
        // A line has a bit for each hidden value, see `explain.rs`.
        if inputs == 0 || !(1..=64).contains(&hidden) || middle_inputs != MIDDLE_INPUTS {
            return None;
        }
        let means = reader.floats(inputs)?;
        let scales = reader.floats(inputs)?;
        let weights = Self {
            hidden,
            means,
            scales,
            input: reader.layer(inputs, hidden, 0..inputs)?,
            first: reader.convolutions(FIRST.len(), hidden)?,
            first_score: reader.layer(hidden, 1, 0..0)?,
            page: reader.layer(3 * hidden, hidden, 0..0)?,
            middle: reader.layer(middle_inputs, hidden, 0..middle_inputs)?,
            second: reader.convolutions(SECOND.len(), hidden)?,
            score: reader.layer(2 * hidden, 1, 0..0)?,
            kind: reader.layer(2 * hidden, KINDS, 0..0)?,
        };
        reader.0.is_empty().then_some(weights)
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<usize> {
        let bytes = self.take(4)?.try_into().ok()?;
        usize::try_from(u32::from_le_bytes(bytes)).ok()
    }

    fn floats(&mut self, count: usize) -> Option<Vec<f32>> {
        let floats = self.take(4 * count)?.as_chunks().0;
        Some(floats.iter().map(|&bytes| f32::from_le_bytes(bytes)).collect())
    }

    fn layer(&mut self, ins: usize, outs: usize, back: Range<usize>) -> Option<Layer> {
        let small = self.take(ins * outs)?;
        let scales = self.floats(outs)?;
        let biases = self.floats(outs)?;
        let weights = small.iter().zip(scales.iter().cycle());
        let weights: Vec<f32> = weights
            .map(|(&byte, scale)| f32::from(byte.cast_signed()) * scale)
            .collect();
        Some(Layer::new(&weights, &biases, back))
    }

    /// The way back through these leads to what each made of the line itself.
    fn convolutions(&mut self, count: usize, hidden: usize) -> Option<Vec<Layer>> {
        (0..count)
            .map(|_| self.layer(3 * hidden, hidden, hidden..2 * hidden))
            .collect()
    }
}
