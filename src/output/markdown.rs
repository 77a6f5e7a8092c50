//! The article as Markdown (`CommonMark` with GFM tables).

use super::list::lists;
use crate::article::{Block, Header};
use crate::kind::Kind;

/// Title as `#`, subtitle, byline and date, then the body. Ends with a line end, unless there is nothing at all.
pub(crate) fn document(header: Header<'_>, blocks: &[Block<'_>]) -> String {
    let mut parts = Vec::new();
    parts.extend(header.title.map(|title| heading("#", title)));
    parts.extend(header.below_title().map(escape));
    // The mark of the list right before.
    let mut mark = None;
    for block in blocks {
        if block.kind == Kind::List {
            parts.push(list_block(&block.lines, &mut mark));
        } else {
            parts.push(plain_block(block));
            mark = None;
        }
    }
    let mut markdown = parts.join("\n\n");
    if !markdown.is_empty() {
        markdown.push('\n');
    }
    markdown
}

/// A block that is no list.
fn plain_block(block: &Block<'_>) -> String {
    match block.kind {
        Kind::Heading => heading("##", &block.lines.join(" ")),
        Kind::Quote => format!("> {}", escape(&block.lines.join(" "))),
        Kind::Code => code(&block.lines),
        Kind::Table => table(&block.lines),
        _ => escape(&block.lines.join(" ")),
    }
}

/// A heading; a number sign at its end would be taken for a closing mark and left out.
fn heading(mark: &str, text: &str) -> String {
    match text.strip_suffix('#') {
        Some(rest) => format!("{mark} {}\\#", escape(rest)),
        None => format!("{mark} {}", escape(text)),
    }
}

/// What stands before an item, or behind its number. Markdown makes one list of neighbours with the same mark, over a
/// blank line too, so every other list has the second.
const BULLETS: [char; 2] = ['-', '*'];
const BEHIND_NUMBER: [char; 2] = ['.', ')'];

/// The lists of a block. `mark` is that of the list right before, and then that of the last list here.
fn list_block(lines: &[&str], mark: &mut Option<char>) -> String {
    let mut items = Vec::with_capacity(lines.len());
    for list in lists(lines) {
        let [first, second] = if list.start.is_some() {
            BEHIND_NUMBER
        } else {
            BULLETS
        };
        let mark = mark.insert(if *mark == Some(first) { second } else { first });
        for (i, item) in list.items.into_iter().enumerate() {
            items.push(match list.start {
                Some(start) => format!("{}{mark} {}", usize::from(start) + i, escape(item)),
                None => format!("{mark} {}", escape(item)),
            });
        }
    }
    items.join("\n")
}

fn code(lines: &[&str]) -> String {
    // The fence must be longer than any run of backticks inside.
    let longest = lines
        .iter()
        .flat_map(|line| line.split(|c| c != '`').map(str::len))
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{}\n{fence}", lines.join("\n"))
}

/// The first row is the header, which GFM demands, and as wide as the widest. The others are as long as they are:
/// a reader of GFM fills them up, and filling them up here would let one wide row make a short paste huge.
fn table(rows: &[&str]) -> String {
    let width = rows.iter().map(|row| row.split('\t').count()).max().unwrap_or(1);
    let mut lines = Vec::with_capacity(rows.len() + 1);
    for (i, row) in rows.iter().enumerate() {
        let mut cells: Vec<String> = row
            .split('\t')
            .map(|cell| escape(cell.trim()).replace('|', "\\|"))
            .collect();
        if i == 0 {
            cells.resize(width, String::new());
        }
        lines.push(format!("| {} |", cells.join(" | ")));
        if i == 0 {
            lines.push(format!("|{}", " --- |".repeat(width)));
        }
    }
    lines.join("\n")
}

/// `text` such that Markdown shows it as it is.
///
/// Escapes what could be read as markup and leaves the rest alone, so that prose stays as readable as it was.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let text = escape_start(text, &mut out);
    let is_struck = text.matches('~').count() > 1;
    let mut before = ' ';
    for (i, c) in text.char_indices() {
        let rest = &text[i + c.len_utf8()..];
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            // Between letters an underscore is no emphasis.
            '_' => !(before.is_alphanumeric() && rest.starts_with(char::is_alphanumeric)),
            // One at each end strikes out what stands between; one alone is only itself.
            '~' => is_struck,
            '&' => is_entity(rest),
            _ => false,
        };
        if is_markup {
            out.push('\\');
        }
        out.push(c);
        before = c;
    }
    out
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
    if (1..=9).contains(&digits) && text[digits..].starts_with(['.', ')']) {
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
