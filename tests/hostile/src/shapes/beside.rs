//! Texts with the HTML of the same page, and rows for the command.

use super::{Shape, counted, repeat};

/// Texts with their HTML.
pub const BOTH: &[Shape] = &[
    ("the same prose", |size| {
        both(&repeat(
            "The river rose on Friday, and the mill stood in it.\n",
            size / 2,
        ))
    }),
    ("words that stand once", |size| {
        both(&counted(32, size / 2, |i| format!("the {i:05} mill of {i:06}\n")))
    }),
    ("one endless line", |size| {
        both(&counted(16, size / 2, |i| format!("w{i:05} x{i:05} ")))
    }),
    ("the other way round", |size| {
        let words: Vec<String> = (0..size / 16).map(|i| format!("w{i:06}")).collect();
        let back: Vec<&str> = words.iter().rev().map(String::as_str).collect();
        format!("{}\u{1e}<p>{}", words.join(" "), back.join(" "))
    }),
    ("a line of many rows", |size| {
        let cells = counted(16, size / 2, |i| format!("<tr><td>w{i:05}<td>x"));
        format!(
            "{}\u{1e}<table>{cells}",
            counted(8, size / 4, |i| format!("w{i:05} x "))
        )
    }),
    ("links in one line", |size| {
        let links = counted(24, size / 2, |i| format!("<a href=/{i:05}>w{i:05}</a> x{i:05} "));
        format!(
            "{}\u{1e}<p>{links}",
            counted(14, size / 4, |i| format!("w{i:05} x{i:05} "))
        )
    }),
];

fn both(text: &str) -> String {
    let html: Vec<&str> = text.lines().flat_map(|line| ["<p>", line, "</p>"]).collect();
    format!("{text}\u{1e}{}", html.concat())
}

/// Rows for the command.
pub const ROWS: &[Shape] = &[
    ("short rows", |size| {
        repeat("{\"id\":1,\"text\":\"a\"}\n", size / 8)
    }),
    ("broken rows", |size| repeat("{\"id\":1,\"text\":\n", size / 2)),
    ("blank rows", |size| repeat("  \n", size)),
    ("one long text", |size| {
        format!("{{\"text\":\"{}\"}}", repeat("the river rose\\n", size))
    }),
    ("escapes", |size| {
        format!("{{\"text\":\"{}\"}}", repeat("\\u0061\\n\\\\", size))
    }),
    ("halves of pairs", |size| {
        format!("{{\"text\":\"{}\"}}", repeat("\\ud800 ", size))
    }),
    ("depth", |size| {
        format!(
            "{{\"x\":{}1{},\"text\":\"a\"}}",
            "[".repeat(size / 2),
            "]".repeat(size / 2)
        )
    }),
    ("a long id", |size| {
        format!("{{\"id\":[{}1],\"text\":\"a\"}}", repeat("1, ", size))
    }),
    ("many fields", |size| {
        let fields = counted(12, size, |i| format!("\"f{i:06}\":1,"));
        format!("{{{fields}\"text\":\"a\"}}")
    }),
];
