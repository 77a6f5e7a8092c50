//! The edge to JavaScript: the one file that knows its values.
//!
//! Every function is stateless: what a call needs goes in, what it made comes out, and nothing stays here between
//! two calls. So the package can replace an instance that has trapped by a fresh one, and nothing is lost.

use std::borrow::Cow;

use js_sys::{Array, Float32Array, Reflect, Symbol, Uint8Array};
use serde::Serialize;
use serde_wasm_bindgen::{Serializer, preserve};
use wasm_bindgen::prelude::*;
use web_sys::Document;

use crate::article::{Article, Line};
use crate::kind::Kind;
use crate::options::Options;
use crate::reason::Reason;
use crate::source;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
import type { CleanOptions, Result } from "../index.js";

/** The result without what the package adds to it. `lines` is empty: the labels come apart. */
export type BareArticle = Omit<Result, "image" | "with">;

/** The article of a text, and one label for each of its lines, by index. */
export interface Cleaned {
    article: BareArticle;
    url: string | null;
    /** Indices into `kindNames()`. */
    kinds: Uint8Array;
    /** 1 for a kept line, 0 for a dropped one. */
    kept: Uint8Array;
    scores: Float32Array;
    /** Indices into `reasonTexts()`. */
    reasons: Uint8Array;
}
"#;

/// What `clean` gives: labels by line as typed arrays, as objects would cost more than the cleaning itself.
#[derive(Serialize)]
struct Cleaned<'a> {
    article: Article<'a>,
    url: Option<String>,
    #[serde(serialize_with = "preserve::serialize")]
    kinds: Uint8Array,
    #[serde(serialize_with = "preserve::serialize")]
    kept: Uint8Array,
    #[serde(serialize_with = "preserve::serialize")]
    scores: Float32Array,
    #[serde(serialize_with = "preserve::serialize")]
    reasons: Uint8Array,
}

/// The article in `text`, and the label of each line.
#[wasm_bindgen(unchecked_return_type = "Cleaned")]
pub fn clean(
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "CleanOptions | null | undefined")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let options = read_options(options)?;
    let mut article = crate::clean(text, &options);
    let lines = std::mem::take(&mut article.lines);
    let bytes =
        |byte: fn(&Line<'_>) -> u8| Uint8Array::from(&lines.iter().map(byte).collect::<Vec<u8>>()[..]);
    let scores: Vec<f32> = lines.iter().map(|line| line.score).collect();
    to_js(&Cleaned {
        article,
        url: options.url,
        kinds: bytes(|line| line.kind as u8),
        kept: bytes(|line| u8::from(line.kept)),
        scores: Float32Array::from(&scores[..]),
        reasons: bytes(|line| line.reason as u8),
    })
}

/// The article again, of the same text with the labels that `clean` gave, some `kept` changed.
#[wasm_bindgen(unchecked_return_type = "BareArticle")]
pub fn assemble(
    text: &str,
    kinds: &[u8],
    kept: &[u8],
    scores: &[f32],
    reasons: &[u8],
    confidence: f32,
    url: Option<String>,
) -> Result<JsValue, JsValue> {
    let page = source::text::page(text);
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
    let mut article = Article::assemble(lines, confidence, url);
    article.lines = Vec::new();
    to_js(&article)
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

/// The text that a person sees in a live document.
#[wasm_bindgen(js_name = documentText)]
pub fn document_text(document: &Document) -> String {
    source::dom::visible_text(document)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

fn error(message: &str) -> JsValue {
    JsError::new(message).into()
}

/// Reads the options by hand: serde-wasm-bindgen asks an object for the names it knows and never sees the others,
/// so a misspelt option would be ignored.
fn read_options(value: &JsValue) -> Result<Options, JsValue> {
    let mut options = Options::default();
    if value.is_null() || value.is_undefined() {
        return Ok(options);
    }
    // A list, a Map or a Set would look like an object without any option.
    if !value.is_object() || Reflect::has(value, &Symbol::iterator())? {
        return Err(wrong("options", "an object like { keep: [\"caption\"] }", value));
    }
    let (mut keep, mut drop) = (Vec::new(), Vec::new());
    for key in Reflect::own_keys(value)?.iter() {
        let name = key.as_string().unwrap_or_else(|| describe(&key));
        let option = Reflect::get(value, &key)?;
        let given = !option.is_null() && !option.is_undefined();
        match name.as_str() {
            "keep" if given => keep = read_kinds("options.keep", &option)?,
            "drop" if given => drop = read_kinds("options.drop", &option)?,
            "strictness" if given => options = read_strictness(options, &option)?,
            "url" if given => {
                let url = option.as_string();
                options = options
                    .url(url.ok_or_else(|| wrong("options.url", "a string, the page's address", &option))?);
            }
            "keep" | "drop" | "strictness" | "url" => {}
            _ => {
                return Err(error(&format!(
                    "unknown option {name:?}; the options are keep, drop, strictness, url"
                )));
            }
        }
    }
    if let Some(kind) = keep.iter().find(|kind| drop.contains(kind)) {
        return Err(error(&format!(
            "options: {kind} is in both keep and drop; leave it in one of them"
        )));
    }
    let options = keep.into_iter().fold(options, Options::keep);
    Ok(drop.into_iter().fold(options, Options::drop))
}

fn read_kinds(place: &str, value: &JsValue) -> Result<Vec<Kind>, JsValue> {
    if !Array::is_array(value) {
        return Err(wrong(place, "an array of kinds like [\"caption\"]", value));
    }
    Array::from(value)
        .iter()
        .enumerate()
        .map(|(index, item)| {
            let place = format!("{place}[{index}]");
            let name = item
                .as_string()
                .ok_or_else(|| wrong(&place, "a kind like \"caption\"", &item))?;
            name.parse()
                .map_err(|unknown| error(&format!("{place}: {unknown}")))
        })
        .collect()
}

fn read_strictness(options: Options, value: &JsValue) -> Result<Options, JsValue> {
    let number = value.as_f64().ok_or_else(|| {
        wrong(
            "options.strictness",
            "a number from 0 (keep more) to 1 (keep less)",
            value,
        )
    })?;
    options
        .strictness(number as f32)
        .map_err(|refused| error(&format!("options.{refused}")))
}

fn wrong(place: &str, expected: &str, got: &JsValue) -> JsValue {
    error(&format!("{place}: expected {expected}, got {}", describe(got)))
}

/// What a value is, in a few words. A long string is not repeated.
fn describe(value: &JsValue) -> String {
    const SHOWN: usize = 40;
    if let Some(text) = value.as_string() {
        return match text.char_indices().nth(SHOWN) {
            None => format!("{text:?}"),
            Some((end, _)) => format!("{:?}...", &text[..end]),
        };
    }
    if let Some(number) = value.as_f64() {
        return number.to_string();
    }
    match value.as_bool() {
        Some(truth) => truth.to_string(),
        None if value.is_null() => "null".to_owned(),
        None if Array::is_array(value) => "an array".to_owned(),
        None if value.is_function() => "a function".to_owned(),
        None => match value.js_typeof().as_string() {
            Some(kind) if kind == "object" => "an object".to_owned(),
            Some(kind) => kind,
            None => "something else".to_owned(),
        },
    }
}
