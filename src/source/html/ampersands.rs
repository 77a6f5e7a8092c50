//! A page's HTML for the tokenizer, with its ampersands hidden.
//!
//! The tokenizer's table of the names of characters is half of its size, and has to be taken whole. It meets no ampersand
//! here, so in WebAssembly the table is taken out (`xtask/src/prune.rs`); `references.rs` reads what follows an ampersand,
//! by a smaller one.

use std::convert::Infallible;

use fearless_simd::{Level, Simd, SimdFrom, SimdMask, dispatch, u8x16};
use html5gum::Reader;

/// What the tokenizer gets for an ampersand, always alone: no text has this byte.
pub const HIDDEN: u8 = 0xff;

const AMPERSAND: u8 = b'&';

/// Gives out a page.
pub struct Hiding<'a>(&'a [u8]);

impl<'a> Hiding<'a> {
    pub fn new(html: &'a str) -> Self {
        Self(html.as_bytes())
    }
}

/// Put into the tokenizer's states, each of which looks for a few bytes that it knows; WebAssembly would grow by it.
#[cfg_attr(not(target_arch = "wasm32"), expect(clippy::inline_always))]
impl Reader for Hiding<'_> {
    type Error = Infallible;

    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn read_byte(&mut self) -> Result<Option<u8>, Infallible> {
        let Some((&byte, rest)) = self.0.split_first() else {
            return Ok(None);
        };
        self.0 = rest;
        Ok(Some(if byte == AMPERSAND { HIDDEN } else { byte }))
    }

    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn try_read_string(&mut self, text: &[u8], is_exact: bool) -> Result<bool, Infallible> {
        let Some((start, rest)) = self.0.split_at_checked(text.len()) else {
            return Ok(false);
        };
        let is_there = start == text || !is_exact && start.eq_ignore_ascii_case(text);
        if is_there {
            self.0 = rest;
        }
        Ok(is_there)
    }

    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    fn read_until<'b>(&'b mut self, ends: &[u8], _: &'b mut [u8; 4]) -> Result<Option<&'b [u8]>, Infallible> {
        let Some(first) = self.0.first() else {
            return Ok(None);
        };
        let length = if ends.contains(first) {
            1
        } else {
            dispatch!(Level::baseline(), simd => before(simd, ends, self.0))
        };
        let (read, rest) = self.0.split_at(length);
        self.0 = rest;
        // Where an ampersand means something it is one of the ends, and so comes alone.
        Ok(Some(if read == [AMPERSAND] { &[HIDDEN] } else { read }))
    }
}

/// How many bytes stand before the first that is one of `ends`. The registers are written out, as in `model/layer.rs`; but
/// they are those that every machine has, as most stretches are short and asking which there are takes longer.
#[expect(clippy::inline_always, reason = "compiled anew for each set of instructions")]
#[inline(always)]
fn before<S: Simd>(simd: S, ends: &[u8], text: &[u8]) -> usize {
    let (chunks, rest) = text.as_chunks::<16>();
    for (i, chunk) in chunks.iter().enumerate() {
        let chunk = u8x16::simd_from(simd, *chunk);
        let none = simd.splat_mask8x16(false);
        let found = ends.iter().fold(none, |found, &end| {
            found | simd.simd_eq_u8x16(chunk, u8x16::simd_from(simd, end))
        });
        if found.any_true() {
            return 16 * i + found.to_bitmask().trailing_zeros() as usize;
        }
    }
    let in_rest = rest.iter().position(|byte| ends.contains(byte));
    text.len() - rest.len() + in_rest.unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_are_read_in_pieces_between_what_ends_them() {
        for length in 0..70 {
            let text = "a".repeat(length) + "é";
            let page = format!("{text}<&&{text}&");
            let mut reader = Hiding::new(&page);
            let mut read = Vec::new();
            while let Ok(Some(piece)) = reader.read_until(b"&<", &mut [0; 4]) {
                read.push(piece.to_vec());
            }
            let (text, hidden) = (text.into_bytes(), vec![HIDDEN]);
            let expected = [
                text.clone(),
                b"<".to_vec(),
                hidden.clone(),
                hidden.clone(),
                text,
                hidden,
            ];
            assert_eq!(read, expected);
        }
    }

    #[test]
    fn bytes_and_texts_are_read_too() {
        let mut reader = Hiding::new("&!DocType");
        assert_eq!(reader.read_byte(), Ok(Some(HIDDEN)));
        assert_eq!(reader.read_byte(), Ok(Some(b'!')));
        assert_eq!(reader.try_read_string(b"doctype", true), Ok(false));
        assert_eq!(reader.try_read_string(b"doctypes", false), Ok(false));
        assert_eq!(reader.try_read_string(b"doctype", false), Ok(true));
        assert_eq!(reader.read_byte(), Ok(None));
    }
}
