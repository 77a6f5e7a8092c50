//! A row of input.

use std::fmt;

use serde::de::{Deserializer, Visitor};
use serde::{Deserialize, de};
use serde_json::error::Category;
use serde_json::value::RawValue;

/// What JSON allows around its values.
const WHITE_SPACE: [char; 4] = [' ', '\t', '\n', '\r'];

const NO_OBJECT: &str = "the row is no JSON object; give one with \"text\" or \"html\"";

/// A page in a stream.
#[derive(Debug)]
pub struct Row<'a> {
    /// Any JSON value, as it was written.
    pub id: Option<&'a RawValue>,
    pub page: Page,
    pub url: Option<String>,
}

/// What a row has of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Page {
    /// The text, and the HTML beside it where the row has both: the lines are those of the text.
    Text(String, Option<String>),
    Html(String),
}

/// Why there is no page in a row.
#[derive(Debug)]
pub struct BadRow<'a> {
    /// As far as it could be read.
    pub id: Option<&'a RawValue>,
    pub error: String,
}

/// The fields that are read, of any type: a row with a wrong one still has its `id`.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow, default, deserialize_with = "present")]
    id: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    text: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    html: Option<&'a RawValue>,
    #[serde(borrow, default, deserialize_with = "present")]
    url: Option<&'a RawValue>,
}

/// A value that stands there; `null` is one, where an `Option` would take it for none.
fn present<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<&'de RawValue>, D::Error> {
    Deserialize::deserialize(deserializer).map(Some)
}

impl<'a> Row<'a> {
    /// The page in a row, or why there is none.
    pub fn parse(json: &'a str) -> Result<Self, BadRow<'a>> {
        let without_id = |error| BadRow { id: None, error };
        // An array would pass for an object whose fields come in their order.
        if !json.trim_start_matches(WHITE_SPACE).starts_with('{') {
            return Err(without_id(NO_OBJECT.to_owned()));
        }
        let fields: Fields<'a> = serde_json::from_str(json).map_err(|error| without_id(syntax(&error)))?;
        let id = fields.id;
        match (fields.page(), fields.address()) {
            (Ok(page), Ok(url)) => Ok(Self { id, page, url }),
            (Err(error), _) | (_, Err(error)) => Err(BadRow { id, error }),
        }
    }
}

impl Fields<'_> {
    fn page(&self) -> Result<Page, String> {
        let html = self
            .html
            .filter(|html| !is_null(html))
            .map(|html| string("html", html));
        match (self.text, html) {
            (Some(text), html) => Ok(Page::Text(string("text", text)?, html.transpose()?)),
            (None, Some(html)) => html.map(Page::Html),
            _ => Err("there is no \"text\" and no \"html\"; give one of them".into()),
        }
    }

    fn address(&self) -> Result<Option<String>, String> {
        self.url
            .filter(|url| !is_null(url))
            .map(|url| string("url", url))
            .transpose()
    }
}

fn is_null(value: &RawValue) -> bool {
    value.get() == "null"
}

fn string(name: &str, value: &RawValue) -> Result<String, String> {
    let found = match value.get().bytes().next() {
        Some(b'"') => {
            return serde_json::from_str::<Text>(value.get())
                .map(|Text(text)| text)
                .map_err(|error| format!("\"{name}\" is no string: {error}"));
        }
        Some(b'{') => "an object",
        Some(b'[') => "an array",
        Some(b't' | b'f') => "true or false",
        Some(b'n') => "null",
        _ => "a number",
    };
    Err(format!("\"{name}\" is {found}; give a string"))
}

/// What is wrong and where, in words that the npm package's command has, too. The row is one line: a byte is its place.
fn syntax(error: &serde_json::Error) -> String {
    match error.classify() {
        Category::Data => "a field stands there twice; leave one out".to_owned(),
        Category::Eof => "the row cannot be parsed as JSON: it ends too soon".to_owned(),
        Category::Syntax | Category::Io => {
            format!("the row cannot be parsed as JSON from byte {}", error.column())
        }
    }
}

/// A string that may hold half of a surrogate pair, as JavaScript writes one that was cut: U+FFFD stands for it.
struct Text(String);

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // As bytes, because serde_json refuses such a string and gives such bytes.
        deserializer.deserialize_bytes(TextVisitor)
    }
}

struct TextVisitor;

impl Visitor<'_> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_bytes<E: de::Error>(self, bytes: &[u8]) -> Result<Text, E> {
        Ok(Text(match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => well_formed(bytes.to_vec()),
        }))
    }
}

/// Replaces each half pair, which stands in three bytes, by U+FFFD, which does too.
fn well_formed(mut bytes: Vec<u8>) -> String {
    for at in 0..bytes.len().saturating_sub(2) {
        if bytes[at] == 0xED && bytes[at + 1] >= 0xA0 {
            bytes[at..at + 3].copy_from_slice("\u{FFFD}".as_bytes());
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(json: &str) -> (Option<&str>, String) {
        let bad = Row::parse(json).unwrap_err();
        (bad.id.map(RawValue::get), bad.error)
    }

    #[test]
    fn an_id_is_kept_as_it_was_written() {
        for id in [
            "1",
            "9007199254740993",
            "1.0",
            "1e400",
            "\"\\u00e9\"",
            "null",
            "{\"b\":1,\"a\":[2]}",
        ] {
            let json = format!("{{\"id\": {id}, \"text\": \"a\"}}");
            assert_eq!(Row::parse(&json).unwrap().id.map(RawValue::get), Some(id));
        }
        assert!(Row::parse(r#"{"text": "a"}"#).unwrap().id.is_none());
    }

    #[test]
    fn fields_that_nobody_asked_for_do_no_harm() {
        let deep = "[".repeat(100_000) + &"]".repeat(100_000);
        let json = format!("{{\"deep\": {deep}, \"text\": \"a\", \"HTML\": \"<p>a\", \"url\": null}}");
        let row = Row::parse(&json).unwrap();
        assert_eq!((row.page, row.url), (Page::Text("a".into(), None), None));
    }

    #[test]
    fn a_bad_row_tells_its_id_and_what_is_wrong() {
        let no_text = "there is no \"text\" and no \"html\"; give one of them";
        assert_eq!(error(r#"{"id": 7}"#), (Some("7"), no_text.into()));
        assert_eq!(error(r#"{"id": 7, "html": null}"#), (Some("7"), no_text.into()));
        assert_eq!(
            error(r#"{"text": 5, "id": 7}"#),
            (Some("7"), "\"text\" is a number; give a string".into())
        );
        assert_eq!(error(r#"{"text": null}"#).1, "\"text\" is null; give a string");
        assert_eq!(
            error(r#"{"text": "a", "url": ["x"]}"#).1,
            "\"url\" is an array; give a string"
        );
        assert_eq!(error(r#"{"html": 5}"#).1, "\"html\" is a number; give a string");
    }

    #[test]
    fn a_page_is_text_or_html() {
        let page = |json: &'static str| Row::parse(json).unwrap().page;
        assert_eq!(page(r#"{"html": "<p>a"}"#), Page::Html("<p>a".into()));
        let both = page(r#"{"html": "<p>a", "text": "a"}"#);
        assert_eq!(both, Page::Text("a".into(), Some("<p>a".into())));
    }

    #[test]
    fn what_is_no_object_is_told_with_its_place() {
        for (json, message) in [
            (
                r#"{"id": 7, "text": "a"#,
                "the row cannot be parsed as JSON: it ends too soon",
            ),
            (
                r#"{"id": 7, 'text'}"#,
                "the row cannot be parsed as JSON from byte 11",
            ),
            (
                r#"{"text": "a"} {}"#,
                "the row cannot be parsed as JSON from byte 15",
            ),
            (
                r#"{"id": 7, "id": 8}"#,
                "a field stands there twice; leave one out",
            ),
        ] {
            assert_eq!(error(json), (None, message.to_owned()), "{json}");
        }
        for json in [
            "7",
            "null",
            "\"a\"",
            "nonsense",
            "[1, \"a\", null, null]",
            "\u{A0}{}",
        ] {
            assert_eq!(error(json).1, NO_OBJECT, "{json}");
        }
    }

    #[test]
    fn half_a_surrogate_pair_is_replaced() {
        let row = Row::parse(r#"{"text": "a\ud83d b\ude00 c\ud83d\ude00"}"#).unwrap();
        assert_eq!(row.page, Page::Text("a\u{FFFD} b\u{FFFD} c😀".into(), None));
    }
}
