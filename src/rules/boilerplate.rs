//! Which kind a line of boilerplate has. Its own words come before the box it stands in.

use crate::features::LineFeatures;
use crate::kind::Kind;
use crate::patterns::Place;

use super::neighbourhood::{Neighbourhood, Span};

/// Teasers and captions have at least this many words; menu items seldom do.
const TEASER_WORDS: f32 = 7.0;

/// A caption shares at least this much of its terms with the body, and stands this near to it, in lines.
const CAPTION_OVERLAP: f32 = 0.35;
const CAPTION_WORDS: f32 = 6.0;
const CAPTION_REACH: usize = 12;

/// What the line says of itself, if it says anything.
pub fn own_kind(line: &LineFeatures) -> Option<Kind> {
    let signs = &line.signs;
    let phrase = signs
        .phrase
        .filter(|found| found.place != Place::Within || line.words < 25.0)
        .map(|found| found.kind);
    if signs.copyright {
        Some(Kind::Legal)
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

/// The kind of a line by where it stands.
pub fn kind(at: &Neighbourhood<'_>, body_start: Option<usize>) -> Kind {
    let line = at.line;
    let near_body = match at.span {
        Span::Inside => true,
        Span::Before(lines) => lines <= CAPTION_REACH,
        Span::After(lines) => lines <= 2,
    } && body_start.is_some();
    if let Some(kind) = own_kind(line) {
        return kind;
    }
    match at.section {
        Some(Kind::Consent) => return Kind::Consent,
        Some(Kind::Comment) => return Kind::Comment,
        Some(Kind::Related) if line.words >= 3.0 || at.beside_date => return Kind::Related,
        Some(Kind::Subscribe) if line.words >= 3.0 => return Kind::Subscribe,
        Some(Kind::Legal) if line.words >= TEASER_WORDS => return Kind::Legal,
        _ => {}
    }
    if near_body && line.words >= CAPTION_WORDS && at.overlap >= CAPTION_OVERLAP {
        Kind::Caption
    } else if line.words >= TEASER_WORDS || at.beside_date || line.signs.ago || line.signs.day {
        Kind::Related
    } else {
        Kind::Navigation
    }
}
