//! Distances, runs and means over a page's lines.

use crate::features::LineFeatures;

/// Lines with fewer words, and no end of a sentence, make a run of short lines.
const SHORT_WORDS: f32 = 7.0;

/// The distance to what is not there.
pub const FAR: usize = 10_000;

/// Running sums, for means over windows. In `f64`, so that where a window stands in a long page hardly matters.
pub struct Sums(Vec<f64>);

impl Sums {
    pub fn new(values: &[f32]) -> Self {
        let mut sum = 0.0;
        let sums = values.iter().map(|&value| {
            sum += f64::from(value);
            sum
        });
        Self(std::iter::once(0.0).chain(sums).collect())
    }

    /// The mean over up to `reach` values on either side of the one at `i`, that one left out.
    pub fn mean_around(&self, i: usize, reach: usize) -> f32 {
        let last = self.0.len() - 1;
        let (from, to) = (i.saturating_sub(reach), (i + 1 + reach).min(last));
        let own = self.0[i + 1] - self.0[i];
        ((self.0[to] - self.0[from] - own) / (to - from - 1).max(1) as f64) as f32
    }
}

/// For each line how many lines ago one was for which `holds` is true; [`FAR`] where there was none.
pub fn distances<'a>(
    lines: impl Iterator<Item = &'a LineFeatures>,
    holds: impl Fn(&LineFeatures) -> bool,
) -> Vec<usize> {
    let mut distance = FAR;
    lines
        .map(|line| {
            let own = distance;
            distance = if holds(line) { 1 } else { (distance + 1).min(FAR) };
            own
        })
        .collect()
}

/// For each line the length of the run of short lines it stands in.
pub fn short_runs(lines: &[LineFeatures]) -> Vec<usize> {
    let is_short = |line: &LineFeatures| line.words < SHORT_WORDS && !line.shape.ends_sentence;
    let mut runs = Vec::with_capacity(lines.len());
    for run in lines.chunk_by(|a, b| is_short(a) == is_short(b)) {
        let length = if is_short(&run[0]) { run.len() } else { 0 };
        runs.extend(std::iter::repeat_n(length, run.len()));
    }
    runs
}
