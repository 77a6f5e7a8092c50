//! Which kind a line of boilerplate has. Its own words come before the box it stands in.

use crate::features::LineFeatures;
use crate::kind::Kind;
use crate::patterns::Place;

use super::neighbourhood::{COMMENTS_ABOVE, Neighbourhood, Span};

/// Teasers and captions have at least this many words; menu items seldom do.
const TEASER_WORDS: f32 = 7.0;

/// A caption shares at least this much of its terms with the body, and stands this near to it, in lines.
const CAPTION_OVERLAP: f32 = 0.35;
const CAPTION_WORDS: f32 = 6.0;
const CAPTION_REACH: usize = 12;
const AFTER_BODY_REACH: usize = 2;

/// An author's biography has at least this share of the body above it.
const BIOGRAPHY_ABOVE: f32 = 0.8;

/// A line of a newsletter box that says something has at least this many words.
const SENTENCE_WORDS: f32 = 3.0;

/// Between teasers at the very start of a paste, a short line is one of them; menus are longer.
const FIRST_LINES: usize = 10;

/// What the line says of itself, if it says anything.
pub fn own_kind(line: &LineFeatures) -> Option<Kind> {
    let signs = &line.signs;
    let phrase = signs
        .phrase
        .filter(|found| found.place != Place::Within || line.words < 25.0)
        .map(|found| found.kind);
    if signs.copyright {
        Some(Kind::Legal)
    } else if signs.email_field {
        Some(Kind::Interface)
    } else if signs.subscribe {
        Some(Kind::Subscribe)
    } else if line.shape.separators >= 2 {
        Some(Kind::Navigation)
    } else if signs.share {
        Some(Kind::Share)
    } else if line.shape.glued >= 3 {
        Some(Kind::Navigation)
    } else if signs.credit {
        Some(Kind::Credit)
    } else if let Some(kind) = phrase {
        Some(kind)
    } else if line.shape.letters == 0 || signs.count || signs.price || signs.address {
        Some(Kind::Other)
    } else {
        None
    }
}

/// The kind of the line at `i` by where it stands.
pub fn kind(lines: &[Neighbourhood<'_>], i: usize, body_start: Option<usize>) -> Kind {
    let at = &lines[i];
    let line = at.line;
    // Comments follow an article: where there is none, "12 comments" is a teaser's count.
    let section = at
        .section
        .map(|section| section.kind)
        .filter(|&kind| kind != Kind::Comment || body_start.is_some());
    if line.signs.comments {
        // Beside the byline it is a count; further down it heads the comments.
        return if at.body_above >= COMMENTS_ABOVE && body_start.is_some() {
            Kind::Comment
        } else {
            Kind::Other
        };
    }
    if at.under_ad {
        return Kind::Advertisement;
    }
    if line.signs.biography && at.body_above > BIOGRAPHY_ABOVE {
        return Kind::Credit;
    }
    if let Some(kind) = own_kind(line) {
        return match (kind, section) {
            // A time, a like count or a name that is a phrase too stand in comments as well.
            (Kind::Other, Some(Kind::Comment)) if line.words >= TEASER_WORDS => Kind::Comment,
            _ => kind,
        };
    }
    let is_teaser =
        |at: &Neighbourhood<'_>| at.line.words >= TEASER_WORDS || at.line.signs.ago || at.line.signs.day;
    let among_teasers = lines[i.saturating_sub(1)..(i + 2).min(lines.len())]
        .iter()
        .any(is_teaser);
    match section {
        Some(kind @ (Kind::Consent | Kind::Comment | Kind::Credit)) => return kind,
        Some(Kind::Subscribe) if line.words >= SENTENCE_WORDS => return Kind::Subscribe,
        Some(Kind::Legal) if line.words >= TEASER_WORDS => return Kind::Legal,
        Some(Kind::Related) if among_teasers => return Kind::Related,
        _ => {}
    }
    if let Some(kind @ (Kind::Subscribe | Kind::Consent)) = at.box_kind {
        return kind;
    }
    let near_body = match at.span {
        Span::Inside => true,
        Span::Before(lines) => lines <= CAPTION_REACH,
        Span::After(lines) => lines <= AFTER_BODY_REACH,
    };
    let is_caption = near_body
        && body_start.is_some()
        && line.words >= CAPTION_WORDS
        && at.overlap >= CAPTION_OVERLAP
        && line.shape.glued == 0;
    if at.over_credit || is_caption || line.signs.ends_credit && near_body {
        Kind::Caption
    } else if is_teaser(at)
        || at.beside_date
        || at.above_title && among_teasers && line.blanks_before == 0 && i < FIRST_LINES
    {
        Kind::Related
    } else {
        Kind::Navigation
    }
}
