//! Pages as the trainer wants them: described, labelled, and split by site.

use copydesk::Kind;
use copydesk::training::{Described, Seen, Weights, standardize};
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rayon::prelude::*;

use crate::corpus::{CorpusPage, Set};
use crate::folds::FOLDS;
use crate::forms::{Answer, Form};
use crate::mode::Mode;
use crate::net;
use crate::site::{fold, hash, site_of};
use crate::thinned::thinned;

/// Inputs that hardly vary are not blown up: the least deviation that one is divided by.
const LEAST_DEVIATION: f64 = 0.02;

/// Nothing is surer than this, so that its logit is a number.
const LEAST_CHANCE: f64 = 1e-6;

/// How many thinned forms a page of HTML has.
const THINNED: usize = 2;

/// A page with what its lines are.
pub struct Example {
    /// The part that its site falls in.
    pub fold: usize,
    /// Its site as a number.
    pub site: u64,
    described: Described,
    inputs: Vec<f32>,
    words: Vec<f32>,
    answers: Vec<Answer>,
    whole: bool,
    is_whole: bool,
}

impl Example {
    fn of_text(set: Set, page: &CorpusPage, form: &Form, is_whole: bool) -> Self {
        Self::new(set, page, &form.answers, is_whole, Described::new(&form.text))
    }

    /// The page's HTML as it is, and thinned. The page's name decides how, so that the same corpus makes the same pages.
    fn of_html(set: Set, page: &CorpusPage) -> Vec<Self> {
        let seen = Seen::new(&page.html);
        let answers = Form::of(page, seen.text()).answers;
        let mut rng = ChaCha8Rng::seed_from_u64(hash(&page.id));
        let mut examples = vec![Self::new(set, page, &answers, true, seen.described())];
        for _ in 0..THINNED {
            let (seen, answers) = thinned(&seen, &answers, &mut rng);
            examples.push(Self::new(set, page, &answers, false, seen.described()));
        }
        examples
    }

    fn new(set: Set, page: &CorpusPage, answers: &[Answer], is_whole: bool, described: Described) -> Self {
        let site = site_of(page);
        let positions = described.positions();
        Self {
            fold: fold(&site, FOLDS),
            site: hash(&site),
            inputs: described.inputs(),
            words: described.words(),
            answers: positions.into_iter().map(|position| answers[position]).collect(),
            whole: set != Set::Trafilatura,
            is_whole,
            described,
        }
    }

    /// Whether it is a page as it comes, with all its content known.
    pub fn is_whole_and_known(&self) -> bool {
        self.is_whole && self.whole
    }

    /// The logit of each score of these weights, with whether the line is content, where that is known.
    pub fn logits(&self, weights: &Weights) -> Vec<(f64, bool)> {
        let predictions = self.described.predict(weights);
        let lines = predictions.iter().zip(&self.answers);
        lines
            .filter_map(|(line, answer)| {
                let score = f64::from(line.score).clamp(LEAST_CHANCE, 1.0 - LEAST_CHANCE);
                Some(((score / (1.0 - score)).ln(), answer.is_content?))
            })
            .collect()
    }

    /// The middle inputs, given the first scores.
    pub fn middle(&self, first: &[f32]) -> Vec<f32> {
        self.described.middle(first)
    }
}

/// The examples that the pages of a set make. A page or a form of it without a line makes none.
pub fn of(mode: Mode, set: Set, pages: &[CorpusPage], style: &ProgressStyle) -> Vec<Example> {
    let mut examples = match mode {
        Mode::Text => of_texts(set, pages, style),
        Mode::Html => {
            let bar = ProgressBar::new(pages.len() as u64)
                .with_message(set.name())
                .with_style(style.clone());
            let pages = pages.par_iter().progress_with(bar);
            pages.flat_map_iter(|page| Example::of_html(set, page)).collect()
        }
    };
    examples.retain(|example| !example.words.is_empty());
    examples
}

/// The pages' texts, each in several forms.
fn of_texts(set: Set, pages: &[CorpusPage], style: &ProgressStyle) -> Vec<Example> {
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
            let others = others.iter().map(|form| Example::of_text(set, page, form, false));
            std::iter::once(Example::of_text(set, page, paste, true))
                .chain(others)
                .collect()
        })
        .collect();
    examples.into_iter().flatten().collect()
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
    pub fn of(mode: Mode, examples: &[&Example]) -> Self {
        let width = mode.names().len();
        let [mut sums, mut squares, mut counts] = [(); 3].map(|()| vec![0.0_f64; width]);
        for line in examples
            .iter()
            .flat_map(|example| example.inputs.chunks_exact(width))
        {
            for (k, &value) in line.iter().enumerate().filter(|(_, value)| !value.is_nan()) {
                counts[k] += 1.0;
                sums[k] += f64::from(value);
                squares[k] += f64::from(value) * f64::from(value);
            }
        }
        let means: Vec<f64> = sums.iter().zip(&counts).map(|(sum, count)| sum / count).collect();
        let deviation = |k: usize| (squares[k] / counts[k] - means[k] * means[k]).max(0.0).sqrt();
        Self {
            scales: (0..width)
                .map(|k| (1.0 / deviation(k).max(LEAST_DEVIATION)) as f32)
                .collect(),
            means: means.into_iter().map(|mean| mean as f32).collect(),
        }
    }

    /// The example with comparable inputs.
    pub fn page(&self, example: &Example) -> net::Page {
        let mut inputs = example.inputs.clone();
        standardize(&self.means, &self.scales, &mut inputs);
        net::Page {
            inputs,
            words: example.words.clone(),
            labels: example.answers.iter().map(|answer| answer.is_content).collect(),
            kinds: example
                .answers
                .iter()
                .map(|answer| answer.kind.map(|kind| kind as usize))
                .collect(),
            whole: example.whole,
        }
    }
}

/// What is left out of some pages together, so that the rest is enough where it is not known: what only some languages
/// have, capitals and what needs to know words; and the names that markup gives, and what a page states.
pub fn groups(mode: Mode) -> Vec<Vec<usize>> {
    let all = mode.names();
    let places = |is: &dyn Fn(&str) -> bool| (0..all.len()).filter(|&k| is(all[k])).collect();
    let words = |name: &str| {
        name.starts_with("says ")
            || name.starts_with("mentions ")
            || name.starts_with("phrases in ")
            || WORDS.contains(&name)
            || [" above", " below"].iter().any(|end| {
                name.strip_suffix(end)
                    .is_some_and(|kind| kind.parse::<Kind>().is_ok_and(|kind| kind != Kind::Date))
            })
    };
    let mut groups = vec![places(&|name| CAPITALS.contains(&name)), places(&words)];
    if mode == Mode::Html {
        groups.push(places(&|name| name.starts_with("markup: ")));
        groups.push(places(&|name| name.starts_with("stated: ")));
    }
    groups
}

/// The inputs that speak of capitals.
const CAPITALS: [&str; 3] = ["capitalized words", "has case", "glued words"];

/// The inputs that know words, besides those of phrases.
const WORDS: [&str; 10] = [
    "function words",
    "ago",
    "byline",
    "credit",
    "ends in a credit",
    "share button",
    "counts comments",
    "e-mail field",
    "subscribe button",
    "biography",
];
