//! A live document into text.

use web_sys::Document;

/// The text that a person sees in `document`: what styles hide is left out. Empty when it has no body.
///
/// `innerText` needs a document that is laid out. Where there is no layout it is the text of every node, scripts
/// too, or missing altogether; the caller looks first.
pub fn visible_text(document: &Document) -> String {
    document.body().map(|body| body.inner_text()).unwrap_or_default()
}
