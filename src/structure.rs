//! How the lines of a page of markup lie in it: what the article keeps of the markup.
//!
//! It goes with the lines, and crosses to JavaScript and back as bytes, because an article is assembled again when a
//! person sets lines of it.

use serde::{Deserialize, Serialize};

use crate::metadata::Metadata;

/// Stands for no part, no link.
pub const NONE: u32 = u32::MAX;

/// Of the parts around a line so many are looked at; those further out give it no shape.
const DEEPEST: usize = 16;

/// The shape of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Structure {
    /// Its blocks, outer before inner.
    pub parts: Vec<Part>,
    /// Where each line lies, blank ones too.
    pub lines: Vec<LinePlace>,
    /// Text that is linked or not as usual, in the order of the lines.
    pub spans: Vec<Span>,
    /// Where each cell of a table begins to say something, in the order of the lines.
    pub cells: Vec<CellStart>,
    /// The addresses of links, as the page has them.
    pub links: Vec<String>,
    /// The names of the languages that code is in.
    pub languages: Vec<String>,
    pub pictures: Vec<Picture>,
    /// What the page says of itself beside its text.
    pub metadata: Metadata,
}

/// A block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    /// The smallest part around it that is more than a [`Shape::Block`], or [`NONE`].
    pub within: u32,
    pub shape: Shape,
}

/// What a block makes of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// Lines of its own, no more.
    Block,
    /// A heading, from 1 to 6.
    Heading(u8),
    /// A list without numbers.
    Bullets,
    /// A list with numbers, and the first of them.
    Numbers(u32),
    /// An item, and its number where it says one.
    Item(Option<u32>),
    /// A list of terms, each with what it means.
    Terms,
    Term,
    Meaning,
    Quote,
    /// Text whose white space counts, and the place of its language in [`Structure::languages`], or [`NONE`].
    Code(u32),
    Table,
    Row,
    Cell(Cell),
    Figure,
    /// What stands under a figure.
    Caption,
}

/// A cell of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Whether it heads a row or a column.
    pub is_header: bool,
    /// Over how many columns and rows it goes.
    pub columns: u16,
    pub rows: u16,
}

/// Where a line lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinePlace {
    /// The smallest part that it is in, or [`NONE`].
    pub part: u32,
    /// How many spans there are before those of this line.
    pub first_span: u32,
}

/// Some text of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Its bytes in the line.
    pub start: u32,
    pub end: u32,
    pub style: Style,
    /// The place of its address in [`Structure::links`], or [`NONE`].
    pub link: u32,
}

/// Where the text of a cell begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellStart {
    /// The index of the line, and the byte in it.
    pub line: u32,
    pub start: u32,
    /// The cell.
    pub part: u32,
}

/// A picture.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// The index of the line that it stands before.
    pub line: u32,
    /// The smallest part that it is in, or [`NONE`].
    pub part: u32,
    /// Its address, as the page has it, and what it shows, in words.
    pub address: String,
    pub alternative: String,
}

/// How text differs from the usual: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Style(u8);

impl Style {
    pub const STRONG: Self = Self(1);
    pub const EMPHASIS: Self = Self(2);
    pub const STRUCK: Self = Self(4);
    pub const CODE: Self = Self(8);
    pub const SUBSCRIPT: Self = Self(16);
    pub const SUPERSCRIPT: Self = Self(32);

    /// Whether all of `other` is in the set.
    pub const fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    pub fn is_usual(self) -> bool {
        self == Self::default()
    }
}

impl Structure {
    /// The shape of a part.
    pub fn shape(&self, part: u32) -> Shape {
        self.parts
            .get(part as usize)
            .map_or(Shape::Block, |part| part.shape)
    }

    /// The part, if it is more than a block, and those around it that are, the innermost first.
    pub fn around(&self, part: u32) -> impl Iterator<Item = (u32, Shape)> {
        let at = |part: u32| self.parts.get(part as usize).map(|found| (part, *found));
        std::iter::successors(at(part), move |(_, found)| at(found.within))
            .take(DEEPEST)
            .filter(|(_, found)| found.shape != Shape::Block)
            .map(|(part, found)| (part, found.shape))
    }

    /// The cell of a table that a part is, or is in.
    pub fn cell_around(&self, part: u32) -> Option<u32> {
        let mut around = self.around(part);
        around.find_map(|(part, shape)| matches!(shape, Shape::Cell(_)).then_some(part))
    }

    /// Adds a span to those of a line, of which there are some from `first` on. It goes on with the last where they are
    /// alike and nothing but a gap stands between them; where they are of one link, the gap is linked, too.
    pub fn add_span(&mut self, first: usize, line: &str, span: Span, is_gap: impl Fn(&str) -> bool) {
        let last = self.spans.get_mut(first..).and_then(<[Span]>::last_mut);
        let last = last.filter(|last| {
            let between = line.get(last.end as usize..span.start as usize);
            between.is_some_and(&is_gap)
        });
        match last {
            Some(last) if (last.style, last.link) == (span.style, span.link) => last.end = span.end,
            last => {
                if let Some(last) = last.filter(|last| last.link != NONE && last.link == span.link) {
                    last.end = span.start;
                }
                self.spans.push(span);
            }
        }
    }

    /// The smallest part that a line is in.
    pub fn part_of(&self, line: usize) -> u32 {
        self.lines.get(line).map_or(NONE, |place| place.part)
    }

    /// The spans of a line.
    pub fn spans_of(&self, line: usize) -> &[Span] {
        let first = |line: usize| self.lines.get(line).map(|place| place.first_span as usize);
        let Some(start) = first(line) else {
            return &[];
        };
        let end = first(line + 1).unwrap_or(self.spans.len());
        self.spans.get(start..end).unwrap_or_default()
    }

    /// The cells that begin in a line.
    pub fn cells_of(&self, line: usize) -> &[CellStart] {
        let line = line as u32;
        let start = self.cells.partition_point(|cell| cell.line < line);
        let end = self.cells.partition_point(|cell| cell.line <= line);
        self.cells.get(start..end).unwrap_or_default()
    }
}
