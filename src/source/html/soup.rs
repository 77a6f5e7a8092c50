//! Which elements are open, where tags are left out or out of order.
//!
//! What matters for text are the blocks: which tags end a paragraph, an item, a row, and which end tags mean nothing. These
//! follow the HTML standard's tree construction. Misnested inline elements it would split in two; here an inline
//! element whose end tag comes within a block goes on to the block's end. Every step takes constant time for each
//! element that opens or closes, so that deep and unclosed pages cost no more than others.

use foldhash::HashMap;

use super::rules::{FOREIGN, HEADINGS, STOPS, Stop, is_of_head, leaves_drawing, stops};
use crate::markup::{Attributes, Display, KnownNames, Tag};
use crate::metadata::{Metadata, Stated};
use crate::source::blocks::{Blocks, Rendered};
use crate::source::opening::Opening;

/// The elements that are open, above the blocks that they make.
#[derive(Debug, Default)]
pub struct Soup {
    blocks: Blocks,
    open: Vec<Name>,
    /// Where in `open` the elements of each name stand.
    places: Places,
    /// Where in `open` those stand that an end tag does not reach over, of each sort.
    stops: [Vec<usize>; STOPS],
    /// Whether preformatted text has just begun.
    begins_preformatted: bool,
}

/// The name of an element: of those that are not told apart, a hash.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Name {
    pub tag: Tag,
    pub other: u64,
}

impl From<Tag> for Name {
    fn from(tag: Tag) -> Self {
        Self { tag, other: 0 }
    }
}

/// Places of elements by their names, in a table for the names that are told apart.
#[derive(Debug, Default)]
struct Places {
    known: Vec<Vec<usize>>,
    others: HashMap<u64, Vec<usize>>,
}

impl Places {
    fn last(&self, name: Name) -> Option<usize> {
        let places = match name.tag {
            Tag::Other => self.others.get(&name.other),
            tag => self.known.get(tag as usize),
        };
        places?.last().copied()
    }

    fn of(&mut self, name: Name) -> &mut Vec<usize> {
        if name.tag == Tag::Other {
            return self.others.entry(name.other).or_default();
        }
        let place = name.tag as usize;
        if self.known.len() <= place {
            self.known.resize(place + 1, Vec::new());
        }
        &mut self.known[place]
    }
}

/// An element that no tag began.
fn nameless(tag: Tag, none: &Attributes) -> Opening<'_> {
    Opening::read(tag, 0, none, &mut KnownNames::default())
}

impl Soup {
    /// A start tag. `is_closed`: it ends itself, as only foreign elements do.
    pub fn start(&mut self, name: Name, opening: &Opening<'_>, is_closed: bool) {
        let tag = name.tag;
        self.begins_preformatted = tag == Tag::Pre;
        if tag != Tag::Head && !is_of_head(tag) {
            self.end_of(Tag::Head, Stop::Table);
        }
        if leaves_drawing(tag) {
            for foreign in FOREIGN {
                if let Some(place) = self.last(foreign.into()) {
                    self.pop_to(place);
                }
            }
        }
        match tag {
            Tag::Html | Tag::Body | Tag::Head if self.last(tag.into()).is_some() => return,
            _ => self.make_room(tag),
        }
        match tag.display() {
            Display::Break if !opening.is_hidden => self.blocks.line_break(),
            Display::Break | Display::Void => {}
            _ => {
                self.push(name, opening);
                if is_closed && FOREIGN.iter().any(|&foreign| self.last(foreign.into()).is_some()) {
                    self.pop();
                }
            }
        }
    }

    /// An end tag.
    pub fn end(&mut self, name: Name) {
        self.begins_preformatted = false;
        match name.tag {
            Tag::Br => self.blocks.line_break(),
            tag if tag.heading_level() > 0 => {
                let open = HEADINGS.iter().filter_map(|&tag| self.last(tag.into())).max();
                self.end_at(open, Stop::Scope);
            }
            Tag::P => {
                if !self
                    .last(name)
                    .is_some_and(|place| self.reaches(place, Stop::Button))
                {
                    // The standard wants an empty paragraph here.
                    self.push(name, &nameless(Tag::P, &Attributes::default()));
                }
                self.end_of(Tag::P, Stop::Button);
            }
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.end_of(name.tag, Stop::Table);
            }
            // The end of the page: what comes behind is still of it.
            Tag::Body | Tag::Html => {}
            // It reaches over everything.
            Tag::Template => {
                if let Some(place) = self.last(name) {
                    self.pop_to(place);
                }
            }
            Tag::Svg | Tag::Math | Tag::Table | Tag::Button | Tag::Select => {
                self.end_at(self.last(name), Stop::Table);
            }
            tag if tag.is_block() || tag.display() == Display::Unseen => {
                self.end_at(self.last(name), Stop::Scope);
            }
            _ => {
                let within = self.last(name).filter(|&place| self.reaches(place, Stop::Block));
                if let Some(place) = within {
                    self.pop_to(place);
                } else {
                    // It goes on to the end of the block, but no other end tag means it.
                    self.places.of(name).pop();
                }
            }
        }
    }

    /// A picture.
    pub fn picture(&mut self, address: &str, alternative: &str) {
        self.blocks.picture(address, alternative);
    }

    /// Text.
    pub fn text(&mut self, text: &str) {
        // The line end right behind the tag is none.
        let is_first = std::mem::take(&mut self.begins_preformatted);
        let text = text.strip_prefix('\n').filter(|_| is_first).unwrap_or(text);
        self.blocks.text(text);
    }

    /// The lines.
    pub fn finish(self, metadata: Metadata, stated: Stated) -> Rendered {
        self.blocks.finish(metadata, stated)
    }

    /// Ends what an element of this name cannot stand in.
    fn make_room(&mut self, tag: Tag) {
        let ends_paragraph = matches!(tag.display(), Display::Block | Display::Paragraph) || tag == Tag::Hr;
        if ends_paragraph && !matches!(tag, Tag::Option | Tag::Optgroup | Tag::Legend | Tag::Caption) {
            self.end_of(Tag::P, Stop::Button);
        }
        match tag {
            tag if tag.heading_level() > 0
                && self.open.last().is_some_and(|last| last.tag.heading_level() > 0) =>
            {
                self.pop();
            }
            Tag::Li => self.end_of(Tag::Li, Stop::Item),
            Tag::Dd | Tag::Dt => {
                self.end_of(Tag::Dd, Stop::Item);
                self.end_of(Tag::Dt, Stop::Item);
            }
            Tag::Option => self.end_of(Tag::Option, Stop::Block),
            Tag::Optgroup => {
                self.end_of(Tag::Option, Stop::Block);
                self.end_of(Tag::Optgroup, Stop::Item);
            }
            Tag::Td | Tag::Th => {
                self.end_all(&[Tag::Td, Tag::Th]);
                self.put_around(Tag::Tbody, &[Tag::Table]);
                self.put_around(Tag::Tr, &[Tag::Tbody, Tag::Thead, Tag::Tfoot]);
            }
            Tag::Tr => {
                self.end_all(&[Tag::Td, Tag::Th, Tag::Tr]);
                self.put_around(Tag::Tbody, &[Tag::Table]);
            }
            Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.end_all(&[Tag::Td, Tag::Th, Tag::Tr, Tag::Tbody, Tag::Thead, Tag::Tfoot]);
            }
            Tag::A => self.end(Tag::A.into()),
            Tag::Button => self.end_of(Tag::Button, Stop::Scope),
            _ => {}
        }
    }

    /// Begins an element whose tag was left out, where it is one of these that is open.
    fn put_around(&mut self, tag: Tag, within: &[Tag]) {
        if self.open.last().is_some_and(|last| within.contains(&last.tag)) {
            self.push(tag.into(), &nameless(tag, &Attributes::default()));
        }
    }

    /// Ends the innermost element of each of these names in this table.
    fn end_all(&mut self, tags: &[Tag]) {
        for &tag in tags {
            self.end_of(tag, Stop::Table);
        }
    }

    fn end_of(&mut self, tag: Tag, stop: Stop) {
        self.end_at(self.last(tag.into()), stop);
    }

    /// Ends the element at this place and all within it, if the tag reaches so far.
    fn end_at(&mut self, place: Option<usize>, stop: Stop) {
        if let Some(place) = place.filter(|&place| self.reaches(place, stop)) {
            self.pop_to(place);
        }
    }

    fn reaches(&self, place: usize, stop: Stop) -> bool {
        self.stops[stop as usize].last().is_none_or(|&stop| stop <= place)
    }

    /// Where the innermost open element of this name stands.
    fn last(&self, name: Name) -> Option<usize> {
        self.places.last(name)
    }

    fn push(&mut self, name: Name, opening: &Opening<'_>) {
        let place = self.open.len();
        self.open.push(name);
        self.places.of(name).push(place);
        for (places, is_stop) in self.stops.iter_mut().zip(stops(name.tag)) {
            if is_stop {
                places.push(place);
            }
        }
        self.blocks.open(opening);
    }

    fn pop_to(&mut self, place: usize) {
        while self.open.len() > place {
            self.pop();
        }
    }

    fn pop(&mut self) {
        let Some(name) = self.open.pop() else {
            return;
        };
        let place = self.open.len();
        let leave = |places: &mut Vec<usize>| {
            if places.last() == Some(&place) {
                places.pop();
            }
        };
        leave(self.places.of(name));
        self.stops.iter_mut().for_each(leave);
        self.blocks.close();
    }
}
