//! HTML, in and out of order.

use copydesk::{Article, Kind, Options, clean_html};
use copydesk_hostile::invariants;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::{config, options};

/// Pieces of pages: tags that begin, end, are left open or are none, and text.
const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class='related-posts'>",
    "<div>",
    "</div>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<b>",
    "</b>",
    "<a href=/x>",
    "</a>",
    "<h1>",
    "</h2>",
    "<pre>",
    "</pre>",
    "<br>",
    "<br><br>",
    "<article>",
    "</article>",
    "<nav>",
    "</nav>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<span hidden>",
    "</span>",
    "<!--",
    "-->",
    "<select><option>",
    "</select>",
    "<svg><path/>",
    "</svg>",
    "<noscript>",
    "</noscript>",
    "<template>",
    "</template>",
    "<textarea>",
    "</textarea>",
    "<",
    ">",
    "&amp;",
    "&#13;",
    "&#0;",
    "&bogus;",
    "\n",
    "\r\n",
    " ",
    "\t",
    "\u{feff}",
    "The river rose on Friday, and the mill stood in it. ",
    "Home",
    "© 2020 Tessel Courier",
    "3 May 2023",
    "河水退了。",
    "عاد النهر",
    "\u{200b}",
    "<blockquote>",
    "<figure><figcaption>",
    "</figcaption>",
    "</figure>",
    "<img src=https://a.example/b.png alt=c>",
    "<caption>",
    "<th>",
    "<dl><dt>",
    "<dd>",
    "<ol start=7>",
    "<my-card>",
    "</my-card>",
    "<hr>",
];

fn html() -> impl Strategy<Value = String> {
    vec(select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// What stands on each line, without white space.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn lines(article: &Article<'_>) -> String {
    article.lines.iter().map(|line| bare(&line.text)).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_line_has_its_label_and_every_form_is_sound(html in html(), options in options()) {
        let article = clean_html(&html, &options);
        invariants::lines_are_lines(&article);
        invariants::labels_are_sound(&article, &options);
        invariants::forms_are_sound(&article);
    }

    #[test]
    fn every_form_of_every_kind_is_sound(html in html(), images in any::<bool>()) {
        let options = Kind::ALL.into_iter().fold(Options::default().images(images), Options::keep);
        invariants::forms_are_sound(&clean_html(&html, &options));
    }

    #[test]
    fn text_outside_of_what_is_hidden_is_never_lost(text in "[a-z]{1,8}", before in html()) {
        // What is hidden by an attribute ends where its element does, which may be nowhere.
        let before = before.replace(" hidden>", ">");
        // All else that can hide what follows ends here.
        let ends = "--></textarea></script></style></noscript></title>".to_owned() + &"</template></svg>".repeat(60);
        let html = format!("{before}{ends}<p>{text}zzz</p>");
        let found = lines(&clean_html(&html, &copydesk::Options::default()));
        prop_assert!(found.ends_with(&format!("{text}zzz")), "{:?} in {:?}", found, html);
    }

    #[test]
    fn setting_lines_leaves_them_as_they_are(html in html(), keep in any::<bool>()) {
        let article = clean_html(&html, &copydesk::Options::default());
        let count = article.lines.len();
        let set = article.with((1..=count).map(|number| (number, keep))).expect("these lines are there");
        prop_assert_eq!(lines(&set), lines(&article));
        prop_assert!(keep || set.text_content.is_empty());
    }
}
