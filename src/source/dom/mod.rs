//! A document into lines, by walking its nodes: of a page that is shown, or of any library that has a DOM.

mod node;
mod styles;

use web_sys::Document;

use super::blocks::{Blocks, Rendered};
use super::html::fuller;
use super::opening::{Opening, picture};
use crate::markup::{Attribute, Attributes, Display, KnownNames, Tag};
use crate::metadata::Collector;
use crate::words::hash;
use node::{Children, Content, Node};
use styles::{Font, Styles};

/// So many nodes are walked: a page can make its nodes have siblings without end.
const MOST_NODES: usize = 4_000_000;

/// What a person sees of the document. Where it is shown, styles count as they are computed; where it is not, attributes
/// and inline styles decide, as they do for HTML.
pub fn read(document: &Document) -> Rendered {
    let document = Node::new(document.into());
    let document = document.as_ref();
    match document.and_then(Styles::of) {
        // Scripts ran: what is in `noscript` was not for this browser.
        Some(styles) => Walk::new(Some(&styles), true).run(document),
        None => fuller(|with_scripts| Walk::new(None, with_scripts).run(document)),
    }
}

/// The document's address, where it is one of the web: `about:blank` and a file tell nothing of a site.
pub fn address(document: &Document) -> Option<String> {
    let address = Node::new(document.into())?.text("URL")?;
    let is_of_web = ["http://", "https://"]
        .iter()
        .any(|scheme| address.starts_with(scheme));
    is_of_web.then_some(address)
}

/// A walk over the nodes of a document, with a stack of its own: pages nest as deep as they please.
struct Walk<'a> {
    styles: Option<&'a Styles>,
    with_scripts: bool,
    blocks: Blocks,
    collector: Collector,
    attributes: Attributes,
    known: KnownNames,
    open: Vec<Open>,
}

/// A node whose children are walked.
struct Open {
    /// Its name, if it is an element that has opened.
    tag: Option<Tag>,
    children: Children,
    /// Whether nothing in it can be seen: then it is not asked how it looks.
    is_gone: bool,
    font: Font,
    /// Whether text that comes now may begin with a line end that is none.
    begins_preformatted: bool,
}

impl<'a> Walk<'a> {
    fn new(styles: Option<&'a Styles>, with_scripts: bool) -> Self {
        Self {
            styles,
            with_scripts,
            blocks: Blocks::default(),
            collector: Collector::default(),
            attributes: Attributes::default(),
            known: KnownNames::default(),
            open: Vec::new(),
        }
    }

    fn run(mut self, document: Option<&Node>) -> Rendered {
        let keeps_line_ends = document.is_some_and(Node::keeps_line_ends);
        self.open.push(Open {
            tag: None,
            children: document.map_or(Children::Chain(None), Node::top),
            is_gone: false,
            font: Font::default(),
            begins_preformatted: false,
        });
        let mut rest = MOST_NODES;
        while let Some(open) = self.open.last_mut() {
            rest = rest.saturating_sub(1);
            let Some(node) = open.children.next().filter(|_| rest > 0) else {
                self.close();
                continue;
            };
            let begins_preformatted = std::mem::take(&mut open.begins_preformatted);
            match node.content() {
                Content::Element => self.element(&node, keeps_line_ends),
                Content::Text(text) => {
                    let text = text
                        .strip_prefix('\n')
                        .filter(|_| begins_preformatted)
                        .unwrap_or(&text);
                    self.collector.text(text);
                    self.blocks.text(text);
                }
                Content::Nothing => {}
            }
        }
        let (metadata, stated) = self.collector.finish();
        self.blocks.finish(metadata, stated)
    }

    fn element(&mut self, node: &Node, keeps_line_ends: bool) {
        let name = node.name();
        let tag = match Tag::of(name.as_bytes()) {
            Tag::Noscript if !self.with_scripts => Tag::Div,
            tag => tag,
        };
        let number = match tag {
            Tag::Other => hash(name.as_bytes()),
            _ => 0,
        };
        node.attributes(&mut self.attributes);
        self.collector.open(tag, &self.attributes);
        let mut opening = Opening::read(tag, number, &self.attributes, &mut self.known);
        let (is_gone, mut font) = self
            .open
            .last()
            .map_or_else(Default::default, |open| (open.is_gone, open.font));
        if let Some(styles) = self.styles.filter(|_| !is_gone) {
            font = styles.apply(&mut opening, node, font);
        }
        match tag.display() {
            Display::Break if !opening.is_hidden => self.blocks.line_break(),
            Display::Break | Display::Void => {}
            _ => {
                self.blocks.open(&opening);
                let is_gone = is_gone || opening.is_hidden;
                self.open.push(Open {
                    tag: Some(tag),
                    children: if is_gone {
                        node.children()
                    } else {
                        node.seen(&name)
                    },
                    is_gone,
                    font,
                    begins_preformatted: keeps_line_ends && tag == Tag::Pre,
                });
            }
        }
        if tag == Tag::Img
            && !opening.is_hidden
            && let Some(address) = picture(&self.attributes)
        {
            let alternative = self.attributes.get(Attribute::Alt);
            self.blocks.picture(address, alternative.unwrap_or_default());
        }
    }

    fn close(&mut self) {
        if let Some(Open { tag: Some(tag), .. }) = self.open.pop() {
            self.collector.close(tag);
            self.blocks.close();
        }
    }
}
