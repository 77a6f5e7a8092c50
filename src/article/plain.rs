//! Texts of attributes and of JSON that have markup in them.

use std::borrow::Cow;

use crate::source::html;

/// The text as a person would see it: without tags, and with the characters that references stand for. Most have
/// neither and stay as they are.
pub fn text(text: &str) -> Cow<'_, str> {
    let has_reference = text
        .split_once('&')
        .is_some_and(|(_, behind)| behind.contains(';'));
    if !has_reference && !text.contains("</") && !text.contains("/>") {
        return Cow::Borrowed(text);
    }
    let seen = html::read(text).text;
    Cow::Owned(seen.split_whitespace().collect::<Vec<_>>().join(" "))
}
