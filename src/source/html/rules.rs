//! What the standard says of elements whose tags are left out or out of order.

use crate::markup::Tag;

/// What an end tag does not reach over.
#[derive(Clone, Copy, Debug)]
pub enum Stop {
    /// Of blocks: tables and their cells.
    Scope,
    /// Of paragraphs: buttons, too.
    Button,
    /// Of items: every block that is no item, no paragraph and no plain box.
    Item,
    /// Of rows and cells: the table.
    Table,
    /// Of inline elements: every block.
    Block,
}

pub const STOPS: usize = Stop::Block as usize + 1;

/// Drawings and formulas, which have elements of their own.
pub const FOREIGN: [Tag; 2] = [Tag::Svg, Tag::Math];

pub const HEADINGS: [Tag; 6] = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];

/// Which sorts of [`Stop`] the element is.
pub const fn stops(tag: Tag) -> [bool; STOPS] {
    let is_scope = matches!(
        tag,
        Tag::Html | Tag::Table | Tag::Td | Tag::Th | Tag::Caption | Tag::Template | Tag::Object | Tag::Svg
    );
    let is_plain = matches!(
        tag,
        Tag::Li | Tag::Dd | Tag::Dt | Tag::P | Tag::Div | Tag::Address | Tag::Option
    );
    let is_block = tag.is_block();
    let is_table = matches!(tag, Tag::Table | Tag::Template | Tag::Html);
    [
        is_scope,
        is_scope || matches!(tag, Tag::Button),
        is_scope || is_block && !is_plain,
        is_table,
        is_scope || is_block,
    ]
}

/// Whether the element stands in no drawing: where one is open, its end tag was left out.
pub const fn leaves_drawing(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::B
            | Tag::Blockquote
            | Tag::Body
            | Tag::Br
            | Tag::Center
            | Tag::Code
            | Tag::Dd
            | Tag::Div
            | Tag::Dl
            | Tag::Dt
            | Tag::Em
            | Tag::Embed
            | Tag::H1
            | Tag::H2
            | Tag::H3
            | Tag::H4
            | Tag::H5
            | Tag::H6
            | Tag::Head
            | Tag::Hr
            | Tag::I
            | Tag::Img
            | Tag::Li
            | Tag::Menu
            | Tag::Meta
            | Tag::Ol
            | Tag::P
            | Tag::Pre
            | Tag::S
            | Tag::Small
            | Tag::Span
            | Tag::Strong
            | Tag::Strike
            | Tag::Sub
            | Tag::Sup
            | Tag::Table
            | Tag::Tt
            | Tag::U
            | Tag::Ul
            | Tag::Var
    )
}

/// Whether the element may stand in the head.
pub const fn is_of_head(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Title
            | Tag::Meta
            | Tag::Link
            | Tag::Script
            | Tag::Style
            | Tag::Base
            | Tag::Noscript
            | Tag::Template
            | Tag::Noframes
            | Tag::Html
    )
}
