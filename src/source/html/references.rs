//! References to characters: `&amp;`, `&eacute`, `&#8211;`, `&#x2013;`, by the rules of the standard.

use std::sync::LazyLock;

use super::ampersands::HIDDEN;

/// All names of the standard, in order, a line for each: as a letter, how many characters it begins with that the name
/// before it has too (`a` is none); its other characters; `;`, or `!` where it may stand without its semicolon; what it
/// means. Where nothing follows, it means the line break that ends the line.
const NAMES: &str = include_str!("references.txt");

/// Where the names that begin with a character begin and end.
static BEGINNINGS: LazyLock<[(u16, u16); 128]> = LazyLock::new(|| {
    let mut beginnings = [(0, 0); 128];
    let (mut start, mut first) = (0, 0);
    for line in NAMES.split_inclusive('\n') {
        if let [b'a', next, ..] = *line.as_bytes() {
            first = usize::from(next);
            beginnings[first].0 = start;
        }
        start += line.len() as u16;
        beginnings[first].1 = start;
    }
    beginnings
});

/// What a browser takes the numbers from 0x80 for: nobody means the controls that these are.
const OF_WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}',
    '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// What pages are full of is not looked for among all names.
const COMMON: [(&[u8], char); 7] = [
    (b"amp;", '&'),
    (b"nbsp;", '\u{a0}'),
    (b"quot;", '"'),
    (b"lt;", '<'),
    (b"gt;", '>'),
    (b"rsquo;", '’'),
    (b"apos;", '\''),
];

/// Where a reference stands: in an attribute, what looks like a parameter of an address is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    Text,
    Attribute,
}

/// The text with its hidden ampersands, and all that they refer to, as they are meant.
pub fn resolved(text: &[u8], place: Place) -> Vec<u8> {
    let mut resolved = Vec::with_capacity(text.len());
    let mut parts = text.split(|&byte| byte == HIDDEN);
    resolved.extend(parts.next().unwrap_or_default());
    for part in parts {
        let length = number(part, &mut resolved).or_else(|| named(part, place, &mut resolved));
        if length.is_none() {
            resolved.push(b'&');
        }
        resolved.extend(&part[length.unwrap_or(0)..]);
    }
    resolved
}

/// The text with plain ampersands: in a script they refer to nothing.
pub fn plain(text: &mut [u8]) {
    for byte in text {
        if *byte == HIDDEN {
            *byte = b'&';
        }
    }
}

/// Adds the character of the number that the text begins with; how long the number is.
fn number(text: &[u8], to: &mut Vec<u8>) -> Option<usize> {
    let (radix, start) = match text {
        [b'#', b'x' | b'X', ..] => (16, 2),
        [b'#', ..] => (10, 1),
        _ => return None,
    };
    let digits = text[start..].iter();
    let digits = digits.map_while(|&digit| char::from(digit).to_digit(radix));
    let (mut count, mut number) = (0, 0_u32);
    for digit in digits {
        number = number.saturating_mul(radix).saturating_add(digit);
        count += 1;
    }
    let character = match number {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..0xa0 => OF_WINDOWS[number as usize - 0x80],
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    };
    let end = start + count;
    (count > 0).then(|| {
        push(to, character);
        end + usize::from(text.get(end) == Some(&b';'))
    })
}

/// Adds what the longest name that the text begins with means; how long the name is.
fn named(text: &[u8], place: Place, to: &mut Vec<u8>) -> Option<usize> {
    if let Some(&(name, meaning)) = COMMON.iter().find(|(name, _)| text.starts_with(name)) {
        push(to, meaning);
        return Some(name.len());
    }
    let first = usize::from(*text.first()?);
    let &(start, end) = BEGINNINGS.get(first)?;
    let mut found = None;
    // How much of the text the name so far has.
    let mut alike = 0;
    for line in NAMES.as_bytes()[usize::from(start)..usize::from(end)].split(|&byte| byte == b'\n') {
        let [shared, line @ ..] = line else {
            continue;
        };
        let shared = usize::from(shared - b'a');
        // With more of the name before it, this one differs where that does.
        if shared <= alike {
            let pairs = line.iter().zip(&text[shared..]);
            let further =
                pairs.take_while(|(of_name, of_text)| of_name == of_text && of_name.is_ascii_alphanumeric());
            let further = further.count();
            alike = shared + further;
            if let [end @ (b';' | b'!'), meaning @ ..] = &line[further..] {
                let has_semicolon = text.get(alike) == Some(&b';');
                if has_semicolon || *end == b'!' {
                    found = Some((alike + usize::from(has_semicolon), has_semicolon, meaning));
                }
            }
        }
    }
    let (length, has_semicolon, meaning) = found?;
    let goes_on = |next: &u8| *next == b'=' || next.is_ascii_alphanumeric();
    if place == Place::Attribute && !has_semicolon && text.get(length).is_some_and(goes_on) {
        return None;
    }
    to.extend(if meaning.is_empty() { b"\n" } else { meaning });
    Some(length)
}

fn push(to: &mut Vec<u8>, character: char) {
    to.extend(character.encode_utf8(&mut [0; 4]).as_bytes());
}

#[cfg(test)]
mod tests {
    use html5gum::{Token, Tokenizer};
    use proptest::prelude::*;

    use super::*;

    /// Every name, as it may stand after an ampersand.
    fn names() -> Vec<String> {
        let (mut names, mut last) = (Vec::new(), String::new());
        for line in NAMES.lines() {
            let end = line.find([';', '!']).unwrap_or(line.len());
            last.truncate(usize::from(line.as_bytes()[0] - b'a'));
            last.push_str(&line[1..end]);
            names.push(format!("{last};"));
            if line[end..].starts_with('!') {
                names.push(last.clone());
            }
        }
        names
    }

    fn ours(text: &str, place: Place) -> String {
        let hidden: Vec<u8> = text
            .bytes()
            .map(|byte| if byte == b'&' { HIDDEN } else { byte })
            .collect();
        String::from_utf8(resolved(&hidden, place)).unwrap()
    }

    /// What the tokenizer makes of a text without tags and quotation marks.
    fn theirs(text: &str, place: Place) -> String {
        let html = match place {
            Place::Text => text.to_owned(),
            Place::Attribute => format!("<p title=\"{text}\">"),
        };
        let mut read = Vec::new();
        for token in Tokenizer::new(&html) {
            match token.unwrap() {
                Token::String(text) => read.extend(text.value.0),
                Token::StartTag(tag) => read.extend(tag.attributes[&b"title"[..]].value.0.iter()),
                _ => {}
            }
        }
        String::from_utf8(read).unwrap()
    }

    #[test]
    fn every_name_means_what_the_tokenizer_takes_it_for() {
        let names = names();
        assert_eq!(names.len(), 2_231);
        for name in names {
            for text in [
                format!("a&{name}b"),
                format!("&{name}"),
                format!("&{name}=&{name} ;"),
            ] {
                for place in [Place::Text, Place::Attribute] {
                    assert_eq!(ours(&text, place), theirs(&text, place), "{text}");
                }
            }
            assert_ne!(ours(&format!("&{name}"), Place::Text), format!("&{name}"));
        }
    }

    #[test]
    fn every_number_is_read_as_the_tokenizer_reads_it() {
        for number in (0..0x3000)
            .chain(0xd7fe..0xe002)
            .chain(0x0010_fffe..0x0011_0002)
            .chain([u32::MAX])
        {
            for text in [
                format!("&#{number};"),
                format!("&#x{number:x}g"),
                format!("&#X{number:X}00000;"),
            ] {
                assert_eq!(ours(&text, Place::Text), theirs(&text, Place::Text), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn anything_is_read_as_the_tokenizer_reads_it(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "&", "#", "x", "X", ";", "amp", "not", "in", "it", "n", "l", "t", "=", " ", "8", "0", "F", "é",
                    "eacute", "sup", "1", "2", "frac", "AMP", "Eacute", "nbsp", "\n",
                ]),
                0..12,
            )
        ) {
            let text = parts.concat();
            for place in [Place::Text, Place::Attribute] {
                prop_assert_eq!(ours(&text, place), theirs(&text, place));
            }
        }
    }
}
