//! What the article leaves out at the ends of a line.
//!
//! To classify a line all that cannot be seen is cut off its ends. The article keeps more: a direction mark tells how
//! the line is read, and a joiner tells which form the letter beside it has.

/// The line as it stands in the article.
pub fn line(text: &str) -> &str {
    text.trim_matches(is_empty)
}

/// A heading as it stands in the article: without the sign behind it that leads to it, which is seen when one points at it.
pub fn heading(text: &str) -> &str {
    /// What many a heading has behind it.
    const PERMALINK: char = '¶';
    let heading = text.trim_end_matches(|c| c == PERMALINK || is_empty(c));
    if heading.is_empty() { text } else { heading }
}

/// A line of code as it stands in the article: the white space before it has a meaning.
pub fn code(text: &str) -> &str {
    text.trim_end_matches(is_empty)
        .trim_start_matches(|c: char| is_empty(c) && !c.is_whitespace())
}

/// White space, control characters, and the characters without width that only say where a line may break.
fn is_empty(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{code, heading, line};

    #[test]
    fn spaces_and_break_marks_go_and_direction_marks_and_joiners_stay() {
        assert_eq!(line("\u{feff} \u{a0}\ta b\u{200b}\u{3000}\u{ad}\0"), "a b");
        assert_eq!(line(" \u{200f}نص\u{200e} "), "\u{200f}نص\u{200e}");
        assert_eq!(line("\u{2067}نص\u{2069}\u{200b}"), "\u{2067}نص\u{2069}");
        assert_eq!(line("می\u{200c} "), "می\u{200c}");
    }

    #[test]
    fn headings_lose_the_sign_that_leads_to_them() {
        assert_eq!(heading("Watching files ¶"), "Watching files");
        assert_eq!(heading("¶"), "¶");
    }

    #[test]
    fn code_keeps_its_indentation() {
        assert_eq!(code("\u{feff}\t  let x = 1; \u{200b} "), "\t  let x = 1;");
        assert_eq!(code("    \u{200b}y"), "    \u{200b}y");
    }
}
