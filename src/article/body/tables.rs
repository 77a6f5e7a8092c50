//! Tables.

use super::Text;
use crate::structure::{Cell, NONE, Shape, Structure};

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table<'a> {
    pub(crate) rows: Vec<Row<'a>>,
}

/// A row of a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row<'a> {
    pub(crate) cells: Vec<TableCell<'a>>,
    /// The row as it stands in the page, where it is one line.
    pub(crate) text: Option<&'a str>,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TableCell<'a> {
    pub(crate) lines: Vec<Text<'a>>,
    pub(crate) cell: Cell,
}

impl<'a> TableCell<'a> {
    /// A cell of one line.
    pub(super) fn of(text: Text<'a>) -> Self {
        Self {
            lines: vec![text],
            cell: Cell {
                is_header: false,
                columns: 1,
                rows: 1,
            },
        }
    }
}

impl Row<'_> {
    /// The row as one line, its cells apart by tabs.
    pub(crate) fn text(&self) -> String {
        if let Some(text) = self.text {
            return text.to_owned();
        }
        let cells = self.cells.iter().map(|cell| {
            let lines: Vec<&str> = cell.lines.iter().map(Text::whole).collect();
            lines.join(" ")
        });
        cells.collect::<Vec<_>>().join("\t")
    }

    /// Whether all its cells are headers.
    pub(crate) fn is_header(&self) -> bool {
        !self.cells.is_empty() && self.cells.iter().all(|cell| cell.cell.is_header)
    }
}

/// A table whose lines come one after another.
#[derive(Debug, Default)]
pub(super) struct Rows<'a> {
    /// Each with its part, and the parts of its cells.
    rows: Vec<(u32, Vec<u32>, Row<'a>)>,
}

impl<'a> Rows<'a> {
    /// Whether there is none so far.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Adds the text of a cell.
    pub(super) fn add(&mut self, structure: &Structure, cell: u32, text: Text<'a>) {
        let row = structure
            .parts
            .get(cell as usize)
            .map_or(NONE, |part| part.within);
        if row == NONE {
            return;
        }
        if self.rows.last().is_none_or(|(last, ..)| *last != row) {
            let cells = cells_of(structure, row);
            let empty = cells.iter().map(|&cell| empty(structure, cell)).collect();
            let own = Row {
                cells: empty,
                text: None,
            };
            self.rows.push((row, cells, own));
        }
        let Some((_, parts, row)) = self.rows.last_mut() else {
            return;
        };
        if let Ok(at) = parts.binary_search(&cell) {
            row.cells[at].lines.push(text);
        }
    }

    /// Adds a line that stands between the rows and in no cell: it is a row.
    pub(super) fn add_line(&mut self, text: Text<'a>) {
        let row = Row {
            cells: vec![TableCell::of(text)],
            text: None,
        };
        self.rows.push((NONE, Vec::new(), row));
    }

    pub(super) fn finish(self) -> Table<'a> {
        Table {
            rows: self.rows.into_iter().map(|(_, _, row)| row).collect(),
        }
    }
}

/// The cells of a row, in order.
fn cells_of(structure: &Structure, row: u32) -> Vec<u32> {
    let behind = structure.parts.get(row as usize + 1..).unwrap_or_default();
    let numbered = (row + 1..).zip(behind);
    // The row is over where a part is in something that is older than the row.
    let in_row = numbered.take_while(|(_, part)| part.within != NONE && part.within >= row);
    in_row
        .filter(|(_, part)| part.within == row && matches!(part.shape, Shape::Cell(_)))
        .map(|(at, _)| at)
        .collect()
}

fn empty<'a>(structure: &Structure, cell: u32) -> TableCell<'a> {
    let mut empty = TableCell::of(Text::default());
    empty.lines.clear();
    if let Shape::Cell(cell) = structure.shape(cell) {
        empty.cell = cell;
    }
    empty
}
