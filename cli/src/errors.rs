//! What can go wrong, and how it is told.

use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// How a run that could write its output went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All was done.
    Done,
    /// Something was left out, and standard error says what.
    Incomplete,
}

impl Outcome {
    /// `Incomplete` when something is missing.
    pub fn missing(something: bool) -> Self {
        if something { Self::Incomplete } else { Self::Done }
    }
}

/// Why an input cannot be read. Its name is told by whoever reports it.
#[derive(Debug)]
pub enum InputError {
    Folder,
    Encoding,
    TooLong { limit: usize },
    Io(io::Error),
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder => write!(f, "is a folder; --out DIR cleans the pages in it"),
            Self::Encoding => write!(f, "is in UTF-16, but JSON is exchanged in UTF-8; save it so"),
            Self::TooLong { limit } => write!(f, "is longer than {}; split it", size(*limit)),
            Self::Io(error) => write!(f, "cannot be read: {}", cause(error)),
        }
    }
}

impl From<io::Error> for InputError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

/// What a system says, in words that are the same on all of them where the cause is a common one.
pub fn cause(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::AlreadyExists => "a file stands in its way".to_owned(),
        ErrorKind::IsADirectory => "it is a folder".to_owned(),
        ErrorKind::NotADirectory => "a part of its path is a file".to_owned(),
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        ErrorKind::StorageFull => "no space left".to_owned(),
        _ => error.to_string(),
    }
}

/// A number of bytes as a person reads it: `100 MB`.
pub fn size(bytes: usize) -> String {
    const MB: usize = 1_000_000;
    if bytes >= MB && bytes.is_multiple_of(MB) {
        format!("{} MB", bytes / MB)
    } else {
        format!("{bytes} bytes")
    }
}

/// Does `work` on one page. Should it ever panic, that page is lost and no other.
///
/// # Errors
/// When it did, in one line.
pub fn guarded<R>(work: impl FnOnce() -> R) -> Result<R, String> {
    // What it leaves half done is dropped with it.
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        "copydesk failed on this input. Please report it with the input that shows it.".to_owned()
    })
}

/// Says a line on standard error. When nobody can hear it, the work goes on.
pub fn tell(message: &str) {
    let _ = writeln!(io::stderr(), "copydesk: {message}");
}

#[cfg(test)]
mod tests {
    use super::{guarded, size};

    #[test]
    fn a_page_that_panics_is_an_error() {
        assert_eq!(guarded(|| 7), Ok(7));
        let error = guarded(|| "a".repeat(3).parse::<u8>().unwrap()).unwrap_err();
        assert!(error.contains("report it"), "{error}");
    }

    #[test]
    fn sizes_are_told_in_round_numbers_where_they_are_round() {
        assert_eq!(size(100_000_000), "100 MB");
        assert_eq!(size(1_000_001), "1000001 bytes");
        assert_eq!(size(0), "0 bytes");
    }
}
