//! Which kind a line of content has.

use crate::features::{CODE_INDENT, LineFeatures};
use crate::kind::Kind;

use super::neighbourhood::Neighbourhood;

/// The longest heading and the longest list item, in words.
const LONGEST_HEADING: f32 = 14.0;
const LONGEST_ITEM: f32 = 30.0;

/// A heading stands over a line with at least this many words, or over a list.
const HEADED_WORDS: f32 = 9.0;

/// A page with so many short questions is an interview.
const QUESTIONS_OF_INTERVIEW: usize = 4;

/// A quotation with fewer words is an answer.
const QUOTED_WORDS: f32 = 5.0;

/// The kind of the line at `i`, which is content as `is_content` tells of each line.
pub fn kind(lines: &[Neighbourhood<'_>], is_content: &[bool], i: usize, is_interview: bool) -> Kind {
    let at = &lines[i];
    let line = at.line;
    let content = |j: usize| is_content[j].then(|| lines[j].line);
    let above = i.checked_sub(1).and_then(content);
    let below = Some(i + 1).filter(|&j| j < lines.len()).and_then(content);
    if line.shape.tabs > 0 && !line.is_code() {
        Kind::Table
    } else if at.in_code
        || line.is_code()
        || is_indented(line)
            && (above.is_some_and(LineFeatures::is_code) || below.is_some_and(LineFeatures::is_code))
    {
        Kind::Code
    } else if is_quote(at, above) {
        Kind::Quote
    } else if is_item(line, above, below, at.blanks_after) {
        Kind::List
    } else if is_heading(at, below) && !(is_interview && line.shape.ends_question) {
        Kind::Heading
    } else {
        Kind::Paragraph
    }
}

/// Whether so many lines of content are short questions that they are asked, not set over the text.
pub fn is_interview(lines: &[Neighbourhood<'_>], is_content: &[bool]) -> bool {
    let is_question =
        |at: &Neighbourhood<'_>| at.line.shape.ends_question && at.line.words <= LONGEST_HEADING;
    let questions = lines
        .iter()
        .zip(is_content)
        .filter(|(at, content)| **content && is_question(at));
    questions.take(QUESTIONS_OF_INTERVIEW).count() == QUESTIONS_OF_INTERVIEW
}

fn is_indented(line: &LineFeatures) -> bool {
    line.shape.indent >= CODE_INDENT && !line.shape.ends_sentence
}

/// A quotation that is the whole line is set apart from the text, unless the line above leads up to it.
fn is_quote(at: &Neighbourhood<'_>, above: Option<&LineFeatures>) -> bool {
    let shape = &at.line.shape;
    shape.is_quoted_whole
        && at.line.words >= QUOTED_WORDS
        && at.group == 1
        && !above.is_some_and(|above| above.shape.ends_colon)
}

/// Items follow each other with no blank line between, or begin with a bullet.
fn is_item(
    line: &LineFeatures,
    above: Option<&LineFeatures>,
    below: Option<&LineFeatures>,
    blanks_after: usize,
) -> bool {
    let fits = |other: Option<&LineFeatures>| other.is_some_and(|other| other.words < LONGEST_ITEM);
    line.shape.starts_bullet
        || line.words < LONGEST_ITEM
            && (line.blanks_before == 0 && fits(above)
                || blanks_after == 0 && fits(below) && !line.shape.ends_colon)
}

fn is_heading(at: &Neighbourhood<'_>, below: Option<&LineFeatures>) -> bool {
    let line = at.line;
    let ended = line.shape.ends_sentence && !line.shape.ends_question || line.shape.ends_colon;
    line.words <= LONGEST_HEADING
        && !ended
        && (line.blanks_before > 0 || at.blanks_after > 0)
        && below.is_some_and(|below| below.words >= HEADED_WORDS || at.blanks_after > 0)
}
