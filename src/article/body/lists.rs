//! Lists, from items as they stand one after another.

use super::{Node, Text};
use crate::chars::{Marker, split_marker};

/// A list whose items have numbers that rise by one, or have none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List<'a> {
    /// The number of the first item, where items have numbers.
    pub(crate) start: Option<u32>,
    pub(crate) items: Vec<Vec<Node<'a>>>,
}

impl List<'_> {
    /// The number of the item that would follow.
    fn next(&self) -> Option<u32> {
        self.start
            .map(|start| start.saturating_add(self.items.len() as u32))
    }
}

/// Items with their numbers as lists. A new one begins where numbers begin or end, and where the next number is not the
/// next in turn: a list counts by itself, so otherwise its items would get other numbers than the page gave them.
pub(super) fn lists_of<'a>(items: impl IntoIterator<Item = (Option<u32>, Vec<Node<'a>>)>) -> Vec<List<'a>> {
    let mut lists = Vec::new();
    for (number, item) in items {
        add(&mut lists, number, item);
    }
    lists
}

/// Adds an item.
pub(super) fn add<'a>(lists: &mut Vec<List<'a>>, number: Option<u32>, item: Vec<Node<'a>>) {
    match lists.last_mut() {
        Some(list) if list.next() == number => list.items.push(item),
        _ => lists.push(List {
            start: number,
            items: vec![item],
        }),
    }
}

/// Adds a line that is an item, with the bullet or the number that it begins with; a tick stays.
pub(super) fn add_line<'a>(lists: &mut Vec<List<'a>>, text: Text<'a>) {
    let (number, shown) = match split_marker(text.whole()) {
        Some((Marker::Number(number), item)) => (Some(u32::from(number)), item),
        Some((Marker::Bullet, item)) => (None, item),
        Some((Marker::Tick, _)) | None => (None, text.whole()),
    };
    add(
        lists,
        number,
        vec![Node::Paragraph(vec![text.with_marker(shown)])],
    );
}

#[cfg(test)]
mod tests {
    use super::{Node, Text, add_line};

    #[test]
    fn a_list_has_items_of_one_sort_and_counts_by_one() {
        for (lines, expected) in [
            (&[][..], vec![]),
            (
                &["flour", "• plums", "✓ rye"],
                vec![(None, vec!["flour", "plums", "✓ rye"])],
            ),
            (&["9. a", "10) b"], vec![(Some(9), vec!["a", "b"])]),
            (
                &["1. a", "1. b", "3. c"],
                vec![(Some(1), vec!["a"]), (Some(1), vec!["b"]), (Some(3), vec!["c"])],
            ),
            (
                &["- a", "1. b", "c"],
                vec![(None, vec!["a"]), (Some(1), vec!["b"]), (None, vec!["c"])],
            ),
        ] {
            let mut lists = Vec::new();
            for line in lines {
                add_line(&mut lists, Text::plain(line));
            }
            let shown: Vec<(Option<u32>, Vec<&str>)> = lists
                .iter()
                .map(|list| {
                    let items = list.items.iter().map(|item| match &item[..] {
                        [Node::Paragraph(lines)] => lines[0].shown(),
                        other => panic!("an item of one line, not {other:?}"),
                    });
                    (list.start, items.collect())
                })
                .collect();
            assert_eq!(shown, expected, "{lines:?}");
        }
    }
}
