//! What the body speaks of, and what a line has in common with it and with those beside it.

use std::collections::HashMap;

use crate::features::LineFeatures;
use crate::words::WordHash;

use super::TOPIC_SCORE;

/// Lines with fewer words are no part of what the topic is gathered from.
const TOPIC_WORDS: f32 = 8.0;

/// Lines with fewer terms have nothing in common that says something.
const TWIN_TERMS: usize = 3;

/// What the body speaks of.
pub struct Topic(HashMap<WordHash, u32>);

impl Topic {
    pub fn gather(lines: &[LineFeatures], alone: &[f32]) -> Self {
        let mut counts = HashMap::new();
        for (line, &score) in lines.iter().zip(alone) {
            if Self::counts(line, score) {
                for &term in &line.terms {
                    *counts.entry(term).or_insert(0) += 1;
                }
            }
        }
        Self(counts)
    }

    fn counts(line: &LineFeatures, score: f32) -> bool {
        score >= TOPIC_SCORE && line.words >= TOPIC_WORDS
    }

    /// The share of the line's terms that other lines of the body have.
    pub fn overlap(&self, line: &LineFeatures, score: f32) -> f32 {
        let own = u32::from(Self::counts(line, score));
        let shared = line
            .terms
            .iter()
            .filter(|term| self.0.get(term).is_some_and(|&count| count > own));
        shared.count() as f32 / line.terms.len().max(1) as f32
    }
}

/// The larger share of terms that the line at `i` has in common with the one before or after it.
pub fn twin(lines: &[LineFeatures], i: usize) -> f32 {
    let share = |other: Option<&LineFeatures>| {
        let (own, other) = (&lines[i].terms, &other?.terms);
        let fewer = own.len().min(other.len());
        let shared = own
            .iter()
            .filter(|term| other.binary_search(term).is_ok())
            .count();
        (fewer >= TWIN_TERMS).then(|| shared as f32 / fewer as f32)
    };
    let before = share(i.checked_sub(1).and_then(|i| lines.get(i)));
    let after = share(lines.get(i + 1));
    before.unwrap_or(0.0).max(after.unwrap_or(0.0))
}
