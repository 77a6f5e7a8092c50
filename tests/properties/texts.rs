//! Texts to try: anything at all, and pages as people paste them, with all that makes such pages hard.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

/// Words in several scripts, with and without spaces between them.
const LANGUAGES: [(&str, &str, &[&str]); 8] = [
    (
        " ",
        ".",
        &[
            "the", "river", "and", "of", "a", "flood", "said", "council", "that", "bridge", "was", "in",
            "Tessel", "Orla", "on", "Friday", "for", "it", "water", "nine",
        ],
    ),
    (
        " ",
        "!",
        &[
            "der", "Fluss", "und", "die", "Straße", "wurde", "nicht", "für", "über", "Brücke",
        ],
    ),
    (
        " ",
        "?",
        &[
            "la",
            "rivière",
            "est",
            "l’eau",
            "à",
            "été",
            "pont",
            "une",
            "où",
            "e\u{301}te\u{301}",
        ],
    ),
    (
        " ",
        "؟",
        &["النهر", "في", "المدينة", "قال", "من", "الجسر", "\u{200f}محمد"],
    ),
    (" ", ".", &["הנהר", "של", "העיר", "אמר", "גשר"]),
    (
        "",
        "。",
        &[
            "河水", "经过", "九天", "的", "洪水", "，", "已经", "退回", "市", "长",
        ],
    ),
    (
        "",
        "。",
        &["川", "は", "九日", "ぶり", "に", "戻った", "、", "と", "スマート"],
    ),
    (" ", "।", &["नदी", "के", "बाढ़", "में", "और", "लौट", "आई", "है"]),
];

/// Lines that a page has around its article.
const FURNITURE: &[&str] = &[
    "Home",
    "News",
    "Sport",
    "Menu",
    "Search",
    "Log in",
    "Share",
    "Facebook",
    "Advertisement",
    "Read more",
    "Most read",
    "Related articles",
    "Comments",
    "12 comments",
    "Reply",
    "Subscribe",
    "Accept all",
    "We use cookies to make this site work. You can change your settings at any time.",
    "Privacy",
    "Terms of use",
    "© 2020 Tessel Courier Ltd. All rights reserved.",
    "Copyright",
    "Skip to content",
    "Sign up for our newsletter",
    "By Ana Reyes",
    "By",
    "Von Lena Brandt",
    "Photo: Tom Vale",
    "3 May 2023",
    "2017-02-25",
    "Updated 14:05",
    "1:44 PM UTC",
    "Published 4 May 2021 | Updated 5 May 2021",
    "€ 12.99",
    "* * *",
    "HomeNewsSportOpinionCulture",
    "Home > News > Local",
    "5 min read",
    "Jetzt abonnieren",
    "登录",
    "اشترك الآن",
];

/// What stands at the ends of lines and cannot be seen.
const UNSEEN: &[&str] = &[
    " ", "\t", "\u{a0}", "\u{3000}", "\u{200b}", "\u{200e}", "\u{200f}", "\u{feff}", "\u{ad}", "\u{202a}",
    "\u{2067}", "\u{2069}", "\u{200d}", "\0", "\u{b}", "\u{c}", "\u{85}", "\u{2028}",
];

/// Pieces that mean something to Markdown or HTML.
const MARKUP: &[&str] = &[
    "*",
    "**",
    "_",
    "__",
    "#",
    "##",
    "`",
    "```",
    "~~",
    "~~~",
    "[",
    "](",
    ")",
    "![",
    "<b>",
    "</p>",
    "<",
    ">",
    "&",
    "&amp;",
    "&#60;",
    "\\",
    "|",
    "---",
    "===",
    "+",
    "-",
    "1.",
    "12)",
    "a",
    "b",
    " ",
    "  ",
    "http://a.example/?b=c&d",
    "\"",
    "'",
    "<!--",
    "$",
    ":",
    "!",
];

/// Any text: arbitrary characters, or a page.
pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        1 => any::<String>(),
        1 => vec(any::<char>(), 0..200).prop_map(String::from_iter),
        6 => page(),
    ]
}

/// A page: lines of every sort, ended in every way.
pub fn page() -> impl Strategy<Value = String> {
    (vec((line(), ending()), 0..40), any::<bool>()).prop_map(|(lines, ends)| {
        let mut text: String = lines
            .iter()
            .flat_map(|(line, ending)| [line.as_str(), ending])
            .collect();
        if !ends && let Some((_, ending)) = lines.last() {
            text.truncate(text.len() - ending.len());
        }
        text
    })
}

fn ending() -> impl Strategy<Value = &'static str> {
    prop_oneof![10 => Just("\n"), 6 => Just("\n\n"), 2 => Just("\r\n"), 1 => Just("\r"), 1 => Just("\n \n\n")]
}

fn line() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => prose(12..60),
        2 => prose(1..8),
        6 => select(FURNITURE).prop_map(str::to_owned),
        2 => framed(),
        2 => bullet(),
        2 => table_row(),
        2 => code(),
        2 => vec(select(MARKUP), 1..12).prop_map(|pieces| pieces.concat()),
        1 => vec(select(UNSEEN), 0..4).prop_map(|pieces| pieces.concat()),
        1 => "[^\r\n]{0,60}",
        1 => subsequence(FURNITURE, 1..8).prop_map(|items| items.concat()),
        1 => huge(),
    ]
}

fn prose(words: std::ops::Range<usize>) -> impl Strategy<Value = String> {
    select(&LANGUAGES).prop_flat_map(move |(space, stop, list)| {
        (vec(select(list), words.clone()), any::<bool>()).prop_map(move |(words, ends)| {
            let mut text = words.join(space);
            if ends {
                text.push_str(stop);
            }
            text
        })
    })
}

/// A line with unseen characters at its ends.
fn framed() -> impl Strategy<Value = String> {
    let unseen = || vec(select(UNSEEN), 0..4).prop_map(|pieces| pieces.concat());
    let line = prop_oneof![prose(1..30), select(FURNITURE).prop_map(str::to_owned)];
    (unseen(), line, unseen()).prop_map(|(before, line, after)| before + &line + &after)
}

fn bullet() -> impl Strategy<Value = String> {
    let marker = select(&["•", "-", "*", "–", "1.", "2)", "33.", "2024.", "·\u{a0}", ""][..]);
    (marker, prose(1..10)).prop_map(|(marker, text)| format!("{marker} {text}"))
}

fn table_row() -> impl Strategy<Value = String> {
    let cell = prop_oneof![
        prose(0..3),
        select(&["12", "3.5 %", "", " ", "|", "—"][..]).prop_map(str::to_owned)
    ];
    vec(cell, 2..6).prop_map(|cells| cells.join("\t"))
}

fn code() -> impl Strategy<Value = String> {
    let indent = select(&["", "  ", "    ", "\t", "\t\t"][..]);
    let tokens = &[
        "let x = 1;",
        "}",
        "if (a && b) {",
        "$ ls -la",
        "#include <a.h>",
        "```",
        "return f(x);",
        "x: 2",
    ];
    (indent, select(&tokens[..])).prop_map(|(indent, token)| format!("{indent}{token}"))
}

/// One line without end, of one repeated thing.
fn huge() -> impl Strategy<Value = String> {
    let piece = select(
        &[
            "a",
            "word ",
            "1",
            "水",
            "© ",
            "By ",
            "*",
            "<",
            "2020-01-01 ",
            "\u{200b}",
            "A.",
            "http://",
        ][..],
    );
    (piece, 1_usize..2000).prop_map(|(piece, times)| piece.repeat(times))
}
