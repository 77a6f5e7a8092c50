//! The body: what the kept lines make, for every output alike.

mod build;
mod frame;
mod layout;
mod leaves;
mod lists;
mod pictures;
mod tables;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use build::{Source, build};
pub(crate) use lists::List;
pub(crate) use tables::{Row, Table, TableCell};
pub(crate) use text::{Piece, Text};

/// A block of the body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Node<'a> {
    /// From 2 to 6: 1 is the title's.
    Heading {
        level: u8,
        text: Text<'a>,
    },
    /// Lines of one paragraph, as of a verse.
    Paragraph(Vec<Text<'a>>),
    /// Lists that stand as one block.
    Lists(Vec<List<'a>>),
    /// Terms and what they mean, each with whether it is a term.
    Terms(Vec<(bool, Vec<Node<'a>>)>),
    Quote(Vec<Node<'a>>),
    /// Lines as they stand in the output; a blank one is empty.
    Code {
        language: Option<&'a str>,
        lines: Vec<&'a str>,
    },
    Table(Table<'a>),
    /// Pictures or whatever else, and the lines that stand under or over them.
    Figure {
        before: Vec<Node<'a>>,
        caption: Vec<Text<'a>>,
        behind: Vec<Node<'a>>,
    },
    Picture {
        address: &'a str,
        alternative: &'a str,
    },
}

/// The text of the first paragraph that stands by itself, or in a quotation.
pub(crate) fn first_paragraph(nodes: &[Node<'_>]) -> Option<String> {
    nodes.iter().find_map(|node| match node {
        Node::Paragraph(lines) => {
            let lines: Vec<&str> = lines.iter().map(Text::whole).collect();
            Some(lines.join(" "))
        }
        _ => None,
    })
}
