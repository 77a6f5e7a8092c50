//! The edge to JavaScript: the one module that knows its values.
//!
//! Every function is stateless: what a call needs goes in, what it made comes out, and nothing stays here between
//! two calls. So the package can replace an instance that has trapped by a fresh one, and nothing is lost.

mod options;

use std::borrow::Cow;
use std::sync::Arc;

use js_sys::{Float64Array, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;
use web_sys::Document;

use crate::article::{Article, Line, Setting};
use crate::clean::{clean_rendered, is_readerable};
use crate::kind::Kind;
use crate::options::Options;
use crate::reason::Reason;
use crate::source;
use crate::structure::Structure;
use options::read_options;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { CleanOptions, Result } from "../index.js";

/** The fields of a result. `lines` is empty: the labels come apart. */
export type BareArticle = Omit<Result, "with" | "toText" | "toHtml">;

/** What was made of each line of a text, by index, and what else it takes to assemble the article again. */
export interface Labels {
    /** Indices into `kindNames()`. */
    kinds: Uint8Array;
    /** 1 for a kept line, 0 for a dropped one. */
    kept: Uint8Array;
    scores: Float64Array;
    /** Indices into `reasonTexts()`. */
    reasons: Uint8Array;
    confidence: number;
    url: string | null;
    images: boolean;
    /** What the markup says of the lines, for `assemble`; `null` for a text. */
    structure: Uint8Array | null;
}

export interface Cleaned {
    article: BareArticle;
    labels: Labels;
    /** What was cleaned, where the input was no text: its lines are those of the result. */
    text: string | null;
}
"#;

/// What `clean` gives.
#[derive(Serialize)]
struct Cleaned<'a> {
    article: Article<'a>,
    labels: GivenLabels,
    text: Option<&'a str>,
}

/// Labels by line as typed arrays, as objects would cost more than the cleaning itself.
#[derive(Serialize)]
struct GivenLabels {
    #[serde(serialize_with = "preserve::serialize")]
    kinds: Uint8Array,
    #[serde(serialize_with = "preserve::serialize")]
    kept: Uint8Array,
    #[serde(serialize_with = "preserve::serialize")]
    scores: Float64Array,
    #[serde(serialize_with = "preserve::serialize")]
    reasons: Uint8Array,
    confidence: f64,
    url: Option<String>,
    images: bool,
    #[serde(serialize_with = "preserve::serialize")]
    structure: JsValue,
}

#[wasm_bindgen]
extern "C" {
    /// The labels that `clean` gave, come back, some `kept` changed.
    #[wasm_bindgen(typescript_type = "Labels")]
    pub type Labels;

    #[wasm_bindgen(method, getter)]
    fn kinds(this: &Labels) -> Vec<u8>;
    #[wasm_bindgen(method, getter)]
    fn kept(this: &Labels) -> Vec<u8>;
    #[wasm_bindgen(method, getter)]
    fn scores(this: &Labels) -> Vec<f64>;
    #[wasm_bindgen(method, getter)]
    fn reasons(this: &Labels) -> Vec<u8>;
    #[wasm_bindgen(method, getter)]
    fn confidence(this: &Labels) -> f64;
    #[wasm_bindgen(method, getter)]
    fn url(this: &Labels) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn images(this: &Labels) -> bool;
    #[wasm_bindgen(method, getter)]
    fn structure(this: &Labels) -> Option<Vec<u8>>;
}

/// The article in `text`, and the label of each line.
#[wasm_bindgen(unchecked_return_type = "Cleaned")]
pub fn clean(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "CleanOptions | null | undefined")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    give(crate::clean(text, &read_options(options)?), None)
}

/// The article in a page's HTML, and the label of each of its lines.
#[wasm_bindgen(js_name = cleanHtml, unchecked_return_type = "Cleaned")]
pub fn clean_html(
    html: &str,
    #[wasm_bindgen(unchecked_param_type = "CleanOptions | null | undefined")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = options_without_html(options)?;
    let rendered = source::html::read(html);
    give(clean_rendered(&rendered, &options), Some(&rendered.text))
}

/// The article in a document, and the label of each of its lines.
#[wasm_bindgen(js_name = cleanDocument, unchecked_return_type = "Cleaned")]
pub fn clean_document(
    document: &Document,
    #[wasm_bindgen(unchecked_param_type = "CleanOptions | null | undefined")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = options_of_document(document, options)?;
    let rendered = source::dom::read(document);
    give(clean_rendered(&rendered, &options), Some(&rendered.text))
}

fn give(mut article: Article<'_>, text: Option<&str>) -> Result<JsValue, JsValue> {
    let lines = std::mem::take(&mut article.lines);
    let bytes =
        |byte: fn(&Line<'_>) -> u8| Uint8Array::from(&lines.iter().map(byte).collect::<Vec<u8>>()[..]);
    let scores: Vec<f64> = lines.iter().map(|line| line.score).collect();
    let setting = article.setting();
    let labels = GivenLabels {
        kinds: bytes(|line| line.kind as u8),
        kept: bytes(|line| u8::from(line.kept)),
        scores: Float64Array::from(&scores[..]),
        reasons: bytes(|line| line.reason as u8),
        confidence: article.confidence,
        url: setting.url.clone(),
        images: setting.images,
        structure: match setting.structure.as_deref() {
            Some(structure) => Uint8Array::from(&bytes_of(structure)?[..]).into(),
            None => JsValue::NULL,
        },
    };
    to_js(&Cleaned {
        article,
        labels,
        text,
    })
}

/// Whether the text of a page probably has an article in it.
#[wasm_bindgen(js_name = isProbablyReaderable)]
pub fn is_probably_readerable(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "CleanOptions | null | undefined")] options: &JsValue,
) -> Result<bool, JsValue> {
    Ok(crate::is_probably_readerable(text, &read_options(options)?))
}

/// Whether a document probably has an article in it.
#[wasm_bindgen(js_name = isDocumentReaderable)]
pub fn is_document_readerable(
    document: &Document,
    #[wasm_bindgen(unchecked_param_type = "CleanOptions | null | undefined")] options: &JsValue,
) -> Result<bool, JsValue> {
    let options = options_of_document(document, options)?;
    let rendered = source::dom::read(document);
    Ok(is_readerable(&clean_rendered(&rendered, &options)))
}

/// The options of what is markup itself.
fn options_without_html(options: &JsValue) -> Result<Options, JsValue> {
    let options = read_options(options)?;
    match options.html {
        None => Ok(options),
        Some(_) => Err(error(
            "options.html goes with a text, of clean(text, options); leave it out",
        )),
    }
}

/// The options, with the document's address where they have none.
fn options_of_document(document: &Document, options: &JsValue) -> Result<Options, JsValue> {
    let mut options = options_without_html(options)?;
    options.url = options.url.or_else(|| source::dom::address(document));
    Ok(options)
}

/// The article again, of the same text.
#[wasm_bindgen(unchecked_return_type = "BareArticle")]
pub fn assemble(text: &str, labels: &Labels) -> Result<JsValue, JsValue> {
    let mut article = article(text, labels)?;
    article.lines = Vec::new();
    to_js(&article)
}

/// The article as plain text with its header.
#[wasm_bindgen(js_name = toText)]
pub fn to_text(text: &str, labels: &Labels) -> Result<String, JsValue> {
    Ok(article(text, labels)?.to_text())
}

/// The article as a whole small HTML document.
#[wasm_bindgen(js_name = toHtml)]
pub fn to_html(text: &str, labels: &Labels) -> Result<String, JsValue> {
    Ok(article(text, labels)?.to_html())
}

fn article<'a>(text: &'a str, labels: &Labels) -> Result<Article<'a>, JsValue> {
    let page = source::text::page(text);
    let (kinds, kept, scores, reasons) = (labels.kinds(), labels.kept(), labels.scores(), labels.reasons());
    let lines: Option<Vec<Line<'_>>> = page
        .lines
        .iter()
        .enumerate()
        .map(|(index, line)| {
            Some(Line {
                number: line.number,
                text: Cow::Borrowed(line.text),
                kind: Kind::from_number(*kinds.get(index)?)?,
                kept: *kept.get(index)? != 0,
                score: *scores.get(index)?,
                reason: *Reason::ALL.get(usize::from(*reasons.get(index)?))?,
                by_hand: false,
            })
        })
        .collect();
    let lines = lines.ok_or_else(|| error("the labels are not those of this text; clean it again"))?;
    let structure = labels.structure().map(|bytes| structure_of(&bytes));
    let setting = Setting {
        url: labels.url(),
        images: labels.images(),
        structure: structure.transpose()?,
        confidence: labels.confidence(),
    };
    Ok(Article::assemble(&page, lines, setting))
}

fn bytes_of(structure: &Structure) -> Result<Vec<u8>, JsValue> {
    postcard::to_allocvec(structure).map_err(|problem| error(&problem.to_string()))
}

fn structure_of(bytes: &[u8]) -> Result<Arc<Structure>, JsValue> {
    let structure = postcard::from_bytes(bytes);
    structure
        .map(Arc::new)
        .map_err(|_| error("the structure is not that of this page; clean it again"))
}

/// The names of the kinds, by their numbers.
#[wasm_bindgen(js_name = kindNames)]
pub fn kind_names() -> Vec<String> {
    Kind::ALL.into_iter().map(|kind| kind.name().to_owned()).collect()
}

/// The reasons in words, by their numbers.
#[wasm_bindgen(js_name = reasonTexts)]
pub fn reason_texts() -> Vec<String> {
    Reason::ALL
        .iter()
        .map(|reason| reason.text().to_owned())
        .collect()
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

fn error(message: &str) -> JsValue {
    JsError::new(message).into()
}
