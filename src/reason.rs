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
    Usual: "as most lines of a page",
    Long: "a long line",
    Short: "few words",
    Digits: "many digits",
    Capitals: "capitals, as names and titles have",
    FewCapitals: "few capitals, as in a sentence",
    FunctionWords: "small words, as in sentences",
    NoFunctionWords: "no small words, as in names and labels",
    Commas: "commas, as in running text",
    Sentence: "ends as a sentence does",
    NoSentence: "does not end as a sentence does",
    Question: "a question",
    Colon: "ends with a colon",
    CutOff: "cut off with an ellipsis, as teasers are",
    Quotation: "begins with a quotation mark",
    Bullet: "begins with a bullet",
    Separators: "items apart by bars or dots",
    Code: "the marks of code",
    TableRow: "cells apart by tabs",
    Glued: "words glued together, as in a row of links",
    Indented: "indented",
    Date: "a date or a time",
    Byline: "reads as a byline",
    Credit: "reads as a credit",
    Share: "reads as a share or follow button",
    Biography: "tells who the author is",
    Address: "a mail, web or telephone address",
    Price: "a price",
    Count: "a count of readers, likes or words",
    Repeated: "the same line stands elsewhere too",
    AdvertisementPhrase: "a phrase of advertisements",
    SubscribePhrase: "a phrase of subscription prompts",
    CommentPhrase: "a phrase of comment sections",
    ConsentPhrase: "a phrase of cookie notices",
    LegalPhrase: "a phrase of legal notices",
    InterfacePhrase: "the label of a button or field",
    NavigationPhrase: "a phrase of menus",
    RelatedPhrase: "a phrase that announces other stories",
    SetApart: "set apart by blank lines",
    CloseSet: "in a block with other lines",
    SameShape: "one of many lines of the same shape",
    OtherShape: "unlike the lines around it",
    AmongLong: "among long lines",
    AmongShort: "in a run of short lines",
    AmongProse: "beside running text",
    FarFromProse: "no running text near",
    AmongBoilerplate: "among phrases of boilerplate",
    FarFromBoilerplate: "no phrase of boilerplate near",
    NearDate: "near a date, as teasers are",
    NearByline: "near a byline",
    NearRelated: "near a heading for other stories",
    NearComments: "near a heading for comments",
    NearSubscribe: "near a subscription prompt",
    NearConsent: "near a cookie notice",
    NearLegal: "near legal notices",
    NearShare: "near share buttons",
    NearInterface: "near buttons or fields",
    NearNavigation: "near menus",
    NearCredit: "near a credit",
    NearAdvertisement: "near an advertisement",
    OnTopic: "shares words with the article",
    OffTopic: "shares few words with the article",
    BeforeBody: "before the body begins",
    AmidBody: "amid the body",
    OutsideBody: "outside the body",
    BodyBelow: "most of the body is below",
    AfterBody: "after the body ends",
    FarDown: "far down the page",
    NearTop: "near the page's top",
    MuchProse: "the page has much running text",
    LittleProse: "the page has little running text",
    MarkedContent: "its markup is named as the article's",
    MarkedComment: "its markup is named as comments",
    MarkedRelated: "its markup is named as other stories'",
    MarkedConsent: "its markup is named as a cookie notice",
    MarkedAdvertisement: "its markup is named as an advertisement",
    MarkedSubscribe: "its markup is named as a subscription prompt",
    MarkedShare: "its markup is named as share buttons",
    MarkedNavigation: "its markup is a menu's",
    MarkedEdge: "its markup is the head or foot of a page",
    MarkedSide: "its markup is beside the article",
    MarkedAuthor: "its markup is named as the author's",
    MarkedDate: "its markup is a date's",
    MarkedCaption: "its markup is a picture's",
    MarkedLegal: "its markup is named as a legal notice",
    MarkedInterface: "its markup is a form's or a button's",
    MarkedHidden: "its markup is named as hidden",
    MarkedProduct: "its markup is named as a product's",
    ElementText: "an element of running text",
    ElementHeading: "a heading in the markup",
    ElementItem: "an item of a list or a cell of a table in the markup",
    ElementAlike: "one of many elements alike",
    Linked: "a link",
    NotLinked: "no link",
    AmongLinks: "among links in the markup",
    NearProse: "in the element that holds the prose",
    AwayFromProse: "far from the prose in the markup",
    NearMainHeading: "close to the main heading in the markup",
    AwayFromMainHeading: "far from the main heading in the markup",
    Deep: "deep within the markup",
    Unlike: "apart from its neighbours in the markup",
    Stated: "the page states it as its content",
    StatedReply: "the page states it as a reply",
    StatedAuthor: "names who the page says wrote it",
    NotStated: "not in the content that the page states",
}
