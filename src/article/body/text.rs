//! A line of the body, with its links and styles.

use std::ops::Range;

use crate::article::trim;
use crate::structure::{NONE, Span, Style};

/// A line of the body.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Text<'a> {
    line: &'a str,
    /// So many bytes at its beginning are a bullet or a number, for which most outputs have signs of their own.
    marker: usize,
    /// What is not as usual, in order.
    runs: Vec<Run<'a>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Run<'a> {
    bytes: Range<usize>,
    style: Style,
    link: Option<Link<'a>>,
}

/// A link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Link<'a> {
    /// Tells the links of a page apart.
    number: u32,
    /// Where it leads: an address of http, https or mailto.
    pub(crate) address: &'a str,
}

/// Text with one link and one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    pub(crate) text: &'a str,
    pub(crate) style: Style,
    pub(crate) link: Option<Link<'a>>,
}

impl<'a> Text<'a> {
    /// A line without links and styles.
    pub(super) fn plain(text: &'a str) -> Self {
        Self {
            line: text,
            ..Self::default()
        }
    }

    /// Some bytes of a line, without the white space at their ends. `links` are the page's by their numbers.
    pub(super) fn new(
        whole: &'a str,
        bytes: Range<usize>,
        spans: &[Span],
        links: &'a [Option<String>],
    ) -> Self {
        let within = whole.get(bytes.clone()).unwrap_or_default();
        let text = trim::line(within);
        let before = bytes.start + (text.as_ptr() as usize - within.as_ptr() as usize);
        // A row may have as many cells as spans: each is to look at its own alone.
        let first = spans.partition_point(|span| span.end as usize <= bytes.start);
        let own = spans[first..]
            .iter()
            .take_while(|span| (span.start as usize) < bytes.end);
        let runs = own.filter_map(|span| {
            let cut = |byte: u32| (byte as usize).clamp(before, before + text.len()) - before;
            let bytes = cut(span.start)..cut(span.end);
            let address = links.get(span.link as usize).and_then(Option::as_deref);
            let link = address.filter(|_| span.link != NONE).map(|address| Link {
                number: span.link,
                address,
            });
            // Bytes that begin or end within a character are not of this line.
            let is_some = !text.get(bytes.clone())?.trim().is_empty();
            (is_some && (link.is_some() || !span.style.is_usual())).then_some(Run {
                bytes,
                style: span.style,
                link,
            })
        });
        let mut runs: Vec<Run<'a>> = runs.collect();
        // What came from elsewhere may overlap.
        runs.dedup_by(|next, last| next.bytes.start < last.bytes.end);
        Self {
            line: text,
            marker: 0,
            runs,
        }
    }

    /// The line as it stands in the page.
    pub(crate) fn whole(&self) -> &'a str {
        self.line
    }

    /// The line without its marker.
    pub(crate) fn shown(&self) -> &'a str {
        &self.line[self.marker..]
    }

    /// What stands before the bytes that are shown is a marker.
    pub(super) fn with_marker(mut self, shown: &str) -> Self {
        self.marker = self.line.len() - shown.len();
        self
    }

    /// What is shown, in pieces of one link and one style each.
    pub(crate) fn pieces(&self) -> Vec<Piece<'a>> {
        let mut pieces = Vec::with_capacity(2 * self.runs.len() + 1);
        let mut at = self.marker;
        let mut push = |bytes: Range<usize>, style: Style, link: Option<Link<'a>>| {
            let text = self.line.get(bytes).unwrap_or_default();
            if !text.is_empty() {
                pieces.push(Piece { text, style, link });
            }
        };
        for run in &self.runs {
            let start = run.bytes.start.max(at);
            push(at..start, Style::default(), None);
            push(start..run.bytes.end.max(start), run.style, run.link);
            at = run.bytes.end.max(start);
        }
        push(at..self.line.len(), Style::default(), None);
        pieces
    }

    /// The line as a heading: bold by itself, and without the sign that leads to it.
    pub(super) fn of_heading(mut self) -> Self {
        for run in &mut self.runs {
            run.style = run.style.without(Style::STRONG);
        }
        self.line = trim::heading(self.line);
        self.runs.retain(|run| run.bytes.end <= self.line.len());
        self
    }
}
