//! Gathers what the elements of a page tell, as a source reads them.

use super::linked;
use super::names;
use super::{Field, LONGEST, Metadata, Source, Stated};
use crate::markup::{Attribute, Attributes, Display, Tag};

/// So many elements are read at a time; in others that open within them only their text counts.
const MOST_OPEN: usize = 8;

/// So many bytes of JSON-LD are read of a page.
const MOST_JSON: usize = 512 * 1024;

/// The elements that tell something by their names.
const TELLING: [Tag; 9] = [
    Tag::A,
    Tag::Base,
    Tag::Body,
    Tag::Html,
    Tag::Link,
    Tag::Meta,
    Tag::Script,
    Tag::Time,
    Tag::Title,
];

/// The classes of a time that is of a change.
const UPDATED: [&str; 4] = ["updated", "modified", "dt-updated", "dateModified"];

/// The types of what others wrote, and the properties that have it.
const APART: [&str; 3] = ["Comment", "Answer", "UserComments"];
const APART_PROPERTIES: [&str; 4] = ["comment", "suggestedAnswer", "acceptedAnswer", "review"];

/// Gathers what the elements tell. Tags may be left out or out of order, as they are on pages: the text of an element
/// ends with as many end tags of its name as there were start tags.
#[derive(Debug, Default)]
pub struct Collector {
    done: Metadata,
    stated: Stated,
    open: Vec<Open>,
    /// How many bytes of JSON-LD were read.
    json: usize,
}

/// An element whose text is read.
#[derive(Debug)]
struct Open {
    tag: Tag,
    /// How many of its name are open, itself among them.
    depth: usize,
    what: What,
    text: String,
    /// Whether what it names has told its name.
    is_named: bool,
}

/// What an element's text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum What {
    /// JSON-LD.
    Json,
    /// A value.
    Value(Field, Source),
    /// Someone or something with a name of its own in it.
    Named(Field),
    /// A thing apart from the article: a comment, a teaser.
    Apart,
}

impl Collector {
    /// An element begins.
    pub fn open(&mut self, tag: Tag, attributes: &Attributes) {
        for open in self.open.iter_mut().filter(|open| open.tag == tag) {
            open.depth += 1;
        }
        let names_itself = attributes.has(Attribute::Itemprop) || attributes.has(Attribute::Itemtype);
        if !names_itself && !TELLING.contains(&tag) {
            return;
        }
        let get = |attribute| attributes.get(attribute);
        let is_apart = self.open.iter().any(|open| open.what == What::Apart);
        match tag {
            Tag::Html => {
                self.tell(Field::Language, Source::Element, get(Attribute::Lang));
                self.tell(Field::Direction, Source::Element, get(Attribute::Dir));
            }
            Tag::Body => self.tell(Field::Direction, Source::Element, get(Attribute::Dir)),
            Tag::Base => self.tell(Field::Base, Source::Element, get(Attribute::Href)),
            Tag::Link => self.link(attributes),
            Tag::Title if self.done.of(Field::Title, Source::Element).next().is_none() => {
                self.read(tag, What::Value(Field::Title, Source::Element));
            }
            Tag::Script if get(Attribute::Type).is_some_and(is_json) => self.read(tag, What::Json),
            Tag::Meta => self.meta(attributes),
            _ if is_apart => return,
            Tag::A if has_word(get(Attribute::Rel), &["author"]) => {
                self.read(tag, What::Value(Field::Author, Source::Rel));
            }
            Tag::Time if get(Attribute::Itemprop).is_none() && !has_word(get(Attribute::Class), &UPDATED) => {
                self.value(tag, Field::Published, Source::Element, get(Attribute::Datetime));
            }
            _ => {}
        }
        let is_type = |end: &&str| get(Attribute::Itemtype).is_some_and(|kind| kind.ends_with(*end));
        let begins_apart = APART.iter().any(is_type) || has_word(get(Attribute::Itemprop), &APART_PROPERTIES);
        if begins_apart {
            self.read(tag, What::Apart);
            return;
        }
        for property in get(Attribute::Itemprop)
            .unwrap_or_default()
            .split_ascii_whitespace()
        {
            self.property(tag, property, attributes);
        }
    }

    /// An element ends. End tags that end nothing do no harm.
    pub fn close(&mut self, tag: Tag) {
        for open in self.open.iter_mut().filter(|open| open.tag == tag) {
            open.depth -= 1;
        }
        let ended: Vec<Open> = self.open.extract_if(.., |open| open.depth == 0).collect();
        for open in ended {
            self.end(&open);
        }
    }

    /// Text stands in the innermost open element.
    pub fn text(&mut self, text: &str) {
        for open in &mut self.open {
            let most = match open.what {
                What::Json => MOST_JSON.saturating_sub(self.json),
                What::Apart => 0,
                // A little more than is kept: what is too long is seen to be.
                _ => 2 * LONGEST,
            };
            let room = most.saturating_sub(open.text.len()).min(text.len());
            let whole = (0..=room).rev().find(|&end| text.is_char_boundary(end));
            open.text.push_str(&text[..whole.unwrap_or(0)]);
        }
    }

    /// What was gathered, and the texts that the page states of its content.
    pub fn finish(mut self) -> (Metadata, Stated) {
        for open in std::mem::take(&mut self.open) {
            self.end(&open);
        }
        for said in &self.done.said {
            match said.field {
                Field::Title => self.stated.title(&said.text),
                Field::Author => self.stated.author(&said.text),
                Field::Description => self.stated.description(&said.text),
                _ => {}
            }
        }
        (self.done, self.stated)
    }

    fn tell(&mut self, field: Field, source: Source, text: Option<&str>) {
        self.done.note(field, source, text.unwrap_or_default());
    }

    /// The element's text is to be read.
    fn read(&mut self, tag: Tag, what: What) {
        // What holds text alone ends before anything else begins.
        let holds_text = matches!(tag, Tag::Title | Tag::Script);
        let most = if holds_text { 2 * MOST_OPEN } else { MOST_OPEN };
        if self.open.len() < most {
            self.open.push(Open {
                tag,
                depth: 1,
                what,
                text: String::new(),
                is_named: false,
            });
        }
    }

    fn end(&mut self, open: &Open) {
        match open.what {
            What::Json => {
                self.json += open.text.len();
                linked::read(&open.text, &mut self.done, &mut self.stated);
            }
            What::Value(field, source) => self.done.note(field, source, &open.text),
            What::Named(field) if !open.is_named => self.done.note(field, Source::Microdata, &open.text),
            What::Named(_) | What::Apart => {}
        }
    }

    /// The element tells a value: in an attribute, or in its text.
    fn value(&mut self, tag: Tag, field: Field, source: Source, attribute: Option<&str>) {
        if attribute.is_some() {
            self.tell(field, source, attribute);
        } else if tag.display() != Display::Void {
            self.read(tag, What::Value(field, source));
        }
    }

    /// Microdata.
    fn property(&mut self, tag: Tag, property: &str, attributes: &Attributes) {
        let get = |attribute| attributes.get(attribute);
        let address = get(Attribute::Content)
            .or(get(Attribute::Src))
            .or(get(Attribute::Href));
        let (field, value) = match property {
            "headline" => (Field::Title, get(Attribute::Content)),
            "datePublished" | "dateCreated" => (
                Field::Published,
                get(Attribute::Content).or(get(Attribute::Datetime)),
            ),
            "image" => (Field::Image, address),
            "inLanguage" => (Field::Language, get(Attribute::Content)),
            "author" | "creator" | "publisher" if attributes.has(Attribute::Itemscope) => {
                let is_publisher = property == "publisher";
                self.read(
                    tag,
                    What::Named(if is_publisher { Field::Site } else { Field::Author }),
                );
                return;
            }
            "author" | "creator" => (Field::Author, get(Attribute::Content)),
            "publisher" => (Field::Site, get(Attribute::Content)),
            "name" => {
                let named = self.open.iter_mut().rev().find_map(|open| match open.what {
                    What::Named(field) => Some((field, open)),
                    _ => None,
                });
                let Some((field, open)) = named else {
                    return;
                };
                open.is_named = true;
                (field, get(Attribute::Content))
            }
            _ => return,
        };
        if field != Field::Image || value.is_some() {
            self.value(tag, field, Source::Microdata, value);
        }
    }

    fn link(&mut self, attributes: &Attributes) {
        let get = |attribute| attributes.get(attribute);
        if has_word(get(Attribute::Rel), &["canonical"]) {
            self.tell(Field::Canonical, Source::Rel, get(Attribute::Href));
        }
        if has_word(get(Attribute::Rel), &["image_src"]) {
            self.tell(Field::Image, Source::Rel, get(Attribute::Href));
        }
    }

    fn meta(&mut self, attributes: &Attributes) {
        let get = |attribute| attributes.get(attribute);
        let names = [
            get(Attribute::Property),
            get(Attribute::Name),
            get(Attribute::HttpEquiv),
        ];
        let meaning = names.into_iter().flatten().find_map(names::meaning);
        if let Some((field, source)) = meaning {
            self.tell(field, source, get(Attribute::Content));
        }
    }
}

/// Whether one of the words of an attribute is one of these.
fn has_word(value: Option<&str>, words: &[&str]) -> bool {
    let mut own = value.unwrap_or_default().split_ascii_whitespace();
    own.any(|own| words.iter().any(|word| own.eq_ignore_ascii_case(word)))
}

fn is_json(kind: &str) -> bool {
    let kind = kind.split(';').next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("application/ld+json")
}
