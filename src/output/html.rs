//! The article as HTML, written from nothing: the only elements are those named here, and all text is escaped.

use super::list::lists;
use crate::article::{Block, Header};
use crate::kind::Kind;
use crate::language::Direction;

/// The body as HTML.
pub(crate) fn body(blocks: &[Block<'_>]) -> String {
    let mut html = String::new();
    for block in blocks {
        match block.kind {
            Kind::Heading => element(&mut html, "h2", &block.lines),
            Kind::Quote => {
                html.push_str("<blockquote>");
                element(&mut html, "p", &block.lines);
                html.truncate(html.trim_end().len());
                html.push_str("</blockquote>\n");
            }
            Kind::Code => {
                html.push_str("<pre><code>");
                escape(&mut html, &block.lines.join("\n"));
                html.push_str("</code></pre>\n");
            }
            Kind::List => list_block(&mut html, &block.lines),
            Kind::Table => {
                html.push_str("<table>\n");
                for row in &block.lines {
                    html.push_str("<tr>");
                    for cell in row.split('\t') {
                        html.push_str("<td>");
                        escape(&mut html, cell.trim());
                        html.push_str("</td>");
                    }
                    html.push_str("</tr>\n");
                }
                html.push_str("</table>\n");
            }
            _ => element(&mut html, "p", &block.lines),
        }
    }
    html
}

/// Numbered items in `ol`, which says where it starts counting unless at 1, all others in `ul`.
fn list_block(html: &mut String, lines: &[&str]) {
    for list in lists(lines) {
        let name = if list.start.is_some() { "ol" } else { "ul" };
        html.extend(["<", name]);
        if let Some(start) = list.start.filter(|&start| start != 1) {
            html.extend([" start=\"", &start.to_string(), "\""]);
        }
        html.push_str(">\n");
        for item in list.items {
            element(html, "li", &[item]);
        }
        html.extend(["</", name, ">\n"]);
    }
}

/// A whole small document: title, subtitle, byline and date, then the body, which is HTML already.
pub(crate) fn document(
    header: Header<'_>,
    body: &str,
    lang: Option<&str>,
    direction: Option<Direction>,
) -> String {
    let mut html = String::from("<!DOCTYPE html>\n<html");
    for (name, value) in [("lang", lang), ("dir", direction.map(Direction::name))] {
        if let Some(value) = value {
            html.extend([" ", name, "=\"", value, "\""]);
        }
    }
    html.push_str(">\n<head>\n<meta charset=\"utf-8\">\n");
    if let Some(title) = header.title {
        element(&mut html, "title", &[title]);
    }
    html.push_str("</head>\n<body>\n");
    if let Some(title) = header.title {
        element(&mut html, "h1", &[title]);
    }
    for line in header.below_title() {
        element(&mut html, "p", &[line]);
    }
    html.push_str(body);
    html.push_str("</body>\n</html>\n");
    html
}

fn element(html: &mut String, name: &str, lines: &[&str]) {
    html.extend(["<", name, ">"]);
    escape(html, &lines.join("\n"));
    html.extend(["</", name, ">\n"]);
}

/// Adds `text` with the characters that HTML reads as markup replaced.
fn escape(html: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            // A parser replaces or drops these; they carry nothing that is seen.
            '\0' => {}
            _ => html.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::article::tests::assembled;
    use crate::kind::Kind;

    #[test]
    fn every_kind_of_block_has_its_element() {
        let article = assembled(&[
            (Kind::Heading, "Today"),
            (Kind::Paragraph, "The river is back."),
            (Kind::Quote, "“At last.”"),
            (Kind::List, "flour"),
            (Kind::List, "plums"),
            (Kind::Code, "  a"),
            (Kind::Blank, ""),
            (Kind::Code, "b"),
            (Kind::Table, "x\t y "),
        ]);
        assert_eq!(
            article.content,
            "<h2>Today</h2>\n<p>The river is back.</p>\n<blockquote><p>“At last.”</p></blockquote>\n\
             <ul>\n<li>flour</li>\n<li>plums</li>\n</ul>\n<pre><code>  a\n\nb</code></pre>\n\
             <table>\n<tr><td>x</td><td>y</td></tr>\n</table>\n"
        );
    }

    #[test]
    fn markers_of_items_become_lists() {
        let article = assembled(&[
            (Kind::List, "• flour"),
            (Kind::List, "1. rise"),
            (Kind::List, "2) <bake>"),
            (Kind::List, "7. eat"),
        ]);
        assert_eq!(
            article.content,
            "<ul>\n<li>flour</li>\n</ul>\n<ol>\n<li>rise</li>\n<li>&lt;bake&gt;</li>\n</ol>\n\
             <ol start=\"7\">\n<li>eat</li>\n</ol>\n"
        );
        assert_eq!(
            article.text_content, "• flour\n1. rise\n2) <bake>\n7. eat",
            "text has no other sign for an item"
        );
    }

    #[test]
    fn no_text_becomes_markup() {
        let article = assembled(&[
            (Kind::Title, "</title><script>"),
            (Kind::Paragraph, "<img src=x onerror='a()'> &amp; \"b\"\0"),
            (Kind::Code, "</code></pre>"),
            (Kind::Table, "<td>\t&"),
        ]);
        assert_eq!(
            article.content,
            "<p>&lt;img src=x onerror='a()'&gt; &amp;amp; &quot;b&quot;</p>\n\
             <pre><code>&lt;/code&gt;&lt;/pre&gt;</code></pre>\n\
             <table>\n<tr><td>&lt;td&gt;</td><td>&amp;</td></tr>\n</table>\n"
        );
        let document = article.to_html();
        assert!(
            document.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"),
            "{document}"
        );
    }

    #[test]
    fn a_document_tells_its_language_and_direction() {
        let article = assembled(&[
            (Kind::Title, "عاد النهر"),
            (
                Kind::Paragraph,
                "بعد تسعة أيام من الفيضان عاد النهر إلى مجراه كما قال مسؤول في هيئة المياه.",
            ),
        ]);
        let document = article.to_html();
        assert!(
            document.starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">\n"),
            "{document}"
        );
        assert!(
            document.contains("<body>\n<h1>عاد النهر</h1>\n<p>بعد تسعة"),
            "{document}"
        );
    }
}
