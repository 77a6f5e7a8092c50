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
    let Some(last) = lines.iter().rposition(Line::stands_in_body) else {
        return Vec::new();
    };
    let first = lines
        .iter()
        .position(|line| line.stands() && line.kind == Kind::Title)
        .or_else(|| lines.iter().position(Line::stands_in_body))
        .unwrap_or(0);
    // For each place between two lines, whether the nearest line that can be seen is of the article.
    let before = nearest(lines.iter(), is_of_article);
    let mut behind = nearest(lines.iter().rev(), is_of_article);
    behind.reverse();
    let mut pictures: Vec<(&Picture, String)> = Vec::new();
    for picture in &structure.pictures {
        let at = picture.line as usize;
        if !(first..=last + 1).contains(&at) {
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

/// For the place before each line, and for the last, whether the nearest line so far that can be seen is one of these.
fn nearest<'a, 'l: 'a>(
    lines: impl Iterator<Item = &'a Line<'l>>,
    is_one: impl Fn(&Line<'_>) -> bool,
) -> Vec<bool> {
    let mut nearest = true;
    let mut all = vec![nearest];
    all.extend(lines.map(|line| {
        if line.kind != Kind::Blank {
            nearest = is_one(line);
        }
        nearest
    }));
    all
}
