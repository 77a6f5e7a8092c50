//! The body as HTML.

use proptest::prelude::*;

use crate::{config, labelled, labels, texts};

/// Every tag that may come out.
const TAGS: [&str; 20] = [
    "<p>",
    "</p>",
    "<h2>",
    "</h2>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<code>",
    "</code>",
    "<ul>",
    "</ul>",
    "<li>",
    "</li>",
    "<table>",
    "</table>",
    "<tr>",
    "</tr>",
    "<td>",
    "</td>",
];

/// The text with nothing that takes room only, and without the one character that HTML cannot carry.
fn ink(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '\0')
        .collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn html_holds_the_body_and_only_our_tags(text in texts::text(), labels in labels()) {
        let article = labelled(&text, &labels);
        let bare = TAGS.iter().fold(article.content.clone(), |html, tag| html.replace(tag, " "));
        prop_assert!(!bare.contains(['<', '>', '"']), "{}", article.content);
        let shown = bare.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        prop_assert_eq!(ink(&shown), ink(&article.text_content));
        // What is opened is closed.
        for pair in TAGS.chunks(2) {
            let count = |tag: &str| article.content.matches(tag).count();
            prop_assert_eq!(count(pair[0]), count(pair[1]), "{}", pair[0]);
        }
    }
}
