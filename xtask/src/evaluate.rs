//! Scoring the classifier on a folder of pages with known answers.

use std::ffi::OsString;
use std::path::{self, Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};

use crate::bench;
use crate::workspace::{Workspace, say};

const USAGE: &str = "use: cargo xtask evaluate DIR [REPORT.json] [--forms] [--peers]";

/// Scores every form that a page's text comes in.
const FORMS: &str = "--forms";

/// Measures on the same pages what others make of them, in titles, bylines, dates and bodies; their figures are kept in
/// the repository.
const PEERS: &str = "--peers";

/// What is to be scored, and where the scores go.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    corpus: PathBuf,
    report: Option<PathBuf>,
    flags: Vec<&'static str>,
}

impl Options {
    /// Paths are named from where the person stands, and the evaluation runs at the root: so they become absolute.
    pub fn parse(arguments: &[OsString]) -> Result<Self> {
        let is_option = |one: &&OsString| one.as_encoded_bytes().starts_with(b"-");
        let (options, paths): (Vec<&OsString>, Vec<&OsString>) = arguments.iter().partition(is_option);
        let mut known = Vec::new();
        for option in options {
            match [FORMS, PEERS].into_iter().find(|known| option == known) {
                Some(option) => known.push(option),
                None => bail!("evaluate has no option \"{}\"; {USAGE}", option.display()),
            }
        }
        let (corpus, report) = match paths[..] {
            [corpus] => (corpus, None),
            [corpus, report] => (corpus, Some(report)),
            [] => bail!("evaluate needs the folder that holds the corpus; {USAGE}"),
            _ => bail!(
                "evaluate takes a folder and a file, not {} arguments; {USAGE}",
                arguments.len()
            ),
        };
        Ok(Self {
            corpus: from_here(corpus)?,
            report: report.map(from_here).transpose()?,
            flags: known,
        })
    }
}

fn from_here(given: &OsString) -> Result<PathBuf> {
    path::absolute(given).with_context(|| format!("\"{}\" is no path; {USAGE}", given.display()))
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let Options {
        corpus,
        report,
        flags,
    } = options;
    // Told before minutes of compiling.
    ensure!(
        corpus.is_dir(),
        "{} is no folder; give the folder that holds the corpus files",
        corpus.display()
    );
    let bodies = workspace.target.join("peers/bodies.jsonl");
    if flags.contains(&PEERS) {
        let forwarded = ["--bodies".into(), bodies.clone().into_os_string()];
        bench::compare(workspace, corpus, None, &forwarded)?;
    }
    say("compiling and running the evaluation");
    let run = [
        "run",
        "--release",
        "--package",
        "copydesk-training",
        "--bin",
        "evaluate",
        "--",
    ];
    let paths = [Some(corpus), report.as_ref()]
        .into_iter()
        .flatten()
        .map(Path::new);
    let flags = flags.iter().map(|&flag| match flag {
        PEERS => {
            let mut flag = OsString::from(PEERS);
            flag.push("=");
            flag.push(&bodies);
            flag
        }
        flag => flag.into(),
    });
    Ok(workspace.cargo(run).args(paths).args(flags).run()?)
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::Options;

    #[test]
    fn paths_are_named_from_where_the_person_stands() {
        let here = env::current_dir().unwrap();
        let parse = |given: &[&str]| Options::parse(&given.iter().map(Into::into).collect::<Vec<_>>());
        let options = parse(&["corpus", "out/report.json"]).unwrap();
        assert_eq!(options.corpus, here.join("corpus"));
        assert_eq!(options.report, Some(here.join("out/report.json")));
        assert_eq!(parse(&["corpus"]).unwrap().report, None);
        assert_eq!(
            parse(&["--peers", "corpus", "--forms"]).unwrap().flags,
            ["--peers", "--forms"]
        );
        assert_eq!(options.flags, [""; 0]);
    }

    #[test]
    fn wrong_use_is_told_before_anything_is_compiled() {
        for given in [&[][..], &["a", "b", "c"], &["--help"], &[""]] {
            let given: Vec<_> = given.iter().map(Into::into).collect();
            let error = Options::parse(&given).unwrap_err().to_string();
            assert!(
                error.ends_with("cargo xtask evaluate DIR [REPORT.json] [--forms] [--peers]"),
                "{error}"
            );
        }
    }
}
