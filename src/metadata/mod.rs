//! What a page says of itself in its markup, apart from its text: who wrote it, when, and what it is called.
//!
//! A [`Collector`] is told of the elements as a source reads them, and gathers what is said with where it was said. What
//! is to be believed is decided where the article is made, with the labelled lines at hand.

mod collector;
mod json;
mod linked;
mod names;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use collector::Collector;

/// So many things are kept of each field; a page that says more says it of other things.
const MOST_OF_A_FIELD: usize = 32;

/// The longest value that is kept, in bytes.
const LONGEST: usize = 2_000;

/// What a page says of itself, in the order in which it says it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metadata {
    said: Vec<Said>,
}

/// Something that a page says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    pub field: Field,
    pub source: Source,
    /// Never empty, white space folded.
    pub text: String,
}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Field {
    Title,
    /// One person, or several in one text.
    Author,
    Published,
    Site,
    Description,
    Image,
    /// A language tag.
    Language,
    /// `ltr` or `rtl`.
    Direction,
    /// What relative addresses are relative to.
    Base,
    /// The page's own address.
    Canonical,
}

/// Where it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[repr(u8)]
pub enum Source {
    /// JSON-LD, of an article, a post, a recipe ...
    LinkedArticle,
    /// JSON-LD, of the page or of what else stands in it.
    LinkedPage,
    /// Open Graph: `og:title`, `article:published_time`.
    OpenGraph,
    /// What is said for one network's cards: `twitter:title`.
    Card,
    /// `dc.title`, `dcterms.creator`.
    DublinCore,
    /// Names that a page's publishing system gives: `parsely-title`, `citation_author`.
    Vendor,
    /// A plain name: `author`, `date`.
    Plain,
    /// `itemprop` on an element.
    Microdata,
    /// The attribute `rel` of a link.
    Rel,
    /// An element: `title`, `time`, `html`, `base`.
    Element,
}

impl Metadata {
    /// What is told of the field in this place, in order.
    pub fn of(&self, field: Field, source: Source) -> impl Iterator<Item = &str> {
        let said = self.said.iter();
        said.filter(move |said| said.field == field && said.source == source)
            .map(|said| &*said.text)
    }

    /// The first that is told of the field in any of these places, the first place first.
    pub fn first(&self, field: Field, sources: &[Source]) -> Option<&str> {
        sources.iter().find_map(|&source| self.of(field, source).next())
    }

    /// All that is told.
    #[cfg(feature = "training")]
    pub fn all(&self) -> &[Said] {
        &self.said
    }

    /// Whether the field is told anywhere.
    pub fn has(&self, field: Field) -> bool {
        self.said.iter().any(|said| said.field == field)
    }

    /// Notes what is told, unless it is empty, too long, or too much.
    fn note(&mut self, field: Field, source: Source, text: &str) {
        let text = text.trim();
        if text.is_empty() || text.len() > LONGEST {
            return;
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = Said { field, source, text };
        let same = self.said.iter().filter(|other| other.field == field);
        if same.clone().count() < MOST_OF_A_FIELD && !same.clone().any(|other| *other == said) {
            self.said.push(said);
        }
    }
}
