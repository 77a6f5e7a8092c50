//! Which kinds are taken for which.

use copydesk::Kind;
use copydesk::training::KINDS;
use serde::Serialize;

/// The mean over kinds counts those with at least so many lines.
pub const ENOUGH_LINES: u32 = 500;

/// How many of the kinds that a kind is taken for are told.
const TOLD: usize = 3;

/// How many lines of each kind were given which.
#[derive(Clone, Debug)]
pub struct Confusion([[u32; KINDS]; KINDS]);

/// What is told of a kind.
#[derive(Clone, Debug, Serialize)]
pub struct KindRow {
    /// The kind.
    pub kind: Kind,
    /// How many lines have it.
    pub lines: u32,
    /// The share of the lines given it that have it.
    pub precision: f64,
    /// The share of the lines that have it that were given it.
    pub recall: f64,
    /// The harmonic mean of the two.
    pub f1: f64,
    /// What its lines were given instead, most often first, as shares of them.
    pub taken_for: Vec<(Kind, f64)>,
}

impl Default for Confusion {
    fn default() -> Self {
        Self([[0; KINDS]; KINDS])
    }
}

impl Confusion {
    /// Counts a line.
    pub fn count(&mut self, kind: Kind, given: Kind) {
        self.0[kind as usize][given as usize] += 1;
    }

    /// Adds the counts of another.
    pub fn add(&mut self, other: &Self) {
        let counts = self.0.as_flattened_mut().iter_mut();
        for (count, more) in counts.zip(other.0.as_flattened()) {
            *count += more;
        }
    }

    /// A row for each kind that any line has or was given.
    pub fn rows(&self) -> Vec<KindRow> {
        let share = |part: u32, whole: u32| f64::from(part) / f64::from(whole.max(1));
        let row = |k: usize| {
            let lines: u32 = self.0[k].iter().sum();
            let given: u32 = self.0.iter().map(|row| row[k]).sum();
            let right = self.0[k][k];
            let mut taken_for: Vec<(Kind, f64)> = (0..KINDS)
                .filter(|&other| other != k && self.0[k][other] > 0)
                .map(|other| (Kind::ALL[other], share(self.0[k][other], lines)))
                .collect();
            taken_for.sort_by(|a, b| b.1.total_cmp(&a.1));
            taken_for.truncate(TOLD);
            KindRow {
                kind: Kind::ALL[k],
                lines,
                precision: share(right, given),
                recall: share(right, lines),
                f1: share(2 * right, lines + given),
                taken_for,
            }
        };
        (0..KINDS).map(row).collect()
    }

    /// The mean F1 of the kinds that have enough lines.
    pub fn macro_f1(&self) -> f64 {
        let f1: Vec<f64> = self
            .rows()
            .into_iter()
            .filter(|row| row.lines >= ENOUGH_LINES)
            .map(|row| row.f1)
            .collect();
        f1.iter().sum::<f64>() / f1.len().max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_those_of_the_counts() {
        let mut confusion = Confusion::default();
        for (kind, given, times) in [
            (Kind::Legal, Kind::Legal, 600),
            (Kind::Legal, Kind::Navigation, 200),
            (Kind::Navigation, Kind::Navigation, 800),
            (Kind::Share, Kind::Navigation, 10),
        ] {
            for _ in 0..times {
                confusion.count(kind, given);
            }
        }
        let rows = confusion.rows();
        let legal = &rows[Kind::Legal as usize];
        assert_eq!((legal.lines, legal.precision, legal.recall), (800, 1.0, 0.75));
        assert_eq!(legal.taken_for, [(Kind::Navigation, 0.25)]);
        let navigation = &rows[Kind::Navigation as usize];
        let mean = f64::midpoint(legal.f1, navigation.f1);
        assert!(
            (confusion.macro_f1() - mean).abs() < 1e-9,
            "ten shares are too few"
        );
    }
}
