//! What the article says of itself: title, byline, date, site, language.

use super::{Line, Node, body, byline, published, site, trim};
use crate::kind::Kind;
use crate::language::{self, Direction};

/// An excerpt is cut to this many characters, at a word.
const EXCERPT_CHARACTERS: usize = 300;

/// What the article says of itself. The fields are those of [`Article`](super::Article).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub byline: Option<String>,
    pub published_time: Option<String>,
    pub site_name: Option<String>,
    pub lang: Option<&'static str>,
    pub dir: Option<Direction>,
    pub excerpt: Option<String>,
}

/// The lines above the body, as every output shows them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Header<'a> {
    pub title: Option<&'a str>,
    pub subtitle: Option<&'a str>,
    pub byline: Option<&'a str>,
    pub published_time: Option<&'a str>,
}

impl<'a> Header<'a> {
    /// What stands between the title and the body, from the top.
    pub fn below_title(self) -> impl Iterator<Item = &'a str> {
        [self.subtitle, self.byline, self.published_time]
            .into_iter()
            .flatten()
    }
}

impl Head {
    pub fn header(&self) -> Header<'_> {
        Header {
            title: self.title.as_deref(),
            subtitle: self.subtitle.as_deref(),
            byline: self.byline.as_deref(),
            published_time: self.published_time.as_deref(),
        }
    }
}

/// Reads the header lines, the body's language, and what the rest of the page tells of the site and the day.
pub fn read(lines: &[Line<'_>], nodes: &[Node<'_>], body: &str, url: Option<&str>) -> Head {
    let of = |kind: Kind| {
        let kept = lines.iter().filter(move |line| line.kept && line.kind == kind);
        kept.map(|line| trim::line(&line.text))
    };
    let first = |kind: Kind| of(kind).next();
    // A page without an article is in a language too: then all its lines tell.
    let page: String;
    let sample = if body.is_empty() {
        page = lines
            .iter()
            .map(|line| line.text.as_ref())
            .collect::<Vec<_>>()
            .join("\n");
        &page
    } else {
        body
    };
    let lang = language::of(sample);
    Head {
        title: first(Kind::Title).map(str::to_owned),
        subtitle: first(Kind::Subtitle).map(str::to_owned),
        byline: of(Kind::Byline).find_map(byline::name),
        published_time: published::time(lines, lang, url),
        site_name: site::name(lines, url),
        lang,
        dir: Direction::of(sample),
        excerpt: excerpt(nodes),
    }
}

fn excerpt(nodes: &[Node<'_>]) -> Option<String> {
    let paragraph = body::first_paragraph(nodes)?;
    let Some((cut, _)) = paragraph.char_indices().nth(EXCERPT_CHARACTERS) else {
        return Some(paragraph);
    };
    let kept = &paragraph[..cut];
    // Scripts without spaces have no word to cut at.
    let end = kept
        .rfind(char::is_whitespace)
        .filter(|&end| end > cut / 2)
        .unwrap_or(cut);
    Some(format!("{}…", kept[..end].trim_end()))
}
