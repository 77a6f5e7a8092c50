//! A fresh process of Node with a first clean, and an empty one.

use std::path::Path;
use std::process::Command;
use std::time::Instant;
use std::{fs, io};

use anyhow::{Context as _, Result, ensure};
use copydesk_benches::clock::least;
use copydesk_benches::goal::{Bound, Goal};
use copydesk_benches::shapes;

/// In bytes: a page of an ordinary length.
const SIZE: usize = 8_000;

/// Processes in a round, of which the fastest counts: what starting one takes varies more than what cleaning takes.
const PROCESSES: usize = 4;

/// Starts both in turns.
pub fn measure(root: &Path, folder: &Path, rounds: usize) -> Result<Goal> {
    let page = folder.join("first.txt");
    fs::write(&page, shapes::text(SIZE))?;
    let scripts = root.join("benches/node");
    let package = root.join("pkg");
    let start = |script: &str| -> Result<f64> {
        let start = Instant::now();
        let status = Command::new("node")
            .arg(scripts.join(script))
            .args([&package, &page])
            .status()
            .map_err(|error| io::Error::other(format!("node cannot be run: {error}")))?;
        ensure!(status.success(), "{script} failed");
        Ok(start.elapsed().as_secs_f64())
    };
    let mut ratios = Vec::new();
    // The first round fills the machine's caches of files.
    for round in 0..=rounds {
        let (mut empty, mut first) = (Vec::new(), Vec::new());
        for _ in 0..PROCESSES {
            empty.push(start("empty.mjs").context("an empty process")?);
            first.push(start("first.mjs").context("a process with a first clean")?);
        }
        if round > 0 {
            ratios.push(least(first) / least(empty));
        }
    }
    let name = "a fresh Node process with a first clean / an empty one";
    Ok(Goal::new(name, Bound::AtMost, 1.8, "cargo xtask bench", &ratios))
}
