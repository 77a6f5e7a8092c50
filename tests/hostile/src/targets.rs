//! What is tried: each takes any bytes, and panics where something does not hold.

use arbitrary::{Arbitrary as _, Unstructured};
use copydesk::{Article, Kind, Options, clean, clean_html};

use crate::inputs::{Chosen, Flipped};
use crate::{invariants, rows};

/// Tries an input of any bytes.
pub type Try = fn(&[u8]);

/// Each by its name, which is that of its fuzzer and of the folders with its inputs.
pub const TARGETS: [(&str, Try); 5] = [
    ("text", text),
    ("html", html),
    ("jsonl", jsonl),
    ("options", options),
    ("flip", flip),
];

/// Where the pages were taken from.
const URL: &str = "https://www.tessel.example/2023/05/03/river.html?a=b";

/// The bytes are a text.
pub fn text(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let options = Options::default();
    let article = clean(&text, &options);
    invariants::lines_are_of_text(&article, &text);
    invariants::labels_are_sound(&article, &options);
    invariants::forms_are_sound(&article);
    invariants::forms_are_sound(&every_line(&article));
}

/// The bytes are HTML. Everything of it that can come out does.
pub fn html(bytes: &[u8]) {
    let html = String::from_utf8_lossy(bytes);
    let options = Options::default().url(URL).images(true);
    let options = Kind::ALL.into_iter().fold(options, Options::keep);
    let article = clean_html(&html, &options);
    invariants::lines_are_lines(&article);
    invariants::labels_are_sound(&article, &options);
    invariants::forms_are_sound(&article);
}

/// The bytes are rows for the command.
pub fn jsonl(bytes: &[u8]) {
    rows::are_answered(bytes);
}

/// The bytes are options and a page.
pub fn options(bytes: &[u8]) {
    let Ok(chosen) = Chosen::arbitrary_take_rest(Unstructured::new(bytes)) else {
        return;
    };
    let Some(options) = chosen.options() else {
        assert!(chosen.strictness > 1.0, "{} was refused", chosen.strictness);
        return;
    };
    let article = if chosen.is_html {
        clean_html(&chosen.page, &options)
    } else {
        clean(&chosen.page, &options)
    };
    if chosen.is_html {
        invariants::lines_are_lines(&article);
    } else {
        invariants::lines_are_of_text(&article, &chosen.page);
    }
    invariants::labels_are_sound(&article, &options);
    invariants::forms_are_sound(&article);
}

/// The bytes are a page, and lines of it to be set.
pub fn flip(bytes: &[u8]) {
    let Ok(flipped) = Flipped::arbitrary_take_rest(Unstructured::new(bytes)) else {
        return;
    };
    let options = Options::default();
    let article = if flipped.is_html {
        clean_html(&flipped.page, &options)
    } else {
        clean(&flipped.page, &options)
    };
    let count = article.lines.len();
    if count == 0 {
        return;
    }
    let set: Vec<(usize, bool)> = flipped
        .lines
        .iter()
        .map(|(place, kept)| (place % count + 1, *kept))
        .collect();
    invariants::setting_is_undone(&article, &set);
}

/// The article with every line kept.
fn every_line<'a>(article: &Article<'a>) -> Article<'a> {
    let lines = (1..=article.lines.len()).map(|number| (number, true));
    article.with(lines).expect("these lines are there")
}
