//! Learning the weights from a folder of pages with known answers.

use std::path::{self, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use lexopt::Arg;

use crate::workspace::{Workspace, say};

const USAGE: &str = "use: cargo xtask train --corpus DIR [--text | --html]";

/// What is to be learned from, and whether only one of the two networks is learned.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    corpus: PathBuf,
    only: Option<&'static str>,
}

/// What is asked for.
pub fn parse(arguments: &mut lexopt::Parser) -> Result<Options> {
    let (mut corpus, mut only) = (None, None);
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Long("corpus") => corpus = Some(arguments.value()?),
            Arg::Long("text") if only.is_none() => only = Some("--text"),
            Arg::Long("html") if only.is_none() => only = Some("--html"),
            _ => bail!("{}; {USAGE}", argument.unexpected()),
        }
    }
    let corpus = corpus.with_context(|| format!("train needs the folder that holds the corpus; {USAGE}"))?;
    // The trainer runs at the root; paths are named from where the person stands.
    let corpus =
        path::absolute(&corpus).with_context(|| format!("\"{}\" is no path; {USAGE}", corpus.display()))?;
    Ok(Options { corpus, only })
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let Options { corpus, only } = options;
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
    let only = only.as_slice();
    Ok(workspace.cargo(run).arg(corpus).args(only).run()?)
}
