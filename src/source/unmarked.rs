//! Lists that have no elements: word processors put a level on each paragraph.

use crate::chars::{Marker, split_marker};
use crate::structure::{NONE, Part, Shape};

/// Deeper lists are of this level.
const DEEPEST: usize = 9;

/// The lists that are open, and the parts that are made for them.
#[derive(Debug)]
pub struct UnmarkedLists {
    /// What they stand in.
    within: u32,
    /// On each level the list, its last item, and how many items it has.
    open: Vec<(u32, u32, usize)>,
}

impl Default for UnmarkedLists {
    fn default() -> Self {
        Self {
            within: NONE,
            open: Vec::new(),
        }
    }
}

impl UnmarkedLists {
    /// A block opens within a part; gives back the item that it is, where it has a level.
    pub fn open(&mut self, parts: &mut Vec<Part>, within: u32, level: Option<u8>) -> Option<u32> {
        let Some(level) = level else {
            // What stands beside the items ends their lists.
            if within == self.within {
                self.open.clear();
            }
            return None;
        };
        if self.within != within {
            self.within = within;
            self.open.clear();
        }
        let level = usize::from(level).min(DEEPEST);
        self.open.truncate(level);
        while self.open.len() < level {
            let around = self.open.last().map_or(within, |(_, item, _)| *item);
            let list = add(parts, around, Shape::Bullets);
            let item = add(parts, list, Shape::Item(None));
            self.open.push((list, item, 0));
        }
        let (list, item, count) = self.open.last_mut()?;
        if *count > 0 {
            *item = add(parts, *list, Shape::Item(None));
        }
        *count += 1;
        Some(*item)
    }

    /// What stands before the text of the last item: a number at the first makes a list one with numbers.
    pub fn marker(&mut self, parts: &mut [Part], text: &str) {
        /// What follows a number or a letter that counts.
        const ENDS: [char; 2] = ['.', ')'];
        let Some(&(list, _, 1)) = self.open.last() else {
            return;
        };
        let text = text.trim();
        let number = match split_marker(&format!("{text} x")) {
            Some((Marker::Number(number), _)) => Some(u32::from(number)),
            _ if text.ends_with(ENDS) && text.starts_with(char::is_alphabetic) => Some(1),
            _ => None,
        };
        if let (Some(number), Some(part)) = (number, parts.get_mut(list as usize)) {
            part.shape = Shape::Numbers(number);
        }
    }
}

fn add(parts: &mut Vec<Part>, within: u32, shape: Shape) -> u32 {
    parts.push(Part { within, shape });
    parts.len() as u32 - 1
}
