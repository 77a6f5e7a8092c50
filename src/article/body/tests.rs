//! What the markup makes of lines whose kinds are given.

use crate::article::{Article, Line, Setting};
use crate::kind::{Kind, KindSet};
use crate::labels::Label;
use crate::page::Page;
use crate::reason::Reason;
use crate::source::html;

/// The article that a piece of HTML makes whose lines are all of one kind.
fn made_of(kind: Kind, html: &str, images: bool) -> Article<'static> {
    let rendered = html::read(html);
    let page = Page::rendered(&rendered);
    let lines = page.lines.iter().map(|line| {
        let label = Label {
            kind: if line.is_blank() { Kind::Blank } else { kind },
            score: 1.0,
            reason: Reason::Usual,
        };
        Line::new(
            line.number,
            line.text,
            label,
            KindSet::CONTENT.with(Kind::Caption),
        )
    });
    let setting = Setting {
        url: Some("https://tessel.example/news/".to_owned()),
        images,
        structure: Some(rendered.structure.clone()),
        ..Setting::default()
    };
    Article::assemble(&page, lines.collect(), setting).into_owned()
}

fn made(html: &str) -> Article<'static> {
    made_of(Kind::Paragraph, html, false)
}

/// Words enough that nothing around them is layout.
const BODY: &str =
    "<p>After nine days of flood the Orla is back within its banks, said the board of Tessel.</p>";

#[test]
fn structure_comes_out_as_it_went_in() {
    for (html, content, markdown) in [
        (
            "<h1>a</h1><h3>b</h3>",
            "<h2>a</h2>\n<h3>b</h3>\n",
            "## a\n\n### b\n",
        ),
        (
            "<ul><li>a<ol start=3><li>b<li>c</ol><li>d</ul>",
            "<ul>\n<li>a\n<ol start=\"3\">\n<li>b</li>\n<li>c</li>\n</ol>\n</li>\n<li>d</li>\n</ul>\n",
            "- a\n\n  3. b\n  4. c\n- d\n",
        ),
        (
            "<ol><li><p>a<p>b<li value=7>c</ol>",
            "<ol>\n<li>\n<p>a</p>\n<p>b</p>\n</li>\n</ol>\n<ol start=\"7\">\n<li>c</li>\n</ol>\n",
            "1. a\n\n   b\n7) c\n",
        ),
        // As some editors nest lists.
        (
            "<ul><li>a</li><ul><li>b</li></ul></ul>",
            "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n",
            "- a\n  - b\n",
        ),
        (
            "<p>a<br>b</p><p>c",
            "<p>a<br>\nb</p>\n<p>c</p>\n",
            "a\\\nb\n\nc\n",
        ),
        (
            "<p>a <a href='../x?y=1&z'>b <b>c</b></a>, <a href='javascript:x()'>d</a> <a href='#end'>e</a> <i>f</i>",
            "<p>a <a href=\"https://tessel.example/x?y=1&amp;z\">b <strong>c</strong></a>, d e <em>f</em></p>\n",
            "a [b **c**](https://tessel.example/x?y=1&z), d e *f*\n",
        ),
        (
            "<div class='highlight'><pre><code class='language-rust'>fn a() {\n\n\tb();\n}</code></pre></div>",
            "<pre><code class=\"language-rust\">fn a() {\n\n\tb();\n}</code></pre>\n",
            "```rust\nfn a() {\n\n\tb();\n}\n```\n",
        ),
        (
            "<p>Call <code>a | b</code> or <kbd>Q</kbd>+<kbd>`</kbd>, H<sub>2</sub>O",
            "<p>Call <code>a | b</code> or <code>Q</code>+<code>`</code>, H<sub>2</sub>O</p>\n",
            "Call `a | b` or `Q`+`` ` ``, H<sub>2</sub>O\n",
        ),
        (
            "<dl><dt>Mill<dd>dry<dd>tall<dt>Quay<dd>wet</dl>",
            "<dl>\n<dt>Mill</dt>\n<dd>dry</dd>\n<dd>tall</dd>\n<dt>Quay</dt>\n<dd>wet</dd>\n</dl>\n",
            "Mill\n: dry\n: tall\n\nQuay\n: wet\n",
        ),
        (
            "<figure><table><tr><th>a<th>b<tr><td>1<br>2<td>x|y</table><figcaption>c</figcaption></figure>",
            "<figure>\n<table>\n<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n<tr><td>1<br>\n2</td>\
             <td>x|y</td></tr>\n</tbody>\n</table>\n<figcaption>c</figcaption>\n</figure>\n",
            "| a | b |\n| --- | --- |\n| 1 2 | x\\|y |\n\nc\n",
        ),
        (
            "<table><tr><td>| a<td>b\\|<tr><td># c<td>- d</table>",
            "<table>\n<tr><td>| a</td><td>b\\|</td></tr>\n<tr><td># c</td><td>- d</td></tr>\n</table>\n",
            "| \\| a | b\\\\\\| |\n| --- | --- |\n| \\# c | \\- d |\n",
        ),
        (
            "<table><tr><td rowspan=2>a<td>b<td>c<tr><td colspan=2>d</table>",
            "<table>\n<tr><td rowspan=\"2\">a</td><td>b</td><td>c</td></tr>\n<tr><td colspan=\"2\">d</td></tr>\n</table>\n",
            "| a | b | c |\n| --- | --- | --- |\n|  | d |  |\n",
        ),
    ] {
        let article = made(html);
        assert_eq!(article.content, content, "{html}");
        assert_eq!(article.markdown, markdown, "{html}");
        assert_eq!(article.with([]).unwrap(), article, "{html}");
    }
}

#[test]
fn nothing_that_is_kept_is_lost() {
    for (html, lost) in [
        ("<ul><p>The mill.</p></ul>", "The mill."),
        ("<ul>Plums:<li>two</ul>", "Plums:"),
        (
            "<table><caption>High water</caption><tr><td>a<td>b<tr><td>c<td>d</table>",
            "High water",
        ),
        (
            "<ul><li>Rinse.<figure><pre>x</pre><figcaption>Plums</figcaption></figure><p>Dry them.</p></ul>",
            "Dry them.",
        ),
    ] {
        let article = made(html);
        for form in [&article.content, &article.markdown, &article.text_content] {
            assert!(form.contains(lost), "{html}: {form}");
        }
    }
}

#[test]
fn what_is_more_than_a_paragraph_stands_by_itself_under_its_term() {
    let article = made("<dl><dt>x<dd><pre># H\n&lt;b></pre><dd>y<dt>z</dl>");
    assert_eq!(article.markdown, "x\n\n```\n# H\n<b>\n```\n\ny\n\nz\n");
}

#[test]
fn cells_that_go_on_below_keep_their_column() {
    let rows = "<tr><td>1<td>3<td rowspan=2>flood<tr><td>2<td>4<tr><td>3<td>5<td>dry";
    let article = made(&format!("<table>{rows}</table>"));
    assert_eq!(
        article.markdown,
        "| 1 | 3 | flood |\n| --- | --- | --- |\n| 2 | 4 |  |\n| 3 | 5 | dry |\n"
    );
    let wide = format!("<td>{}", "word ".repeat(60)).repeat(4);
    assert!(
        made(&format!("<table><tr>{wide}<tr>{wide}</table>"))
            .content
            .contains("<td>")
    );
}

#[test]
fn a_quotation_holds_blocks_and_a_body_in_one_is_none() {
    let quoted = "<blockquote><p>a</p><ul><li>b</ul></blockquote>";
    let article = made(&format!("{BODY}{quoted}"));
    assert!(
        article.markdown.ends_with("\n\n> a\n>\n> - b\n"),
        "{}",
        article.markdown
    );
    let all = made(&format!("<blockquote>{BODY}{BODY}</blockquote>"));
    assert!(!all.markdown.contains('>'), "{}", all.markdown);
}

#[test]
fn lists_and_tables_that_lay_a_page_out_leave_no_trace() {
    let section = format!("<h2>Today</h2>{}", BODY.repeat(6));
    for html in [
        format!("<ul><li>{section}<li>{section}</ul>"),
        format!("<table><tr><td>{section}<td>{section}</table>"),
        "<table><tr><td>a<tr><td>b</table>".to_owned(),
    ] {
        let article = made(&html);
        let tags = ["<li", "<td", "<ul"];
        assert!(
            !tags.iter().any(|tag| article.content.contains(tag)),
            "{}",
            article.content
        );
    }
}

#[test]
fn pictures_come_when_they_are_asked_for_and_lead_to_the_web() {
    let html = format!(
        "{BODY}<figure><img src=data:image/gif;x data-src=/mill.jpg alt='The [mill]'><figcaption>c</figcaption></figure>\
         <img src=javascript:x()>{BODY}"
    );
    assert!(!made(&html).content.contains("<img"));
    let article = made_of(Kind::Paragraph, &html, true);
    assert!(
        article.content.contains(
            "<figure>\n<img src=\"https://tessel.example/mill.jpg\" alt=\"The [mill]\">\n<figcaption>"
        ),
        "{}",
        article.content
    );
    assert_eq!(article.content.matches("<img").count(), 1);
    assert!(
        article
            .markdown
            .contains("![The \\[mill\\]](https://tessel.example/mill.jpg)\n\nc\n")
    );
}

#[test]
fn a_long_opening_paragraph_in_a_heading_is_a_paragraph() {
    let lead = "word ".repeat(30);
    assert!(made(&format!("<h2>{lead}</h2>")).content.starts_with("<p>"));
    assert!(made("<h2>short</h2>").content.starts_with("<h2>"));
    let bold = made_of(Kind::Heading, "<h2>a</h2><p><b>b</b></p><p><b>c.</b></p>", false);
    assert_eq!(bold.markdown, "## a\n\n### b\n\n**c.**\n");
}

#[test]
fn depth_without_end_gives_a_shallow_article() {
    let html = format!("{}a{}", "<blockquote><ul><li>".repeat(20_000), "<p>b".repeat(10));
    let article = made(&html);
    assert!(article.content.len() < 10_000, "{}", article.content.len());
}

#[test]
fn what_a_figure_or_a_table_is_called_stands_where_the_page_has_it() {
    for (html, text) in [
        ("<figure><figcaption>a</figcaption><p>b</figure>", "a\n\nb"),
        (
            "<figure><p>a</p><figcaption>b</figcaption><p>c</figure>",
            "a\n\nb\n\nc",
        ),
        (
            "<figure><figcaption>a</figcaption><p>b</p><figcaption>c</figcaption></figure>",
            "a\n\nb\n\nc",
        ),
        (
            "<figure>a<figcaption>b</figcaption>c<li>d</li></figure>",
            "a\n\nb\n\nc\n\nd",
        ),
        (
            "<figure><li>a</li><figcaption>b</figcaption><li>c</li></figure>",
            "a\n\nb\n\nc",
        ),
        (
            "<table><caption>a</caption><tr><td>b<td>c<tr><td>d<td>e</table>",
            "a\n\nb\tc\nd\te",
        ),
        (
            "<table><tr><td>b<td>c</tr><caption>a</caption><tr><td>d<td>e</table>",
            "b\tc\na\nd\te",
        ),
    ] {
        assert_eq!(
            made(&format!("{BODY}{html}")).text_content,
            format!("{}\n\n{text}", made(BODY).text_content),
            "{html}"
        );
    }
}
