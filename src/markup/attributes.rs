//! The attributes of a tag that are read.

/// Of a value no more is read than this, in bytes.
const LONGEST: usize = 2_000;

macro_rules! attributes {
    ($($attribute:ident $name:literal,)*) => {
        /// An attribute that is read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum Attribute {
            $(#[doc = $name] $attribute,)*
        }

        impl Attribute {
            /// The attribute of this name, in lower case; none if it is not read.
            pub fn of(name: &str) -> Option<Self> {
                match name {
                    $($name => Some(Self::$attribute),)*
                    _ => None,
                }
            }
        }

        const COUNT: usize = [$($name,)*].len();
    };
}

attributes! {
    Alt "alt",
    AriaLevel "aria-level",
    Class "class",
    Colspan "colspan",
    Content "content",
    DataComponent "data-component",
    DataLang "data-lang",
    DataLanguage "data-language",
    DataLazySrc "data-lazy-src",
    DataOriginal "data-original",
    DataSrc "data-src",
    DataTestid "data-testid",
    Datetime "datetime",
    Dir "dir",
    Hidden "hidden",
    Href "href",
    HttpEquiv "http-equiv",
    Id "id",
    Itemprop "itemprop",
    Itemscope "itemscope",
    Itemtype "itemtype",
    Lang "lang",
    Name "name",
    Open "open",
    Popover "popover",
    Property "property",
    Rel "rel",
    Role "role",
    Rowspan "rowspan",
    Src "src",
    Srcset "srcset",
    Start "start",
    Style "style",
    Type "type",
    Value "value",
}

/// The attributes of a tag with their values. It is filled anew for each tag, so that it takes no memory of its own for
/// each.
#[derive(Clone, Debug)]
pub struct Attributes {
    /// Which there are, a bit for each.
    present: u64,
    /// The values one after another, and where each of them is.
    bytes: Vec<u8>,
    places: [(u32, u32); COUNT],
}

impl Default for Attributes {
    fn default() -> Self {
        Self {
            present: 0,
            bytes: Vec::new(),
            places: [(0, 0); COUNT],
        }
    }
}

impl Attributes {
    /// A tag begins.
    pub fn clear(&mut self) {
        self.present = 0;
        self.bytes.clear();
    }

    /// The value of an attribute begins. False where the tag has it already: the first counts.
    pub fn begin(&mut self, attribute: Attribute) -> bool {
        let is_first = !self.has(attribute);
        if is_first {
            let end = self.bytes.len() as u32;
            self.present |= 1 << attribute as u8;
            self.places[attribute as usize] = (end, end);
        }
        is_first
    }

    /// The value of the attribute that began last goes on. What is too long is cut.
    pub fn push(&mut self, attribute: Attribute, value: &[u8]) {
        let (start, end) = &mut self.places[attribute as usize];
        let room = LONGEST - (*end - *start) as usize;
        self.bytes.extend(&value[..room.min(value.len())]);
        *end = self.bytes.len() as u32;
    }

    /// Adds a whole attribute.
    #[cfg(any(test, target_arch = "wasm32", feature = "training"))]
    pub fn add(&mut self, attribute: Attribute, value: &str) {
        if self.begin(attribute) {
            self.push(attribute, value.as_bytes());
        }
    }

    /// Whether the tag has it.
    pub const fn has(&self, attribute: Attribute) -> bool {
        self.present & (1 << attribute as u8) != 0
    }

    /// Its value, if the tag has it.
    pub fn get(&self, attribute: Attribute) -> Option<&str> {
        if !self.has(attribute) {
            return None;
        }
        let (start, end) = self.places[attribute as usize];
        let value = &self.bytes[start as usize..end as usize];
        // What is cut may end within a character.
        let text = str::from_utf8(value).or_else(|error| str::from_utf8(&value[..error.valid_up_to()]));
        Some(text.unwrap_or_default())
    }

    /// Its value, if the tag has it and it was not cut: half an address leads elsewhere.
    pub fn whole(&self, attribute: Attribute) -> Option<&str> {
        self.get(attribute).filter(|value| value.len() + 4 < LONGEST)
    }

    /// The words of its value.
    pub fn words(&self, attribute: Attribute) -> impl Iterator<Item = &str> {
        self.get(attribute).unwrap_or_default().split_ascii_whitespace()
    }

    /// A whole number.
    pub fn number(&self, attribute: Attribute) -> Option<u32> {
        self.get(attribute)?.trim().parse().ok()
    }
}

/// Each a name and a value.
#[cfg(feature = "training")]
impl<'a> FromIterator<(&'a str, &'a str)> for Attributes {
    fn from_iter<All: IntoIterator<Item = (&'a str, &'a str)>>(all: All) -> Self {
        let mut attributes = Self::default();
        for (name, value) in all {
            if let Some(attribute) = Attribute::of(name) {
                attributes.add(attribute, value);
            }
        }
        attributes
    }
}

#[cfg(test)]
mod tests {
    use super::{Attribute, Attributes};

    #[test]
    fn the_first_of_each_counts_and_what_is_long_is_cut() {
        let mut attributes = Attributes::default();
        attributes.add(Attribute::Class, "a  b");
        attributes.add(Attribute::Class, "c");
        attributes.add(Attribute::Href, &"é".repeat(3_000));
        assert_eq!(attributes.words(Attribute::Class).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(attributes.get(Attribute::Href).map(str::len), Some(2_000));
        assert_eq!(attributes.whole(Attribute::Href), None);
        assert_eq!(attributes.get(Attribute::Id), None);
        attributes.clear();
        assert!(!attributes.has(Attribute::Class));
    }

    #[test]
    fn names_find_their_attributes() {
        assert_eq!(Attribute::of("class"), Some(Attribute::Class));
        assert_eq!(Attribute::of("data-lazy-src"), Some(Attribute::DataLazySrc));
        assert_eq!(Attribute::of("onclick"), None);
    }
}
