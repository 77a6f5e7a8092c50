//! What one page gave.

use std::borrow::Cow;
use std::time::{Duration, Instant};

use copydesk::training::{clean_both_with, clean_html_with, clean_with, lines};
use copydesk::{Kind, Options};
use serde::Serialize;

use super::heading::{Judged, judge};
use super::held::Held;
use super::{Calibration, Confusion};
use crate::corpus::{CorpusPage, Set};
use crate::folds::AllFolds;
use crate::forms::Form;
use crate::renderings::Rendering;
use crate::score::{Snippets, Words};

/// What one page gave in one form.
#[derive(Clone, Debug, Serialize)]
pub struct Outcome {
    /// The page's name.
    pub id: String,
    /// The form of its text.
    #[serde(skip)]
    pub rendering: Rendering,
    /// The form's name.
    form: &'static str,
    /// The set that the page is of.
    #[serde(skip)]
    pub set: Set,
    /// Article, forum ...
    pub page_type: String,
    /// The language of its text.
    pub lang: Option<String>,
    /// Word F1, where the full text is known.
    pub f1: Option<f64>,
    /// The best F1 that a choice of lines can reach.
    pub ceiling: Option<f64>,
    /// The page's confidence.
    pub confidence: f64,
    /// The words found, where the full text is known.
    #[serde(skip)]
    pub words: Option<Words>,
    /// The snippets found.
    #[serde(skip)]
    pub snippets: Snippets,
    /// The snippets found where the lines are chosen by the answer.
    #[serde(skip)]
    pub snippet_ceiling: Snippets,
    /// Which kinds were taken for which.
    #[serde(skip)]
    pub confusion: Confusion,
    /// What the scores mean.
    #[serde(skip)]
    pub calibration: Calibration,
    /// Title, byline and date, where they are known.
    pub heading: [Option<Judged>; 3],
    /// How many lines it has.
    pub lines: usize,
    /// How long it took to clean.
    #[serde(skip)]
    pub time: Duration,
}

impl Outcome {
    /// Cleans the page with weights that have not seen its site, and compares.
    pub fn of(folds: &AllFolds, set: Set, rendering: Rendering, page: &CorpusPage) -> Self {
        let form = rendering.of(page);
        // Processor time of this thread would be truer; a page is cleaned in a fraction of a millisecond, so the wall
        // clock is close enough for a figure that is only for the eye.
        let start = Instant::now();
        let options = match rendering {
            // As the peers have it; a text's lines are to tell alone.
            Rendering::Html => Options::default().url(&*page.url),
            _ => Options::default(),
        };
        let of_text = || clean_with(folds.text.unseen(page), &form.text, &options);
        let article = match rendering {
            Rendering::Html => clean_html_with(folds.html.unseen(page), &page.html, &options),
            Rendering::Both => clean_both_with(folds.html.unseen(page), &form.text, &page.html, &options)
                .unwrap_or_else(of_text),
            _ => of_text(),
        };
        let time = start.elapsed();
        let best = best_body(rendering, &form);
        let against = |body: &str| page.content.as_ref().map(|gold| Words::count(body, gold));
        let (mut confusion, mut calibration) = (Confusion::default(), Calibration::default());
        for (line, answer) in article.lines.iter().zip(&form.answers) {
            if let Some(kind) = answer.kind.filter(|_| line.kind != Kind::Blank) {
                confusion.count(kind, line.kind);
            }
            if let (Some(is_content), true) = (answer.is_content, set != Set::Trafilatura) {
                calibration.count(line.score, is_content);
            }
        }
        let words = against(&article.text_content);
        Self {
            id: page.id.clone(),
            rendering,
            form: rendering.name(),
            set,
            page_type: type_of(page),
            lang: article.lang.clone().map(Cow::into_owned),
            f1: words.map(Words::f1),
            words,
            ceiling: against(&best).map(Words::f1),
            confidence: article.confidence,
            snippets: snippets(set, page, &article.text_content),
            snippet_ceiling: snippets(set, page, &best),
            confusion,
            calibration,
            heading: match rendering {
                Rendering::Paste | Rendering::Html => judge(
                    page,
                    Held::of(page),
                    [&article.title, &article.byline, &article.published_time].map(Option::as_deref),
                ),
                _ => [None; 3],
            },
            lines: article.lines.len(),
            time,
        }
    }
}

impl Outcome {
    /// What the body gives that somebody else finds in a page's HTML. Of its lines nothing is known.
    pub fn of_body(set: Set, page: &CorpusPage, lang: Option<String>, body: &str) -> Self {
        let words = page.content.as_ref().map(|gold| Words::count(body, gold));
        Self {
            id: page.id.clone(),
            rendering: Rendering::Html,
            form: Rendering::Html.name(),
            set,
            page_type: type_of(page),
            lang,
            f1: words.map(Words::f1),
            ceiling: None,
            confidence: 0.0,
            words,
            snippets: snippets(set, page, body),
            snippet_ceiling: Snippets::default(),
            confusion: Confusion::default(),
            calibration: Calibration::default(),
            heading: [None; 3],
            lines: 0,
            time: Duration::ZERO,
        }
    }
}

/// Of sets that name no type all pages are articles.
fn type_of(page: &CorpusPage) -> String {
    page.page_type.clone().unwrap_or_else(|| "article".to_owned())
}

/// Only trafilatura's pages are measured by them.
fn snippets(set: Set, page: &CorpusPage, body: &str) -> Snippets {
    match set {
        Set::Trafilatura => Snippets::count(body, &page.with, &page.without),
        Set::Wcxb | Set::News => Snippets::default(),
    }
}

/// The lines that the answer has. White space is folded where they are compared, so wrapped lines need not be joined; the
/// marks of quoted mail are no part of the answer.
fn best_body(rendering: Rendering, form: &Form) -> String {
    let lines = lines(&form.text);
    let chosen = lines.into_iter().zip(&form.answers);
    let body: Vec<&str> = chosen
        .filter(|(_, answer)| answer.is_content == Some(true))
        .map(|(line, _)| match rendering {
            Rendering::Quoted => line.trim_start_matches(['>', ' ']),
            _ => line,
        })
        .collect();
    body.join("\n")
}
