//! Options, as JavaScript gives them.

use js_sys::{Array, Reflect, Symbol};
use wasm_bindgen::prelude::*;

use super::error;
use crate::kind::Kind;
use crate::options::Options;

/// Reads the options by hand: serde-wasm-bindgen asks an object for the names it knows and never sees the others,
/// so a misspelt option would be ignored.
pub fn read_options(value: &JsValue) -> Result<Options, JsValue> {
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
            "html" if given => {
                let html = option.as_string();
                options = options.html(
                    html.ok_or_else(|| wrong("options.html", "a string, the same page's HTML", &option))?,
                );
            }
            "images" if given => {
                let images = option.as_bool();
                options =
                    options.images(images.ok_or_else(|| wrong("options.images", "true or false", &option))?);
            }
            "keep" | "drop" | "strictness" | "url" | "html" | "images" => {}
            _ => {
                return Err(error(&format!(
                    "unknown option {name:?}; the options are keep, drop, strictness, url, html, images"
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
