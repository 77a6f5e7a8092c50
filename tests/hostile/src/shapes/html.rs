//! HTML.

use super::{Shape, counted, repeat};

/// Pages that are made to be hard.
pub const HTML: &[Shape] = &[
    ("unclosed boxes", |size| repeat("<div>", size)),
    ("boxes in boxes", |size| {
        "<div>".repeat(size / 11) + "x" + &"</div>".repeat(size / 11)
    }),
    ("a line in each of many boxes", |size| repeat("<div>a", size)),
    ("unclosed bold type", |size| repeat("<b>a", size)),
    ("bold type over blocks", |size| repeat("<b><div>a</b>", size)),
    ("links in links", |size| repeat("<a href=/><p>a", size)),
    ("spans with an end tag of none", |size| {
        repeat("<span>a</i></p>", size)
    }),
    ("end tags", |size| repeat("</div></p></b>", size)),
    ("paragraphs", |size| repeat("<p>the river rose", size)),
    ("items", |size| repeat("<ul><li>a", size)),
    ("tables in tables", |size| repeat("<table><tr><td>a", size)),
    ("rows", |size| {
        format!("<table>{}", repeat("<tr><td>a<td>b", size))
    }),
    ("attributes", |size| {
        let names: Vec<String> = (0..size / 8).map(|i| format!("a{i}=b")).collect();
        format!("<p {}>a", names.join(" "))
    }),
    ("one long class", |size| {
        format!("<p class='{}'>a", repeat("relatedPosts-list ", size))
    }),
    ("references", |size| repeat("&amp;&lt;&#x41;&bogus;", size)),
    ("open tags", |size| repeat("<a <b ", size)),
    ("comments", |size| repeat("<!-- a --><!-", size)),
    ("what is for pages without scripts", |size| {
        repeat("<noscript><p>a", size)
    }),
    ("JSON-LD", |size| {
        format!(
            "<script type=application/ld+json>{}",
            repeat("{\"@type\":[\"A\"", size)
        )
    }),
    ("JSON-LD of many articles", |size| {
        let articles: Vec<String> = (0..size / 64)
            .map(|i| format!("{{\"@type\":\"Article\",\"@id\":\"#{i}\",\"headline\":\"The Orla {i}\"}}"))
            .collect();
        format!(
            "<script type=application/ld+json>[{}]</script>",
            articles.join(",")
        )
    }),
    ("JSON-LD within JSON-LD", |size| {
        format!(
            "<script type=application/ld+json>{}",
            repeat("{\"@type\":\"Article\",\"mainEntity\":", size)
        )
    }),
    ("many scripts of JSON-LD", |size| {
        repeat(
            "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[\"A\"]}</script>",
            size,
        )
    }),
    ("metas", |size| {
        let metas = (0..size / 48).map(|i| format!("<meta property=og:title content='The Orla {i:8}'>"));
        metas.collect()
    }),
    ("one long meta", |size| {
        format!("<meta name=author content='{}'>", repeat("Ana Reyes, ", size))
    }),
    ("unclosed authors", |size| {
        repeat("<p itemprop=author itemscope><i itemprop=name>Ana ", size)
    }),
    ("times in links to authors", |size| {
        repeat("<a rel=author>Ana <time datetime=2017-02-25>", size)
    }),
    ("cards", |size| {
        repeat(
            "<article class=card><h2><a href=/>The mill</a></h2><p>It rose.</p></article>",
            size,
        )
    }),
    ("links that all differ", |size| {
        kept(&counted(24, size, |i| format!("<a href=/{i:06}>w{i:05}</a> ")))
    }),
    ("one address of steps back", |size| {
        kept(&format!("<a href='{}'>a</a>", repeat("/a/../b/.", size)))
    }),
    ("one address of what is escaped", |size| {
        kept(&format!("<a href='/{}'>a</a>", repeat("é %<", size)))
    }),
    ("one address that is cut by spaces", |size| {
        kept(&format!("<a href='/{}'>a</a>", repeat("a\t\n", size)))
    }),
    ("a base of steps back", |size| {
        let base = repeat("/a/../b/.", size / 2);
        format!(
            "<base href='{base}'>{}",
            kept(&counted(64, size / 2, |i| format!("<a href=../{i}>a</a> ")))
        )
    }),
    ("pictures", |size| {
        kept(&counted(40, size, |i| {
            format!("<img src=/{i:06}.jpg alt='The mill'>")
        }))
    }),
    ("figures", |size| {
        kept(&repeat(
            "<figure><img src=/a.jpg><figcaption>The mill</figcaption></figure>",
            size,
        ))
    }),
    ("figures in figures", |size| {
        kept(&repeat("<figure><figcaption>a</figcaption><p>b", size))
    }),
    ("captions of one figure", |size| {
        kept(&format!(
            "<figure>{}",
            repeat("<figcaption>a</figcaption><p>b</p>", size)
        ))
    }),
    ("terms", |size| {
        kept(&format!("<dl>{}", repeat("<dt>mill<dd>a house", size)))
    }),
    ("terms in terms", |size| kept(&repeat("<dl><dt>a<dd>b", size))),
    ("numbered items", |size| {
        kept(&format!(
            "<ol>{}",
            counted(16, size, |i| format!("<li value={i}>mill"))
        ))
    }),
    ("quotes in quotes", |size| kept(&repeat("<blockquote>a", size))),
    ("headings", |size| {
        kept(&counted(12, size, |i| format!("<h{}>mill", 1 + i % 6)))
    }),
    ("code in many languages", |size| {
        kept(&counted(40, size, |i| {
            format!("<pre><code class=language-l{i:05}>x = 1</code></pre>")
        }))
    }),
    ("one long piece of code", |size| {
        kept(&format!("<pre>{}", repeat("  let x = f(a);\n\n", size)))
    }),
    ("code in a line", |size| {
        kept(&repeat("<code>a`b``</code> c ", size))
    }),
    ("emphasis within words", |size| {
        kept(&repeat("a<b>b</b><i>c</i>d<s>e</s><sub>f</sub>", size))
    }),
    ("every style in every other", |size| {
        kept(&repeat("<b><i><s><sub><sup><code><a href=/>a", size))
    }),
    ("line breaks", |size| kept(&repeat("a<br>", size))),
    ("cells that span many", |size| {
        kept(&format!(
            "<table>{}",
            repeat("<tr><td colspan=1000>a<td rowspan=1000>b", size)
        ))
    }),
    ("one row of cells over narrow rows", |size| {
        kept(&format!(
            "<table><tr>{}{}",
            repeat("<td>a", size / 2),
            repeat("<tr><td>b<td>c", size / 2)
        ))
    }),
    ("tables in cells", |size| {
        kept(&repeat("<table><tr><td>a<td>", size))
    }),
    ("text between rows", |size| {
        kept(&format!(
            "<table>{}",
            repeat("<tr><td>a<td>b</tr>c<caption>d</caption>", size)
        ))
    }),
    ("lists of a word processor", |size| {
        kept(&counted(100, size, |i| {
            let level = 1 + i % 12;
            format!(
                "<p class=MsoListParagraph style='mso-list:l0 level{level} lfo1'><span style='mso-list:Ignore'>{i}.</span>a"
            )
        }))
    }),
    ("long styles", |size| {
        format!("<p style='{}'>a", repeat("color:red;display:block;", size))
    }),
    ("styles that hide and show", |size| {
        repeat(
            "<p style='visibility:hidden'>a<b style='visibility:visible'>b",
            size,
        )
    }),
    ("names that say something", |size| {
        counted(60, size, |i| {
            let names = [
                "related",
                "share-bar",
                "comments",
                "article-body",
                "byline",
                "cookie-consent",
                "newsletter",
            ];
            format!(
                "<div class='{} x{i}' id=n{i} role=navigation>a</div>",
                names[i % names.len()]
            )
        })
    }),
    ("metas of every name", |size| {
        counted(60, size, |i| {
            let names = [
                "og:title",
                "author",
                "dc.date",
                "parsely-author",
                "citation_title",
                "description",
                "og:image",
            ];
            format!("<meta name={} content='The Orla {i:06}'>", names[i % names.len()])
        })
    }),
    ("times", |size| {
        kept(&counted(48, size, |i| {
            format!("<time datetime=2023-05-{:02}>3 May</time> ", i % 31)
        }))
    }),
    ("microdata", |size| {
        repeat(
            "<div itemscope itemtype=https://schema.org/Comment><p itemprop=author>Ana</p><i itemprop=name>a",
            size,
        )
    }),
    ("a body in JSON-LD of tags that do not end", |size| {
        linked(&"<".repeat(size))
    }),
    ("a body in JSON-LD of prose", |size| {
        linked(&repeat(
            "The river rose on Friday, and the mill stood in it. ",
            size,
        ))
    }),
    ("a body in JSON-LD of references", |size| {
        linked(&repeat("&lt;b&gt;&amp;nbsp;&quot;", size))
    }),
    ("JSON-LD of escapes", |size| linked(&repeat("\\u0041\\n", size))),
    ("JSON-LD of comments", |size| {
        format!("<script type=application/ld+json>{{{}", repeat("/* a */", size))
    }),
    ("JSON-LD of a comment that does not end", |size| {
        format!("<script type=application/ld+json>{{/*{}", repeat("* / ", size))
    }),
    ("JSON-LD of lists in lists", |size| {
        format!("<script type=application/ld+json>{}", "[".repeat(size))
    }),
    ("JSON-LD of names for things", |size| {
        let things = counted(64, size, |i| {
            format!("{{\"@type\":\"Person\",\"@id\":\"#{i}\",\"name\":\"Ana\"}},")
        });
        format!(
            "<script type=application/ld+json>[{things}{{\"@type\":\"Article\",\"author\":{{\"@id\":\"#1\"}}}}]</script>"
        )
    }),
    ("JSON-LD of authors", |size| {
        let authors = counted(24, size, |i| format!("{{\"name\":\"Ana {i:05}\"}},"));
        format!(
            "<script type=application/ld+json>{{\"@type\":\"Article\",\"author\":[{authors}]}}</script><p>By Ana 00001"
        )
    }),
    ("drawings in drawings", |size| {
        repeat("<svg><g><foreignObject>a", size)
    }),
    ("formulas and paragraphs", |size| {
        repeat("<math><mi>a</mi><p>b", size)
    }),
    ("templates in templates", |size| repeat("<template><table>", size)),
    ("selects", |size| repeat("<select><optgroup><option>a", size)),
    ("details", |size| repeat("<details><summary>a</summary>b", size)),
    ("buttons in paragraphs", |size| repeat("<p><button>a", size)),
    ("text areas", |size| {
        repeat("<textarea>\na</textarea><title>b</title>", size)
    }),
    ("elements of no name", |size| {
        counted(16, size, |i| format!("<x-{i:06}>a"))
    }),
    ("a comment that does not end", |size| {
        format!("<p>a<!--{}", repeat("- -> --! ", size))
    }),
    ("declarations", |size| {
        repeat("<!doctype a><?b?><![CDATA[c]]>", size)
    }),
    ("ampersands", |size| repeat("&", size)),
    ("names of no reference", |size| {
        format!("<p>{}", repeat("&CounterClockwiseContourIntegralx", size))
    }),
    ("one endless reference", |size| {
        format!("<p>&{}", "a".repeat(size))
    }),
    ("one endless number", |size| format!("<p>&#{};", "9".repeat(size))),
    ("one endless name of an element", |size| {
        format!("<{}>a", "a".repeat(size))
    }),
    ("one endless name of an attribute", |size| {
        format!("<p {}=b>a", "a".repeat(size))
    }),
    ("quotation marks in attributes", |size| {
        format!("<p {}>a", repeat("a='\"' b=\"'\" ", size))
    }),
];

/// An article that holds this.
fn kept(what: &str) -> String {
    const PROSE: &str =
        "<p>After nine days of flood the Orla is back within its banks, the water board said on Friday.</p>";
    format!("<article><h1>The Orla</h1>{PROSE}{what}</article>")
}

/// A page with such a body in JSON-LD.
fn linked(body: &str) -> String {
    format!(
        "<script type=application/ld+json>{{\"@type\":\"Article\",\"articleBody\":\"{body}\"}}</script><p>The river rose."
    )
}
