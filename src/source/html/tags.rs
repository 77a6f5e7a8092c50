//! Tags, gathered from the parts that the tokenizer hands over.

use std::borrow::Cow;

use html5gum::{Emitter, Error, State, naive_next_state};

use super::ampersands::HIDDEN;
use super::references::{Place, plain, resolved};
use super::soup::{Name, Soup};
use crate::markup::{Attribute, Attributes, KnownNames, Tag};
use crate::metadata::Collector;
use crate::source::opening::{Opening, picture};
use crate::words::hash;

/// Of a name no more is read than this, in bytes.
const LONGEST: usize = 200;

/// Hands the tokenizer's tags and text to the soup, and to the collector of what the page says of itself.
#[derive(Debug)]
pub struct Tags<'a> {
    soup: &'a mut Soup,
    collector: &'a mut Collector,
    with_scripts: bool,
    /// The text so far: it comes in pieces, which may end within a character.
    text: Vec<u8>,
    /// Up to where the text's references are resolved, and whether there are any behind that.
    resolved: usize,
    has_references: bool,
    /// It is a script's or the like, where an ampersand is one.
    is_raw: bool,
    /// The tag so far.
    name: Vec<u8>,
    is_end: bool,
    closes_itself: bool,
    attributes: Attributes,
    known: KnownNames,
    /// The name of the attribute so far, and, where its value is read, which it is.
    attribute: Vec<u8>,
    reading: Option<Attribute>,
    /// The value from its first ampersand on.
    value: Vec<u8>,
    /// The name of the last start tag: what it holds may only end with its end tag.
    last_start: Vec<u8>,
}

impl<'a> Tags<'a> {
    /// `with_scripts`: what is in `noscript` is not seen.
    pub fn new(soup: &'a mut Soup, collector: &'a mut Collector, with_scripts: bool) -> Self {
        Self {
            soup,
            collector,
            with_scripts,
            text: Vec::new(),
            resolved: 0,
            has_references: false,
            is_raw: false,
            name: Vec::new(),
            is_end: false,
            closes_itself: false,
            attributes: Attributes::default(),
            known: KnownNames::default(),
            attribute: Vec::new(),
            reading: None,
            value: Vec::new(),
            last_start: Vec::new(),
        }
    }

    fn start_tag(&mut self) {
        let name = self.name();
        let tag = name.tag;
        self.collector.open(tag, &self.attributes);
        let opening = Opening::read(tag, name.other, &self.attributes, &mut self.known);
        self.soup.start(name, &opening, self.closes_itself);
        if tag == Tag::Img
            && !opening.is_hidden
            && let Some(address) = picture(&self.attributes)
        {
            let alternative = self.attributes.get(Attribute::Alt);
            self.soup.picture(address, alternative.unwrap_or_default());
        }
    }

    fn name(&self) -> Name {
        match Tag::of(&self.name) {
            Tag::Noscript if !self.with_scripts => Tag::Div.into(),
            Tag::Other => Name {
                tag: Tag::Other,
                other: hash(&self.name),
            },
            tag => tag.into(),
        }
    }

    /// The name of an attribute is whole: is its value read?
    fn begin_value(&mut self) {
        let attribute = str::from_utf8(&self.attribute).ok().and_then(Attribute::of);
        self.reading = attribute.filter(|&attribute| self.attributes.begin(attribute));
        self.attribute.clear();
    }

    /// The value that is read is whole.
    fn end_value(&mut self) {
        if let Some(attribute) = self.reading.take()
            && !self.value.is_empty()
        {
            self.attributes
                .push(attribute, &resolved(&self.value, Place::Attribute));
            self.value.clear();
        }
    }

    /// A reference ends here at the latest.
    fn resolve(&mut self) {
        if self.has_references {
            let text = &mut self.text[self.resolved..];
            if self.is_raw {
                plain(text);
            } else {
                let resolved = resolved(text, Place::Text);
                self.text.truncate(self.resolved);
                self.text.extend(resolved);
            }
            self.has_references = false;
        }
        self.resolved = self.text.len();
    }

    fn end_text(&mut self) {
        self.resolve();
        self.resolved = 0;
        if !self.text.is_empty() {
            // Checking first is several times as fast where, as nearly always, nothing is to be replaced.
            let text = str::from_utf8(&self.text)
                .map_or_else(|_| String::from_utf8_lossy(&self.text), Cow::Borrowed);
            self.collector.text(&text);
            self.soup.text(&text);
            self.text.clear();
        }
    }

    fn begin(&mut self, is_end: bool) {
        self.name.clear();
        self.attribute.clear();
        self.attributes.clear();
        self.reading = None;
        self.value.clear();
        self.is_end = is_end;
        self.closes_itself = false;
    }
}

fn push(bytes: &mut Vec<u8>, more: &[u8]) {
    let room = LONGEST.saturating_sub(bytes.len());
    bytes.extend(&more[..room.min(more.len())]);
}

impl Emitter for Tags<'_> {
    type Token = std::convert::Infallible;

    fn emit_string(&mut self, text: &[u8]) {
        self.has_references |= text == [HIDDEN];
        self.text.extend(text);
    }

    fn start_open_tag(&mut self) {
        self.resolve();
    }

    fn init_start_tag(&mut self) {
        self.begin(false);
    }

    fn init_end_tag(&mut self) {
        self.begin(true);
    }

    fn push_tag_name(&mut self, name: &[u8]) {
        push(&mut self.name, name);
    }

    fn init_attribute(&mut self) {
        // One without a value ends with its name.
        if !self.attribute.is_empty() {
            self.begin_value();
        }
        self.end_value();
    }

    fn push_attribute_name(&mut self, name: &[u8]) {
        push(&mut self.attribute, name);
    }

    fn init_attribute_value(&mut self) {
        self.begin_value();
    }

    fn push_attribute_value(&mut self, value: &[u8]) {
        if !self.attribute.is_empty() {
            self.begin_value();
        }
        if let Some(attribute) = self.reading {
            if self.value.is_empty() && value != [HIDDEN] {
                self.attributes.push(attribute, value);
            } else {
                self.value.extend(value);
            }
        }
    }

    fn set_self_closing(&mut self) {
        self.closes_itself = true;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.end_text();
        self.end_value();
        self.is_raw = false;
        if self.is_end {
            let name = self.name();
            self.collector.close(name.tag);
            self.soup.end(name);
            return None;
        }
        if !self.attribute.is_empty() {
            self.begin_value();
        }
        self.start_tag();
        self.last_start.clone_from(&self.name);
        let state = match &*self.name {
            b"noscript" if !self.with_scripts => None,
            b"noframes" => Some(State::RawText),
            name => naive_next_state(name),
        };
        self.is_raw = state.is_some_and(|state| state != State::RcData);
        state
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.last_start.is_empty() && self.last_start == self.name
    }

    fn set_last_start_tag(&mut self, name: Option<&[u8]>) {
        self.last_start = name.unwrap_or_default().to_vec();
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn emit_error(&mut self, _: Error) {}

    fn pop_token(&mut self) -> Option<Self::Token> {
        None
    }

    fn emit_eof(&mut self) {
        self.end_text();
    }

    // Comments and doctypes say nothing.
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn emit_current_comment(&mut self) {}
    fn init_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn emit_current_doctype(&mut self) {}
}
