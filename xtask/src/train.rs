//! Learning the weights from a folder of pages with known answers.

use std::path::{self, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use lexopt::Arg;

use crate::workspace::{Workspace, say};

const USAGE: &str = "use: cargo xtask train --corpus DIR";

/// The folder that is asked for.
pub fn parse(arguments: &mut lexopt::Parser) -> Result<PathBuf> {
    let mut corpus = None;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("corpus") => corpus = Some(arguments.value()?),
            _ => bail!("{}; {USAGE}", argument.unexpected()),
        }
    }
    let corpus = corpus.with_context(|| format!("train needs the folder that holds the corpus; {USAGE}"))?;
    // The trainer runs at the root; paths are named from where the person stands.
    path::absolute(&corpus).with_context(|| format!("\"{}\" is no path; {USAGE}", corpus.display()))
}

pub fn run(workspace: &Workspace, corpus: &PathBuf) -> Result<()> {
    // Told before minutes of compiling.
    ensure!(
        corpus.is_dir(),
        "{} is no folder; give the folder that holds the corpus files",
        corpus.display()
    );
    say("compiling and running the trainer");
    let run = [
        "run",
        "--release",
        "--package",
        "copydesk-training",
        "--bin",
        "train",
        "--",
    ];
    Ok(workspace.cargo(run).arg(corpus).run()?)
}
