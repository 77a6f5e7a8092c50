//! What holds for every stream of rows that the command reads.

use std::collections::BTreeMap;
use std::io::Cursor;

use copydesk::Options;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::invariants::naive_lines;

/// A short limit, so that rows past it are tried as well.
const LIMIT: usize = 4096;

/// What a stream in UTF-8 may begin with.
const MARK: &[u8] = b"\xEF\xBB\xBF";

/// Each row that is not blank gives one row, in order: valid JSON, with the row's id, and either an article or what was
/// wrong with the row.
pub fn are_answered(stream: &[u8]) {
    let mut out = Vec::new();
    let input = Box::new(Cursor::new(stream.to_vec()));
    let count = copydesk_cli::answer(input, LIMIT, true, Options::default(), &mut out)
        .expect("memory can be written");
    if stream.starts_with(b"\xFF\xFE") || stream.starts_with(b"\xFE\xFF") {
        // Of the encoding of no JSON: that is told, and nothing is read.
        assert!(out.is_empty());
        return;
    }
    let out = String::from_utf8(out).expect("rows are UTF-8");
    // As written: a row's `id` may be a number that no machine holds, and comes back.
    let answers: Vec<Fields> = out
        .lines()
        .map(|row| serde_json::from_str(row).expect("a row is an object of JSON"))
        .collect();
    let stream = stream.strip_prefix(MARK).unwrap_or(stream);
    let rows = (1..).zip(stream.split(|byte| *byte == b'\n'));
    let rows: Vec<(u64, &[u8])> = rows.filter(|(_, row)| !row.trim_ascii().is_empty()).collect();
    assert_eq!(answers.len(), rows.len(), "answers");
    assert_eq!(count.rows, rows.len() as u64, "rows that were counted");
    let bad = answers.iter().filter(|answer| answer.contains_key("error"));
    assert_eq!(count.bad, bad.count() as u64, "rows that could not be read");
    for (answer, (number, row)) in answers.iter().zip(rows) {
        is_answered(answer, number, &String::from_utf8_lossy(row));
    }
}

/// An object, each value as it was written.
type Fields = BTreeMap<String, Box<RawValue>>;

fn is_answered(answer: &Fields, number: u64, row: &str) {
    let read = |name: &str| answer.get(name).map(|value| value.get()).unwrap_or_default();
    if answer.contains_key("error") {
        let error: String = serde_json::from_str(read("error")).expect("an error is a text");
        assert!(
            !error.is_empty() && !error.contains("report it"),
            "{error}: {row}"
        );
        assert_eq!(read("row"), number.to_string(), "{row}");
        assert!(!answer.contains_key("textContent"), "{row}");
        return;
    }
    let given: Fields = serde_json::from_str(row).expect("an article comes of an object");
    let id = |fields: &Fields| fields.get("id").map(|id| id.get().to_owned());
    assert_eq!(id(answer), id(&given), "{row}");
    let lines: Vec<Value> = serde_json::from_str(read("lines")).expect("lines were asked for");
    if let Some(Ok(text)) = given
        .get("text")
        .map(|text| serde_json::from_str::<String>(text.get()))
    {
        let expected = naive_lines(&text);
        assert_eq!(lines.len(), expected.len(), "{row}");
        for (line, expected) in lines.iter().zip(expected) {
            assert_eq!(line["text"], expected);
        }
    }
    for (index, line) in lines.iter().enumerate() {
        assert_eq!(line["number"], index + 1);
    }
    let body: String = serde_json::from_str(read("textContent")).expect("a body");
    assert_eq!(read("length"), body.encode_utf16().count().to_string(), "{row}");
}
