//! Learns the weights from the corpus: one set that ships, and one for each part of the sites that has not seen it.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use copydesk::training::{MIDDLE_INPUTS, names};
use copydesk_training::corpus::{self, Set};
use copydesk_training::examples::{self, Example, Standard};
use copydesk_training::export;
use copydesk_training::folds::{self, FOLDER, FOLDS, SHIPPED};
use copydesk_training::net::{self, Progress, Settings};
use indicatif::{MultiProgress, ProgressBar, ProgressStyle};
use rayon::prelude::*;

fn main() -> ExitCode {
    let given: Vec<_> = std::env::args_os().skip(1).collect();
    let [folder] = &given[..] else {
        eprintln!("usage: cargo xtask train DIR");
        return ExitCode::from(2);
    };
    match train(Path::new(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::FAILURE
        }
    }
}

fn train(folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let style = ProgressStyle::with_template("{msg:14} {wide_bar} {pos}/{len}, {eta} left")?;
    let mut all = Vec::new();
    for set in Set::ALL {
        all.extend(examples::of(set, &corpus::read(folder, set)?, &style));
    }
    let bars = MultiProgress::new();
    // Each run is in one thread, so that the same corpus gives the same bytes; runs go side by side.
    let runs: Vec<Option<usize>> = std::iter::once(None).chain((0..FOLDS).map(Some)).collect();
    let files: Vec<Vec<u8>> = runs
        .par_iter()
        .with_max_len(1)
        .map(|&left_out| {
            let name = left_out.map_or("what ships".to_owned(), |fold| format!("without {fold}"));
            let bar = bars.add(
                ProgressBar::no_length()
                    .with_message(name)
                    .with_style(style.clone()),
            );
            let seen: Vec<&Example> = all
                .iter()
                .filter(|example| Some(example.fold) != left_out)
                .collect();
            learn(&seen, &bar)
        })
        .collect();
    let [shipped, of_folds @ ..] = &files[..] else {
        unreachable!("a run for what ships, and one for each fold");
    };
    let root = Path::new(".");
    fs::write(root.join(SHIPPED), shipped)?;
    folds::write(root, of_folds, all.iter().map(|example| example.site).collect())?;
    println!(
        "{SHIPPED}: {} bytes; {FOLDER}: {FOLDS} more, each without a part of the sites",
        shipped.len()
    );
    Ok(())
}

fn learn(seen: &[&Example], bar: &ProgressBar) -> Vec<u8> {
    let standard = Standard::of(seen);
    let pages: Vec<net::Page> = seen.iter().map(|example| standard.page(example)).collect();
    let settings = Settings::default();
    let middle = |page: usize, first: &[f32]| seen[page].middle(first);
    let parameters = net::train(
        &pages,
        names().len(),
        MIDDLE_INPUTS,
        &middle,
        &settings,
        &mut |progress: Progress| {
            bar.set_length((settings.epochs * progress.batches) as u64);
            bar.set_position((progress.epoch * progress.batches + progress.batch) as u64);
        },
    );
    bar.finish();
    export::bytes(&standard, &parameters)
}
