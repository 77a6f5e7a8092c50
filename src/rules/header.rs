//! The lines that head the article: title, subtitle, byline, date.

use crate::features::LineFeatures;
use crate::patterns::Place;

use super::neighbourhood::Neighbourhood;

/// How far above running text a title may stand, in lines.
const TITLE_REACH: usize = 30;

/// A line with more than this share of the page's running text above it is no title.
const TITLE_BODY_ABOVE: f32 = 0.4;

/// Titles have between two and this many words.
const LONGEST_TITLE: f32 = 35.0;

/// How many lines above the title, and how many into the body, bylines and dates are searched.
const ABOVE_TITLE: usize = 4;
const INTO_BODY: usize = 2;

/// The longest standfirst, in words.
const LONGEST_SUBTITLE: f32 = 60.0;

/// What a line needs to be a title: see [`title_points`].
const TITLE_POINTS: f32 = 1.5;

/// What it needs to be one surely.
const SURE_TITLE_POINTS: f32 = 4.5;

/// The lines that head the article, as positions among the lines that are not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The headline.
    pub title: Option<usize>,
    /// The standfirst.
    pub subtitle: Option<usize>,
    /// Who wrote it.
    pub bylines: Vec<usize>,
    /// When it came out.
    pub dates: Vec<usize>,
    /// The first line of the body.
    pub body_start: Option<usize>,
}

/// The line that looks most like the title of what follows it, if any does, and whether it surely is.
pub fn title(lines: &[Neighbourhood<'_>]) -> Option<(usize, bool)> {
    (0..lines.len())
        .filter(|&i| {
            lines[i].to_prose <= TITLE_REACH
                && lines[i].body_above <= TITLE_BODY_ABOVE
                && can_be_title(lines[i].line)
        })
        .map(|i| (i, title_points(lines, i)))
        .filter(|&(_, points)| points >= TITLE_POINTS)
        .max_by(|a, b| a.1.total_cmp(&b.1))
        .map(|(i, points)| (i, points >= SURE_TITLE_POINTS))
}

/// Finds the rest of the header. `is_content` tells which lines score as content.
pub fn find(lines: &[Neighbourhood<'_>], title: Option<usize>, is_content: &[bool]) -> Header {
    let below = title.map_or(0, |title| title + 1);
    let Some(body_start) = body_start(&lines[below..], &is_content[below..]).map(|i| below + i) else {
        return Header::default();
    };
    let subtitle = title.and_then(|title| subtitle(lines, title, body_start));
    let top = title
        .unwrap_or_else(|| body_start.saturating_sub(ABOVE_TITLE))
        .saturating_sub(ABOVE_TITLE);
    let end = (body_start.max(subtitle.map_or(0, |subtitle| subtitle + 1)) + INTO_BODY).min(lines.len());
    let near = (top..end).filter(|&i| Some(i) != title && Some(i) != subtitle && !lines[i].line.is_prose());
    let dates: Vec<usize> = near.clone().filter(|&i| is_date(lines[i].line)).collect();
    let is_author = |i: usize| {
        lines[i].line.signs.byline
            || title.is_some_and(|title| i > title)
                && is_name(lines[i].line)
                && (dates.contains(&(i + 1)) || i > 0 && dates.contains(&(i - 1)))
    };
    let bylines = near.filter(|&i| !dates.contains(&i) && is_author(i)).collect();
    Header {
        title,
        subtitle,
        bylines,
        dates,
        body_start: Some(body_start),
    }
}

/// The first line of running text that is followed by more of it, or the first at all.
fn body_start(lines: &[Neighbourhood<'_>], is_content: &[bool]) -> Option<usize> {
    const WINDOW: usize = 8;
    let prose: Vec<bool> = lines
        .iter()
        .zip(is_content)
        .map(|(at, &content)| content && at.line.is_prose())
        .collect();
    let followed = |i: usize| prose[i + 1..(i + 1 + WINDOW).min(prose.len())].contains(&true);
    (0..prose.len())
        .find(|&i| prose[i] && followed(i))
        .or_else(|| prose.iter().position(|&prose| prose))
        .or_else(|| is_content.iter().position(|&content| content))
}

fn can_be_title(line: &LineFeatures) -> bool {
    let signs = &line.signs;
    let is_furniture = signs.phrase.is_some_and(|found| found.place == Place::Whole)
        || signs.share
        || signs.copyright
        || signs.ago
        || signs.price
        || signs.count
        || signs.byline
        || is_date(line);
    !is_furniture && line.words >= 1.5 && line.words <= LONGEST_TITLE && line.shape.letters > 0
}

/// How much the line looks like the title of what follows it.
fn title_points(lines: &[Neighbourhood<'_>], i: usize) -> f32 {
    let at = &lines[i];
    let line = at.line;
    let headed =
        (i + 1..(i + 5).min(lines.len())).any(|j| lines[j].line.signs.byline || is_date(lines[j].line));
    let mut points = 3.0 * at.overlap - 0.08 * at.to_prose as f32;
    points += match line.words {
        4.0..22.0 => 1.0,
        3.0..30.0 => 0.3,
        _ => 0.0,
    };
    for (holds, worth) in [
        (line.occurrences > 1, 0.6),
        (line.blanks_before > 0, 0.4),
        (at.blanks_after > 0, 0.4),
        (headed, 0.8),
        (line.shape.ends_sentence && !line.shape.ends_question, -0.8),
        (
            at.short_run >= 8 && line.blanks_before == 0 && at.blanks_after == 0,
            -1.0,
        ),
        (line.signs.credit, -1.5),
        (line.signs.phrase.is_some(), -0.7),
        (line.shape.separators > 0, -0.4),
        (line.shape.glued > 0, -0.7),
    ] {
        if holds {
            points += worth;
        }
    }
    points
}

/// The line right below the title, where it is no part of the body: something of the header stands between them.
fn subtitle(lines: &[Neighbourhood<'_>], title: usize, body_start: usize) -> Option<usize> {
    let i = title + 1;
    let line = lines.get(i)?.line;
    let signs = &line.signs;
    let is_furniture = signs.byline
        || signs.share
        || signs.credit
        || signs.ago
        || signs.phrase.is_some()
        || is_date(line)
        || signs.count;
    let is_header = |j: usize| {
        lines
            .get(j)
            .is_some_and(|at| at.line.signs.byline || is_date(at.line))
    };
    let parted = i < body_start || (i == body_start && (is_header(i + 1) || is_header(i + 2)));
    let fits = (5.0..=LONGEST_SUBTITLE).contains(&line.words);
    (fits && parted && !is_furniture).then_some(i)
}

/// Whether the line is a date and little else.
fn is_date(line: &LineFeatures) -> bool {
    line.words < 15.0 && (line.signs.day || line.signs.time || line.signs.ago)
}

/// Whether the line could be a name alone: two to five capitalized words.
fn is_name(line: &LineFeatures) -> bool {
    let shape = &line.shape;
    (2..=5).contains(&shape.cased_words)
        && shape.capitalized_words == shape.cased_words
        && shape.digits == 0
        && !shape.ends_sentence
        && line.signs.phrase.is_none()
        && line.words < 6.0
}
