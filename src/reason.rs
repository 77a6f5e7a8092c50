//! Why a line has its label, in words a person understands.

use serde::{Serialize, Serializer};

/// Declares the reasons with their words, so that a reason cannot be without.
macro_rules! reasons {
    ($($name:ident: $text:literal,)*) => {
        /// What weighed most for the label of a line. The numbers are part of the interface to JavaScript.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Reason {
            $(#[doc = $text] $name,)*
        }

        impl Reason {
            /// Every reason, in the order of their numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The reason in words: "short line in a run of short lines".
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }
        }
    };
}

impl Serialize for Reason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

reasons! {
    Blank: "nothing on the line",
    OneWord: "a single word",
    Short: "few words",
    Long: "a long line",
    VeryLong: "a very long line",
    Sentence: "ends as a sentence does",
    Commas: "commas, as in running text",
    Separators: "items apart by bars or dots",
    Glued: "words glued together, as in a row of links",
    Digits: "mostly digits",
    CutOff: "cut off with an ellipsis, as teasers are",
    Colon: "ends with a colon",
    Question: "a question",
    Quotation: "begins with a quotation mark",
    TableRow: "cells apart by tabs",
    Code: "the marks of code",
    Indented: "indented",
    Date: "a date",
    Time: "a time of day",
    Byline: "reads as a byline",
    Credit: "reads as a credit",
    Share: "reads as a share or follow button",
    Copyright: "a copyright notice",
    Address: "a mail, web or telephone address",
    Price: "a price",
    Repeated: "the same line stands elsewhere too",
    AdvertisementPhrase: "a phrase of advertisements",
    SubscribePhrase: "a phrase of subscription prompts",
    SharePhrase: "a phrase of share buttons",
    CommentPhrase: "a phrase of comment sections",
    ConsentPhrase: "a phrase of cookie notices",
    LegalPhrase: "a phrase of legal notices",
    InterfacePhrase: "the label of a button or field",
    NavigationPhrase: "a phrase of menus",
    RelatedPhrase: "a phrase that announces other stories",
    AmongProse: "beside running text",
    AmongBoilerplate: "beside boilerplate",
    HeadsProse: "a short line over running text",
    ShortAmongShort: "short line in a run of short lines",
    BeforeBody: "before the body begins",
    AfterBody: "after the body ends",
    AboveTitle: "above the title",
    AtStart: "at the page's start",
    AtEnd: "at the page's end",
    OnTopic: "shares words with the article",
    OffTopic: "shares few words with the article",
    UnderRelated: "under a heading for other stories",
    UnderComments: "under a heading for comments",
    UnderSubscribe: "in a subscription box",
    UnderConsent: "in a cookie notice",
    UnderLegal: "among legal notices",
    BoilerplatePhrase: "a phrase that boilerplate uses",
    Twin: "says what the line beside it says",
    UnderAd: "right under the label of an advertisement",
    NoLetters: "neither letters nor digits",
    WithCredit: "stands with a credit, as captions do",
    InBox: "in one box with buttons or prompts",
    Biography: "tells who the author is",
    SetApart: "set apart by blank lines",
    BesideDate: "beside a date, as teasers are",
    LittleProse: "the page has little running text",
    HeadsBody: "stands over the body and shares its words",
    BelowTitle: "stands right below the title",
    Usual: "as most lines of a page",
}
