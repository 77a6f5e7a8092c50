//! What JSON-LD says of the article.

use foldhash::HashMap;

use super::json::{self, Value};
use super::{Field, Metadata, Source, Stated};

/// The vocabulary that types may be named with.
const VOCABULARY: [&str; 2] = ["http://schema.org/", "https://schema.org/"];

/// How the types of what may be an article end.
const ARTICLES: [&str; 11] = [
    "Article",
    "Posting",
    "Report",
    "Recipe",
    "Review",
    "HowTo",
    "Question",
    "Product",
    "VideoObject",
    "Episode",
    "CreativeWork",
];

/// How the types of what says something of the page end.
const PAGES: [&str; 3] = ["Page", "WebSite", "Blog"];

/// Notes what the things in this JSON-LD are called, who wrote them, and when.
pub fn read(text: &str, metadata: &mut Metadata, stated: &mut Stated) {
    let text = json::without_controls(text);
    let values = json::parse(&text);
    for value in &values {
        stated.read(value);
    }
    let mut graph = Graph::default();
    for value in &values {
        graph.add(value);
    }
    for &node in &graph.nodes {
        graph.note(node, metadata);
    }
}

/// The things that stand by themselves, and all that have names to be called by.
#[derive(Default)]
struct Graph<'a> {
    nodes: Vec<&'a Value<'a>>,
    by_id: HashMap<&'a str, &'a Value<'a>>,
}

impl<'a> Graph<'a> {
    /// Adds a thing and what it holds that stands for itself.
    fn add(&mut self, value: &'a Value<'a>) {
        for node in value.items() {
            if let Value::List(_) = node {
                self.add(node);
                continue;
            }
            if let Some(id) = node.get("@id").and_then(Value::text)
                && node.get("@type").is_some()
            {
                self.by_id.entry(id).or_insert(node);
            }
            self.nodes.push(node);
            for held in ["@graph", "mainEntity", "mainEntityOfPage"] {
                if let Some(held) = node.get(held) {
                    self.add(held);
                }
            }
        }
    }

    fn note(&self, node: &Value<'a>, metadata: &mut Metadata) {
        let types = node.get("@type").map_or(&[][..], Value::items);
        let is_any = |ends: &[&str]| {
            let types = types.iter().filter_map(Value::text);
            types
                .map(plain_type)
                .any(|own| ends.iter().any(|end| own.ends_with(end)))
        };
        let source = if is_any(&ARTICLES) {
            Source::LinkedArticle
        } else if is_any(&PAGES) {
            Source::LinkedPage
        } else {
            return;
        };
        let mut tell = |field, text: Option<&str>| metadata.note(field, source, text.unwrap_or_default());
        let text = |name: &str| node.get(name).and_then(Value::text);
        if is_any(&["WebSite", "Blog"]) {
            tell(Field::Site, text("name"));
            return;
        }
        tell(Field::Title, text("headline").or_else(|| text("name")));
        let authors = node.get("author").or_else(|| node.get("creator"));
        for author in authors.map_or(&[][..], Value::items) {
            tell(Field::Author, self.name(author));
        }
        let date = ["datePublished", "dateCreated", "uploadDate"];
        tell(Field::Published, date.into_iter().find_map(text));
        tell(Field::Description, text("description"));
        tell(Field::Language, text("inLanguage"));
        tell(
            Field::Site,
            node.get("publisher").and_then(|site| self.name(site)),
        );
        tell(
            Field::Image,
            node.get("image").and_then(|image| self.address(image)),
        );
    }

    /// The name of a person, an organization.
    fn name<'b>(&'b self, value: &'b Value<'a>) -> Option<&'b str> {
        let value = value.items().first()?;
        value.text().or_else(|| {
            let own = value.get("name").and_then(Value::text);
            own.or_else(|| self.meant(value)?.get("name")?.text())
        })
    }

    /// The address of a picture.
    fn address<'b>(&'b self, value: &'b Value<'a>) -> Option<&'b str> {
        let value = value.items().first()?;
        let of = |value: &'b Value<'a>| {
            let mut names = ["url", "contentUrl"].into_iter();
            names.find_map(|name| value.get(name)?.text())
        };
        value
            .text()
            .or_else(|| of(value))
            .or_else(|| of(self.meant(value)?))
    }

    /// What is only called by its name here.
    fn meant(&self, value: &Value<'a>) -> Option<&'a Value<'a>> {
        self.by_id.get(value.get("@id")?.text()?).copied()
    }
}

fn plain_type(name: &str) -> &str {
    let mut stripped = VOCABULARY.iter().filter_map(|start| name.strip_prefix(start));
    stripped.next().unwrap_or(name)
}
