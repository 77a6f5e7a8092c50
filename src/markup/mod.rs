//! What a page's markup says: its elements, and what it says of each line.

mod attributes;
mod marks;
mod names;
mod tag;

pub use attributes::{Attribute, Attributes};
pub use marks::{KnownNames, Mark, Marks};
pub use tag::{Display, Tag};

/// Stands for no element.
pub const NO_ELEMENT: u32 = u32::MAX;

/// An element of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Element {
    /// The element that it stands in, or [`NO_ELEMENT`].
    pub parent: u32,
    /// Its name.
    pub tag: Tag,
    /// What its name and attributes say of it.
    pub marks: Marks,
    /// A number for its name and classes: elements that look alike share it.
    pub look: u64,
}

/// What the markup says of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineMarkup {
    /// The smallest element that has all of the line in it, or [`NO_ELEMENT`] where none has.
    pub element: u32,
    /// How many bytes of words the line has, 0 for a blank one, and how many of them stand in links and in bold type.
    pub bytes: u32,
    pub linked: u32,
    pub bold: u32,
    /// How many links.
    pub links: u32,
}

impl Default for LineMarkup {
    fn default() -> Self {
        Self {
            element: NO_ELEMENT,
            bytes: 0,
            linked: 0,
            bold: 0,
            links: 0,
        }
    }
}

/// The markup of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markup {
    /// Its elements, parents before their children.
    pub elements: Vec<Element>,
    /// What it says of each line, blank ones too.
    pub lines: Vec<LineMarkup>,
}

impl Markup {
    /// The element and those that it stands in, the nearest first.
    pub fn chain(&self, element: u32) -> impl Iterator<Item = (u32, &Element)> {
        let at = |element: u32| self.elements.get(element as usize).map(|found| (element, found));
        std::iter::successors(at(element), move |(_, found)| at(found.parent))
    }
}
