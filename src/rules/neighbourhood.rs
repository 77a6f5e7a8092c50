//! A line among its neighbours: what the second pass looks at.

use std::collections::HashMap;

use crate::features::{Features, LineFeatures};
use crate::kind::Kind;
use crate::patterns::Place;
use crate::words::WordHash;

/// Lines with fewer words, and no end of a sentence, make a run of short lines.
const SHORT_WORDS: f32 = 7.0;

/// What a line must score alone to count as body when the topic is gathered.
const TOPIC_SCORE: f32 = 0.6;

/// Lines with fewer words are no part of what the topic is gathered from.
const TOPIC_WORDS: f32 = 8.0;

/// The score at which a line neither adds to a stretch of body nor breaks it.
const SPAN_SCORE: f32 = 0.45;

/// The same for a line that no blank line sets apart, on a page whose body is set apart by them.
const ODD_SPAN_SCORE: f32 = 0.75;

/// The body is set apart by blank lines where at least this share of it is.
const BODY_APART: f32 = 0.6;

/// Words beyond this add no weight to a line.
const WEIGHT_WORDS: f32 = 80.0;

/// How far a heading such as "Most read" reaches, in lines; a newsletter box and a cookie notice are smaller.
const SECTION_REACH: usize = 40;
const SUBSCRIBE_REACH: usize = 6;
const CONSENT_REACH: usize = 10;

const CREDIT_REACH: usize = 3;

/// In the middle of an article, with this share of the body above, a paragraph of so many words ends a box.
const IN_ARTICLE: f32 = 0.1;
const BOX_END_WORDS: f32 = 20.0;

/// A comment section has at least this share of the body above it.
const COMMENTS_ABOVE: f32 = 0.5;

/// A subscription box has this share of the body above it, or a heading with so many words.
const SUBSCRIBE_ABOVE: f32 = 0.1;
const SUBSCRIBE_WORDS: f32 = 4.0;

/// Under a heading for other stories, one of the next lines has at least so many words.
const TEASER_REACH: usize = 3;
const TEASER_WORDS: f32 = 5.0;

/// A line of code may be indented by so many spaces, and a stretch of code has so many lines.
const CODE_INDENT: u32 = 2;
const CODE_LINES: usize = 3;

/// Right under the label of an advertisement, a line of so many words is the advertisement.
const AD_WORDS: f32 = 4.0;

/// How many lines on either side are around a line.
const AROUND: usize = 6;

/// The distance to what is not there.
const FAR: usize = 10_000;

/// Lines with fewer terms have nothing in common that says something.
const TWIN_TERMS: usize = 3;

/// The heading of a section has fewer words than this.
const LONGEST_SECTION_HEADING: f32 = 8.0;

/// Larger groups are whole pages that lost their blank lines.
const LARGEST_BOX: usize = 8;

/// A line of running text this long, in words, ends what a boilerplate heading began.
const SECTION_END_WORDS: f32 = 45.0;

/// Where a line stands to the main stretch of the body.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Span {
    /// In it, or the page has none.
    #[default]
    Inside,
    /// Before it, by this many lines.
    Before(usize),
    /// After it, by this many lines.
    After(usize),
}

/// What a boilerplate heading began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// What the heading announces.
    pub kind: Kind,
    /// The position of the heading.
    pub heading: usize,
}

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
    /// Lines to the next date and to the next byline below; [`FAR`] where there is none.
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
pub fn look<'a>(features: &'a Features, alone: &[f32]) -> Vec<Neighbourhood<'a>> {
    let lines = &features.lines;
    let count = lines.len();
    let weights: Vec<f32> = lines
        .iter()
        .map(|line| line.words.min(WEIGHT_WORDS).sqrt())
        .collect();
    let topic = Topic::gather(lines, alone);
    let runs = short_runs(lines);
    let total: f32 = weights.iter().sum::<f32>().max(1e-6);
    let body: f32 = weights
        .iter()
        .zip(alone)
        .map(|(weight, score)| weight * score)
        .sum();
    let sums = Sums::new(alone);
    let above = above(&weights, alone);
    let sections = sections(lines, alone, &above);
    let is_apart =
        |i: usize| lines[i].blanks_before > 0 || lines.get(i + 1).is_some_and(|next| next.blanks_before > 0);
    let apart: f32 = (0..count)
        .filter(|&i| is_apart(i))
        .map(|i| weights[i] * alone[i])
        .sum();
    let body_apart = apart / body.max(1e-6);
    let gains: Vec<f32> = (0..count)
        .map(|i| {
            let is_odd = body_apart >= BODY_APART && !is_apart(i);
            let gain = weights[i] * (alone[i] - if is_odd { ODD_SPAN_SCORE } else { SPAN_SCORE });
            if interrupts(&lines[i]) {
                gain.max(0.0)
            } else {
                gain
            }
        })
        .collect();
    let (start, end) = main_stretch(&gains);
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
                neighbour.is_some_and(|(line, _)| line.signs.ago || (line.signs.day && line.words < 8.0))
            };
            Neighbourhood {
                line,
                before: previous.map_or(0.0, |(_, score)| score),
                after: next.map_or(0.0, |(_, score)| score),
                words_after: next.map_or(0.0, |(line, _)| line.words),
                around: sums.mean_around(i, AROUND),
                short_run: runs[i],
                span: if i < start {
                    Span::Before(start - i)
                } else if i > end {
                    Span::After(i - end)
                } else {
                    Span::Inside
                },
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
                    && previous.is_some_and(|(line, _)| says(line, Kind::Advertisement)),
                over_credit: next.is_some_and(|(line, _)| line.blanks_before == 0 && line.signs.credit),
                is_apart: is_apart(i),
                body_apart,
                to_date: to_date[count - 1 - i],
                to_byline: to_byline[count - 1 - i],
                from_date: from_date[i],
                from_byline: from_byline[i],
                twin: twin(lines, i),
                above_title: false,
                beside_date: dated(previous) || dated(next),
                page_prose: body / total,
                body_above: above[i],
            }
        })
        .collect()
}

/// Tells the lines above it where the title stands; those below are under no heading from above it.
pub fn place_title(lines: &mut [Neighbourhood<'_>], title: usize) {
    let (above, below) = lines.split_at_mut(title);
    for at in above {
        at.above_title = true;
    }
    for at in below {
        at.section = at.section.filter(|section| section.heading > title);
    }
}

/// For each line the share of all body-like weight that stands above it.
fn above(weights: &[f32], alone: &[f32]) -> Vec<f32> {
    let body: f32 = weights
        .iter()
        .zip(alone)
        .map(|(weight, score)| weight * score)
        .sum();
    let mut sum = 0.0;
    let shares = weights.iter().zip(alone).map(|(weight, score)| {
        let above = sum / body.max(1e-6);
        sum += weight * score;
        above
    });
    shares.collect()
}

/// Whether the line is one of those that pages put between the paragraphs of an article.
fn interrupts(line: &LineFeatures) -> bool {
    line.signs.share
        || [Kind::Advertisement, Kind::Share, Kind::Interface, Kind::Related]
            .into_iter()
            .any(|kind| says(line, kind))
}

/// The first and last line of the stretch with the largest sum.
fn main_stretch(gains: &[f32]) -> (usize, usize) {
    let mut best = (0.0, 0, gains.len().saturating_sub(1));
    let (mut sum, mut start) = (0.0, 0);
    for (i, gain) in gains.iter().enumerate() {
        if sum <= 0.0 {
            (sum, start) = (0.0, i);
        }
        sum += gain;
        if sum > best.0 {
            best = (sum, start, i);
        }
    }
    (best.1, best.2)
}

/// Running sums, for means over windows.
struct Sums(Vec<f32>);

impl Sums {
    fn new(values: &[f32]) -> Self {
        let mut sum = 0.0;
        let sums = values.iter().map(|value| {
            sum += value;
            sum
        });
        Self(std::iter::once(0.0).chain(sums).collect())
    }

    /// The mean over up to `reach` values on either side of the one at `i`, that one left out.
    fn mean_around(&self, i: usize, reach: usize) -> f32 {
        let last = self.0.len() - 1;
        let (from, to) = (i.saturating_sub(reach), (i + 1 + reach).min(last));
        let own = self.0[i + 1] - self.0[i];
        (self.0[to] - self.0[from] - own) / ((to - from - 1).max(1)) as f32
    }
}

/// What the body speaks of.
struct Topic(HashMap<WordHash, u32>);

impl Topic {
    fn gather(lines: &[LineFeatures], alone: &[f32]) -> Self {
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
    fn overlap(&self, line: &LineFeatures, score: f32) -> f32 {
        let own = u32::from(Self::counts(line, score));
        let shared = line
            .terms
            .iter()
            .filter(|term| self.0.get(term).is_some_and(|&count| count > own));
        shared.count() as f32 / line.terms.len().max(1) as f32
    }
}

/// The group of lines that a line stands in, with no blank line between them.
#[derive(Clone, Copy, Debug)]
struct Group {
    lines: usize,
    /// The kind of boilerplate that another line of the group is by its words.
    box_kind: Option<Kind>,
    /// Whether most of its lines look like code.
    is_code: bool,
}

/// For each line the group it stands in.
fn groups(lines: &[LineFeatures]) -> Vec<Group> {
    let mut groups = Vec::with_capacity(lines.len());
    for group in lines.chunk_by(|_, next| next.blanks_before == 0) {
        let code = group
            .iter()
            .filter(|line| line.is_code() || line.shape.indent >= CODE_INDENT)
            .count();
        let own = Group {
            lines: group.len(),
            box_kind: None,
            is_code: group.len() >= CODE_LINES && 2 * code > group.len(),
        };
        if group.len() > LARGEST_BOX {
            groups.extend(std::iter::repeat_n(own, group.len()));
            continue;
        }
        let kinds: Vec<Option<Kind>> = group.iter().map(box_kind).collect();
        groups.extend((0..group.len()).map(|i| {
            let mut others = kinds.iter().enumerate().filter(|&(j, _)| j != i);
            Group {
                box_kind: others.find_map(|(_, &kind)| kind),
                ..own
            }
        }));
    }
    groups
}

/// The kind of box that a line tells of: newsletter boxes and cookie notices come as one group of lines.
fn box_kind(line: &LineFeatures) -> Option<Kind> {
    if line.signs.email_field || line.signs.subscribe {
        return Some(Kind::Subscribe);
    }
    let found = line.signs.phrase?;
    let tells = matches!(
        found.kind,
        Kind::Subscribe | Kind::Consent | Kind::Advertisement | Kind::Related | Kind::Comment
    ) || matches!(found.kind, Kind::Interface | Kind::Share | Kind::Legal)
        && found.place == Place::Whole;
    (tells && (found.place != Place::Within || line.words < 30.0)).then_some(found.kind)
}

/// For each line how many lines ago one was for which `holds` is true; [`FAR`] where there was none.
fn distances<'a>(
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

/// The larger share of terms that the line at `i` has in common with the one before or after it.
fn twin(lines: &[LineFeatures], i: usize) -> f32 {
    let share = |other: Option<&LineFeatures>| {
        let (own, other) = (&lines[i].terms, &other?.terms);
        let fewer = own.len().min(other.len());
        // Both are sorted and without repetition, so that one walk over them finds what they share.
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

/// For each line the length of the run of short lines it stands in.
fn short_runs(lines: &[LineFeatures]) -> Vec<usize> {
    let is_short = |line: &LineFeatures| line.words < SHORT_WORDS && !line.shape.ends_sentence;
    let mut runs = Vec::with_capacity(lines.len());
    for run in lines.chunk_by(|a, b| is_short(a) == is_short(b)) {
        let length = if is_short(&run[0]) { run.len() } else { 0 };
        runs.extend(std::iter::repeat_n(length, run.len()));
    }
    runs
}

/// For each line the boilerplate heading it stands under.
fn sections(lines: &[LineFeatures], alone: &[f32], above: &[f32]) -> Vec<Option<Section>> {
    let mut section: Option<Section> = None;
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let own = section.filter(|section| i - section.heading <= reach(section.kind));
            let ended = line.words >= SECTION_END_WORDS && alone[i] > TOPIC_SCORE
                || own.is_some_and(|own| own.kind == Kind::Consent) && says(line, Kind::Navigation)
                || own.is_some_and(|own| above[i] >= IN_ARTICLE && ends_box(own.kind, line));
            if let Some(kind) = heads_section(lines, i, above[i]) {
                section = Some(Section { kind, heading: i });
            } else if ended {
                section = None;
            }
            own.filter(|_| !ended)
        })
        .collect()
}

/// The kind of section that the line at `i` is the heading of, with this share of the body above it.
fn heads_section(lines: &[LineFeatures], i: usize, above: f32) -> Option<Kind> {
    let line = &lines[i];
    if line.words >= LONGEST_SECTION_HEADING {
        return None;
    }
    let kind = [
        Kind::Related,
        Kind::Comment,
        Kind::Subscribe,
        Kind::Consent,
        Kind::Legal,
        Kind::Credit,
    ]
    .into_iter()
    .find(|&kind| {
        says(line, kind)
            || kind == Kind::Comment && line.signs.comments
            || kind == Kind::Subscribe && line.signs.subscribe
    })?;
    let next = &lines[i + 1..(i + 1 + TEASER_REACH).min(lines.len())];
    let holds = match kind {
        // "12 comments" beside the byline is a link to them.
        Kind::Comment => above >= COMMENTS_ABOVE,
        // At the top of a page "Subscribe" is a button; further down it may head a box.
        // In a menu "Latest" and "Trending" are items like any other.
        Kind::Subscribe => above >= SUBSCRIBE_ABOVE || line.words >= SUBSCRIBE_WORDS,
        Kind::Related => next.iter().any(|line| line.words >= TEASER_WORDS),
        _ => true,
    };
    holds.then_some(kind)
}

fn says(line: &LineFeatures, kind: Kind) -> bool {
    line.signs
        .phrase
        .is_some_and(|found| found.kind == kind && found.place != Place::Within)
}

/// Whether the line ends a box of the kind in the middle of an article. What asks for consent to show a video is one
/// group of lines; other boxes end where a paragraph begins.
fn ends_box(kind: Kind, line: &LineFeatures) -> bool {
    let is_paragraph = line.is_prose()
        && line.words >= BOX_END_WORDS
        && line.blanks_before > 0
        && line.signs.phrase.is_none();
    match kind {
        Kind::Consent => line.blanks_before > 0,
        Kind::Subscribe | Kind::Credit => is_paragraph,
        _ => false,
    }
}

fn reach(kind: Kind) -> usize {
    match kind {
        Kind::Subscribe => SUBSCRIBE_REACH,
        Kind::Consent => CONSENT_REACH,
        Kind::Credit => CREDIT_REACH,
        _ => SECTION_REACH,
    }
}
