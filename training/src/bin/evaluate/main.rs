//! Scores both modes on the corpus: tables on the screen, a JSON file for machines. A page whose site was trained
//! on is scored by weights that have not seen it.

mod tables;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_training::corpus::{self, Set};
use copydesk_training::folds::AllFolds;
use copydesk_training::measure::Outcome;
use copydesk_training::renderings::Rendering;
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;

use tables::Tables;

/// What is written for machines. Times are kept out: the same pages give the same file.
#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    tables: Tables,
    pages: Vec<Outcome>,
}

fn main() -> ExitCode {
    let Some((folder, out, renderings)) = arguments(std::env::args_os().skip(1)) else {
        eprintln!("usage: cargo xtask evaluate DIR [REPORT.json] [--forms]");
        return ExitCode::from(2);
    };
    match evaluate(&folder, renderings).and_then(|report| {
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

/// The corpus folder, the report's file, and the forms of text to score. `None` when there are too few arguments, too
/// many, or an option that there is not.
fn arguments(given: impl Iterator<Item = OsString>) -> Option<(PathBuf, PathBuf, &'static [Rendering])> {
    let is_option = |argument: &OsString| argument.as_encoded_bytes().starts_with(b"-");
    let (options, paths): (Vec<OsString>, Vec<OsString>) = given.partition(is_option);
    let renderings: &[Rendering] = match &options[..] {
        [] => &[Rendering::Paste, Rendering::Html, Rendering::Both],
        [option] if option == "--forms" => &Rendering::ALL,
        _ => return None,
    };
    match &paths[..] {
        [folder] => Some((folder.into(), "target/evaluate.json".into(), renderings)),
        [folder, out] => Some((folder.into(), out.into(), renderings)),
        _ => None,
    }
}

fn evaluate(folder: &Path, renderings: &[Rendering]) -> Result<Report, Box<dyn std::error::Error>> {
    let folds = AllFolds::read(Path::new("."))?;
    let style = ProgressStyle::with_template("{msg:30} {wide_bar} {pos}/{len} pages, {eta} left")?;
    let (possible, others): (Vec<Rendering>, Vec<Rendering>) =
        renderings.iter().partition(|form| form.is_possible());
    for rendering in others {
        eprintln!("no w3m on this machine: the {} is left out", rendering.name());
    }
    let mut outcomes: Vec<Outcome> = Vec::new();
    for set in Set::ALL {
        let pages = corpus::read(folder, set)?;
        for &rendering in &possible {
            let bar = ProgressBar::new(pages.len() as u64)
                .with_message(format!("{}, {}", rendering.name(), set.name()))
                .with_style(style.clone());
            outcomes.par_extend(
                pages
                    .par_iter()
                    .progress_with(bar)
                    .map(|page| Outcome::of(&folds, set, rendering, page)),
            );
        }
    }
    let tables = Tables::new(&outcomes);
    tables.print();
    Ok(Report {
        tables,
        pages: outcomes,
    })
}
