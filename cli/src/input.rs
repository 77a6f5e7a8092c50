//! Inputs: files and standard input, and their bytes as text.

use std::fmt;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use crate::choices::From;
use crate::decode::{Decoded, decode};
use crate::errors::{InputError, tell};

/// What the names of files that hold HTML end with.
const HTML_EXTENSIONS: [&str; 3] = ["html", "htm", "xhtml"];

/// The longest paste, in bytes. The whole of it is in memory, several times over.
pub const PASTE_LIMIT: usize = 100_000_000;

const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";
const UTF16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// Where text comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    StandardInput,
    File(PathBuf),
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::StandardInput => f.write_str("standard input"),
            Self::File(path) => path.display().fmt(f),
        }
    }
}

impl Input {
    /// The input that an argument names: `-` is standard input.
    pub fn named(path: PathBuf) -> Self {
        if path == Path::new("-") {
            Self::StandardInput
        } else {
            Self::File(path)
        }
    }

    /// What the input's name says that it is.
    pub fn looks_like(&self) -> From {
        let extension = match self {
            Self::StandardInput => None,
            Self::File(path) => path.extension(),
        };
        let is_html = |name: &&str| extension.is_some_and(|own| own.eq_ignore_ascii_case(name));
        if HTML_EXTENSIONS.iter().any(is_html) {
            From::Html
        } else {
            From::Text
        }
    }

    /// How many bytes it has, where that is known.
    pub fn size(&self) -> Option<u64> {
        match self {
            Self::StandardInput => None,
            Self::File(path) => path.metadata().ok().map(|data| data.len()),
        }
    }

    /// The bytes of the input.
    pub fn open(&self) -> Result<Box<dyn Read>, InputError> {
        match self {
            Self::StandardInput => {
                let stdin = io::stdin();
                if stdin.is_terminal() {
                    let end = if cfg!(windows) {
                        "Ctrl+Z and Enter"
                    } else {
                        "Ctrl+D"
                    };
                    tell(&format!(
                        "reading standard input; end it with {end} on a line of its own"
                    ));
                }
                Ok(Box::new(stdin.lock()))
            }
            // Told apart before the file is opened: Windows would call it a lack of permission.
            Self::File(path) if path.is_dir() => Err(InputError::Folder),
            Self::File(path) => Ok(Box::new(File::open(path)?)),
        }
    }
}

/// Reads a whole paste of at most `limit` bytes.
pub fn read_paste(reader: impl Read, limit: usize) -> Result<Decoded, InputError> {
    let mut bytes = Vec::new();
    reader.take(limit as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > limit {
        return Err(InputError::TooLong { limit });
    }
    Ok(decode(bytes))
}

/// The length of the byte order mark that a stream of rows begins with. JSON is UTF-8: the mark of another encoding is
/// an error.
pub fn mark_length(start: &[u8]) -> Result<usize, InputError> {
    if UTF16_MARKS.iter().any(|mark| start.starts_with(mark)) {
        return Err(InputError::Encoding);
    }
    Ok(if start.starts_with(UTF8_MARK) {
        UTF8_MARK.len()
    } else {
        0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_may_be_as_long_as_the_limit_and_no_longer() {
        let error = read_paste(&b"12345678"[..], 7).unwrap_err();
        assert_eq!(error.to_string(), "is longer than 7 bytes; split it");
        assert_eq!(read_paste(&b"12345678"[..], 8).unwrap().text, "12345678");
    }
}
