//! Every input that was saved for the fuzzers, and every one that a fuzzer found, tried again: see `fuzz/README.md`.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use copydesk_hostile::targets::TARGETS;

/// So many inputs are saved for each target at least: a walk over an empty folder would pass.
const FEWEST: usize = 5;

/// The saved inputs of a target, by name.
fn saved(target: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let folders = ["seeds", "finds"].map(|folder| root.join(folder).join(target));
    let folders = folders.iter().filter(|folder| folder.is_dir());
    let mut files: Vec<PathBuf> = folders
        .flat_map(|folder| fs::read_dir(folder).expect("the folder can be read"))
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    files
}

#[test]
fn every_saved_input_holds() {
    let mut failed = Vec::new();
    for (target, attempt) in TARGETS {
        let files = saved(target);
        assert!(files.len() >= FEWEST, "{target}: {} inputs", files.len());
        for file in files {
            let bytes = fs::read(&file).expect("the file can be read");
            // What went wrong is printed as it panics.
            if catch_unwind(AssertUnwindSafe(|| attempt(&bytes))).is_err() {
                failed.push(file);
            }
        }
    }
    assert!(failed.is_empty(), "{failed:#?}");
}

#[test]
fn every_target_has_a_fuzzer_and_every_fuzzer_is_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    for (folder, extension) in [("fuzz_targets", ".rs"), ("seeds", "")] {
        let entries = fs::read_dir(root.join(folder)).expect("the folder can be read");
        let mut names: Vec<String> = entries
            .map(|entry| entry.expect("the folder can be read").file_name())
            .map(|name| name.to_string_lossy().trim_end_matches(extension).to_owned())
            .collect();
        names.sort();
        let mut expected = TARGETS.map(|(name, _)| name);
        expected.sort_unstable();
        assert_eq!(names, expected, "{folder}");
    }
}
