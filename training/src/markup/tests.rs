//! What the table of the markup says of small pages. People, places and sites are invented.

use copydesk::Kind;

use super::kinds;
use crate::corpus::{CorpusPage, Names};

const BODY: &str = "<p>The ferry to the island of Tessel left the harbour at dawn with forty sheep.</p>\
    <p>Nobody on the quay could say who had paid for the crossing or why.</p>";

/// The body in the paste, as content.
const PASTED: [&str; 2] = [
    "+The ferry to the island of Tessel left the harbour at dawn with forty sheep.",
    "+Nobody on the quay could say who had paid for the crossing or why.",
];

/// The names of the kinds of the lines of a page of this type. `+` before a line says that it is content, `?` that
/// it may be.
fn typed(page_type: &str, html: &str, lines: &[&str]) -> Vec<&'static str> {
    let page = CorpusPage {
        html: html.to_owned(),
        page_type: Some(page_type.to_owned()),
        title: Some("Sheep at sea".to_owned()),
        author: Names::One("Orla Venn".to_owned()),
        content: Some(String::new()),
        ..CorpusPage::default()
    };
    let texts: Vec<&str> = lines
        .iter()
        .map(|line| line.trim_start_matches(['+', '?']))
        .collect();
    let is_content: Vec<Option<bool>> = lines
        .iter()
        .map(|line| (!line.is_empty() && !line.starts_with('?')).then(|| line.starts_with('+')))
        .collect();
    kinds(&page, &texts, &is_content)
        .into_iter()
        .map(|kind| kind.map_or("-", Kind::name))
        .collect()
}

/// The kinds of lines that stand after the body of an article.
fn after(html: &str, lines: &[&str]) -> Vec<&'static str> {
    let html = format!("<main><h1>Sheep at sea</h1>{BODY}</main>{html}");
    let all = [&["Sheep at sea"], &PASTED[..], lines].concat();
    let kinds = typed("article", &html, &all);
    assert_eq!(kinds[..3], ["title", "paragraph", "paragraph"]);
    kinds[3..].to_vec()
}

/// The kinds of lines of content that stand behind the body.
fn within(html: &str, lines: &[&str]) -> Vec<&'static str> {
    let html = format!("<main>{BODY}{html}</main>");
    typed("article", &html, &[&PASTED[..], lines].concat())[2..].to_vec()
}

#[test]
fn a_footer_has_menus_and_terms() {
    let html = "<footer><ul><li><a href=/>About the harbour</a></li><li><a href=/>Privacy</a></li></ul>\
        <p>© 2024 Tessel Courier</p></footer>";
    let lines = ["About the harbour", "", "Privacy", "© 2024 Tessel Courier"];
    assert_eq!(after(html, &lines), ["navigation", "-", "legal", "legal"]);
}

#[test]
fn a_box_beside_the_article_asks_to_subscribe() {
    let html = "<aside class='NewsletterBox'><h3>The Morning Tide</h3><p>All that the sea brought in overnight.</p>\
        <input placeholder='Your email address'><button>Sign me up</button></aside>";
    let lines = [
        "The Morning Tide",
        "All that the sea brought in overnight.",
        "Your email address",
        "Sign me up",
    ];
    assert_eq!(
        after(html, &lines),
        ["subscribe", "subscribe", "interface", "subscribe"]
    );
}

#[test]
fn what_stands_in_a_teaser_is_related_whatever_its_elements_say() {
    let html = "<div class='related-stories'><figure><img alt='A goat on a roof'><figcaption>The goat of Lower Gannet\
        </figcaption></figure><h3><a href=/>Goat brought down from the roof</a></h3><time>12 March 2024</time>\
        <span class=author>Manu Teague</span></div>";
    let lines = [
        "A goat on a roof",
        "The goat of Lower Gannet",
        "Goat brought down from the roof",
        "12 March 2024",
        "Manu Teague",
    ];
    assert_eq!(after(html, &lines), ["related"; 5]);
}

#[test]
fn a_heading_says_what_its_box_is() {
    let html = "<div><h2>Most read</h2><ol><li>Goat on roof</li><li>Crane drivers strike</li></ol></div>";
    let lines = ["Most read", "Goat on roof", "Crane drivers strike"];
    assert_eq!(after(html, &lines), ["related"; 3]);
}

#[test]
fn comments_have_names_times_and_buttons() {
    let html = "<section id=comments><h2>Comments</h2><b>staithe_lass</b><time>13 minutes ago</time>\
        <p>I'll take the four minutes over the long way round.</p><button>Reply</button></section>";
    let lines = [
        "Comments",
        "staithe_lass",
        "13 minutes ago",
        "I'll take the four minutes over the long way round.",
        "Reply",
    ];
    let kinds = after(html, &lines);
    assert_eq!(kinds, ["comment", "comment", "comment", "comment", "interface"]);
}

#[test]
fn consent_takes_its_buttons_along() {
    let html = "<div class=cookie-banner><p>Cookies help the harbour.</p><button>That's fine</button></div>";
    assert_eq!(
        after(html, &["Cookies help the harbour.", "That's fine"]),
        ["consent"; 2]
    );
    // The name alone is not enough.
    let html = "<div class=cookie-wrapper><p>Tides of the week</p></div>";
    assert_eq!(after(html, &["Tides of the week"]), ["-"]);
}

#[test]
fn a_box_with_the_article_in_it_is_none() {
    let html =
        format!("<div class='related sponsored'><h1>Sheep at sea</h1>{BODY}<p>Tides of the week</p></div>");
    let lines = [&["Sheep at sea"], &PASTED[..], &["Tides of the week"]].concat();
    let kinds = typed("article", &html, &lines);
    assert_eq!(kinds, ["title", "paragraph", "paragraph", "-"]);
}

#[test]
fn the_head_has_one_title_and_what_stands_around_it() {
    let html = format!(
        "<nav class=breadcrumb><a href=/>Sea</a><a href=/>Sheep at sea</a></nav><h1>Sheep at sea</h1>\
         <p class=standfirst>A crossing that nobody on the quay had asked for</p>\
         <div class=meta><span>By Orla Venn</span><time>14 March 2024</time></div>\
         <figure><img alt='Sheep on the deck of a small ferry'><figcaption>The flock on Thursday <i class=credit>\
         Photo: Manu Teague</i></figcaption></figure>{BODY}"
    );
    let lines = [
        "Sea",
        "Sheep at sea",
        "Sheep at sea",
        "A crossing that nobody on the quay had asked for",
        "By Orla Venn",
        "14 March 2024",
        "Sheep on the deck of a small ferry",
        "The flock on Thursday",
        "Photo: Manu Teague",
    ];
    let kinds = typed("article", &html, &[&lines[..], &PASTED].concat());
    let expected = [
        "navigation",
        "navigation",
        "title",
        "subtitle",
        "byline",
        "date",
        "caption",
        "caption",
        "credit",
    ];
    assert_eq!(kinds[..9], expected);
}

#[test]
fn the_body_has_headings_lists_quotes_code_and_tables() {
    let html = "<h2>How it began</h2><p><b>What happens next</b></p><p><b>Note</b> that it rained.</p><ul><li>Oats\
        </li></ul><blockquote><p>I never saw a sheep so calm.</p></blockquote><pre>ls sheep</pre><table><tr><td>Ewes\
        </td><td>38</td></tr><tr><td>Rams</td><td>2</td></tr></table>";
    let lines = [
        "+How it began",
        "+What happens next",
        "+Note that it rained.",
        "+Oats",
        "+I never saw a sheep so calm.",
        "+ls sheep",
        "+Ewes\t38",
        "+Rams\t2",
    ];
    let expected = [
        "heading",
        "heading",
        "paragraph",
        "list",
        "quote",
        "code",
        "table",
        "table",
    ];
    assert_eq!(within(html, &lines), expected);
}

#[test]
fn tables_and_lists_that_lay_a_page_out_are_none() {
    let prose = "The harbour master wrote in his book that the wind had come round to the west at noon and that no \
        boat but the ferry had put out, which he thought unwise of everybody aboard her.";
    let html = format!("<table><tr><td><p>{prose}</p></td><td>Tides</td></tr></table>");
    assert_eq!(within(&html, &[&format!("+{prose}")]), ["paragraph"]);
}

#[test]
fn posts_of_a_forum_are_content_and_their_authors_are_not() {
    let html = "<h1>Sheep at sea</h1><div class=comment><a href=/ class=username>tidewatcher</a><span class=role>Old \
        hand</span><time>3 May 2021, 10:04</time><p>Has anybody here taken sheep on the early ferry?</p></div>\
        <div class=comment><a href=/ class=username>orla99</a><p>Twice, and I would not do it again in winter.</p></div>";
    let lines = [
        "Sheep at sea",
        "tidewatcher",
        "Old hand",
        "3 May 2021, 10:04",
        "+Has anybody here taken sheep on the early ferry?",
        "orla99",
        "+Twice, and I would not do it again in winter.",
    ];
    let expected = ["title", "byline", "-", "date", "paragraph", "byline", "paragraph"];
    assert_eq!(typed("forum", html, &lines), expected);
}

#[test]
fn hidden_copies_and_unspaced_elements_do_not_lead_astray() {
    let html = "<div hidden class=comments><p>Fixtures and results</p></div><nav><ul><li><a href=/>Fixtures</a>\
        <a href=/>Tables</a></ul></nav><p class=ad><span>Spon</span>sored by Venn &amp; Sons</p>";
    let lines = ["FixturesTables", "Sponsored by Venn & Sons"];
    assert_eq!(after(html, &lines), ["navigation", "advertisement"]);
}

#[test]
fn lines_that_the_page_does_not_have_are_unknown_but_for_their_words() {
    let lines = [
        "Quite another text altogether",
        "© 2024 Tessel Courier",
        "",
        "+Words of some other body",
    ];
    assert_eq!(after("<p>Fin</p>", &lines), ["-", "legal", "-", "-"]);
}

#[test]
fn of_what_may_be_content_only_boxes_are_known() {
    let html = "<p>Nobody saw them go.</p><p>Culture</p><nav><a href=/>Culture</a></nav>";
    let lines = ["?Nobody saw them go.", "?Culture", "?Culture"];
    assert_eq!(after(html, &lines), ["-", "-", "navigation"]);
}
