//! Assembly from lines whose kinds are given, apart from the classifier.

use super::*;

/// The article that these lines make, with what is usually kept.
pub(crate) fn assembled<'a>(lines: &[(Kind, &'a str)]) -> Article<'a> {
    assembled_with(lines, None, None)
}

/// The same, of a page with this head and address.
pub(crate) fn assembled_with<'a>(
    lines: &[(Kind, &'a str)],
    head: Option<&str>,
    url: Option<&str>,
) -> Article<'a> {
    let page = Page::new(lines.iter().map(|&(_, text)| text));
    let lines = lines.iter().enumerate().map(|(i, &(kind, text))| {
        let label = Label {
            kind,
            score: 0.5,
            reason: Reason::Usual,
        };
        Line::new(i + 1, text, label, KindSet::CONTENT)
    });
    let structure = head.map(|head| crate::source::html::read(head).structure);
    let setting = Setting {
        url: url.map(str::to_owned),
        // The lines lie nowhere in it; what the page says of itself counts.
        structure,
        ..Setting::default()
    };
    Article::assemble(&page, lines.collect(), setting)
}

#[test]
fn items_are_one_block_over_blank_lines_and_not_over_a_dropped_line() {
    let article = assembled(&[
        (Kind::List, "flour"),
        (Kind::List, "• plums "),
        (Kind::Blank, ""),
        (Kind::List, "butter"),
        (Kind::Interface, "Copy"),
        (Kind::List, "rye"),
        (Kind::Table, "a\tb"),
        (Kind::Table, "1\t2"),
    ]);
    assert_eq!(
        article.text_content,
        "flour\n• plums\nbutter\n\nrye\n\na\tb\n1\t2"
    );
}

#[test]
fn code_keeps_its_indentation_and_its_blank_lines() {
    let article = assembled(&[
        (Kind::Code, "  if a {  "),
        (Kind::Blank, "   "),
        (Kind::Blank, ""),
        (Kind::Code, "\tb();"),
        (Kind::Blank, ""),
        (Kind::Paragraph, "  It runs."),
    ]);
    assert_eq!(article.text_content, "  if a {\n\n\n\tb();\n\nIt runs.");
}

#[test]
fn prose_lines_are_a_block_each() {
    let article = assembled(&[
        (Kind::Heading, "Today"),
        (Kind::Paragraph, "One."),
        (Kind::Paragraph, "Two."),
        (Kind::Quote, "“Three.”"),
        (Kind::Quote, "“Four.”"),
    ]);
    assert_eq!(
        article.text_content,
        "Today\n\nOne.\n\nTwo.\n\n“Three.”\n\n“Four.”"
    );
}

#[test]
fn header_lines_make_the_fields_and_are_not_in_the_body() {
    let article = assembled(&[
        (Kind::Title, "\u{feff} River\u{200b} returns \u{200e}"),
        (Kind::Subtitle, "After nine days"),
        (Kind::Byline, "By Ana Reyes"),
        (Kind::Date, "3 May 2023, 14:05"),
        (Kind::Paragraph, "The river is back."),
        (Kind::Caption, "The river"),
        (Kind::Title, "River returns"),
    ]);
    assert_eq!(
        article.title.as_deref(),
        Some("River\u{200b} returns \u{200e}"),
        "a title stands as the page has it, but for white space at its ends"
    );
    assert_eq!(article.subtitle.as_deref(), Some("After nine days"));
    assert_eq!(article.byline.as_deref(), Some("Ana Reyes"));
    assert_eq!(article.published_time.as_deref(), Some("2023-05-03T14:05"));
    assert_eq!(article.text_content, "The river is back.");
}

#[test]
fn direction_marks_stay_in_the_body() {
    let article = assembled(&[(Kind::Paragraph, " \u{200f}قال \u{200e}Orla\u{200f}\u{feff}")]);
    assert_eq!(article.text_content, "\u{200f}قال \u{200e}Orla\u{200f}");
    assert_eq!(article.dir, Some(Direction::Ltr));
}

#[test]
fn a_line_set_by_hand_keeps_its_kind() {
    let first = assembled(&[
        (Kind::Title, "River returns"),
        (Kind::Navigation, "  Home "),
        (Kind::Paragraph, "The river is back."),
        (Kind::Blank, ""),
    ]);
    let flipped = first
        .with([(1, false), (2, true), (4, true)])
        .expect("these lines are there");
    assert_eq!(flipped.title, None);
    assert_eq!(flipped.text_content, "Home\n\nThe river is back.");
    assert_eq!(flipped.lines[1].kind, Kind::Navigation);
    let by_hand: Vec<bool> = flipped.lines.iter().map(|line| line.by_hand).collect();
    assert_eq!(by_hand, [true, true, false, true]);
    let back = flipped
        .with([(1, true), (2, false)])
        .expect("these lines are there");
    assert_eq!((back.title, back.markdown), (first.title, first.markdown));
}

#[test]
fn a_line_that_is_not_there_cannot_be_set() {
    let article = assembled(&[(Kind::Paragraph, "The river is back.")]);
    for number in [0, 2] {
        assert_eq!(
            article.with([(1, true), (number, true)]).unwrap_err().to_string(),
            format!("there is no line {number}: the page has 1, counted from 1")
        );
    }
}

#[test]
fn the_address_is_still_known_when_lines_are_set() {
    let options = Options::default().url("https://www.tessel.example/2020/05/04/river");
    let article = crate::clean("A line.", &options);
    let again = article.with([(1, true)]).expect("the line is there");
    assert_eq!(again.site_name.as_deref(), Some("tessel.example"));
}

#[test]
fn length_counts_as_javascript_does() {
    let article = assembled(&[(Kind::Paragraph, "a𝄞é")]);
    assert_eq!(article.length, 4);
}

#[test]
fn an_excerpt_is_cut_at_a_word_or_where_there_is_none() {
    let words = "river ".repeat(60);
    let article = assembled(&[(Kind::Heading, "Today"), (Kind::Paragraph, &words)]);
    let excerpt = article.excerpt.expect("a paragraph gives one");
    assert_eq!(excerpt, format!("{}…", ["river"; 50].join(" ")));
    let unspaced = "河水".repeat(200);
    let article = assembled(&[(Kind::Paragraph, &unspaced)]);
    assert_eq!(article.excerpt, Some(format!("{}…", "河水".repeat(150))));
}

/// A page whose markup tells everything.
const HEAD: &str = "<html lang=de><title>River returns | The Tessel Courier</title><meta property=og:site_name \
    content='The Tessel Courier'><meta name=author content='Tom Vale'><meta property=article:published_time \
    content=2017-02-25T09:30:00+01:00><meta property=og:image content=/river.jpg><meta name=description \
    content='The Orla &amp;amp; its bed.'>";

#[test]
fn the_markup_fills_every_field_that_no_line_does() {
    let lines = [(Kind::Paragraph, "1234 —")];
    let article = assembled_with(&lines, Some(HEAD), Some("https://tessel.example/news/"));
    assert_eq!(article.title.as_deref(), Some("River returns"));
    assert_eq!(article.byline.as_deref(), Some("Tom Vale"));
    assert_eq!(
        article.published_time.as_deref(),
        Some("2017-02-25T09:30:00+01:00")
    );
    assert_eq!(article.site_name.as_deref(), Some("The Tessel Courier"));
    assert_eq!(article.lang.as_deref(), Some("de"));
    assert_eq!(article.excerpt.as_deref(), Some("The Orla & its bed."));
    assert_eq!(article.image.as_deref(), Some("https://tessel.example/river.jpg"));
    // Without an address there is nothing that a relative one is relative to.
    assert_eq!(assembled_with(&lines, Some(HEAD), None).image, None);
    let again = article.with([(1, false)]).unwrap();
    assert_eq!(
        (again.title, again.byline, again.image),
        (article.title, article.byline, article.image)
    );
}

#[test]
fn a_line_that_was_dropped_is_not_told_by_the_markup_either() {
    let lines = [
        (Kind::Title, "River returns"),
        (Kind::Byline, "By Ana Reyes"),
        (Kind::Date, "25 February 2017"),
        (Kind::Paragraph, "The river is back."),
    ];
    let article = assembled_with(&lines, Some(HEAD), None);
    let article = article.with([(1, false), (2, false), (3, false)]).unwrap();
    assert_eq!(
        (article.title, article.byline, article.published_time),
        (None, None, None)
    );
}

#[test]
fn pictures_are_relative_to_the_base_of_the_page() {
    let head = "<base href=/files/><meta property=og:image content='javascript:x'><meta name=twitter:image content=a.jpg>\
        <link rel=canonical href=https://tessel.example/a/b>";
    let article = assembled_with(&[(Kind::Title, "River")], Some(head), None);
    assert_eq!(
        article.image.as_deref(),
        Some("https://tessel.example/files/a.jpg")
    );
}
