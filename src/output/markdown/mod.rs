//! The article as Markdown (`CommonMark` with GFM tables).

mod inline;
mod table;

use inline::{escape, line};

use crate::article::{Header, List, Node, Text};

/// Title as `#`, subtitle, byline and date, then the body. Ends with a line end, unless there is nothing at all.
pub(crate) fn document(header: Header<'_>, nodes: &[Node<'_>]) -> String {
    let mut parts = Vec::new();
    parts.extend(header.title.map(|title| heading(1, &escape(title))));
    parts.extend(header.below_title().map(escape));
    parts.extend(blocks(nodes));
    let mut markdown = parts.join("\n\n");
    if !markdown.is_empty() {
        markdown.push('\n');
    }
    markdown
}

/// Each block as lines without an end.
fn blocks(nodes: &[Node<'_>]) -> Vec<String> {
    let mut blocks = Vec::with_capacity(nodes.len());
    // The mark of the list right before.
    let mut mark = None;
    for node in nodes {
        if !matches!(node, Node::Lists(_)) {
            mark = None;
        }
        match node {
            Node::Heading { level, text } => blocks.push(heading(*level, &line(text))),
            Node::Paragraph(lines) => blocks.push(paragraph(lines)),
            Node::Lists(lists) => blocks.push(list_block(lists, &mut mark)),
            Node::Terms(entries) => blocks.push(terms(entries)),
            Node::Quote(nodes) => {
                let quoted = self::blocks(nodes).join("\n\n");
                blocks.push(begun(&quoted, "> ", "> ", ">"));
            }
            Node::Code { language, lines } => blocks.push(code(language.unwrap_or_default(), lines)),
            Node::Table(table) => blocks.push(table::table(table)),
            Node::Figure {
                before,
                caption,
                behind,
            } => {
                let mut figure = self::blocks(before);
                figure.push(paragraph(caption));
                figure.extend(self::blocks(behind));
                blocks.push(figure.join("\n\n"));
            }
            Node::Picture { address, alternative } => blocks.push(format!(
                "![{}]({})",
                inline::alternative(alternative),
                inline::target(address)
            )),
        }
    }
    blocks
}

/// Lines that stay lines.
fn paragraph(lines: &[Text<'_>]) -> String {
    let lines: Vec<String> = lines.iter().map(line).collect();
    lines.join("\\\n")
}

/// A heading; a number sign at its end would be taken for a closing mark and left out.
fn heading(level: u8, text: &str) -> String {
    let mark = "#".repeat(usize::from(level));
    match text.strip_suffix('#') {
        Some(rest) if !rest.ends_with('\\') => format!("{mark} {rest}\\#"),
        _ => format!("{mark} {text}"),
    }
}

/// What stands before an item, or behind its number. Markdown makes one list of neighbours with the same mark, over a
/// blank line too, so every other list has the second.
const BULLETS: [char; 2] = ['-', '*'];
const BEHIND_NUMBER: [char; 2] = ['.', ')'];

/// Longer numbers are none of items.
const HIGHEST_NUMBER: u64 = 999_999_999;

/// The lists of a block. `mark` is that of the list right before, and then that of the last list here.
fn list_block(lists: &[List<'_>], mark: &mut Option<char>) -> String {
    let mut items = Vec::new();
    for list in lists {
        let [first, second] = if list.start.is_some() {
            BEHIND_NUMBER
        } else {
            BULLETS
        };
        let mark = mark.insert(if *mark == Some(first) { second } else { first });
        for (i, nodes) in list.items.iter().enumerate() {
            let sign = match list.start {
                Some(start) => format!("{}{mark} ", (u64::from(start) + i as u64).min(HIGHEST_NUMBER)),
                None => format!("{mark} "),
            };
            items.push(begun(&item(nodes), &sign, &" ".repeat(sign.len()), ""));
        }
    }
    items.join("\n")
}

/// What stands in an item: a list right below the line that it belongs to, all else apart. A list that does not begin
/// with 1 would be read as more of that line.
fn item(nodes: &[Node<'_>]) -> String {
    let mut item = String::new();
    for (i, (block, node)) in blocks(nodes).iter().zip(nodes).enumerate() {
        let is_close = match node {
            Node::Lists(lists) => lists.first().is_some_and(|list| list.start.unwrap_or(1) == 1),
            _ => false,
        };
        if i > 0 {
            item.push_str(if is_close { "\n" } else { "\n\n" });
        }
        item.push_str(block);
    }
    item
}

/// A colon stands before a paragraph that says what a term means, as in other kinds of Markdown; here it is one. What is
/// more than a paragraph stands by itself.
fn terms(entries: &[(bool, Vec<Node<'_>>)]) -> String {
    let mut terms = String::new();
    let mut was_line = false;
    for (is_term, nodes) in entries {
        let is_line = matches!(&nodes[..], [Node::Paragraph(_)]);
        let is_meaning = is_line && !is_term && was_line;
        if !terms.is_empty() {
            terms.push_str(if is_meaning { "\n" } else { "\n\n" });
        }
        let entry = blocks(nodes).join("\n\n");
        let sign = if is_meaning { ": " } else { "" };
        terms.push_str(&begun(&entry, sign, &" ".repeat(sign.len()), ""));
        was_line = is_line;
    }
    terms
}

/// A text with something before its first line, and before those that follow; a blank line gets `blank`.
fn begun(text: &str, first: &str, others: &str, blank: &str) -> String {
    let mut begun = String::with_capacity(text.len() + text.len() / 8);
    for (i, line) in text.split('\n').enumerate() {
        if i > 0 {
            begun.push('\n');
        }
        begun.push_str(match i {
            0 => first,
            _ if line.is_empty() => blank,
            _ => others,
        });
        begun.push_str(line);
    }
    begun
}

fn code(language: &str, lines: &[&str]) -> String {
    // The fence must be longer than any run of backticks inside.
    let longest = lines
        .iter()
        .flat_map(|line| line.split(|c| c != '`').map(str::len))
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}{language}\n{}\n{fence}", lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::escape;
    use crate::article::tests::assembled;
    use crate::kind::Kind;

    #[test]
    fn every_kind_of_block_has_its_form() {
        let article = assembled(&[
            (Kind::Title, "River returns"),
            (Kind::Byline, "By Ana Reyes"),
            (Kind::Date, "3 May 2023"),
            (Kind::Heading, "Today"),
            (Kind::Paragraph, "The river is back."),
            (Kind::Quote, "“At last.”"),
            (Kind::List, "• flour"),
            (Kind::List, "2) plums"),
            (Kind::Interface, "Copy"),
            (Kind::Code, "  a`"),
            (Kind::Blank, ""),
            (Kind::Code, "````b"),
            (Kind::Table, "x\ty|z"),
            (Kind::Table, "1\t2\t3"),
            (Kind::Table, "4"),
        ]);
        assert_eq!(
            article.markdown,
            "# River returns\n\nAna Reyes\n\n2023-05-03\n\n## Today\n\nThe river is back.\n\n> “At last.”\n\n\
             - flour\n2. plums\n\n`````\n  a`\n\n````b\n`````\n\n\
             | x | y\\|z |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n| 4 |\n"
        );
        assert_eq!(assembled(&[(Kind::Navigation, "Home")]).markdown, "");
    }

    #[test]
    fn a_number_sign_ends_a_heading_as_itself() {
        let article = assembled(&[
            (Kind::Title, "#"),
            (Kind::Heading, "Learn C #"),
            (Kind::Heading, "## ##"),
        ]);
        assert_eq!(article.markdown, "# \\#\n\n## Learn C \\#\n\n## \\## #\\#\n");
    }

    #[test]
    fn only_what_could_be_read_as_markup_is_escaped() {
        for (text, markdown) in [
            (
                "Plain - prose + more, 5 > 4 & a_b (c)!",
                "Plain - prose + more, 5 > 4 & a_b (c)!",
            ),
            ("2024. A year", "2024\\. A year"),
            ("- not an item", "\\- not an item"),
            (
                "*a* _b_ [c](d) `e` <f> \\",
                "\\*a\\* \\_b\\_ \\[c\\](d) \\`e\\` \\<f> \\\\",
            ),
            ("~5 minutes", "~5 minutes"),
            ("~5~ ~~", "\\~5\\~ \\~\\~"),
            ("AT&T &amp; &#38;", "AT&T \\&amp; \\&#38;"),
        ] {
            assert_eq!(escape(text), markdown, "{text}");
        }
    }

    #[test]
    fn neighbouring_lists_stay_apart_and_items_keep_their_numbers() {
        let article = assembled(&[
            (Kind::List, "1. rise"),
            (Kind::List, "1. bake"),
            (Kind::Interface, "Copy"),
            (Kind::List, "5) eat"),
            (Kind::List, "• flour"),
            (Kind::Interface, "Copy"),
            (Kind::List, "plums"),
            (Kind::Paragraph, "Enjoy."),
            (Kind::List, "* rye"),
        ]);
        assert_eq!(
            article.markdown,
            "1. rise\n1) bake\n\n5. eat\n- flour\n\n* plums\n\nEnjoy.\n\n- rye\n"
        );
    }
}
