//! Patterns: those that are searched for, and those that begin where the line does.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::Regex;
use regex_syntax::hir::literal::{Extractor, Literal};
use regex_syntax::parse;

/// How many bytes of a line decide whether a pattern is tried on it: three tell most first words apart.
const LOOKED_AT: usize = 3;

/// The most beginnings that a pattern is given; one with more would be tried on every line.
const MOST_BEGINNINGS: usize = 1000;

/// A pattern that is searched for in the whole line.
pub struct Searched(Regex);

impl Searched {
    /// The pattern.
    pub fn new(source: &str) -> Self {
        Self(compile(source))
    }

    /// Whether the pattern matches somewhere in the line.
    pub fn is_match(&self, line: &str) -> bool {
        self.0.is_match(line)
    }

    /// The line without what the pattern matches.
    pub fn remove_from<'a>(&self, line: &'a str) -> Cow<'a, str> {
        self.0.replace_all(line, "")
    }
}

fn compile(source: &str) -> Regex {
    Regex::new(source).expect("our own patterns are valid")
}

/// A pattern that begins with `^` in each of its branches, tried only on lines that begin as it can, and compiled for the
/// first of them: on most pages half of the patterns are never tried.
pub struct Anchored {
    source: &'static str,
    regex: OnceLock<Regex>,
    beginnings: Beginnings,
}

impl Anchored {
    /// The pattern. The engine would walk through all of its branches on every line, most of which fail in all of them
    /// at the first letters; so the possible first letters are gathered once.
    pub fn new(source: &'static str) -> Self {
        let syntax = parse(source).expect("our own patterns are valid");
        let mut literals = Extractor::new()
            .limit_class(16)
            .limit_total(MOST_BEGINNINGS)
            .extract(&syntax);
        literals.keep_first_bytes(LOOKED_AT);
        let literals = literals
            .literals()
            .unwrap_or_else(|| panic!("begins in too many ways: {source}"));
        Self {
            source,
            regex: OnceLock::new(),
            beginnings: Beginnings::new(literals.iter().map(Literal::as_bytes)),
        }
    }

    /// Whether the pattern matches the line.
    pub fn is_match(&self, line: &str) -> bool {
        self.beginnings.fit(line.as_bytes()) && self.regex.get_or_init(|| compile(self.source)).is_match(line)
    }
}

/// The first letters of what is looked for.
pub struct Beginnings(Vec<u32>);

impl Beginnings {
    /// Of these the first [`LOOKED_AT`] bytes, or all where there are fewer.
    pub fn new<'a>(all: impl Iterator<Item = &'a [u8]>) -> Self {
        let mut keys: Vec<u32> = all.map(|one| key(&one[..LOOKED_AT.min(one.len())])).collect();
        keys.sort_unstable();
        keys.dedup();
        assert!(
            !keys.contains(&key(&[])),
            "what is looked for begins with something"
        );
        Self(keys)
    }

    /// Whether the text begins as one of them does.
    fn fit(&self, text: &[u8]) -> bool {
        (1..=LOOKED_AT.min(text.len())).any(|length| self.0.binary_search(&key(&text[..length])).is_ok())
    }

    /// Whether something behind a space in the text begins as one of them does.
    pub fn fit_behind_space(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let mut spaces = bytes.iter().enumerate().filter(|(_, byte)| **byte == b' ');
        spaces.any(|(i, _)| self.fit(&bytes[i + 1..]))
    }
}

/// A number for up to [`LOOKED_AT`] bytes; other bytes have another, however many they are.
fn key(bytes: &[u8]) -> u32 {
    bytes.iter().fold(1, |key, &byte| key << 8 | u32::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_can_begin_so_is_tried_and_no_other_matches() {
        let pattern = Anchored::new("^(?:by|von|文/)(?: |$)|^[0-9]{1,2} (?:ago|days)");
        for (line, matches) in [
            ("by ana reyes", true),
            ("von", true),
            ("文/ 林海", true),
            ("4 days", true),
            ("12 ago", true),
            ("byline", false),
            ("a", false),
            ("", false),
            ("baker", false),
        ] {
            assert_eq!(pattern.is_match(line), matches, "{line}");
        }
    }
}
