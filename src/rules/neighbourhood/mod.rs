//! A line among its neighbours: what the second pass looks at.

mod group;
mod runs;
mod section;
mod stretch;
mod topic;

use crate::features::{Features, LineFeatures};
use crate::kind::Kind;

use group::groups;
use runs::{Sums, distances, short_runs};
use section::{Section, sections};
use stretch::Body;
use topic::{Topic, twin};

pub use stretch::Span;

/// What a line must score alone to count as body when the topic is gathered.
const TOPIC_SCORE: f32 = 0.6;

/// The body is set apart by blank lines where at least this share of it is.
pub const BODY_APART: f32 = 0.6;

/// A comment section has at least this share of the body above it.
pub const COMMENTS_ABOVE: f32 = 0.5;

/// Words beyond this add no weight to a line.
const WEIGHT_WORDS: f32 = 80.0;

/// Right under the label of an advertisement, a line of so many words is the advertisement.
const AD_WORDS: f32 = 4.0;

/// How many lines on either side are around a line.
const AROUND: usize = 6;

/// Beside a line, one with fewer words and a day in it says when another story came out.
const DATED_WORDS: f32 = 8.0;

/// A line among its neighbours.
#[derive(Clone, Debug)]
pub struct Neighbourhood<'a> {
    /// The line by itself.
    pub line: &'a LineFeatures,
    /// What the first pass made of the line before, and of the one after, from 0 to 1; 0 at the page's ends.
    pub before: f32,
    pub after: f32,
    /// Words of the line after.
    pub words_after: f32,
    /// Mean score of the six lines on either side.
    pub around: f32,
    /// How many lines the run of short lines has that it stands in; 0 outside of one.
    pub short_run: usize,
    /// Where it stands to the body's main stretch.
    pub span: Span,
    /// The share of its terms that the body speaks of elsewhere.
    pub overlap: f32,
    /// The boilerplate heading it stands under, if one is near.
    pub section: Option<Section>,
    /// Lines from the page's start and end.
    pub from_start: usize,
    pub from_end: usize,
    /// Blank lines after it.
    pub blanks_after: usize,
    /// How many lines the group has that it stands in: lines with no blank line between them.
    pub group: usize,
    /// The kind of boilerplate that another line of its group is by its words, where the group is small.
    pub box_kind: Option<Kind>,
    /// Whether the line before it, in its group, is the label of an advertisement.
    pub under_ad: bool,
    /// Whether most lines of its group look like code.
    pub in_code: bool,
    /// Whether the next line of its group is a credit, as under a picture's caption.
    pub over_credit: bool,
    /// Whether a blank line stands before or after it.
    pub is_apart: bool,
    /// The share of the body's lines, by weight, that blank lines set apart.
    pub body_apart: f32,
    /// Lines to the next date and to the next byline below; [`runs::FAR`] where there is none.
    pub to_date: usize,
    pub to_byline: usize,
    /// Lines to the next date and to the next byline above, in the same way.
    pub from_date: usize,
    pub from_byline: usize,
    /// The share of terms it has in common with a line right beside it, of the one with fewer: a picture's
    /// alternative text and its caption say the same.
    pub twin: f32,
    /// Whether it stands above a line that is surely the title.
    pub above_title: bool,
    /// Whether a line right before or after says when another story came out.
    pub beside_date: bool,
    /// The share of the page's weight in lines that the first pass takes for body.
    pub page_prose: f32,
    /// The share of all body-like weight of the page that stands above the line.
    pub body_above: f32,
}

/// Every line of the page among its neighbours. `alone` has the first pass's scores.
pub fn survey<'a>(features: &'a Features, alone: &[f32]) -> Vec<Neighbourhood<'a>> {
    let lines = &features.lines;
    let count = lines.len();
    let weights: Vec<f32> = lines
        .iter()
        .map(|line| line.words.min(WEIGHT_WORDS).sqrt())
        .collect();
    let is_apart: Vec<bool> = (0..count)
        .map(|i| lines[i].blanks_before > 0 || lines.get(i + 1).is_some_and(|next| next.blanks_before > 0))
        .collect();
    let topic = Topic::gather(lines, alone);
    let runs = short_runs(lines);
    let sums = Sums::new(alone);
    let body = Body::find(lines, &weights, alone, &is_apart);
    let sections = sections(lines, alone, &body.above);
    let to_date = distances(lines.iter().rev(), LineFeatures::is_date);
    let to_byline = distances(lines.iter().rev(), |line| line.signs.byline);
    let from_date = distances(lines.iter(), LineFeatures::is_date);
    let from_byline = distances(lines.iter(), |line| line.signs.byline);
    let groups = groups(lines);
    (0..count)
        .map(|i| {
            let line = &lines[i];
            let at = |index: Option<usize>| {
                index.and_then(|index| lines.get(index).map(|line| (line, alone[index])))
            };
            let (previous, next) = (at(i.checked_sub(1)), at(Some(i + 1)));
            let dated = |neighbour: Option<(&LineFeatures, f32)>| {
                neighbour
                    .is_some_and(|(line, _)| line.signs.ago || (line.signs.day && line.words < DATED_WORDS))
            };
            Neighbourhood {
                line,
                before: previous.map_or(0.0, |(_, score)| score),
                after: next.map_or(0.0, |(_, score)| score),
                words_after: next.map_or(0.0, |(line, _)| line.words),
                around: sums.mean_around(i, AROUND),
                short_run: runs[i],
                span: body.span(i),
                overlap: topic.overlap(line, alone[i]),
                section: sections[i],
                from_start: i,
                from_end: count - 1 - i,
                blanks_after: next.map_or(0, |(line, _)| line.blanks_before),
                group: groups[i].lines,
                box_kind: groups[i].box_kind,
                in_code: groups[i].is_code,
                under_ad: line.blanks_before == 0
                    && line.words >= AD_WORDS
                    && previous.is_some_and(|(line, _)| line.signs.says(Kind::Advertisement)),
                over_credit: next.is_some_and(|(line, _)| line.blanks_before == 0 && line.signs.credit),
                is_apart: is_apart[i],
                body_apart: body.apart,
                to_date: to_date[count - 1 - i],
                to_byline: to_byline[count - 1 - i],
                from_date: from_date[i],
                from_byline: from_byline[i],
                twin: twin(lines, i),
                above_title: false,
                beside_date: dated(previous) || dated(next),
                page_prose: body.share,
                body_above: body.above[i],
            }
        })
        .collect()
}

/// Tells the lines where the title stands. It heads no section; where it is `sure`, those below are under no heading
/// from above it.
pub fn place_title(lines: &mut [Neighbourhood<'_>], title: usize, sure: bool) {
    for at in lines.iter_mut() {
        at.section = at.section.filter(|section| section.heading != title);
    }
    if !sure {
        return;
    }
    let (above, below) = lines.split_at_mut(title);
    for at in above {
        at.above_title = true;
    }
    for at in below {
        at.section = at.section.filter(|section| section.heading > title);
    }
}
