//! The article as Markdown (CommonMark with GFM tables).

use crate::article::{Block, Head};
use crate::kind::Kind;

/// Title as `#`, subtitle, byline and date, then the body. Ends with a line end, unless there is nothing at all.
pub(crate) fn document(head: &Head, blocks: &[Block<'_>]) -> String {
    let mut parts = Vec::new();
    if let Some(title) = &head.title {
        parts.push(heading("#", title));
    }
    for line in [&head.subtitle, &head.byline, &head.published_time]
        .into_iter()
        .flatten()
    {
        parts.push(escape(line));
    }
    parts.extend(blocks.iter().map(block));
    let mut markdown = parts.join("\n\n");
    if !markdown.is_empty() {
        markdown.push('\n');
    }
    markdown
}

fn block(block: &Block<'_>) -> String {
    match block.kind {
        Kind::Heading => heading("##", &block.lines.join(" ")),
        Kind::Quote => format!("> {}", escape(&block.lines.join(" "))),
        Kind::List => list(&block.lines),
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

fn list(items: &[&str]) -> String {
    let items: Vec<String> = items
        .iter()
        .map(|item| {
            let (number, text) = split_marker(item);
            match number {
                Some(number) => format!("{number}. {}", escape(text)),
                None => format!("- {}", escape(text)),
            }
        })
        .collect();
    items.join("\n")
}

/// The number that a list item begins with, if it is a number, and the item without its marker.
pub(crate) fn split_marker(item: &str) -> (Option<&str>, &str) {
    const BULLETS: [char; 9] = ['•', '-', '*', '–', '·', '‣', '▪', '◦', '●'];
    if let Some(rest) = item.strip_prefix(BULLETS)
        && rest.starts_with(char::is_whitespace)
    {
        return (None, rest.trim_start());
    }
    let digits = item.bytes().take_while(u8::is_ascii_digit).count();
    // CommonMark takes up to nine digits; a year that begins a sentence has no stop and a space after it.
    if (1..=3).contains(&digits)
        && let Some(rest) = item[digits..].strip_prefix(['.', ')'])
        && rest.starts_with(char::is_whitespace)
    {
        return (Some(&item[..digits]), rest.trim_start());
    }
    (None, item)
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
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let after = chars.peek().copied().unwrap_or(' ');
        let is_markup = match c {
            '\\' | '`' | '*' | '[' | ']' | '<' => true,
            // Between letters an underscore is no emphasis.
            '_' => !(before.is_alphanumeric() && after.is_alphanumeric()),
            // One at each end strikes out what stands between; one alone is only itself.
            '~' => is_struck,
            '&' => after == '#' || after.is_ascii_alphabetic(),
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
