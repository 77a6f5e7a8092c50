//! What opens: an element, as its name, its attributes and its style say.

use crate::markup::{Attribute, Attributes, Display, KnownNames, Mark, Marks, Tag};
use crate::structure::{Cell, NONE, Shape, Style};
use crate::words::fnv;

/// The longest name of a language that code is in.
const LONGEST_LANGUAGE: usize = 20;

/// What classes begin with that name the language of code.
const BEFORE_LANGUAGE: [&str; 3] = ["language-", "lang-", "highlight-source-"];

/// From this weight on, text is bold.
const BOLD: u16 = 600;

/// An element that opens.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    pub tag: Tag,
    pub marks: Marks,
    /// A number for its name and classes.
    pub look: u64,
    /// Whether nothing in it can be seen.
    pub is_hidden: bool,
    /// Whether its text can be seen, where it says: what stands in it may say otherwise.
    pub is_visible: Option<bool>,
    pub display: Display,
    /// Whether what stands in it has boxes of its own, however it would lie elsewhere.
    pub has_boxes: bool,
    /// Whether white space in it counts, where it says.
    pub is_preformatted: Option<bool>,
    /// What it makes of its text, if it is a block.
    pub shape: Shape,
    /// The style that its text gets, and the style that its text loses.
    pub gets: Style,
    pub loses: Style,
    /// On which level it is an item of a list that has no element.
    pub list_level: Option<u8>,
    /// Whether its text is the bullet or the number of such an item.
    pub is_marker: bool,
    /// Where it leads, if it is a link to another page.
    pub address: Option<&'a str>,
    /// What language code in it is in.
    pub language: Option<&'a str>,
}

impl<'a> Opening<'a> {
    /// An element with these attributes. `name` is a number for its name where the tag is [`Tag::Other`].
    pub fn read(tag: Tag, name: u64, attributes: &'a Attributes, known: &mut KnownNames) -> Self {
        let class = attributes.get(Attribute::Class).unwrap_or_default();
        let classes = known.of(class);
        let marks = Marks::with_class(tag, classes, attributes, known);
        let is_elsewhere = marks.has(Mark::Link) && !marks.has(Mark::InPage);
        let named = [Attribute::DataLang, Attribute::DataLanguage];
        let of_class = || classes.may_name_language.then(|| language(class)).flatten();
        let language = of_class().or_else(|| named.into_iter().find_map(|name| attributes.get(name)));
        let mut opening = Self {
            tag,
            marks,
            // A number for its name and classes.
            look: fnv(classes.look, tag as u8) ^ name,
            is_hidden: is_hidden(tag, attributes),
            is_visible: None,
            display: tag.display(),
            has_boxes: false,
            is_preformatted: (tag == Tag::Pre).then_some(true),
            shape: shape(tag, attributes),
            gets: style(tag),
            loses: Style::default(),
            list_level: None,
            is_marker: false,
            address: attributes.whole(Attribute::Href).filter(|_| is_elsewhere),
            language: language.filter(|name| is_language(name)),
        };
        opening.listen(attributes.get(Attribute::Style).unwrap_or_default());
        opening
    }

    /// Listens to a style in CSS: rules apart by semicolons.
    fn listen(&mut self, style: &str) {
        for (property, value) in style.split(';').filter_map(|rule| rule.split_once(':')) {
            let value = value.trim().trim_end_matches("!important").trim_end();
            self.apply(&property.trim().to_ascii_lowercase(), &value.to_ascii_lowercase());
        }
    }

    /// Applies a property of CSS, both in lower case.
    pub fn apply(&mut self, property: &str, value: &str) {
        match property {
            "display" => {
                self.is_hidden |= value == "none";
                self.has_boxes = value.ends_with("flex") || value.ends_with("grid");
                // A paragraph keeps its distance, however it lies.
                if !matches!(self.display, Display::Paragraph | Display::Unseen) {
                    self.display = Display::of_css(value).unwrap_or(self.display);
                }
            }
            "visibility" => match value {
                "hidden" | "collapse" => self.is_visible = Some(false),
                "visible" => self.is_visible = Some(true),
                _ => {}
            },
            "content-visibility" => self.is_hidden |= value == "hidden",
            "white-space" | "white-space-collapse" => match value {
                "pre" | "pre-wrap" | "break-spaces" | "preserve" => self.is_preformatted = Some(true),
                "normal" | "nowrap" | "collapse" => self.is_preformatted = Some(false),
                _ => {}
            },
            "font-weight" => self.set(
                Style::STRONG,
                value == "bold" || value.parse().is_ok_and(|weight: u16| weight >= BOLD),
                value == "normal" || value.parse().is_ok_and(|weight: u16| weight < BOLD),
            ),
            "font-style" => self.set(
                Style::EMPHASIS,
                matches!(value, "italic" | "oblique"),
                value == "normal",
            ),
            "text-decoration" | "text-decoration-line" => {
                self.set(Style::STRUCK, value.contains("line-through"), false);
            }
            "vertical-align" => {
                self.set(Style::SUPERSCRIPT, value == "super", value == "baseline");
                self.set(Style::SUBSCRIPT, value == "sub", value == "baseline");
            }
            // Word's items are paragraphs, and their bullets and numbers are text.
            "mso-list" => match value
                .split_whitespace()
                .find_map(|word| word.strip_prefix("level"))
            {
                Some(level) => self.list_level = level.parse().ok().filter(|&level| level > 0),
                None => self.is_marker = value == "ignore",
            },
            _ => {}
        }
    }

    /// The style of a block is the page's design, that of an element in a line its emphasis.
    fn set(&mut self, style: Style, is: bool, is_not: bool) {
        if !self.tag.is_inline() {
            return;
        }
        if is {
            self.gets = self.gets.with(style);
            self.loses = self.loses.without(style);
        } else if is_not {
            self.gets = self.gets.without(style);
            self.loses = self.loses.with(style);
        }
    }
}

/// The address of a picture: many put it into another attribute until the picture is scrolled to.
pub fn picture(attributes: &Attributes) -> Option<&str> {
    let is_given = |address: &&str| !address.is_empty() && !address.starts_with("data:");
    let named = [
        Attribute::DataSrc,
        Attribute::DataLazySrc,
        Attribute::DataOriginal,
        Attribute::Src,
    ];
    named
        .into_iter()
        .filter_map(|name| attributes.whole(name).map(str::trim))
        .find(is_given)
        .or_else(|| attributes.words(Attribute::Srcset).next().filter(is_given))
}

/// Whether HTML's own style sheet shows nothing of the element.
fn is_hidden(tag: Tag, attributes: &Attributes) -> bool {
    let waits = tag == Tag::Dialog && !attributes.has(Attribute::Open) || attributes.has(Attribute::Popover);
    waits || attributes.has(Attribute::Hidden) || tag.display() == Display::Unseen
}

/// What an element makes of its text.
fn shape(tag: Tag, attributes: &Attributes) -> Shape {
    let number = |name| attributes.number(name);
    let span = |name| number(name).map_or(1, |span| span.clamp(1, u32::from(u16::MAX)) as u16);
    match tag {
        _ if tag.heading_level() > 0 => Shape::Heading(tag.heading_level()),
        Tag::Ul | Tag::Menu | Tag::Dir => Shape::Bullets,
        Tag::Ol => Shape::Numbers(number(Attribute::Start).unwrap_or(1)),
        Tag::Li => Shape::Item(number(Attribute::Value)),
        Tag::Dl => Shape::Terms,
        Tag::Dt => Shape::Term,
        Tag::Dd => Shape::Meaning,
        Tag::Blockquote => Shape::Quote,
        Tag::Pre => Shape::Code(NONE),
        Tag::Table => Shape::Table,
        Tag::Tr => Shape::Row,
        Tag::Td | Tag::Th => Shape::Cell(Cell {
            is_header: tag == Tag::Th,
            columns: span(Attribute::Colspan),
            rows: span(Attribute::Rowspan),
        }),
        Tag::Figure => Shape::Figure,
        Tag::Figcaption => Shape::Caption,
        _ => match attributes.get(Attribute::Role) {
            Some("heading") => {
                Shape::Heading(number(Attribute::AriaLevel).map_or(2, |level| level.clamp(1, 6) as u8))
            }
            _ => Shape::Block,
        },
    }
}

/// The style that HTML's own style sheet gives an element's text, as far as it says something.
fn style(tag: Tag) -> Style {
    match tag {
        Tag::B | Tag::Strong => Style::STRONG,
        Tag::I | Tag::Em | Tag::Cite => Style::EMPHASIS,
        Tag::S | Tag::Strike | Tag::Del => Style::STRUCK,
        Tag::Code | Tag::Kbd | Tag::Samp | Tag::Tt => Style::CODE,
        Tag::Sub => Style::SUBSCRIPT,
        Tag::Sup => Style::SUPERSCRIPT,
        _ => Style::default(),
    }
}

/// The language that classes name: `language-rust`, `brush: rust`, `sourceCode rust`.
fn language(class: &str) -> Option<&str> {
    let mut before = "";
    let mut behind = None;
    for word in class.split_ascii_whitespace() {
        if let Some(name) = BEFORE_LANGUAGE
            .iter()
            .find_map(|before| word.strip_prefix(before))
        {
            return Some(name.trim_end_matches(';'));
        }
        if matches!(before, "brush:" | "sourceCode") {
            behind = behind.or(Some(word));
        } else if word != "brush:" {
            behind = behind.or(word.strip_prefix("brush:"));
        }
        before = word;
    }
    behind.map(|name| name.trim_end_matches(';'))
}

fn is_language(name: &str) -> bool {
    (1..=LONGEST_LANGUAGE).contains(&name.len())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+#-._".contains(&byte))
}
