//! The language and the direction of a text.

mod function_words;

use serde::Serialize;

use crate::chars::{is_letter, is_right_to_left};
use crate::words::words;

pub use function_words::{FunctionWords, Language};

/// The direction a text is read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From left to right.
    Ltr,
    /// From right to left.
    Rtl,
}

impl Direction {
    /// `ltr` or `rtl`, as HTML's `dir` attribute has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }

    /// The direction most letters of a text have; none when it has no letter.
    pub const fn of(letters: &Letters) -> Option<Self> {
        match letters.all {
            0 => None,
            all if 2 * letters.right_to_left > all => Some(Self::Rtl),
            _ => Some(Self::Ltr),
        }
    }
}

/// The primary BCP 47 tag of the language of `text`, which has these letters: by its script where only one large language
/// is written in it, else by its function words. None where there is too little to tell.
pub fn of(text: &str, letters: &Letters) -> Option<&'static str> {
    match script(letters)? {
        Script::Of(tag) => Some(tag),
        Script::Shared => {
            let mut counts = FunctionWords::default();
            counts.add(&words(text));
            counts.language().map(Language::tag)
        }
    }
}

/// What the script tells of the language.
enum Script {
    /// One large language is written in it.
    Of(&'static str),
    /// Several are.
    Shared,
}

/// Ranges of letters that tell one language.
const SCRIPTS: [(std::ops::RangeInclusive<char>, &str); 18] = [
    ('\u{370}'..='\u{3ff}', "el"),
    ('\u{530}'..='\u{58f}', "hy"),
    ('\u{590}'..='\u{5ff}', "he"),
    ('\u{900}'..='\u{97f}', "hi"),
    ('\u{980}'..='\u{9ff}', "bn"),
    ('\u{a00}'..='\u{a7f}', "pa"),
    ('\u{a80}'..='\u{aff}', "gu"),
    ('\u{b80}'..='\u{bff}', "ta"),
    ('\u{c00}'..='\u{c7f}', "te"),
    ('\u{c80}'..='\u{cff}', "kn"),
    ('\u{d00}'..='\u{d7f}', "ml"),
    ('\u{e00}'..='\u{e7f}', "th"),
    ('\u{10a0}'..='\u{10ff}', "ka"),
    ('\u{1780}'..='\u{17ff}', "km"),
    ('\u{ac00}'..='\u{d7af}', "ko"),
    ('\u{1000}'..='\u{109f}', "my"),
    ('\u{3041}'..='\u{30ff}', "ja"),
    ('\u{4e00}'..='\u{9fff}', "zh"),
];

/// Japanese mixes Chinese characters with kana; Chinese has next to none of these.
const KANA_SHARE_OF_JAPANESE: f32 = 0.1;

/// How many letters a text has, and of which scripts.
#[derive(Clone, Debug, Default)]
pub struct Letters {
    all: usize,
    right_to_left: usize,
    /// Of each of [`SCRIPTS`].
    scripts: [usize; SCRIPTS.len()],
}

impl Letters {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        let mut letters = Self::default();
        for c in text.chars() {
            if c.is_ascii() {
                letters.all += usize::from(c.is_ascii_alphabetic());
            } else if is_letter(c) {
                letters.all += 1;
                letters.right_to_left += usize::from(is_right_to_left(c));
                // Latin letters come before them all.
                if c >= '\u{370}'
                    && let Some(script) = SCRIPTS.iter().position(|(range, _)| range.contains(&c))
                {
                    letters.scripts[script] += 1;
                }
            }
        }
        letters
    }
}

fn script(letters: &Letters) -> Option<Script> {
    let counts = &letters.scripts;
    let shared = letters.all - counts.iter().sum::<usize>();
    let (kana, han) = (counts[SCRIPTS.len() - 2], counts[SCRIPTS.len() - 1]);
    if kana + han > shared {
        let is_japanese = kana as f32 > KANA_SHARE_OF_JAPANESE * (kana + han) as f32;
        return Some(Script::Of(if is_japanese { "ja" } else { "zh" }));
    }
    let (index, &most) = counts.iter().enumerate().max_by_key(|&(_, &count)| count)?;
    match most.max(shared) {
        0 => None,
        _ if most > shared => Some(Script::Of(SCRIPTS[index].1)),
        _ => Some(Script::Shared),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences in each language of the table, its tag before them; two where another language is close.
    const SENTENCES: &str = include_str!("sentences.txt");

    fn language(text: &str) -> Option<&'static str> {
        of(text, &Letters::of(text))
    }

    fn direction(text: &str) -> Option<Direction> {
        Direction::of(&Letters::of(text))
    }

    #[test]
    fn each_language_is_told_by_one_sentence() {
        let mut tags: Vec<&str> = Vec::new();
        for (tag, sentence) in SENTENCES.lines().filter_map(|line| line.split_once(' ')) {
            assert_eq!(language(sentence), Some(tag), "{sentence}");
            tags.push(tag);
        }
        tags.dedup();
        assert_eq!(tags, function_words::tags().collect::<Vec<_>>());
    }

    #[test]
    fn too_little_is_in_no_language() {
        for text in ["1234 —", "River", "Tessel Courier"] {
            assert_eq!(language(text), None, "{text}");
        }
    }

    #[test]
    fn direction_is_that_of_most_letters() {
        assert_eq!(direction("עברית ABC"), Some(Direction::Rtl));
        assert_eq!(direction("English עב"), Some(Direction::Ltr));
        assert_eq!(direction("12:30"), None);
    }
}
