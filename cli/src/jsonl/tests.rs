use std::cell::RefCell;
use std::rc::Rc;

use serde_json::Value;

use super::*;

fn answers(input: &str, limit: usize) -> (Vec<Value>, Count) {
    let mut out = Vec::new();
    let mut stream = Stream {
        lines: false,
        options: &Options::default(),
        file: None,
        count: Count::default(),
        out: &mut out,
    };
    stream.answer_all(input.as_bytes(), limit).unwrap().unwrap();
    let count = stream.count;
    let rows = String::from_utf8(out).unwrap();
    (
        rows.lines()
            .map(|row| serde_json::from_str(row).unwrap())
            .collect(),
        count,
    )
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

/// Gives one row at a time, and notes how much was written when it is asked for the next.
struct OneByOne<'a> {
    rows: std::vec::IntoIter<&'static str>,
    written: Rc<RefCell<usize>>,
    seen: &'a RefCell<Vec<usize>>,
}

impl Read for OneByOne<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.seen.borrow_mut().push(*self.written.borrow());
        let row = self.rows.next().unwrap_or_default();
        buffer[..row.len()].copy_from_slice(row.as_bytes());
        Ok(row.len())
    }
}

struct Counting(Rc<RefCell<usize>>);

impl Write for Counting {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        *self.0.borrow_mut() += String::from_utf8_lossy(bytes).matches('\n').count();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn every_answer_is_out_before_the_next_row_is_waited_for() {
    let written = Rc::new(RefCell::new(0));
    let seen = RefCell::new(Vec::new());
    let input = OneByOne {
        rows: vec!["{\"text\":\"a\"}\n{\"text\":\"b\"}\n{\"te", "xt\":\"c\"}\n"].into_iter(),
        written: Rc::clone(&written),
        seen: &seen,
    };
    let mut out = io::BufWriter::new(Counting(written));
    let mut stream = Stream {
        lines: false,
        options: &Options::default(),
        file: None,
        count: Count::default(),
        out: &mut out,
    };
    stream.answer_all(input, 50).unwrap().unwrap();
    assert_eq!(*seen.borrow(), [0, 2, 3]);
}
