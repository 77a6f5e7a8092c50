//! The document that a page's HTML makes: its elements, and its words in the order they are read.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use html5ever::driver;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use scraper::node::Element as Tag;
use scraper::{Html, HtmlTreeSink, Node};

use crate::score;
use copydesk::training::{KnownNames, Marks};

/// What is never seen of a page: `title` is that of a drawing too.
const UNSEEN: [&str; 14] = [
    "script", "style", "template", "head", "title", "iframe", "object", "video", "audio", "canvas",
    "datalist", "map", "math", "noembed",
];
/// A word may be put together from at most so many neighbouring pieces: `<b>T</b>essel`.
const MOST_PIECES: usize = 8;

/// An element of the page.
#[derive(Clone, Debug)]
pub struct Element {
    /// The element that it stands in.
    pub parent: Option<usize>,
    /// Its name: `div`.
    pub tag: Box<str>,
    /// What its attributes say of it.
    pub marks: Marks,
}

/// A word of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its number in the vocabulary.
    pub id: u32,
    /// The position of the element that it stands in.
    pub element: usize,
}

/// The words that are looked for, each with its number.
pub type Vocabulary = HashMap<String, u32>;

/// A page's elements, parents before their children, and those of its words that are looked for.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The elements.
    pub elements: Vec<Element>,
    /// The words.
    pub words: Vec<Word>,
}

impl Document {
    /// Parses `html`. Without scripts, as the pastes were made: what stands in `noscript` is seen.
    pub fn new(html: &str, vocabulary: &Vocabulary) -> Self {
        let options = driver::ParseOpts {
            tree_builder: TreeBuilderOpts {
                scripting_enabled: false,
                ..TreeBuilderOpts::default()
            },
            ..driver::ParseOpts::default()
        };
        let html = driver::parse_document(HtmlTreeSink::new(Html::new_document()), options).one(html);
        let mut reader = Reader::default();
        reader.read(html.tree.root());
        Self {
            words: words(&reader.pieces, vocabulary),
            elements: reader.elements,
        }
    }

    /// The element and those that it stands in, the nearest first.
    pub fn chain(&self, element: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(element), |&at| self.elements[at].parent)
    }
}

/// A word, or a part of one that goes on in the next element.
#[derive(Debug)]
struct Piece {
    text: String,
    element: usize,
    /// Whether nothing stands between it and the piece before.
    goes_on: bool,
}

/// Walks the tree.
#[derive(Debug, Default)]
struct Reader {
    elements: Vec<Element>,
    pieces: Vec<Piece>,
    /// Whether the last text ended within a word.
    in_word: bool,
}

impl Reader {
    fn read(&mut self, root: NodeRef<'_, Node>) {
        let mut open: Vec<usize> = Vec::new();
        let mut unseen: Option<NodeId> = None;
        let mut known = KnownNames::default();
        // Pages nest deeper than a stack may be, so the walk calls nothing again.
        for edge in root.traverse() {
            match edge {
                Edge::Open(node) if unseen.is_none() => match node.value() {
                    Node::Element(tag) if is_unseen(tag) => unseen = Some(node.id()),
                    Node::Element(tag) => {
                        self.elements.push(Element {
                            parent: open.last().copied(),
                            tag: tag.name().into(),
                            marks: Marks::of(
                                copydesk::training::Tag::of(tag.name().as_bytes()),
                                &tag.attrs().collect(),
                                &mut known,
                            ),
                        });
                        open.push(self.elements.len() - 1);
                        self.values(tag);
                    }
                    Node::Text(text) => {
                        if let Some(&element) = open.last() {
                            self.text(text, element);
                        }
                    }
                    _ => {}
                },
                Edge::Close(node) => {
                    if unseen == Some(node.id()) {
                        unseen = None;
                    } else if unseen.is_none() && node.value().is_element() {
                        open.pop();
                    }
                }
                Edge::Open(_) => {}
            }
        }
    }

    /// What an element shows besides its text: alternative texts, values of fields.
    fn values(&mut self, tag: &Tag) {
        let element = self.elements.len() - 1;
        let shown: &[&str] = match tag.name() {
            "img" => &["alt"],
            "input" if matches!(tag.attr("type"), Some("checkbox" | "radio" | "hidden")) => &[],
            "input" => &["alt", "value", "placeholder"],
            "textarea" => &["placeholder"],
            "optgroup" | "option" => &["label"],
            "br" | "hr" => {
                self.in_word = false;
                &[]
            }
            _ => return,
        };
        for text in shown.iter().filter_map(|name| tag.attr(name)) {
            self.in_word = false;
            self.text(text, element);
            self.in_word = false;
        }
    }

    fn text(&mut self, text: &str, element: usize) {
        let text = text.to_lowercase();
        let mut end = 0;
        for word in score::words(&text) {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            self.pieces.push(Piece {
                text: word.to_owned(),
                element,
                goes_on: start == 0 && self.in_word && !self.pieces.is_empty(),
            });
            end = start + word.len();
        }
        if !text.is_empty() {
            self.in_word = end == text.len();
        }
    }
}

/// Whether the element is never seen, by its name or because it says so.
fn is_unseen(tag: &Tag) -> bool {
    let is_hidden = || {
        tag.attr("hidden").is_some()
            || tag.name() == "dialog" && tag.attr("open").is_none()
            || tag.attr("style").is_some_and(|style| {
                let style: String = style.to_lowercase().split_whitespace().collect();
                style.contains("display:none") || style.contains("visibility:hidden")
            })
    };
    UNSEEN.contains(&tag.name()) || is_hidden()
}

/// The words that the pieces make, of those in the vocabulary.
///
/// Whether neighbouring elements stand on one line is for style sheets to say, and these are not known. So pieces with
/// nothing between them are one word where the paste has that word, and several where it has not.
fn words(pieces: &[Piece], vocabulary: &Vocabulary) -> Vec<Word> {
    let mut words = Vec::new();
    let mut joined = String::new();
    let mut at = 0;
    while at < pieces.len() {
        joined.clone_from(&pieces[at].text);
        let mut found = vocabulary.get(&joined).map(|&id| (id, 1));
        let following = pieces[at + 1..].iter().take(MOST_PIECES - 1);
        for (more, piece) in following.take_while(|piece| piece.goes_on).enumerate() {
            joined.push_str(&piece.text);
            found = vocabulary.get(&joined).map(|&id| (id, more + 2)).or(found);
        }
        let (id, count) = found.map_or((None, 1), |(id, count)| (Some(id), count));
        let element = pieces[at].element;
        words.extend(id.map(|id| Word { id, element }));
        at += count;
    }
    words
}
#[cfg(test)]
mod tests {
    use super::*;

    /// The words that are found of those asked for, each with its element's name.
    fn found(html: &str, asked: &[&str]) -> String {
        let vocabulary = (0..)
            .zip(asked)
            .map(|(id, &word)| (word.to_owned(), id))
            .collect();
        let document = Document::new(html, &vocabulary);
        let shown = |word: &Word| {
            let tag = &document.elements[word.element].tag;
            format!("{}:{tag}", asked[word.id as usize])
        };
        document.words.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_joined_over_elements_where_the_paste_has_them_so() {
        let html = "<p>T<b>essel</b></p><ul><li>Home</li><li>News</li></ul><p>Oak<br>mill</p>";
        let asked = ["tessel", "home", "news", "oak", "mill"];
        assert_eq!(found(html, &asked), "tessel:p home:li news:li oak:p mill:p");
        assert_eq!(found(html, &["homenews", "oakmill"]), "homenews:li");
    }

    #[test]
    fn values_and_alternative_texts_are_seen_and_hidden_elements_are_not() {
        let html = "<title>dike</title><img alt=mill><input value=go><input type=hidden value=dike>\
            <noscript><p>ferry</p></noscript><div hidden>dike</div><p style='display: none'>dike</p><p>end</p>";
        let asked = ["dike", "mill", "go", "ferry", "end"];
        assert_eq!(found(html, &asked), "mill:img go:input ferry:p end:p");
    }
}
