//! What a page says of its content in JSON-LD: whole texts, where it gives them.

use super::json::Value;

/// So many bytes of texts are kept.
const MOST: usize = 256 * 1024;

/// A text with fewer bytes says nothing of what stands on the page.
const SHORTEST: usize = 40;

/// Fields that hold the content, or pieces of it.
const BODIES: [&str; 4] = ["articleBody", "text", "transcript", "abstract"];

/// Fields that hold lists of the content's pieces, however short.
const PIECES: [&str; 3] = ["recipeIngredient", "recipeInstructions", "step"];

/// Fields that hold what readers wrote under it.
const REPLIES: [&str; 2] = ["comment", "review"];

/// The texts that a page states for machines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stated {
    /// The content, or pieces of it.
    pub bodies: Vec<String>,
    /// Replies and reviews.
    pub replies: Vec<String>,
    /// What it is about, in a few sentences; of goods often all there is.
    pub descriptions: Vec<String>,
    /// Its title, and who wrote it.
    pub titles: Vec<String>,
    pub authors: Vec<String>,
    /// The bytes of all of them.
    bytes: usize,
}

/// What of a value is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Any,
    Pieces,
    Replies,
}

impl Stated {
    /// Notes the texts in JSON-LD, which is read no deeper than its parser goes.
    pub(super) fn read(&mut self, value: &Value<'_>) {
        self.walk(value, What::Any);
    }

    fn walk(&mut self, value: &Value<'_>, what: What) {
        match value {
            Value::Text(text) if what == What::Pieces => self.body(text, 1),
            Value::Text(_) => {}
            Value::List(items) => items.iter().for_each(|item| self.walk(item, what)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.field(name, value, what);
                }
            }
        }
    }

    fn field(&mut self, name: &str, value: &Value<'_>, what: What) {
        match value {
            Value::Text(text) => match name {
                "name" | "text" if what == What::Pieces => self.body(text, 1),
                "text" | "reviewBody" if what == What::Replies => {
                    let reply = self.room(text, SHORTEST);
                    self.replies.extend(reply);
                }
                "description" => self.description(text),
                _ if BODIES.contains(&name) && what == What::Any => self.body(text, SHORTEST),
                _ if PIECES.contains(&name) => self.body(text, 1),
                _ => {}
            },
            _ if PIECES.contains(&name) => self.walk(value, What::Pieces),
            _ if REPLIES.contains(&name) => self.walk(value, What::Replies),
            _ => self.walk(value, what),
        }
    }

    fn body(&mut self, text: &str, shortest: usize) {
        let body = self.room(text, shortest);
        self.bodies.extend(body);
    }

    /// Notes what the page is about.
    pub(super) fn description(&mut self, text: &str) {
        let description = self.room(text, SHORTEST);
        self.descriptions.extend(description);
    }

    /// Notes a title.
    pub(super) fn title(&mut self, text: &str) {
        let title = self.room(text, 1);
        self.titles.extend(title);
    }

    /// Notes who wrote it.
    pub(super) fn author(&mut self, text: &str) {
        let author = self.room(text, 1);
        self.authors.extend(author);
    }

    /// The text, where there is still room for it.
    fn room(&mut self, text: &str, shortest: usize) -> Option<String> {
        let fits = text.len() >= shortest && self.bytes + text.len() <= MOST;
        fits.then(|| {
            self.bytes += text.len();
            text.to_owned()
        })
    }
}
