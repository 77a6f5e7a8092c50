//! A part of the page that is open while its lines come.

use super::leaves::Leaf;
use super::lists::{self, lists_of};
use super::tables::Rows;
use super::{Node, Text};
use crate::structure::Shape;

/// A part that is open, and what it holds so far.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub(super) part: u32,
    pub(super) shape: Shape,
    pub(super) nodes: Vec<Node<'a>>,
    /// Of a list or of terms, what has ended, with its shape.
    pub(super) entries: Vec<(Shape, Vec<Node<'a>>)>,
    pub(super) caption: Vec<Text<'a>>,
    /// How many of the nodes stand before the caption.
    before_caption: usize,
    pub(super) rows: Rows<'a>,
    /// What the last line was, and the part that makes it so.
    pub(super) last: Option<(Leaf<'a>, u32)>,
}

impl<'a> Frame<'a> {
    pub(super) fn of(part: u32, shape: Shape) -> Self {
        Self {
            part,
            shape,
            nodes: Vec::new(),
            entries: Vec::new(),
            caption: Vec::new(),
            before_caption: 0,
            rows: Rows::default(),
            last: None,
        }
    }

    fn is_list(&self) -> bool {
        matches!(self.shape, Shape::Bullets | Shape::Numbers(_))
    }

    /// Where what comes next stands: what is in a list beside its items belongs to the item before.
    pub(super) fn place(&mut self) -> &mut Vec<Node<'a>> {
        if self.is_list() && self.entries.is_empty() {
            self.entries.push((Shape::Item(None), Vec::new()));
        }
        match self.entries.last_mut() {
            Some((_, entry)) => entry,
            None => &mut self.nodes,
        }
    }

    /// A line of a figure's caption, which is given back where something stands between it and the caption so far: then it is a
    /// line like others, as all stand in the order of the page.
    pub(super) fn add_caption(&mut self, text: Text<'a>) -> Option<Text<'a>> {
        // What comes next goes on with nothing that stands before.
        self.last = None;
        if self.caption.is_empty() {
            self.before_caption = self.nodes.len();
        } else if self.before_caption < self.nodes.len() {
            return Some(text);
        }
        self.caption.push(text);
        None
    }

    /// What has ended within it.
    pub(super) fn take(&mut self, ended: Frame<'a>) {
        let shape = ended.shape;
        let is_behind_caption = !self.caption.is_empty() && self.before_caption == self.nodes.len();
        self.last = None;
        match shape {
            Shape::Item(_) | Shape::Term | Shape::Meaning if ended.nodes.is_empty() => {}
            Shape::Item(_) | Shape::Term | Shape::Meaning if self.is_list() || self.shape == Shape::Terms => {
                self.entries.push((shape, ended.nodes));
            }
            // An item that is in no list.
            Shape::Item(_) => match self.nodes.last_mut() {
                Some(Node::Lists(lists))
                    if !is_behind_caption && lists.last().is_some_and(|list| list.start.is_none()) =>
                {
                    lists::add(lists, None, ended.nodes);
                }
                _ => self.nodes.push(Node::Lists(lists_of([(None, ended.nodes)]))),
            },
            _ => {
                let nodes = ended.into_nodes();
                self.place().extend(nodes);
            }
        }
    }

    pub(super) fn into_nodes(mut self) -> Vec<Node<'a>> {
        match self.shape {
            Shape::Bullets | Shape::Numbers(_) => {
                let first = match self.shape {
                    Shape::Numbers(first) => Some(first),
                    _ => None,
                };
                let mut next = first;
                let items = self.entries.into_iter().map(|(shape, nodes)| {
                    let own = match shape {
                        Shape::Item(Some(number)) => first.map(|_| number),
                        _ => None,
                    };
                    let number = own.or(next);
                    next = number.map(|number| number.saturating_add(1));
                    (number, nodes)
                });
                vec![Node::Lists(lists_of(items))]
            }
            Shape::Terms => {
                let entries = self.entries.into_iter();
                let entries = entries
                    .map(|(shape, nodes)| (shape == Shape::Term, nodes))
                    .collect();
                self.nodes.push(Node::Terms(entries));
                self.nodes
            }
            Shape::Quote => vec![Node::Quote(self.nodes)],
            Shape::Table => {
                let table = Node::Table(self.rows.finish());
                let caption = (!self.caption.is_empty()).then_some(Node::Paragraph(self.caption));
                caption.into_iter().chain([table]).collect()
            }
            Shape::Figure if !self.caption.is_empty() => {
                let behind = self.nodes.split_off(self.before_caption);
                vec![Node::Figure {
                    before: self.nodes,
                    caption: self.caption,
                    behind,
                }]
            }
            _ => self.nodes,
        }
    }
}
