//! Links and emphasis of HTML, read back from Markdown and from our own HTML: both say the same of the same words.

use std::fmt::Write as _;

use copydesk::{Article, Kind, Options, clean_html};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

use crate::config;

/// Words, marks and white space, of several scripts.
const WORDS: &[&str] = &[
    "river",
    "mill",
    " ",
    " ",
    "*",
    "_",
    "`",
    "~",
    "!",
    "(",
    ")",
    "[x]",
    "“Tessel”",
    ".",
    ",",
    "河",
    "水。",
    "1.",
    "#",
    "|",
    "&amp;",
    "&lt;b&gt;",
    "\\",
    "-",
    "&nbsp;",
    "é",
    ":",
    "**",
];

/// What text can stand in.
const ELEMENTS: &[&str] = &["b", "i", "s", "code", "sub", "sup", "a", "a", "strong", "em"];

/// Where links lead.
const ADDRESSES: &[&str] = &[
    "https://tessel.example/a_b_(c)",
    "/mill?x=1&amp;copy=2;&amp;y=*z*",
    "mailto:ana@tessel.example",
    "https://tessel.example/[x]|y",
];

#[derive(Clone, Debug)]
enum Inline {
    Text(String),
    Element(&'static str, &'static str, Vec<Inline>),
}

fn inline() -> impl Strategy<Value = Vec<Inline>> {
    let text = vec(select(WORDS), 1..5).prop_map(|words| Inline::Text(words.concat()));
    let node = text.prop_recursive(3, 12, 4, |inner| {
        (select(ELEMENTS), select(ADDRESSES), vec(inner, 1..4))
            .prop_map(|(name, address, nodes)| Inline::Element(name, address, nodes))
    });
    vec(node, 1..5)
}

fn write(html: &mut String, nodes: &[Inline], in_link: bool) {
    for node in nodes {
        match node {
            Inline::Text(text) => html.push_str(text),
            // Links do not nest.
            Inline::Element("a", _, nodes) if in_link => write(html, nodes, true),
            Inline::Element(name, address, nodes) => {
                let _ = match *name {
                    "a" => write!(html, "<a href=\"{address}\">"),
                    name => write!(html, "<{name}>"),
                };
                write(html, nodes, in_link || *name == "a");
                let _ = write!(html, "</{name}>");
            }
        }
    }
}

/// For each character that is seen, what it stands in: the elements by name, and where the link leads.
type Seen = Vec<(char, Vec<String>)>;

/// What a reader of Markdown sees, an element for each mark.
fn of_markdown(markdown: &str) -> Seen {
    let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH;
    let mut open: Vec<String> = Vec::new();
    let mut seen = Seen::new();
    for event in Parser::new_ext(markdown, extensions) {
        match event {
            Event::Start(Tag::Strong) => open.push("strong".into()),
            Event::Start(Tag::Emphasis) => open.push("em".into()),
            Event::Start(Tag::Strikethrough) => open.push("s".into()),
            Event::Start(Tag::Link { dest_url, .. }) => open.push(dest_url.into_string()),
            Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Strikethrough | TagEnd::Link) => {
                open.pop();
            }
            Event::InlineHtml(tag) => {
                let name = tag.trim_matches(['<', '>']);
                match name.strip_prefix('/') {
                    Some(name) => assert_eq!(open.pop().as_deref(), Some(name), "{markdown}"),
                    None => open.push(name.to_owned()),
                }
            }
            Event::Text(text) => add(&mut seen, &text, &open),
            Event::Code(text) => {
                open.push("code".into());
                add(&mut seen, &text, &open);
                open.pop();
            }
            Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
            other => panic!("no markup is expected but links and emphasis: {other:?} in {markdown}"),
        }
    }
    seen
}

/// What a reader of our HTML sees: one paragraph.
fn of_html(html: &str) -> Seen {
    let html = html.trim_end();
    let html = html
        .strip_prefix("<p>")
        .and_then(|html| html.strip_suffix("</p>"));
    let html = html.expect("one paragraph");
    let mut open: Vec<String> = Vec::new();
    let mut seen = Seen::new();
    for piece in html.split_inclusive('>') {
        let (text, tag) = piece.split_once('<').unwrap_or((piece, ""));
        add(&mut seen, &unescaped(text), &open);
        match tag.trim_end_matches('>') {
            "" => {}
            tag if tag.starts_with('/') => {
                open.pop();
            }
            tag => {
                let address = tag
                    .strip_prefix("a href=\"")
                    .and_then(|rest| rest.strip_suffix('"'));
                open.push(address.map_or_else(|| tag.to_owned(), unescaped));
            }
        }
    }
    seen
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

fn add(seen: &mut Seen, text: &str, open: &[String]) {
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        let mut within = open.to_vec();
        within.sort();
        seen.push((c, within));
    }
}

/// The article whose body is the paragraph.
fn article(nodes: &[Inline]) -> Option<Article<'static>> {
    let mut html = String::from("<p>");
    write(&mut html, nodes, false);
    let mut options = Options::default().url("https://tessel.example/news/");
    for kind in Kind::ALL {
        options = options.keep(kind);
    }
    let article = clean_html(&html, &options);
    let line = article.lines.iter().find(|line| line.kind != Kind::Blank)?;
    let article = article.with([(line.number, true)]).ok()?;
    // Whatever the classifier takes it for: most kinds stand as a paragraph.
    let has_header = article.title.is_some() || article.byline.is_some() || article.published_time.is_some();
    (!has_header && article.content.starts_with("<p>")).then_some(article)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn markdown_and_html_say_the_same_of_the_same_words(nodes in inline()) {
        if let Some(article) = article(&nodes) {
            let body: String = article.markdown.clone();
            prop_assert_eq!(of_markdown(&body), of_html(&article.content), "{}\n{}", body, article.content);
        }
    }
}
