//! How far a score or a confidence means what it says.

use serde::Serialize;

/// How many bins scores are put in.
const BINS: usize = 15;

/// Scores in bins, each with how many lines are content.
#[derive(Clone, Debug, Default)]
pub struct Calibration([Bin; BINS]);

/// What is told of the lines whose scores are nearly alike.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct CalibrationBin {
    /// How many there are.
    pub lines: usize,
    /// Their mean score.
    pub score: f64,
    /// The share that is content.
    pub content: f64,
}

#[derive(Clone, Copy, Debug, Default)]
struct Bin {
    lines: f64,
    scores: f64,
    content: f64,
}

impl Calibration {
    /// Counts a line.
    pub fn count(&mut self, score: f64, is_content: bool) {
        let bin = ((score * BINS as f64) as usize).min(BINS - 1);
        let bin = &mut self.0[bin];
        bin.lines += 1.0;
        bin.scores += score;
        bin.content += f64::from(u8::from(is_content));
    }

    /// Adds the counts of another.
    pub fn add(&mut self, other: &Self) {
        for (bin, more) in self.0.iter_mut().zip(&other.0) {
            bin.lines += more.lines;
            bin.scores += more.scores;
            bin.content += more.content;
        }
    }

    /// Of each bin that has lines: how many, their mean score, and the share that is content.
    pub fn bins(&self) -> Vec<CalibrationBin> {
        let full = self.0.iter().filter(|bin| bin.lines > 0.0);
        full.map(|bin| CalibrationBin {
            lines: bin.lines as usize,
            score: bin.scores / bin.lines,
            content: bin.content / bin.lines,
        })
        .collect()
    }

    /// The expected calibration error: how far the mean score of a bin is from its share of content, a mean over
    /// lines.
    pub fn error(&self) -> f64 {
        let lines: f64 = self.0.iter().map(|bin| bin.lines).sum();
        let wrong: f64 = self.0.iter().map(|bin| (bin.scores - bin.content).abs()).sum();
        wrong / lines.max(1.0)
    }
}

/// The chance that a page that is in trouble has less confidence than one that is not: 1 tells them apart, 0.5 knows
/// nothing. Each page is its confidence and whether it is in trouble.
pub fn area_under_curve(pages: &[(f64, bool)]) -> f64 {
    let mut sorted = pages.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut troubled_so_far, mut pairs, mut fine) = (0.0, 0.0, 0.0);
    for group in sorted.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let troubled = group.iter().filter(|page| page.1).count() as f64;
        let others = group.len() as f64 - troubled;
        pairs += others * (troubled_so_far + troubled / 2.0);
        troubled_so_far += troubled;
        fine += others;
    }
    pairs / (troubled_so_far * fine).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calibrated_scores_have_no_error() {
        let mut calibration = Calibration::default();
        for k in 0..10 {
            calibration.count(0.3, k < 3);
            calibration.count(0.9, k < 9);
        }
        assert!(calibration.error() < 1e-9);
        let bins = calibration.bins();
        assert_eq!(bins.len(), 2);
        assert_eq!(bins[0].lines, 10);
        assert!((bins[1].score - 0.9).abs() < 1e-9 && (bins[1].content - 0.9).abs() < 1e-9);
        calibration.count(0.0, true);
        assert!((calibration.error() - 1.0 / 21.0).abs() < 1e-9);
    }

    #[test]
    fn the_area_is_the_share_of_pairs_in_the_right_order() {
        let pages = [(0.1, true), (0.2, false), (0.3, true), (0.4, false)];
        assert!((area_under_curve(&pages) - 0.75).abs() < 1e-9);
        assert!((area_under_curve(&[(0.5, true), (0.5, false)]) - 0.5).abs() < 1e-9);
    }
}
