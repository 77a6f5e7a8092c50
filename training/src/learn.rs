//! From examples to weights.

use copydesk::training::{MIDDLE_INPUTS, names};
use indicatif::ProgressBar;

use crate::examples::{Example, Standard, foreign_inputs};
use crate::net::{self, Parameters, Progress, Settings};

/// Learns from these examples, in one thread, with progress on the bar.
pub fn learn(seen: &[&Example], bar: &ProgressBar) -> (Standard, Parameters) {
    let standard = Standard::of(seen);
    let pages: Vec<net::Page> = seen.iter().map(|example| standard.page(example)).collect();
    let settings = Settings {
        groups: foreign_inputs(),
        ..Settings::default()
    };
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
    (standard, parameters)
}
