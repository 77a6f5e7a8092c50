//! Each line of a page with what became of it, for a person to read.

use std::fmt::Write as _;
use std::io::stdout;

use anstream::{AutoStream, ColorChoice};
use copydesk::{Article, Line};

use crate::choices::Color;

/// So much of a line is shown, in characters: enough to know it by. JSON has the whole.
const SHOWN: usize = 72;

/// Kept lines stand out, dropped ones step back: by weight, as every terminal's colours have both.
const KEPT: &str = "\u{1B}[1;32m";
const DROPPED: &str = "\u{1B}[2m";
const PLAIN: &str = "\u{1B}[0m";

impl Color {
    /// Whether there are colours in what this process prints.
    pub fn is_on(self) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => AutoStream::choice(&stdout()) != ColorChoice::Never,
        }
    }
}

/// The lines of an article's page, in columns, and how many make the article.
pub fn explain(article: &Article<'_>, colour: bool) -> String {
    let mut out = String::new();
    let widths = Widths::of(&article.lines);
    for line in &article.lines {
        let style = if line.kept { KEPT } else { DROPPED };
        let row = row(line, &widths);
        let _ = if colour {
            writeln!(out, "{style}{row}{PLAIN}")
        } else {
            writeln!(out, "{row}")
        };
    }
    let kept = article.lines.iter().filter(|line| line.kept).count();
    let (all, confidence) = (article.lines.len(), article.confidence);
    let _ = writeln!(out, "{kept} of {all} lines kept, confidence {confidence:.3}");
    out
}

/// Each column is as wide as the widest of what stands in it.
struct Widths {
    number: usize,
    kind: usize,
    reason: usize,
}

impl Widths {
    fn of(lines: &[Line<'_>]) -> Self {
        let widest = |width: fn(&Line<'_>) -> usize| lines.iter().map(width).max().unwrap_or_default();
        Self {
            number: lines.len().to_string().len(),
            kind: widest(|line| line.kind.name().len()),
            reason: widest(|line| line.reason.text().len()),
        }
    }
}

fn row(line: &Line<'_>, widths: &Widths) -> String {
    let row = format!(
        "{:>number$} {} {:kind$} {:.3}  {:reason$}  {}",
        line.number,
        if line.kept { '+' } else { '-' },
        line.kind.name(),
        line.score,
        line.reason.text(),
        shown(&line.text),
        number = widths.number,
        kind = widths.kind,
        reason = widths.reason,
    );
    row.trim_end_matches(' ').to_owned()
}

/// The start of a text, without what would change how a terminal shows it.
fn shown(text: &str) -> String {
    let harmless: String = text.chars().map(harmless).collect();
    let trimmed = harmless.trim_matches(' ');
    match trimmed.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &trimmed[..end]),
        None => trimmed.to_owned(),
    }
}

/// A space in place of control characters, of line and paragraph separators and of what turns the direction of text.
fn harmless(character: char) -> char {
    match character {
        '\u{0}'..='\u{1F}'
        | '\u{7F}'..='\u{9F}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => ' ',
        _ => character,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_where_it_is_long_and_cannot_speak_to_the_terminal() {
        assert_eq!(shown(&"é".repeat(SHOWN)), "é".repeat(SHOWN));
        assert_eq!(shown(&"é".repeat(SHOWN + 1)), "é".repeat(SHOWN) + "…");
        assert_eq!(
            shown("  a\tb\u{1B}[2Jc\u{9B}d\u{202E}e\u{2028}f  "),
            "a b [2Jc d e f"
        );
    }
}
