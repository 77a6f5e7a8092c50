//! Rows out of a stream, each within a limit.

use std::io::{BufRead, BufReader, Read};

use crate::errors::InputError;
use crate::input::mark_length;

const READ_AT_ONCE: usize = 1 << 16;

/// A row as it stands in the stream, without its line end.
#[derive(Debug, PartialEq, Eq)]
pub enum RawRow {
    Whole(Vec<u8>),
    TooLong { limit: usize },
}

/// The rows of a stream. Never holds more of it than one row and a little.
pub struct Rows<R> {
    reader: BufReader<R>,
    number: u64,
    limit: usize,
}

impl<R: Read> Rows<R> {
    /// The rows of `bytes`, each at most `limit` bytes long.
    pub fn new(bytes: R, limit: usize) -> Self {
        Self {
            reader: BufReader::with_capacity(READ_AT_ONCE, bytes),
            number: 0,
            limit,
        }
    }

    /// The next row and its number, counted from 1.
    pub fn next(&mut self) -> Result<Option<(u64, RawRow)>, InputError> {
        let mut row = Vec::new();
        let length = (&mut self.reader)
            .take(self.limit as u64 + 1)
            .read_until(b'\n', &mut row)?;
        if length == 0 {
            return Ok(None);
        }
        self.number += 1;
        if self.number == 1 {
            row.drain(..mark_length(&row)?);
        }
        if row.ends_with(b"\n") {
            row.pop();
        } else if length > self.limit {
            self.reader.skip_until(b'\n')?;
            return Ok(Some((self.number, RawRow::TooLong { limit: self.limit })));
        }
        Ok(Some((self.number, RawRow::Whole(row))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(bytes: &[u8], limit: usize) -> Vec<(u64, Option<String>)> {
        let mut rows = Rows::new(bytes, limit);
        let mut all = Vec::new();
        while let Some((number, row)) = rows.next().unwrap() {
            let text = match row {
                RawRow::Whole(bytes) => Some(String::from_utf8(bytes).unwrap()),
                RawRow::TooLong { .. } => None,
            };
            all.push((number, text));
        }
        all
    }

    #[test]
    fn rows_end_at_line_ends_and_at_the_end() {
        let expected = vec![
            (1, Some("a".into())),
            (2, Some(String::new())),
            (3, Some("b".into())),
        ];
        assert_eq!(rows(b"a\n\nb", 10), expected);
        assert_eq!(rows(b"a\n\nb\n", 10), expected);
        assert_eq!(rows(b"\xEF\xBB\xBFa\n\nb\n", 10), expected);
        assert_eq!(rows(b"", 10), []);
    }

    #[test]
    fn a_stream_in_utf_16_is_refused() {
        let error = Rows::new(&b"\xFF\xFE{\0}\0\n\0"[..], 10).next().unwrap_err();
        assert!(error.to_string().contains("UTF-16"), "{error}");
    }

    #[test]
    fn a_row_past_the_limit_is_skipped_and_the_next_is_whole() {
        let expected = vec![
            (1, Some("1234".into())),
            (2, None),
            (3, Some("ab".into())),
            (4, None),
        ];
        assert_eq!(rows(b"1234\n12345\nab\n1234567890", 4), expected);
    }

    #[test]
    fn a_row_past_the_limit_is_not_gathered() {
        let limit = 1 << 16;
        let bytes = [vec![b'x'; 100 * limit], b"\nab\n".to_vec()].concat();
        let mut rows = Rows::new(&bytes[..], limit);
        let allocated = allocation_counter::measure(|| {
            assert_eq!(rows.next().unwrap(), Some((1, RawRow::TooLong { limit })));
        });
        // The limit, as a vector that doubles rounds it up and copies it, and not the hundred that the row is long.
        assert!(allocated.bytes_max <= 4 * limit as u64, "{}", allocated.bytes_max);
        assert_eq!(rows.next().unwrap(), Some((2, RawRow::Whole(b"ab".to_vec()))));
    }
}
