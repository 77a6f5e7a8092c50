//! What the strictness does: precision over recall, as it goes from keeping more to keeping less.

use copydesk::training::{clean_html_with, clean_with};
use copydesk::{Options, StrictnessError};
use copydesk_training::corpus::{CorpusPage, Set};
use copydesk_training::folds::AllFolds;
use copydesk_training::mode::Mode;
use copydesk_training::score::Words;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

/// Where it is measured. At the very ends everything is kept, or nothing.
const STRICTNESS: [f32; 9] = [0.02, 0.1, 0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.98];

/// Means over the pages of a set, of words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Balance {
    pub set: String,
    pub pages: usize,
    /// Of the pages where any body is found.
    pub precision: f64,
    /// Of the pages that have any.
    pub recall: f64,
    pub f1: f64,
}

/// The balance at one strictness.
#[derive(Debug, Serialize)]
pub struct Step {
    mode: &'static str,
    strictness: f32,
    #[serde(flatten)]
    balance: Balance,
}

impl Balance {
    /// That of these pages.
    pub fn of(set: Set, pages: &[Words]) -> Self {
        let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len().max(1) as f64;
        Self {
            set: set.name().to_owned(),
            pages: pages.len(),
            precision: mean(pages.iter().filter_map(|words| words.precision()).collect()),
            recall: mean(pages.iter().filter_map(|words| words.recall()).collect()),
            f1: mean(pages.iter().map(|words| words.f1()).collect()),
        }
    }
}

/// Every step in both modes, on the pages of the set whose full text is known.
///
/// # Errors
/// None, as all steps are strictnesses.
pub fn steps(folds: &AllFolds, set: Set, pages: &[CorpusPage]) -> Result<Vec<Step>, StrictnessError> {
    let known: Vec<(&CorpusPage, &String)> = pages
        .iter()
        .filter_map(|page| Some((page, page.content.as_ref()?)))
        .collect();
    if known.is_empty() {
        return Ok(Vec::new());
    }
    let mut steps = Vec::new();
    for mode in Mode::ALL {
        for strictness in STRICTNESS {
            let options = Options::default().strictness(strictness)?;
            let words = known.par_iter().map(|(page, gold)| {
                let article = match mode {
                    Mode::Text => clean_with(folds.text.unseen(page), &page.paste, &options),
                    Mode::Html => clean_html_with(folds.html.unseen(page), &page.html, &options),
                };
                Words::count(&article.text_content, gold)
            });
            steps.push(Step {
                mode: mode.name(),
                strictness,
                balance: Balance::of(set, &words.collect::<Vec<_>>()),
            });
        }
    }
    Ok(steps)
}

#[cfg(test)]
mod tests {
    use super::{Balance, Set, Words};

    #[test]
    fn a_page_without_a_body_counts_for_recall_alone() {
        let pages = [
            Words::count("the river", "the river rose again"),
            Words::count("", "the mill"),
        ];
        let balance = Balance::of(Set::News, &pages);
        assert!((balance.precision - 1.0).abs() < 1e-9);
        assert!((balance.recall - 0.25).abs() < 1e-9);
        assert!((balance.f1 - 1.0 / 3.0).abs() < 1e-9);
    }
}
