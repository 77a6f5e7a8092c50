//! Learns the weights from the corpus: one set that ships, and one for each part of the sites that has not seen it.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use copydesk::training::Weights;
use copydesk_training::corpus::{self, Set};
use copydesk_training::examples::{self, Example, Standard};
use copydesk_training::folds::{self, FOLDS};
use copydesk_training::learn::learn;
use copydesk_training::mode::Mode;
use copydesk_training::net::Parameters;
use copydesk_training::record::{Hashed, Record};
use copydesk_training::{calibrate, export};
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use rayon::prelude::*;

fn main() -> ExitCode {
    let given: Vec<_> = std::env::args_os().skip(1).collect();
    let (folder, modes) = match &given[..] {
        [folder] => (folder, &Mode::ALL[..]),
        [folder, only] if only == "--html" => (folder, &[Mode::Html][..]),
        [folder, only] if only == "--text" => (folder, &[Mode::Text][..]),
        _ => {
            eprintln!("usage: cargo xtask train --corpus DIR [--text | --html]");
            return ExitCode::from(2);
        }
    };
    match train_all(Path::new(folder), modes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::FAILURE
        }
    }
}

fn train_all(folder: &Path, modes: &[Mode]) -> Result<(), Box<dyn std::error::Error>> {
    for &mode in modes {
        train(folder, mode)?;
    }
    Ok(Record::of(Path::new("."), Hashed::corpus(folder)?)?.write(Path::new("."))?)
}

fn train(folder: &Path, mode: Mode) -> Result<(), Box<dyn std::error::Error>> {
    let style = ProgressStyle::with_template("{msg:20} {wide_bar} {pos}/{len}, {eta} left")?;
    let mut all = Vec::new();
    for set in Set::ALL {
        all.extend(examples::of(mode, set, &corpus::read(folder, set)?, &style));
    }
    let bars = MultiProgress::new();
    // Each run is in one thread, so that the same corpus gives the same bytes; runs go side by side.
    let runs: Vec<Option<usize>> = std::iter::once(None).chain((0..FOLDS).map(Some)).collect();
    let mut learned: Vec<(Standard, Parameters)> = runs
        .par_iter()
        .with_max_len(1)
        .map(|&left_out| {
            let run = left_out.map_or("what ships".to_owned(), |fold| format!("without {fold}"));
            let name = format!("{}, {run}", mode.name());
            let bar = bars.add(
                ProgressBar::no_length()
                    .with_message(name)
                    .with_style(style.clone()),
            );
            let seen: Vec<&Example> = all
                .iter()
                .filter(|example| Some(example.fold) != left_out)
                .collect();
            learn(mode, &seen, &bar)
        })
        .collect();
    calibrate(&all, &mut learned);
    let files: Vec<Vec<u8>> = learned
        .iter()
        .map(|(standard, parameters)| export::bytes(standard, parameters))
        .collect();
    let [shipped, of_folds @ ..] = &files[..] else {
        unreachable!("a run for what ships, and one for each fold");
    };
    let root = Path::new(".");
    fs::write(root.join(mode.shipped()), shipped)?;
    folds::write(
        root,
        mode,
        of_folds,
        all.iter().map(|example| example.site).collect(),
    )?;
    println!(
        "{}: {} bytes; {}: {FOLDS} more, each without a part of the sites",
        mode.shipped(),
        shipped.len(),
        mode.folder()
    );
    Ok(())
}

/// Makes the scores probabilities: each run by what the others say of pages that they have not seen.
fn calibrate(all: &[Example], learned: &mut [(Standard, Parameters)]) {
    let unseen: Vec<Vec<(f64, bool)>> = (0..FOLDS)
        .into_par_iter()
        .map(|fold| {
            let (standard, parameters) = &learned[fold + 1];
            let weights = Weights::read(&export::bytes(standard, parameters)).expect("the form that is read");
            all.iter()
                .filter(|example| example.fold == fold && example.is_whole_and_known())
                .flat_map(|example| example.logits(&weights))
                .collect()
        })
        .collect();
    for (run, (_, parameters)) in learned.iter_mut().enumerate() {
        let others = unseen.iter().enumerate().filter(|(fold, _)| fold + 1 != run);
        let labelled: Vec<(f64, bool)> = others.flat_map(|(_, lines)| lines).copied().collect();
        parameters.calibrate(calibrate::fit(&labelled));
    }
}
