//! The WebAssembly as a text that a script can hold, and that compresses nearly as well as the bytes.
//!
//! Base64 takes three bytes apart into four characters, so that what is alike in the bytes is not in the text: compressed
//! by brotli it is a third larger than the bytes. Here each byte is a character of its own, or two where it is rare.

/// What escapes no bundler and no script element: printable ASCII without quotation mark, dollar, less-than sign,
/// backslash and backtick.
fn alphabet() -> Vec<u8> {
    (b' '..=b'~').filter(|char| !b"\"$<\\`".contains(char)).collect()
}

/// So many characters of the alphabet begin a pair. `pkg/inlined.js` has the same number.
const PAIRS: usize = 3;

pub struct Inline {
    /// All bytes, the most frequent first.
    pub order: Vec<u8>,
    pub text: String,
}

pub fn encode(bytes: &[u8]) -> Inline {
    let mut counts = [0_usize; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let mut order: Vec<u8> = (0..=u8::MAX).collect();
    order.sort_by_key(|byte| std::cmp::Reverse(counts[usize::from(*byte)]));

    let alphabet = alphabet();
    let (pairs, singles) = alphabet.split_at(PAIRS);
    let firsts = pairs
        .iter()
        .flat_map(|first| alphabet.iter().map(move |second| vec![*first, *second]));
    let mut codes = vec![Vec::new(); 256];
    let all = singles.iter().map(|single| vec![*single]).chain(firsts);
    for (byte, code) in order.iter().zip(all) {
        codes[usize::from(*byte)] = code;
    }
    let text = bytes
        .iter()
        .flat_map(|byte| &codes[usize::from(*byte)])
        .map(|char| char::from(*char))
        .collect();
    Inline { order, text }
}

#[cfg(test)]
mod tests {
    use super::{PAIRS, alphabet, encode};

    #[test]
    fn every_byte_has_a_code_of_its_own_and_frequent_ones_a_short_one() {
        let every: Vec<u8> = (0..=u8::MAX).collect();
        let singles = alphabet().len() - PAIRS;
        assert_eq!(encode(&every).text.len(), singles + 2 * (256 - singles));
        assert_eq!(encode(&[200; 9]).text.len(), 9);
    }
}
