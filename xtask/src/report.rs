//! The picture of it: one page of charts of what was evaluated and timed, and the pictures in `docs/`.

use std::path::{self, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use lexopt::Arg;

use crate::workspace::{Workspace, say};
use crate::{package, setup};

const USAGE: &str = "use: cargo xtask report [REPORT.html] [--no-pictures]";

/// What is read from the build folder, and what writes it.
const MEASURED: [(&str, &str); 3] = [
    ("evaluate.json", "cargo xtask evaluate DIR"),
    ("bench.json", "cargo xtask bench --corpus DIR"),
    ("peers.json", "cargo xtask bench --peers DIR"),
];

/// Where the page goes, and whether the pictures of the README are made anew.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    page: Option<PathBuf>,
    pictures: bool,
}

impl Options {
    pub fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let (mut page, mut pictures) = (None, true);
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("no-pictures") => pictures = false,
                Arg::Value(path) if page.is_none() => {
                    // It is written from the root; paths are named from where the person stands.
                    let path = path::absolute(&path)
                        .with_context(|| format!("\"{}\" is no path; {USAGE}", path.display()))?;
                    page = Some(path);
                }
                _ => bail!("{}; {USAGE}", argument.unexpected()),
            }
        }
        Ok(Self { page, pictures })
    }
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    for (file, command) in MEASURED {
        let path = workspace.target.join(file);
        ensure!(
            path.is_file(),
            "{} is not there: `{command}` writes it",
            path.display()
        );
    }
    setup::wasm_target(workspace)?;
    setup::npm_packages(workspace)?;
    // Its sizes are told.
    package::build(workspace)?;
    say("drawing the report");
    let page = options.page.clone();
    let page = page.unwrap_or_else(|| workspace.target.join("report.html"));
    let mut command = workspace
        .node("xtask/scripts/report.mjs")
        .arg(&workspace.target)
        .arg(&page);
    if options.pictures {
        command = command.arg(workspace.root.join("docs"));
    }
    command.run()?;
    println!("the report: {}", page.display());
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::Options;

    fn parse(given: &[&str]) -> anyhow::Result<Options> {
        Options::parse(&mut lexopt::Parser::from_args(given))
    }

    #[test]
    fn the_page_is_named_from_where_the_person_stands() {
        let all = Options {
            page: None,
            pictures: true,
        };
        assert_eq!(parse(&[]).unwrap(), all);
        let page = Options {
            page: Some(env::current_dir().unwrap().join("a/b.html")),
            pictures: false,
        };
        assert_eq!(parse(&["a/b.html", "--no-pictures"]).unwrap(), page);
        for wrong in [&["a", "b"][..], &["--pictures"], &["-o", "a"]] {
            let error = parse(wrong).unwrap_err().to_string();
            assert!(
                error.ends_with("use: cargo xtask report [REPORT.html] [--no-pictures]"),
                "{error}"
            );
        }
    }
}
