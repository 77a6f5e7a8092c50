//! What may stand in the HTML and the Markdown that come out: every element and attribute by name, and addresses.

use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options as Extensions, Parser, Tag};

/// The elements of `content`, each with the attributes it may have.
const ELEMENTS: [(&str, &[&str]); 34] = [
    ("p", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("ul", &[]),
    ("ol", &["start"]),
    ("li", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("dd", &[]),
    ("blockquote", &[]),
    ("pre", &[]),
    ("code", &["class"]),
    ("table", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tr", &[]),
    ("th", &["colspan", "rowspan"]),
    ("td", &["colspan", "rowspan"]),
    ("a", &["href"]),
    ("em", &[]),
    ("strong", &[]),
    ("s", &[]),
    ("sub", &[]),
    ("sup", &[]),
    ("br", &[]),
    ("figure", &[]),
    ("figcaption", &[]),
    ("img", &["src", "alt"]),
    // What `to_html` has around the body is looked at apart.
    ("h1", &[]),
    ("title", &[]),
    ("body", &[]),
];

/// What has no end tag.
const VOID: [&str; 2] = ["br", "img"];

/// What an address may begin with; a picture's may not be one to write to.
const OF_PAGES: [&str; 2] = ["https://", "http://"];
const OF_LETTERS: &str = "mailto:";

/// The tags that Markdown has no signs for, or none that stand between letters.
const IN_MARKDOWN: [&str; 10] = [
    "<sub>",
    "</sub>",
    "<sup>",
    "</sup>",
    "<em>",
    "</em>",
    "<strong>",
    "</strong>",
    "<s>",
    "</s>",
];

/// A language's name in the class of `code`.
const LANGUAGE: &str = "language-";

/// The most cells that a cell may span, and the highest number a list may begin with: longer ones have more digits.
const MOST_DIGITS: usize = 9;

/// What is wrong with this HTML, in words; nothing, where it is as it should be.
pub fn faults(html: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let mut open: Vec<String> = Vec::new();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                match ELEMENTS.iter().find(|(known, _)| *known == name) {
                    None => faults.push(format!("the element <{name}>")),
                    Some((_, known)) => {
                        for (attribute, value) in &tag.attributes {
                            let (attribute, value) = (text(attribute), text(value));
                            if !known.contains(&attribute.as_str()) || !is_value(&attribute, &value) {
                                faults.push(format!("<{name} {attribute}={value:?}>"));
                            }
                        }
                    }
                }
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                if open.pop().as_ref() != Some(&name) {
                    faults.push(format!("</{name}> out of order"));
                }
            }
            Token::String(_) | Token::Error(_) => {}
            Token::Comment(_) | Token::Doctype(_) => faults.push(format!("{token:?}")),
        }
    }
    faults.extend(open.iter().map(|name| format!("<{name}> is not closed")));
    faults
}

/// What is wrong with this Markdown, in words.
pub fn faults_of_markdown(markdown: &str) -> Vec<String> {
    let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH;
    let fault = |event| match event {
        Event::Start(Tag::Link { dest_url, .. }) if !is_address(&dest_url, true) => {
            Some(format!("a link to {dest_url:?}"))
        }
        Event::Start(Tag::Image { dest_url, .. }) if !is_address(&dest_url, false) => {
            Some(format!("a picture at {dest_url:?}"))
        }
        Event::Html(html) => Some(format!("a block of HTML: {html:?}")),
        Event::InlineHtml(html) if !IN_MARKDOWN.contains(&&*html) => Some(format!("HTML: {html:?}")),
        _ => None,
    };
    Parser::new_ext(markdown, extensions).filter_map(fault).collect()
}

fn is_value(attribute: &str, value: &str) -> bool {
    match attribute {
        "href" => is_address(value, true),
        "src" => is_address(value, false),
        "start" | "colspan" | "rowspan" => {
            (1..=MOST_DIGITS).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_digit())
        }
        "class" => value.strip_prefix(LANGUAGE).is_some_and(|name| {
            !name.is_empty()
                && name
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || "+#_.-".contains(c))
        }),
        _ => true,
    }
}

/// Whether this is an absolute address with nothing in it that a browser would leave out or read as an end.
fn is_address(address: &str, may_be_of_letters: bool) -> bool {
    let has_scheme = OF_PAGES.iter().any(|scheme| {
        let starts = address.get(..scheme.len());
        starts.is_some_and(|start| start.eq_ignore_ascii_case(scheme))
            && address[scheme.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '[')
    });
    let is_plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>\"`\\".contains(c);
    (has_scheme || may_be_of_letters && address.starts_with(OF_LETTERS)) && address.chars().all(is_plain)
}

#[test]
fn what_may_stand_is_told_from_what_may_not() {
    for good in [
        "<p>a <a href=\"https://a.example/b?c&amp;d\">b</a><br>c</p>",
        "<p><a href=\"mailto:ana@a.example\">b</a> &lt;script&gt;</p>",
        "<ol start=\"3\"><li>a</li></ol><pre><code class=\"language-c++\">a</code></pre>",
        "<figure><img src=\"https://a.example/b.jpg\" alt=\"&quot; onload=b\"></figure>",
        "<table><thead><tr><th colspan=\"2\">a</th></tr></thead></table>",
    ] {
        assert_eq!(faults(good), [""; 0], "{good}");
    }
    for bad in [
        "<script>a</script>",
        "<P ONCLICK=a>b</P>",
        "<p style=\"a\">b</p>",
        "<a href=\"javascript:a\">b</a>",
        "<a href=\"/b\">b</a>",
        "<a href=\"https:///b\">b</a>",
        "<a href=\"https://a.example/\n\">b</a>",
        "<a href=\"JavaScript&colon;a\">b</a>",
        "<img src=\"mailto:a\" alt=\"\">",
        "<img src=\"https://a.example\" srcset=\"b\">",
        "<code class=\"a\">b</code>",
        "<ol start=\"-1\"></ol>",
        "<p>a",
        "<em><strong>a</em></strong>",
        "<!-- a -->",
        "<svg/>",
    ] {
        assert!(!faults(bad).is_empty(), "{bad}");
    }
}

#[test]
fn addresses_and_markup_of_markdown_are_looked_at() {
    for good in [
        "[a](https://a.example/b) ~~b~~ H<sub>2</sub>O",
        "\\<script> `<b>`\n\n![a](https://a.example/b.png)",
    ] {
        assert_eq!(faults_of_markdown(good), [""; 0], "{good}");
    }
    for bad in [
        "[a](javascript:b)",
        "[a]: /b\n\n[a]",
        "<javascript:b>",
        "![a](data:b)",
        "<b>a</b>",
        "<script>\na\n</script>",
        "a <!-- b -->",
    ] {
        assert!(!faults_of_markdown(bad).is_empty(), "{bad}");
    }
}
