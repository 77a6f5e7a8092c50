//! The table of title, byline and date, with a peer's figures on the same pages.

use copydesk_training::corpus::Set;
use copydesk_training::measure::Outcome;
use copydesk_training::measure::heading::{FIELDS, Judged};
use copydesk_training::renderings::Rendering;
use serde::{Deserialize, Serialize};

/// A row: a field on the pages of a set whose answer is known.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HeadingRow {
    pub field: String,
    pub set: String,
    pub pages: usize,
    pub right: f64,
    /// The pages whose HTML holds the answer.
    pub held_pages: usize,
    pub held_right: f64,
}

/// What was judged of one page.
pub type OfPage = (Set, [Option<Judged>; 3]);

/// The rows of these pages: each field in each set, and in all.
pub fn rows(pages: &[OfPage]) -> Vec<HeadingRow> {
    let sets = Set::ALL.into_iter().map(Some).chain([None]);
    let pairs = sets.flat_map(|set| (0..FIELDS.len()).map(move |field| (set, field)));
    pairs
        .map(|(set, field)| {
            let of_set = pages.iter().filter(|page| set.is_none_or(|set| page.0 == set));
            let all: Vec<Judged> = of_set.filter_map(|page| page.1[field]).collect();
            let held: Vec<Judged> = all.iter().copied().filter(|judged| judged.is_held).collect();
            HeadingRow {
                field: FIELDS[field].to_owned(),
                set: set.map_or("all", Set::name).to_owned(),
                pages: all.len(),
                right: share(&all),
                held_pages: held.len(),
                held_right: share(&held),
            }
        })
        .collect()
}

fn share(judged: &[Judged]) -> f64 {
    let right = judged.iter().filter(|judged| judged.is_right).count();
    right as f64 / judged.len().max(1) as f64
}

/// The rows of one form of the pages.
pub fn of_outcomes(outcomes: &[Outcome], rendering: Rendering) -> Vec<HeadingRow> {
    let of_form = outcomes.iter().filter(|page| page.rendering == rendering);
    let pages: Vec<OfPage> = of_form.map(|page| (page.set, page.heading)).collect();
    rows(&pages)
}

/// Prints the rows of text and HTML beside the peer's, where there are any.
pub fn print(text: &[HeadingRow], html: &[HeadingRow], peer: Option<(&str, &[HeadingRow])>) {
    let name = peer.map_or("", |(name, _)| name);
    println!(
        "{:<8} {:<12} {:>6} {:>6} {:>6} {name:>17}   {:>6} {:>6} {:>6} {name:>17}",
        "field", "set", "pages", "text", "HTML", "held", "text", "HTML"
    );
    for (i, (text, html)) in text.iter().zip(html).enumerate() {
        let peer = peer.and_then(|(_, rows)| rows.get(i));
        let figure = |of: fn(&HeadingRow) -> f64| peer.map_or(String::new(), |row| format!("{:.3}", of(row)));
        println!(
            "{:<8} {:<12} {:>6} {:>6.3} {:>6.3} {:>17}   {:>6} {:>6.3} {:>6.3} {:>17}",
            text.field,
            text.set,
            text.pages,
            text.right,
            html.right,
            figure(|row| row.right),
            text.held_pages,
            text.held_right,
            html.held_right,
            figure(|row| row.held_right),
        );
    }
    println!("held: the page's HTML has the answer somewhere\n");
}
