//! What the classifier says of a line.

mod decide;
mod header;
mod index;
mod items;
mod title;

use crate::kind::Kind;
use crate::reason::Reason;

pub use decide::decide;

/// What the classifier says of a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Labels {
    /// Of each line, blank ones too.
    pub lines: Vec<Label>,
    /// How sure it is, from 0 to 1, that the page has an article and that this is it.
    pub confidence: f32,
}

/// What the classifier says of one line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// What the line is.
    pub kind: Kind,
    /// The probability, from 0 to 1, that the line belongs in the body.
    pub score: f32,
    /// What weighed most.
    pub reason: Reason,
}

impl Label {
    /// The label of a blank line.
    pub const BLANK: Self = Self {
        kind: Kind::Blank,
        score: 0.0,
        reason: Reason::Blank,
    };
}
