//! What each line is, from what the model says of all.

use super::index::is_index;
use super::{Label, Labels, header, items, title};
use crate::features::{Features, LineFeatures};
use crate::kind::Kind;
use crate::model::{BODY, KINDS, Prediction};
use crate::page::Page;

/// The strictness that asks for the best article, neither for more nor for less.
const BALANCED: f32 = 0.5;

/// How often the best score to cut at is looked for anew; it changes no more after a few times.
const ROUNDS: usize = 8;

/// The best score to cut at is that of a page whose lines are wrong independently. They are not quite: so it is drawn
/// a little towards this one, which is best for all pages alike, cross-validated.
const USUAL_CUT: f32 = 0.4;
const OWN_SHARE: f32 = 0.75;

/// Short lines get the kind that their own words say.
const OWN_WORDS: f32 = 8.0;

/// The most confidence that a list of teasers gets.
const INDEX_CONFIDENCE: f32 = 0.2;

/// Confidence is one half where the body has this many words of running text.
const CONFIDENT_WORDS: f32 = 60.0;

/// Labels every line of the page. The balanced strictness, one half, keeps what makes the best article on average;
/// from there to 0 or to 1 the score that a line needs goes evenly to 0 or to 1.
pub fn decide(page: &Page<'_>, features: &Features, predictions: &[Prediction], strictness: f32) -> Labels {
    let balanced = balanced(&features.lines, predictions);
    let needed = if strictness < BALANCED {
        balanced * strictness / BALANCED
    } else {
        balanced + (1.0 - balanced) * (strictness - BALANCED) / (1.0 - BALANCED)
    };
    let lines = &features.lines;
    let mut kinds = kinds(lines, predictions, needed);
    let mut confidence = confidence(lines, predictions, needed);
    if is_index(lines, &kinds) {
        kinds = sides(lines, predictions, f32::INFINITY);
        confidence = confidence.min(INDEX_CONFIDENCE);
    }
    let mut labels = Labels {
        lines: vec![Label::BLANK; page.lines.len()],
        confidence,
    };
    for ((line, prediction), kind) in features.lines.iter().zip(predictions).zip(kinds) {
        let label = Label {
            kind,
            score: prediction.score,
            reason: if prediction.score >= needed {
                prediction.reasons.most_for
            } else {
                prediction.reasons.most_against
            },
        };
        labels.lines[line.places.clone()].fill(label);
    }
    labels
}

/// The score from which lines make the best body to be expected: the one with the highest F1 of words, where a line is
/// right by its score. A line raises F1 where its score is above half of what F1 is with the others, so the cut and F1
/// find each other in turns (Dinkelbach's method).
fn balanced(lines: &[LineFeatures], predictions: &[Prediction]) -> f32 {
    let weighed = || {
        lines
            .iter()
            .zip(predictions)
            .map(|(line, prediction)| (line.words, prediction.score))
    };
    let expected: f32 = weighed().map(|(words, score)| words * score).sum();
    let mut cut = USUAL_CUT;
    for _ in 0..ROUNDS {
        let (mut kept, mut right) = (0.0, 0.0);
        for (words, score) in weighed().filter(|&(_, score)| score >= cut) {
            kept += words;
            right += words * score;
        }
        if kept + expected > 0.0 {
            cut = right / (kept + expected);
        }
    }
    OWN_SHARE * cut + (1.0 - OWN_SHARE) * USUAL_CUT
}

/// The most likely kind of each line on its side, the body's or the other.
fn sides(lines: &[LineFeatures], predictions: &[Prediction], needed: f32) -> Vec<Kind> {
    let kind = |(line, prediction): (&LineFeatures, &Prediction)| {
        let is_body = prediction.score >= needed;
        let own = line.own_kind().filter(|_| !is_body && line.words <= OWN_WORDS);
        own.unwrap_or_else(|| most_likely(prediction, is_body))
    };
    lines.iter().zip(predictions).map(kind).collect()
}

/// The kind of each line.
fn kinds(lines: &[LineFeatures], predictions: &[Prediction], needed: f32) -> Vec<Kind> {
    let mut kinds = sides(lines, predictions, needed);
    items::mark(lines, &mut kinds);
    if let Some(title) = title::find(lines, predictions) {
        kinds[title] = Kind::Title;
        header::complete(lines, &mut kinds, title);
    }
    kinds
}

/// The most likely kind of a line that is not the title, among the body's kinds or among the others.
fn most_likely(prediction: &Prediction, is_body: bool) -> Kind {
    let most = (0..KINDS)
        .filter(|k| BODY.contains(k) == is_body && *k != Kind::Title as usize)
        .max_by(|&a, &b| prediction.kinds[a].total_cmp(&prediction.kinds[b]));
    most.map_or(Kind::Other, |k| Kind::ALL[k])
}

/// How sure it is that the page has an article: more words of running text in the body, and surer ones, make it surer.
fn confidence(lines: &[LineFeatures], predictions: &[Prediction], needed: f32) -> f32 {
    let body = lines
        .iter()
        .zip(predictions)
        .filter(|(line, prediction)| prediction.score >= needed && line.shape.ends_sentence);
    let (words, sure) = body.fold((0.0, 0.0), |(words, sure), (line, prediction)| {
        (words + line.words, sure + line.words * prediction.score)
    });
    if words == 0.0 {
        0.0
    } else {
        sure / words * words / (words + CONFIDENT_WORDS)
    }
}
