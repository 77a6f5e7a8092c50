//! Where the lines lie, gathered while they are made.

use super::opening::Opening;
use super::unmarked::UnmarkedLists;
use crate::structure::{CellStart, LinePlace, NONE, Part, Picture, Shape, Span, Structure, Style};

/// A class that names the language of code stands at most so many elements above it.
const LANGUAGE_REACHES: u8 = 3;

/// What holds for the text in an element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// The smallest part, and the smallest one that is more than a block.
    part: u32,
    within: u32,
    is_code: bool,
    /// The cell of a table.
    cell: u32,
    style: Style,
    link: u32,
    language: u32,
    /// How many elements more may hear of the language.
    language_reaches: u8,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            part: NONE,
            within: NONE,
            is_code: false,
            cell: NONE,
            style: Style::default(),
            link: NONE,
            language: NONE,
            language_reaches: 0,
        }
    }
}

/// Gathers the structure of a page.
#[derive(Debug, Default)]
pub struct Places {
    structure: Structure,
    /// The part of the line that is being made, how many spans there were before it, and the cell that spoke last.
    part: Option<u32>,
    first_span: usize,
    cell: Option<u32>,
    unmarked: UnmarkedLists,
}

impl Places {
    /// What holds in an element that can be seen, where `above` holds around it.
    pub fn open(&mut self, above: Place, opening: &Opening<'_>) -> Place {
        let structure = &mut self.structure;
        let mut place = Place {
            language_reaches: above.language_reaches.saturating_sub(1),
            style: above.style.with(opening.gets).without(opening.loses),
            ..above
        };
        if let Some(language) = opening.language {
            place.language = index(&mut structure.languages, language);
            place.language_reaches = LANGUAGE_REACHES;
            // <pre><code class="language-x">
            if let Some(part) = structure.parts.get_mut(above.part as usize)
                && let Shape::Code(unknown) = &mut part.shape
                && *unknown == NONE
            {
                *unknown = place.language;
            }
        }
        if let Some(address) = opening.address {
            place.link = structure.links.len() as u32;
            structure.links.push(address.trim().to_owned());
        }
        if !opening.tag.is_inline() || opening.shape != Shape::Block {
            let item = self
                .unmarked
                .open(&mut structure.parts, above.within, opening.list_level);
            place.part = structure.parts.len() as u32;
            let mut shape = opening.shape;
            let within = item.unwrap_or(above.within);
            if let Some(item) = item {
                place.within = item;
            }
            if let Shape::Code(language) = &mut shape {
                place.is_code = true;
                if place.language_reaches > 0 {
                    *language = place.language;
                }
            }
            structure.parts.push(Part { within, shape });
            if shape != Shape::Block {
                place.within = place.part;
            }
            match shape {
                Shape::Cell(_) => place.cell = place.part,
                Shape::Table => place.cell = NONE,
                _ => {}
            }
        }
        place
    }

    /// Text was put into the line, from this byte on.
    pub fn put(&mut self, line: &str, start: usize, place: Place) {
        self.part.get_or_insert(place.part);
        if place.cell != NONE && self.cell != Some(place.cell) {
            self.structure.cells.push(CellStart {
                line: self.structure.lines.len() as u32,
                start: start as u32,
                part: place.cell,
            });
        }
        self.cell = Some(place.cell);
        if place.is_code || place.style.is_usual() && place.link == NONE {
            return;
        }
        let span = Span {
            start: start as u32,
            end: line.len() as u32,
            style: place.style,
            link: place.link,
        };
        // The words of one element are apart by a space at most; a tab parts cells.
        self.structure
            .add_span(self.first_span, line, span, |gap| matches!(gap, "" | " "));
    }

    /// The bullet or the number of an item that has no element.
    pub fn marker(&mut self, text: &str) {
        self.unmarked.marker(&mut self.structure.parts, text);
    }

    /// A picture stands here. In a line that has begun, it stands behind the line.
    pub fn picture(&mut self, place: Place, address: &str, alternative: &str, has_begun: bool) {
        self.structure.pictures.push(Picture {
            line: self.structure.lines.len() as u32 + u32::from(has_begun),
            part: place.part,
            address: address.to_owned(),
            alternative: alternative.to_owned(),
        });
    }

    /// A line ends.
    pub fn end_line(&mut self) {
        self.structure.lines.push(LinePlace {
            part: self.part.take().unwrap_or(NONE),
            first_span: self.first_span as u32,
        });
        self.first_span = self.structure.spans.len();
    }

    /// The structure of so many lines.
    pub fn finish(mut self, lines: usize) -> Structure {
        self.structure.lines.truncate(lines);
        self.structure
    }
}

/// The place of a name in a list of few, where it is put if it is not there.
fn index(names: &mut Vec<String>, name: &str) -> u32 {
    /// A page has code in a few languages.
    const MOST: usize = 64;
    let place = names.iter().position(|own| own == name);
    let place = place.or_else(|| {
        (names.len() < MOST).then(|| {
            names.push(name.to_owned());
            names.len() - 1
        })
    });
    place.map_or(NONE, |place| place as u32)
}
