//! From examples to weights.

use copydesk::training::MIDDLE_INPUTS;
use indicatif::ProgressBar;

use crate::examples::{self, Example, Standard};
use crate::mode::Mode;
use crate::net::{self, Parameters, Progress, Settings};

/// Learns from these examples, in one thread, with progress on the bar.
pub fn learn(mode: Mode, seen: &[&Example], bar: &ProgressBar) -> (Standard, Parameters) {
    let standard = Standard::of(mode, seen);
    let pages: Vec<net::Page> = seen.iter().map(|example| standard.page(example)).collect();
    let settings = Settings {
        hidden: mode.hidden(),
        groups: examples::groups(mode),
        ..Settings::default()
    };
    let middle = |page: usize, first: &[f32]| seen[page].middle(first);
    let parameters = net::train(
        &pages,
        mode.names().len(),
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
