//! The answer to a row.

use std::sync::Arc;

use copydesk::Options;
use serde::Serialize;
use serde_json::value::RawValue;

use super::reader::RawRow;
use super::record::{ErrorRecord, Record};
use super::row::{Page, Row};
use crate::errors::{guarded, size};

/// What a stream gives.
pub enum Question {
    Row {
        /// The input, where there are several.
        file: Option<Arc<str>>,
        /// The number of its line in the input, from 1.
        number: u64,
        row: RawRow,
    },
    /// An input that cannot be read, or not to its end: what is to be told.
    Unreadable(String),
}

/// What is made of it.
pub enum Answer {
    Row {
        /// With a line end.
        json: Vec<u8>,
        /// Whether it could not be read.
        bad: bool,
        /// Whether it had bytes that were not UTF-8.
        replaced: bool,
        /// Of the row, in bytes.
        size: usize,
    },
    Unreadable(String),
}

/// Answers rows, on any thread.
pub struct Answerer {
    /// Whether answers have the page's lines.
    pub lines: bool,
    pub options: Options,
}

impl Answerer {
    pub fn answer(&self, question: Question) -> Answer {
        let (file, number, row) = match question {
            Question::Unreadable(message) => return Answer::Unreadable(message),
            Question::Row { file, number, row } => (file, number, row),
        };
        let refuse = |id: Option<&RawValue>, error: &str| {
            let file = file.as_deref();
            json(&ErrorRecord {
                id,
                file,
                row: number,
                error,
            })
        };
        match row {
            RawRow::TooLong { limit } => Answer::Row {
                json: refuse(None, &format!("the row is longer than {}; split it", size(limit))),
                bad: true,
                replaced: false,
                size: limit,
            },
            RawRow::Whole(bytes) => {
                let text = String::from_utf8_lossy(&bytes);
                let (json, bad) = match Row::parse(&text) {
                    Ok(row) => {
                        let id = row.id;
                        guarded(|| self.clean(row))
                            .map_or_else(|error| (refuse(id, &error), true), |json| (json, false))
                    }
                    Err(bad) => (refuse(bad.id, &bad.error), true),
                };
                Answer::Row {
                    json,
                    bad,
                    replaced: text.as_bytes() != bytes,
                    size: bytes.len(),
                }
            }
        }
    }

    fn clean(&self, row: Row<'_>) -> Vec<u8> {
        let mut options = self.options.clone();
        options.url = row.url;
        let text: String;
        let article = match row.page {
            Page::Text(own, html) => {
                text = own;
                options.html = html;
                copydesk::clean(&text, &options)
            }
            Page::Html(html) => copydesk::clean_html(&html, &options),
        };
        json(&Record::new(row.id, &article, self.lines))
    }
}

fn json(record: &impl Serialize) -> Vec<u8> {
    let mut json = serde_json::to_vec(record).expect("a record has no keys but strings");
    json.push(b'\n');
    json
}
