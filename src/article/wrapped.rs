//! Lines that a program has wrapped or quoted, as they were before.

use std::borrow::Cow;

use super::Line;
use crate::page::Page;
use crate::reshaped::join;

/// The lines of the page without the marks of quoted mail, and those that go on with the line above joined with it,
/// where both are of one kind and both kept or both not.
pub fn whole<'a>(page: &Page<'a>, lines: &[Line<'_>]) -> Vec<Line<'a>> {
    let mut whole: Vec<Line<'a>> = Vec::with_capacity(lines.len());
    for (line, own) in lines.iter().zip(&page.lines) {
        match whole.last_mut() {
            Some(above) if own.goes_on && (above.kind, above.kept) == (line.kind, line.kept) => {
                join(above.text.to_mut(), own.unquoted);
            }
            _ => whole.push(Line {
                text: Cow::Borrowed(own.unquoted),
                ..*line
            }),
        }
    }
    whole
}
