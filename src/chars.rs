//! What single characters are, in any script, and the marker that an item of a list begins with.

/// Characters that take no room: joiners, direction marks, the byte order mark, the soft hyphen.
pub const fn is_invisible(c: char) -> bool {
    // Nearly all are ASCII.
    !c.is_ascii()
        && matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// `text` without white space, control and invisible characters at its ends.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c))
}

/// Whether the character belongs to a word: a letter, a digit, or a mark that letters carry.
pub fn is_word(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric();
    }
    // The virama and nukta of the Indic scripts are not alphabetic, yet stand inside words; so do joiners.
    is_letter(c)
        || is_number(c)
        || is_indic_sign(c)
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

/// What `char::is_alphabetic` says. The standard library walks through a table of runs for it, which took a third of
/// the time of a page that is not in Latin letters: here most characters are told by the long runs.
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphabetic();
    }
    is_common_letter(c) || !is_common_mark(c) && c.is_alphabetic()
}

/// What `char::is_numeric` says.
pub fn is_number(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_digit();
    }
    !is_common_letter(c) && !is_common_mark(c) && c.is_numeric()
}

/// Whether the character stands in a long run of letters, none of which is a number.
const fn is_common_letter(c: char) -> bool {
    matches!(
        c,
        // Latin, Greek, Cyrillic, Armenian
        '\u{c0}'..='\u{d6}' | '\u{d8}'..='\u{f6}' | '\u{f8}'..='\u{2c1}' | '\u{38e}'..='\u{3a1}'
        | '\u{3a3}'..='\u{3f5}' | '\u{3f7}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{531}'..='\u{556}'
        | '\u{560}'..='\u{588}' | '\u{1e00}'..='\u{1f15}'
        // Hebrew, Arabic, Devanagari
        | '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{657}' | '\u{66e}'..='\u{6d3}' | '\u{8f0}'..='\u{93b}'
        | '\u{93d}'..='\u{94c}'
        // Thai, Georgian, Hangul, kana, Chinese
        | '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e46}' | '\u{10d0}'..='\u{10fa}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{a48c}'
    )
}

/// Whether the character stands in a run of those that are neither letters nor numbers, or is one that pages are full of.
const fn is_common_mark(c: char) -> bool {
    matches!(
        c,
        '\u{80}'..='\u{a9}' | '«' | '»' | '\u{300}'..='\u{344}' | '،' | '؛' | '؟' | '\u{93c}' | '\u{94d}' | '।' | '॥'
        | '\u{e47}'..='\u{e4c}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}' | '：' | '；'
    )
}

/// Whether the character stands among scripts that have no case, so that it is its own lower case.
pub const fn is_caseless(c: char) -> bool {
    matches!(c, '\u{589}'..='\u{109f}' | '\u{2e80}'..='\u{a63f}' | '\u{ac00}'..='\u{d7ff}')
}

const fn is_indic_sign(c: char) -> bool {
    // Each Indic block of 128 has its nukta at 3C and its virama at 4D, from Devanagari (0900) to Sinhala (0DFF).
    let c = c as u32;
    c >= 0x900 && c <= 0xdff && (c & 0x7f == 0x3c || c & 0x7f == 0x4d)
}

/// Scripts written without spaces between words, where each character stands for a share of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unspaced {
    /// Chinese characters, in Chinese and Japanese.
    Han,
    /// Hiragana and katakana.
    Kana,
    /// Thai, Lao, Burmese and Khmer.
    SouthEastAsian,
}

impl Unspaced {
    /// The script of `c`, when it is one written without spaces.
    pub const fn of(c: char) -> Option<Self> {
        match c {
            '\u{3400}'..='\u{4dbf}'
            | '\u{4e00}'..='\u{9fff}'
            | '\u{f900}'..='\u{faff}'
            | '\u{20000}'..='\u{323af}'
            | '\u{3005}'
            | '\u{3007}' => Some(Self::Han),
            '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}' => Some(Self::Kana),
            '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' => {
                Some(Self::SouthEastAsian)
            }
            _ => None,
        }
    }

    /// How much of an English word one character stands for. Translations of one text run to about 1.6 Han
    /// characters, 2.3 kana, or 4.5 Thai letters and marks for each English word.
    pub const fn words_per_character(self) -> f32 {
        match self {
            Self::Han => 0.6,
            Self::Kana => 0.43,
            Self::SouthEastAsian => 0.22,
        }
    }
}

/// Whether `c` closes a sentence, in any script.
pub const fn ends_sentence(c: char) -> bool {
    matches!(
        c,
        '.' | '!'
            | '?'
            | '…'
            | '。'
            | '！'
            | '？'
            | '．'
            | '｡'
            | '।'
            | '॥'
            | '؟'
            | '۔'
            | '‼'
            | '⁉'
            | '።'
            | '။'
            | '។'
    )
}

/// Whether `c` may stand after the stop of a sentence: closing quotes and brackets.
pub const fn closes(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | ')'
            | ']'
            | '”'
            | '’'
            | '»'
            | '›'
            | '“'
            | '‘'
            | '」'
            | '』'
            | '）'
            | '】'
            | '》'
            | '*'
            | '_'
    )
}

/// Whether `c` parts a sentence within: a comma of any script, semicolon, colon.
pub const fn is_comma(c: char) -> bool {
    matches!(c, ',' | ';' | '，' | '、' | '；' | '،' | '؛')
}

/// Whether `c` is a letter of a script that is written from right to left.
pub const fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}')
}

/// What an item of a list may begin with to set it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Marker {
    /// A sign that only says that an item begins.
    Bullet,
    /// A tick, which says something of the item too: what is ticked off, what is included.
    Tick,
    /// The number of the item.
    Number(u16),
}

const BULLETS: [char; 11] = ['•', '-', '*', '–', '·', '‣', '▪', '◦', '●', '○', '■'];
const TICKS: [char; 2] = ['✓', '✔'];

/// Items have numbers of so many digits at most: "2024. A year" is a sentence.
const LONGEST_NUMBER: usize = 3;

/// The marker that a trimmed line begins with, and the line after it. White space parts the two: "-5 °C" and "3.5 kg"
/// have none, nor has a sign that stands alone.
pub fn split_marker(line: &str) -> Option<(Marker, &str)> {
    let (marker, rest) = if let Some(rest) = line.strip_prefix(BULLETS) {
        (Marker::Bullet, rest)
    } else if let Some(rest) = line.strip_prefix(TICKS) {
        (Marker::Tick, rest)
    } else {
        let digits = line.bytes().take_while(u8::is_ascii_digit).count();
        if digits > LONGEST_NUMBER {
            return None;
        }
        let (number, rest) = line.split_at(digits);
        (
            Marker::Number(number.parse().ok()?),
            rest.strip_prefix(['.', ')'])?,
        )
    };
    let item = rest.trim_start();
    (item.len() < rest.len()).then_some((marker, item))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimming_takes_what_cannot_be_seen() {
        assert_eq!(trim("\u{feff} \u{a0}\t a b\u{200b}\u{200f}\r"), "a b");
        assert_eq!(trim("\u{202b}\u{3000}"), "");
    }

    #[test]
    fn words_hold_together_in_scripts_with_marks() {
        for word in [
            "naïve",
            "हिन्दी",
            "e\u{301}te",
            "می\u{200c}خواهم",
            "Straße",
            "한국어",
        ] {
            assert!(word.chars().all(is_word), "{word}");
        }
        assert!(!is_word('-') && !is_word('。') && !is_word('\u{a0}'));
    }

    #[test]
    fn letters_and_numbers_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_number(c), c.is_numeric(), "{c:?}");
            let has_case = c.is_lowercase() || c.is_uppercase() || c.to_lowercase().ne([c]);
            assert!(!(is_caseless(c) && has_case), "{c:?}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_known() {
        assert_eq!(Unspaced::of('語'), Some(Unspaced::Han));
        assert_eq!(Unspaced::of('か'), Some(Unspaced::Kana));
        assert_eq!(Unspaced::of('ก'), Some(Unspaced::SouthEastAsian));
        assert_eq!(Unspaced::of('한'), None);
    }

    #[test]
    fn a_marker_is_a_sign_or_a_short_number_with_white_space_behind_it() {
        for (line, parts) in [
            ("• plums", Some((Marker::Bullet, "plums"))),
            ("○\tplums", Some((Marker::Bullet, "plums"))),
            ("✔ plums", Some((Marker::Tick, "plums"))),
            ("12. plums", Some((Marker::Number(12), "plums"))),
            ("3)\u{a0}plums", Some((Marker::Number(3), "plums"))),
            ("007. plums", Some((Marker::Number(7), "plums"))),
            ("2024. A year", None),
            ("3.5 kg", None),
            ("-5 °C", None),
            (". plums", None),
            ("plums", None),
            ("•", None),
            ("", None),
        ] {
            assert_eq!(split_marker(line), parts, "{line}");
        }
    }
}
