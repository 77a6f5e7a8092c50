//! Items of lists, by the signs that they begin with. Browsers leave these out of what they copy, so the corpus has too
//! few to learn from; other programs write them.

use crate::chars::Marker;
use crate::features::LineFeatures;
use crate::kind::Kind;

/// Makes list items of the body's lines that begin as such. A bullet is enough; a dash may begin what somebody says and
/// a number a heading, so these need another right above or below.
pub fn mark(lines: &[LineFeatures], kinds: &mut [Kind]) {
    let is_candidate = |i: usize| {
        lines[i].shape.marker.is_some() && matches!(kinds[i], Kind::Paragraph | Kind::Heading | Kind::List)
    };
    let goes_with = |above: usize| {
        above + 1 < lines.len()
            && lines[above + 1].blanks_before == 0
            && is_candidate(above)
            && is_candidate(above + 1)
    };
    let items: Vec<usize> = (0..lines.len())
        .filter(|&i| is_candidate(i))
        .filter(|&i| {
            let is_bullet =
                !matches!(lines[i].shape.marker, Some(Marker::Number(_))) && !lines[i].shape.starts_dash;
            is_bullet || goes_with(i) || i > 0 && goes_with(i - 1)
        })
        .collect();
    for i in items {
        kinds[i] = Kind::List;
    }
}
