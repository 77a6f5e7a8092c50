//! The numbers that training finds, by layer.

use ndarray::{Array1, Array2, Axis};
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, StandardNormal};

pub use copydesk::training::{FIRST, KINDS, SECOND};

/// A convolution sees a line and one line on either side.
pub(super) const TAPS: usize = 3;
/// The page context has three weighted means of the page.
pub(super) const MEANS: usize = 3;
/// The variance of a first weight, times the inputs of its layer.
const GAIN: f32 = 1.6;
/// Residual branches start small, so that their sum does not outgrow the first layer.
const CONVOLUTION_SCALE: f32 = 0.5;
/// Scores start near 0, which is near an even chance.
const SCORE_SCALE: f32 = 0.3;
const CONTEXT_SCALE: f32 = 0.3;

/// A matrix from inputs to outputs, and what is added to each output.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Layer {
    pub weight: Array2<f32>,
    pub bias: Array1<f32>,
}

impl Layer {
    fn zeros(inputs: usize, outputs: usize) -> Self {
        Self {
            weight: Array2::zeros((inputs, outputs)),
            bias: Array1::zeros(outputs),
        }
    }

    fn draw(&mut self, scale: f32, rng: &mut ChaCha8Rng) {
        let deviation = scale * (GAIN / self.weight.nrows() as f32).sqrt();
        self.weight.mapv_inplace(|_| {
            let normal: f32 = StandardNormal.sample(rng);
            deviation * normal
        });
    }
}

/// All weights and biases of a network. Gradients and running means have the same form.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    pub(super) dense: Layer,
    pub(super) first: Vec<Layer>,
    pub(super) first_score: Layer,
    pub(super) context: Layer,
    pub(super) middle: Layer,
    pub(super) second: Vec<Layer>,
    pub(super) score: Layer,
    pub(super) kind: Layer,
}

impl Parameters {
    /// A network of zeros with `inputs` numbers a line, `hidden` channels and `middle` inputs after the first score.
    pub(super) fn zeros(inputs: usize, hidden: usize, middle: usize) -> Self {
        let convolutions = |distances: &[usize]| {
            distances
                .iter()
                .map(|_| Layer::zeros(TAPS * hidden, hidden))
                .collect()
        };
        Self {
            dense: Layer::zeros(inputs, hidden),
            first: convolutions(&FIRST),
            first_score: Layer::zeros(hidden, 1),
            context: Layer::zeros(MEANS * hidden, hidden),
            middle: Layer::zeros(middle, hidden),
            second: convolutions(&SECOND),
            score: Layer::zeros(2 * hidden, 1),
            kind: Layer::zeros(2 * hidden, KINDS),
        }
    }

    /// A network to start training from: random weights, biases of 0.
    pub(super) fn random(inputs: usize, hidden: usize, middle: usize, rng: &mut ChaCha8Rng) -> Self {
        let mut new = Self::zeros(inputs, hidden, middle);
        new.dense.draw(1.0, rng);
        for layer in new.first.iter_mut().chain(&mut new.second) {
            layer.draw(CONVOLUTION_SCALE, rng);
        }
        new.first_score.draw(SCORE_SCALE, rng);
        new.context.draw(CONTEXT_SCALE, rng);
        new.middle.draw(1.0, rng);
        new.score.draw(SCORE_SCALE, rng);
        new.kind.draw(SCORE_SCALE, rng);
        new
    }

    /// A network of zeros of the same form.
    pub(super) fn zeros_like(&self) -> Self {
        Self::zeros(self.inputs(), self.hidden(), self.middle_inputs())
    }

    /// How many numbers describe a line.
    pub fn inputs(&self) -> usize {
        self.dense.weight.nrows()
    }

    /// How many channels the network has.
    pub fn hidden(&self) -> usize {
        self.dense.weight.ncols()
    }

    /// How many numbers a line gets after its first score.
    pub fn middle_inputs(&self) -> usize {
        self.middle.weight.nrows()
    }

    /// Makes of each score `slope` times as much and `offset` more.
    pub fn calibrate(&mut self, [slope, offset]: [f64; 2]) {
        let Layer { weight, bias } = &mut self.score;
        weight.mapv_inplace(|value| (slope * f64::from(value)) as f32);
        bias.mapv_inplace(|value| (slope * f64::from(value) + offset) as f32);
    }

    fn layers(&self) -> impl Iterator<Item = &Layer> {
        let Self {
            dense,
            first,
            first_score,
            context,
            middle,
            second,
            score,
            kind,
        } = self;
        [dense]
            .into_iter()
            .chain(first)
            .chain([first_score, context, middle])
            .chain(second)
            .chain([score, kind])
    }

    fn layers_mut(&mut self) -> impl Iterator<Item = &mut Layer> {
        let Self {
            dense,
            first,
            first_score,
            context,
            middle,
            second,
            score,
            kind,
        } = self;
        [dense]
            .into_iter()
            .chain(first)
            .chain([first_score, context, middle])
            .chain(second)
            .chain([score, kind])
    }

    /// The names of the layers, in the order of [`Self::layers`].
    fn names() -> impl Iterator<Item = String> {
        let numbered = |name: &'static str, distances: &'static [usize]| {
            distances.iter().map(move |distance| format!("{name}.{distance}"))
        };
        let plain = |names: &'static [&'static str]| names.iter().map(|&name| name.to_owned());
        plain(&["dense"])
            .chain(numbered("first", &FIRST))
            .chain(plain(&["first_score", "context", "middle"]))
            .chain(numbered("second", &SECOND))
            .chain(plain(&["score", "kind"]))
    }

    /// All numbers as slices, in the order of [`Self::tensors`].
    pub(super) fn slices(&self) -> impl Iterator<Item = &[f32]> {
        self.layers()
            .flat_map(|layer| [layer.weight.as_slice(), layer.bias.as_slice()])
            .flatten()
    }

    /// All numbers as slices, in the order of [`Self::tensors`].
    pub(super) fn slices_mut(&mut self) -> impl Iterator<Item = &mut [f32]> {
        self.layers_mut()
            .flat_map(|layer| [layer.weight.as_slice_mut(), layer.bias.as_slice_mut()])
            .flatten()
    }

    /// Every weight (inputs × outputs) and bias (1 × outputs) with its name, always in the same order.
    pub fn tensors(&self) -> Vec<(String, Array2<f32>)> {
        Self::names()
            .zip(self.layers())
            .flat_map(|(name, Layer { weight, bias })| {
                [
                    (format!("{name}.weight"), weight.clone()),
                    (format!("{name}.bias"), bias.clone().insert_axis(Axis(0))),
                ]
            })
            .collect()
    }

    /// The network with these tensors, which are as [`Self::tensors`] gives them.
    ///
    /// # Errors
    ///
    /// Says which tensor is missing, unknown, out of order or of another shape than the rest asks for.
    pub fn from_tensors(tensors: &[(String, Array2<f32>)]) -> Result<Self, String> {
        let shape = |wanted: &str| {
            let found = tensors.iter().find(|(name, _)| name == wanted);
            found
                .map(|(_, tensor)| tensor.dim())
                .ok_or_else(|| format!("no tensor {wanted}"))
        };
        let ((inputs, hidden), (middle, _)) = (shape("dense.weight")?, shape("middle.weight")?);
        let mut new = Self::zeros(inputs, hidden, middle);
        let wanted = new.tensors();
        if wanted.len() != tensors.len() {
            return Err(format!("{} tensors, not {}", tensors.len(), wanted.len()));
        }
        for ((target, (name, old)), (other, tensor)) in new.slices_mut().zip(&wanted).zip(tensors) {
            if name != other {
                return Err(format!("tensor {other} where {name} belongs"));
            }
            if old.dim() != tensor.dim() {
                return Err(format!(
                    "tensor {name} is {:?}, not {:?}",
                    tensor.dim(),
                    old.dim()
                ));
            }
            for (value, &given) in target.iter_mut().zip(tensor) {
                *value = given;
            }
        }
        Ok(new)
    }
}
