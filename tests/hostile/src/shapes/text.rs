//! Texts.

use super::{Shape, counted, repeat};

/// Texts that are made to be hard.
pub const TEXT: &[Shape] = &[
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
    ("what each pattern is for, a line each", |size| {
        repeat(&SAYS.join("\n"), size)
    }),
    ("what each pattern is for, in one line", |size| {
        repeat(&SAYS.join(" "), size)
    }),
    ("what nearly is what a pattern is for", |size| {
        repeat(&NEARLY.join("\n"), size)
    }),
    ("the same in one line", |size| repeat(&NEARLY.join(" "), size)),
    ("every script, a line each", |size| repeat(SCRIPTS, size)),
    ("every script in one line", |size| {
        repeat(&SCRIPTS.replace('\n', " "), size)
    }),
    ("what begins a name, alone", |size| {
        headed(&repeat("By\n\n", size))
    }),
    ("one byline of many names", |size| {
        headed(&format!("By {}", repeat("Ana Reyes, Tom Vale and ", size)))
    }),
    ("one byline of offices", |size| {
        headed(&format!("By Ana Reyes, {}", repeat("editor, writer and ", size)))
    }),
    ("one byline of addresses", |size| {
        headed(&format!("By {}", repeat("a@b.example ", size)))
    }),
    ("one glued name before a date", |size| {
        headed(&format!("By {} 3 May 2023", "AB".repeat(size / 2)))
    }),
    ("one date line of many parts", |size| {
        headed(&repeat("3 May 2023 | 4.5.2023 • ", size))
    }),
    ("many date lines", |size| {
        headed(&counted(24, size, |i| {
            format!("{} May {}, 12:{:02}\n\n", i % 31, 1900 + i % 199, i % 60)
        }))
    }),
    ("one line of copyright", |size| {
        format!("{PROSE}© {}", repeat("2020 - | by ", size))
    }),
    ("lines of copyright that all differ", |size| {
        counted(40, size, |i| {
            format!("© {} Courier {i:06} Ltd. All rights.\n", 1900 + i % 199)
        })
    }),
    ("names that stand in other lines", |size| {
        counted(32, size, |i| {
            format!("Tessel {}\nAbout Tessel {} now\n", i % 60, i % 60)
        })
    }),
    ("addresses in brackets", |size| {
        repeat("The mill <https://tessel.example/mill>\n", size)
    }),
    ("brackets that do not end", |size| {
        repeat("a <https://tessel.example/", size)
    }),
    ("one heading of paragraph signs", |size| {
        format!("{PROSE}The mill {}\n\n{PROSE}", "¶".repeat(size / 2))
    }),
    ("teasers of other days", |size| {
        repeat("The mill of the lower town is to be sold\n3 hours ago\n", size)
    }),
    ("comments", |size| {
        repeat(
            "Ana wrote:\nI was there, and it was not so.\nReply\n2 days ago\n",
            size,
        )
    }),
    ("headings and paragraphs in turn", |size| {
        repeat(&format!("What opens next\n{PROSE}"), size)
    }),
    ("rows of unlike width", |size| {
        counted(16, size, |i| "a\t".repeat(1 + i % 16) + "b\n")
    }),
    ("numbered items", |size| {
        counted(16, size, |i| format!("{}. the mill\n", i % 1000))
    }),
    ("marks of emphasis", |size| repeat("a *b* _c_ ~~d~~ **e", size)),
    ("backticks", |size| {
        counted(16, size, |i| "`".repeat(1 + i % 30) + "a")
    }),
    ("code that is indented ever more", |size| {
        counted(64, size, |i| " ".repeat(i % 120) + "f(x);\n")
    }),
    ("lines of quoted mail, wrapped", |size| {
        repeat(
            "> the river rose and the mill stood in it as the ferry did, and the dike\n",
            size,
        )
    }),
    ("a script without spaces, wrapped", |size| {
        repeat(
            "河水在九天之后退回河道水务局周五表示堤坝将在一周内接受检查所有人都\n",
            size,
        )
    }),
    ("ends of lines of every sort", |size| {
        repeat("a\r\n\r\n\rb\n\r", size)
    }),
    ("letters that grow when they are small", |size| {
        repeat("İSTANBUL ẞ ", size)
    }),
    ("marks that combine", |size| {
        "e".to_owned() + &"\u{301}".repeat(size / 2)
    }),
    ("marks of direction", |size| {
        repeat("\u{202e}a\u{202c}\u{2067}ب\u{2069}", size)
    }),
];

/// A page with a head, in which something stands where bylines and dates do.
fn headed(what: &str) -> String {
    format!("Home\nNews\n\nRiver returns to its bed after nine days\n\n{what}\n\n{PROSE}{PROSE}{PROSE}")
}

/// What the patterns of `src/patterns`, `src/dates` and `src/article` are for.
const SAYS: [&str; 44] = [
    "3 hours ago",
    "vor 2 Stunden",
    "3小时前",
    "By Ana Reyes",
    "Words by A. B. Cole",
    "作者：林海",
    "Ana Reyes, science editor",
    "Photo: Tom Vale",
    "(AP Photo/Tom Vale)",
    "the quay after the flood. Photo: Tom Vale",
    "the quay (AFP)",
    "Share on the Courier",
    "Follow Tessel",
    "1.2k shares",
    "send by mail",
    "© 2020 Tessel Courier",
    "(c) 2020 Tessel",
    "Copyright 2019 by Tessel",
    "Comments (48)",
    "12 comments",
    "6 thoughts on the mill",
    "Enter your e-mail address *",
    "Subscribe now for a year",
    "Get the Courier app",
    "Ana Reyes is a science editor at the Courier.",
    "desk@tessel.example",
    "https://tessel.example/mill",
    "+49 30 1234567",
    "Tel: 030 1234567",
    "from $12.99",
    "12,99 €",
    "4 min read",
    "0:12 / 3:45",
    "4.8 (312)",
    "reading time 4 minutes",
    "Associated Press writers A and B contributed to this report.",
    "2017-02-25T13:44:00Z",
    "25.02.2017",
    "2/25/2017",
    "25 de febrero de 2017",
    "February 25th, 2017",
    "25 فبراير/شباط 2017",
    "1:44 p.m. EST",
    "13.44 Uhr +02:00",
];

/// What goes a long way into these patterns and is none of it.
const NEARLY: [&str; 20] = [
    "3 hours of",
    "by by by by by by by by by",
    "ana reyes reyes reyes reyes, of of of of of",
    "photo photo photo",
    "share share share share",
    "follow a b c d e",
    "12 12 12 12 12",
    "(c) (c) (c)",
    "comments comments 48 48",
    "your your email email",
    "subscribe a b c d e f g h",
    "get the a b c d e f",
    "ana is is is is is a a a a a",
    "a.b.c.d@e.f@g@h",
    "wwww.www.w",
    "+++49 30 30 30 30 30 30 30 30 x",
    "$ $ $ $ 1",
    "4 min min min",
    "2017-02-31 31.31.2017 2017-13-01 32/32/2017",
    "25 of 25 of 25 may may 25th 25st february february",
];

/// A sentence in each script that a language is told by, and in some that share one.
const SCRIPTS: &str = "\
the river and the mill are of the town\nder Fluss und die Mühle sind von der Stadt\nla rivière et le moulin sont de la ville\n\
el río y el molino son de la ciudad\nрека и мельница у города\nο ποταμός και ο μύλος της πόλης\nגשר של העיר על הנהר\n\
النهر في المدينة من الجسر\nनदी और पुल के शहर में\nแม่น้ำและสะพานของเมือง\n江和桥是城市的\n川と橋は町のものです\n강과 다리는 도시의 것이다\n\
գետը և կամուրջը\nমদী ও সেতু\nநதி மற்றும் பாலம்\nმდინარე და ხიდი\nទន្លេ និងស្ពាន\n";

const PROSE: &str =
    "After nine days of flood the Orla is back within its banks, the water board said on Friday.\n\n";

/// Paragraphs of words that stand nowhere else.
fn numbered(size: usize) -> String {
    counted(8, size, |i| {
        format!("w{i:05}{}", if i % 20 == 19 { ".\n" } else { " " })
    })
}
