//! A text beside its page: the lines, where they stand, and how much of each element is content.

use copydesk::Kind;
use copydesk::training::Described;

use super::document::Document;
use super::places::{self, Place};
use crate::corpus::CorpusPage;
use copydesk::training::Mark;

/// An element of boilerplate has at most this share of content: quotes in a teaser are found in the article too.
const MOST_CONTENT: f64 = 0.2;
/// And at most this share of the page's content, but for a few words.
const MOST_OF_ALL_CONTENT: f64 = 0.1;
const FEW_WORDS: usize = 20;
/// Where the content is known by snippets alone, a box has at most this share of the page's words.
const LARGEST_BOX: f64 = 0.4;
/// Of a line that is a link, or bold, this share of the words is.
pub const NEARLY_ALL: f64 = 0.8;
/// A link, or bold text, is at most so many elements above its words.
const LINK_DEPTH: usize = 4;

/// A notice of consent has one of these words.
const CONSENT_WORDS: [&str; 5] = ["cookie", "consent", "einwillig", "gdpr", "dsgvo"];

/// How much there is of an element.
#[derive(Clone, Copy, Debug, Default)]
pub struct Mass {
    /// The lines that stand in it.
    pub lines: usize,
    /// The words that are found in it.
    pub words: usize,
    /// Those of lines of content.
    pub content: usize,
    /// Those of links.
    pub links: usize,
}

/// A text beside its page.
#[derive(Debug)]
pub struct View<'a> {
    /// The page.
    pub page: &'a CorpusPage,
    /// Its elements.
    pub document: Document,
    /// The lines of the text.
    pub lines: &'a [&'a str],
    /// Whether each is content.
    pub is_content: &'a [Option<bool>],
    /// How many words each has.
    pub words: Vec<usize>,
    /// Where each stands.
    pub places: Vec<Option<Place>>,
    /// What each says of itself.
    pub own: Vec<Option<Kind>>,
    /// How much there is of each element.
    pub masses: Vec<Mass>,
    /// Whether each holds a line that speaks of cookies or of consent: a name alone may be of a part of the page.
    pub consents: Vec<bool>,
}

impl<'a> View<'a> {
    /// Finds the lines in the page.
    pub fn new(page: &'a CorpusPage, lines: &'a [&'a str], is_content: &'a [Option<bool>]) -> Self {
        let (vocabulary, ids) = places::words(lines);
        let document = Document::new(&page.html, &vocabulary);
        let places = places::places(&document, &ids);
        let mut masses = vec![Mass::default(); document.elements.len()];
        for (line, place) in places.iter().enumerate() {
            let Some(place) = place else { continue };
            for at in document.chain(place.element) {
                masses[at].lines += 1;
            }
            for &(element, count) in &place.words {
                let mut near = document.chain(element).take(LINK_DEPTH);
                let is_link = near.any(|at| document.elements[at].marks.has(Mark::Link));
                for at in document.chain(element) {
                    masses[at].words += count;
                    masses[at].links += if is_link { count } else { 0 };
                    masses[at].content += if is_content[line] == Some(true) { count } else { 0 };
                }
            }
        }
        let described = Described::new(&lines.join("\n"));
        let mut own = vec![None; lines.len()];
        for (line, kind) in described.positions().into_iter().zip(described.own_kinds()) {
            own[line] = kind;
        }
        let mut consents = vec![false; document.elements.len()];
        for (line, place) in places.iter().enumerate() {
            let text = lines[line].to_lowercase();
            if CONSENT_WORDS.into_iter().any(|word| text.contains(word)) {
                let element = place.as_ref().map(|place| place.element);
                for at in element.into_iter().flat_map(|element| document.chain(element)) {
                    consents[at] = true;
                }
            }
        }
        Self {
            consents,
            words: ids.iter().map(Vec::len).collect(),
            page,
            document,
            lines,
            is_content,
            places,
            own,
            masses,
        }
    }

    /// The elements that the line stands in, the nearest first.
    pub fn chain(&self, line: usize) -> impl Iterator<Item = usize> {
        let element = self.places[line].as_ref().map(|place| place.element);
        element
            .into_iter()
            .flat_map(|element| self.document.chain(element))
    }

    /// Whether the element has the mark.
    pub fn has(&self, element: usize, mark: Mark) -> bool {
        self.document.elements[element].marks.has(mark)
    }

    /// The name of the element.
    pub fn tag(&self, element: usize) -> &str {
        &self.document.elements[element].tag
    }

    /// The share of the line's words that stand in elements with the mark.
    pub fn share(&self, line: usize, mark: Mark) -> f64 {
        let Some(place) = &self.places[line] else {
            return 0.0;
        };
        let marked = |&&(element, _): &&(usize, usize)| {
            self.document
                .chain(element)
                .take(LINK_DEPTH)
                .any(|at| self.has(at, mark))
        };
        let count: usize = place.words.iter().filter(marked).map(|(_, count)| count).sum();
        count as f64 / place.found as f64
    }

    /// Whether the line is a link.
    pub fn is_link(&self, line: usize) -> bool {
        self.share(line, Mark::Link) >= NEARLY_ALL
    }

    /// Whether the element holds little or no content, so that it may be a box of boilerplate.
    pub fn is_apart(&self, element: usize) -> bool {
        let (mass, all) = (self.masses[element], self.all());
        if self.page.content.is_some() {
            let has_little = mass.content as f64 <= MOST_OF_ALL_CONTENT * all.content as f64;
            mass.content as f64 <= MOST_CONTENT * mass.words as f64
                && (has_little || mass.content <= FEW_WORDS)
        } else {
            mass.content == 0 && self.share_of_page(element) <= LARGEST_BOX
        }
    }

    /// How much there is of the page.
    pub fn all(&self) -> Mass {
        self.masses.first().copied().unwrap_or_default()
    }

    /// The share of the page's words that the element holds.
    pub fn share_of_page(&self, element: usize) -> f64 {
        self.masses[element].words as f64 / self.all().words.max(1) as f64
    }

    /// Whether the page is of this type.
    pub fn is_type(&self, name: &str) -> bool {
        self.page.page_type.as_deref() == Some(name)
    }

    /// The nearest element with the mark that the line stands in and that is no part of the article.
    pub fn apart_with(&self, line: usize, mark: Mark) -> Option<usize> {
        self.chain(line)
            .find(|&at| self.has(at, mark) && self.is_apart(at))
    }

    /// Whether the line stands in an element with the mark that holds little more than the line.
    pub fn is_close_to(&self, line: usize, mark: Mark, most_lines: usize) -> bool {
        self.chain(line)
            .take_while(|&at| self.masses[at].lines <= most_lines)
            .any(|at| self.has(at, mark))
    }

    /// Whether the line is the alternative text of a picture.
    pub fn is_picture(&self, line: usize) -> bool {
        self.places[line]
            .as_ref()
            .is_some_and(|place| self.tag(place.element) == "img")
    }

    /// The level of the heading that the line stands in.
    pub fn heading(&self, line: usize) -> Option<u8> {
        self.chain(line).find_map(|at| match self.tag(at).as_bytes() {
            [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
            _ => None,
        })
    }
}
