//! What a line makes where it stands, after the lines before it.

use super::lists::add_line;
use super::{Node, Row, Table, TableCell, Text};
use crate::kind::Kind;

/// How a line stands to the one that was kept before it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joint {
    /// Whether nothing but blank lines stands between, and both are of one sort.
    pub(super) joins: bool,
    /// How many blank lines.
    pub(super) blanks: usize,
    /// Whether the markup has both in one block.
    pub(super) one_part: bool,
}

/// What a line is where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Leaf<'a> {
    Heading(u8),
    Code(Option<&'a str>),
    Of(Kind),
}

/// Adds a line.
pub(super) fn add<'a>(nodes: &mut Vec<Node<'a>>, leaf: Leaf<'a>, text: Text<'a>, joint: Joint) {
    let last = nodes.last_mut().filter(|_| joint.joins);
    match (leaf, last) {
        (Leaf::Heading(level), _) => nodes.push(Node::Heading { level, text }),
        (Leaf::Code(_), Some(Node::Code { lines, .. })) => {
            lines.extend(std::iter::repeat_n("", joint.blanks));
            lines.push(text.whole());
        }
        (Leaf::Code(language), _) => nodes.push(Node::Code {
            language,
            lines: vec![text.whole()],
        }),
        (Leaf::Of(Kind::List), Some(Node::Lists(lists))) => add_line(lists, text),
        (Leaf::Of(Kind::List), _) => {
            let mut lists = Vec::new();
            add_line(&mut lists, text);
            nodes.push(Node::Lists(lists));
        }
        (Leaf::Of(Kind::Table), Some(Node::Table(table))) => table.rows.push(row(text.whole())),
        (Leaf::Of(Kind::Table), _) => nodes.push(Node::Table(Table {
            rows: vec![row(text.whole())],
        })),
        (Leaf::Of(Kind::Quote), Some(Node::Quote(quoted))) if joint.one_part && joint.blanks == 0 => {
            add(quoted, Leaf::Of(Kind::Paragraph), text, joint);
        }
        (Leaf::Of(Kind::Quote), _) => nodes.push(Node::Quote(vec![Node::Paragraph(vec![text])])),
        (Leaf::Of(_), Some(Node::Paragraph(lines))) if joint.one_part && joint.blanks == 0 => {
            lines.push(text);
        }
        (Leaf::Of(_), _) => nodes.push(Node::Paragraph(vec![text])),
    }
}

/// A row as text has it: cells apart by tabs.
fn row(text: &str) -> Row<'_> {
    let cells = text
        .split('\t')
        .map(|cell| TableCell::of(Text::plain(cell.trim())));
    Row {
        cells: cells.collect(),
        text: Some(text),
    }
}
