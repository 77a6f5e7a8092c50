//! What a caller may choose.

use std::fmt;

use crate::kind::{Kind, KindSet};

/// The balanced strictness: what it keeps makes the best article on average.
pub const DEFAULT_STRICTNESS: f32 = 0.5;

/// What a caller may choose. `Options::default()` suits most pages.
#[derive(Clone, Debug, PartialEq)]
pub struct Options {
    /// The kinds that make the article.
    pub kinds: KindSet,
    /// From 0 to 1: lower keeps more, higher keeps less.
    strictness: f32,
    /// The address the page was taken from, if known: it helps to tell the site and the date, and makes links whole.
    pub url: Option<String>,
    /// Whether the article keeps its pictures, as links to where they are. Text has none.
    pub images: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            kinds: KindSet::CONTENT,
            strictness: DEFAULT_STRICTNESS,
            url: None,
            images: false,
        }
    }
}

impl Options {
    /// The options that keep this kind too.
    #[must_use]
    pub fn keep(mut self, kind: Kind) -> Self {
        self.kinds = self.kinds.with(kind);
        self
    }

    /// The options that drop this kind.
    #[must_use]
    pub fn drop(mut self, kind: Kind) -> Self {
        self.kinds = self.kinds.without(kind);
        self
    }

    /// The options with this address.
    #[must_use]
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(url.into());
        self
    }

    /// The options that keep pictures, or not.
    #[must_use]
    pub fn images(mut self, images: bool) -> Self {
        self.images = images;
        self
    }

    /// The options with this strictness, from 0 (keep all that may be content) to 1 (keep only what is sure).
    ///
    /// # Errors
    /// When `strictness` is not a number from 0 to 1.
    pub fn strictness(mut self, strictness: f32) -> Result<Self, StrictnessError> {
        if !(0.0..=1.0).contains(&strictness) {
            return Err(StrictnessError(strictness));
        }
        self.strictness = strictness;
        Ok(self)
    }

    /// The strictness, see [`Self::strictness`].
    pub(crate) fn chosen_strictness(&self) -> f32 {
        self.strictness
    }
}

/// A strictness that is not a number from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StrictnessError(f32);

impl fmt::Display for StrictnessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "strictness is {}; give a number from 0 (keep more) to 1 (keep less)",
            self.0
        )
    }
}

impl std::error::Error for StrictnessError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strictness_outside_its_range_is_refused_with_a_clear_word() {
        for bad in [-0.1, 1.1, f32::NAN] {
            let message = Options::default().strictness(bad).unwrap_err().to_string();
            assert!(
                message.contains("from 0 (keep more) to 1 (keep less)"),
                "{message}"
            );
        }
        assert!(Options::default().strictness(1.0).is_ok());
    }
}
