//! What differs from the reader's answers, and the lists of what is known to differ.

use std::collections::BTreeMap;
use std::fmt;

use copydesk::Article;
use serde_json::Value;

use crate::page::{Label, Page};

/// How to write the lists anew.
pub const HOW: &str = "`COPYDESK_KNOWN=update cargo test --test golden` writes the lists as things are now.";

/// The first row of a list.
pub const HEADER: &str = "what\twhere\texpected\tgiven";

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
