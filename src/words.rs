//! The words of a line, folded so that equal words compare equal, in any script.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::chars::{Unspaced, is_caseless, is_invisible, is_word};

/// A word as a number: equal words have equal numbers, and unequal ones nearly always other ones.
pub type WordHash = u64;

/// A table of the crate's own words. Looking a stranger's words up in it is safe; a table *filled* with a stranger's
/// words wants a hasher that cannot be foreseen.
pub type WordMap<V> = HashMap<WordHash, V, BuildHasherDefault<AsIs>>;

/// The hasher for what is a hash already.
#[derive(Clone, Copy, Debug, Default)]
pub struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes
            .iter()
            .fold(self.0, |hash, &byte| hash.rotate_left(8) ^ u64::from(byte));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }
}

/// Offset basis and prime of the FNV-1a hash, 64 bits wide.
pub const FNV_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// A step of the hash: what comes next, a byte or whatever the things that are compared are made of.
pub fn fnv(hash: u64, next: impl Into<u64>) -> u64 {
    (hash ^ next.into()).wrapping_mul(FNV_PRIME)
}

/// The hash of a name, by its bytes.
pub fn hash(name: &[u8]) -> WordHash {
    name.iter().copied().fold(FNV_BASIS, fnv)
}

/// The longest stretch of a line, in characters, that patterns look at. Headers and boilerplate say what they are
/// within it, and it bounds what a pattern can cost on one endless line.
pub const FOLDED_CHARACTERS: usize = 200;

/// The stretch at the end of a line, in characters, that patterns look at.
const END_CHARACTERS: usize = 60;

/// A word and the space behind it have so many bytes, or more: room for a line's words is made at once.
const BYTES_OF_WORD: usize = 5;

/// A line folded for comparison.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Folded {
    /// The first [`FOLDED_CHARACTERS`] in lower case, white space as single spaces, digits of any script as ASCII,
    /// typographic apostrophes and full-width forms plain, nothing invisible.
    pub text: String,
    /// The last [`END_CHARACTERS`], folded in the same way.
    pub end: String,
    /// Every word of the line. In scripts without spaces each character is one.
    pub words: Vec<WordHash>,
    /// What the line speaks of, where that is more than its words.
    terms: Option<Vec<WordHash>>,
    /// How many English words the line would have: fractions where the script has no spaces.
    pub length: f32,
}

impl Folded {
    /// Folds a trimmed line.
    pub fn new(line: &str) -> Self {
        let mut words = Vec::with_capacity(line.len() / BYTES_OF_WORD + 1);
        let mut terms: Option<Vec<WordHash>> = None;
        let mut length = 0.0;
        each_token(line, |token| {
            match token.script {
                None => {
                    if let Some(terms) = &mut terms {
                        terms.push(token.word);
                    }
                    length += 1.0;
                }
                Some(script) => {
                    terms.get_or_insert_with(|| words.clone()).extend(token.pair);
                    length += script.words_per_character();
                }
            }
            words.push(token.word);
        });
        Self {
            text: folded(line),
            end: end(line),
            words,
            terms,
            length,
        }
    }

    /// What the line speaks of: its words, and in scripts without spaces its pairs of neighbouring characters.
    pub fn terms(&self) -> &[WordHash] {
        self.terms.as_ref().unwrap_or(&self.words)
    }

    /// A number for the line as a whole: lines of the same words share it.
    pub fn hash(&self) -> u64 {
        self.words.iter().copied().fold(FNV_BASIS, fnv)
    }
}

/// A word, or a character of a script without spaces.
struct Token {
    word: WordHash,
    /// Of a script without spaces.
    script: Option<Unspaced>,
    /// It and the character right before it, where both are of a script without spaces.
    pair: Option<WordHash>,
}

/// The lower case of each ASCII character that words are made of, and 0 for the others.
const ASCII_OF_WORDS: [u8; 128] = {
    let mut lower = [0; 128];
    let mut c = 0;
    while c < 128 {
        if (c as u8).is_ascii_alphanumeric() {
            lower[c] = (c as u8).to_ascii_lowercase();
        }
        c += 1;
    }
    lower
};

/// Hands over every token of a text. Of all that is done for a line this looks at most characters, and most of them are
/// ASCII: hence the short way for these.
fn each_token(line: &str, mut take: impl FnMut(Token)) {
    let mut word: Option<WordHash> = None;
    let mut previous: Option<char> = None;
    let spaced = |word| Token {
        word,
        script: None,
        pair: None,
    };
    for c in line.chars() {
        if c.is_ascii() {
            let lower = ASCII_OF_WORDS[c as usize];
            if lower != 0 {
                word = Some(fnv(word.unwrap_or(FNV_BASIS), lower));
            } else if let Some(word) = word.take() {
                take(spaced(word));
            }
            previous = None;
        } else if !is_invisible(c) {
            let c = plain(c);
            let script = Unspaced::of(c);
            if script.is_none() && is_word(c) {
                let before = word.unwrap_or(FNV_BASIS);
                word = Some(if is_caseless(c) {
                    fnv(before, c)
                } else {
                    c.to_lowercase().fold(before, fnv)
                });
            } else if let Some(word) = word.take() {
                take(spaced(word));
            }
            if script.is_some() {
                take(Token {
                    word: fnv(FNV_BASIS, c),
                    script,
                    pair: previous.map(|before| fnv(fnv(FNV_BASIS, before), c)),
                });
            }
            previous = script.map(|_| c);
        }
    }
    if let Some(word) = word {
        take(spaced(word));
    }
}

/// The first [`FOLDED_CHARACTERS`] of a line, folded.
pub fn folded(line: &str) -> String {
    if let Some(start) = line.get(..line.len().min(FOLDED_CHARACTERS))
        && is_plain(start)
    {
        return start.to_ascii_lowercase();
    }
    let mut text = String::with_capacity(line.len().min(FOLDED_CHARACTERS));
    let visible = line.chars().filter(|&c| !is_invisible(c));
    for c in visible.take(FOLDED_CHARACTERS) {
        if !c.is_whitespace() {
            push_lower(&mut text, c);
        } else if !text.ends_with(' ') {
            text.push(' ');
        }
    }
    text
}

/// Whether a text is ASCII without white space but single spaces, as most are: then folding it is no more than lower case.
fn is_plain(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let is_plain = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        is_plain
    })
}

/// The end of a line, folded.
fn end(line: &str) -> String {
    if let Some(end) = line.get(line.len().saturating_sub(END_CHARACTERS)..)
        && end.is_ascii()
    {
        return end.to_ascii_lowercase();
    }
    let start = line
        .char_indices()
        .rev()
        .take(END_CHARACTERS)
        .last()
        .map_or(0, |(start, _)| start);
    let mut end = String::with_capacity(line.len() - start);
    let visible = line[start..].chars().filter(|&c| !is_invisible(c));
    visible.for_each(|c| push_lower(&mut end, c));
    end
}

/// Adds the plain form of a character in lower case.
fn push_lower(text: &mut String, c: char) {
    if c.is_ascii() {
        text.push(c.to_ascii_lowercase());
    } else if is_caseless(c) {
        text.push(plain(c));
    } else {
        text.extend(plain(c).to_lowercase());
    }
}

/// The words of a text, as [`Folded::words`] has them.
pub fn words(text: &str) -> Vec<WordHash> {
    let mut words = Vec::new();
    each_token(text, |token| words.push(token.word));
    words
}

/// The plain form of a character: ASCII for digits of other scripts, full-width forms and apostrophes.
fn plain(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    match c {
        '’' | '‘' | 'ʼ' => '\'',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xff01 + 0x21).unwrap_or(c),
        _ => digit(c).unwrap_or(c),
    }
}

/// The ASCII digit for a digit of the Arabic, Persian and Indic scripts and of Thai.
fn digit(c: char) -> Option<char> {
    const ZEROS: [u32; 13] = [
        0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0,
    ];
    let code = u32::from(c);
    ZEROS
        .into_iter()
        .find(|&zero| (zero..zero + 10).contains(&code))
        .and_then(|zero| char::from_digit(code - zero, 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_forms_and_digits_fold_together() {
        assert_eq!(Folded::new("Don’t  PANIC\u{a0}２０１７").text, "don't panic 2017");
        assert_eq!(Folded::new("٢٥ فبراير").text, "25 فبراير");
        assert_eq!(words("Privacy Policy"), words("PRIVACY\u{200b} policy!"));
        assert_ne!(words("Privacy Policy"), words("Policy Privacy"));
    }

    #[test]
    fn scripts_without_spaces_have_words_too() {
        let folded = Folded::new("東京でPython入門");
        assert_eq!(folded.words.len(), 3 + 1 + 2);
        assert!(
            (folded.length - (0.6 * 4.0 + 0.43 + 1.0)).abs() < 1e-5,
            "{}",
            folded.length
        );
    }

    #[test]
    fn an_endless_line_has_a_bounded_folded_text_and_all_its_words() {
        let folded = Folded::new(&"word ".repeat(10_000));
        assert_eq!(folded.words.len(), 10_000);
        assert!(folded.text.len() <= 4 * FOLDED_CHARACTERS);
    }
}
