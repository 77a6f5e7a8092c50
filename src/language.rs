//! The language and the direction of a text.

use serde::Serialize;

use crate::chars::is_right_to_left;

/// The direction a text is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`, as HTML's `dir` attribute has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The direction most letters of `text` have; none when it has no letter.
    pub fn of(text: &str) -> Option<Self> {
        let (mut right_to_left, mut letters) = (0_usize, 0_usize);
        for c in text.chars().filter(|c| c.is_alphabetic()) {
            letters += 1;
            right_to_left += usize::from(is_right_to_left(c));
        }
        match letters {
            0 => None,
            _ if 2 * right_to_left > letters => Some(Self::Rtl),
            _ => Some(Self::Ltr),
        }
    }
}
