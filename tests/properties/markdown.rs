//! The article as Markdown, read back by a Markdown reader.

use copydesk::{Article, Kind};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options as Extensions, Parser, Tag, TagEnd};

use crate::{config, labelled, labels, texts};

/// A paragraph, a heading, an item, a line of code or a row: what it is, and its text. An item begins with its number.
pub type Part = (&'static str, String);

/// The parts that a reader of Markdown finds, in order.
fn read(markdown: &str) -> Vec<Part> {
    let extensions =
        Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH | Extensions::ENABLE_TASKLISTS;
    let mut found: Vec<Part> = Vec::new();
    // What the paragraphs that begin now are part of, if not of the page itself.
    let mut within = None;
    // The number of the next item.
    let mut number = None;
    for event in Parser::new_ext(markdown, extensions) {
        let name = match event {
            Event::Start(Tag::List(start)) => {
                number = start;
                continue;
            }
            Event::Start(Tag::Item) => {
                within = Some("item");
                found.push(("item", numbered(number, "")));
                number = number.map(|number| number + 1);
                continue;
            }
            Event::Start(Tag::Paragraph) if within == Some("item") => continue,
            Event::Start(Tag::Paragraph) => within.unwrap_or("paragraph"),
            Event::Start(Tag::Heading {
                level: HeadingLevel::H1,
                ..
            }) => "title",
            Event::Start(Tag::Heading { .. }) => "heading",
            Event::Start(Tag::TableHead | Tag::TableRow) => "row",
            Event::Start(Tag::BlockQuote(_)) => {
                within = Some("quote");
                continue;
            }
            Event::Start(Tag::CodeBlock(_)) => {
                within = Some("code");
                continue;
            }
            Event::End(TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::Item) => {
                within = None;
                continue;
            }
            Event::Text(text) if within == Some("code") => {
                let lines = text.split('\n').filter(|line| !line.is_empty());
                found.extend(lines.map(|line| ("code", line.to_owned())));
                continue;
            }
            Event::Text(text) => {
                found
                    .last_mut()
                    .expect("text stands in a block")
                    .1
                    .push_str(&text);
                continue;
            }
            Event::Start(Tag::TableCell) => {
                found.last_mut().expect("a cell stands in a row").1.push(' ');
                continue;
            }
            Event::Start(Tag::Table(_)) | Event::End(_) => continue,
            other => panic!("markup in the text: {other:?}"),
        };
        found.push((name, String::new()));
    }
    found
        .into_iter()
        .map(|(name, text)| (name, shown(&text)))
        .collect()
}

/// The parts of the article, from its lines.
fn expected(article: &Article<'_>) -> Vec<Part> {
    let title = article.title.iter().map(|title| ("title", shown(title)));
    let header = [&article.subtitle, &article.byline, &article.published_time];
    let header = header
        .into_iter()
        .flatten()
        .map(|line| ("paragraph", shown(line)));
    title.chain(header).chain(body(article)).collect()
}

/// The parts of the article's body, from its lines.
pub fn body(article: &Article<'_>) -> Vec<Part> {
    let lines = article.lines.iter().filter(|line| line.kept);
    let body = lines.filter_map(|line| {
        let name = match line.kind {
            Kind::Title | Kind::Subtitle | Kind::Byline | Kind::Date | Kind::Blank => return None,
            Kind::List => {
                let (number, item) = split_marker(line.text.trim_matches(is_trimmed));
                return Some(("item", shown(&numbered(number, item))));
            }
            Kind::Heading => "heading",
            Kind::Quote => "quote",
            Kind::Code => "code",
            Kind::Table => "row",
            _ => "paragraph",
        };
        Some((name, shown(&line.text)))
    });
    body.collect()
}

/// An item as parts have it.
pub fn numbered(number: Option<u64>, item: &str) -> String {
    let number = number.map(|number| format!("{number}. "));
    number.unwrap_or_default() + item
}

/// The number of a list item and the item without bullet or number, for which the outputs have signs of their own.
fn split_marker(item: &str) -> (Option<u64>, &str) {
    let Some((marker, rest)) = item.split_once(char::is_whitespace) else {
        return (None, item);
    };
    let number = marker.strip_suffix(['.', ')']).unwrap_or_default();
    if (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()) {
        return (number.parse().ok(), rest);
    }
    let is_bullet = ["•", "-", "*", "–", "·", "‣", "▪", "◦", "●", "○", "■"].contains(&marker);
    (None, if is_bullet { rest } else { item })
}

/// Characters that the article leaves out at the ends of a line.
fn is_trimmed(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "\u{ad}\u{200b}\u{2060}\u{feff}".contains(c)
}

/// Characters that a reader of Markdown or HTML may leave out or replace, none of which is seen.
fn is_lost(c: char) -> bool {
    is_trimmed(c) || c == '\u{fffd}'
}

/// The text with one space wherever there is white space, and without what is lost.
pub fn shown(text: &str) -> String {
    let words = text.split_whitespace();
    let words = words.map(|word| word.chars().filter(|c| !is_lost(*c)).collect::<String>());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn markdown_reads_back_as_the_article(text in texts::text(), labels in labels()) {
        let article = labelled(&text, &labels);
        prop_assert_eq!(read(&article.markdown), expected(&article), "{}", article.markdown);
    }
}
