//! The kinds of lines of content.

use copydesk::Kind;

use super::head::Head;
use super::view::View;
use copydesk::training::Mark;

/// A heading has at most so many words; a page may set a paragraph in a heading's type.
const HEADING_WORDS: usize = 40;
/// A line of bold text that is a heading has at most so many words.
const BOLD_WORDS: usize = 14;
/// An item of a list has at most so many lines and words: pages are laid out with lists too.
const ITEM_LINES: usize = 3;
const ITEM_WORDS: usize = 150;
/// A table's cell has at most so many words on average: pages are laid out with tables too.
const CELL_WORDS: f64 = 25.0;
/// And a row of one cell at most so many.
const ROW_WORDS: usize = 30;
/// A quotation, and code, have at most this share of the page's content.
const MOST_QUOTED: f64 = 0.6;
/// What ends a sentence, and so no heading.
const STOPS: [char; 7] = ['.', ',', ';', '!', '。', '…', '،'];
/// What begins an item of a list that is written as text.
const BULLETS: [char; 6] = ['•', '·', '▪', '‣', '●', '◦'];

/// The kind of a line of content.
pub fn kind(view: &View<'_>, head: &Head, line: usize) -> Option<Kind> {
    let place = view.places[line].as_ref()?;
    let text = view.lines[line].trim();
    if view.words[line] == 0 || is_disputed(view, head, line) {
        return None;
    }
    let is_minor = |at: usize| view.masses[at].content as f64 <= MOST_QUOTED * view.all().content as f64;
    // Lines of code stand in a table where they are numbered, and in a list where each is an item.
    let is_code = |at: usize| view.has(at, Mark::Code) && (is_minor(at) || view.tag(at) == "pre");
    let whole_code = || view.tag(place.element) == "code" && is_whole_block(view, line);
    if view.chain(line).any(is_code) || whole_code() {
        return Some(Kind::Code);
    }
    for at in view.chain(line) {
        match view.tag(at) {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if view.words[line] <= HEADING_WORDS => {
                return Some(Kind::Heading);
            }
            "li" | "dd" | "dt" if at == place.element || is_item(view, at) => return Some(Kind::List),
            "table" if is_row(view, line) && is_data(view, at) => return Some(Kind::Table),
            _ if view.has(at, Mark::Quote) && is_minor(at) => return Some(Kind::Quote),
            _ => {}
        }
    }
    if text.starts_with(BULLETS) {
        return Some(Kind::List);
    }
    let is_bold = view.share(line, Mark::Bold) >= 1.0 && view.words[line] <= BOLD_WORDS;
    if is_bold && !text.ends_with(STOPS) && is_whole_block(view, line) {
        return Some(Kind::Heading);
    }
    Some(Kind::Paragraph)
}

/// Whether the markup says of a line of content that it is what the body leaves out: the answer and the page are at
/// odds, and neither is sure to be right.
fn is_disputed(view: &View<'_>, head: &Head, line: usize) -> bool {
    let words = view.words[line];
    view.is_close_to(line, Mark::Caption, 3)
        || view.is_close_to(line, Mark::Credit, 1) && words < 20
        || view
            .chain(line)
            .any(|at| matches!(view.tag(at), "button" | "select" | "label" | "img"))
        || head.reaches(line) && (view.is_close_to(line, Mark::Subtitle, 1) || head.names_author(view, line))
        || words <= 12
            && (view.is_close_to(line, Mark::Author, 1) || view.is_close_to(line, Mark::Date, 1))
            && (view.heading(line).is_none() || view.is_type("forum"))
        || matches!(
            view.own[line],
            Some(Kind::Legal | Kind::Share | Kind::Interface | Kind::Advertisement | Kind::Subscribe)
        ) && words <= 4
}

/// Whether the block that the line stands in holds nothing else.
fn is_whole_block(view: &View<'_>, line: usize) -> bool {
    let inline = ["b", "strong", "span", "a", "em", "i", "u", "font", "code"];
    let block = view.chain(line).find(|&at| !inline.contains(&view.tag(at)));
    let found = view.places[line].as_ref().map_or(0, |place| place.found);
    block.is_some_and(|at| view.masses[at].lines == 1 && view.masses[at].words == found)
}

fn is_item(view: &View<'_>, element: usize) -> bool {
    let mass = view.masses[element];
    mass.lines <= ITEM_LINES && mass.words <= ITEM_WORDS
}

/// Whether the line may be a row of a table: cells apart by tabs, or a cell of few words.
fn is_row(view: &View<'_>, line: usize) -> bool {
    view.lines[line].trim().contains('\t') || view.words[line] <= ROW_WORDS
}

/// Whether the table holds data, and not the page's layout.
fn is_data(view: &View<'_>, table: usize) -> bool {
    let elements = &view.document.elements;
    let cells = || {
        let within = |at: usize| view.document.chain(at).any(|above| above == table);
        (table + 1..elements.len())
            .take_while(move |&at| within(at))
            .filter(|&at| matches!(view.tag(at), "td" | "th"))
    };
    let count = cells().count();
    let mean = view.masses[table].words as f64 / count.max(1) as f64;
    let rows = view.masses[table].lines.max(1);
    count > 1 && mean <= CELL_WORDS && rows <= 2 * count && cells().all(|at| !has_table(view, at))
}

fn has_table(view: &View<'_>, cell: usize) -> bool {
    let elements = &view.document.elements;
    (cell + 1..elements.len())
        .take_while(|&at| view.document.chain(at).any(|above| above == cell))
        .any(|at| view.tag(at) == "table")
}
