//! Pages as the trainer wants them: described, labelled, and split by site.

use copydesk::training::{CLIP, Described, names};
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::prelude::*;

use crate::corpus::{CorpusPage, Set};
use crate::folds::FOLDS;
use crate::forms::Form;
use crate::net;
use crate::site::{fold, hash, site_of};

/// Inputs that hardly vary are not blown up: the least deviation that one is divided by.
const LEAST_DEVIATION: f64 = 0.02;

/// A page with what its lines are.
pub struct Example {
    /// The part that its site falls in.
    pub fold: usize,
    /// Its site as a number.
    pub site: u64,
    described: Described,
    inputs: Vec<f32>,
    words: Vec<f32>,
    labels: Vec<Option<bool>>,
    whole: bool,
}

impl Example {
    fn new(set: Set, page: &CorpusPage, form: &Form) -> Self {
        let described = Described::new(&form.text);
        let site = site_of(page);
        let positions = described.positions();
        Self {
            fold: fold(&site, FOLDS),
            site: hash(&site),
            inputs: described.inputs(),
            words: described.words(),
            labels: positions
                .into_iter()
                .map(|position| form.labels[position])
                .collect(),
            whole: set != Set::Trafilatura,
            described,
        }
    }

    /// The middle inputs, given the first scores.
    pub fn middle(&self, first: &[f32]) -> Vec<f32> {
        self.described.middle(first)
    }
}

/// The examples that the pages of a set make, each in several forms. A form without a line makes none.
pub fn of(set: Set, pages: &[CorpusPage], style: &ProgressStyle) -> Vec<Example> {
    let bar = ProgressBar::new(2 * pages.len() as u64)
        .with_message(set.name())
        .with_style(style.clone());
    let pastes: Vec<Form> = pages
        .par_iter()
        .progress_with(bar.clone())
        .map(Form::paste)
        .collect();
    // Boxes stay within a part of the sites, so that what is learned without the part has not seen them.
    let fold_of = |page: &CorpusPage| fold(&site_of(page), FOLDS);
    let mut boxes = vec![Vec::new(); FOLDS];
    for (page, paste) in pages.iter().zip(&pastes) {
        boxes[fold_of(page)].extend(paste.boxes());
    }
    let examples: Vec<Vec<Example>> = pages
        .par_iter()
        .zip(&pastes)
        .progress_with(bar)
        .map(|(page, paste)| {
            let others = paste.others(page, &boxes[fold_of(page)]);
            let forms = std::iter::once(paste).chain(&others);
            forms.map(|form| Example::new(set, page, form)).collect()
        })
        .collect();
    examples
        .into_iter()
        .flatten()
        .filter(|example| !example.words.is_empty())
        .collect()
}

/// How the inputs are distributed over all lines: what makes them comparable.
pub struct Standard {
    /// Of each input.
    pub means: Vec<f32>,
    /// One over the deviation of each input.
    pub scales: Vec<f32>,
}

impl Standard {
    /// The distribution over the lines of these examples.
    pub fn of(examples: &[&Example]) -> Self {
        let width = names().len();
        let (mut sums, mut squares, mut count) = (vec![0.0_f64; width], vec![0.0_f64; width], 0.0_f64);
        for line in examples
            .iter()
            .flat_map(|example| example.inputs.chunks_exact(width))
        {
            count += 1.0;
            for (k, &value) in line.iter().enumerate() {
                sums[k] += f64::from(value);
                squares[k] += f64::from(value) * f64::from(value);
            }
        }
        let means: Vec<f64> = sums.iter().map(|sum| sum / count).collect();
        let deviation = |k: usize| (squares[k] / count - means[k] * means[k]).max(0.0).sqrt();
        Self {
            scales: (0..width)
                .map(|k| (1.0 / deviation(k).max(LEAST_DEVIATION)) as f32)
                .collect(),
            means: means.into_iter().map(|mean| mean as f32).collect(),
        }
    }

    /// The example with comparable inputs.
    pub fn page(&self, example: &Example) -> net::Page {
        let inputs = example.inputs.chunks_exact(self.means.len()).flat_map(|line| {
            let standard = self.means.iter().zip(&self.scales);
            line.iter()
                .zip(standard)
                .map(|(value, (mean, scale))| ((value - mean) * scale).clamp(-CLIP, CLIP))
        });
        net::Page {
            inputs: inputs.collect(),
            words: example.words.clone(),
            labels: example.labels.clone(),
            whole: example.whole,
        }
    }
}
