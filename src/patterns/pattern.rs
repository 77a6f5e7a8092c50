//! Patterns: those that are searched for, and those that begin where the line does.

use std::borrow::Cow;
use std::sync::OnceLock;

use regex::Regex;

/// How many bytes of a line decide whether a pattern is tried on it: three tell most first words apart.
const LOOKED_AT: usize = 3;

/// What each pattern can begin with: a line for each, its name and then [`key`]s in hexadecimal. Read from the patterns by
/// `COPYDESK_BEGINNINGS=update cargo test beginnings`, as reading them on every start would take longer than a page does.
const BEGINNINGS: &str = include_str!("beginnings.txt");

/// A pattern that is searched for in the whole line.
pub struct Searched(Regex);

impl Searched {
    /// The pattern.
    pub fn new(name: &str, source: &str) -> Self {
        Self(compile(name, source))
    }

    /// Whether the pattern matches somewhere in the line.
    pub fn is_match(&self, line: &str) -> bool {
        self.0.is_match(line)
    }

    /// The line without what the pattern matches.
    pub fn remove_from<'a>(&self, line: &'a str) -> Cow<'a, str> {
        self.0.replace_all(line, "")
    }

    /// What it is read from, if it has beginnings: it has none.
    #[cfg(test)]
    #[allow(clippy::unused_self, reason = "as the others are asked")]
    pub fn anchored_source(&self) -> Option<&'static str> {
        None
    }
}

fn compile(name: &str, source: &str) -> Regex {
    Regex::new(source).unwrap_or_else(|error| panic!("our own patterns are valid, but {name}: {error}"))
}

/// A pattern that begins with `^` in each of its branches, tried only on lines that begin as it can, and compiled for the
/// first of them: on most pages half of the patterns are never tried.
pub struct Anchored {
    name: &'static str,
    source: &'static str,
    regex: OnceLock<Regex>,
    beginnings: Beginnings,
}

impl Anchored {
    /// The pattern. The engine would walk through all of its branches on every line, most of which fail in all of them
    /// at the first letters; so the possible first letters are known beforehand.
    pub fn new(name: &'static str, source: &'static str) -> Self {
        let keys = BEGINNINGS
            .lines()
            .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '))
            .unwrap_or_default();
        let keys = keys
            .split(' ')
            .filter_map(|key| u32::from_str_radix(key, 16).ok());
        Self {
            name,
            source,
            regex: OnceLock::new(),
            beginnings: Beginnings::of_keys(keys.collect()),
        }
    }

    /// Whether the pattern matches the line.
    pub fn is_match(&self, line: &str) -> bool {
        self.beginnings.fit(line.as_bytes())
            && self
                .regex
                .get_or_init(|| compile(self.name, self.source))
                .is_match(line)
    }

    /// What it is read from.
    #[cfg(test)]
    #[allow(clippy::unnecessary_wraps, reason = "as the others are asked")]
    pub fn anchored_source(&self) -> Option<&'static str> {
        Some(self.source)
    }
}

/// The first letters of what is looked for.
pub struct Beginnings {
    /// What [`key`] makes of them, in order.
    keys: Vec<u32>,
    /// A bit for each byte that one of them begins with: most lines begin with none.
    first: [u64; 4],
}

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
        Self::of_keys(keys)
    }

    fn of_keys(keys: Vec<u32>) -> Self {
        let mut first = [0; 4];
        for key in &keys {
            // Before the bytes of a key stands a 1.
            let bytes = (u32::BITS - 1 - key.leading_zeros()) / 8;
            let byte = (key >> (8 * (bytes - 1))) as u8;
            first[usize::from(byte / 64)] |= 1 << (byte % 64);
        }
        Self { keys, first }
    }

    /// Whether the text begins as one of them does.
    pub fn fit(&self, text: &[u8]) -> bool {
        let Some(byte) = text.first() else { return false };
        self.first[usize::from(byte / 64)] & 1 << (byte % 64) != 0
            && (1..=LOOKED_AT.min(text.len()))
                .any(|length| self.keys.binary_search(&key(&text[..length])).is_ok())
    }
}

/// A number for up to [`LOOKED_AT`] bytes; other bytes have another, however many they are.
fn key(bytes: &[u8]) -> u32 {
    bytes.iter().fold(1, |key, &byte| key << 8 | u32::from(byte))
}

#[cfg(test)]
pub mod tests {
    use std::fmt::Write;
    use std::path::Path;
    use std::{env, fs};

    use regex_syntax::hir::literal::{Extractor, Literal};
    use regex_syntax::parse;

    use super::*;

    /// The most beginnings that a pattern is given; one with more would be tried on every line.
    const MOST_BEGINNINGS: usize = 1000;

    /// What the pattern can begin with.
    fn beginnings(source: &str) -> Beginnings {
        let syntax = parse(source).expect("our own patterns are valid");
        let mut literals = Extractor::new()
            .limit_class(16)
            .limit_total(MOST_BEGINNINGS)
            .extract(&syntax);
        literals.keep_first_bytes(LOOKED_AT);
        let literals = literals
            .literals()
            .unwrap_or_else(|| panic!("begins in too many ways: {source}"));
        Beginnings::new(literals.iter().map(Literal::as_bytes))
    }

    /// Whether the file tells what these patterns begin with; it is written anew where that is asked for.
    pub fn check_beginnings(patterns: impl Iterator<Item = (&'static str, &'static str)>) {
        let mut file = String::new();
        for (name, source) in patterns {
            file.push_str(name);
            for key in beginnings(source).keys {
                write!(file, " {key:x}").expect("a string takes all");
            }
            file.push('\n');
        }
        if env::var("COPYDESK_BEGINNINGS").is_ok_and(|value| value == "update") {
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/patterns/beginnings.txt");
            fs::write(path, file).expect("the file can be written");
        } else {
            assert_eq!(
                file, BEGINNINGS,
                "`COPYDESK_BEGINNINGS=update cargo test beginnings` writes what the patterns begin with now"
            );
        }
    }

    #[test]
    fn a_line_that_can_begin_so_is_tried_and_no_other_matches() {
        let source = "^(?:by|von|文/)(?: |$)|^[0-9]{1,2} (?:ago|days)";
        let pattern = Anchored {
            name: "",
            source,
            regex: OnceLock::new(),
            beginnings: beginnings(source),
        };
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
