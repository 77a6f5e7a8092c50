//! The article: assembled from labelled lines, and again when a person sets some of them.

mod body;
mod byline;
mod head;
mod picture;
mod plain;
mod published;
mod site;
#[cfg(test)]
pub(crate) mod tests;
mod title;
mod trim;
mod wrapped;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use serde::{Serialize, Serializer};

pub(crate) use body::{List, Node, Piece, Row, Table, TableCell, Text};
use head::Head;
pub(crate) use head::Header;

use crate::kind::{Kind, KindSet};
use crate::labels::{Label, Labels};
use crate::language::Direction;
use crate::metadata::{Field, Metadata, Source};
use crate::options::Options;
use crate::output;
use crate::page::Page;
use crate::reason::Reason;
use crate::structure::Structure;
use crate::urls::Base;

/// What the page gave: the article, and every line with what was made of it.
///
/// Serialized, its fields have the names that `Readability.js` gives them (`textContent`, `publishedTime` ...).
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article<'a> {
    /// The headline.
    pub title: Option<String>,
    /// The standfirst.
    pub subtitle: Option<String>,
    /// Who wrote it, without "By", date or job title.
    pub byline: Option<String>,
    /// When it was published, as ISO 8601, as precise as the page is: `2017-02-25` or `2017-02-25T13:44:00Z`.
    pub published_time: Option<String>,
    /// The site it stands on.
    pub site_name: Option<String>,
    /// The language of the body, as a primary BCP 47 tag: `de`.
    pub lang: Option<Cow<'static, str>>,
    /// The direction the body is read in.
    pub dir: Option<Direction>,
    /// What the markup says that the article is about, else the first paragraph of the body; cut at a word where long.
    pub excerpt: Option<String>,
    /// The body as HTML, with no markup but our own.
    pub content: String,
    /// The body: words and order of the page, blocks apart by a blank line.
    pub text_content: String,
    /// The length of `text_content` in UTF-16 units, as JavaScript counts.
    pub length: usize,
    /// The title, subtitle, byline and date, then the body, as Markdown.
    pub markdown: String,
    /// The address of the article's picture, a whole one of http or https. Text alone never tells it.
    pub image: Option<String>,
    /// How sure the classifier is that the page has an article and that this is it, from 0 to 1, to three places.
    #[serde(serialize_with = "as_in_javascript")]
    pub confidence: f64,
    /// Every line of the input, blank ones too.
    pub lines: Vec<Line<'a>>,
    #[serde(skip)]
    setting: Setting,
}

/// What it takes, beside the lines, to assemble an article again.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Setting {
    /// Where the page was taken from, as the options said.
    pub(crate) url: Option<String>,
    /// Whether pictures are asked for.
    pub(crate) images: bool,
    /// What the page's markup says.
    pub(crate) structure: Option<Arc<Structure>>,
    pub(crate) confidence: f64,
}

/// A line of the input and what was made of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line<'a> {
    /// Counted from 1.
    pub number: usize,
    /// The line as it stands in the input, without its end.
    pub text: Cow<'a, str>,
    /// What it is.
    pub kind: Kind,
    /// Whether it stands in the article.
    pub kept: bool,
    /// The probability, from 0 to 1, that it belongs in the body, to three places.
    #[serde(serialize_with = "as_in_javascript")]
    pub score: f64,
    /// What weighed most.
    pub reason: Reason,
    /// Whether a person kept or dropped it with [`Article::with`].
    pub by_hand: bool,
}

/// Three places: more would be noise, and in every language the number prints the same.
fn round(probability: f32) -> f64 {
    (f64::from(probability) * 1000.0).round() / 1000.0
}

/// `1` and not `1.0`: JavaScript writes it so, and the same article is the same JSON everywhere.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
fn as_in_javascript<S: Serializer>(probability: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    if probability.fract() == 0.0 {
        serializer.serialize_u64(*probability as u64)
    } else {
        serializer.serialize_f64(*probability)
    }
}

impl<'a> Line<'a> {
    pub(crate) fn new(number: usize, text: &'a str, label: Label, kinds: KindSet) -> Self {
        Self {
            number,
            text: Cow::Borrowed(text),
            kind: label.kind,
            kept: kinds.contains(label.kind),
            score: round(label.score),
            reason: label.reason,
            by_hand: false,
        }
    }

    /// Whether the line is one of those that the article is made of and that can be seen.
    fn stands(&self) -> bool {
        self.kept && self.kind != Kind::Blank
    }

    /// Whether it is one of those in the body.
    fn stands_in_body(&self) -> bool {
        self.stands() && !self.kind.is_header()
    }
}

impl<'a> Article<'a> {
    /// The article that labelled lines make.
    pub(crate) fn from_labels(page: &Page<'a>, labels: &Labels, options: &Options) -> Self {
        let (lines, setting) = labelled(page, labels, options);
        Self::assemble(page, lines, setting)
    }

    /// The article that the lines of this page make.
    pub(crate) fn assemble(page: &Page<'_>, lines: Vec<Line<'a>>, setting: Setting) -> Self {
        let (text_content, head, markdown, content) =
            in_blocks(page, &lines, &setting, |nodes, text_content, head| {
                let markdown = output::markdown::document(head.header(), nodes);
                let content = output::html::body(nodes);
                (text_content, head, markdown, content)
            });
        Self {
            length: text_content.encode_utf16().count(),
            title: head.title,
            subtitle: head.subtitle,
            byline: head.byline,
            published_time: head.published_time,
            site_name: head.site_name,
            lang: head.lang,
            dir: head.dir,
            excerpt: head.excerpt,
            content,
            text_content,
            markdown,
            image: head.image,
            confidence: setting.confidence,
            lines,
            setting,
        }
    }

    /// The article with lines of its own.
    pub(crate) fn into_owned(self) -> Article<'static> {
        let lines = self.lines.into_iter().map(|line| Line {
            text: Cow::Owned(line.text.into_owned()),
            ..line
        });
        Article {
            lines: lines.collect(),
            ..self
        }
    }

    /// The article with some lines kept (`true`) or dropped (`false`) by hand, by their numbers.
    ///
    /// A line keeps its kind; a kept line of a boilerplate kind stands in the body as a paragraph.
    ///
    /// # Errors
    /// When a number is that of no line.
    pub fn with(&self, kept: impl IntoIterator<Item = (usize, bool)>) -> Result<Self, UnknownLine> {
        let mut lines = self.lines.clone();
        let count = lines.len();
        for (number, kept) in kept {
            let line = number
                .checked_sub(1)
                .and_then(|index| lines.get_mut(index))
                .ok_or(UnknownLine { number, count })?;
            line.kept = kept;
            line.by_hand = true;
        }
        let page = Page::new(self.lines.iter().map(|line| line.text.as_ref()));
        Ok(Self::assemble(&page, lines, self.setting.clone()))
    }

    /// The title, subtitle, byline and date, each on its line, a blank line, then the body.
    pub fn to_text(&self) -> String {
        output::text::document(self.header(), &self.text_content)
    }

    /// A whole small HTML document: title, subtitle, byline and date, then `content`.
    pub fn to_html(&self) -> String {
        output::html::document(self.header(), &self.content, self.lang.as_deref(), self.dir)
    }

    /// What it takes, beside the lines, to assemble it again.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn setting(&self) -> &Setting {
        &self.setting
    }

    fn header(&self) -> Header<'_> {
        Header {
            title: self.title.as_deref(),
            subtitle: self.subtitle.as_deref(),
            byline: self.byline.as_deref(),
            published_time: self.published_time.as_deref(),
        }
    }
}

/// The lines with their labels, and what else it takes to assemble the article.
fn labelled<'a>(page: &Page<'a>, labels: &Labels, options: &Options) -> (Vec<Line<'a>>, Setting) {
    let lines = page
        .lines
        .iter()
        .zip(&labels.lines)
        .map(|(line, &label)| Line::new(line.number, line.text, label, options.kinds))
        .collect();
    let setting = Setting {
        url: options.url.clone(),
        images: options.images,
        structure: page.structure.map(|structure| of_kinds(structure, options.kinds)),
        confidence: round(labels.confidence),
    };
    (lines, setting)
}

/// Makes the blocks of the body, its text, and what heads it, and hands them over.
fn in_blocks<T>(
    page: &Page<'_>,
    lines: &[Line<'_>],
    setting: &Setting,
    take: impl FnOnce(&[Node<'_>], String, Head) -> T,
) -> T {
    let structure = setting.structure.as_deref();
    let whole = wrapped::whole(page, lines, structure.is_some());
    let url = setting.url.as_deref();
    let metadata = structure.map(|structure| &structure.metadata);
    let base = base(url, metadata);
    let source = body::Source::new(structure, &whole, &base, setting.images);
    let nodes = body::build(&whole, &source);
    let text_content = output::text::body(&nodes);
    let head = head::read(&whole, &nodes, &text_content, url, structure, &base);
    take(&nodes, text_content, head)
}

/// Makes the article up to its text, and hands over what writes the other outputs and gives the bytes of all.
#[cfg(feature = "stages")]
pub(crate) fn in_stages<T>(
    page: &Page<'_>,
    labels: &Labels,
    options: &Options,
    take: impl FnOnce(&dyn Fn() -> usize) -> T,
) -> T {
    let (lines, setting) = labelled(page, labels, options);
    in_blocks(page, &lines, &setting, |nodes, text_content, head| {
        take(&|| {
            let markdown = output::markdown::document(head.header(), nodes);
            text_content.len() + markdown.len() + output::html::body(nodes).len()
        })
    })
}

/// The structure, without what the page says in place of lines that are not wanted.
fn of_kinds(structure: &Arc<Structure>, kinds: KindSet) -> Arc<Structure> {
    let told = [Kind::Title, Kind::Byline, Kind::Date];
    if told.into_iter().all(|kind| kinds.contains(kind)) {
        return Arc::clone(structure);
    }
    Arc::new(Structure {
        metadata: structure.metadata.of_kinds(kinds),
        ..Structure::clone(structure)
    })
}

/// What the addresses on a page are relative to: to what its markup names as such, else to its own address.
fn base(url: Option<&str>, metadata: Option<&Metadata>) -> Base {
    let told =
        |field: Field, sources: &[Source]| metadata.and_then(|metadata| metadata.first(field, sources));
    let own = url.or_else(|| told(Field::Canonical, &[Source::Rel, Source::OpenGraph]));
    Base::new(own).with(told(Field::Base, &[Source::Element]))
}

/// A line number that the page does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownLine {
    number: usize,
    count: usize,
}

impl fmt::Display for UnknownLine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { number, count } = self;
        write!(
            f,
            "there is no line {number}: the page has {count}, counted from 1"
        )
    }
}

impl std::error::Error for UnknownLine {}
