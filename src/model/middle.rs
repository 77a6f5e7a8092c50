//! What the first scores tell of the page: what its body speaks of, and where it stands.

use foldhash::{HashMap, HashMapExt};

use crate::features::LineFeatures;

use super::inputs::log;

/// How many inputs the middle adds for each line.
pub const MIDDLE_INPUTS: usize = 10;

/// Their names, in order.
pub const MIDDLE_NAMES: [&str; MIDDLE_INPUTS] = [
    "topic",
    "weight of the topic",
    "share of the topic",
    "terms of others",
    "body above",
    "body below",
    "before the body",
    "after the body",
    "in the body",
    "weight of the body",
];

/// Lines with fewer words are no part of what the topic is gathered from.
const TOPIC_WORDS: f32 = 6.0;

/// Words beyond this add no weight to a line.
const WEIGHT_WORDS: f32 = 80.0;

/// The score at which a line neither adds to the body's main stretch nor breaks it.
const STRETCH_SCORE: f32 = 0.4;

/// The weight of a body that counts as one.
const USUAL_WEIGHT: f32 = 10.0;

/// A heavier body is taken to weigh so much, as 2 in 100 of the pages learned from do. A book of a megabyte weighs 36
/// times as much, and the network, which never saw such a page, would call none of it body.
const MOST_WEIGHT: f32 = 1000.0;

/// What a line weighs, by its length.
pub fn weight(words: f32) -> f32 {
    words.min(WEIGHT_WORDS).sqrt()
}

/// What the middle adds, [`MIDDLE_INPUTS`] for each line, given each line's first score as a probability.
pub fn middle(lines: &[LineFeatures], first: &[f32]) -> Vec<f32> {
    let topic = Topic::gather(lines, first);
    let mass: Vec<f32> = lines
        .iter()
        .zip(first)
        .map(|(line, p)| weight(line.words) * p)
        .collect();
    let total = mass.iter().sum::<f32>() + f32::EPSILON;
    let (start, end) = main_stretch(lines, first);
    let mut above = 0.0;
    let mut values = Vec::with_capacity(MIDDLE_INPUTS * lines.len());
    for (i, line) in lines.iter().enumerate() {
        values.extend(topic.overlaps(line, first[i]));
        let (before, after) = (start.saturating_sub(i), i.saturating_sub(end));
        values.extend([
            above / total,
            (total - above - mass[i]) / total,
            log(before as f32) / 4.0,
            log(after as f32) / 4.0,
            f32::from(u8::from(before == 0 && after == 0)),
            total.min(MOST_WEIGHT) / USUAL_WEIGHT / 10.0,
        ]);
        above += mass[i];
    }
    values
}

/// How much of the page's body has each term.
struct Topic(HashMap<u64, Term>);

#[derive(Clone, Copy, Default)]
struct Term {
    /// The sum of the first scores of the lines that have it.
    body: f32,
    /// How many lines have it.
    lines: u32,
}

impl Topic {
    fn gather(lines: &[LineFeatures], first: &[f32]) -> Self {
        let mut terms: HashMap<u64, Term> = HashMap::new();
        for (line, &p) in lines.iter().zip(first) {
            for &term in &line.terms {
                let entry = terms.entry(term).or_default();
                entry.body += own(line, p);
                entry.lines += 1;
            }
        }
        Self(terms)
    }

    /// What a line's terms have in common with the other lines of the body: four means over its terms.
    fn overlaps(&self, line: &LineFeatures, p: f32) -> [f32; 4] {
        let count = line.terms.len().max(1) as f32;
        let mut sums = [0.0; 4];
        for term in &line.terms {
            let Term { body, lines } = self.0[term];
            let body = (body - own(line, p)).max(0.0);
            sums[0] += body.min(1.0);
            sums[1] += log(body);
            sums[2] += if lines > 1 { body / (lines - 1) as f32 } else { 0.0 };
            sums[3] += f32::from(u8::from(lines > 1));
        }
        sums.map(|sum| sum / count)
    }
}

/// What a line adds to its terms.
fn own(line: &LineFeatures, p: f32) -> f32 {
    if line.words >= TOPIC_WORDS { p } else { 0.0 }
}

/// The first and last line of the stretch that gathers the most.
fn main_stretch(lines: &[LineFeatures], first: &[f32]) -> (usize, usize) {
    let mut best = (0.0, 0, lines.len().saturating_sub(1));
    let (mut sum, mut start) = (0.0, 0);
    for (i, (line, p)) in lines.iter().zip(first).enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, i);
        }
        sum += weight(line.words) * (p - STRETCH_SCORE);
        if sum > best.0 {
            best = (sum, start, i);
        }
    }
    (best.1, best.2)
}
