//! What the network is told of a line: the list of its inputs, in the order of its weights.

use std::sync::LazyLock;

use crate::features::LineFeatures;
use crate::kind::Kind;

use super::markup_inputs;
use super::surroundings::{Surroundings, TELLING};

/// The kinds whose phrases count inside a line too.
const MENTIONED: [(&str, Kind); 4] = [
    ("mentions subscribe", Kind::Subscribe),
    ("mentions consent", Kind::Consent),
    ("mentions legal", Kind::Legal),
    ("mentions related", Kind::Related),
];

/// The names of the inputs that each of [`TELLING`] has.
const TELLING_NAMES: [[&str; 3]; TELLING.len()] = [
    ["says related", "related above", "related below"],
    ["says comment", "comment above", "comment below"],
    ["says subscribe", "subscribe above", "subscribe below"],
    ["says consent", "consent above", "consent below"],
    ["says legal", "legal above", "legal below"],
    ["says share", "share above", "share below"],
    ["says interface", "interface above", "interface below"],
    ["says navigation", "navigation above", "navigation below"],
    ["says credit", "credit above", "credit below"],
    ["says advertisement", "advertisement above", "advertisement below"],
];

/// A page with more lines or words is told to have so many, which 2 in 100 of the pages learned from have: of a page
/// twenty times as long the network would know nothing.
const MOST_LINES: f32 = 1000.0;
const MOST_WORDS: f32 = 10_000.0;

/// The logarithm of one more than `x`: what counts is how many times as many.
pub fn log(x: f32) -> f32 {
    // Most of it are small counts.
    let count = x as u32;
    match LOGS.get(count as usize) {
        Some(&log) if x - count as f32 == 0.0 => log,
        _ => libm::log1pf(x),
    }
}

static LOGS: LazyLock<[f32; 128]> = LazyLock::new(|| std::array::from_fn(|x| libm::log1pf(x as f32)));

/// An input that says nothing of this line: scripts without capitals have no share of them. It becomes the usual one.
const UNKNOWN: f32 = f32::NAN;

pub fn flag(holds: bool) -> f32 {
    f32::from(u8::from(holds))
}

/// The names of the inputs, in order: of a line of text, or of one that comes with markup.
pub fn names(with_markup: bool) -> Vec<&'static str> {
    let lines = [LineFeatures {
        markup: with_markup.then(Box::default),
        ..LineFeatures::default()
    }];
    let mut names = Vec::new();
    put_all(&lines, &Surroundings::new(&lines), 0, &mut |name, _| {
        names.push(name);
    });
    names
}

/// Puts every input of the line at `i`.
pub fn put_all(
    lines: &[LineFeatures],
    around: &Surroundings,
    i: usize,
    put: &mut impl FnMut(&'static str, f32),
) {
    put_shape(&lines[i], put);
    put_signs(&lines[i], put);
    put_place(lines, around, i, put);
    put_windows(around, i, put);
    put_terms(lines, around, i, put);
    if let Some(markup) = &lines[i].markup {
        markup_inputs::put_all(markup, put);
    }
}

/// What the line looks like.
fn put_shape(line: &LineFeatures, put: &mut impl FnMut(&'static str, f32)) {
    let shape = &line.shape;
    let characters = shape.characters.max(1) as f32;
    let words = line.words;
    put("words", log(words));
    put("words: 2 or more", flag(words >= 2.0));
    put("words: 4 or more", flag(words >= 4.0));
    put("words: 10 or more", flag(words >= 10.0));
    put("words: 25 or more", flag(words >= 25.0));
    put("words: 50 or more", flag(words >= 50.0));
    put("characters", log(characters));
    put("characters a word", (characters / words.max(0.5)).min(20.0));
    put("letters", shape.letters as f32 / characters);
    put("digits", shape.digits as f32 / characters);
    put(
        "capitalized words",
        if shape.cased_words > 0 {
            shape.capitalized_words as f32 / shape.cased_words as f32
        } else {
            UNKNOWN
        },
    );
    put("has case", flag(shape.cased_words > 0));
    put("function words", line.function_words.unwrap_or(UNKNOWN));
    put("commas", log(shape.commas as f32));
    put("commas a word", shape.commas as f32 / words.max(1.0));
    put("sentences", log(shape.sentences as f32));
    put("ends a sentence", flag(shape.ends_sentence));
    put("ends in a question mark", flag(shape.ends_question));
    put("ends in a colon", flag(shape.ends_colon));
    put("ends in an ellipsis", flag(shape.ends_ellipsis));
    put("begins with a quotation mark", flag(shape.starts_quote));
    put("a quotation", flag(shape.is_quoted_whole));
    put("begins with a bullet", flag(shape.marker.is_some()));
    put("separators", log(shape.separators as f32));
    put("marks of code", log(shape.code_marks as f32));
    put("tabs", log(shape.tabs as f32));
    put("glued words", log(shape.glued as f32));
    put("indent", log(shape.indent as f32));
}

/// What the line says.
fn put_signs(line: &LineFeatures, put: &mut impl FnMut(&'static str, f32)) {
    let signs = &line.signs;
    put("day", flag(signs.day));
    put("time", flag(signs.time));
    put("ago", flag(signs.ago));
    put("date", flag(line.is_date()));
    put("byline", flag(signs.byline));
    put("credit", flag(signs.credit));
    put("ends in a credit", flag(signs.ends_credit));
    put("share button", flag(signs.share));
    put("copyright", flag(signs.copyright));
    put("counts comments", flag(signs.comments));
    put("e-mail field", flag(signs.email_field));
    put("subscribe button", flag(signs.subscribe));
    put("biography", flag(signs.biography));
    put("address", flag(signs.address));
    put("price", flag(signs.price));
    put("count", flag(signs.count));
    for (&kind, [name, ..]) in TELLING.iter().zip(TELLING_NAMES) {
        put(name, flag(signs.says(kind)));
    }
    for (name, kind) in MENTIONED {
        put(name, flag(signs.mentions(kind)));
    }
}

/// Where the line stands, and what page it is.
fn put_place(
    lines: &[LineFeatures],
    around: &Surroundings,
    i: usize,
    put: &mut impl FnMut(&'static str, f32),
) {
    let count = lines.len() as f32;
    let line = &lines[i];
    let blanks_after = lines.get(i + 1).map_or(0, |next| next.blanks_before);
    put("blank line above", flag(line.blanks_before > 0));
    put("blank lines above", flag(line.blanks_before > 1));
    put("blank line below", flag(blanks_after > 0));
    put("blank lines below", flag(blanks_after > 1));
    put("place on the page", i as f32 / count);
    put("lines above", log((i as f32).min(MOST_LINES)));
    put("lines below", log((count - 1.0 - i as f32).min(MOST_LINES)));
    put(
        "words above",
        around.words.until(i) / around.words.total().max(1.0),
    );
    put(
        "prose above",
        around.prose.until(i) / around.prose.total().max(1.0),
    );
    put("page: lines", log(count.min(MOST_LINES)));
    put("page: words", log(around.words.total().min(MOST_WORDS)));
    put("page: words a line", log(around.words.total() / count));
    put("page: lines set apart", around.apart.total() / count);
    put("page: prose", around.prose.total() / count);
    put("page: lines of prose", log(around.prose.total().min(MOST_LINES)));
    put("group", log(around.groups[i]));
    put("repeated", log(line.occurrences as f32 - 1.0));
    put("stands above too", flag(line.occurrences_above > 0));
    put(
        "stands below too",
        flag(line.occurrences > line.occurrences_above + 1),
    );
    put("same shape elsewhere", log(around.same_shape[i]));
    put("shape of the next", around.echo_of_next[i]);
    put("shapes come again", around.echo[i]);
}

/// What stands around the line.
fn put_windows(around: &Surroundings, i: usize, put: &mut impl FnMut(&'static str, f32)) {
    let (words, ends) = (&around.log_words, &around.ends);
    put("words of the line above", words.above(i, 1, 1));
    put("words of the line below", words.below(i, 1, 1));
    put("words two above", words.above(i, 2, 2));
    put("words two below", words.below(i, 2, 2));
    put("words of 6 above", words.above(i, 6, 1));
    put("words of 6 below", words.below(i, 1, 6));
    put("words of 20 above", words.above(i, 20, 1));
    put("words of 20 below", words.below(i, 1, 20));
    put("sentence above", ends.above(i, 1, 1));
    put("sentence below", ends.below(i, 1, 1));
    put("sentences in 6 above", ends.above(i, 6, 1));
    put("sentences in 6 below", ends.below(i, 1, 6));
    put("sentences in 20 above", ends.above(i, 20, 1));
    put("sentences in 20 below", ends.below(i, 1, 20));
    put("prose in 3 above", around.prose.above(i, 3, 1));
    put("prose in 3 below", around.prose.below(i, 1, 3));
    put("prose in 10 above", around.prose.above(i, 10, 1));
    put("prose in 10 below", around.prose.below(i, 1, 10));
    put("prose in 40 above", around.prose.above(i, 40, 1));
    put("prose in 40 below", around.prose.below(i, 1, 40));
    put("set apart in 10 above", around.apart.above(i, 10, 1));
    put("set apart in 10 below", around.apart.below(i, 1, 10));
    put("phrases in 10 above", around.phrases.above(i, 10, 1));
    put("phrases in 10 below", around.phrases.below(i, 1, 10));
    put("dates in 10 above", around.dates.above(i, 10, 1));
    put("dates in 10 below", around.dates.below(i, 1, 10));
    for (k, [_, above, below]) in TELLING_NAMES.into_iter().enumerate() {
        put(above, around.above[i][k]);
        put(below, around.below[i][k]);
    }
    put("date above", around.date_above[i]);
    put("date below", around.date_below[i]);
    put("byline above", around.byline_above[i]);
    put("byline below", around.byline_below[i]);
}

/// What the line has in common with others.
fn put_terms(
    lines: &[LineFeatures],
    around: &Surroundings,
    i: usize,
    put: &mut impl FnMut(&'static str, f32),
) {
    let own = &lines[i].terms;
    let share = |shared: usize| shared as f32 / own.len().max(1) as f32;
    let with = |other: Option<&LineFeatures>| {
        other.map_or(0.0, |other| {
            share(
                own.iter()
                    .filter(|term| other.terms.binary_search(term).is_ok())
                    .count(),
            )
        })
    };
    put("terms", log(own.len() as f32));
    put(
        "terms of the line above",
        with(i.checked_sub(1).and_then(|i| lines.get(i))),
    );
    put("terms of the line below", with(lines.get(i + 1)));
    put(
        "terms elsewhere on the page",
        share(own.iter().filter(|term| around.terms[term] > 1).count()),
    );
}
