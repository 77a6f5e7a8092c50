//! Which line is the title: an article has one.

use crate::features::LineFeatures;
use crate::kind::Kind;
use crate::model::Prediction;

/// The least probability of the line that is most likely the title.
const ENOUGH: f32 = 0.05;

/// A path to the page ends in its title: a line in parts is so many times less likely the title itself.
const PARTED: f32 = 0.2;

/// The lines so near to each other are one head: what stands over the title, the title, and the standfirst.
const HEAD: usize = 2;

/// In one head, a line that is so many times less likely may be the title where its length fits better.
const RIVAL: f32 = 0.35;

/// What stands over a title has at most so many words. A title over a standfirst has more, and fewer than it; or it is
/// nearly as likely.
const OVERLINE_WORDS: f32 = 5.0;
const NEARLY: f32 = 0.8;

/// Finds the title, if any line is likely enough.
pub fn find(lines: &[LineFeatures], predictions: &[Prediction]) -> Option<usize> {
    let chance = |i: usize| {
        let chance = predictions[i].kinds[Kind::Title as usize];
        if lines[i].shape.separators > 0 {
            PARTED * chance
        } else {
            chance
        }
    };
    // Of equals the first: `max_by` would take the last.
    let best = (0..lines.len())
        .rev()
        .filter(|&i| chance(i) >= ENOUGH)
        .max_by(|&a, &b| chance(a).total_cmp(&chance(b)))?;
    let is_rival = |i: &usize| lines[*i].shape.separators == 0 && chance(*i) >= RIVAL * chance(best);
    let words = |i: usize| lines[i].words;
    if words(best) <= OVERLINE_WORDS {
        let below = (best + 1..lines.len().min(best + 1 + HEAD)).find(is_rival);
        return below.filter(|&i| words(i) > OVERLINE_WORDS).or(Some(best));
    }
    let above = (best.saturating_sub(HEAD)..best).find(is_rival);
    let is_over_it = |&i: &usize| {
        words(i) > OVERLINE_WORDS && (words(i) < words(best) || chance(i) >= NEARLY * chance(best))
    };
    above.filter(is_over_it).or(Some(best))
}
