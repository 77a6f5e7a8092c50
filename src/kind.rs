//! What a line is: the kinds, their names, and sets of them.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// What a line of a page is.
///
/// The first ten are content and make the article; `Caption` and `Credit` are content that is off unless asked for;
/// the rest is boilerplate, and `Blank` an empty line. The numbers are part of the interface to JavaScript.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// The headline of the article.
    Title,
    /// The standfirst that stands with the title.
    Subtitle,
    /// Who wrote it.
    Byline,
    /// When it was published or updated.
    Date,
    /// A subhead in the body.
    Heading,
    /// Running text.
    Paragraph,
    /// An item of a list in the body.
    List,
    /// A quotation set apart.
    Quote,
    /// A line of code or of terminal output.
    Code,
    /// A row of a table, its cells apart by tabs.
    Table,
    /// What stands under a picture of this article.
    Caption,
    /// A photo credit, or an agency's note on who contributed.
    Credit,
    /// Menus, breadcrumbs, tags, tables of contents.
    Navigation,
    /// Teasers of other stories.
    Related,
    /// Advertisements and their labels.
    Advertisement,
    /// Prompts to subscribe, to pay, to take a newsletter.
    Subscribe,
    /// Share and follow buttons.
    Share,
    /// Readers' replies under an article.
    Comment,
    /// Cookie and tracking notices.
    Consent,
    /// Copyright, terms, privacy.
    Legal,
    /// Buttons, form fields, player controls.
    Interface,
    /// Boilerplate of no other kind.
    Other,
    /// An empty line.
    Blank,
}

impl Kind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 23] = [
        Self::Title,
        Self::Subtitle,
        Self::Byline,
        Self::Date,
        Self::Heading,
        Self::Paragraph,
        Self::List,
        Self::Quote,
        Self::Code,
        Self::Table,
        Self::Caption,
        Self::Credit,
        Self::Navigation,
        Self::Related,
        Self::Advertisement,
        Self::Subscribe,
        Self::Share,
        Self::Comment,
        Self::Consent,
        Self::Legal,
        Self::Interface,
        Self::Other,
        Self::Blank,
    ];

    /// The name used in options, output and messages: `paragraph`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Subtitle => "subtitle",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::List => "list",
            Self::Quote => "quote",
            Self::Code => "code",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Navigation => "navigation",
            Self::Related => "related",
            Self::Advertisement => "advertisement",
            Self::Subscribe => "subscribe",
            Self::Share => "share",
            Self::Comment => "comment",
            Self::Consent => "consent",
            Self::Legal => "legal",
            Self::Interface => "interface",
            Self::Other => "other",
            Self::Blank => "blank",
        }
    }

    /// The kind with this number, if there is one.
    pub fn from_number(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number)).copied()
    }

    /// Whether the kind stands above the body: title, subtitle, byline, date.
    pub const fn is_header(self) -> bool {
        matches!(self, Self::Title | Self::Subtitle | Self::Byline | Self::Date)
    }

    /// Whether the kind is of the body whenever it is kept: heading, paragraph, list, quote, code, table.
    pub const fn is_body(self) -> bool {
        matches!(
            self,
            Self::Heading | Self::Paragraph | Self::List | Self::Quote | Self::Code | Self::Table
        )
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// A name that is no kind. Its message lists the names there are to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownKind(String);

impl fmt::Display for UnknownKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown kind {:?}; the kinds are", self.0)?;
        // A blank line can be neither kept nor dropped.
        let choices = Kind::ALL.into_iter().filter(|&kind| kind != Kind::Blank);
        for (i, kind) in choices.enumerate() {
            write!(f, "{}{kind}", if i == 0 { " " } else { ", " })?;
        }
        Ok(())
    }
}

impl std::error::Error for UnknownKind {}

impl FromStr for Kind {
    type Err = UnknownKind;

    fn from_str(name: &str) -> Result<Self, UnknownKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.name() == name)
            .ok_or_else(|| UnknownKind(name.to_owned()))
    }
}

/// A set of kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct KindSet(u32);

impl KindSet {
    /// The kinds that are kept unless the options say otherwise: `Title` to `Table`.
    pub const CONTENT: Self = Self((1 << (Kind::Table as u32 + 1)) - 1);

    /// Whether `kind` is in the set.
    pub const fn contains(self, kind: Kind) -> bool {
        self.0 & (1 << kind as u32) != 0
    }

    /// The set with `kind` in it.
    #[must_use]
    pub const fn with(self, kind: Kind) -> Self {
        Self(self.0 | (1 << kind as u32))
    }

    /// The set without `kind`.
    #[must_use]
    pub const fn without(self, kind: Kind) -> Self {
        Self(self.0 & !(1 << kind as u32))
    }
}

impl Default for KindSet {
    fn default() -> Self {
        Self::CONTENT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_lead_back_to_their_kind() {
        for (number, kind) in Kind::ALL.into_iter().enumerate() {
            assert_eq!(kind as usize, number);
            assert_eq!(Kind::from_number(number as u8), Some(kind));
            assert_eq!(kind.name().parse(), Ok(kind));
        }
        assert_eq!(Kind::from_number(Kind::ALL.len() as u8), None);
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_names_there_are() {
        let message = "titel".parse::<Kind>().unwrap_err().to_string();
        assert!(
            message.starts_with("unknown kind \"titel\"; the kinds are title, subtitle"),
            "{message}"
        );
        assert!(message.ends_with("interface, other"), "{message}");
    }

    #[test]
    fn content_is_kept_and_captions_are_not() {
        assert!(KindSet::CONTENT.contains(Kind::Title) && KindSet::CONTENT.contains(Kind::Table));
        assert!(!KindSet::CONTENT.contains(Kind::Caption) && !KindSet::CONTENT.contains(Kind::Legal));
        let with_captions = KindSet::CONTENT.with(Kind::Caption);
        assert!(with_captions.contains(Kind::Caption));
        assert_eq!(with_captions.without(Kind::Caption), KindSet::CONTENT);
    }
}
