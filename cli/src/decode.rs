//! Bytes as text, in whatever encoding of the web they are.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A page declares its encoding within so many bytes, by the HTML standard.
const DECLARED_WITHIN: usize = 1024;

/// Text that was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// What the bytes were read as.
    pub encoding: &'static Encoding,
    /// Whether U+FFFD stands for bytes that are none of that encoding.
    pub has_replaced: bool,
}

/// Decodes any bytes: by their byte order mark, else as UTF-8 if that is what they are, else as the page declares, else
/// by a guess. What is valid UTF-8 is hardly ever anything else, while pages saved anew often declare what they were.
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return read(encoding, &bytes[mark..]);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Decoded {
            text,
            encoding: UTF_8,
            has_replaced: false,
        },
        Err(error) => {
            let bytes = error.as_bytes();
            read(declared(bytes).unwrap_or_else(|| guessed(bytes)), bytes)
        }
    }
}

fn read(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, has_replaced) = encoding.decode_without_bom_handling(bytes);
    Decoded {
        text: text.into_owned(),
        encoding,
        has_replaced,
    }
}

/// What the page says near its start: `<meta charset="...">`, `content="text/html; charset=..."`, or XML's `encoding="..."`.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(DECLARED_WITHIN)];
    let lower = start.to_ascii_lowercase();
    let label = |name: &[u8]| {
        let at = lower.windows(name.len()).position(|window| window == name)?;
        let value = &lower[at + name.len()..];
        let value = value
            .strip_prefix(b"\"")
            .or(value.strip_prefix(b"'"))
            .unwrap_or(value);
        let ends = |byte: &u8| byte.is_ascii_whitespace() || b"\"'/>;".contains(byte);
        Encoding::for_label(value.split(ends).next()?)
    };
    let declared = label(b"charset=").or_else(|| label(b"encoding="))?;
    // These bytes could be read, so they are not in UTF-16; and UTF-8 they are not, either.
    (![UTF_16LE, UTF_16BE, UTF_8].contains(&declared)).then_some(declared)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_declarations_are_followed() {
        let encoded = |encoding: &'static Encoding, text: &str| encoding.encode(text).0.into_owned();
        let page = "<meta charset=windows-1251><p>Река вернулась в свои берега.";
        assert_eq!(decode(encoded(encoding_rs::WINDOWS_1251, page)).text, page);
        let xml = "<?xml version='1.0' encoding='Shift_JIS'?><p>川は九日ぶりに戻った。";
        assert_eq!(decode(encoded(encoding_rs::SHIFT_JIS, xml)).text, xml);
        // What a page declares of what it was counts for nothing where it is UTF-8 now.
        let saved = "<meta http-equiv=content-type content='text/html; charset=iso-8859-1'><p>über";
        assert_eq!(decode(saved.as_bytes().to_vec()).text, saved);
        for bytes in [
            b"\xFF\xFEH\0i\0".to_vec(),
            b"\xFE\xFF\0H\0i".to_vec(),
            b"\xEF\xBB\xBFHi".to_vec(),
        ] {
            assert_eq!(decode(bytes).text, "Hi");
        }
    }

    #[test]
    fn what_nothing_declares_is_guessed() {
        let text = "La rivière est rentrée dans son lit, a déclaré l’office des eaux à la presse.";
        let decoded = decode(encoding_rs::WINDOWS_1252.encode(text).0.into_owned());
        assert_eq!((decoded.text.as_str(), decoded.has_replaced), (text, false));
        let text = "Река вернулась в свои берега, сообщили в управлении.";
        assert_eq!(decode(encoding_rs::KOI8_R.encode(text).0.into_owned()).text, text);
        assert_eq!(decode(Vec::new()).text, "");
    }
}
