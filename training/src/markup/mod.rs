//! Which kind each line of a text has, as the page's markup tells it: what a classifier of kinds is taught with.
//!
//! The text has no markup when it is cleaned, but the pages of the corpus do. Each line is looked for in the page's
//! HTML; then, in this order, its own words, the boxes around it and the element it stands in tell its kind. The table
//! is in `training/README.md`. Where nothing tells, the line has no kind: a wrong kind teaches what is wrong, none
//! teaches nothing.

mod around;
mod beside;
mod body;
mod boxes;
mod document;
mod head;
mod places;
#[cfg(test)]
mod tests;
mod view;

use copydesk::Kind;

use crate::corpus::CorpusPage;
use view::View;

/// For each of `lines`, all lines of one text of the page, its kind; `None` where it is not known or the line is blank.
///
/// `is_content` is what [`crate::gold::labels`] says of the lines. A line of content is never given a kind of
/// boilerplate, and one that is none never a kind of the body.
pub fn kinds(page: &CorpusPage, lines: &[&str], is_content: &[Option<bool>]) -> Vec<Option<Kind>> {
    let mut view = View::new(page, lines, is_content);
    boxes::mark_by_headings(&mut view);
    let head = head::Head::find(&view);
    (0..lines.len())
        .map(|line| {
            if view.words[line] == 0 && view.own[line].is_none() {
                None
            } else if head.title == Some(line) {
                Some(Kind::Title)
            } else if is_content[line] == Some(true) {
                body::kind(&view, &head, line)
            } else {
                around::kind(&view, &head, line)
            }
        })
        .collect()
}
