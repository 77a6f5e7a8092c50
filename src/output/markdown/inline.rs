//! Lines of text with links and styles.

use crate::article::{Piece, Text};
use crate::structure::Style;

/// The styles that have marks, the outermost first, and the elements that stand for them where a mark would not be
/// read as one.
const MARKS: [(Style, &str, &str); 3] = [
    (Style::STRONG, "**", "strong"),
    (Style::EMPHASIS, "*", "em"),
    (Style::STRUCK, "~~", "s"),
];

/// Those without.
const ELEMENTS: [(Style, &str); 2] = [(Style::SUBSCRIPT, "sub"), (Style::SUPERSCRIPT, "sup")];

/// A line.
pub(super) fn line(text: &Text<'_>) -> String {
    let pieces = text.pieces();
    let shown = text.shown();
    let mut out = String::with_capacity(shown.len() + shown.len() / 8);
    let mut escaping = Escaping::of(shown);
    escaping.is_struck |= pieces.iter().any(|piece| piece.style.has(Style::STRUCK));
    let mut rest = &pieces[..];
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|piece| piece.link == first.link).count();
        let (linked, behind) = rest.split_at(count);
        match first.link {
            Some(link) => {
                out.push('[');
                for (i, piece) in linked.iter().enumerate() {
                    let next = linked.get(i + 1).map_or(']', first_char);
                    styled(&mut out, piece, next, &mut escaping);
                }
                out.extend(["](", &target(link.address), ")"]);
            }
            None => {
                for (i, piece) in linked.iter().enumerate() {
                    let next = linked.get(i + 1).or(behind.first());
                    let next = next.map_or(' ', |next| {
                        if next.link.is_some() {
                            '['
                        } else {
                            first_char(next)
                        }
                    });
                    styled(&mut out, piece, next, &mut escaping);
                }
            }
        }
        rest = behind;
    }
    out
}

fn first_char(piece: &Piece<'_>) -> char {
    piece.text.chars().next().unwrap_or(' ')
}

/// A piece with its marks; `next` is the character that comes behind.
fn styled(out: &mut String, piece: &Piece<'_>, next: char, escaping: &mut Escaping<'_>) {
    if piece.style.is_usual() {
        escaping.add(out, piece.text);
        return;
    }
    // Marks have no white space within.
    let text = piece.text.trim();
    let start = piece.text.len() - piece.text.trim_start().len();
    let (before, behind) = (&piece.text[..start], &piece.text[start + text.len()..]);
    escaping.add(out, before);
    let last = out.chars().next_back().unwrap_or(' ');
    let next = behind.chars().next().unwrap_or(next);
    let is_read = is_read_as_mark(last, text, next);
    let mut ends = Vec::new();
    for (style, mark, element) in MARKS {
        if piece.style.has(style) {
            if is_read {
                out.push_str(mark);
                ends.push(mark.to_owned());
            } else {
                out.extend(["<", element, ">"]);
                ends.push(format!("</{element}>"));
            }
        }
    }
    for (style, element) in ELEMENTS {
        if piece.style.has(style) {
            out.extend(["<", element, ">"]);
            ends.push(format!("</{element}>"));
        }
    }
    if piece.style.has(Style::CODE) {
        code(out, text);
        escaping.skip(text);
    } else {
        escaping.add(out, text);
    }
    out.extend(ends.into_iter().rev());
    escaping.add(out, behind);
}

/// Whether marks around a text, between these characters, begin and end something. `CommonMark` asks which characters
/// stand beside them; marks right beside other marks are never sure to be.
fn is_read_as_mark(last: char, text: &str, next: char) -> bool {
    let (Some(first), Some(end)) = (text.chars().next(), text.chars().next_back()) else {
        return false;
    };
    let is_word = |c: char| c.is_alphanumeric();
    let is_mark = |c: char| matches!(c, '*' | '_' | '~' | '`' | '\\');
    let opens = is_word(first) || last.is_whitespace() || !is_word(last);
    let closes = is_word(end) || next.is_whitespace() || !is_word(next);
    opens && closes && !is_mark(last) && !is_mark(next)
}

/// Code in a line, between more backticks than it has in a row.
fn code(out: &mut String, text: &str) {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let room = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    out.extend([&fence, room, text, room, &fence]);
}

/// Where a link leads, such that nothing in it ends the link.
pub(super) fn target(address: &str) -> String {
    let mut target = String::with_capacity(address.len());
    for (i, c) in address.char_indices() {
        match c {
            '&' if is_entity(&address[i + 1..]) => target.push_str("&amp;"),
            _ => target.push(c),
        }
    }
    if address.contains(['(', ')']) {
        target = format!("<{target}>");
    }
    target
}

/// What a picture shows.
pub(super) fn alternative(text: &str) -> String {
    escape(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// `text` such that Markdown shows it as it is.
///
/// Escapes what could be read as markup and leaves the rest alone, so that prose stays as readable as it was.
pub(super) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    Escaping::of(text).add(&mut out, text);
    out
}

/// What is known of a line while it is escaped piece by piece.
struct Escaping<'a> {
    /// What is still to come.
    rest: &'a str,
    is_start: bool,
    is_struck: bool,
    before: char,
}

impl<'a> Escaping<'a> {
    fn of(line: &'a str) -> Self {
        Self {
            rest: line,
            is_start: true,
            is_struck: line.matches('~').count() > 1,
            before: ' ',
        }
    }

    /// The next piece of the line was added as it is.
    fn skip(&mut self, piece: &str) {
        self.rest = self.rest.get(piece.len()..).unwrap_or_default();
        self.is_start &= piece.is_empty();
        self.before = piece.chars().next_back().unwrap_or(self.before);
    }

    /// Adds the next piece of the line.
    fn add(&mut self, out: &mut String, piece: &str) {
        let line = self.rest;
        let mut text = piece;
        if self.is_start && out.is_empty() {
            text = escape_start(piece, out);
        }
        let begun = piece.len() - text.len();
        self.before = piece[..begun].chars().next_back().unwrap_or(self.before);
        // Most characters mean nothing: they are added in one go, up to the next that may.
        let mut at = 0;
        while let Some(plain) = text[at..].bytes().position(may_be_markup) {
            self.add_plain(out, &text[at..at + plain]);
            at += plain;
            let c = char::from(text.as_bytes()[at]);
            let rest = line.get(begun + at + 1..).unwrap_or_default();
            let is_markup = match c {
                // Between letters an underscore is no emphasis.
                '_' => !(self.before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)),
                // One at each end strikes out what stands between; one alone is only itself.
                '~' => self.is_struck,
                '&' => is_entity(rest),
                // Before a link it would make a picture.
                '!' => !rest.is_empty() && begun + at + 1 == piece.len(),
                _ => true,
            };
            if is_markup {
                out.push('\\');
            }
            out.push(c);
            self.before = c;
            at += 1;
        }
        self.add_plain(out, &text[at..]);
        self.rest = line.get(piece.len()..).unwrap_or_default();
        self.is_start &= piece.is_empty();
    }

    /// Adds what cannot be read as markup.
    fn add_plain(&mut self, out: &mut String, text: &str) {
        out.push_str(text);
        self.before = text.chars().next_back().unwrap_or(self.before);
    }
}

/// Whether a character may be markup, wherever it stands.
fn may_be_markup(byte: u8) -> bool {
    matches!(
        byte,
        b'\\' | b'`' | b'*' | b'[' | b']' | b'<' | b'_' | b'~' | b'&' | b'!'
    )
}

/// Whether `&` with `rest` after it could stand for another character: `&amp;`, `&#38;`.
fn is_entity(rest: &str) -> bool {
    // The longest name is CounterClockwiseContourIntegral.
    const LONGEST: usize = 31;
    let name = rest
        .bytes()
        .take(LONGEST)
        .take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'#');
    rest[name.count()..].starts_with(';')
}

/// Escapes what only means something where a line begins; gives back what is left of `text`.
fn escape_start<'a>(text: &'a str, out: &mut String) -> &'a str {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let is_number = (1..=9).contains(&digits) && text[digits..].starts_with(['.', ')']);
    // "5.1" begins no list.
    if is_number && !text[digits + 1..].starts_with(|c: char| !c.is_whitespace()) {
        out.push_str(&text[..digits]);
        out.push('\\');
        out.push_str(&text[digits..=digits]);
        return &text[digits + 1..];
    }
    if text.starts_with(['#', '>', '-', '+', '=', '|', ':']) {
        out.push('\\');
        out.push_str(&text[..1]);
        return &text[1..];
    }
    text
}
