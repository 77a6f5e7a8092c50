//! Lines of text with links and styles.

use crate::article::{Piece, Text};
use crate::structure::Style;

/// The styles and their elements, the outermost first.
const ELEMENTS: [(Style, &str); 6] = [
    (Style::STRONG, "strong"),
    (Style::EMPHASIS, "em"),
    (Style::STRUCK, "s"),
    (Style::CODE, "code"),
    (Style::SUBSCRIPT, "sub"),
    (Style::SUPERSCRIPT, "sup"),
];

/// Begins another set of characters, in the encodings that have several.
const ESCAPE: u8 = 0x1b;

/// Lines of one block.
pub(super) fn lines(html: &mut String, lines: &[Text<'_>]) {
    for (i, line) in lines.iter().enumerate() {
        if i > 0 {
            html.push_str("<br>\n");
        }
        for pieces in line.pieces().chunk_by(|a, b| a.link == b.link) {
            match pieces[0].link {
                Some(link) => {
                    html.push_str("<a href=\"");
                    escape(html, link.address);
                    html.push_str("\">");
                    styled(html, pieces);
                    html.push_str("</a>");
                }
                None => styled(html, pieces),
            }
        }
    }
}

fn styled(html: &mut String, pieces: &[Piece<'_>]) {
    let mut open: Vec<(Style, &str)> = Vec::new();
    for piece in pieces {
        let wanted = ELEMENTS.iter().filter(|(style, _)| piece.style.has(*style));
        let wanted: Vec<(Style, &str)> = wanted.copied().collect();
        let common = open.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
        end(html, open.drain(common..));
        for &(style, name) in &wanted[common..] {
            html.extend(["<", name, ">"]);
            open.push((style, name));
        }
        escape(html, piece.text);
    }
    end(html, open.drain(..));
}

fn end<'a>(html: &mut String, ended: impl DoubleEndedIterator<Item = (Style, &'a str)>) {
    for (_, name) in ended.rev() {
        html.extend(["</", name, ">"]);
    }
}

/// Adds `text` with the characters that HTML reads as markup replaced.
pub(super) fn escape(html: &mut String, text: &str) {
    let mut rest = text;
    while let Some(plain) = rest
        .bytes()
        .position(|byte| matches!(byte, b'&' | b'<' | b'>' | b'"' | 0 | ESCAPE))
    {
        html.push_str(&rest[..plain]);
        html.push_str(match rest.as_bytes()[plain] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            b'"' => "&quot;",
            // Neither is seen. A parser replaces or drops a NUL. An escape begins another set of characters where a
            // page is taken for ISO-2022-JP: what follows would be no markup there, and a quotation mark no end.
            _ => "",
        });
        rest = &rest[plain + 1..];
    }
    html.push_str(rest);
}
