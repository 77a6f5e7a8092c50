//! Function words: the small words that hold sentences together. They tell a language.

use std::sync::LazyLock;

use crate::words::{WordHash, WordMap, words};

/// A language of the table, as the position of its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language(u8);

/// A language a row: its tag, then its commonest function words.
const TABLE: &str = include_str!("function_words.txt");

/// Texts with fewer function words than this could be in any language.
const FEWEST: u32 = 3;

/// For each word the languages it is a function word of, as bits by row.
static LANGUAGES: LazyLock<WordMap<u64>> = LazyLock::new(|| {
    let mut languages = WordMap::default();
    for (row, line) in TABLE.lines().enumerate() {
        for word in line.split(' ').skip(1).flat_map(words) {
            *languages.entry(word).or_insert(0) |= 1 << row;
        }
    }
    languages
});

/// The tags of the table, in its order.
#[cfg(test)]
pub(super) fn tags() -> impl Iterator<Item = &'static str> {
    TABLE.lines().filter_map(|row| row.split(' ').next())
}

impl Language {
    /// The primary BCP 47 tag.
    pub fn tag(self) -> &'static str {
        let row = TABLE.lines().nth(usize::from(self.0)).unwrap_or_default();
        row.split(' ').next().unwrap_or_default()
    }

    /// Whether the word is a function word of the language.
    pub fn has(self, word: WordHash) -> bool {
        LANGUAGES.get(&word).is_some_and(|rows| rows & (1 << self.0) != 0)
    }
}

/// How many function words of each language a text has.
#[derive(Clone, Debug)]
pub struct FunctionWords([u32; 64]);

impl Default for FunctionWords {
    fn default() -> Self {
        Self([0; 64])
    }
}

impl FunctionWords {
    /// Counts the function words among `words`.
    pub fn add(&mut self, words: &[WordHash]) {
        for rows in words.iter().filter_map(|word| LANGUAGES.get(word)) {
            let mut rows = *rows;
            while rows != 0 {
                self.0[rows.trailing_zeros() as usize] += 1;
                rows &= rows - 1;
            }
        }
    }

    /// The language with the most; the one that stands first in the table where two have as many.
    pub fn language(&self) -> Option<Language> {
        let most = *self.0.iter().max()?;
        let row = self.0.iter().position(|&count| count == most)?;
        (most >= FEWEST).then_some(Language(row as u8))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_fits_its_bits_and_its_words_are_words() {
        assert!(TABLE.lines().count() <= 64);
        for line in TABLE.lines() {
            let words: Vec<&str> = line.split(' ').skip(1).collect();
            assert!(words.iter().all(|word| !word.is_empty()), "{line}");
            for (i, word) in words.iter().enumerate() {
                assert!(!words[..i].contains(word), "{word} twice in {line}");
            }
        }
    }
}
