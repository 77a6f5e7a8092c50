//! Rows of output.

use copydesk::{Article, Direction, Line};
use serde::Serialize;
use serde_json::Number;
use serde_json::value::RawValue;

/// The answer to a page: the fields of its article, in their order, and its lines only where they are asked for.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Record<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a RawValue>,
    title: Option<&'a str>,
    subtitle: Option<&'a str>,
    byline: Option<&'a str>,
    published_time: Option<&'a str>,
    site_name: Option<&'a str>,
    lang: Option<&'a str>,
    dir: Option<Direction>,
    excerpt: Option<&'a str>,
    content: &'a str,
    text_content: &'a str,
    length: usize,
    markdown: &'a str,
    image: Option<&'a str>,
    confidence: Number,
    #[serde(skip_serializing_if = "Option::is_none")]
    lines: Option<&'a [Line<'a>]>,
}

impl<'a> Record<'a> {
    pub fn new(id: Option<&'a RawValue>, article: &'a Article<'a>, lines: bool) -> Self {
        Self {
            id,
            title: article.title.as_deref(),
            subtitle: article.subtitle.as_deref(),
            byline: article.byline.as_deref(),
            published_time: article.published_time.as_deref(),
            site_name: article.site_name.as_deref(),
            lang: article.lang.as_deref(),
            dir: article.dir,
            excerpt: article.excerpt.as_deref(),
            content: &article.content,
            text_content: &article.text_content,
            length: article.length,
            markdown: &article.markdown,
            image: article.image.as_deref(),
            confidence: number(article.confidence),
            lines: lines.then_some(article.lines.as_slice()),
        }
    }
}

/// `1` and not `1.0`, as the article itself is serialized.
fn number(probability: f64) -> Number {
    match Number::from_f64(probability) {
        Some(number) if probability.fract() != 0.0 => number,
        _ => Number::from(probability as u64),
    }
}

/// The answer to a row that cannot be read.
#[derive(Serialize)]
pub struct ErrorRecord<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a RawValue>,
    /// The input, where there are several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<&'a str>,
    /// The number of its line in the input, from 1.
    pub row: u64,
    pub error: &'a str,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_the_article_serialized() {
        for text in ["", "A first line of some length.\n\nMore\n"] {
            let article = copydesk::clean(text, &copydesk::Options::default());
            let record = serde_json::to_string(&Record::new(None, &article, true)).unwrap();
            assert_eq!(record, serde_json::to_string(&article).unwrap());
        }
    }
}
