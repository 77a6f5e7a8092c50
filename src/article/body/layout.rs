//! Lists, tables and quotations that are only there to lay a page out.

use crate::article::Line;
use crate::kind::Kind;
use crate::structure::{Shape, Structure};

/// A list whose items hold headings and so many characters each, or so many without a heading, is a row of sections.
const SECTION: usize = 400;
const LONG_SECTION: usize = 1_200;

/// A table with a longer cell than this, in characters, lays text out.
const LONGEST_CELL: usize = 1_000;

/// A quotation that has more of the body than this is the body.
const MOST_OF_BODY: f32 = 0.8;

/// The length of the longest cell in a line, in characters: a row is a line.
fn longest_piece(structure: &Structure, at: usize, line: &Line<'_>) -> usize {
    let starts = structure.cells_of(at).iter().map(|cell| cell.start as usize);
    let bounds: Vec<usize> = [0].into_iter().chain(starts).chain([line.text.len()]).collect();
    let pieces = bounds
        .windows(2)
        .filter_map(|bounds| line.text.get(bounds[0]..bounds[1]));
    pieces.map(|piece| piece.chars().count()).max().unwrap_or(0)
}

/// What a part holds of the lines that stand in the article.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    characters: usize,
    headings: usize,
    /// Of a list, the items; of a table, the most cells in a row.
    items: usize,
    last_item: Option<u32>,
    longest: usize,
    /// Of a table, whether it holds what no cell of data does.
    holds_blocks: bool,
}

/// Which parts are there only for the layout.
#[derive(Debug, Default)]
pub(super) struct Layout {
    /// Of each part that holds some.
    held: Vec<Option<Held>>,
    all: usize,
}

impl Layout {
    /// Of the lines that stand in the body.
    pub(super) fn of<'a>(structure: &Structure, lines: impl Iterator<Item = (usize, &'a Line<'a>)>) -> Self {
        let parts = structure.parts.len();
        let mut layout = Self {
            held: vec![None; parts],
            all: 0,
        };
        let mut columns = vec![0; parts];
        for part in &structure.parts {
            if matches!(part.shape, Shape::Cell(_))
                && let Some(columns) = columns.get_mut(part.within as usize)
            {
                *columns += 1;
            }
        }
        for (at, line) in lines {
            let characters = line.text.chars().count();
            layout.all += characters;
            let (mut item, mut row, mut has_blocks) = (None, None, line.kind == Kind::Code);
            let mut is_heading = line.kind == Kind::Heading;
            // Of the cell that the line is in.
            let mut longest = 0;
            // Those that are around are there.
            for (part, shape) in structure.around(structure.part_of(at)) {
                let held = layout.held[part as usize].get_or_insert_default();
                held.characters += characters;
                is_heading |= matches!(shape, Shape::Heading(_));
                held.headings += usize::from(is_heading);
                match shape {
                    Shape::Item(_) => item = Some(part),
                    Shape::Bullets | Shape::Numbers(_) => {
                        held.items += usize::from(item.is_some() && held.last_item != item);
                        held.last_item = item.or(held.last_item);
                    }
                    Shape::Row => row = Some(part),
                    Shape::Cell(_) => {
                        held.longest += longest_piece(structure, at, line);
                        longest = held.longest;
                    }
                    Shape::Table => {
                        let cells = row.map_or(0, |row| columns[row as usize]);
                        held.items = held.items.max(cells);
                        held.holds_blocks |= has_blocks;
                        held.longest = held.longest.max(longest);
                    }
                    _ => {}
                }
                has_blocks |= !matches!(
                    shape,
                    Shape::Row | Shape::Cell(_) | Shape::Bullets | Shape::Numbers(_) | Shape::Item(_)
                );
            }
        }
        layout
    }

    /// Whether the part is only there for the layout.
    pub(super) fn has(&self, part: u32, shape: Shape) -> bool {
        let Some(Some(held)) = self.held.get(part as usize) else {
            return true;
        };
        match shape {
            Shape::Bullets | Shape::Numbers(_) => {
                let mean = held.characters / held.items.max(1);
                mean > LONG_SECTION || held.headings > 0 && mean > SECTION
            }
            Shape::Table => {
                held.items < 2 || held.headings > 0 || held.holds_blocks || held.longest > LONGEST_CELL
            }
            Shape::Quote => held.characters as f32 > MOST_OF_BODY * self.all as f32,
            _ => false,
        }
    }
}
