//! Plain text into a page.

use crate::page::Page;

/// The page that `text` is.
///
/// `\n`, `\r\n` and `\r` each end a line. An end at the very end of the text starts no further line, and no text
/// has no line.
pub fn page(text: &str) -> Page<'_> {
    Page::new(Lines {
        rest: Some(text).filter(|text| !text.is_empty()),
    })
}

struct Lines<'a> {
    /// What is not yet split, `None` when all is.
    rest: Option<&'a str>,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let rest = self.rest?;
        let Some(end) = rest.bytes().position(|byte| matches!(byte, b'\n' | b'\r')) else {
            self.rest = None;
            return Some(rest);
        };
        let after = rest[end..].strip_prefix("\r\n").unwrap_or(&rest[end + 1..]);
        self.rest = Some(after).filter(|after| !after.is_empty());
        Some(&rest[..end])
    }
}

#[cfg(test)]
mod tests {
    use super::page;

    fn lines(text: &str) -> Vec<&str> {
        page(text).lines.iter().map(|line| line.text).collect()
    }

    #[test]
    fn every_form_of_line_end_ends_a_line() {
        assert_eq!(lines("a\nb\r\nc\rd"), ["a", "b", "c", "d"]);
        assert_eq!(lines("a\r\r\nb\n\rc"), ["a", "", "b", "", "c"]);
    }

    #[test]
    fn an_end_at_the_end_adds_no_line() {
        assert_eq!(lines(""), [""; 0]);
        assert_eq!(lines("\n"), [""]);
        assert_eq!(lines("a\n"), ["a"]);
        assert_eq!(lines("a\n\n"), ["a", ""]);
    }

    #[test]
    fn invisible_characters_make_a_blank_line_and_blanks_are_counted() {
        let page = page("\u{feff}Title\n \u{a0}\u{200b}\n\t\nText\u{3000}\n");
        assert_eq!(page.lines[0].trimmed, "Title");
        assert!(page.lines[1].is_blank() && page.lines[2].is_blank());
        assert_eq!((page.lines[3].trimmed, page.lines[3].blanks_before), ("Text", 2));
    }
}
