//! The article as plain text.

use crate::article::{Block, Header};

/// The body: blocks apart by a blank line, no line end after the last.
pub(crate) fn body(blocks: &[Block<'_>]) -> String {
    let mut text = String::new();
    for block in blocks {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        for (i, line) in block.lines.iter().enumerate() {
            if i > 0 {
                text.push('\n');
            }
            text.push_str(line);
        }
    }
    text
}

/// Title, subtitle, byline and date, each on its line, a blank line, then the body. Ends with a line end, unless
/// there is nothing at all.
pub(crate) fn document(header: Header<'_>, body: &str) -> String {
    let mut text = String::new();
    for line in header.title.into_iter().chain(header.below_title()) {
        text.push_str(line);
        text.push('\n');
    }
    if !body.is_empty() {
        if !text.is_empty() {
            text.push('\n');
        }
        text.push_str(body);
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use crate::article::tests::assembled;
    use crate::kind::Kind;

    #[test]
    fn the_header_stands_above_the_body() {
        let title = (Kind::Title, "River returns");
        let date = (Kind::Date, "Published 3 May 2023");
        let paragraph = (Kind::Paragraph, "The river is back.");
        assert_eq!(
            assembled(&[title, date, paragraph]).to_text(),
            "River returns\n2023-05-03\n\nThe river is back.\n"
        );
        assert_eq!(assembled(&[paragraph]).to_text(), "The river is back.\n");
        assert_eq!(assembled(&[title]).to_text(), "River returns\n");
        assert_eq!(assembled(&[(Kind::Navigation, "Home")]).to_text(), "");
    }
}
