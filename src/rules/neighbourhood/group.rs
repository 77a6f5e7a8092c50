//! Groups of lines with no blank line between them: boxes, lists, code.

use crate::features::{CODE_INDENT, LineFeatures};
use crate::kind::Kind;
use crate::patterns::Place;

/// A stretch of code has so many lines.
const CODE_LINES: usize = 3;

/// Larger groups are whole pages that lost their blank lines.
const LARGEST_BOX: usize = 8;

/// In a longer line a phrase inside of it does not tell what box it stands in.
const BOX_WORDS: f32 = 30.0;

/// The group of lines that a line stands in, with no blank line between them.
#[derive(Clone, Copy, Debug)]
pub struct Group {
    /// How many they are.
    pub lines: usize,
    /// The kind of boilerplate that another line of the group is by its words.
    pub box_kind: Option<Kind>,
    /// Whether most of its lines look like code.
    pub is_code: bool,
}

/// For each line the group it stands in.
pub fn groups(lines: &[LineFeatures]) -> Vec<Group> {
    let mut groups = Vec::with_capacity(lines.len());
    for group in lines.chunk_by(|_, next| next.blanks_before == 0) {
        let code = group
            .iter()
            .filter(|line| line.is_code() || line.shape.indent >= CODE_INDENT)
            .count();
        let own = Group {
            lines: group.len(),
            box_kind: None,
            is_code: group.len() >= CODE_LINES && 2 * code > group.len(),
        };
        if group.len() > LARGEST_BOX {
            groups.extend(std::iter::repeat_n(own, group.len()));
            continue;
        }
        let kinds: Vec<Option<Kind>> = group.iter().map(box_kind).collect();
        groups.extend((0..group.len()).map(|i| {
            let mut others = kinds.iter().enumerate().filter(|&(j, _)| j != i);
            Group {
                box_kind: others.find_map(|(_, &kind)| kind),
                ..own
            }
        }));
    }
    groups
}

/// The kind of box that a line tells of: newsletter boxes and cookie notices come as one group of lines.
fn box_kind(line: &LineFeatures) -> Option<Kind> {
    if line.signs.email_field || line.signs.subscribe {
        return Some(Kind::Subscribe);
    }
    let found = line.signs.phrase?;
    let tells = matches!(
        found.kind,
        Kind::Subscribe | Kind::Consent | Kind::Advertisement | Kind::Related | Kind::Comment
    ) || matches!(found.kind, Kind::Interface | Kind::Share | Kind::Legal)
        && found.place == Place::Whole;
    (tells && (found.place != Place::Within || line.words < BOX_WORDS)).then_some(found.kind)
}
