//! What each line is, and why: written rules that give points.
//!
//! The model's score says whether a line is content. The points of the rules that hold for it, and speak for what was
//! decided, make the reason: the one that weighs most. The title is found by points, too; kinds follow from what a line
//! says and where it stands.

mod alone;
mod boilerplate;
mod content;
mod context;
mod header;
mod neighbourhood;
mod title;

use crate::features::Features;
use crate::kind::Kind;
use crate::labels::{Label, Labels};
use crate::page::Page;
use crate::reason::Reason;

use header::Header;
use neighbourhood::Neighbourhood;

/// Confidence is one half where the body has this many words.
const CONFIDENT_WORDS: f32 = 60.0;

/// A list of teasers says at least so many times how long ago something was, and its lines of at least so many words
/// share less than this of their terms with each other; those of articles share half or more.
const INDEX_TIMES: usize = 5;
const INDEX_WORDS: f32 = 8.0;
const INDEX_OVERLAP: f32 = 0.3;

/// The most confidence that such a page gets.
const INDEX_CONFIDENCE: f32 = 0.2;

/// A test and what it is worth.
struct Rule<T> {
    /// What the test finds, in words.
    reason: Reason,
    /// Added to the sum where the test holds. The unit is that of log-odds: two points multiply the odds by seven.
    points: f32,
    /// The test.
    holds: fn(&T) -> bool,
}

impl<T> Rule<T> {
    const fn new(reason: Reason, points: f32, holds: fn(&T) -> bool) -> Self {
        Self {
            reason,
            points,
            holds,
        }
    }
}

/// What a line gathered: the sum of its points, and the rules that weighed most for and against.
#[derive(Clone, Copy, Debug)]
struct Tally {
    points: f32,
    most_for: (f32, Reason),
    most_against: (f32, Reason),
}

impl Tally {
    const fn new(points: f32) -> Self {
        Self {
            points,
            most_for: (0.0, Reason::Usual),
            most_against: (0.0, Reason::Usual),
        }
    }

    /// Adds the rules that hold, each at `share` of its points.
    fn add<T>(&mut self, rules: &[Rule<T>], subject: &T, share: f32) {
        for rule in rules.iter().filter(|rule| (rule.holds)(subject)) {
            let points = share * rule.points;
            self.points += points;
            if points > self.most_for.0 {
                self.most_for = (points, rule.reason);
            }
            if points < self.most_against.0 {
                self.most_against = (points, rule.reason);
            }
        }
    }

    fn reason(&self, is_content: bool) -> Reason {
        if is_content {
            self.most_for.1
        } else {
            self.most_against.1
        }
    }
}

/// Labels every line of the page, given the model's score of each that is not blank. A line is content where its score
/// reaches `needed`.
pub fn classify(page: &Page<'_>, features: &Features, scores: &[f32], needed: f32) -> Labels {
    let mut lines = neighbourhood::survey(features, scores);
    let title = title::find(&lines);
    if let Some((title, sure)) = title {
        neighbourhood::place_title(&mut lines, title, sure);
    }
    let tallies: Vec<Tally> = lines
        .iter()
        .map(|at| {
            let mut tally = Tally::new(0.0);
            tally.add(alone::RULES, at.line, context::SHARE_OF_ALONE);
            tally.add(Neighbourhood::RULES, at, 1.0);
            tally
        })
        .collect();
    let mut is_content: Vec<bool> = scores.iter().map(|&score| score >= needed).collect();
    let mut title = title.map(|(i, _)| i);
    let mut labels = Labels {
        lines: vec![Label::BLANK; page.lines.len()],
        confidence: confidence(&lines, scores, &is_content),
    };
    if is_index(&lines, &is_content) {
        is_content.fill(false);
        title = None;
        labels.confidence = labels.confidence.min(INDEX_CONFIDENCE);
    }
    let header = header::find(&lines, title, &is_content);
    let is_interview = content::is_interview(&lines, &is_content);
    for (i, at) in lines.iter().enumerate() {
        let (kind, reason) = kind(&lines, &is_content, &header, i, is_interview)
            .unwrap_or_else(|kind| (kind, tallies[i].reason(is_content[i])));
        labels.lines[at.line.places.clone()].fill(Label {
            kind,
            score: scores[i],
            reason,
        });
    }
    labels
}

/// The kind of the line at `i`: with its reason where the header decides it, without where the points do.
fn kind(
    lines: &[Neighbourhood<'_>],
    is_content: &[bool],
    header: &Header,
    i: usize,
    is_interview: bool,
) -> Result<(Kind, Reason), Kind> {
    if header.title == Some(i) {
        Ok((Kind::Title, Reason::HeadsBody))
    } else if header.subtitle == Some(i) {
        Ok((Kind::Subtitle, Reason::BelowTitle))
    } else if header::holds(&header.dates, i) {
        Ok((Kind::Date, Reason::Date))
    } else if header::holds(&header.bylines, i) {
        Ok((Kind::Byline, Reason::Byline))
    } else if is_content[i] {
        Err(content::kind(lines, is_content, i, is_interview))
    } else {
        Err(boilerplate::kind(lines, i, header.body_start))
    }
}

/// Whether the page is a list of news teasers: it says again and again how long ago, no two lines of running text
/// follow each other, and what scores as content does not speak of one thing.
fn is_index(lines: &[Neighbourhood<'_>], is_content: &[bool]) -> bool {
    let is_running = |i: usize| is_content[i] && lines[i].line.is_prose();
    let overlaps: Vec<f32> = lines
        .iter()
        .zip(is_content)
        .filter(|(at, content)| **content && at.line.words >= INDEX_WORDS)
        .map(|(at, _)| at.overlap)
        .collect();
    lines.iter().filter(|at| at.line.signs.ago).count() >= INDEX_TIMES
        && overlaps.iter().sum::<f32>() < INDEX_OVERLAP * overlaps.len().max(1) as f32
        && !(1..lines.len()).any(|i| is_running(i - 1) && is_running(i))
}

/// How sure it is that the page has an article: more words of content, and surer ones, make it surer.
fn confidence(lines: &[Neighbourhood<'_>], scores: &[f32], is_content: &[bool]) -> f32 {
    let body = lines
        .iter()
        .zip(scores)
        .zip(is_content)
        .filter(|(_, content)| **content);
    let (words, sure) = body.fold((0.0, 0.0), |(words, sure), ((at, score), _)| {
        let own = if at.line.shape.ends_sentence {
            at.line.words
        } else {
            0.0
        };
        (words + own, sure + own * score)
    });
    if words == 0.0 {
        0.0
    } else {
        sure / words * words / (words + CONFIDENT_WORDS)
    }
}
