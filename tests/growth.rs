//! Twice the text costs twice the memory, whatever the text is: counted, not timed.
//!
//! Work that grows faster than the text nearly always asks for memory that does; what does not is for the benchmarks.

use allocation_counter::{AllocationInfo, measure};
use copydesk::{Options, clean};

/// The smaller of the two sizes, in bytes: large enough that what every page needs is lost in it.
const SIZE: usize = 64 * 1024;

/// Twice, and a little more: buffers grow by doubling, so that the last of them may be twice as large as needed.
const MOST_GROWTH: f64 = 2.2;

/// A text of about `size` bytes that is made to be hard.
type Hostile = fn(size: usize) -> String;

const HOSTILE: [(&str, Hostile); 20] = [
    ("one endless word", |size| "a".repeat(size)),
    ("one endless sentence", |size| repeat("the river rose and ", size)),
    ("one endless line of stops", |size| ".".repeat(size)),
    ("one line without spaces", |size| repeat("河水", size)),
    ("one line of dates", |size| repeat("3 May 2023, ", size)),
    ("one line of digits", |size| "1".repeat(size)),
    ("one line of numbers", |size| repeat("12:30 2020-01-01 ", size)),
    ("one line of marks", |size| repeat("*[<&`|~_", size)),
    ("one line of tabs", |size| repeat("a\t", size)),
    ("one line of glued words", |size| repeat("HomeNewsSport", size)),
    ("one line of nothing seen", |size| repeat("\u{200b}", size)),
    ("blank lines", |size| "\n".repeat(size)),
    ("lines of one letter", |size| repeat("a\n", size)),
    ("lines that all differ", numbered),
    ("the same phrase", |size| {
        repeat("Sign up for our newsletter\n", size)
    }),
    ("the same name", |size| repeat("By Ana Reyes\n", size)),
    ("the same copyright", |size| {
        repeat("© 2020 Tessel Courier Ltd. All rights reserved.\n", size)
    }),
    ("the same date", |size| {
        repeat("Published 3 May 2023 | Updated 4 May 2023\n", size)
    }),
    ("the same prose", |size| repeat(PROSE, size)),
    ("code and lists in turn", |size| {
        repeat("    let x = f(a);\n• one\n", size)
    }),
];

const PROSE: &str =
    "After nine days of flood the Orla is back within its banks, the water board said on Friday.\n\n";

fn repeat(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

/// Paragraphs of words that stand nowhere else.
fn numbered(size: usize) -> String {
    let words = (0..size / 8).map(|i| format!("w{i:05}{}", if i % 20 == 19 { ".\n" } else { " " }));
    words.collect()
}

fn cost(text: &str) -> AllocationInfo {
    measure(|| drop(clean(text, &Options::default())))
}

#[test]
fn twice_the_text_takes_twice_the_memory() {
    // What is built once, such as the patterns, is built here.
    cost("Home");
    for (name, text) in HOSTILE {
        let (once, twice) = (cost(&text(SIZE)), cost(&text(2 * SIZE)));
        for (what, once, twice) in [
            ("allocations", once.count_total, twice.count_total),
            ("bytes", once.bytes_total, twice.bytes_total),
            ("bytes at a time", once.bytes_max, twice.bytes_max),
        ] {
            let growth = twice as f64 / once as f64;
            println!("{name:28} {what:15} {once:10} {twice:10} {growth:.2}");
            assert!(
                growth <= MOST_GROWTH,
                "{name}: {once} {what}, then {twice}: {growth:.2} times as many"
            );
        }
    }
}
