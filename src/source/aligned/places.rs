//! Where the lines of a text lie in the structure of its HTML.

use super::words::Word;
use crate::structure::{CellStart, LinePlace, NONE, Span, Structure};

/// The structure of the HTML, and that of the text so far.
#[derive(Debug)]
pub struct Places<'a> {
    from: &'a Structure,
    to: Structure,
    /// For each line of the HTML the first line of the text that has words of it or of what follows.
    lines: Vec<u32>,
    /// The cell that spoke last.
    cell: u32,
}

impl<'a> Places<'a> {
    /// `count`: how many lines the HTML has.
    pub fn new(from: &'a Structure, count: usize) -> Self {
        Self {
            from,
            to: Structure {
                parts: from.parts.clone(),
                links: from.links.clone(),
                languages: from.languages.clone(),
                metadata: from.metadata.clone(),
                ..Structure::default()
            },
            lines: vec![NONE; count],
            cell: NONE,
        }
    }

    /// The next line of the text: the line of the HTML that has most of it, and its words with those of the HTML.
    pub fn line(&mut self, text: &str, most: Option<usize>, pairs: &[(Word, Word)]) {
        let number = self.to.lines.len() as u32;
        let first_span = self.to.spans.len();
        self.to.lines.push(LinePlace {
            part: most.map_or(NONE, |line| self.from.part_of(line)),
            first_span: first_span as u32,
        });
        for (own, other) in pairs {
            self.lines[other.line] = self.lines[other.line].min(number);
            self.cell_of(number, own, other);
            self.span_of(text, first_span, own, other);
        }
    }

    fn cell_of(&mut self, number: u32, own: &Word, other: &Word) {
        let cells = self.from.cells_of(other.line);
        let before = cells.partition_point(|cell| cell.start as usize <= other.start);
        let part = match before.checked_sub(1) {
            Some(last) => cells[last].part,
            // It goes on in the cell of the line before.
            None if self.from.cell_around(self.from.part_of(other.line)).is_some() => return,
            None => NONE,
        };
        if part != NONE && part != self.cell {
            self.to.cells.push(CellStart {
                line: number,
                start: own.start as u32,
                part,
            });
        }
        self.cell = part;
    }

    fn span_of(&mut self, text: &str, first_span: usize, own: &Word, other: &Word) {
        // A word may be linked in part: what is linked of it most is what counts.
        let spans = self.from.spans_of(other.line);
        let first = spans.partition_point(|span| span.end as usize <= other.start);
        let Some(span) = spans.get(first).filter(|span| (span.start as usize) < other.end) else {
            return;
        };
        let cut = |byte: u32| (byte as usize).clamp(other.start, other.end) - other.start;
        // The words differ in case at most, but a letter's other case may have more bytes.
        let (start, end) = if own.end - own.start == other.end - other.start {
            (own.start + cut(span.start), own.start + cut(span.end))
        } else {
            (own.start, own.end)
        };
        let span = Span {
            start: start as u32,
            end: end as u32,
            ..*span
        };
        self.to
            .add_span(first_span, text, span, |gap| gap.trim().is_empty());
    }

    /// The structure of the text.
    pub fn finish(mut self) -> Structure {
        // A picture stands before the next line that the text has.
        let end = self.to.lines.len() as u32;
        let mut next = end;
        for line in self.lines.iter_mut().rev() {
            next = next.min(*line);
            *line = next;
        }
        let pictures = self.from.pictures.iter().cloned().map(|mut picture| {
            picture.line = self.lines.get(picture.line as usize).copied().unwrap_or(end);
            picture
        });
        self.to.pictures = pictures.collect();
        self.to
    }
}
