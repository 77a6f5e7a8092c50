//! What is timed: the stages, how time and memory grow with the input, how far it is from the floor, and how long the
//! peers take.

use std::ffi::OsString;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use lexopt::Arg;

use crate::workspace::{Workspace, say};
use crate::{chromium, package, setup};

const USAGE: &str = "use: cargo xtask bench [--only stages|sizes|goals] [--corpus DIR [--pages N]] [--rounds N], \
    or cargo xtask bench --peers DIR [--pages N] [--rounds N]";

/// What is to be timed.
#[derive(Debug, PartialEq, Eq)]
pub enum Options {
    /// Copydesk alone. Which pages the goals are timed on and how often, their program reads itself.
    Own {
        parts: Vec<Part>,
        corpus: Option<PathBuf>,
        forwarded: Vec<OsString>,
    },
    /// The core and its peers, on the pages of a corpus. How many of these and how often, the comparison reads itself.
    Peers {
        corpus: PathBuf,
        forwarded: Vec<OsString>,
    },
}

/// A part of what is timed of Copydesk alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    Stages,
    Sizes,
    Goals,
}

impl Part {
    const ALL: [(&'static str, Self); 3] = [
        ("stages", Self::Stages),
        ("sizes", Self::Sizes),
        ("goals", Self::Goals),
    ];
}

impl Options {
    pub fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut parts = Part::ALL.map(|(_, part)| part).to_vec();
        let (mut corpus, mut peers, mut forwarded) = (None, None, Vec::new());
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("peers") => peers = Some(folder(&arguments.value()?)?),
                Arg::Long("corpus") => corpus = Some(folder(&arguments.value()?)?),
                Arg::Long("only") => {
                    let name = arguments.value()?;
                    let part = Part::ALL.into_iter().find(|(own, _)| name == *own);
                    let (_, part) =
                        part.with_context(|| format!("there is no part \"{}\"; {USAGE}", name.display()))?;
                    parts = vec![part];
                }
                Arg::Long(option @ ("pages" | "rounds")) => {
                    let option = format!("--{option}").into();
                    forwarded.extend([option, arguments.value()?]);
                }
                _ => bail!("{}; {USAGE}", argument.unexpected()),
            }
        }
        if let Some(peers) = peers {
            ensure!(
                corpus.is_none() && parts.len() == Part::ALL.len(),
                "--peers is timed alone, on the pages of its folder; {USAGE}"
            );
            return Ok(Self::Peers {
                corpus: peers,
                forwarded,
            });
        }
        let pages = forwarded.iter().any(|option| option == "--pages");
        ensure!(
            corpus.is_some() || !pages,
            "--pages are those of a corpus; {USAGE}"
        );
        Ok(Self::Own {
            parts,
            corpus,
            forwarded,
        })
    }
}

/// What is timed runs elsewhere; paths are named from where the person stands.
fn folder(given: &OsString) -> Result<PathBuf> {
    path::absolute(given).with_context(|| format!("\"{}\" is no path; {USAGE}", given.display()))
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    match options {
        Options::Own {
            parts,
            corpus,
            forwarded,
        } => {
            if let Some(corpus) = corpus {
                is_there(corpus)?;
            }
            for part in parts {
                match part {
                    Part::Stages => bench(workspace, "stages")?,
                    Part::Sizes => bench(workspace, "sizes")?,
                    Part::Goals => goals(workspace, corpus.as_deref(), forwarded)?,
                }
            }
            Ok(())
        }
        Options::Peers { corpus, forwarded } => peers(workspace, corpus, forwarded),
    }
}

/// Told before minutes of compiling.
fn is_there(corpus: &Path) -> Result<()> {
    ensure!(
        corpus.is_dir(),
        "{} is no folder; give the folder that holds the corpus files",
        corpus.display()
    );
    Ok(())
}

fn bench(workspace: &Workspace, name: &str) -> Result<()> {
    say(&format!("compiling and running the benchmark of {name}"));
    let bench = ["bench", "--package", "copydesk-benches", "--bench", name];
    Ok(workspace.cargo(bench).run()?)
}

fn goals(workspace: &Workspace, corpus: Option<&Path>, forwarded: &[OsString]) -> Result<()> {
    let chromium = built_with_browser(workspace)?;
    say("compiling and measuring the goals");
    let mut command = workspace
        .cargo([
            "run",
            "--release",
            "--package",
            "copydesk-benches",
            "--bin",
            "goals",
        ])
        .arg("--")
        .args([&workspace.root, &workspace.target])
        .args(forwarded);
    if let Some(corpus) = corpus {
        command = command.arg("--corpus").arg(corpus);
    }
    Ok(command.env("CHROMIUM", chromium).run()?)
}

/// Builds the package, and finds the browser that it is timed in.
fn built_with_browser(workspace: &Workspace) -> Result<PathBuf> {
    setup::wasm_target(workspace)?;
    setup::npm_packages(workspace)?;
    let chromium = chromium::find(workspace)?;
    package::build(workspace)?;
    Ok(chromium)
}

fn peers(workspace: &Workspace, corpus: &Path, forwarded: &[OsString]) -> Result<()> {
    is_there(corpus)?;
    let chromium = built_with_browser(workspace)?;
    compare(workspace, corpus, Some(&chromium), forwarded)
}

/// Runs the program that starts the peers.
pub fn compare(
    workspace: &Workspace,
    corpus: &Path,
    chromium: Option<&Path>,
    forwarded: &[OsString],
) -> Result<()> {
    say("compiling the comparison with the peers");
    let target = workspace.target.join("peers");
    let mut command = workspace
        .cargo(["run", "--release", "--quiet", "--manifest-path"])
        .arg(workspace.root.join("benches/peers/Cargo.toml"))
        .arg("--target-dir")
        .arg(&target)
        .arg("--")
        .args([corpus, &target])
        .args(forwarded);
    if let Some(chromium) = chromium {
        command = command.env("CHROMIUM", chromium);
    }
    Ok(command.run()?)
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::{Options, Part};

    fn parse(given: &[&str]) -> anyhow::Result<Options> {
        Options::parse(&mut lexopt::Parser::from_args(given))
    }

    #[test]
    fn without_options_everything_of_its_own_is_timed() {
        let own = Options::Own {
            parts: vec![Part::Stages, Part::Sizes, Part::Goals],
            corpus: None,
            forwarded: Vec::new(),
        };
        assert_eq!(parse(&[]).unwrap(), own);
        let goals = parse(&["--only", "goals", "--corpus", "corpus", "--pages", "9"]).unwrap();
        let expected = Options::Own {
            parts: vec![Part::Goals],
            corpus: Some(env::current_dir().unwrap().join("corpus")),
            forwarded: vec!["--pages".into(), "9".into()],
        };
        assert_eq!(goals, expected);
    }

    #[test]
    fn the_peers_need_a_corpus_and_are_timed_alone() {
        let peers = parse(&["--peers", "corpus", "--pages", "50"]).unwrap();
        let expected = Options::Peers {
            corpus: env::current_dir().unwrap().join("corpus"),
            forwarded: vec!["--pages".into(), "50".into()],
        };
        assert_eq!(peers, expected);
    }

    #[test]
    fn wrong_use_is_told_with_how_it_is_used() {
        for wrong in [
            &["--peers"][..],
            &["--pages", "50"],
            &["corpus"],
            &["--peer", "a"],
            &["--only", "all"],
            &["--peers", "a", "--corpus", "b"],
            &["--peers", "a", "--only", "goals"],
        ] {
            let error = parse(wrong).unwrap_err().to_string();
            let is_told = error.contains("use: cargo xtask bench") || error.contains("missing argument");
            assert!(is_told, "{wrong:?}: {error}");
        }
    }
}
