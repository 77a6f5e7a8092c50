//! What the benchmark of the stages left: Criterion's estimates, in a folder for each.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use copydesk_benches::pages::SIZES;
use serde::{Deserialize, Serialize};

/// In the order of the road.
const STAGES: [&str; 10] = [
    "floor", "whole", "markup", "lines", "features", "inputs", "network", "labels", "article", "outputs",
];

/// What a stage takes of a page of so many bytes.
#[derive(Debug, Serialize)]
pub struct Stage {
    mode: &'static str,
    #[serde(rename = "stage")]
    name: &'static str,
    bytes: usize,
    milliseconds: f64,
}

#[derive(Deserialize)]
struct Estimates {
    median: Estimate,
}

#[derive(Deserialize)]
struct Estimate {
    /// In nanoseconds.
    point_estimate: f64,
}

/// Reads what is there: nothing where the stages were not timed.
pub fn read(folder: &Path) -> Result<Vec<Stage>> {
    let mut stages = Vec::new();
    for mode in ["text", "html"] {
        for name in STAGES {
            for bytes in SIZES {
                let file = folder
                    .join(mode)
                    .join(name)
                    .join(bytes.to_string())
                    .join("new/estimates.json");
                let Ok(estimates) = fs::read(&file) else { continue };
                let estimates: Estimates = serde_json::from_slice(&estimates)
                    .with_context(|| format!("{} holds no estimates of Criterion's", file.display()))?;
                stages.push(Stage {
                    mode,
                    name,
                    bytes,
                    milliseconds: estimates.median.point_estimate / 1e6,
                });
            }
        }
    }
    Ok(stages)
}

/// Prints a row for each stage, a column for each size.
pub fn print(stages: &[Stage]) {
    if stages.is_empty() {
        println!("The stages were not timed: `cargo xtask bench --only stages` does that.");
        return;
    }
    print!("\n{:6} {:10}", "mode", "stage");
    for bytes in SIZES {
        print!(" {bytes:>12}");
    }
    println!("   ms, by bytes");
    for mode in ["text", "html"] {
        for name in STAGES {
            let row: Vec<&Stage> = stages
                .iter()
                .filter(|stage| stage.mode == mode && stage.name == name)
                .collect();
            if row.is_empty() {
                continue;
            }
            print!("{mode:6} {name:10}");
            for bytes in SIZES {
                let time = row.iter().find(|stage| stage.bytes == bytes);
                let time = time.map_or("?".to_owned(), |stage| format!("{:.4}", stage.milliseconds));
                print!(" {time:>12}");
            }
            println!();
        }
    }
}
