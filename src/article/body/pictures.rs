//! Which pictures stand in the article.

use crate::article::Line;
use crate::kind::Kind;
use crate::structure::{Picture, Structure};

/// The pictures of the article, each with its address made absolute: those between its first and its last line, beside
/// a line that stands in it or under a picture. Pictures of other stories stand beside those stories' lines.
pub(super) fn of_article<'a>(
    structure: &'a Structure,
    lines: &[Line<'_>],
    absolute: impl Fn(&str) -> Option<String>,
) -> Vec<(&'a Picture, String)> {
    let is_of_article = |line: &Line<'_>| {
        line.stands()
            || matches!(
                line.kind,
                Kind::Caption | Kind::Credit | Kind::Title | Kind::Subtitle
            )
    };
    let stands = |line: &Line<'_>| line.stands() && !line.kind.is_header();
    let Some(last) = lines.iter().rposition(stands) else {
        return Vec::new();
    };
    let first = lines
        .iter()
        .position(|line| line.stands() && line.kind == Kind::Title)
        .or_else(|| lines.iter().position(stands))
        .unwrap_or(0);
    // For each place between two lines, whether the nearest line that can be seen is of the article.
    let mut nearest = true;
    let mut before = Vec::with_capacity(lines.len() + 1);
    before.push(nearest);
    before.extend(lines.iter().map(|line| {
        nearest = if line.kind == Kind::Blank {
            nearest
        } else {
            is_of_article(line)
        };
        nearest
    }));
    let mut nearest = true;
    let mut behind = Vec::with_capacity(lines.len() + 1);
    behind.push(nearest);
    behind.extend(lines.iter().rev().map(|line| {
        nearest = if line.kind == Kind::Blank {
            nearest
        } else {
            is_of_article(line)
        };
        nearest
    }));
    behind.reverse();
    let mut pictures: Vec<(&Picture, String)> = Vec::new();
    for picture in &structure.pictures {
        let at = picture.line as usize;
        if !(first..=last + 1).contains(&at) || at >= before.len() {
            continue;
        }
        if before[at]
            && behind[at]
            && pictures
                .last()
                .is_none_or(|(last, _)| last.address != picture.address)
            && let Some(address) = absolute(&picture.address)
        {
            pictures.push((picture, address));
        }
    }
    pictures
}
