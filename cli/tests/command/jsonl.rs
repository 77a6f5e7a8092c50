use std::io::{BufRead, BufReader, Write};

use serde_json::{Value, json};

use crate::support::{BODY_START, PAGE, Ran, command, file, run, run_with};

fn rows(ran: &Ran) -> Vec<Value> {
    ran.out
        .lines()
        .map(|row| serde_json::from_str(row).unwrap())
        .collect()
}

fn page(id: &Value) -> String {
    json!({"id": id, "text": PAGE, "url": "https://tessel.example/orla", "source": {"nobody": "reads this"}})
        .to_string()
        + "\n"
}

#[test]
fn rows_are_answered_in_order() {
    let input: String = (0..500).map(|id| page(&json!(id))).collect();
    let ran = run_with(&["--jsonl"], input);
    assert_eq!((ran.told.as_str(), ran.code), ("", Some(0)));
    let rows = rows(&ran);
    assert_eq!(rows.len(), 500);
    for (id, row) in rows.iter().enumerate() {
        assert_eq!(row["id"], id);
        assert!(row["textContent"].as_str().unwrap().starts_with(BODY_START));
    }
}

#[test]
fn on_any_number_of_threads_the_answers_are_the_same() {
    // Rows of very different lengths, and bad ones among them.
    let input: String = (0..200)
        .map(|id| match id % 7 {
            3 => "nonsense\n".to_owned(),
            times => json!({"id": id, "text": PAGE.repeat(times * times)}).to_string() + "\n",
        })
        .collect();
    let one = run_with(&["--jsonl", "--threads", "1"], input.as_str());
    assert_eq!(rows(&one).len(), 200);
    for threads in ["2", "9"] {
        let many = run_with(&["--jsonl", "--threads", threads], input.as_str());
        assert_eq!(
            (many.out == one.out, &many.told, many.code),
            (true, &one.told, one.code)
        );
    }
}

#[test]
fn an_answer_is_the_article_with_its_id_and_lines_where_asked_for() {
    let article: Value = serde_json::from_str(&run_with(&["--to", "json"], PAGE).out).unwrap();
    let input = json!({"id": "a", "text": PAGE}).to_string();

    let with_lines = rows(&run_with(&["--jsonl", "--lines"], input.as_str()));
    let mut expected = article.clone();
    expected["id"] = "a".into();
    assert_eq!(with_lines, [expected.clone()]);

    let without = rows(&run_with(&["--jsonl"], input));
    expected.as_object_mut().unwrap().remove("lines");
    assert_eq!(without, [expected]);
}

#[test]
fn an_id_comes_back_as_it_was() {
    let ids = [
        "12345678901234567890123",
        "1.50",
        "\"\\u0041\"",
        "null",
        "{\"z\":1,\"a\":[]}",
    ];
    let input = ids.map(|id| format!("{{\"id\":{id},\"text\":\"a\"}}\n")).concat();
    let ran = run_with(&["--jsonl"], input + "{\"text\":\"a\"}\n");
    let out: Vec<&str> = ran.out.lines().collect();
    for (id, row) in ids.iter().zip(&out) {
        assert!(row.starts_with(&format!("{{\"id\":{id},\"title\":")), "{row}");
    }
    assert!(out[5].starts_with("{\"title\":"), "{}", out[5]);
}

#[test]
fn options_reach_every_row() {
    let ran = run_with(&["--jsonl", "--drop", "paragraph"], page(&json!(1)).repeat(2));
    for row in rows(&ran) {
        assert!(!row["textContent"].as_str().unwrap().contains(BODY_START));
    }
}

#[test]
fn a_row_may_hold_html() {
    let rows = rows(&run_with(
        &["--jsonl"],
        "{\"id\": 1, \"html\": \"<nav><a href=/>Home</a></nav><p>After nine days of flood the Orla is back within its banks, the water board said on Friday. Crews will inspect the dikes for a week, and the ferry will run again.\"}\n",
    ));
    let body = rows[0]["textContent"].as_str().unwrap();
    assert!(body.starts_with(BODY_START) && !body.contains("<p>"), "{body}");
}

const BAD: &str = concat!(
    "{\"id\": 1, \"text\": \"a\"}\n",
    "{\"id\": 2, \"text\": 5}\n",
    "nonsense\n",
    "{\"id\": [4], \"html\": [\"<p>a\"]}\n",
    "{\"id\": 5, \"text\": \"b\"}\n",
);

#[test]
fn a_row_that_cannot_be_read_is_answered_in_its_place_and_counted() {
    let ran = run_with(&["--jsonl"], BAD);
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.told,
        "copydesk: 3 of 5 rows could not be read; the output has an \"error\" in place of each\n"
    );
    let rows = rows(&ran);
    assert_eq!(
        (rows[0]["id"].as_u64(), rows[4]["id"].as_u64()),
        (Some(1), Some(5))
    );
    assert_eq!(
        rows[1],
        json!({"id": 2, "row": 2, "error": "\"text\" is a number; give a string"})
    );
    assert_eq!((&rows[2]["row"], rows[2].get("id")), (&json!(3), None));
    assert_eq!((&rows[3]["id"], &rows[3]["row"]), (&json!([4]), &json!(4)));
    for row in &rows[1..4] {
        assert!(
            row["error"].is_string() && row.get("textContent").is_none(),
            "{row}"
        );
    }
}

#[test]
fn strict_makes_a_bad_row_a_failure_after_the_last_row() {
    let strict = run_with(&["--jsonl", "--strict"], BAD);
    assert_eq!(strict.code, Some(1));
    assert_eq!(strict.out, run_with(&["--jsonl"], BAD).out);
    assert_eq!(run_with(&["--jsonl", "--strict"], page(&json!(1))).code, Some(0));
}

#[test]
fn several_files_are_one_stream_and_a_bad_row_tells_its_file() {
    let one = file("rows-one.jsonl", format!("\u{FEFF}{}", page(&json!(1))));
    let two = file("rows-two.jsonl", format!("\u{FEFF}{}nonsense", page(&json!(2))));
    let ran = run(&["--jsonl", &one, "no/such/rows.jsonl", &two]);
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.told.contains("no/such/rows.jsonl cannot be read"),
        "{}",
        ran.told
    );
    assert!(ran.told.contains("1 of 3 rows"), "{}", ran.told);
    let rows = rows(&ran);
    assert_eq!((&rows[0]["id"], &rows[1]["id"]), (&json!(1), &json!(2)));
    assert_eq!((&rows[2]["file"], &rows[2]["row"]), (&json!(two), &json!(2)));
}

#[test]
fn bytes_that_are_not_utf_8_are_replaced_and_told() {
    let ran = run_with(
        &["--jsonl", "--lines"],
        b"{\"id\":1,\"text\":\"caf\xE9\"}\n{\"id\":2,\"text\":\"tea\"}\n",
    );
    assert_eq!(rows(&ran)[0]["lines"][0]["text"], "caf\u{FFFD}");
    assert!(ran.told.contains("1 of 2 rows are not UTF-8"), "{}", ran.told);
}

#[test]
fn who_waits_for_an_answer_gets_it() {
    let mut child = command(&["--jsonl"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        input.write_all(page(&json!(id)).as_bytes()).unwrap();
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&answer).unwrap()["id"], id);
    }
    drop(input);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_who_has_enough_stops_the_stream() {
    let mut child = command(&["--jsonl"]).spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    drop(child.stdout.take());
    let row = page(&json!(1));
    // Without an end: the command has to stop by itself.
    while input.write_all(row.as_bytes()).is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), vec![]));
}
