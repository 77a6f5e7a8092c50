use std::io::Cursor;

use serde_json::Value;

use super::*;

/// The answers to the rows of a stream.
fn answers(input: &str, limit: usize) -> (Vec<Value>, Count) {
    let stream = Box::new(Cursor::new(input.to_owned()));
    let mut out = Vec::new();
    let count = answer(stream, limit, false, Options::default(), &mut out).unwrap();
    let rows = String::from_utf8(out).unwrap();
    let rows = rows.lines().map(|row| serde_json::from_str(row).unwrap());
    (rows.collect(), count)
}

#[test]
fn a_row_past_the_limit_is_an_error_row_in_its_place() {
    let long = "x".repeat(100);
    let input = format!(
        "{{\"id\":1,\"text\":\"a\"}}\n{{\"id\":2,\"text\":\"{long}\"}}\n{{\"id\":3,\"text\":\"b\"}}\n"
    );
    let (rows, count) = answers(&input, 50);
    assert_eq!(rows[0]["id"], 1);
    assert_eq!(
        rows[1],
        serde_json::json!({"row": 2, "error": "the row is longer than 50 bytes; split it"})
    );
    assert_eq!(rows[2]["id"], 3);
    assert_eq!((rows.len(), count.rows, count.bad), (3, 3, 1));
}

#[test]
fn blank_lines_are_no_rows_but_count_as_lines() {
    let (rows, count) = answers("\n{\"text\":\"a\"}\r\n  \r\nnonsense\n\n", 50);
    assert_eq!((count.rows, count.bad), (2, 1));
    assert_eq!(rows[1]["row"], 4);
}
