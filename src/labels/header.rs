//! The lines that head the article, where plain code knows better than the model: a pattern has found a date or a
//! byline, or the line's place makes it the standfirst.

use crate::features::LineFeatures;
use crate::kind::Kind;

/// How many lines above and below the title dates and bylines head the article, and how many lines into the body.
const ABOVE_TITLE: usize = 4;
const BELOW_TITLE: usize = 40;
const INTO_BODY: usize = 2;

/// The shortest and the longest standfirst, in words.
const SUBTITLE_WORDS: std::ops::RangeInclusive<f32> = 5.0..=60.0;

/// A byline or a date stands so near below a standfirst, in lines.
const BELOW_SUBTITLE: usize = 3;

/// Sets the kinds of the lines around the title.
pub fn complete(lines: &[LineFeatures], kinds: &mut [Kind], title: usize) {
    let below = title + 1;
    let is_prose = |i: usize| kinds[i].is_body() && lines[i].is_prose();
    let body = (below..lines.len()).find(|&i| is_prose(i)).unwrap_or(lines.len());
    let end = (body + INTO_BODY).min(below + BELOW_TITLE).min(lines.len());
    for i in title.saturating_sub(ABOVE_TITLE)..end {
        let line = &lines[i];
        if i == title || line.is_prose() {
            continue;
        }
        if line.signs.byline {
            kinds[i] = Kind::Byline;
        } else if line.is_date() {
            kinds[i] = Kind::Date;
        }
    }
    let heads = |i: usize| matches!(kinds.get(i), Some(Kind::Byline | Kind::Date));
    let followed = (below + 1..=below + BELOW_SUBTITLE).any(heads);
    if below < lines.len() && followed && can_be_subtitle(&lines[below], kinds[below]) {
        kinds[below] = Kind::Subtitle;
    }
}

fn can_be_subtitle(line: &LineFeatures, kind: Kind) -> bool {
    let signs = &line.signs;
    let is_free = matches!(
        kind,
        Kind::Paragraph | Kind::Heading | Kind::Caption | Kind::Related | Kind::Navigation | Kind::Other
    );
    is_free
        && SUBTITLE_WORDS.contains(&line.words)
        && signs.phrase.is_none()
        && !(signs.share || signs.credit || signs.count)
}
