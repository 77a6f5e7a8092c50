//! The whole road in one call.

use crate::article::Article;
use crate::model::{MARKUP_WEIGHTS, WEIGHTS, Weights};
use crate::options::Options;
use crate::page::Page;
use crate::{features, labels, model, source};

/// The article in the text of a page; where [`Options::html`] has the same page's HTML, also by what that says of it.
///
/// Any text is a valid paste; where there is no article, the article is empty and its confidence low.
pub fn clean<'a>(text: &'a str, options: &Options) -> Article<'a> {
    let html = options.html.as_deref();
    html.and_then(|html| clean_both_with(&MARKUP_WEIGHTS, text, html, options))
        .unwrap_or_else(|| clean_with(&WEIGHTS, text, options))
}

/// The article in a page's HTML.
///
/// Lines are what a person would see of the page, by HTML's own style sheet: what attributes and inline styles hide is
/// left out. Any text is valid HTML.
pub fn clean_html(html: &str, options: &Options) -> Article<'static> {
    clean_html_with(&MARKUP_WEIGHTS, html, options)
}

/// The same as [`clean`] with other weights than those that ship.
pub fn clean_with<'a>(weights: &Weights, text: &'a str, options: &Options) -> Article<'a> {
    clean_page(weights, &source::text::page(text), options)
}

/// The article in a text and the HTML of the same page; none where it is another page's.
pub fn clean_both_with<'a>(
    weights: &Weights,
    text: &'a str,
    html: &str,
    options: &Options,
) -> Option<Article<'a>> {
    let page = source::text::page(text);
    let aligned = source::align(&page, source::html::read(html))?;
    let page = Page {
        markup: Some(&aligned.markup),
        stated: Some(&aligned.stated),
        structure: Some(&aligned.structure),
        ..page
    };
    Some(clean_page(weights, &page, options).into_owned())
}

/// The same as [`clean_html`] with other weights than those that ship.
pub fn clean_html_with(weights: &Weights, html: &str, options: &Options) -> Article<'static> {
    let rendered = source::html::read(html);
    clean_page(weights, &Page::rendered(&rendered), options).into_owned()
}

/// The same as [`clean_html`] of HTML that was read already.
#[cfg(target_arch = "wasm32")]
pub fn clean_rendered<'a>(rendered: &'a source::Rendered, options: &Options) -> Article<'a> {
    clean_page(&MARKUP_WEIGHTS, &Page::rendered(rendered), options)
}

fn clean_page<'a>(weights: &Weights, page: &Page<'a>, options: &Options) -> Article<'a> {
    let features = features::describe(page);
    let predictions = model::predict(weights, &features);
    let labels = labels::decide(page, &features, &predictions, options.chosen_strictness());
    Article::from_labels(page, &labels, options)
}

/// The confidence from which a page counts as readerable.
const READERABLE: f64 = 0.5;

/// Whether the text of a page probably has an article in it.
pub fn is_probably_readerable(text: &str, options: &Options) -> bool {
    is_readerable(&clean(text, options))
}

/// Whether what was made of a page probably is an article.
pub fn is_readerable(article: &Article<'_>) -> bool {
    !article.text_content.is_empty() && article.confidence >= READERABLE
}
