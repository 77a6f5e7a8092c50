//! What is timed: how time and memory grow with the input, and how long the peers take.

use std::ffi::OsString;
use std::path::{self, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use lexopt::Arg;

use crate::workspace::{Workspace, say};

const USAGE: &str = "use: cargo xtask bench [--peers DIR [--pages N] [--rounds N]]";

/// What is to be timed.
#[derive(Debug, PartialEq, Eq)]
pub enum Options {
    /// The core alone, on inputs that grow.
    Sizes,
    /// The core and its peers, on the pages of a corpus. How many of these and how often, the comparison reads itself.
    Peers {
        corpus: PathBuf,
        forwarded: Vec<OsString>,
    },
}

impl Options {
    pub fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let (mut corpus, mut forwarded) = (None, Vec::new());
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("peers") => corpus = Some(arguments.value()?),
                Arg::Long(option @ ("pages" | "rounds")) => {
                    let option = format!("--{option}").into();
                    forwarded.extend([option, arguments.value()?]);
                }
                _ => bail!("{}; {USAGE}", argument.unexpected()),
            }
        }
        let Some(corpus) = corpus else {
            ensure!(
                forwarded.is_empty(),
                "pages and rounds are those of --peers; {USAGE}"
            );
            return Ok(Self::Sizes);
        };
        // The comparison runs elsewhere; paths are named from where the person stands.
        let corpus = path::absolute(&corpus)
            .with_context(|| format!("\"{}\" is no path; {USAGE}", corpus.display()))?;
        Ok(Self::Peers { corpus, forwarded })
    }
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    match options {
        Options::Sizes => {
            say("compiling and running the benchmark of sizes");
            let bench = ["bench", "--package", "copydesk", "--bench", "sizes"];
            Ok(workspace.cargo(bench).run()?)
        }
        Options::Peers { corpus, forwarded } => {
            // Told before minutes of compiling.
            ensure!(
                corpus.is_dir(),
                "{} is no folder; give the folder that holds the corpus files",
                corpus.display()
            );
            say("compiling the comparison");
            let target = workspace.target.join("peers");
            Ok(workspace
                .cargo(["run", "--release", "--quiet", "--manifest-path"])
                .arg(workspace.root.join("benches/peers/Cargo.toml"))
                .arg("--target-dir")
                .arg(&target)
                .arg("--")
                .args([corpus, &target])
                .args(forwarded)
                .run()?)
        }
    }
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::Options;

    fn parse(given: &[&str]) -> anyhow::Result<Options> {
        Options::parse(&mut lexopt::Parser::from_args(given))
    }

    #[test]
    fn the_peers_need_a_corpus_and_the_sizes_nothing() {
        assert_eq!(parse(&[]).unwrap(), Options::Sizes);
        let peers = parse(&["--peers", "corpus", "--pages", "50"]).unwrap();
        let expected = Options::Peers {
            corpus: env::current_dir().unwrap().join("corpus"),
            forwarded: vec!["--pages".into(), "50".into()],
        };
        assert_eq!(peers, expected);
        for wrong in [
            &["--peers"][..],
            &["--pages", "50"],
            &["corpus"],
            &["--peer", "a"],
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
