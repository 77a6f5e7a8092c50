//! What the article says of itself: title, byline, date, site, language.

use super::{Block, Line};
use crate::chars::trim;
use crate::kind::Kind;
use crate::language::Direction;

/// What the article says of itself. The fields are those of [`Article`](super::Article).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) title: Option<String>,
    pub(crate) subtitle: Option<String>,
    pub(crate) byline: Option<String>,
    pub(crate) published_time: Option<String>,
    pub(crate) site_name: Option<String>,
    pub(crate) lang: Option<&'static str>,
    pub(crate) dir: Option<Direction>,
    pub(crate) excerpt: Option<String>,
}

/// Reads the header lines, the body's language, and what the rest of the page tells of the site and the day.
pub(crate) fn read(lines: &[Line<'_>], blocks: &[Block<'_>], body: &str, _url: Option<&str>) -> Head {
    let first = |kind: Kind| {
        lines
            .iter()
            .find(|line| line.kept && line.kind == kind)
            .map(|line| trim(&line.text).to_owned())
    };
    Head {
        title: first(Kind::Title),
        subtitle: first(Kind::Subtitle),
        byline: first(Kind::Byline),
        published_time: None,
        site_name: None,
        lang: None,
        dir: Direction::of(body),
        excerpt: blocks
            .iter()
            .find(|block| block.kind == Kind::Paragraph)
            .map(|block| block.lines.join(" ")),
    }
}
