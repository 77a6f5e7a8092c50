//! Tables as GFM has them.

use super::inline::line;
use crate::article::{Row, Table, TableCell};

/// A cell goes over so many columns at most, and a table is filled up to so many times the cells that it has: a
/// stranger's numbers must not let a short page make a long table.
const MOST_COLUMNS: u16 = 64;
const FILLED: usize = 4;

/// The first row is the header, which GFM demands, and as wide as the widest. The others are as long as they are:
/// a reader of GFM fills them up, and filling them up here would let one wide row make a short paste huge.
pub(super) fn table(table: &Table<'_>) -> String {
    let rows = grid(&table.rows);
    let width = rows.iter().map(Vec::len).max().unwrap_or(1);
    let mut lines = Vec::with_capacity(rows.len() + 1);
    for (i, mut cells) in rows.into_iter().enumerate() {
        if i == 0 {
            cells.resize(width, String::new());
        }
        lines.push(format!("| {} |", cells.join(" | ")));
        if i == 0 {
            lines.push(format!("|{}", " --- |".repeat(width)));
        }
    }
    lines.join("\n")
}

/// The cells of the rows, with empty ones where a cell from the left or from above goes on.
fn grid(rows: &[Row<'_>]) -> Vec<Vec<String>> {
    let mut room = FILLED * rows.iter().map(|row| row.cells.len()).sum::<usize>();
    // For each column how many more rows a cell from above goes on in.
    let mut above: Vec<u16> = Vec::new();
    let mut grid = Vec::with_capacity(rows.len());
    for row in rows {
        let mut cells = Vec::with_capacity(row.cells.len());
        let mut at = 0;
        for cell in &row.cells {
            fill(&mut cells, &mut above, &mut at, &mut room);
            cells.push(text(cell));
            let columns = cell.cell.columns.clamp(1, MOST_COLUMNS);
            for i in 0..usize::from(columns) {
                if i > 0 && room > 0 {
                    cells.push(String::new());
                    room -= 1;
                }
                if above.len() <= at {
                    above.resize(at + 1, 0);
                }
                above[at] = cell.cell.rows.max(1) - 1;
                at += 1;
            }
        }
        fill(&mut cells, &mut above, &mut at, &mut room);
        grid.push(cells);
    }
    grid
}

/// Goes over the columns where a cell from above goes on.
fn fill(cells: &mut Vec<String>, above: &mut [u16], at: &mut usize, room: &mut usize) {
    while let Some(rows) = above.get_mut(*at).filter(|rows| **rows > 0)
        && *room > 0
    {
        *rows -= 1;
        *room -= 1;
        *at += 1;
        cells.push(String::new());
    }
}

fn text(cell: &TableCell<'_>) -> String {
    let lines = cell.lines.iter().map(|text| {
        let line = line(text);
        // A bar at the start of a line is escaped there already.
        let start = if text.shown().starts_with('|') {
            line.strip_prefix('\\')
        } else {
            None
        };
        start.unwrap_or(&line).replace('|', "\\|")
    });
    lines.collect::<Vec<_>>().join(" ")
}
