//! The body as HTML, read back with an eye for nothing but our own tags.

use proptest::prelude::*;

use crate::markdown::{Part, body, numbered, shown};
use crate::{config, labelled, labels, texts};

/// Every tag that may come out, and what a part that begins with it is.
const TAGS: [(&str, Option<&str>); 11] = [
    ("p", Some("paragraph")),
    ("h2", Some("heading")),
    ("blockquote", None),
    ("pre", None),
    ("code", Some("code")),
    ("ul", None),
    ("ol", None),
    ("li", Some("item")),
    ("table", None),
    ("tr", Some("row")),
    ("td", None),
];

/// The parts that a reader of HTML finds, in order. Fails where there is other markup or a tag is not closed.
fn read(html: &str) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut open: Vec<&str> = Vec::new();
    // The number of the next item.
    let mut number = None;
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
        assert!(!text.contains(['>', '"']), "markup in the text: {text}");
        if text.contains(|c: char| !c.is_whitespace()) {
            let part = found.last_mut().expect("text stands in a part");
            part.1.push_str(&unescaped(text));
        }
        let tag = tag.trim_end_matches('>');
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "the tag that is closed");
            continue;
        }
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let Some((name, part)) = TAGS.into_iter().find(|(known, _)| *known == name) else {
            assert!(tag.is_empty(), "an unknown tag: {tag}");
            continue;
        };
        let start = attributes
            .strip_prefix("start=\"")
            .and_then(|rest| rest.strip_suffix('"'));
        assert!(
            attributes.is_empty() || (name == "ol" && start.is_some()),
            "{tag}"
        );
        match name {
            "ol" => number = Some(start.map_or(1, |start| start.parse().expect("a number"))),
            "ul" => number = None,
            "td" => found.last_mut().expect("a cell stands in a row").1.push(' '),
            _ => {}
        }
        if let Some(part) = part {
            let part = if open.contains(&"blockquote") {
                "quote"
            } else {
                part
            };
            let text = if part == "item" {
                numbered(number, "")
            } else {
                String::new()
            };
            number = number.map(|number| number + u64::from(part == "item"));
            found.push((part, text));
        }
        open.push(name);
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    found.into_iter().flat_map(lines).collect()
}

/// Code is a part for each of its lines that is not blank.
fn lines((part, text): Part) -> Vec<Part> {
    if part != "code" {
        return vec![(part, shown(&text))];
    }
    let lines = text.split('\n').filter(|line| !line.is_empty());
    lines.map(|line| (part, shown(line))).collect()
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn html_reads_back_as_the_body(text in texts::text(), labels in labels()) {
        let article = labelled(&text, &labels);
        prop_assert_eq!(read(&article.content), body(&article), "{}", article.content);
    }
}
