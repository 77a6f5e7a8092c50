//! The lists that the lines of one block make, for the outputs that have lists.

use crate::chars::{Marker, split_marker};

/// A list whose items have numbers that rise by one, or have none.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct List<'a> {
    /// The number of the first item, where items have numbers.
    pub(super) start: Option<u16>,
    /// The items without bullet or number, for which HTML and Markdown have signs of their own. A tick stays.
    pub(super) items: Vec<&'a str>,
}

/// The lines as lists. A new one begins where numbers begin or end, and where the next number is not the next in turn:
/// a list counts by itself, so otherwise its items would get other numbers than the page gave them.
pub(super) fn lists<'a>(lines: &[&'a str]) -> Vec<List<'a>> {
    let mut lists: Vec<List<'a>> = Vec::new();
    let mut next = None;
    for &line in lines {
        let (number, item) = match split_marker(line) {
            Some((Marker::Number(number), item)) => (Some(number), item),
            Some((Marker::Bullet, item)) => (None, item),
            Some((Marker::Tick, _)) | None => (None, line),
        };
        match lists.last_mut() {
            Some(list) if number == next => list.items.push(item),
            _ => lists.push(List {
                start: number,
                items: vec![item],
            }),
        }
        next = number.map(|number| number + 1);
    }
    lists
}

#[cfg(test)]
mod tests {
    use super::{List, lists};

    #[test]
    fn a_list_has_items_of_one_sort_and_counts_by_one() {
        let list = |start, items: &[&'static str]| List {
            start,
            items: items.to_vec(),
        };
        for (lines, expected) in [
            (&[][..], vec![]),
            (
                &["flour", "• plums", "✓ rye"],
                vec![list(None, &["flour", "plums", "✓ rye"])],
            ),
            (&["9. a", "10) b"], vec![list(Some(9), &["a", "b"])]),
            (
                &["1. a", "1. b", "3. c"],
                vec![
                    list(Some(1), &["a"]),
                    list(Some(1), &["b"]),
                    list(Some(3), &["c"]),
                ],
            ),
            (
                &["- a", "1. b", "c"],
                vec![list(None, &["a"]), list(Some(1), &["b"]), list(None, &["c"])],
            ),
        ] {
            assert_eq!(lists(lines), expected, "{lines:?}");
        }
    }
}
