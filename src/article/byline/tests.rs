//! Bylines of every form.

use super::{name, without_glued_month};
use crate::article::tests::{assembled, assembled_with};
use crate::kind::Kind;

#[test]
fn names_alone_are_left() {
    for (line, names) in [
        ("By Ana Reyes", "Ana Reyes"),
        ("BY ANA REYES | March 3, 2020", "ANA REYES"),
        ("Ana Reyes, science editor", "Ana Reyes"),
        (
            "By Ana Reyes, Tom Vale and Li Wen",
            "Ana Reyes, Tom Vale and Li Wen",
        ),
        ("Von Lena Brandt und Jo Weiß", "Lena Brandt und Jo Weiß"),
        ("作者：林海、周南", "林海、周南"),
        ("Propos recueillis par Luc Mory", "Luc Mory"),
        ("Thread starter Ana Reyes", "Ana Reyes"),
        ("By Ana Reyes ⋅ Senior Analyst", "Ana Reyes"),
        ("\u{200f}بقلم: \u{2067}أحمد نور\u{2069} | تسل", "أحمد نور"),
    ] {
        assert_eq!(name(line).as_deref(), Some(names), "{line}");
    }
    assert_eq!(name("By "), None);
    assert_eq!(name(""), None);
}

/// The words that the pattern of bylines in `patterns` takes, and what it takes behind them.
const BEFORE: &str = "written by,words by,text by,story by,reporting by,reported by,posted by,published by,\
    review by,reviewed by,recipe by,interview by,analysis by,opinion by,by,von,par,por,di,da,door,av,af,przez,\
    автор,yazan,tekst,author,autor,autora,auteur,autore,redaktion,text und fotos,بقلم,كتب,द्वारा,लेखक,作者,记者,\
    記者,文,取材・文,글";
const BEHIND: [&str; 8] = [" ", ":", ": ", "：", "|", "| ", "/", " : "];

#[test]
fn whatever_begins_a_byline_is_left_out() {
    for before in BEFORE.split(',') {
        for behind in BEHIND {
            for before in [before.to_owned(), before.to_uppercase()] {
                let line = format!("{before}{behind}Ana Reyes");
                assert_eq!(name(&line).as_deref(), Some("Ana Reyes"), "{line}");
            }
        }
        assert_eq!(name(before), None, "{before}");
    }
    for whole in ["Byron Vale", "Vonda Reyes", "Avery Cole", "文在寅", "Parker Lane"] {
        assert_eq!(name(whole).as_deref(), Some(whole));
    }
}

#[test]
fn what_follows_a_name_is_left_out() {
    for after in [
        ", Senior Science Editor",
        ", reporter at the Courier, Tessel",
        " Staff Writer",
        " Senior Political Correspondent The Courier",
        " – Chefredakteurin",
        ", Redakteurin",
        " - Tessel Courier",
        " | 3 min read",
        "|Tessel",
        " • March 4",
        " · 4 Mar 2020",
        " 3 min read",
        " March 4",
        " March 4, 2020",
        ", March 4, 2020, 10:30 am",
        " on Friday, 4 March",
        " Published on Friday March 4",
        " Updated yesterday",
        " Updated: March 4, 2020, Tessel",
        " Aktualisiert am 4. März 2020",
        " (14:05)",
        " ana.reyes@tessel.example",
        ", ana.reyes@tessel.example",
        " <ana@tessel.example>",
        " Email: ana@tessel.example",
        " @anareyes",
        " <https://tessel.example/ana>",
    ] {
        let line = format!("By Ana Reyes{after}");
        assert_eq!(name(&line).as_deref(), Some("Ana Reyes"), "{line}");
    }
}

#[test]
fn several_names_stay() {
    for and in ["and", "&", "und", "et", "y"] {
        let names = format!("Ana Reyes {and} Tom Vale");
        for after in [
            "",
            ", Staff Writers",
            " Staff Writers",
            " | Tessel",
            " March 4, 2020",
        ] {
            let line = format!("By {names}{after}");
            assert_eq!(name(&line), Some(names.clone()), "{line}");
        }
        for office in [", science editor, ", ", science editor ", " Science Editor "] {
            let line = format!("By Ana Reyes{office}{and} Tom Vale, reporter");
            assert_eq!(name(&line), Some(names.clone()), "{line}");
        }
    }
}

#[test]
fn names_that_look_like_something_else_stay() {
    for names in [
        "Tom Stafford",
        "Ana Reyes, Tom Stafford",
        "Sir John Falstaff",
        "Jean-Luc Mory",
        "Gal·la Roig",
        "约翰·史密斯",
        "Staff reporter",
        "Editorial Board",
        "The Associated Press",
    ] {
        assert_eq!(name(&format!("By {names}")).as_deref(), Some(names));
    }
    assert_eq!(name("By Theresa May 3 min read").as_deref(), Some("Theresa May"));
    assert_eq!(name("By Anna Le, 4 March").as_deref(), Some("Anna Le"));
    assert_eq!(name("Par Luc Mory le 4 mars 2020").as_deref(), Some("Luc Mory"));
    assert_eq!(name("By desk@tessel.example"), None);
}

/// The byline of these lines.
fn byline(lines: &[(Kind, &str)]) -> Option<String> {
    assembled(lines).byline
}

#[test]
fn date_lines_name_who_wrote_it() {
    for line in [
        "By Ana Reyes April 12, 2024",
        "3 May 2023 by Ana Reyes in News",
        "am 23. Januar 2020 von Ana Reyes",
        "Veröffentlicht am 17. Dezember 2019 von Ana Reyes",
        "Par Ana Reyes le 4 mars 2020",
        "By Ana ReyesFebruary 24, 2020 | 9:25pm",
        "Post by Ana Reyes » Sat Feb 24, 2024",
    ] {
        assert_eq!(
            byline(&[(Kind::Date, line)]).as_deref(),
            Some("Ana Reyes"),
            "{line}"
        );
    }
    for line in ["3 May 2023", "Lena von Berg 3. Mai 2023", "Updated May 3"] {
        assert_eq!(byline(&[(Kind::Date, line)]), None, "{line}");
    }
}

#[test]
fn the_line_that_says_by_is_believed_most() {
    let lines = [
        (Kind::Byline, "Home page"),
        (Kind::Byline, "Reviewed by Tom Vale"),
        (Kind::Byline, "Written by Ana Reyes"),
    ];
    assert_eq!(byline(&lines).as_deref(), Some("Ana Reyes"));
    assert_eq!(byline(&lines[1..2]).as_deref(), Some("Tom Vale"));
    let below = [
        (Kind::Byline, "Written by"),
        (Kind::Blank, ""),
        (Kind::Navigation, "Ana Reyes"),
    ];
    assert_eq!(byline(&below).as_deref(), Some("Ana Reyes"));
    assert_eq!(
        byline(&[(Kind::Byline, "By"), (Kind::Paragraph, "Ana Reyes")]),
        None
    );
}

#[test]
fn names_of_users_and_names_that_stand_twice() {
    for (line, names) in [
        ("Marianne1", "Marianne1"),
        ("By 3i Global", "3i Global"),
        ("Ana Reyes Ana Reyes", "Ana Reyes"),
        ("Ana Reyes's avatar", "Ana Reyes"),
        ("Ana Re\u{ad}yes", "Ana Reyes"),
    ] {
        assert_eq!(name(line).as_deref(), Some(names), "{line}");
    }
    assert_eq!(name("R"), None);
}

#[test]
fn the_markup_is_believed_unless_it_names_the_site_alone() {
    let told = |line: &str, head: &str| {
        let lines = [(Kind::Byline, line)];
        assembled_with(&lines, Some(head), Some("https://tesselcourier.example/a")).byline
    };
    let author = "<meta name=author content='By Tom Vale'>";
    assert_eq!(told("Home page", author).as_deref(), Some("Tom Vale"));
    assert_eq!(told("TOM VALE", author).as_deref(), Some("TOM VALE"));
    for head in [
        "<meta name=author content='Tessel Courier'>",
        "<meta property=article:author content=https://tessel.example/tom>",
        "<a rel=author>View all posts by Tom Vale</a>",
    ] {
        assert_eq!(told("Ana Reyes", head).as_deref(), Some("Ana Reyes"), "{head}");
    }
    let several = "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"name\":\"Tom Vale\"},{\"name\":\
        \"Ana Reyes\"}]}</script>";
    assert_eq!(told("Ana Reyes", several).as_deref(), Some("Tom Vale, Ana Reyes"));
}

/// The byline where one line says who, and the markup, too.
fn chosen(line: &str, head: &str) -> Option<String> {
    assembled_with(&[(Kind::Byline, line)], Some(head), None).byline
}

#[test]
fn a_line_that_says_who_is_believed_before_a_name_that_it_has_not() {
    let author = |name: &str| format!("<meta name=author content='{name}'>");
    for (line, told) in [
        ("By Ana Reyes", "Tom Vale"),
        ("By Ana de la Cruz", "Tom Vale"),
        ("By Ana Reyes, MD", "The Orla Trust"),
        ("Ana Reyes", "areyes7"),
    ] {
        let names = line.trim_start_matches("By ");
        assert_eq!(chosen(line, &author(told)).as_deref(), Some(names), "{line}");
    }
    // Not sure, not a name, or the markup's with more behind it.
    for (line, told) in [
        ("Ana Reyes", "Tom Vale"),
        ("By reyes", "Tom Vale"),
        ("By a moderator", "Tom Vale"),
        ("By Ana Reyes Tessel Bureau", "Ana Reyes"),
        ("By Step 2 of the guide", "Tom Vale"),
        ("R Offline", "vale7"),
    ] {
        assert_eq!(chosen(line, &author(told)).as_deref(), Some(told), "{line}");
    }
}

#[test]
fn the_markup_names_more_people_than_a_line_that_says_who() {
    let head = "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"name\":\"Ana Reyes\"},{\"name\":\
        \"Tom Vale\"}]}</script>";
    assert_eq!(chosen("By Ana Reyes", head).as_deref(), Some("Ana Reyes"));
}

#[test]
fn names_in_the_markup_are_whole() {
    for told in [
        "Voices in the Field",
        "Centre for River Research",
        "Redaktion",
        "4e7-orla-99",
    ] {
        let head = format!("<meta name=author content='{told}'>");
        assert_eq!(
            assembled_with(&[], Some(&head), None).byline.as_deref(),
            Some(told)
        );
    }
    let head = "<a rel=author>View more posts</a>";
    assert_eq!(assembled_with(&[], Some(head), None).byline, None);
}

#[test]
fn a_name_beside_the_date_by_the_title_counts_where_nothing_else_tells() {
    let beside = |line: &str, others: &[(Kind, &'static str)]| {
        let title = (Kind::Title, "River returns");
        let lines: Vec<(Kind, &str)> = [title].iter().chain(others).copied().collect();
        byline(&[&lines[..], &[(Kind::Date, line)]].concat())
    };
    for line in [
        "Ana Reyes | 3 May 2023",
        "Ana Reyes May 3, 2023",
        "3 May 2023 · Ana Reyes",
        "3.5.2023 | 13:10 | Ana Reyes",
    ] {
        assert_eq!(beside(line, &[]).as_deref(), Some("Ana Reyes"), "{line}");
    }
    for line in [
        "News | 3 May 2023",
        "Hofen am See | 3 May 2023",
        "Reading Time: 5 min",
    ] {
        assert_eq!(beside(line, &[]), None, "{line}");
    }
    let line = "Ana Reyes | 3 May 2023";
    assert_eq!(byline(&[(Kind::Date, line)]), None);
    let far = [(Kind::Paragraph, "One."), (Kind::Paragraph, "Two.")];
    assert_eq!(beside(line, &far), None);
    assert_eq!(
        beside(line, &[(Kind::Byline, "By Tom Vale")]).as_deref(),
        Some("Tom Vale")
    );
}

#[test]
fn a_month_that_is_glued_to_a_name_is_cut_off_however_long_the_name_is() {
    assert_eq!(without_glued_month("ReyesMay"), "Reyes");
    assert_eq!(without_glued_month("ReyesMay."), "Reyes");
    assert_eq!(without_glued_month("McAdam"), "McAdam");
    let long = "Reyes".repeat(10_000);
    assert_eq!(without_glued_month(&format!("{long}September")), long);
    assert_eq!(without_glued_month(&long), long);
}
