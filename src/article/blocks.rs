//! The blocks of the body, from the lines that are kept.

use super::{Line, trim};
use crate::kind::Kind;

/// A block of the body: one paragraph, one heading, or a whole list, table or stretch of code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block<'a> {
    /// `Heading`, `Paragraph`, `List`, `Quote`, `Code`, `Table`, `Caption` or `Credit`.
    pub(crate) kind: Kind,
    /// Its lines as they stand in the output. In code an inner blank line is the empty string.
    pub(crate) lines: Vec<&'a str>,
}

/// The blocks that the kept lines make, in the order of the page.
///
/// Neighbouring lines of a list, a table or a piece of code make one block, over blank lines but not over a line
/// that was dropped: two examples with a "Copy" button between them are two.
pub(crate) fn blocks<'a>(lines: &'a [Line<'_>]) -> Vec<Block<'a>> {
    let mut blocks: Vec<Block<'a>> = Vec::new();
    let mut blanks = 0;
    let mut joins = false;
    for line in lines {
        if line.kind == Kind::Blank {
            blanks += 1;
            continue;
        }
        let kind = kind_in_body(line.kind);
        if !line.stands() || line.kind.is_header() {
            joins = false;
        } else {
            let text = if kind == Kind::Code {
                trim::code(&line.text)
            } else {
                trim::line(&line.text)
            };
            match blocks.last_mut() {
                Some(block) if joins && block.kind == kind && has_many_lines(kind) => {
                    if kind == Kind::Code {
                        block.lines.extend(std::iter::repeat_n("", blanks));
                    }
                    block.lines.push(text);
                }
                _ => blocks.push(Block {
                    kind,
                    lines: vec![text],
                }),
            }
            joins = true;
        }
        blanks = 0;
    }
    blocks
}

fn has_many_lines(kind: Kind) -> bool {
    matches!(kind, Kind::List | Kind::Code | Kind::Table)
}

/// What a kept line stands as: boilerplate that a person or an option keeps is a paragraph.
fn kind_in_body(kind: Kind) -> Kind {
    if kind.is_body() || matches!(kind, Kind::Caption | Kind::Credit) {
        kind
    } else {
        Kind::Paragraph
    }
}
