//! What comes out otherwise than asked, and the lists of what is known to.

use std::fs;

use copydesk::Article;
use serde_json::Value;

use crate::page::{self, Page};

/// How to write the lists anew.
pub const HOW: &str =
    "`COPYDESK_KNOWN=update cargo test --test failures` writes the lists as things are now.";

const FILE: &str = "known.tsv";
const HEADER: &str = "check\twhat";

/// How many characters are shown of what a field has, where it has another than asked.
const SHOWN_CHARACTERS: usize = 60;

/// Whether the lists are to be written anew.
pub fn is_update() -> bool {
    match std::env::var("COPYDESK_KNOWN") {
        Err(_) => false,
        Ok(value) if value == "update" => true,
        Ok(value) => panic!("COPYDESK_KNOWN is {value:?}; it can only be \"update\", or not set"),
    }
}

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

/// What to change in the page's list, in words, if anything.
pub fn compare(page: &Page, failing: &[String]) -> Option<String> {
    let file = page.folder.join(FILE);
    let content = if file.exists() {
        page::text(&file)
    } else {
        HEADER.to_owned()
    };
    let mut rows = content.lines();
    let header = rows.next().unwrap_or_default();
    assert_eq!(header, HEADER, "the first line of {}", file.display());
    let known: Vec<&str> = rows.collect();
    let new = failing.iter().filter(|row| !known.contains(&row.as_str()));
    let cured = known.iter().filter(|row| !failing.iter().any(|now| now == *row));
    let mut changes: Vec<String> = new.map(|row| format!("  fails:           {row}")).collect();
    changes.extend(cured.map(|row| format!("  remove (cured):  {row}")));
    if changes.is_empty() && known.len() != failing.len() {
        changes.push("  a row stands twice".to_owned());
    }
    let failure = &page.asked.failure;
    (!changes.is_empty()).then(|| {
        format!(
            "tests/failures/{}, which is of this failure: {failure}\n{}",
            page.slug,
            changes.join("\n")
        )
    })
}

/// Writes the page's list; a page where all is right has none.
pub fn write(page: &Page, failing: &[String]) {
    let file = page.folder.join(FILE);
    let done = if !failing.is_empty() {
        fs::write(&file, format!("{HEADER}\n{}\n", failing.join("\n")))
    } else if file.exists() {
        fs::remove_file(&file)
    } else {
        Ok(())
    };
    done.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
