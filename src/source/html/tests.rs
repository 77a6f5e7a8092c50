use super::read;
use crate::markup::{Mark, Tag};

fn lines(html: &str) -> Vec<String> {
    read(html).text.lines().map(str::to_owned).collect()
}

#[test]
fn lines_are_what_a_person_sees() {
    for (html, expected) in [
        ("River", &["River"][..]),
        ("<p>One <b>two</b>\n three<p>four", &["One two three", "", "four"]),
        ("<div>a</div><div>b</div>", &["a", "b"]),
        ("a<br>b<br><br>c", &["a", "b", "", "c"]),
        ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", &["a", "b", "c", "d"]),
        ("<table><tr><th>x<td>1<tr><td><td>2</table>", &["x\t1", "\t2"]),
        ("<pre>\n  x\n\n\ty  z</pre>w", &["  x", "", "\ty  z", "w"]),
        ("<h1>A&amp;B</h1>\u{a0}c", &["A&B", "\u{a0}c"]),
        ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", &["a", "b", "c", "d"]),
        ("<select><option>a<option>b</select>c", &["a", "b", "c"]),
        ("<pre>\n\n x</pre>", &["", " x"]),
        (
            "<ul><li style='display:inline'>a</li><li style='display:inline-block'>b</li></ul>",
            &["a b"],
        ),
        (
            "<div style='display:flex'><b>a</b><i>b</i></div><b>c</b><i>d</i>",
            &["a", "b", "cd"],
        ),
        ("&lt;p&gt; is a tag", &["<p> is a tag"]),
    ] {
        assert_eq!(lines(html), expected, "{html}");
    }
}

#[test]
fn characters_are_whole_wherever_the_page_is_read_in_pieces() {
    for length in 0..200 {
        let text = "a".repeat(length) + &"→é河🙂".repeat(40);
        assert_eq!(
            lines(&format!("<p>{text}&amp;{text}")),
            [format!("{text}&{text}")]
        );
    }
}

#[test]
fn references_to_characters_are_read_where_they_are_some() {
    for (html, expected) in [
        ("&lt;p&gt; &amp;amp; &#8211;&eacute", "<p> &amp; –é"),
        ("&am<!-- -->p; &am</>p; &am<?x>p; a&", "&amp; &amp; &amp; a&"),
        ("a&b&nbsp;<&lt;<b>&</b>amp;", "a&b\u{a0}<<&amp;"),
        ("<script>&lt;<&amp;</script>&lt;<!--&lt;-->", "<"),
        ("<plaintext>&lt;p&&<&", "&lt;p&&<&"),
    ] {
        assert_eq!(lines(html), [expected], "{html}");
    }
    let address = |value: &str| {
        let page = read(&format!("<p>a<img alt='a&amp;&ampb' src={value} id=&lt;>"));
        assert_eq!(page.structure.pictures[0].alternative, "a&&ampb");
        page.structure.pictures[0].address.clone()
    };
    assert_eq!(address("/r?a=1&copy=2&amp;lt;&lt"), "/r?a=1&copy=2&lt;<");
    assert_eq!(address("'/r?&not&#47;&notit;'"), "/r?¬/&notit;");
}

#[test]
fn what_cannot_be_seen_is_left_out() {
    for hidden in [
        "<script>if (a < b) x('</p>')</script>",
        "<style>p { color: red }</style>",
        "<template><p>x</template>",
        "<template><table><tr><td><p>x</template>",
        "<noscript><p>x</p></noscript>",
        "<iframe src=x>x</iframe>",
        "<svg><title>x</title><path d=''/><text>x</text></svg>",
        "<p hidden>x</p>",
        "<br hidden><hr style='display:none'>",
        "<dialog>x</dialog><div popover>x</div>",
        "<div style='content-visibility:hidden'>x</div>",
        "<div style='color:red; DISPLAY : none !important'>x<p>x</div>",
        "<span style='visibility:hidden'>x</span>",
        "<textarea>x</textarea>",
        "<!-- x -->",
        "<datalist><option>x</datalist>",
    ] {
        let html = format!("<!doctype html><title>x</title><p>a</p>{hidden}<p>b</p>");
        assert_eq!(lines(&html), ["a", "", "b"], "{hidden}");
    }
}

#[test]
fn what_is_visible_is_seen_in_what_is_not() {
    let html = "<div style='visibility:hidden'>x<p style='visibility:visible'>a<i>b</i></p><i>x</i></div>";
    assert_eq!(lines(html), ["ab"]);
    let gone = "<p>a<div style='display:none'>x<p style='visibility:visible'>x</p></div>";
    assert_eq!(lines(gone), ["a"]);
    assert_eq!(lines("<dialog open>a</dialog>"), ["a"]);
    let picture = |attributes| {
        read(&format!("<p>a<img src=/b.jpg {attributes}>"))
            .structure
            .pictures
            .len()
    };
    assert_eq!((picture(""), picture("hidden")), (1, 0));
}

#[test]
fn neighbours_that_a_style_sets_apart_are_not_glued() {
    for (html, expected) in [
        ("<nav><a href=/>Home</a><a href=/n>News</a></nav>", "Home News"),
        ("<span class=by>Ana</span><span class=date>May</span>", "Ana May"),
        ("<button>Save</button><button>Share</button>", "Save Share"),
        ("<span class=cap>R</span>iver", "River"),
        ("<b>R</b><i>iver</i>", "River"),
        (
            "<code><span class=k>let</span><span class=v>x</span></code>",
            "letx",
        ),
    ] {
        assert_eq!(lines(html), [expected], "{html}");
    }
}

#[test]
fn tags_that_are_left_out_or_out_of_order_mean_what_they_mean_to_a_browser() {
    for (html, expected) in [
        ("<p>a<div>b</div>c", &["a", "", "b", "c"][..]),
        ("<p>a</span>b", &["ab"]),
        ("<p>a</p></p>b", &["a", "", "b"]),
        ("<b><p>a</b>b</p>c", &["ab", "", "c"]),
        ("<a href=1>a<a href=2>b", &["a b"]),
        ("<div>a</p>b</div>", &["a", "", "b"]),
        ("<table><tr><td><p>a</td></tr></table>b", &["a", "", "b"]),
        ("<h2>a<h3>b</h2>c", &["a", "b", "c"]),
        ("</div></p></ul>a", &["a"]),
        ("<head><title>t</title><p>a", &["a"]),
        ("<body>a</body>b</html>c", &["abc"]),
    ] {
        assert_eq!(lines(html), expected, "{html}");
    }
}

#[test]
fn a_page_that_only_shows_without_scripts_is_read_without_them() {
    let post = "<p>After nine days of flood the Orla is back within its banks.</p>".repeat(3);
    let page = lines(&format!(
        "<div id=app></div><noscript>{post}</noscript><p>Loading"
    ));
    assert!(page[0].starts_with("After nine days"), "{page:?}");
    let with_text = format!("{post}<noscript><p>Switch scripts on.</p></noscript>");
    assert!(!lines(&with_text).contains(&"Switch scripts on.".to_owned()));
}

#[test]
fn a_line_knows_its_element_and_its_links() {
    let page = read(
        "<article class=story><p>The <a href=/o>Orla</a> rose.</p></article>\
         <ul class=related-posts><li><a href=/m>Mill for sale</a></ul>",
    );
    let line = |at: usize| page.markup.lines[at];
    let chain = |at: usize| page.markup.chain(line(at).element);
    assert_eq!((line(0).bytes, line(0).linked, line(0).links), (12, 4, 1));
    assert_eq!(
        chain(0).map(|(_, above)| above.tag).collect::<Vec<_>>(),
        [Tag::P, Tag::Article]
    );
    assert!(chain(0).any(|(_, above)| above.marks.has(Mark::Content)));
    let last = page.markup.lines.len() - 1;
    assert_eq!((line(last).linked, line(last).links), (11, 1));
    assert!(chain(last).any(|(_, above)| above.marks.has(Mark::Related)));
    assert_eq!(page.text.lines().count(), page.markup.lines.len());
}
