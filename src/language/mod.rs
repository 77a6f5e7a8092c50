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

    /// The direction most letters of `text` have; none when it has no letter.
    pub fn of(text: &str) -> Option<Self> {
        let (mut right_to_left, mut letters) = (0_usize, 0_usize);
        for c in text.chars().filter(|&c| is_letter(c)) {
            letters += 1;
            right_to_left += usize::from(!c.is_ascii() && is_right_to_left(c));
        }
        match letters {
            0 => None,
            _ if 2 * right_to_left > letters => Some(Self::Rtl),
            _ => Some(Self::Ltr),
        }
    }
}

/// The primary BCP 47 tag of the language of `text`: by its script where only one large language is written in it,
/// else by its function words. None where there is too little to tell.
pub fn of(text: &str) -> Option<&'static str> {
    match script(text)? {
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

fn script(text: &str) -> Option<Script> {
    let mut counts = [0_usize; SCRIPTS.len()];
    let mut shared = 0_usize;
    for c in text.chars().filter(|&c| is_letter(c)) {
        if c < '\u{370}' {
            shared += 1;
            continue;
        }
        match SCRIPTS.iter().position(|(range, _)| range.contains(&c)) {
            Some(index) => counts[index] += 1,
            None => shared += 1,
        }
    }
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

    #[test]
    fn each_language_is_told_by_one_sentence() {
        let mut tags: Vec<&str> = Vec::new();
        for (tag, sentence) in SENTENCES.lines().filter_map(|line| line.split_once(' ')) {
            assert_eq!(of(sentence), Some(tag), "{sentence}");
            tags.push(tag);
        }
        tags.dedup();
        assert_eq!(tags, function_words::tags().collect::<Vec<_>>());
    }

    #[test]
    fn too_little_is_in_no_language() {
        for text in ["1234 —", "River", "Tessel Courier"] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn direction_is_that_of_most_letters() {
        assert_eq!(Direction::of("עברית ABC"), Some(Direction::Rtl));
        assert_eq!(Direction::of("English עב"), Some(Direction::Ltr));
        assert_eq!(Direction::of("12:30"), None);
    }
}
