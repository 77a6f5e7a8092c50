//! What each input says, in words: why a line that is above or below the usual in it is body or is not.

use std::sync::LazyLock;

use super::inputs::names;
use super::middle::MIDDLE_NAMES;
use crate::reason::Reason;

/// What an input says where it is above the usual and where it is below, in the order of the inputs: those of text, then
/// those of markup. Nothing where it says nothing that a person would understand.
pub static OF_INPUTS: LazyLock<Vec<Evidence>> = LazyLock::new(|| names(true).into_iter().map(of).collect());

/// The same of the middle inputs.
pub static OF_MIDDLE: LazyLock<Vec<Evidence>> = LazyLock::new(|| MIDDLE_NAMES.into_iter().map(of).collect());

fn of(name: &str) -> Evidence {
    let row = TABLE.iter().find(|(_, names)| names.contains(&name));
    row.map_or(NONE, |(evidence, _)| *evidence)
}

/// What an input says: [`Reason::Usual`] where that is nothing.
#[derive(Clone, Copy, Debug)]
pub struct Evidence {
    /// Where it is above the usual.
    more: Reason,
    /// Where it is below.
    less: Reason,
}

impl Evidence {
    /// What the input says at this distance from the usual.
    #[cfg(test)]
    pub const fn at(self, distance: f32) -> Reason {
        if distance > 0.0 { self.more } else { self.less }
    }

    /// The number of that reason.
    ///
    /// Calculated, not branched on: distances go either way, and where the machine guesses a branch wrongly it loses more
    /// time than all else takes that is done for an input.
    pub fn number_at(self, distance: f32) -> usize {
        let [more, less] = [self.more, self.less].map(|reason| reason as u8);
        let is_more = u8::from(distance > 0.0).wrapping_neg();
        usize::from(less ^ ((less ^ more) & is_more))
    }
}

const fn either(more: Reason, less: Reason) -> Evidence {
    Evidence { more, less }
}

const fn only(more: Reason) -> Evidence {
    either(more, Reason::Usual)
}

const NONE: Evidence = only(Reason::Usual);

/// Every input, with those that say the same.
const TABLE: &[(Evidence, &[&str])] = &[
    (
        either(Reason::Long, Reason::Short),
        &[
            "words",
            "words: 2 or more",
            "words: 4 or more",
            "words: 10 or more",
            "words: 25 or more",
            "words: 50 or more",
            "characters",
            "terms",
        ],
    ),
    (only(Reason::Digits), &["digits"]),
    (
        either(Reason::Capitals, Reason::FewCapitals),
        &["capitalized words"],
    ),
    (
        either(Reason::FunctionWords, Reason::NoFunctionWords),
        &["function words"],
    ),
    (only(Reason::Commas), &["commas", "commas a word"]),
    (
        either(Reason::Sentence, Reason::NoSentence),
        &["ends a sentence", "sentences"],
    ),
    (only(Reason::Question), &["ends in a question mark"]),
    (only(Reason::Colon), &["ends in a colon"]),
    (only(Reason::CutOff), &["ends in an ellipsis"]),
    (
        only(Reason::Quotation),
        &["begins with a quotation mark", "a quotation"],
    ),
    (only(Reason::Bullet), &["begins with a bullet"]),
    (only(Reason::Separators), &["separators"]),
    (only(Reason::Code), &["marks of code"]),
    (only(Reason::TableRow), &["tabs"]),
    (only(Reason::Glued), &["glued words"]),
    (only(Reason::Indented), &["indent"]),
    (only(Reason::Date), &["day", "time", "ago", "date"]),
    (only(Reason::Byline), &["byline"]),
    (
        only(Reason::Credit),
        &["credit", "ends in a credit", "says credit"],
    ),
    (only(Reason::Share), &["share button", "says share"]),
    (
        only(Reason::LegalPhrase),
        &["copyright", "says legal", "mentions legal"],
    ),
    (only(Reason::CommentPhrase), &["counts comments", "says comment"]),
    (
        only(Reason::SubscribePhrase),
        &[
            "e-mail field",
            "subscribe button",
            "says subscribe",
            "mentions subscribe",
        ],
    ),
    (only(Reason::Biography), &["biography"]),
    (only(Reason::Address), &["address"]),
    (only(Reason::Price), &["price"]),
    (only(Reason::Count), &["count"]),
    (only(Reason::RelatedPhrase), &["says related", "mentions related"]),
    (only(Reason::ConsentPhrase), &["says consent", "mentions consent"]),
    (only(Reason::InterfacePhrase), &["says interface"]),
    (only(Reason::NavigationPhrase), &["says navigation"]),
    (only(Reason::AdvertisementPhrase), &["says advertisement"]),
    (
        either(Reason::SetApart, Reason::CloseSet),
        &[
            "blank line above",
            "blank lines above",
            "blank line below",
            "blank lines below",
        ],
    ),
    (either(Reason::CloseSet, Reason::SetApart), &["group"]),
    (
        either(Reason::FarDown, Reason::NearTop),
        &["place on the page", "lines above", "words above", "prose above"],
    ),
    (either(Reason::NearTop, Reason::FarDown), &["lines below"]),
    (
        either(Reason::MuchProse, Reason::LittleProse),
        &[
            "page: words",
            "page: words a line",
            "page: prose",
            "page: lines of prose",
        ],
    ),
    (
        only(Reason::Repeated),
        &["repeated", "stands above too", "stands below too"],
    ),
    (
        either(Reason::SameShape, Reason::OtherShape),
        &["same shape elsewhere", "shape of the next", "shapes come again"],
    ),
    (
        either(Reason::AmongLong, Reason::AmongShort),
        &[
            "words of the line above",
            "words of the line below",
            "words two above",
            "words two below",
            "words of 6 above",
            "words of 6 below",
            "words of 20 above",
            "words of 20 below",
        ],
    ),
    (
        either(Reason::AmongProse, Reason::FarFromProse),
        &[
            "sentence above",
            "sentence below",
            "sentences in 6 above",
            "sentences in 6 below",
            "sentences in 20 above",
            "sentences in 20 below",
            "prose in 3 above",
            "prose in 3 below",
            "prose in 10 above",
            "prose in 10 below",
            "prose in 40 above",
            "prose in 40 below",
        ],
    ),
    (
        either(Reason::AmongBoilerplate, Reason::FarFromBoilerplate),
        &["phrases in 10 above", "phrases in 10 below"],
    ),
    (
        only(Reason::NearDate),
        &[
            "dates in 10 above",
            "dates in 10 below",
            "date above",
            "date below",
        ],
    ),
    (only(Reason::NearByline), &["byline above", "byline below"]),
    (only(Reason::NearRelated), &["related above", "related below"]),
    (only(Reason::NearComments), &["comment above", "comment below"]),
    (
        only(Reason::NearSubscribe),
        &["subscribe above", "subscribe below"],
    ),
    (only(Reason::NearConsent), &["consent above", "consent below"]),
    (only(Reason::NearLegal), &["legal above", "legal below"]),
    (only(Reason::NearShare), &["share above", "share below"]),
    (
        only(Reason::NearInterface),
        &["interface above", "interface below"],
    ),
    (
        only(Reason::NearNavigation),
        &["navigation above", "navigation below"],
    ),
    (only(Reason::NearCredit), &["credit above", "credit below"]),
    (
        only(Reason::NearAdvertisement),
        &["advertisement above", "advertisement below"],
    ),
    (
        either(Reason::OnTopic, Reason::OffTopic),
        &[
            "terms of the line above",
            "terms of the line below",
            "terms elsewhere on the page",
            "topic",
            "weight of the topic",
            "share of the topic",
            "terms of others",
        ],
    ),
    (either(Reason::AfterBody, Reason::BodyBelow), &["body above"]),
    (either(Reason::BodyBelow, Reason::AfterBody), &["body below"]),
    (only(Reason::BeforeBody), &["before the body"]),
    (only(Reason::AfterBody), &["after the body"]),
    (either(Reason::AmidBody, Reason::OutsideBody), &["in the body"]),
    (
        only(Reason::MarkedContent),
        &[
            "markup: content",
            "markup: headline",
            "markup: subtitle",
            "markup: message",
            "markup: description",
            "inside main",
            "inside article",
        ],
    ),
    (only(Reason::MarkedComment), &["markup: comment"]),
    (only(Reason::MarkedRelated), &["markup: related", "markup: card"]),
    (only(Reason::MarkedConsent), &["markup: consent"]),
    (only(Reason::MarkedAdvertisement), &["markup: advertisement"]),
    (only(Reason::MarkedSubscribe), &["markup: subscribe"]),
    (only(Reason::MarkedShare), &["markup: share"]),
    (
        only(Reason::MarkedNavigation),
        &["markup: navigation", "inside nav", "markup: link in the page"],
    ),
    (
        only(Reason::MarkedEdge),
        &[
            "markup: header",
            "markup: footer",
            "inside header",
            "inside footer",
        ],
    ),
    (only(Reason::MarkedSide), &["markup: sidebar", "inside aside"]),
    (
        only(Reason::MarkedAuthor),
        &["markup: author", "markup: biography"],
    ),
    (only(Reason::MarkedDate), &["markup: date", "inside time"]),
    (
        only(Reason::MarkedCaption),
        &[
            "markup: caption",
            "markup: credit",
            "inside figure",
            "block: caption",
        ],
    ),
    (only(Reason::MarkedLegal), &["markup: legal"]),
    (
        only(Reason::MarkedInterface),
        &[
            "markup: interface",
            "inside form",
            "inside details",
            "block: option",
        ],
    ),
    (only(Reason::MarkedHidden), &["markup: hidden"]),
    (only(Reason::MarkedProduct), &["markup: product"]),
    (
        only(Reason::ElementText),
        &[
            "block: paragraph",
            "block: quotation",
            "block: code",
            "markup: quote",
            "markup: code",
            "inside blockquote",
        ],
    ),
    (
        only(Reason::ElementHeading),
        &[
            "heading 1",
            "heading 2",
            "heading 3",
            "heading 4 to 6",
            "bold",
            "markup: bold",
        ],
    ),
    (
        only(Reason::ElementItem),
        &[
            "block: item",
            "block: cell",
            "block: definition",
            "lists above",
            "inside table",
            "inside ul",
            "inside ol",
            "inside dl",
        ],
    ),
    (
        only(Reason::ElementAlike),
        &[
            "lines in blocks alike",
            "elements alike",
            "elements alike are near",
        ],
    ),
    (
        either(Reason::Linked, Reason::NotLinked),
        &["linked", "all linked", "links", "markup: link"],
    ),
    (
        either(Reason::AmongLinks, Reason::NotLinked),
        &[
            "links in the block",
            "links one above",
            "links two higher",
            "links three higher",
        ],
    ),
    (
        either(Reason::AwayFromProse, Reason::NearProse),
        &["elements to the prose"],
    ),
    (
        either(Reason::NearProse, Reason::AwayFromProse),
        &[
            "prose in the block",
            "prose one above",
            "prose two higher",
            "prose three higher",
        ],
    ),
    (
        either(Reason::AwayFromMainHeading, Reason::NearMainHeading),
        &["elements to the main heading"],
    ),
    (only(Reason::Deep), &["elements above"]),
    (
        only(Reason::Stated),
        &["stated: body", "stated: description", "stated: title"],
    ),
    (only(Reason::StatedReply), &["stated: reply"]),
    (only(Reason::StatedAuthor), &["stated: author"]),
    (only(Reason::NotStated), &["stated: not in the body"]),
    (
        only(Reason::Unlike),
        &["elements to the line above", "elements to the line below"],
    ),
    // What these say is either said better by others, or of the page and not of the line.
    (
        NONE,
        &[
            "characters a word",
            "letters",
            "has case",
            "page: lines",
            "page: lines set apart",
            "set apart in 10 above",
            "set apart in 10 below",
            "weight of the body",
            "block: box",
            "inside section",
            "words in the block",
            "words one above",
            "words two higher",
            "words three higher",
            "below the main heading",
            "words in each alike",
            "stated: words of the body",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_stands_in_the_table_once() {
        assert!(
            names(true).starts_with(&names(false)),
            "the inputs of text come first"
        );
        for name in names(true).into_iter().chain(MIDDLE_NAMES) {
            let rows = TABLE.iter().filter(|(_, names)| names.contains(&name)).count();
            assert_eq!(rows, 1, "{name}");
        }
        let listed: usize = TABLE.iter().map(|(_, names)| names.len()).sum();
        assert_eq!(
            listed,
            OF_INPUTS.len() + OF_MIDDLE.len(),
            "a name in the table is that of no input"
        );
    }
}
