//! The second pass: what a line is among its neighbours.

use crate::kind::Kind;
use crate::patterns::Place;
use crate::reason::Reason;

use super::Rule;
use super::neighbourhood::{BODY_APART, Neighbourhood, Span};

/// How much of the first pass's sum counts here.
pub const SHARE_OF_ALONE: f32 = 0.4;

/// Lines with fewer words of their own say nothing by the words they share with the body.
const TERMS_TO_COMPARE: usize = 3;

/// Lines that share this much of their terms say the same.
const SAME: f32 = 0.99;

impl<'a> Neighbourhood<'a> {
    /// Where a rule's test holds, its points are added: for content where positive, against it where negative. Points
    /// were set against the corpus and rounded.
    pub const RULES: &'a [Rule<Self>] = &[
        Rule::new(Reason::AmongBoilerplate, -0.4, |at| at.around < 0.15),
        Rule::new(Reason::AmongBoilerplate, -0.3, |at| at.around < 0.25),
        Rule::new(Reason::AmongBoilerplate, -0.3, |at| at.around < 0.35),
        Rule::new(Reason::AmongProse, 0.3, |at| at.around >= 0.55),
        Rule::new(Reason::AmongProse, 0.4, |at| at.after > 0.7),
        Rule::new(Reason::AmongProse, 0.1, |at| at.before > 0.7),
        Rule::new(Reason::AmongBoilerplate, -0.2, |at| at.before < 0.15),
        Rule::new(Reason::AmongBoilerplate, -0.2, |at| at.after < 0.15),
        Rule::new(Reason::HeadsProse, 0.3, |at| {
            at.line.words < 12.0 && (1..4).contains(&at.short_run) && at.after > 0.5 && at.blanks_after > 0
        }),
        Rule::new(Reason::ShortAmongShort, -0.5, |at| at.short_run >= 25),
        Rule::new(Reason::BeforeBody, -0.7, |at| matches!(at.span, Span::Before(_))),
        Rule::new(
            Reason::BeforeBody,
            -0.3,
            |at| matches!(at.span, Span::Before(lines) if lines > 15),
        ),
        Rule::new(Reason::AfterBody, -0.8, |at| matches!(at.span, Span::After(_))),
        Rule::new(Reason::AtStart, -1.1, |at| {
            at.from_start < 5 && at.span != Span::Inside
        }),
        Rule::new(Reason::AtStart, -0.3, |at| {
            at.from_start < 15 && at.span != Span::Inside
        }),
        Rule::new(Reason::AtEnd, -0.5, |at| {
            at.from_end < 5 && at.span != Span::Inside
        }),
        Rule::new(Reason::AboveTitle, -0.3, |at| at.above_title),
        // Where blank lines set the body's paragraphs apart, a line above the title that none does is a teaser.
        Rule::new(Reason::AboveTitle, -1.8, |at| {
            at.above_title && !at.is_apart && at.line.words >= 4.0 && at.body_apart >= BODY_APART
        }),
        Rule::new(Reason::BeforeBody, -0.5, |at| {
            at.body_above < 0.1 && !at.line.is_prose()
        }),
        Rule::new(Reason::AfterBody, -0.8, |at| at.body_above > 0.8),
        Rule::new(Reason::AfterBody, -0.6, |at| at.body_above > 0.9),
        Rule::new(Reason::AfterBody, -0.3, |at| at.body_above > 0.97),
        Rule::new(Reason::OnTopic, 0.5, |at| {
            at.line.terms.len() >= TERMS_TO_COMPARE && at.overlap >= 0.4
        }),
        Rule::new(Reason::OffTopic, -0.3, |at| {
            at.line.words >= 15.0 && matches!(at.span, Span::After(_)) && at.overlap < 0.3
        }),
        Rule::new(Reason::UnderRelated, -1.1, |at| under(at, Kind::Related)),
        Rule::new(Reason::UnderComments, -0.7, |at| under(at, Kind::Comment)),
        Rule::new(Reason::UnderSubscribe, -1.4, |at| under(at, Kind::Subscribe)),
        Rule::new(Reason::UnderConsent, -2.2, |at| under(at, Kind::Consent)),
        Rule::new(Reason::UnderLegal, -0.9, |at| under(at, Kind::Legal)),
        Rule::new(Reason::BoilerplatePhrase, -1.0, |at| {
            at.line
                .signs
                .phrase
                .is_some_and(|found| found.place != Place::Within)
        }),
        Rule::new(Reason::Credit, -1.8, |at| at.line.signs.credit),
        Rule::new(Reason::RelatedPhrase, -1.0, |at| {
            at.line
                .signs
                .phrase
                .is_some_and(|found| found.kind == Kind::Related && found.place != Place::Within)
        }),
        Rule::new(Reason::UnderAd, -1.5, |at| at.under_ad),
        Rule::new(Reason::Code, 1.0, |at| at.in_code),
        Rule::new(Reason::WithCredit, -2.0, |at| {
            at.line.signs.ends_credit && at.line.words >= 4.0
        }),
        Rule::new(Reason::NoLetters, -2.0, |at| {
            at.line.shape.letters == 0 && at.line.shape.digits == 0
        }),
        Rule::new(Reason::Twin, -1.0, |at| at.twin >= SAME && at.line.words >= 8.0),
        Rule::new(Reason::WithCredit, -2.5, |at| {
            at.over_credit && at.line.words >= 4.0
        }),
        Rule::new(Reason::InBox, -0.5, |at| at.box_kind.is_some()),
        Rule::new(Reason::InBox, -1.2, |at| {
            matches!(at.box_kind, Some(Kind::Subscribe | Kind::Consent)) && at.group > 2
        }),
        Rule::new(Reason::AmongProse, 1.5, |at| {
            at.line
                .signs
                .phrase
                .is_some_and(|found| found.kind == Kind::Navigation)
                && at.group == 1
                && at.before > 0.7
                && at.after > 0.7
        }),
        // A picture's alt text and its caption come as a pair above the first paragraph.
        Rule::new(Reason::BeforeBody, -0.8, |at| {
            at.body_above < 0.05
                && (2..4).contains(&at.group)
                && at.body_apart >= BODY_APART
                && at.line.words >= 5.0
        }),
        Rule::new(Reason::Biography, -1.5, |at| {
            at.line.signs.biography && at.body_above > 0.8
        }),
        Rule::new(Reason::Biography, -0.8, |at| under(at, Kind::Credit)),
        Rule::new(Reason::SetApart, 0.6, |at| at.blanks_after > 0),
        Rule::new(Reason::BesideDate, -0.4, |at| at.beside_date),
        Rule::new(Reason::LittleProse, 0.7, |at| at.page_prose < 0.3),
    ];
}

fn under(at: &Neighbourhood<'_>, kind: Kind) -> bool {
    at.section.is_some_and(|section| section.kind == kind)
}
