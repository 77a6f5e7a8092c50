//! The page: lines in reading order, as every source delivers them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use crate::chars::trim;
use crate::markup::Markup;
use crate::reshaped;
use crate::source::Rendered;
use crate::structure::Structure;

/// A page as lines in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page<'a> {
    /// Every line, blank ones too.
    pub lines: Vec<PageLine<'a>>,
    /// What the markup says, where the page came with any.
    pub markup: Option<&'a Markup>,
    /// Where the lines lie in it.
    pub structure: Option<&'a Arc<Structure>>,
}

/// One line of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PageLine<'a> {
    /// Counted from 1.
    pub number: usize,
    /// The line as it stands in the input, without its end.
    pub text: &'a str,
    /// The line without the marks that a mail program has quoted it with.
    pub unquoted: &'a str,
    /// The same without white space and invisible marks at its ends; empty for a blank line.
    pub trimmed: &'a str,
    /// How many blank lines stand right before it.
    pub blanks_before: usize,
    /// Whether it goes on with the line right above: a program has wrapped the two.
    pub goes_on: bool,
}

impl<'a> Page<'a> {
    /// The page made of these lines.
    pub fn new(texts: impl IntoIterator<Item = &'a str>) -> Self {
        let texts: Vec<&str> = texts.into_iter().collect();
        let mut unquoted = texts.clone();
        reshaped::unquote(&mut unquoted);
        let goes_on = reshaped::goes_on(&unquoted);
        let mut blanks_before = 0;
        let lines = texts
            .into_iter()
            .enumerate()
            .map(|(index, text)| {
                let line = PageLine {
                    number: index + 1,
                    text,
                    unquoted: unquoted[index],
                    trimmed: trim(unquoted[index]),
                    blanks_before,
                    goes_on: goes_on[index],
                };
                blanks_before = if line.is_blank() { blanks_before + 1 } else { 0 };
                line
            })
            .collect();
        Self {
            lines,
            markup: None,
            structure: None,
        }
    }

    /// The page that was rendered from markup.
    pub fn rendered(rendered: &'a Rendered) -> Self {
        Self {
            markup: Some(&rendered.markup),
            structure: Some(&rendered.structure),
            ..Self::new(rendered.text.split_terminator('\n'))
        }
    }

    /// The lines as they were before a program wrapped them: for each its place among the lines, and its text. Blank
    /// lines are left out.
    pub fn whole_lines(&self) -> Vec<(Range<usize>, Cow<'a, str>)> {
        let mut whole: Vec<(Range<usize>, Cow<'a, str>)> = Vec::new();
        for (index, line) in self.lines.iter().enumerate() {
            match whole.last_mut() {
                Some((range, text)) if line.goes_on => {
                    range.end = index + 1;
                    reshaped::join(text.to_mut(), line.unquoted);
                }
                _ if line.is_blank() => {}
                _ => whole.push((index..index + 1, Cow::Borrowed(line.unquoted))),
            }
        }
        whole
    }
}

impl PageLine<'_> {
    /// Whether nothing can be seen on the line.
    pub fn is_blank(&self) -> bool {
        self.trimmed.is_empty()
    }
}
