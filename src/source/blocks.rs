//! Elements and their text into lines, by the rules of `innerText`: what a person sees of the page.

use std::sync::Arc;

use super::opening::Opening;
use super::places::{Place, Places};
use crate::markup::{Display, Element, LineMarkup, Mark, Markup, NO_ELEMENT, Tag};
use crate::metadata::{Metadata, Stated};
use crate::structure::Structure;

/// A page's text, a line end after each of its lines, and what the markup says of each.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    pub text: String,
    /// What the classifier is told.
    pub markup: Markup,
    /// What the page states of its content for machines.
    pub stated: Stated,
    /// What the article keeps.
    pub structure: Arc<Structure>,
}

/// Makes lines of elements that open and close and of the text between.
#[derive(Debug, Default)]
pub struct Blocks {
    done: Rendered,
    /// For each element whether it is open.
    is_open: Vec<bool>,
    open: Vec<Open>,
    /// The line that is being made, and what is known of it.
    line: String,
    markup: LineMarkup,
    /// Where the lines lie.
    places: Places,
    /// What stands between the text so far and the text that comes next.
    gap: Gap,
    /// The inline element that has just closed with no text after it.
    closed: Option<(Tag, u64)>,
    /// The link that was counted last.
    counted: u32,
}

#[derive(Debug, Default)]
struct Gap {
    /// White space, which becomes one space.
    has_space: bool,
    /// Cells that have ended: each is a tab.
    tabs: usize,
    /// 1 where a new line begins, 2 where a blank line stands before it.
    breaks: u8,
}

/// An open element, with what holds for the text in it.
#[derive(Clone, Copy, Debug)]
struct Open {
    element: u32,
    tag: Tag,
    display: Display,
    has_boxes: bool,
    look: u64,
    is_marker: bool,
    /// Whether nothing in it can be seen, and whether its own text can.
    is_gone: bool,
    is_visible: bool,
    is_preformatted: bool,
    is_code: bool,
    is_bold: bool,
    /// The link that it stands in, or [`NO_ELEMENT`].
    link: u32,
    place: Place,
}

impl Open {
    fn is_hidden(&self) -> bool {
        self.is_gone || !self.is_visible
    }

    /// Whether a style puts the block into a line, as the items of a menu: apart from its neighbours.
    fn is_in_row(&self) -> bool {
        self.tag.is_block() && self.display == Display::Inline
    }
}

impl Blocks {
    /// An element begins.
    pub fn open(&mut self, opening: &Opening<'_>) {
        let &Opening { tag, marks, look, .. } = opening;
        let above = self.innermost();
        let element = self.done.markup.elements.len() as u32;
        self.done.markup.elements.push(Element {
            parent: above.element,
            tag,
            marks,
            look,
        });
        self.is_open.push(true);
        let is_marker = above.is_marker || opening.is_marker;
        let is_gone = above.is_gone || opening.is_hidden || is_marker;
        let is_visible = opening.is_visible.unwrap_or(above.is_visible);
        let is_hidden = is_gone || !is_visible;
        let open = Open {
            element,
            tag,
            display: match opening.display {
                Display::Inline if above.has_boxes => Display::Block,
                display => display,
            },
            has_boxes: opening.has_boxes,
            look,
            is_marker,
            is_gone,
            is_visible,
            is_preformatted: opening.is_preformatted.unwrap_or(above.is_preformatted),
            is_code: above.is_code || matches!(tag, Tag::Code | Tag::Pre | Tag::Samp | Tag::Kbd),
            is_bold: above.is_bold || marks.has(Mark::Bold) || tag.heading_level() > 0,
            link: if marks.has(Mark::Link) {
                element
            } else {
                above.link
            },
            place: if is_hidden {
                above.place
            } else {
                self.places.open(above.place, opening)
            },
        };
        self.open.push(open);
        if !is_hidden {
            self.boundary(open.display);
            self.gap.has_space |= open.is_in_row();
            // Neighbours that a style sets apart: the items of a menu, name and date in a row.
            let neighbour = self.closed.take();
            self.gap.has_space |= !open.is_code && neighbour.is_some_and(|last| are_apart(last, (tag, look)));
        }
    }

    /// The innermost open element ends.
    pub fn close(&mut self) {
        let Some(open) = self.open.pop() else {
            return;
        };
        self.is_open[open.element as usize] = false;
        if open.is_hidden() {
            return;
        }
        self.boundary(open.display);
        self.gap.has_space |= open.is_in_row();
        if open.display == Display::Cell {
            self.gap.tabs += 1;
        }
        self.closed = (open.display == Display::Inline).then_some((open.tag, open.look));
    }

    /// A line ends: `br`, `hr`.
    pub fn line_break(&mut self) {
        if !self.innermost().is_hidden() {
            let gap = std::mem::take(&mut self.gap);
            if gap.breaks > 0 && !self.line.is_empty() {
                self.end_line();
            }
            self.end_line();
        }
    }

    /// A picture stands in the innermost open element.
    pub fn picture(&mut self, address: &str, alternative: &str) {
        let inner = self.innermost();
        if !inner.is_hidden() {
            let has_begun = !self.line.is_empty();
            self.places.picture(inner.place, address, alternative, has_begun);
        }
    }

    /// Text stands in the innermost open element.
    pub fn text(&mut self, text: &str) {
        let inner = self.innermost();
        if inner.is_marker {
            self.places.marker(text);
        }
        if inner.is_hidden() {
            return;
        }
        if inner.is_preformatted {
            for (i, line) in text.split(['\n', '\r']).enumerate() {
                if i > 0 {
                    self.line_break();
                }
                if !line.is_empty() {
                    self.put(line, inner);
                }
            }
            return;
        }
        let mut rest = text;
        while !rest.is_empty() {
            let word = rest.trim_start_matches(is_collapsible);
            self.gap.has_space |= word.len() < rest.len();
            let end = word.find(is_collapsible).unwrap_or(word.len());
            if end > 0 {
                self.put(&word[..end], inner);
            }
            rest = &word[end..];
        }
    }

    /// The lines of a page that says and states this.
    pub fn finish(mut self, metadata: Metadata, stated: Stated) -> Rendered {
        self.done.stated = stated;
        if !self.line.is_empty() {
            self.end_line();
        }
        // Nothing follows the last line that can be seen.
        while self.done.markup.lines.pop_if(|last| last.bytes == 0).is_some() {
            self.done.text.pop();
        }
        self.done.structure = Arc::new(Structure {
            metadata,
            ..self.places.finish(self.done.markup.lines.len())
        });
        self.done
    }

    fn innermost(&self) -> Open {
        let root = Open {
            element: NO_ELEMENT,
            tag: Tag::Other,
            display: Display::Block,
            has_boxes: false,
            look: 0,
            is_marker: false,
            is_gone: false,
            is_visible: true,
            is_preformatted: false,
            is_code: false,
            is_bold: false,
            link: NO_ELEMENT,
            place: Place::default(),
        };
        self.open.last().copied().unwrap_or(root)
    }

    /// A block begins or ends.
    fn boundary(&mut self, display: Display) {
        let breaks = match display {
            Display::Paragraph => 2,
            Display::Block | Display::Row => 1,
            _ => return,
        };
        self.gap = Gap {
            breaks: self.gap.breaks.max(breaks),
            ..Gap::default()
        };
    }

    /// Puts text without white space to collapse into the line.
    fn put(&mut self, text: &str, inner: Open) {
        let gap = std::mem::take(&mut self.gap);
        if gap.breaks > 0 {
            if !self.line.is_empty() {
                self.end_line();
            }
            let has_blank = self.done.markup.lines.last().is_none_or(|last| last.bytes == 0);
            if gap.breaks > 1 && !has_blank {
                self.end_line();
            }
        }
        if gap.tabs > 0 {
            self.line.extend(std::iter::repeat_n('\t', gap.tabs));
        } else if gap.has_space && !self.line.is_empty() && !self.line.ends_with(' ') {
            self.line.push(' ');
        }
        let start = self.line.len();
        self.line.push_str(text);
        self.places.put(&self.line, start, inner.place);
        self.closed = None;
        self.note(text.len() as u32, inner);
    }

    /// Notes in which elements so many bytes of the line stand.
    fn note(&mut self, bytes: u32, inner: Open) {
        let markup = &mut self.markup;
        if markup.element == NO_ELEMENT {
            markup.element = inner.element;
        }
        // An element that has closed since has not all of the line in it. Each step leaves one for good.
        while let Some(element) = self.done.markup.elements.get(markup.element as usize)
            && !self.is_open[markup.element as usize]
        {
            markup.element = element.parent;
        }
        markup.bytes += bytes;
        markup.bold += if inner.is_bold { bytes } else { 0 };
        if inner.link != NO_ELEMENT {
            markup.linked += bytes;
            markup.links += u32::from(self.counted != inner.link || markup.links == 0);
            self.counted = inner.link;
        }
    }

    fn end_line(&mut self) {
        self.done.text.push_str(&self.line);
        self.done.text.push('\n');
        self.line.clear();
        self.done.markup.lines.push(std::mem::take(&mut self.markup));
        self.places.end_line();
    }
}

/// White space that becomes one space.
fn is_collapsible(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

/// Whether two inline elements with nothing between them, each a name and its look, are set apart by a style: links and
/// buttons in a row, and parts that have classes of their own.
fn are_apart((last, last_look): (Tag, u64), (tag, look): (Tag, u64)) -> bool {
    match tag {
        Tag::A | Tag::Button | Tag::Label | Tag::Select | Tag::Time => last == tag || last == Tag::Span,
        Tag::Span => last == Tag::Span && last_look != look,
        _ => false,
    }
}
