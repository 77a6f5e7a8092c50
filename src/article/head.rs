//! What the article says of itself: title, byline, date, site, language.

use std::borrow::Cow;

use super::{Line, Node, body, byline, picture, plain, published, site, title, trim};
use crate::kind::Kind;
use crate::language::{self, Direction, Letters};
use crate::metadata::{Field, Metadata, Source};
use crate::structure::Structure;
use crate::urls::Base;

/// An excerpt is cut to this many characters, at a word.
const EXCERPT_CHARACTERS: usize = 300;

/// Where the language is told, and what the article is about, the most trusted first.
const LANGUAGE: [Source; 6] = [
    Source::Element,
    Source::LinkedArticle,
    Source::OpenGraph,
    Source::Plain,
    Source::DublinCore,
    Source::Microdata,
];
const DESCRIPTION: [Source; 6] = [
    Source::OpenGraph,
    Source::Plain,
    Source::LinkedArticle,
    Source::Card,
    Source::DublinCore,
    Source::LinkedPage,
];

/// What the article says of itself. The fields are those of [`Article`](super::Article).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    pub title: Option<String>,
    pub subtitle: Option<String>,
    pub byline: Option<String>,
    pub published_time: Option<String>,
    pub site_name: Option<String>,
    pub lang: Option<Cow<'static, str>>,
    pub dir: Option<Direction>,
    pub excerpt: Option<String>,
    pub image: Option<String>,
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
pub fn read(
    lines: &[Line<'_>],
    nodes: &[Node<'_>],
    body: &str,
    url: Option<&str>,
    structure: Option<&Structure>,
    base: &Base,
) -> Head {
    let metadata = structure.map(|structure| &structure.metadata);
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
    let letters = Letters::of(sample);
    let lang = language::of(sample, &letters);
    Head {
        title: title::choose(lines, structure, url),
        subtitle: first(Kind::Subtitle).map(str::to_owned),
        byline: byline::choose(lines, metadata, url),
        published_time: published::time(lines, lang, url, metadata),
        site_name: site::name(lines, url, metadata),
        lang: lang
            .map(Cow::Borrowed)
            .or_else(|| metadata.and_then(told_language)),
        dir: Direction::of(&letters).or_else(|| metadata.and_then(told_direction)),
        excerpt: metadata
            .and_then(description)
            .or_else(|| body::first_paragraph(nodes))
            .map(excerpt),
        image: metadata.and_then(|metadata| picture::address(metadata, base)),
    }
}

/// The language of the page, where its text has too little to tell.
fn told_language(metadata: &Metadata) -> Option<Cow<'static, str>> {
    let told = metadata.first(Field::Language, &LANGUAGE)?;
    let primary = told.split(['-', '_']).next()?.to_ascii_lowercase();
    let is_tag = matches!(primary.len(), 2 | 3) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    is_tag.then_some(Cow::Owned(primary))
}

/// The direction of the page, where it has no letter to tell.
fn told_direction(metadata: &Metadata) -> Option<Direction> {
    let told = metadata.first(Field::Direction, &[Source::Element])?;
    let all = [Direction::Ltr, Direction::Rtl];
    all.into_iter()
        .find(|direction| told.eq_ignore_ascii_case(direction.name()))
}

/// What the page says that the article is about.
fn description(metadata: &Metadata) -> Option<String> {
    let told = metadata.first(Field::Description, &DESCRIPTION)?;
    Some(plain::text(told).into_owned()).filter(|text| !text.is_empty())
}

/// The text, cut at a word where it is long.
fn excerpt(text: String) -> String {
    let Some((cut, _)) = text.char_indices().nth(EXCERPT_CHARACTERS) else {
        return text;
    };
    let kept = &text[..cut];
    // Scripts without spaces have no word to cut at.
    let end = kept
        .rfind(char::is_whitespace)
        .filter(|&end| end > cut / 2)
        .unwrap_or(cut);
    format!("{}…", kept[..end].trim_end())
}
