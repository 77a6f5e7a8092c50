//! The tables that the outcomes of pages make.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::time::Duration;

use copydesk_training::corpus::Set;
use copydesk_training::measure::{
    Calibration, CalibrationBin, Confusion, ENOUGH_LINES, KindRow, Outcome, area_under_curve,
};
use copydesk_training::renderings::Rendering;
use copydesk_training::score::Snippets;
use serde::{Deserialize, Serialize};

/// A page with less is in trouble.
const TROUBLE: f64 = 0.7;

/// Languages with fewer pages have no row.
const FEWEST_PAGES: usize = 20;

/// A row of the table of sets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    name: String,
    measure: Cow<'static, str>,
    pages: usize,
    score: f64,
}

impl Row {
    /// Its name and its score.
    pub fn short(&self) -> String {
        format!("{} {:.3}", self.name, self.score)
    }
}

/// A form of text: what it scores, and the best that a choice of its lines could.
#[derive(Serialize)]
struct FormRow {
    form: &'static str,
    set: &'static str,
    score: f64,
    ceiling: f64,
}

/// All tables.
#[derive(Serialize)]
pub struct Tables {
    modes: Vec<ModeTables>,
    forms: Vec<FormRow>,
}

/// The tables of one mode, of the form that pages come in most often.
#[derive(Serialize)]
struct ModeTables {
    mode: &'static str,
    rows: Vec<Row>,
    languages: Vec<Row>,
    kinds: Vec<KindRow>,
    macro_f1: f64,
    calibration_error: f64,
    calibration: Vec<CalibrationBin>,
    trouble_told: f64,
    #[serde(skip)]
    speed: Speed,
}

struct Speed {
    lines: usize,
    pages: usize,
    time: Duration,
}

impl Tables {
    /// The tables of these outcomes.
    pub fn new(outcomes: &[Outcome]) -> Self {
        Self {
            modes: [Rendering::Paste, Rendering::Html]
                .into_iter()
                .map(|rendering| ModeTables::new(outcomes, rendering))
                .collect(),
            forms: forms(outcomes),
        }
    }

    /// Prints them.
    pub fn print(&self) {
        for mode in &self.modes {
            mode.print();
        }
        println!(
            "{:<14} {:<12} {:>6} {:>8} {:>6}",
            "form", "set", "score", "ceiling", "below"
        );
        for FormRow {
            form,
            set,
            score,
            ceiling,
        } in &self.forms
        {
            println!(
                "{form:<14} {set:<12} {score:>6.3} {ceiling:>8.3} {:>6.3}",
                ceiling - score
            );
        }
    }
}

impl ModeTables {
    fn new(outcomes: &[Outcome], rendering: Rendering) -> Self {
        let pages: Vec<&Outcome> = outcomes
            .iter()
            .filter(|page| page.rendering == rendering)
            .collect();
        let (mut confusion, mut calibration) = (Confusion::default(), Calibration::default());
        for page in &pages {
            confusion.add(&page.confusion);
            calibration.add(&page.calibration);
        }
        let trouble: Vec<(f64, bool)> = pages
            .iter()
            .filter_map(|page| Some((page.confidence, page.f1? < TROUBLE)))
            .collect();
        Self {
            mode: rendering.mode().name(),
            rows: rows(&pages),
            languages: languages(&pages),
            kinds: confusion.rows(),
            macro_f1: confusion.macro_f1(),
            calibration_error: calibration.error(),
            calibration: calibration.bins(),
            trouble_told: area_under_curve(&trouble),
            speed: Speed {
                lines: pages.iter().map(|page| page.lines).sum(),
                pages: pages.len(),
                time: pages.iter().map(|page| page.time).sum(),
            },
        }
    }

    fn print(&self) {
        println!("From {}\n", self.mode);
        println!("{:<22} {:>6}  {:<9} {:>6}", "set", "pages", "measure", "score");
        for row in self.rows.iter().chain(&self.languages) {
            let Row {
                name,
                measure,
                pages,
                score,
            } = row;
            println!("{name:<22} {pages:>6}  {measure:<9} {score:>6.3}");
        }
        println!(
            "\n{:<14} {:>7} {:>9} {:>7} {:>6}  taken for",
            "kind", "lines", "precision", "recall", "F1"
        );
        for row in &self.kinds {
            let taken: Vec<String> = row
                .taken_for
                .iter()
                .map(|(kind, share)| format!("{kind} {share:.2}"))
                .collect();
            println!(
                "{:<14} {:>7} {:>9.3} {:>7.3} {:>6.3}  {}",
                row.kind.name(),
                row.lines,
                row.precision,
                row.recall,
                row.f1,
                taken.join(", ")
            );
        }
        println!(
            "mean F1 of the kinds with at least {ENOUGH_LINES} lines: {:.3}",
            self.macro_f1
        );
        println!(
            "\nexpected calibration error of the scores: {:.4}\narea under the curve, confidence against F1 under \
             {TROUBLE}: {:.3}",
            self.calibration_error, self.trouble_told
        );
        let seconds = self.speed.time.as_secs_f64();
        println!(
            "\n{:.0} lines a second, {:.2} ms a page, on one core\n",
            self.speed.lines as f64 / seconds,
            1000.0 * seconds / self.speed.pages as f64
        );
    }
}

fn mean(values: impl Iterator<Item = f64>) -> (usize, f64) {
    let (count, sum) = values.fold((0, 0.0), |(count, sum), value| (count + 1, sum + value));
    (count, sum / (count as f64).max(1.0))
}

fn word_row<'a>(name: String, pages: impl Iterator<Item = &'a &'a Outcome>) -> Row {
    let (pages, score) = mean(pages.filter_map(|page| page.f1));
    Row {
        name,
        measure: "word F1".into(),
        pages,
        score,
    }
}

fn snippet_row<'a>(name: String, pages: impl Iterator<Item = &'a &'a Outcome>) -> Row {
    let (pages, sum) = pages.fold((0, Snippets::default()), |(count, sum), page| {
        (count + 1, sum.plus(page.snippets))
    });
    Row {
        name,
        measure: "snippet F".into(),
        pages,
        score: sum.f1(),
    }
}

/// The scores of each set, and of each page type of WCXB.
pub fn rows(pages: &[&Outcome]) -> Vec<Row> {
    let of = |set: Set| pages.iter().filter(move |page| page.set == set);
    let mut types: Vec<&str> = of(Set::Wcxb).map(|page| page.page_type.as_str()).collect();
    types.sort_unstable();
    types.dedup();
    let mut rows = vec![word_row("wcxb".to_owned(), of(Set::Wcxb))];
    rows.extend(types.into_iter().map(|page_type| {
        word_row(
            format!("wcxb {page_type}"),
            of(Set::Wcxb).filter(|page| page.page_type == page_type),
        )
    }));
    rows.push(word_row("news".to_owned(), of(Set::News)));
    rows.push(snippet_row("trafilatura".to_owned(), of(Set::Trafilatura)));
    rows
}

/// The snippet F of each language that has enough pages, and of the others together.
pub fn languages(pages: &[&Outcome]) -> Vec<Row> {
    let mut by_language: BTreeMap<&str, Vec<&Outcome>> = BTreeMap::new();
    for page in pages.iter().filter(|page| page.set == Set::Trafilatura) {
        by_language
            .entry(page.lang.as_deref().unwrap_or("unknown"))
            .or_default()
            .push(page);
    }
    let (frequent, rare): (Vec<_>, Vec<_>) = by_language
        .into_iter()
        .partition(|(_, pages)| pages.len() >= FEWEST_PAGES);
    let rare: Vec<&Outcome> = rare.into_iter().flat_map(|(_, pages)| pages).collect();
    frequent
        .iter()
        .map(|(language, pages)| snippet_row(format!("trafilatura in {language}"), pages.iter()))
        .chain([snippet_row("trafilatura in others".to_owned(), rare.iter())])
        .collect()
}

fn forms(outcomes: &[Outcome]) -> Vec<FormRow> {
    let mut forms = Vec::new();
    for rendering in Rendering::ALL {
        for set in Set::ALL {
            let pages = || {
                outcomes
                    .iter()
                    .filter(move |page| page.rendering == rendering && page.set == set)
            };
            let (score, ceiling) = match set {
                Set::Wcxb | Set::News => (
                    mean(pages().filter_map(|page| page.f1)).1,
                    mean(pages().filter_map(|page| page.ceiling)).1,
                ),
                Set::Trafilatura => {
                    let sum = |of: fn(&Outcome) -> Snippets| {
                        pages()
                            .fold(Snippets::default(), |sum, page| sum.plus(of(page)))
                            .f1()
                    };
                    (sum(|page| page.snippets), sum(|page| page.snippet_ceiling))
                }
            };
            if pages().next().is_some() {
                forms.push(FormRow {
                    form: rendering.name(),
                    set: set.name(),
                    score,
                    ceiling,
                });
            }
        }
    }
    forms
}
