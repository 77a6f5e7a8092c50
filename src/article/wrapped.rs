//! Lines that a program has wrapped or quoted, as they were before.

use std::borrow::Cow;

use super::Line;
use crate::page::Page;
use crate::reshaped::join;

/// The lines of the page without the marks of quoted mail, and those that go on with the line above joined with it,
/// where both are of one kind and both kept or both not. Lines of markup are as they are.
pub fn whole<'a>(page: &Page<'a>, lines: &[Line<'_>], has_markup: bool) -> Vec<Line<'a>> {
    let mut whole: Vec<Line<'a>> = Vec::with_capacity(lines.len());
    if has_markup {
        let as_they_are = lines.iter().zip(&page.lines).map(|(line, own)| Line {
            text: Cow::Borrowed(own.text),
            ..*line
        });
        whole.extend(as_they_are);
        return whole;
    }
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
