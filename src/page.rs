//! The page: lines in reading order, as every source delivers them.

use crate::chars::trim;

/// A page as lines in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page<'a> {
    /// Every line, blank ones too.
    pub lines: Vec<PageLine<'a>>,
}

/// One line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageLine<'a> {
    /// Counted from 1.
    pub number: usize,
    /// The line as it stands in the input, without its end.
    pub text: &'a str,
    /// The line without white space and invisible marks at its ends; empty for a blank line.
    pub trimmed: &'a str,
    /// How many blank lines stand right before it.
    pub blanks_before: usize,
}

impl<'a> Page<'a> {
    /// The page made of these lines.
    pub fn new(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let mut blanks_before = 0;
        let lines = texts
            .into_iter()
            .enumerate()
            .map(|(index, text)| {
                let line = PageLine {
                    number: index + 1,
                    text,
                    trimmed: trim(text),
                    blanks_before,
                };
                blanks_before = if line.is_blank() { blanks_before + 1 } else { 0 };
                line
            })
            .collect();
        Self { lines }
    }
}

impl PageLine<'_> {
    /// Whether nothing can be seen on the line.
    pub fn is_blank(&self) -> bool {
        self.trimmed.is_empty()
    }
}
