//! Pages made to get something of their own into what comes out: scripts, addresses that run, elements that change how
//! the rest is read. Each stands in the middle of an article, so that its text is kept.

mod content;

use copydesk::{Article, Kind, Options, clean_html};

const URL: &str = "https://www.tessel.example/river/index.html";

/// A text that may be seen, and must then come out as text: it stands in those pieces whose text a person sees.
const SEEN: &str = "Varga";

/// A text where none is seen: in scripts, in the values of attributes.
const UNSEEN: &str = "alert(1)";

/// Elements that are not text, or bring in other pages.
const ELEMENTS: [&str; 35] = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/alert(1).js></SCRIPT><p>Varga</p>",
    "<p>Varga<script>alert(1)//</p></script></p>",
    "<script><!--<script>alert(1)</script>--></script><p>Varga</p>",
    "<scr<script>alert(1)</script>ipt>",
    "<style>p{background:url('javascript:alert(1)')}</style><p>Varga</p>",
    "<p style=\"background:url(javascript:alert(1))\">Varga stayed dry by the width of a hand.</p>",
    "<p onclick=\"alert(1)\" onmouseover=alert(1)>Varga stayed dry by the width of a hand.</p>",
    "<p/onclick=alert(1)/class=x>Varga</p>",
    "<p id=\"x\" class=\"language-a\" dir=\"alert(1)\" data-x='alert(1)'>Varga</p>",
    "<iframe src=\"javascript:alert(1)\" srcdoc=\"<script>alert(1)</script>\"></iframe><p>Varga</p>",
    "<object data=\"javascript:alert(1)\"><p>Varga</p></object>",
    "<embed src=\"javascript:alert(1)\"><p>Varga</p>",
    "<form action=\"javascript:alert(1)\"><p>Varga</p><input name=\"x\" value=\"y\"><button formaction=\"javascript:alert(1)\">b</button></form>",
    "<svg onload=alert(1)><script>alert(1)</script><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg><p>Varga</p>",
    "<svg><foreignObject><p onclick=alert(1)>x</p></foreignObject></svg>",
    "<math><mtext></mtext><annotation-xml encoding=\"text/html\"><p onclick=alert(1)>x</p></annotation-xml></math>",
    "<meta http-equiv=\"refresh\" content=\"0;url=javascript:alert(1)\"><p>Varga</p>",
    "<link rel=stylesheet href=\"javascript:alert(1)\"><p>Varga</p>",
    "<video src=\"javascript:alert(1)\" poster=\"javascript:alert(1)\"><source onerror=alert(1)></video><p>Varga</p>",
    "<template><script>alert(1)</script></template><p>Varga</p>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript><p>Varga</p>",
    "<details open ontoggle=alert(1)><summary>Varga</summary></details>",
    "<marquee onstart=alert(1)>Varga</marquee>",
    "<custom-card onclick=alert(1)>Varga</custom-card>",
    "<p is=\"x-alert\" contenteditable autofocus onfocus=alert(1)>Varga</p>",
    "<body onload=alert(1)><p>Varga</p>",
    "<frameset onload=alert(1)><frame src=javascript:alert(1)></frameset><p>Varga</p>",
    "<select onchange=alert(1)><option>a</select><p>Varga</p>",
    "<table background=\"javascript:alert(1)\"><tr><td onclick=alert(1) colspan=\"2 onclick=alert(1)\">Varga</td><td>b</td></tr></table>",
    "<table><tr><td colspan=99999999999 rowspan=-1>Varga</td><td colspan=\"&quot;><script>alert(1)</script>\">b</td></tr></table>",
    "<ol start=\"1&quot; onclick=alert(1)\"><li value=\"javascript:alert(1)\">Varga</li></ol>",
    "<pre><code class='language-\"><script>alert(1)</script>'>Varga</code></pre>",
    "<pre class=\"lang-x onclick=alert(1) language-&#10;y brush: js;alert(1)\">Varga</pre>",
    "<blockquote cite=\"javascript:alert(1)\"><p>Varga</p></blockquote>",
];

/// Shapes that one parser reads as text and the next as markup.
const SHAPES: [&str; 17] = [
    "<svg><style><img src=\"</style><img src=x onerror=alert(1)>\"></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\">",
    "<xmp><p title=\"</xmp><svg/onload=alert(1)>\"></xmp><p>Varga</p>",
    "<textarea><p title=\"</textarea><img src=x onerror=alert(1)>\"></textarea><p>Varga</p>",
    "<!--><img src=x onerror=alert(1)>--><p>Varga</p>",
    "<!--><script>alert(1)</script--><p>x</p>",
    "<![CDATA[<img src=x onerror=alert(1)>]]><p>Varga</p>",
    "<?xml-stylesheet href=\"javascript:alert(1)\"?><p>Varga</p>",
    "<p title=\"`><img src=x onerror=alert(1)>`\">Varga</p>",
    "<p>Varga &lt;img src=x onerror=x> &lt;/p&gt;&lt;script&gt; &amp;lt;b&amp;gt;</p>",
    "<pre><code>Varga &lt;/code&gt;&lt;/pre&gt;&lt;img src=x onerror=x&gt;\n```\n</code></pre>",
    "<a href=\"https://a.example/\"><a href=\"https://b.example/\">Varga</a></a>",
    "<b><p>Varga</b><i>x</p></i><em><strong>a</em>b</strong>",
    "<plaintext><p>Varga</p><script>x</script>",
];

/// Addresses of links, as they stand in an attribute; the link's text is to come out, and the address not, or whole.
const ADDRESSES: [&str; 38] = [
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;&#x61;vascript&colon;alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "java\nscript:alert(1)",
    "java&#0;script:alert(1)",
    " &#1; javascript:alert(1)",
    "&#xA0;javascript:alert(1)",
    "\u{feff}javascript:alert(1)",
    "javascript&#58alert(1)",
    "javascript://%0aalert(1)",
    "javascript:https://a.example/",
    "vbscript:msgbox(1)",
    "VBScript&colon;msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:text/html;base64,PHNjcmlwdD4=",
    "blob:https://www.tessel.example/1",
    "filesystem:https://www.tessel.example/x",
    "file:///etc/hosts",
    "view-source:https://a.example/",
    "ws://a.example/",
    "ftp://a.example/x",
    "tel:+123",
    "about:blank",
    "https:",
    "https:///x",
    "https://",
    "http://[::1",
    "//a.example/x y&quot;onclick=alert(1)",
    "/a&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;",
    "/a)[b](javascript:alert(1)",
    "/a&gt;[b](javascript:alert(1))",
    "/a\\b&#92;) <b>",
    "mailto:ana@a.example?subject=a&#10;bcc: b",
    "https://a.example/&#13;&#10;x&#0;y\u{202e}z",
    "#\"onclick=\"alert(1)",
];

/// Addresses of pictures.
const PICTURES: [&str; 10] = [
    "src=javascript:alert(1)",
    "src=\"data:image/svg+xml,<svg onload=alert(1)>\"",
    "src=x onerror=alert(1)",
    "src=\"https://a.example/x.jpg\" srcset=\"javascript:alert(1) 2x, data:x 3x\" sizes=\"alert(1)\"",
    "srcset=\"javascript:alert(1) 1x\"",
    "data-src=\"javascript:alert(1)\" loading=lazy",
    "src=\"https://a.example/x.jpg\" alt='\"><script>alert(1)</script>'",
    "src=\"https://a.example/x.jpg\" alt=\"](javascript:alert(1)) ![\"",
    "src=\"mailto:a@a.example\" usemap=#m longdesc=javascript:alert(1)",
    "src=\"https://a.example/x.jpg&quot; onload=&quot;alert(1)\"",
];

/// What a page may say of the address that its links are relative to.
const BASES: [&str; 4] = [
    "<base href=\"javascript:alert(1)//\">",
    "<base href=\"data:text/html,\">",
    "<base href=\"//\">",
    "<base target=\"alert(1)\" href='https://b.example/\"><script>alert(1)</script>'>",
];

/// So many pages there are at least.
const LEAST_PAGES: usize = 100;

/// The piece in the middle of an article.
fn page(head: &str, piece: &str) -> String {
    format!(
        "<!doctype html><html><head><title>River returns</title>{head}</head><body><nav><a href=/>Home</a></nav>\
         <article><h1>River returns to its bed after nine days</h1><p>By Ana Reyes</p>\
         <p>After nine days of flood the Orla is back within its banks, the water board of Tessel said on Thursday. \
         Crews will inspect the dikes of the lower town for a week.</p>{piece}\
         <p>The ferry runs as soon as the landing has been cleared of driftwood, which may take until the end of \
         the month. Most people went home on the same day.</p></article></body></html>"
    )
}

/// Every page here, each with what is hostile in it.
fn pages() -> Vec<(String, String)> {
    let whole = ELEMENTS.iter().chain(&SHAPES).map(|piece| (*piece).to_owned());
    let links = ADDRESSES.iter().map(|address| {
        format!("<p>It was <a target=alert(1) ping=\"{address}\" href=\"{address}\">Varga of the <b>lower</b> town</a> who stayed dry.</p>")
    });
    let pictures = PICTURES.iter().map(|attributes| {
        format!("<figure><img {attributes}><figcaption>Varga in her kitchen</figcaption></figure>")
    });
    let pieces = whole.chain(links).chain(pictures);
    let in_body = pieces.map(|piece| (piece.clone(), page("", &piece)));
    let in_head = BASES.iter().map(|base| {
        let link = "<p>It was <a href=\"x\">Varga</a> who <a href=\"//c.example/\">stayed</a> dry.</p>";
        ((*base).to_owned(), page(base, link))
    });
    in_body.chain(in_head).collect()
}

/// The article as it comes out, and with every kind and every line.
fn articles(html: &str) -> [Article<'static>; 3] {
    let options = Options::default().url(URL);
    let article = clean_html(html, &options);
    let every_kind = Kind::ALL.into_iter().fold(options, Options::keep);
    let with_every_kind = clean_html(html, &every_kind);
    let lines = with_every_kind.lines.iter().map(|line| (line.number, true));
    let with_every_line = with_every_kind.with(lines).expect("these lines are there");
    [article, with_every_kind, with_every_line]
}

#[test]
fn nothing_but_our_own_markup_comes_out() {
    let pages = pages();
    let mut messages = Vec::new();
    for (piece, html) in &pages {
        for article in articles(html) {
            let mut faults = content::faults(&article.content);
            faults.extend(content::faults_of_markdown(&article.markdown));
            messages.extend(faults.iter().map(|fault| format!("{fault}, from {piece}")));
        }
    }
    messages.dedup();
    assert!(messages.is_empty(), "\n{}", messages.join("\n"));
    assert!(pages.len() >= LEAST_PAGES, "{} pages", pages.len());
}

#[test]
fn what_is_seen_comes_out_and_what_is_not_does_not() {
    for (piece, html) in pages() {
        let [_, _, article] = articles(&html);
        if piece.contains(SEEN) || BASES.contains(&piece.as_str()) {
            assert!(
                article.text_content.contains(SEEN),
                "{piece}\n{}",
                article.text_content
            );
        }
        // Where a tag or a comment has ended too early, a person sees the rest of it.
        let is_text = piece.contains("CDATA") || piece.contains("scr<") || piece.contains("<!-->");
        if !is_text {
            let text = &article.text_content;
            assert!(!text.contains(UNSEEN), "{piece}\n{text}");
        }
    }
}

/// A whole document has the body within what is ours.
#[test]
fn the_document_has_no_other_markup_either() {
    const HEAD: &str = "<meta charset=\"utf-8\">";
    for (piece, html) in pages() {
        let [article, ..] = articles(&html);
        let document = article.to_html();
        let (head, rest) = document.split_once(HEAD).expect("a head");
        assert!(head.starts_with("<!DOCTYPE html>\n<html"), "{piece}\n{head}");
        let body = rest.replacen("</head>", "", 1).replacen("</html>", "", 1);
        assert_eq!(content::faults(&body), [""; 0], "{piece}\n{document}");
    }
}

#[test]
fn the_pieces_stand_in_an_article() {
    for (piece, html) in pages() {
        let [article, ..] = articles(&html);
        assert!(
            article.text_content.contains("back within its banks"),
            "{piece}\n{}",
            article.text_content
        );
    }
}
