//! The article as HTML, written from nothing: the only elements are those named here, and all text is escaped.

use crate::article::{Article, Block};
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
            Kind::List => {
                html.push_str("<ul>\n");
                for item in &block.lines {
                    element(&mut html, "li", &[item]);
                }
                html.push_str("</ul>\n");
            }
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

/// A whole small document: title, subtitle, byline and date, then the body.
pub(crate) fn document(article: &Article<'_>) -> String {
    let mut html = String::from("<!DOCTYPE html>\n<html");
    for (name, value) in [("lang", article.lang), ("dir", article.dir.map(Direction::name))] {
        if let Some(value) = value {
            html.extend([" ", name, "=\"", value, "\""]);
        }
    }
    html.push_str(">\n<head>\n<meta charset=\"utf-8\">\n");
    if let Some(title) = &article.title {
        element(&mut html, "title", &[title]);
    }
    html.push_str("</head>\n<body>\n");
    for (name, value) in [
        ("h1", &article.title),
        ("p", &article.subtitle),
        ("p", &article.byline),
        ("p", &article.published_time),
    ] {
        if let Some(value) = value {
            element(&mut html, name, &[value]);
        }
    }
    html.push_str(&article.content);
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
