//! The article as HTML, written from nothing: the only elements are those named here, and all text is escaped.

mod inline;

use inline::{escape, lines};

use crate::article::{Header, List, Node, Row, Table};
use crate::language::Direction;

/// The body as HTML.
pub(crate) fn body(nodes: &[Node<'_>]) -> String {
    let mut html = String::new();
    add_all(&mut html, nodes);
    html
}

fn add_all(html: &mut String, nodes: &[Node<'_>]) {
    for node in nodes {
        match node {
            Node::Heading { level, text } => {
                let name = ["h2", "h3", "h4", "h5", "h6"][usize::from((*level).clamp(2, 6) - 2)];
                around(html, name, |html| lines(html, std::slice::from_ref(text)));
            }
            Node::Paragraph(text) => around(html, "p", |html| lines(html, text)),
            Node::Lists(lists) => lists.iter().for_each(|one| list(html, one)),
            Node::Terms(entries) => {
                html.push_str("<dl>\n");
                for (is_term, entry) in entries {
                    let name = if *is_term { "dt" } else { "dd" };
                    around(html, name, |html| item(html, entry));
                }
                html.push_str("</dl>\n");
            }
            Node::Quote(nodes) => around(html, "blockquote", |html| {
                add_all(html, nodes);
                html.truncate(html.trim_end().len());
            }),
            Node::Code { language, lines } => {
                html.push_str("<pre><code");
                if let Some(language) = language {
                    html.push_str(" class=\"language-");
                    escape(html, language);
                    html.push('"');
                }
                html.push('>');
                escape(html, &lines.join("\n"));
                html.push_str("</code></pre>\n");
            }
            Node::Table(table) => add_table(html, table),
            Node::Figure {
                before,
                caption,
                behind,
            } => {
                html.push_str("<figure>\n");
                add_all(html, before);
                around(html, "figcaption", |html| lines(html, caption));
                add_all(html, behind);
                html.push_str("</figure>\n");
            }
            Node::Picture { address, alternative } => {
                html.push_str("<img src=\"");
                escape(html, address);
                html.push_str("\" alt=\"");
                escape(html, alternative);
                html.push_str("\">\n");
            }
        }
    }
}

/// Numbered items in `ol`, which says where it starts counting unless at 1, all others in `ul`.
fn list(html: &mut String, list: &List<'_>) {
    let name = if list.start.is_some() { "ol" } else { "ul" };
    html.extend(["<", name]);
    if let Some(start) = list.start.filter(|&start| start != 1) {
        html.extend([" start=\"", &start.to_string(), "\""]);
    }
    html.push_str(">\n");
    for nodes in &list.items {
        around(html, "li", |html| item(html, nodes));
    }
    html.extend(["</", name, ">\n"]);
}

/// What stands in an item: its text is no paragraph where nothing but lists follows.
fn item(html: &mut String, nodes: &[Node<'_>]) {
    match nodes {
        [Node::Paragraph(text), rest @ ..] if rest.iter().all(|node| matches!(node, Node::Lists(_))) => {
            lines(html, text);
            if !rest.is_empty() {
                html.push('\n');
                add_all(html, rest);
            }
        }
        _ => {
            html.push('\n');
            add_all(html, nodes);
        }
    }
}

/// The rows at the top that are all headers are the table's head.
fn add_table(html: &mut String, table: &Table<'_>) {
    let heads = table.rows.iter().take_while(|row| row.is_header()).count();
    let heads = if heads == table.rows.len() { 0 } else { heads };
    html.push_str("<table>\n");
    if heads > 0 {
        html.push_str("<thead>\n");
        table.rows[..heads].iter().for_each(|one| row(html, one));
        html.push_str("</thead>\n<tbody>\n");
    }
    table.rows[heads..].iter().for_each(|one| row(html, one));
    if heads > 0 {
        html.push_str("</tbody>\n");
    }
    html.push_str("</table>\n");
}

fn row(html: &mut String, row: &Row<'_>) {
    html.push_str("<tr>");
    for cell in &row.cells {
        let name = if cell.cell.is_header { "th" } else { "td" };
        html.extend(["<", name]);
        for (attribute, span) in [("colspan", cell.cell.columns), ("rowspan", cell.cell.rows)] {
            if span > 1 {
                html.extend([" ", attribute, "=\"", &span.to_string(), "\""]);
            }
        }
        html.push('>');
        lines(html, &cell.lines);
        html.extend(["</", name, ">"]);
    }
    html.push_str("</tr>\n");
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
        element(&mut html, "title", title);
    }
    html.push_str("</head>\n<body>\n");
    if let Some(title) = header.title {
        element(&mut html, "h1", title);
    }
    for line in header.below_title() {
        element(&mut html, "p", line);
    }
    html.push_str(body);
    html.push_str("</body>\n</html>\n");
    html
}

fn around(html: &mut String, name: &str, within: impl FnOnce(&mut String)) {
    html.extend(["<", name, ">"]);
    within(html);
    html.extend(["</", name, ">\n"]);
}

fn element(html: &mut String, name: &str, text: &str) {
    around(html, name, |html| escape(html, text));
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
            (Kind::Paragraph, "<img src=x onerror='a()'> &amp; \"b\"\0\u{1b}"),
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
