//! What differs from the reader's answers, and the lists of what is known to differ.

use std::collections::BTreeMap;
use std::fmt;
use std::fs;

use copydesk::Article;
use serde_json::Value;

use crate::page::{self, Label, Page};

/// How to write the lists anew.
pub const HOW: &str = "`COPYDESK_KNOWN=update cargo test --test golden` writes the lists as things are now.";

const FILE: &str = "known.tsv";
const HEADER: &str = "what\twhere\texpected\tgiven";

/// One thing that differs, as a row of `known.tsv`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// `line`, `field`, or `assembled`: a field that differs although every line has the reader's kind.
    what: &'static str,
    /// The line's number or the field's name.
    place: String,
    expected: String,
    given: String,
}

impl Difference {
    pub fn is_of_line(&self) -> bool {
        self.what == "line"
    }
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}\t{}\t{}\t{}",
            self.what, self.place, self.expected, self.given
        )
    }
}

/// Whether the lists are to be written anew.
pub fn is_update() -> bool {
    match std::env::var("COPYDESK_KNOWN") {
        Err(_) => false,
        Ok(value) if value == "update" => true,
        Ok(value) => panic!("COPYDESK_KNOWN is {value:?}; it can only be \"update\", or not set"),
    }
}

/// All that differs: the lines in order, then the body, then the fields, and the fields of the article that the
/// reader's kinds make.
pub fn differences(page: &Page, article: &Article<'_>, assembled: &Article<'_>) -> Vec<Difference> {
    let mut differences: Vec<Difference> = lines(&page.labels, article).collect();
    differences.extend(body(&page.body, &article.text_content));
    differences.extend(fields("field", page, article));
    differences.extend(fields("assembled", page, assembled));
    differences
}

/// The lines whose kind differs.
pub fn lines<'a>(labels: &'a [Label], article: &'a Article<'_>) -> impl Iterator<Item = Difference> + 'a {
    let given = |label: &Label| article.lines[label.line - 1].kind;
    let wrong = labels.iter().filter(move |label| given(label) != label.kind);
    wrong.map(move |label| Difference {
        what: "line",
        place: label.line.to_string(),
        expected: label.kind.to_string(),
        given: given(label).to_string(),
    })
}

/// How the body differs, in lines that it lacks and lines that it has too many.
fn body(expected: &str, given: &str) -> Option<Difference> {
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    for line in expected.lines().filter(|line| !line.is_empty()) {
        *counts.entry(line).or_default() += 1;
    }
    for line in given.lines().filter(|line| !line.is_empty()) {
        *counts.entry(line).or_default() -= 1;
    }
    let lacking: i32 = counts.values().filter(|count| **count > 0).sum();
    let more: i32 = -counts.values().filter(|count| **count < 0).sum::<i32>();
    (expected != given).then(|| Difference {
        what: "field",
        place: "textContent".to_owned(),
        expected: "body.txt".to_owned(),
        given: format!("{lacking} lines lacking, {more} too many"),
    })
}

/// The fields that differ from `article.json`, as JSON.
fn fields(what: &'static str, page: &Page, article: &Article<'_>) -> Vec<Difference> {
    let article = serde_json::to_value(article).expect("an article is valid JSON");
    let given = |name: &str| article.get(name).unwrap_or(&Value::Null);
    let wrong = page.fields.iter().filter(|(name, value)| given(name) != *value);
    wrong
        .map(|(name, value)| Difference {
            what,
            place: name.clone(),
            expected: value.to_string(),
            given: given(name).to_string(),
        })
        .collect()
}

/// What to change in the page's list, in words, if anything.
pub fn compare(page: &Page, differences: &[Difference]) -> Option<String> {
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
    let found: Vec<String> = differences.iter().map(ToString::to_string).collect();
    let new = found.iter().filter(|row| !known.contains(&row.as_str()));
    let cured = known
        .iter()
        .filter(|row| !found.iter().any(|found| found == *row));
    let mut changes: Vec<String> = new.map(|row| format!("  add (new):      {row}")).collect();
    changes.extend(cured.map(|row| format!("  remove (cured): {row}")));
    if changes.is_empty() && known.len() != found.len() {
        changes.push("  a row stands twice".to_owned());
    }
    (!changes.is_empty()).then(|| format!("tests/pages/{}/{FILE}:\n{}", page.slug, changes.join("\n")))
}

/// Writes the page's list; a page with nothing to list has none.
pub fn write(page: &Page, differences: &[Difference]) {
    let file = page.folder.join(FILE);
    let done = if differences.is_empty() {
        if file.exists() {
            fs::remove_file(&file)
        } else {
            Ok(())
        }
    } else {
        let rows = differences.iter().map(ToString::to_string);
        let rows: Vec<String> = std::iter::once(HEADER.to_owned()).chain(rows).collect();
        fs::write(&file, rows.join("\n") + "\n")
    };
    done.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
