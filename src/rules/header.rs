//! The lines that head the article: title, subtitle, byline, date.

use crate::features::LineFeatures;

use super::neighbourhood::Neighbourhood;

/// How many lines above the title, how many below it, and how many above and into the body, bylines and dates are
/// searched.
const ABOVE_TITLE: usize = 4;
const BELOW_TITLE: usize = 40;
const INTO_BODY: usize = 2;

/// The longest standfirst, in words.
const LONGEST_SUBTITLE: f32 = 60.0;

/// The lines that head the article, as positions among the lines that are not blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Header {
    /// The headline.
    pub title: Option<usize>,
    /// The standfirst.
    pub subtitle: Option<usize>,
    /// Who wrote it, in order.
    pub bylines: Vec<usize>,
    /// When it came out, in order.
    pub dates: Vec<usize>,
    /// The first line of the body.
    pub body_start: Option<usize>,
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
    let is_near = |i: usize| i <= below + BELOW_TITLE || i + BELOW_TITLE >= end;
    let near = (top..end)
        .filter(|&i| is_near(i) && Some(i) != title && Some(i) != subtitle && !lines[i].line.is_prose());
    let dates: Vec<usize> = near.clone().filter(|&i| lines[i].line.is_date()).collect();
    let is_author = |i: usize| {
        lines[i].line.signs.byline
            || title.is_some_and(|title| i > title)
                && is_name(lines[i].line)
                && (holds(&dates, i + 1) || i > 0 && holds(&dates, i - 1))
    };
    let bylines = near.filter(|&i| !holds(&dates, i) && is_author(i)).collect();
    Header {
        title,
        subtitle,
        bylines,
        dates,
        body_start: Some(body_start),
    }
}

/// Whether a position is among others that are in order.
pub fn holds(positions: &[usize], i: usize) -> bool {
    positions.binary_search(&i).is_ok()
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
        || line.is_date()
        || signs.count;
    let is_header = |j: usize| {
        lines
            .get(j)
            .is_some_and(|at| at.line.signs.byline || at.line.is_date())
    };
    let parted = i < body_start || (i == body_start && (is_header(i + 1) || is_header(i + 2)));
    let fits = (5.0..=LONGEST_SUBTITLE).contains(&line.words);
    (fits && parted && !is_furniture).then_some(i)
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
