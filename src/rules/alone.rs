//! The context-free pass: what a line is by itself.

use crate::features::LineFeatures;
use crate::kind::Kind;
use crate::reason::Reason;

use super::Rule;

/// Where a rule's test holds, its points are added: for content where positive, against it where negative.
pub const RULES: &[Rule<LineFeatures>] = &[
    Rule::new(Reason::OneWord, -1.3, |line| line.words < 2.0),
    Rule::new(Reason::Short, -1.0, |line| (2.0..4.0).contains(&line.words)),
    Rule::new(Reason::Long, 0.4, |line| (20.0..40.0).contains(&line.words)),
    Rule::new(Reason::VeryLong, 1.2, |line| line.words >= 40.0),
    Rule::new(Reason::Sentence, 0.7, |line| {
        line.shape.ends_sentence && line.words < 8.0
    }),
    Rule::new(Reason::Sentence, 1.2, |line| {
        line.shape.ends_sentence && line.words >= 8.0
    }),
    Rule::new(Reason::Commas, 0.4, |line| {
        line.shape.commas >= 1 && line.words >= 8.0
    }),
    Rule::new(Reason::Separators, -1.6, |line| line.shape.separators >= 3),
    Rule::new(Reason::Glued, -0.3, |line| {
        line.shape.glued >= 1 && (3.0..30.0).contains(&line.words)
    }),
    Rule::new(Reason::Glued, -1.3, |line| line.shape.glued >= 4),
    Rule::new(Reason::Digits, -0.4, |line| line.shape.digit_share() >= 0.3),
    Rule::new(Reason::CutOff, -2.0, |line| line.shape.ends_ellipsis),
    Rule::new(Reason::Colon, 1.8, |line| line.shape.ends_colon),
    Rule::new(Reason::Question, -0.3, |line| line.shape.ends_question),
    Rule::new(Reason::Quotation, 0.7, |line| line.shape.starts_quote),
    Rule::new(Reason::TableRow, 1.1, |line| line.shape.tabs >= 1),
    Rule::new(Reason::Code, 0.6, |line| {
        line.shape.code_marks >= 2 && line.words < 40.0
    }),
    Rule::new(Reason::Indented, 1.4, |line| line.shape.indent >= 2),
    Rule::new(Reason::Date, -0.5, |line| line.signs.day && line.words < 12.0),
    Rule::new(Reason::Time, -0.7, |line| line.signs.time && line.words < 12.0),
    Rule::new(Reason::Byline, -0.7, |line| line.signs.byline),
    Rule::new(Reason::Credit, -1.3, |line| line.signs.credit),
    Rule::new(Reason::Share, -1.0, |line| line.signs.share),
    Rule::new(Reason::Copyright, -3.2, |line| line.signs.copyright),
    Rule::new(Reason::Address, -0.3, |line| {
        line.signs.address && line.words < 20.0
    }),
    Rule::new(Reason::Price, 0.6, |line| line.signs.price),
    Rule::new(Reason::Repeated, -0.5, |line| line.occurrences >= 2),
    Rule::new(Reason::AdvertisementPhrase, -1.4, |line| {
        line.signs.says(Kind::Advertisement)
    }),
    Rule::new(Reason::SubscribePhrase, -3.4, |line| {
        line.signs.says(Kind::Subscribe)
    }),
    Rule::new(Reason::SubscribePhrase, -3.0, |line| {
        line.signs.subscribe || line.signs.email_field
    }),
    Rule::new(Reason::SharePhrase, -2.6, |line| line.signs.says(Kind::Share)),
    Rule::new(Reason::CommentPhrase, -1.4, |line| line.signs.says(Kind::Comment)),
    Rule::new(Reason::ConsentPhrase, -3.0, |line| line.signs.says(Kind::Consent)),
    Rule::new(Reason::LegalPhrase, -3.3, |line| line.signs.says(Kind::Legal)),
    Rule::new(Reason::InterfacePhrase, -1.8, |line| {
        line.signs.says(Kind::Interface)
    }),
    Rule::new(Reason::NavigationPhrase, -2.2, |line| {
        line.signs.says(Kind::Navigation)
    }),
    Rule::new(Reason::RelatedPhrase, -1.2, |line| line.signs.says(Kind::Related)),
    Rule::new(Reason::SubscribePhrase, -1.2, |line| {
        line.signs.mentions(Kind::Subscribe)
    }),
    Rule::new(Reason::ConsentPhrase, -4.0, |line| {
        line.signs.mentions(Kind::Consent)
    }),
    Rule::new(Reason::LegalPhrase, -3.9, |line| line.signs.mentions(Kind::Legal)),
];
