//! What the network is told of a line's markup, where there is any.

use crate::features::{INSIDE, LEVELS, MarkupFeatures};
use crate::markup::{Mark, Tag};

use super::inputs::{flag, log};

/// A page that states so many words of its content has stated it.
const MANY_STATED: u32 = 100;

/// The elements that a line can stand in, those that say the same together.
const BLOCKS: [(&str, &[Tag]); 9] = [
    ("block: paragraph", &[Tag::P]),
    ("block: item", &[Tag::Li]),
    ("block: cell", &[Tag::Td, Tag::Th, Tag::Caption]),
    ("block: definition", &[Tag::Dd, Tag::Dt]),
    ("block: box", &[Tag::Div, Tag::Section, Tag::Article, Tag::Main]),
    ("block: code", &[Tag::Pre]),
    ("block: quotation", &[Tag::Blockquote]),
    ("block: caption", &[Tag::Figcaption, Tag::Figure]),
    (
        "block: option",
        &[Tag::Option, Tag::Optgroup, Tag::Fieldset, Tag::Legend, Tag::Form],
    ),
];

/// The names of the inputs for each mark, in the order of their numbers.
const MARKS: [&str; Mark::COUNT] = [
    "markup: comment",
    "markup: related",
    "markup: consent",
    "markup: advertisement",
    "markup: subscribe",
    "markup: share",
    "markup: navigation",
    "markup: footer",
    "markup: header",
    "markup: author",
    "markup: biography",
    "markup: date",
    "markup: headline",
    "markup: subtitle",
    "markup: caption",
    "markup: credit",
    "markup: legal",
    "markup: interface",
    "markup: quote",
    "markup: code",
    "markup: card",
    "markup: link",
    "markup: link in the page",
    "markup: bold",
    "markup: content",
    "markup: sidebar",
    "markup: message",
    "markup: product",
    "markup: description",
    "markup: hidden",
];

/// The same for the elements of [`INSIDE`].
const INSIDE_NAMES: [&str; INSIDE.len()] = [
    "inside nav",
    "inside header",
    "inside footer",
    "inside aside",
    "inside main",
    "inside article",
    "inside section",
    "inside form",
    "inside figure",
    "inside table",
    "inside ul",
    "inside ol",
    "inside dl",
    "inside blockquote",
    "inside details",
    "inside time",
];

/// The same for what the elements above hold.
const HELD_NAMES: [[&str; 3]; LEVELS] = [
    ["words in the block", "prose in the block", "links in the block"],
    ["words one above", "prose one above", "links one above"],
    ["words two higher", "prose two higher", "links two higher"],
    ["words three higher", "prose three higher", "links three higher"],
];

/// Puts every input that the markup gives.
pub fn put_all(markup: &MarkupFeatures, put: &mut impl FnMut(&'static str, f32)) {
    for (name, tags) in BLOCKS {
        put(name, flag(tags.contains(&markup.block)));
    }
    put("heading 1", flag(markup.heading == 1));
    put("heading 2", flag(markup.heading == 2));
    put("heading 3", flag(markup.heading == 3));
    put("heading 4 to 6", flag(markup.heading > 3));
    put("linked", markup.linked);
    put("all linked", flag(markup.linked >= 1.0));
    put("links", log(markup.links as f32));
    put("bold", markup.bold);
    for (name, nearness) in MARKS.into_iter().zip(markup.marks) {
        put(name, nearness);
    }
    for (name, nearness) in INSIDE_NAMES.into_iter().zip(markup.inside) {
        put(name, nearness);
    }
    put("elements above", log(markup.depth as f32));
    put("lists above", markup.lists as f32);
    for ([words, prose, links], held) in HELD_NAMES.into_iter().zip(markup.above) {
        put(words, log(held.words));
        put(prose, held.prose);
        put(links, held.linked);
    }
    put("elements to the line above", log(markup.to_line_above as f32));
    put("elements to the line below", log(markup.to_line_below as f32));
    put("elements to the prose", log(markup.to_prose as f32));
    put("elements to the main heading", log(markup.to_main_heading as f32));
    put("below the main heading", flag(markup.is_below_main_heading));
    put("lines in blocks alike", log(markup.alike as f32));
    put("elements alike", log(markup.items as f32));
    put("words in each alike", log(markup.item_words));
    put("elements alike are near", markup.item_nearness);
    let stated = markup.stated;
    put("stated: body", stated.body);
    put("stated: reply", stated.reply);
    put("stated: description", stated.description);
    put("stated: title", stated.title);
    put("stated: author", flag(stated.author));
    put("stated: words of the body", log(stated.words as f32));
    put(
        "stated: not in the body",
        flag(stated.words >= MANY_STATED) * (1.0 - stated.body),
    );
}
