//! What a boilerplate heading began: "Most read", "Comments", "Sign up".

use crate::features::LineFeatures;
use crate::kind::Kind;

use super::{COMMENTS_ABOVE, TOPIC_SCORE};

/// The heading of a section has fewer words than this.
const LONGEST_HEADING: f32 = 8.0;

/// How far a heading such as "Most read" reaches, in lines; a newsletter box, a cookie notice and a few words about
/// the author are smaller.
const REACH: usize = 40;
const SUBSCRIBE_REACH: usize = 6;
const CONSENT_REACH: usize = 10;
const CREDIT_REACH: usize = 3;

/// A line of running text this long, in words, ends what a boilerplate heading began.
const END_WORDS: f32 = 45.0;

/// In the middle of an article, with this share of the body above, a paragraph of so many words ends a box.
const IN_ARTICLE: f32 = 0.1;
const BOX_END_WORDS: f32 = 20.0;

/// A subscription box has this share of the body above it, or a heading with so many words.
const SUBSCRIBE_ABOVE: f32 = 0.1;
const SUBSCRIBE_WORDS: f32 = 4.0;

/// Under a heading for other stories, one of the next lines has at least so many words.
const TEASER_REACH: usize = 3;
const TEASER_WORDS: f32 = 5.0;

/// What a boilerplate heading began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Section {
    /// What the heading announces.
    pub kind: Kind,
    /// The position of the heading.
    pub heading: usize,
}

/// For each line the boilerplate heading it stands under.
pub fn sections(lines: &[LineFeatures], alone: &[f32], above: &[f32]) -> Vec<Option<Section>> {
    let mut section: Option<Section> = None;
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let own = section.filter(|section| i - section.heading <= reach(section.kind));
            let ended = line.words >= END_WORDS && alone[i] > TOPIC_SCORE
                || own.is_some_and(|own| own.kind == Kind::Consent) && line.signs.says(Kind::Navigation)
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
    if line.words >= LONGEST_HEADING {
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
        line.signs.says(kind)
            || kind == Kind::Comment && line.signs.comments
            || kind == Kind::Subscribe && line.signs.subscribe
    })?;
    let next = &lines[i + 1..(i + 1 + TEASER_REACH).min(lines.len())];
    let holds = match kind {
        // "12 comments" beside the byline is a link to them.
        Kind::Comment => above >= COMMENTS_ABOVE,
        // At the top of a page "Subscribe" is a button; further down it may head a box.
        Kind::Subscribe => above >= SUBSCRIBE_ABOVE || line.words >= SUBSCRIBE_WORDS,
        // In a menu "Latest" and "Trending" are items like any other.
        Kind::Related => next.iter().any(|line| line.words >= TEASER_WORDS),
        _ => true,
    };
    holds.then_some(kind)
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
        _ => REACH,
    }
}
