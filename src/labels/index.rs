//! Whether the page is a list of teasers and no article.

use foldhash::{HashMap, HashMapExt};

use crate::features::LineFeatures;
use crate::kind::Kind;
use crate::words::WordHash;

/// A list of news says at least so many times how long ago something was.
const TIMES: usize = 5;

/// Of what would be its body, the lines of at least so many words share less than this of their terms with each other;
/// those of articles share half or more.
const WORDS: f32 = 8.0;
const OVERLAP: f32 = 0.3;

/// Whether the page says again and again how long ago, no two lines of running text follow each other, and what would
/// be its body does not speak of one thing.
pub fn is_index(lines: &[LineFeatures], kinds: &[Kind]) -> bool {
    let is_running = |i: usize| kinds[i].is_body() && lines[i].is_prose();
    lines.iter().filter(|line| line.signs.ago).count() >= TIMES
        && !(1..lines.len()).any(|i| is_running(i - 1) && is_running(i))
        && overlap(lines, kinds) < OVERLAP
}

/// The mean share of the terms of a line that other lines of the body have.
fn overlap(lines: &[LineFeatures], kinds: &[Kind]) -> f32 {
    let body = || {
        let lines = lines.iter().zip(kinds);
        lines
            .filter(|(line, kind)| kind.is_body() && line.words >= WORDS)
            .map(|(line, _)| line)
    };
    let mut counts: HashMap<WordHash, u32> = HashMap::new();
    for &term in body().flat_map(|line| &line.terms) {
        *counts.entry(term).or_default() += 1;
    }
    let shared = |line: &LineFeatures| {
        let shared = line.terms.iter().filter(|term| counts[term] > 1).count();
        shared as f32 / line.terms.len().max(1) as f32
    };
    body().map(shared).sum::<f32>() / body().count().max(1) as f32
}
