//! Streams of pages: one JSON object a line in, one a line out, in order.

mod reader;
mod record;
mod row;

use std::io::{self, Read, Write};

use copydesk::Options;

use crate::errors::{InputError, Outcome, size, tell};
use crate::input::Input;
use reader::{RawRow, Rows};
use record::{ErrorRecord, Record};
use row::{Page, Row};

/// The longest row, in bytes without its line end.
const ROW_LIMIT: usize = 100_000_000;

/// How rows are answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RowMode {
    /// Whether each answer has the page's lines.
    pub lines: bool,
    /// Whether a row that cannot be read makes the run a failure.
    pub strict: bool,
}

/// Answers every row of every input. An input that cannot be read is told, and the others are done.
///
/// # Errors
/// When the output cannot be written.
pub fn run(inputs: &[Input], mode: RowMode, options: &Options, out: &mut impl Write) -> io::Result<Outcome> {
    let mut missing = false;
    let mut stream = Stream {
        lines: mode.lines,
        options,
        file: None,
        count: Count::default(),
        out,
    };
    for input in inputs {
        stream.file = (inputs.len() > 1).then(|| input.to_string());
        let done = match input.open() {
            Ok(bytes) => stream.answer_all(bytes, ROW_LIMIT)?,
            Err(error) => Err(error),
        };
        if let Err(error) = done {
            tell(&format!("{input} {error}"));
            missing = true;
        }
    }
    let count = stream.count;
    count.tell();
    Ok(Outcome::missing(missing || (mode.strict && count.bad > 0)))
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    rows: u64,
    /// Rows that could not be read.
    bad: u64,
    /// Rows with bytes that were not UTF-8.
    replaced: u64,
}

impl Count {
    fn tell(self) {
        let Self { rows, bad, replaced } = self;
        if bad > 0 {
            tell(&format!(
                "{bad} of {rows} rows could not be read; the output has an \"error\" in place of each"
            ));
        }
        if replaced > 0 {
            tell(&format!(
                "note: {replaced} of {rows} rows are not UTF-8; U+FFFD stands for what could not be read"
            ));
        }
    }
}

struct Stream<'a, W> {
    lines: bool,
    options: &'a Options,
    /// The input, where there are several.
    file: Option<String>,
    count: Count,
    out: &'a mut W,
}

impl<W: Write> Stream<'_, W> {
    /// Answers every row of one input. The outer error is the output's, the inner one the input's.
    fn answer_all(&mut self, bytes: impl Read, limit: usize) -> io::Result<Result<(), InputError>> {
        let mut rows = Rows::new(bytes, limit);
        loop {
            // Who writes the rows may wait for the answers before writing more.
            if rows.must_wait() {
                self.out.flush()?;
            }
            match rows.next() {
                Ok(Some((number, raw))) => self.answer(number, &raw)?,
                Ok(None) => return Ok(Ok(())),
                Err(error) => return Ok(Err(error)),
            }
        }
    }

    fn answer(&mut self, number: u64, raw: &RawRow<'_>) -> io::Result<()> {
        let bytes = match raw {
            RawRow::Whole(bytes) if bytes.trim_ascii().is_empty() => return Ok(()),
            RawRow::Whole(bytes) => bytes,
            RawRow::TooLong { limit } => {
                self.count.rows += 1;
                let error = format!("the row is longer than {}; split it", size(*limit));
                return self.refuse(number, None, &error);
            }
        };
        self.count.rows += 1;
        let json = String::from_utf8_lossy(bytes);
        self.count.replaced += u64::from(json.len() != bytes.len() || json.as_bytes() != *bytes);
        match Row::parse(&json) {
            Ok(row) => {
                let mut options = self.options.clone();
                options.url = row.url.or(options.url);
                let text: String;
                let article = match row.page {
                    Page::Text(own, html) => {
                        text = own;
                        options.html = html;
                        copydesk::clean(&text, &options)
                    }
                    Page::Html(html) => copydesk::clean_html(&html, &options),
                };
                self.write(&Record::new(row.id, &article, self.lines))
            }
            Err(bad) => self.refuse(number, bad.id, &bad.error),
        }
    }

    fn refuse(&mut self, row: u64, id: Option<&serde_json::value::RawValue>, error: &str) -> io::Result<()> {
        self.count.bad += 1;
        let file = self.file.clone();
        self.write(&ErrorRecord { id, file, row, error })
    }

    fn write(&mut self, record: &impl serde::Serialize) -> io::Result<()> {
        serde_json::to_writer(&mut *self.out, record)?;
        self.out.write_all(b"\n")
    }
}

#[cfg(test)]
mod tests;
