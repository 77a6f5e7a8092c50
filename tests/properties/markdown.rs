//! The article as Markdown, read back by a Markdown reader.

use copydesk::{Article, Kind, clean};
use proptest::prelude::*;
use pulldown_cmark::{Event, HeadingLevel, Options as Extensions, Parser, Tag, TagEnd};

use crate::{config, texts, usual_options};

/// A block of prose: what it is, and its text.
type Prose = (&'static str, String);

/// The prose that a reader of Markdown finds, in order. Lists, tables and code are passed over.
fn read(markdown: &str) -> Vec<Prose> {
    let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH | Extensions::ENABLE_TASKLISTS;
    let mut found: Vec<Prose> = Vec::new();
    let (mut skipped, mut quoted) = (0_u32, false);
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Start(Tag::List(_) | Tag::Table(_) | Tag::CodeBlock(_)) => skipped += 1,
            Event::End(TagEnd::List(_) | TagEnd::Table | TagEnd::CodeBlock) => skipped -= 1,
            _ if skipped > 0 => {}
            Event::Start(Tag::BlockQuote(_)) => quoted = true,
            Event::End(TagEnd::BlockQuote(_)) => quoted = false,
            Event::Start(Tag::Paragraph) => found.push((if quoted { "quote" } else { "paragraph" }, String::new())),
            Event::Start(Tag::Heading { level: HeadingLevel::H1, .. }) => found.push(("title", String::new())),
            Event::Start(Tag::Heading { .. }) => found.push(("heading", String::new())),
            Event::Text(text) => match found.last_mut() {
                Some(block) => block.1.push_str(&text),
                None => found.push(("text outside a block", text.to_string())),
            },
            Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => {}
            other => found.push(("markup in the text", format!("{other:?}"))),
        }
    }
    found.iter_mut().for_each(|block| block.1 = shown(&block.1));
    found
}

/// The prose of the article, from its lines.
fn expected(article: &Article<'_>) -> Vec<Prose> {
    let title = article.title.iter().map(|title| ("title", shown(title)));
    let header = [&article.subtitle, &article.byline, &article.published_time];
    let header = header.into_iter().flatten().map(|line| ("paragraph", shown(line)));
    let lines = article.lines.iter().filter(|line| line.kept);
    let body = lines.filter_map(|line| {
        let name = match line.kind {
            Kind::Title | Kind::Subtitle | Kind::Byline | Kind::Date | Kind::Blank => return None,
            Kind::List | Kind::Table | Kind::Code => return None,
            Kind::Heading => "heading",
            Kind::Quote => "quote",
            _ => "paragraph",
        };
        Some((name, shown(&line.text)))
    });
    title.chain(header).chain(body).collect()
}

/// The text as far as Markdown keeps it: white space at the ends, and some characters that cannot be seen, are not.
fn shown(text: &str) -> String {
    let lost = |c: &char| !c.is_control() && !matches!(c, '\u{fffd}' | '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}');
    let text: String = text.chars().filter(lost).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn markdown_reads_back_as_the_article(text in texts::text(), options in usual_options()) {
        let article = clean(&text, &options);
        prop_assert_eq!(read(&article.markdown), expected(&article), "{}", article.markdown);
    }
}
