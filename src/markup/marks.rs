//! What an element's name and attributes say of it.

use foldhash::HashMap;

use super::attributes::{Attribute, Attributes};
use super::names;
use super::tag::Tag;
use crate::words::{FNV_BASIS, fnv};

/// The attributes whose words are names of what the element is; beside these it is the class and the id.
const NAMING: [Attribute; 4] = [
    Attribute::Itemprop,
    Attribute::Role,
    Attribute::DataComponent,
    Attribute::DataTestid,
];

/// What classes have in them that name the language of code.
const BEFORE_LANGUAGE: [&str; 4] = ["lang", "highlight-source-", "brush:", "sourceCode"];

/// Something that an element says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Mark {
    /// Readers' replies.
    Comment,
    /// Other stories.
    Related,
    /// A cookie notice.
    Consent,
    /// An advertisement.
    Advertisement,
    /// A prompt to subscribe.
    Subscribe,
    /// Share buttons.
    Share,
    /// A menu, a breadcrumb, tags, pages.
    Navigation,
    /// The foot of the page or of a part of it.
    Footer,
    /// The head of the page or of a part of it.
    Header,
    /// Who wrote it.
    Author,
    /// Of whoever wrote it.
    Biography,
    /// When it was written.
    Date,
    /// The headline.
    Headline,
    /// The standfirst.
    Subtitle,
    /// What stands under a picture.
    Caption,
    /// Who made a picture.
    Credit,
    /// Copyright and terms.
    Legal,
    /// A button, a field, a form to search or to log in.
    Interface,
    /// A quotation set apart.
    Quote,
    /// Code.
    Code,
    /// A teaser, or another thing that stands on a card.
    Card,
    /// A link.
    Link,
    /// A link to another place on the page.
    InPage,
    /// Bold text.
    Bold,
    /// The text itself, as most pages name it.
    Content,
    /// What stands beside the text.
    Sidebar,
    /// A post of a forum.
    Message,
    /// What a shop says of its goods.
    Product,
    /// A description or a summary.
    Description,
    /// Not seen at first.
    Hidden,
}

impl Mark {
    /// How many there are.
    pub const COUNT: usize = Self::Hidden as usize + 1;
}

/// A set of marks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks(u32);

impl Marks {
    /// What an element's name and attributes say.
    #[cfg(feature = "training")]
    pub fn of(tag: Tag, attributes: &Attributes, known: &mut KnownNames) -> Self {
        let class = known.of(attributes.get(Attribute::Class).unwrap_or_default());
        Self::with_class(tag, class, attributes, known)
    }

    /// What an element's name and attributes say; of its classes that is known.
    pub fn with_class(tag: Tag, class: Names, attributes: &Attributes, known: &mut KnownNames) -> Self {
        let mut marks = Self::default();
        // Names on these speak of the whole page: "comments-open", "has-sidebar".
        if !matches!(tag, Tag::Html | Tag::Body | Tag::Main) {
            marks.add_all(class.marks);
            for names in NAMING.into_iter().filter_map(|naming| attributes.get(naming)) {
                marks.add_all(known.of(names).marks);
            }
            // No two elements share one, so nothing is gained by remembering it.
            marks.add_all(Self::of_names(attributes.get(Attribute::Id).unwrap_or_default()));
        }
        let is_post = |name: &str| matches!(name, "hentry" | "post");
        // Posts are named after their topics.
        if marks.has(Mark::Navigation)
            && (tag == Tag::Article || attributes.words(Attribute::Class).any(is_post))
        {
            marks.remove(Mark::Navigation);
        }
        // Other words of `rel` are said of links in the text: an affiliate link is "sponsored".
        if attributes.words(Attribute::Rel).any(|word| word == "author") {
            marks.add(Mark::Author);
        }
        marks.add_all(Self::of_tag(tag, attributes.get(Attribute::Href)));
        marks
    }

    fn of_names(names: &str) -> Self {
        let mut marks = Self::default();
        for name in names.split_ascii_whitespace() {
            marks.add_all(names::marks(name));
        }
        marks
    }

    fn of_tag(tag: Tag, target: Option<&str>) -> Self {
        let all: &[Mark] = match tag {
            Tag::Nav => &[Mark::Navigation],
            Tag::Footer => &[Mark::Footer],
            Tag::Header => &[Mark::Header],
            Tag::Time => &[Mark::Date],
            Tag::Figcaption | Tag::Caption => &[Mark::Caption],
            Tag::Button
            | Tag::Input
            | Tag::Select
            | Tag::Option
            | Tag::Optgroup
            | Tag::Textarea
            | Tag::Label
            | Tag::Fieldset => &[Mark::Interface],
            Tag::Blockquote => &[Mark::Quote],
            Tag::Pre | Tag::Samp | Tag::Kbd => &[Mark::Code],
            Tag::A if target.is_some_and(is_in_page) => &[Mark::Link, Mark::InPage],
            Tag::A if target.is_some() => &[Mark::Link],
            Tag::B | Tag::Strong => &[Mark::Bold],
            _ => &[],
        };
        let mut marks = Self::default();
        for &mark in all {
            marks.add(mark);
        }
        marks
    }

    /// Whether the mark is in the set.
    pub const fn has(self, mark: Mark) -> bool {
        self.0 & (1 << mark as u8) != 0
    }

    /// The numbers of the marks in the set.
    pub fn numbers(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let number = left.trailing_zeros() as usize;
            left &= left.checked_sub(1)?;
            Some(number)
        })
    }

    /// The marks that are not in the other set.
    #[must_use]
    pub const fn without(self, others: Self) -> Self {
        Self(self.0 & !others.0)
    }

    /// Puts the mark into the set.
    pub const fn add(&mut self, mark: Mark) {
        self.0 |= 1 << mark as u8;
    }

    /// Puts all marks of another set into this one.
    pub const fn add_all(&mut self, others: Self) {
        self.0 |= others.0;
    }

    const fn remove(&mut self, mark: Mark) {
        self.0 &= !(1 << mark as u8);
    }
}

/// What names say, of a class or another attribute.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// What the element is.
    pub marks: Marks,
    /// A number for them without their digits: posts have their numbers in them.
    pub look: u64,
    /// Whether they may name the language of code.
    pub may_name_language: bool,
}

impl Names {
    fn of(names: &str) -> Self {
        let letters = names.bytes().filter(|byte| !byte.is_ascii_digit());
        Self {
            marks: Marks::of_names(names),
            look: letters.fold(FNV_BASIS, fnv),
            may_name_language: BEFORE_LANGUAGE.iter().any(|before| names.contains(before)),
        }
    }
}

/// What the names of a page say, remembered: most elements share theirs with others.
#[derive(Debug, Default)]
pub struct KnownNames(HashMap<Box<str>, Names>);

impl KnownNames {
    /// What these say.
    pub fn of(&mut self, names: &str) -> Names {
        // Of many elements there is nothing to remember.
        if names.is_empty() {
            return Names::of(names);
        }
        if let Some(&known) = self.0.get(names) {
            return known;
        }
        let said = Names::of(names);
        self.0.insert(names.into(), said);
        said
    }
}

/// Whether a link leads to another place on the page; `#` alone is a button's.
fn is_in_page(target: &str) -> bool {
    target.strip_prefix('#').is_some_and(|name| name.len() > 1)
}
