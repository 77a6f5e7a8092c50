//! Streams of pages: one JSON object a line in, one a line out, in order.
//!
//! Rows are read on one thread, answered on all, and the answers written in the rows' order; what is in flight is
//! bounded, so a stream may be of any length.

mod answer;
mod reader;
mod record;
mod row;

use std::io::{self, Read, Write};
use std::sync::Arc;

use copydesk::Options;

use crate::errors::Outcome;
use crate::input::Input;
use crate::ordered::{self, Sink};
use crate::progress::Progress;
use answer::{Answer, Answerer, Question};
use reader::{RawRow, Rows};

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
pub fn run(
    inputs: Vec<Input>,
    mode: RowMode,
    options: Options,
    threads: usize,
    out: &mut impl Write,
) -> io::Result<Outcome> {
    let mut writer = Writer {
        count: Count::default(),
        missing: false,
        progress: Progress::of_rows(inputs.iter().map(Input::size).sum()),
        out,
    };
    let answerer = Answerer {
        lines: mode.lines,
        options,
    };
    let questions = move || Questions::new(inputs, ROW_LIMIT);
    ordered::run(
        threads,
        questions,
        move |question| answerer.answer(question),
        &mut writer,
    )?;
    writer.count.tell(&writer.progress);
    let missing = writer.missing || (mode.strict && writer.count.bad > 0);
    Ok(Outcome::missing(missing))
}

/// The answers to the rows of one stream, each of at most `limit` bytes, and how many there were: the same as [`run`]
/// gives, made on this thread.
///
/// # Errors
/// When the output cannot be written.
pub fn answer(
    stream: Box<dyn Read>,
    limit: usize,
    lines: bool,
    options: Options,
    out: &mut impl Write,
) -> io::Result<Count> {
    let mut questions = Questions::new(Vec::new(), limit);
    questions.current = Some(Current {
        name: Input::StandardInput.to_string().into(),
        rows: Rows::new(stream, limit),
    });
    let answerer = Answerer { lines, options };
    let mut writer = Writer {
        count: Count::default(),
        missing: false,
        progress: Progress::silent(),
        out,
    };
    for (_, question) in questions {
        writer.take(answerer.answer(question))?;
    }
    Ok(writer.count)
}

/// The rows of all inputs, as they are asked for.
struct Questions {
    inputs: std::vec::IntoIter<Input>,
    several: bool,
    limit: usize,
    /// The input that is being read.
    current: Option<Current>,
}

struct Current {
    name: Arc<str>,
    rows: Rows<Box<dyn Read>>,
}

impl Questions {
    fn new(inputs: Vec<Input>, limit: usize) -> Self {
        Self {
            several: inputs.len() > 1,
            inputs: inputs.into_iter(),
            limit,
            current: None,
        }
    }
}

impl Iterator for Questions {
    /// With the size in bytes.
    type Item = (usize, Question);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let Some(Current { name, rows }) = &mut self.current else {
                let input = self.inputs.next()?;
                match input.open() {
                    Ok(bytes) => {
                        self.current = Some(Current {
                            name: input.to_string().into(),
                            rows: Rows::new(bytes, self.limit),
                        });
                        continue;
                    }
                    Err(error) => return Some((0, Question::Unreadable(format!("{input} {error}")))),
                }
            };
            match rows.next() {
                Ok(Some((_, RawRow::Whole(bytes)))) if bytes.trim_ascii().is_empty() => {}
                Ok(Some((number, row))) => {
                    let size = match &row {
                        RawRow::Whole(bytes) => bytes.len(),
                        RawRow::TooLong { limit } => *limit,
                    };
                    let file = self.several.then(|| Arc::clone(name));
                    return Some((size, Question::Row { file, number, row }));
                }
                Ok(None) => self.current = None,
                Err(error) => {
                    let message = format!("{name} {error}");
                    self.current = None;
                    return Some((0, Question::Unreadable(message)));
                }
            }
        }
    }
}

/// How many rows there were.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// All of them; blank ones are none.
    pub rows: u64,
    /// Rows that could not be read.
    pub bad: u64,
    /// Rows with bytes that were not UTF-8.
    pub replaced: u64,
}

impl Count {
    fn tell(self, progress: &Progress) {
        let Self { rows, bad, replaced } = self;
        if bad > 0 {
            progress.tell(&format!(
                "{bad} of {rows} rows could not be read; the output has an \"error\" in place of each"
            ));
        }
        if replaced > 0 {
            progress.tell(&format!(
                "note: {replaced} of {rows} rows are not UTF-8; U+FFFD stands for what could not be read"
            ));
        }
    }
}

struct Writer<'w, W> {
    count: Count,
    /// Whether an input could not be read.
    missing: bool,
    progress: Progress,
    out: &'w mut W,
}

impl<W: Write> Sink<Answer> for Writer<'_, W> {
    fn take(&mut self, answer: Answer) -> io::Result<()> {
        match answer {
            Answer::Unreadable(message) => {
                self.progress.tell(&message);
                self.missing = true;
            }
            Answer::Row {
                json,
                bad,
                replaced,
                size,
            } => {
                self.count.rows += 1;
                self.count.bad += u64::from(bad);
                self.count.replaced += u64::from(replaced);
                self.out.write_all(&json)?;
                self.progress.advance(size);
                self.progress.rows(self.count.rows);
            }
        }
        Ok(())
    }

    fn wait(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

#[cfg(test)]
mod tests;
