//! Which line is the title.

use crate::features::LineFeatures;
use crate::patterns::Place;
use crate::reason::Reason;

use super::neighbourhood::{Neighbourhood, Span};
use super::{Rule, Tally};

/// What a line has before any rule speaks.
const BASE: f32 = -7.2;

/// The least points that make a title: under them half of what stands best is one.
const ENOUGH: f32 = -3.0;

/// The least points that make it sure: seven in eight that reach it are.
const SURE: f32 = 1.0;

/// The longest title, in words, and the shortest; a single word is a section's name more often.
const LONGEST: f32 = 35.0;
const SHORTEST: f32 = 1.2;

/// A standfirst has at least so many words, and the title over it so many; the standfirst may look better by this
/// many points.
const SHORTEST_STANDFIRST: f32 = 8.0;
const SHORTEST_OVER_STANDFIRST: f32 = 4.0;
const STANDFIRST_LEAD: f32 = 2.0;

impl<'a> Neighbourhood<'a> {
    /// Points for being the title. They were set against the titles that the corpus knows, and rounded.
    const TITLE_RULES: &'a [Rule<Self>] = &[
        Rule::new(Reason::OnTopic, 0.5, |at| at.overlap >= 0.2),
        Rule::new(Reason::OnTopic, 0.9, |at| at.overlap >= 0.4),
        Rule::new(Reason::OnTopic, 1.2, |at| at.overlap >= 0.6),
        Rule::new(Reason::OnTopic, 0.8, |at| at.overlap >= 0.8),
        Rule::new(Reason::HeadsBody, 1.8, |at| matches!(at.span, Span::Before(_))),
        Rule::new(Reason::HeadsBody, 1.5, |at| {
            matches!(at.span, Span::Before(1..=3))
        }),
        Rule::new(Reason::HeadsBody, 0.6, |at| {
            matches!(at.span, Span::Before(4..=8))
        }),
        Rule::new(Reason::HeadsBody, -1.0, |at| {
            matches!(at.span, Span::Before(30..))
        }),
        Rule::new(Reason::HeadsBody, 0.9, |at| {
            at.span == Span::Inside && at.body_above < 0.05
        }),
        Rule::new(Reason::AfterBody, -0.8, |at| at.body_above > 0.4),
        Rule::new(Reason::Repeated, 1.0, |at| at.line.occurrences > 1),
        Rule::new(Reason::Repeated, 1.2, |at| at.line.occurrences > 2),
        Rule::new(Reason::Date, 0.9, |at| at.to_date <= 2),
        Rule::new(Reason::Date, 0.5, |at| at.to_date <= 8),
        Rule::new(Reason::Byline, 0.9, |at| at.to_byline <= 2),
        Rule::new(Reason::Byline, 0.4, |at| at.to_byline <= 8),
        // Bylines and dates stand under the title, and captions under them.
        Rule::new(Reason::BelowTitle, -1.5, |at| at.from_byline <= 15),
        Rule::new(Reason::BelowTitle, -0.6, |at| at.from_date <= 8),
        Rule::new(Reason::HeadsProse, 0.4, |at| at.words_after >= 12.0),
        Rule::new(Reason::Sentence, -1.5, |at| {
            at.line.shape.ends_sentence && !at.line.shape.ends_question
        }),
        Rule::new(Reason::BoilerplatePhrase, -1.3, |at| {
            at.line.signs.phrase.is_some()
        }),
        Rule::new(Reason::Separators, -1.0, |at| at.line.shape.separators > 0),
        Rule::new(Reason::Glued, -0.6, |at| at.line.shape.glued > 0),
        Rule::new(Reason::WithCredit, -2.0, |at| {
            at.over_credit || at.line.signs.credit
        }),
        Rule::new(Reason::Short, -1.3, |at| at.line.words < 3.0),
        Rule::new(Reason::Short, -1.0, |at| at.line.words < 5.0),
        Rule::new(Reason::Long, 0.6, |at| at.line.words >= 8.0),
        Rule::new(Reason::VeryLong, -1.2, |at| at.line.words > 18.0),
        Rule::new(Reason::VeryLong, -0.7, |at| at.line.words > 25.0),
    ];
}

/// The line that looks most like the title of what follows it, if any does, and whether it surely is.
pub fn find(lines: &[Neighbourhood<'_>]) -> Option<(usize, bool)> {
    let points = |i: usize| {
        let mut tally = Tally::new(BASE);
        tally.add(Neighbourhood::TITLE_RULES, &lines[i], 1.0);
        tally.points
    };
    // Of equals the first: `max_by` would take the last.
    let (best, most) = (0..lines.len())
        .rev()
        .filter(|&i| can_be_title(lines[i].line))
        .map(|i| (i, points(i)))
        .filter(|&(_, points)| points >= ENOUGH)
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let title = best.checked_sub(1).filter(|&above| {
        is_over_standfirst(lines[above].line, lines[best].line) && points(above) >= most - STANDFIRST_LEAD
    });
    Some((title.unwrap_or(best), most >= SURE))
}

/// Whether the two are a title and the standfirst under it, which shares more words with the body.
fn is_over_standfirst(above: &LineFeatures, below: &LineFeatures) -> bool {
    can_be_title(above)
        && above.words >= SHORTEST_OVER_STANDFIRST
        && below.words >= above.words.max(SHORTEST_STANDFIRST)
}

fn can_be_title(line: &LineFeatures) -> bool {
    let signs = &line.signs;
    let is_furniture = signs.phrase.is_some_and(|found| found.place == Place::Whole)
        || signs.share
        || signs.copyright
        || signs.price
        || signs.count
        || signs.byline
        || line.is_date();
    !is_furniture && (SHORTEST..=LONGEST).contains(&line.words) && line.shape.letters > 0
}
