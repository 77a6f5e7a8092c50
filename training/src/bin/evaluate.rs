//! Scores the text mode on the corpus: a table on the screen, a JSON file for machines. A page whose site was trained
//! on is scored by weights that have not seen it.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use copydesk::Options;
use copydesk::training::clean_with;
use copydesk_training::corpus::{self, CorpusPage, Set};
use copydesk_training::folds::Folds;
use copydesk_training::score::{Snippets, word_f1};
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;

/// What one page gave.
#[derive(Serialize)]
struct PageScore {
    id: String,
    set: &'static str,
    page_type: String,
    /// Word F1, for pages whose full text is known.
    f1: Option<f64>,
    #[serde(skip)]
    snippets: Snippets,
    lines: usize,
}

/// A row of the table.
#[derive(Serialize)]
struct Row {
    name: String,
    measure: &'static str,
    pages: usize,
    score: f64,
}

/// What is written for machines. Times are kept out: the same pages give the same file.
#[derive(Serialize)]
struct Report {
    mode: &'static str,
    rows: Vec<Row>,
    pages: Vec<PageScore>,
}

fn main() -> ExitCode {
    let Some((folder, out)) = arguments(std::env::args_os().skip(1)) else {
        eprintln!("usage: cargo xtask evaluate DIR [REPORT.json]");
        return ExitCode::from(2);
    };
    match evaluate(&folder).and_then(|report| {
        if let Some(parent) = out.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&out, serde_json::to_vec_pretty(&report)?)?;
        println!("\nEvery page's score: {}", out.display());
        Ok(())
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The corpus folder and the report's file. `None` when there are too few or too many, or an option: there is none.
fn arguments(given: impl Iterator<Item = OsString>) -> Option<(PathBuf, PathBuf)> {
    let given: Vec<OsString> = given.collect();
    if given
        .iter()
        .any(|argument| argument.as_encoded_bytes().starts_with(b"-"))
    {
        return None;
    }
    match &given[..] {
        [folder] => Some((folder.into(), "target/evaluate.json".into())),
        [folder, out] => Some((folder.into(), out.into())),
        _ => None,
    }
}

fn evaluate(folder: &Path) -> Result<Report, Box<dyn std::error::Error>> {
    let folds = Folds::read(Path::new("."))?;
    let mut scores = Vec::new();
    let mut spent = Duration::ZERO;
    for set in Set::ALL {
        eprintln!("reading {}", set.name());
        let pages = corpus::read(folder, set)?;
        let bar = ProgressBar::new(pages.len() as u64)
            .with_message(set.name())
            .with_style(ProgressStyle::with_template(
                "{msg:12} {wide_bar} {pos}/{len} pages, {eta} left",
            )?);
        let timed: Vec<(PageScore, Duration)> = pages
            .par_iter()
            .progress_with(bar)
            .map(|page| score(&folds, set, page))
            .collect();
        for (page, time) in timed {
            scores.push(page);
            spent += time;
        }
    }
    let report = Report {
        mode: "text",
        rows: rows(&scores),
        pages: scores,
    };
    print(&report, spent);
    Ok(report)
}

fn score(folds: &Folds, set: Set, page: &CorpusPage) -> (PageScore, Duration) {
    // Processor time of this thread would be truer; a page is cleaned in a fraction of a millisecond, so the wall
    // clock is close enough for a figure that is only for the eye.
    let start = std::time::Instant::now();
    let article = clean_with(folds.unseen(page), &page.paste, &Options::default());
    let time = start.elapsed();
    let body = &article.text_content;
    let score = PageScore {
        id: page.id.clone(),
        set: set.name(),
        page_type: page.page_type.clone().unwrap_or_else(|| "article".to_owned()),
        f1: page.content.as_ref().map(|gold| word_f1(body, gold)),
        snippets: match set {
            Set::Trafilatura => Snippets::count(body, &page.with, &page.without),
            Set::Wcxb | Set::News => Snippets::default(),
        },
        lines: article.lines.len(),
    };
    (score, time)
}

fn rows(scores: &[PageScore]) -> Vec<Row> {
    let mean = |name: String, pages: Vec<f64>| Row {
        name,
        measure: "word F1",
        pages: pages.len(),
        score: pages.iter().sum::<f64>() / pages.len().max(1) as f64,
    };
    let of = |set: Set| scores.iter().filter(move |page| page.set == set.name());
    let mut by_type: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for page in of(Set::Wcxb) {
        by_type.entry(&page.page_type).or_default().extend(page.f1);
    }
    let mut rows = vec![mean(
        "wcxb".to_owned(),
        of(Set::Wcxb).filter_map(|page| page.f1).collect(),
    )];
    rows.extend(
        by_type
            .into_iter()
            .map(|(page_type, pages)| mean(format!("wcxb {page_type}"), pages)),
    );
    rows.push(mean(
        "news".to_owned(),
        of(Set::News).filter_map(|page| page.f1).collect(),
    ));
    rows.push(Row {
        name: "trafilatura".to_owned(),
        measure: "snippet F",
        pages: of(Set::Trafilatura).count(),
        score: of(Set::Trafilatura)
            .fold(Snippets::default(), |sum, page| sum.plus(page.snippets))
            .f1(),
    });
    rows
}

fn print(report: &Report, spent: Duration) {
    println!("{:<22} {:>6}  {:<9} {:>6}", "set", "pages", "measure", "score");
    for Row {
        name,
        measure,
        pages,
        score,
    } in &report.rows
    {
        println!("{name:<22} {pages:>6}  {measure:<9} {score:>6.3}");
    }
    let pages = report.pages.len() as f64;
    let lines: usize = report.pages.iter().map(|page| page.lines).sum();
    let seconds = spent.as_secs_f64();
    println!(
        "\n{:.0} lines a second, {:.2} ms a page, on one core",
        lines as f64 / seconds,
        1000.0 * seconds / pages
    );
}
