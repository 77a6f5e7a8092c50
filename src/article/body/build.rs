//! From the kept lines to the body: the kinds say what each line is, the structure of the page, where there is one, in
//! what it stands.

use super::frame::Frame;
use super::layout::Layout;
use super::leaves::{self, Joint, Leaf};
use super::{Node, Text, pictures};
use crate::article::{Line, trim};
use crate::kind::Kind;
use crate::structure::{NONE, Picture, Shape, Structure};
use crate::urls::Base;

/// A heading of more words than this, which the classifier takes for something else, is that: an opening paragraph.
const LONGEST_HEADING: usize = 25;

/// The highest level of a heading in the body, and the lowest that there is.
const HIGHEST: u8 = 2;
const LOWEST: u8 = 6;

/// What the page says besides its lines, made ready for the body.
#[derive(Debug, Default)]
pub(crate) struct Source<'a> {
    structure: Option<&'a Structure>,
    /// The addresses of links by their numbers: those that lines of the body have, made absolute.
    links: Vec<Option<String>>,
    /// The pictures of the article with their addresses.
    pictures: Vec<(&'a Picture, String)>,
}

impl<'a> Source<'a> {
    /// Of a page's structure, where it has one. `base` is what addresses are relative to.
    pub(crate) fn new(
        structure: Option<&'a Structure>,
        page: &[Line<'_>],
        base: &Base,
        images: bool,
    ) -> Self {
        let Some(structure) = structure else {
            return Self::default();
        };
        let mut links = vec![None; structure.links.len()];
        for (at, line) in page.iter().enumerate() {
            if line.stands_in_body() {
                for span in structure.spans_of(at) {
                    if let Some(link) = links.get_mut(span.link as usize)
                        && link.is_none()
                    {
                        *link = base.absolute(&structure.links[span.link as usize]);
                    }
                }
            }
        }
        let pictures = if images {
            pictures::of_article(structure, page, |address| base.absolute(address))
        } else {
            Vec::new()
        };
        Self {
            structure: Some(structure),
            links,
            pictures,
        }
    }
}

/// What a kept line stands as: boilerplate that a person or an option keeps is a paragraph.
fn kind_in_body(kind: Kind) -> Kind {
    if kind.is_body() || matches!(kind, Kind::Caption | Kind::Credit) {
        kind
    } else {
        Kind::Paragraph
    }
}

fn is_sentence(text: &str) -> bool {
    let last = trim::line(text).chars().next_back();
    last.is_some_and(|last| matches!(last, '.' | '。' | ':' | '：' | ';' | '…'))
}

/// The blocks that the kept lines make, in the order of the page.
///
/// Neighbouring lines of a list, a table or a piece of code make one block, over blank lines but not over a line
/// that was dropped: two examples with a "Copy" button between them are two. Where the structure says what stands
/// together, it decides.
pub(crate) fn build<'a>(lines: &'a [Line<'_>], source: &'a Source<'a>) -> Vec<Node<'a>> {
    let nothing = Structure::default();
    let structure = source.structure.unwrap_or(&nothing);
    let kept = lines.iter().enumerate().filter(|(_, line)| line.stands_in_body());
    let layout = Layout::of(structure, kept);
    let mut body = Body {
        source,
        frames: vec![Frame::of(NONE, Shape::Block)],
        level: HIGHEST - 1,
    };
    let mut pictures = source.pictures.iter().peekable();
    let mut blanks = 0;
    let mut joins = false;
    for (at, line) in lines.iter().enumerate() {
        while let Some((picture, address)) = pictures.next_if(|(picture, _)| picture.line as usize <= at) {
            body.picture(&path(structure, &layout, picture.part), picture, address);
            joins = false;
        }
        if line.kind == Kind::Blank {
            blanks += 1;
            continue;
        }
        if line.stands_in_body() {
            let part = structure.part_of(at);
            body.enter(&path(structure, &layout, part));
            body.line(at, line, Place { part, joins, blanks });
            joins = true;
        } else {
            joins = false;
        }
        blanks = 0;
    }
    for (picture, address) in pictures {
        body.picture(&path(structure, &layout, picture.part), picture, address);
    }
    body.finish()
}

/// The parts around a part that make frames, the outermost first; none in a table.
fn path(structure: &Structure, layout: &Layout, part: u32) -> Vec<(u32, Shape)> {
    let makes_frame = |shape: Shape| {
        !matches!(
            shape,
            Shape::Block | Shape::Heading(_) | Shape::Code(_) | Shape::Row | Shape::Cell(_) | Shape::Caption
        )
    };
    let is_layout = |(part, shape): (u32, Shape)| match shape {
        // An item is one as its list is one.
        Shape::Item(_) => {
            let list = structure
                .parts
                .get(part as usize)
                .map_or(NONE, |item| item.within);
            let of_list = structure.shape(list);
            matches!(of_list, Shape::Bullets | Shape::Numbers(_)) && layout.has(list, of_list)
        }
        _ => layout.has(part, shape),
    };
    let around = structure.around(part);
    let mut path: Vec<(u32, Shape)> = around
        .filter(|&around| makes_frame(around.1) && !is_layout(around))
        .collect();
    path.reverse();
    if let Some(table) = path.iter().position(|(_, shape)| *shape == Shape::Table) {
        path.truncate(table + 1);
    }
    path
}

/// Where a line stands.
#[derive(Clone, Copy, Debug)]
struct Place {
    part: u32,
    /// Whether nothing was dropped between it and the kept line before it, and how many blank lines stand there.
    joins: bool,
    blanks: usize,
}

/// The body so far.
struct Body<'a> {
    source: &'a Source<'a>,
    /// What is open, the page first.
    frames: Vec<Frame<'a>>,
    /// The level of the last heading that the markup has.
    level: u8,
}

impl<'a> Body<'a> {
    /// Ends what these parts are not in, and begins what is new.
    fn enter(&mut self, path: &[(u32, Shape)]) {
        let open = self.frames[1..].iter().zip(path);
        let common = open.take_while(|(frame, (part, _))| frame.part == *part).count();
        self.leave(1 + common);
        for &(part, shape) in &path[common..] {
            self.frames.push(Frame::of(part, shape));
        }
    }

    /// Ends all but so many frames.
    fn leave(&mut self, count: usize) {
        while self.frames.len() > count
            && let Some(ended) = self.frames.pop()
            && let Some(frame) = self.frames.last_mut()
        {
            frame.take(ended);
        }
    }

    fn picture(&mut self, path: &[(u32, Shape)], picture: &'a Picture, address: &'a str) {
        if path.iter().all(|(_, shape)| *shape != Shape::Table) {
            self.enter(path);
            if let Some(frame) = self.frames.last_mut() {
                frame.last = None;
                frame.place().push(Node::Picture {
                    address,
                    alternative: trim::line(&picture.alternative),
                });
            }
        }
    }

    /// A line of the innermost frame.
    fn line(&mut self, at: usize, line: &'a Line<'_>, place: Place) {
        let (leaf, maker) = self.leaf(line, place.part);
        let Some(frame) = self.frames.last_mut() else {
            return;
        };
        let structure = self.source.structure;
        let spans = structure.map_or(&[][..], |structure| structure.spans_of(at));
        let text = |bytes| Text::new(&line.text, bytes, spans, &self.source.links);
        let whole = 0..line.text.len();
        match (leaf, structure) {
            (_, Some(structure)) if frame.shape == Shape::Table => {
                let cells = structure.cells_of(at);
                // Before the first cell that begins here, the cell of the line before goes on.
                let begins = cells.first().map_or(whole.end, |cell| cell.start as usize);
                if begins > 0 {
                    let before = text(0..begins.min(whole.end));
                    match structure.cell_around(place.part) {
                        Some(cell) => frame.rows.add(structure, cell, before),
                        // What the table is called.
                        None if frame.rows.is_empty() => frame.caption.push(before),
                        None => frame.rows.add_line(before),
                    }
                }
                let ends = cells.iter().skip(1).map(|cell| cell.start as usize);
                for (cell, end) in cells.iter().zip(ends.chain([whole.end])) {
                    let start = (cell.start as usize).min(end);
                    frame.rows.add(structure, cell.part, text(start..end));
                }
                return;
            }
            (Leaf::Of(Kind::Caption | Kind::Credit), _) if frame.shape == Shape::Figure => {
                if let Some(text) = frame.add_caption(text(whole)) {
                    frame.nodes.push(Node::Paragraph(vec![text]));
                }
                return;
            }
            _ => {}
        }
        let one_part = maker != NONE && frame.last.is_some_and(|(_, last)| last == maker);
        let is_marked = maker != NONE && matches!(leaf, Leaf::Code(_));
        let joint = Joint {
            joins: one_part && is_marked
                || !is_marked && place.joins && frame.last.is_some_and(|(last, _)| last == leaf),
            blanks: place.blanks,
            one_part,
        };
        let text = match leaf {
            Leaf::Code(_) => Text::plain(trim::code(&line.text)),
            Leaf::Heading(_) => text(whole).of_heading(),
            Leaf::Of(_) => text(whole),
        };
        leaves::add(frame.place(), leaf, text, joint);
        frame.last = Some((leaf, maker));
    }

    /// What a line is where it stands, and the part that makes it so.
    fn leaf(&mut self, line: &Line<'_>, part: u32) -> (Leaf<'a>, u32) {
        let kind = kind_in_body(line.kind);
        let Some(structure) = self.source.structure else {
            let leaf = match kind {
                Kind::Heading => Leaf::Heading(HIGHEST),
                Kind::Code => Leaf::Code(None),
                kind => Leaf::Of(kind),
            };
            return (leaf, NONE);
        };
        for (maker, shape) in structure.around(part) {
            match shape {
                Shape::Code(language) => {
                    let language = structure.languages.get(language as usize);
                    return (Leaf::Code(language.map(String::as_str)), maker);
                }
                Shape::Caption => return (Leaf::Of(Kind::Caption), maker),
                Shape::Heading(level)
                    if kind == Kind::Heading || line.text.split_whitespace().count() <= LONGEST_HEADING =>
                {
                    self.level = level.max(HIGHEST);
                    return (Leaf::Heading(self.level), maker);
                }
                _ => {}
            }
        }
        let is_in = |found: fn(&Shape) -> bool| self.frames.iter().any(|frame| found(&frame.shape));
        match kind {
            // Bold text that stands alone is below the headings that are marked as such, unless it is a sentence.
            Kind::Heading if is_sentence(&line.text) => (Leaf::Of(Kind::Paragraph), part),
            Kind::Heading => (Leaf::Heading((self.level + 1).min(LOWEST)), part),
            Kind::Code => (Leaf::Code(None), NONE),
            Kind::List if is_in(|shape| matches!(shape, Shape::Item(_) | Shape::Terms)) => {
                (Leaf::Of(Kind::Paragraph), part)
            }
            Kind::Quote if is_in(|shape| *shape == Shape::Quote) => (Leaf::Of(Kind::Paragraph), part),
            Kind::Table if !line.text.contains('\t') => (Leaf::Of(Kind::Paragraph), part),
            kind => (Leaf::Of(kind), part),
        }
    }

    fn finish(mut self) -> Vec<Node<'a>> {
        self.leave(1);
        self.frames.pop().map(Frame::into_nodes).unwrap_or_default()
    }
}
