//! A longer text or page costs memory in proportion, whatever it is: counted, not timed.
//!
//! Work that grows faster than the text mostly asks for memory that does; what does not is for the benchmarks.

use allocation_counter::{AllocationInfo, measure};
use copydesk::{Article, Options, clean, clean_html};

/// The smaller of the two sizes, in bytes: large enough that what every page needs is lost in it.
const SIZE: usize = 8 * 1024;

/// How many times as long the larger text is.
const TIMES: usize = 8;

/// So many times as much may be needed: buffers double as they grow, the last may be larger than it need be, and lines of a
/// longer page may be labelled otherwise, as kinds that ask for more. What grows with the square of the length needs 64
/// times as much.
const MOST: f64 = 1.7 * TIMES as f64;

/// A text of about `size` bytes that is made to be hard.
type Hostile = fn(size: usize) -> String;

const HOSTILE: [(&str, Hostile); 23] = [
    ("one endless word", |size| "a".repeat(size)),
    ("one endless sentence", |size| repeat("the river rose and ", size)),
    ("one endless line of stops", |size| ".".repeat(size)),
    ("one line without spaces", |size| repeat("河水", size)),
    ("one line of dates", |size| repeat("3 May 2023, ", size)),
    ("one line of digits", |size| "1".repeat(size)),
    ("one line of numbers", |size| repeat("12:30 2020-01-01 ", size)),
    ("one line of marks", |size| repeat("*[<&`|~_", size)),
    ("one line of tabs", |size| repeat("a\t", size)),
    ("one wide row over narrow ones", |size| {
        "a\t".repeat(size / 4) + &"\na\tb".repeat(size / 8)
    }),
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
    ("one endless sentence, wrapped", |size| {
        repeat(
            "the river rose and the mill stood in it as the ferry did, and the dike\n",
            size,
        )
    }),
    ("marks of quoted mail", |size| {
        repeat("> > > the river\n>>>>>>>>>>>>>>>>\n", size)
    }),
    ("code and lists in turn", |size| {
        repeat("    let x = f(a);\n• one\n", size)
    }),
];

const HOSTILE_HTML: [(&str, Hostile); 27] = [
    ("unclosed boxes", |size| repeat("<div>", size)),
    ("boxes in boxes", |size| {
        "<div>".repeat(size / 11) + "x" + &"</div>".repeat(size / 11)
    }),
    ("a line in each of many boxes", |size| repeat("<div>a", size)),
    ("unclosed bold type", |size| repeat("<b>a", size)),
    ("bold type over blocks", |size| repeat("<b><div>a</b>", size)),
    ("links in links", |size| repeat("<a href=/><p>a", size)),
    ("spans with an end tag of none", |size| {
        repeat("<span>a</i></p>", size)
    }),
    ("end tags", |size| repeat("</div></p></b>", size)),
    ("paragraphs", |size| repeat("<p>the river rose", size)),
    ("items", |size| repeat("<ul><li>a", size)),
    ("tables in tables", |size| repeat("<table><tr><td>a", size)),
    ("rows", |size| {
        format!("<table>{}", repeat("<tr><td>a<td>b", size))
    }),
    ("attributes", |size| {
        let names: Vec<String> = (0..size / 8).map(|i| format!("a{i}=b")).collect();
        format!("<p {}>a", names.join(" "))
    }),
    ("one long class", |size| {
        format!("<p class='{}'>a", repeat("relatedPosts-list ", size))
    }),
    ("references", |size| repeat("&amp;&lt;&#x41;&bogus;", size)),
    ("open tags", |size| repeat("<a <b ", size)),
    ("comments", |size| repeat("<!-- a --><!-", size)),
    ("what is for pages without scripts", |size| {
        repeat("<noscript><p>a", size)
    }),
    ("JSON-LD", |size| {
        format!(
            "<script type=application/ld+json>{}",
            repeat("{\"@type\":[\"A\"", size)
        )
    }),
    ("JSON-LD of many articles", |size| {
        let articles: Vec<String> = (0..size / 64)
            .map(|i| format!("{{\"@type\":\"Article\",\"@id\":\"#{i}\",\"headline\":\"The Orla {i}\"}}"))
            .collect();
        format!(
            "<script type=application/ld+json>[{}]</script>",
            articles.join(",")
        )
    }),
    ("JSON-LD within JSON-LD", |size| {
        format!(
            "<script type=application/ld+json>{}",
            repeat("{\"@type\":\"Article\",\"mainEntity\":", size)
        )
    }),
    ("many scripts of JSON-LD", |size| {
        repeat(
            "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[\"A\"]}</script>",
            size,
        )
    }),
    ("metas", |size| {
        let metas = (0..size / 48).map(|i| format!("<meta property=og:title content='The Orla {i:8}'>"));
        metas.collect()
    }),
    ("one long meta", |size| {
        format!("<meta name=author content='{}'>", repeat("Ana Reyes, ", size))
    }),
    ("unclosed authors", |size| {
        repeat("<p itemprop=author itemscope><i itemprop=name>Ana ", size)
    }),
    ("times in links to authors", |size| {
        repeat("<a rel=author>Ana <time datetime=2017-02-25>", size)
    }),
    ("cards", |size| {
        repeat(
            "<article class=card><h2><a href=/>The mill</a></h2><p>It rose.</p></article>",
            size,
        )
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

/// One of the ways to clean a page.
type Clean = for<'a> fn(&'a str, &Options) -> Article<'a>;

/// What it takes to clean the page, all of which may be content, and to assemble it again with every line kept.
fn cost(clean: Clean, page: &str) -> AllocationInfo {
    let options = Options::default().strictness(0.0).expect("from 0 to 1");
    measure(|| {
        let article = clean(page, &options);
        let every_line = 1..=article.lines.len();
        let kept = article.with(every_line.map(|number| (number, true)));
        drop(kept.expect("these lines are there"));
    })
}

#[test]
fn memory_grows_as_the_text_does() {
    check(&HOSTILE, clean);
}

#[test]
fn memory_grows_as_the_html_does() {
    check(&HOSTILE_HTML, clean_html);
}

fn check(hostile: &[(&str, Hostile)], clean: Clean) {
    for (name, text) in hostile {
        let (short, long) = (text(SIZE), text(TIMES * SIZE));
        // The patterns that the text needs are built once, here.
        cost(clean, &short);
        let (short, long) = (cost(clean, &short), cost(clean, &long));
        for (what, short, long) in [
            ("allocations", short.count_total, long.count_total),
            ("bytes", short.bytes_total, long.bytes_total),
            ("bytes at a time", short.bytes_max, long.bytes_max),
        ] {
            let growth = long as f64 / short as f64;
            println!("{name:34} {what:15} {short:10} {long:10} {growth:.2}");
            assert!(
                growth <= MOST,
                "{name}: {short} {what}, but {long} when it is {TIMES} times as long"
            );
        }
    }
}
