//! What comes out otherwise than asked, and the lists of what is known to.

use copydesk::Article;
use serde_json::Value;

use crate::page::Page;

/// How to write the lists anew.
pub const HOW: &str =
    "`COPYDESK_KNOWN=update cargo test --test failures` writes the lists as things are now.";

/// The first row of a list.
pub const HEADER: &str = "check\twhat";

/// How many characters are shown of what a field has, where it has another than asked.
const SHOWN_CHARACTERS: usize = 60;

/// The checks of the page that fail, each as a row of `known.tsv`.
pub fn failing(page: &Page, article: &Article<'_>) -> Vec<String> {
    let asked = &page.asked;
    let row = |check: &str, what: &str| format!("{check}\t{}", Value::from(what));
    let markdown = &article.markdown;
    let mut failing = Vec::new();
    let must = asked.must.iter().filter(|must| !markdown.contains(*must));
    failing.extend(must.map(|must| row("must", must)));
    let must_not = asked.must_not.iter().filter(|not| markdown.contains(*not));
    failing.extend(must_not.map(|not| row("mustNot", not)));
    let given = serde_json::to_value(article).expect("an article is valid JSON");
    for (name, expected) in &asked.fields {
        let given = given.get(name).unwrap_or(&Value::Null);
        if given != expected {
            let given: String = given.to_string().chars().take(SHOWN_CHARACTERS).collect();
            failing.push(format!("{name}\t{expected}, not {given}"));
        }
    }
    let content = asked
        .content
        .iter()
        .filter(|html| !article.content.contains(*html));
    failing.extend(content.map(|html| row("content", html)));
    failing
}
