//! How the elements of a page that is shown look.

use js_sys::{JsString, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{CssStyleDeclaration, Window};

use super::node::{Name, Node, names};
use crate::markup::Display;
use crate::source::opening::Opening;
use crate::structure::Style;

names! {
    CONTENT_VISIBILITY "contentVisibility",
    DISPLAY "display",
    FLOAT "cssFloat",
    FONT_STYLE "fontStyle",
    FONT_WEIGHT "fontWeight",
    TEXT_DECORATION "textDecorationLine",
    VERTICAL_ALIGN "verticalAlign",
    VISIBILITY "visibility",
    WHITE_SPACE "whiteSpace",
}

/// The styles that a window computes.
pub struct Styles {
    window: Window,
}

/// What an element hands on to those in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Font {
    weight: u16,
    is_slanted: bool,
}

impl Styles {
    /// The styles of a document that a person sees: it is in a window, and its body lies somewhere on the page. Libraries
    /// and hidden frames have windows, too, and nothing in these tells what is seen.
    pub fn of(document: &Node) -> Option<Self> {
        let window = document.get(&"defaultView".into());
        // Not the document's `body`: a library makes one where that is asked for.
        let root = document.top().find(Node::is_element)?;
        let body = root.children().find(|child| child.name() == "body")?;
        (window.is_object() && body.is_laid_out()).then(|| Self {
            window: window.unchecked_into(),
        })
    }

    /// Applies the styles of an element that stands in text of this font. Gives back its own font.
    pub fn apply(&self, opening: &mut Opening<'_>, element: &Node, above: Font) -> Font {
        let tag = opening.tag;
        let style = self.window.get_computed_style(element.element());
        let (Ok(Some(style)), false) = (style, tag.display() == Display::Unseen) else {
            return above;
        };
        // What its attributes say of this is in its styles, unless others overrule it.
        opening.is_hidden = false;
        opening.display = tag.display();
        let display = read(&style, &DISPLAY);
        // A large first letter floats, and stands in its word all the same.
        if !(tag.is_inline() && display == "block" && read(&style, &FLOAT) != "none") {
            opening.apply("display", &display);
        }
        if opening.is_hidden || tag.display() == Display::Void {
            return above;
        }
        opening.apply("visibility", &read(&style, &VISIBILITY));
        opening.apply("white-space", &read(&style, &WHITE_SPACE));
        let (weight, slant) = (read(&style, &FONT_WEIGHT), read(&style, &FONT_STYLE));
        let font = Font {
            weight: weight.parse().unwrap_or_default(),
            is_slanted: slant != "normal",
        };
        if !tag.is_inline() {
            opening.apply("content-visibility", &read(&style, &CONTENT_VISIBILITY));
            return font;
        }
        // What is as around the element is no emphasis, unless its name says so.
        let is_plain = (opening.gets, opening.loses) == (Style::default(), Style::default());
        if !is_plain || font.weight != above.weight {
            opening.apply("font-weight", &weight);
        }
        if !is_plain || font.is_slanted != above.is_slanted {
            opening.apply("font-style", &slant);
        }
        opening.apply("text-decoration-line", &read(&style, &TEXT_DECORATION));
        // Many pages put superscripts onto the line, to raise them in another way.
        let align = read(&style, &VERTICAL_ALIGN);
        if align != "baseline" {
            opening.apply("vertical-align", &align);
        }
        font
    }
}

/// A property, as it is computed.
fn read(style: &CssStyleDeclaration, name: &'static Name) -> String {
    let value = name.with(|name| Reflect::get(style, name));
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}
