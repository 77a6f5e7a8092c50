//! What is cleaned: an ordinary page over and over, and what is made to be hard. All of it is invented.
//!
//! At 10 MB the boxes are nested 900,000 deep, a tag has a million attributes, and a page three million tags.

/// A text of about `size` bytes.
pub type Shape = fn(size: usize) -> String;

/// Texts, by name.
pub const TEXT: [(&str, Shape); 9] = [
    ("ordinary pages", |size| repeat(PASTE, size)),
    ("one endless sentence", |size| repeat("the river rose and ", size)),
    ("one endless word", |size| "a".repeat(size)),
    ("one line without spaces", |size| repeat("河水", size)),
    ("one line of dates", |size| repeat("3 May 2023, ", size)),
    ("short lines", |size| repeat("the mill stood\n", size)),
    ("blank lines", |size| "\n".repeat(size)),
    ("the same phrase", |size| {
        repeat("Sign up for our newsletter\n", size)
    }),
    ("lines that all differ", |size| {
        let lines: Vec<String> = (0..size / 16).map(|i| format!("by w{i:07} of x")).collect();
        lines.join("\n")
    }),
];

/// Pages of HTML, by name.
pub const HTML: [(&str, Shape); 27] = [
    ("ordinary pages", |size| repeat(PAGE, size)),
    ("one endless line", |size| repeat("the river rose and ", size)),
    ("one endless line of tags", |size| {
        repeat("<b>the</b> <i>river</i> ", size)
    }),
    ("boxes in boxes", |size| {
        format!("{}x{}", "<div>".repeat(size / 11), "</div>".repeat(size / 11))
    }),
    ("boxes in boxes, a line in each", |size| {
        repeat("<div>the river rose", size)
    }),
    ("lists in lists", |size| repeat("<ul><li>the mill", size)),
    ("quotes in quotes", |size| repeat("<blockquote>the mill", size)),
    ("tables in tables", |size| repeat("<table><tr><td>the mill", size)),
    ("unclosed everything", |size| {
        repeat("<section><p>a<ul><li>b<table><tr><td>c<b><a href=/>d<h2>e", size)
    }),
    ("unclosed bold type", |size| repeat("<b>a", size)),
    ("unclosed links", |size| repeat("<a href=/>a", size)),
    ("unclosed bold type in paragraphs", |size| {
        repeat("<p><b>the mill stood", size)
    }),
    ("unclosed rows", |size| {
        format!("<table>{}", repeat("<tr><td>a<td>b", size))
    }),
    ("misnested", |size| {
        repeat("<b><p>the mill</b><i>stood</p></i>", size)
    }),
    ("misnested over blocks", |size| {
        repeat("<b><div>the mill</b>", size)
    }),
    ("end tags of nothing", |size| repeat("</div></p></b>", size)),
    ("tags with nothing in them", |size| repeat("<i>", size)),
    ("many attributes", |size| {
        let names: Vec<String> = (0..size / 10).map(|i| format!("a{i:06}=b")).collect();
        format!("<p {}>a", names.join(" "))
    }),
    ("the same attribute", |size| {
        format!("<p {}>a", repeat("class=b ", size))
    }),
    ("one long attribute", |size| {
        format!("<p title='{}'>a", repeat("the river ", size))
    }),
    ("one long class", |size| {
        format!("<p class='{}'>a", repeat("related-posts ", size))
    }),
    ("one long script", |size| {
        format!("<script>{}</script>a", repeat("if (a < b) { c(); }\n", size))
    }),
    ("one long comment", |size| {
        format!("<!-- {} -->a", repeat("a - b -- > ", size))
    }),
    ("comments", |size| repeat("<!-- a -->a", size)),
    ("references", |size| repeat("&amp;&#x41;&bogus;", size)),
    ("an open tag in each", |size| repeat("<a <b ", size)),
    ("a title that does not end", |size| {
        format!("<title>{}", repeat("the river <b>", size))
    }),
];

/// Ordinary pages of text, one after another, the last cut short.
pub fn text(size: usize) -> String {
    cut(PASTE, size)
}

/// The same of HTML.
pub fn html(size: usize) -> String {
    cut(PAGE, size)
}

fn cut(piece: &str, size: usize) -> String {
    let mut pages = piece.repeat(size / piece.len() + 1);
    let end = (0..=size).rev().find(|&end| pages.is_char_boundary(end));
    pages.truncate(end.unwrap_or(0));
    pages
}

fn repeat(piece: &str, size: usize) -> String {
    piece.repeat(size / piece.len())
}

const PASTE: &str = "\
Skip to content
Home
News
Sport

River returns to its bed after nine days

By Ana Reyes
14 March 2024

Share on Facebook

After nine days of flood the Orla is back within its banks, the water board of Tessel said on Thursday. Crews will \
inspect the dikes of the lower town for a week before the road along the quay is opened again.

Most people went home on the same day, and the schools open again on Monday. \"We carried the piano upstairs for \
nothing,\" said Ines Varga, whose kitchen stayed dry by the width of a hand.

Advertisement

The ferry runs as soon as the landing has been cleared of driftwood, which may take until the end of the month.

Most read
Bakers of the old harbour raise the price of rye
We value your privacy
© 2024 The Tessel Courier

";

const PAGE: &str = r#"
<header class="site-header"><a href="/" class="logo">The Tessel Courier</a>
<nav id="menu"><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<main><article class="story" itemprop="articleBody"><h1>River returns to its bed after nine days</h1>
<p class="byline">By <a rel="author" href="/ana">Ana Reyes</a>, <time datetime="2024-03-14">14 March 2024</time></p>
<figure><img src="/orla.jpg" alt="The quay"><figcaption>The quay on Thursday. Photo: T. Brandt</figcaption></figure>
<p>After nine days of flood the <a href="/orla">Orla</a> is back within its banks, the water board of Tessel said on
Thursday. Crews will inspect the dikes of the lower town for a week before the road along the quay is opened again.</p>
<div class="ad" style="display: none">Advertisement</div>
<p>Most people went home on the same day, and the schools open again on Monday. &ldquo;We carried the piano upstairs for
nothing,&rdquo; said Ines Varga, whose kitchen stayed dry by the width of a hand.</p>
<h2>What opens next</h2><ul><li>The <b>ferry</b>, by the end of the month</li><li>The road along the quay</li></ul>
</article><aside class="related"><h3>Most read</h3><a href="/rye">Bakers of the old harbour raise the price of rye</a>
</aside></main><script>window.tally = window.tally || []; tally.push({ page: "orla" });</script>
<footer><p>&copy; 2024 The Tessel Courier</p><a href="/privacy">Privacy</a></footer>
"#;
