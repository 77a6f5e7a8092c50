//! The article as plain text.

use crate::article::{Header, Node, Row, Text};

/// The body: blocks apart by a blank line, no line end after the last.
pub(crate) fn body(nodes: &[Node<'_>]) -> String {
    let mut text = String::new();
    add_all(&mut text, nodes, "\n\n");
    text
}

/// Adds blocks with something between them.
fn add_all(text: &mut String, nodes: &[Node<'_>], between: &str) {
    for node in nodes {
        match node {
            Node::Heading { text: line, .. } => add(text, [line.whole()], between),
            Node::Paragraph(lines) => add(text, lines.iter().map(Text::whole), between),
            Node::Lists(lists) => {
                let mut between = between;
                for item in lists.iter().flat_map(|list| &list.items) {
                    add_apart(text, item, between);
                    between = "\n";
                }
            }
            Node::Terms(entries) => {
                let mut between = between;
                for (_, entry) in entries {
                    add_apart(text, entry, between);
                    between = "\n";
                }
            }
            Node::Quote(nodes) => add_all(text, nodes, between),
            Node::Code { lines, .. } => add(text, lines.iter().copied(), between),
            Node::Table(table) => {
                let rows: Vec<String> = table.rows.iter().map(Row::text).collect();
                add(text, rows.iter().map(String::as_str), between);
            }
            Node::Figure {
                before,
                caption,
                behind,
            } => {
                add_all(text, before, between);
                add(text, caption.iter().map(Text::whole), between);
                add_all(text, behind, between);
            }
            Node::Picture { .. } => {}
        }
    }
}

/// Adds the lines of an item.
fn add_apart(text: &mut String, nodes: &[Node<'_>], between: &str) {
    let mut own = String::new();
    add_all(&mut own, nodes, "\n");
    if !own.is_empty() {
        add(text, [&*own], between);
    }
}

/// Adds a block of lines.
fn add<'a>(text: &mut String, lines: impl IntoIterator<Item = &'a str>, between: &str) {
    let mut between = if text.is_empty() { "" } else { between };
    for line in lines {
        text.push_str(between);
        text.push_str(line);
        between = "\n";
    }
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
