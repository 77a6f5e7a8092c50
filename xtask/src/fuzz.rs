//! Fuzzing: libFuzzer thinks up inputs, guided by the code that they reach, and the core is held to what holds for every
//! input. `fuzz/README.md` says how a find becomes a test.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use lexopt::Arg;
use xshell::Cmd;

use crate::workspace::{Workspace, say};
use crate::{fresh, setup};

const USAGE: &str = "use: cargo xtask fuzz [TARGET] [--minutes N] [--keep]";

/// cargo-fuzz of this version.
const VERSION: &str = "0.13.2";

/// Each target, and the dictionary of `fuzz/dictionaries` that it gets.
const TARGETS: [(&str, &str); 5] = [
    ("text", "text"),
    ("html", "html"),
    ("jsonl", "jsonl"),
    ("options", "html"),
    ("flip", "html"),
];

/// How long all targets are tried together, where nobody says.
const MINUTES: f64 = 10.0;

/// What libFuzzer is told. The longest input, in bytes, holds several lines of everything; an input that takes so many
/// seconds, or needs so many megabytes, is a find.
const LIMITS: [&str; 3] = ["-max_len=4096", "-timeout=10", "-rss_limit_mb=2048"];

/// The core has no unsafe code for a sanitizer to watch, and is twice as fast without one.
const BUILD: [&str; 2] = ["--sanitizer", "none"];

/// Of what reached something new, inputs of at most so many bytes are saved, and so many bytes of a target in all.
const LONGEST_KEPT: u64 = 1024;
const KEPT: u64 = 56 * 1024;

/// What is to be tried.
#[derive(Debug, PartialEq)]
pub struct Options {
    /// All, where none is named.
    target: Option<String>,
    minutes: f64,
    keep: bool,
}

impl Options {
    pub fn parse(arguments: &mut lexopt::Parser) -> Result<Self> {
        let mut options = Self {
            target: None,
            minutes: MINUTES,
            keep: false,
        };
        while let Some(argument) = arguments.next()? {
            match argument {
                Arg::Long("minutes") => {
                    let minutes = arguments.value()?;
                    let number = minutes.to_str().and_then(|minutes| minutes.parse().ok());
                    options.minutes = number
                        .filter(|number: &f64| number.is_finite() && *number > 0.0)
                        .with_context(|| {
                            format!("\"{}\" is no number of minutes; {USAGE}", minutes.display())
                        })?;
                }
                Arg::Long("keep") => options.keep = true,
                Arg::Value(name) if options.target.is_none() => {
                    let known = TARGETS.iter().find(|(target, _)| name == *target);
                    let Some((target, _)) = known else {
                        let names = TARGETS.map(|(target, _)| target).join(", ");
                        bail!("there is no target \"{}\"; these exist: {names}", name.display());
                    };
                    options.target = Some((*target).to_owned());
                }
                _ => bail!("{}; {USAGE}", argument.unexpected()),
            }
        }
        Ok(options)
    }
}

pub fn run(workspace: &Workspace, options: &Options) -> Result<()> {
    let fuzzers = Fuzzers::get(workspace)?;
    let targets: Vec<(&str, &str)> = TARGETS
        .into_iter()
        .filter(|(target, _)| options.target.as_deref().is_none_or(|wanted| wanted == *target))
        .collect();
    say("compiling the fuzzers; the first time takes minutes");
    for (target, _) in &targets {
        fuzzers.fuzz("build", target).run()?;
    }
    // Every target is tried, whatever the one before has shown.
    let seconds = (options.minutes * 60.0 / targets.len() as f64).ceil();
    let mut finds = Vec::new();
    for (target, dictionary) in targets {
        say(&format!("trying {target} for {seconds} seconds"));
        finds.extend(fuzzers.try_target(target, dictionary, seconds)?);
        if options.keep {
            fuzzers.keep(target)?;
        }
    }
    ensure!(
        finds.is_empty(),
        "found: {}\n`cargo test --test fuzz_replay` shows it; see fuzz/README.md",
        finds.join(", ")
    );
    println!("nothing was found");
    Ok(())
}

/// The fuzzers, and what makes them.
struct Fuzzers<'w> {
    workspace: &'w Workspace,
    folder: PathBuf,
    /// The search path, with cargo-fuzz on it.
    path: OsString,
}

impl<'w> Fuzzers<'w> {
    /// Gets cargo-fuzz where it is not there.
    fn get(workspace: &'w Workspace) -> Result<Self> {
        let tools = workspace.target.join("tools");
        let path = env::var_os("PATH").unwrap_or_default();
        let path = env::join_paths([tools.join("bin")].into_iter().chain(env::split_paths(&path)))?;
        let fuzzers = Self {
            workspace,
            folder: workspace.root.join("fuzz"),
            path,
        };
        ensure!(
            fuzzers
                .nightly()
                .arg("--version")
                .ignore_stdout()
                .ignore_stderr()
                .run()
                .is_ok(),
            "fuzzing takes Rust's nightly: rustup toolchain install nightly"
        );
        setup::cargo_tool(workspace, "cargo-fuzz", VERSION)?;
        Ok(fuzzers)
    }

    /// The nightly's cargo: that of the search path, as only rustup's own knows the word.
    fn nightly(&self) -> Cmd<'w> {
        let cargo = self.workspace.shell.cmd("cargo").arg("+nightly").quiet();
        cargo
            .env("PATH", &self.path)
            .env_remove("CARGO")
            .env_remove("RUSTUP_TOOLCHAIN")
    }

    fn fuzz(&self, what: &str, target: &str) -> Cmd<'w> {
        let cargo = self.nightly().args(["fuzz", what]).args(BUILD);
        let cargo = cargo.arg("--target-dir").arg(self.workspace.target.join("fuzz"));
        cargo.arg("--fuzz-dir").arg(&self.folder).arg(target)
    }

    /// A folder with a target's inputs.
    fn inputs(&self, kind: &str, target: &str) -> Result<PathBuf> {
        let folder = self.folder.join(kind).join(target);
        fs::create_dir_all(&folder)
            .with_context(|| format!("cannot make the folder {}", folder.display()))?;
        Ok(folder)
    }

    /// Tries a target, and says what was found, each in as few bytes as still show it.
    fn try_target(&self, target: &str, dictionary: &str, seconds: f64) -> Result<Vec<String>> {
        let artifacts = self.inputs("artifacts", target)?;
        let before = files(&artifacts)?;
        let dictionary = self.folder.join("dictionaries").join(format!("{dictionary}.txt"));
        // The first folder is where what reaches something new goes.
        let tried = self
            .fuzz("run", target)
            .arg(self.inputs("corpus", target)?)
            .arg(self.inputs("seeds", target)?)
            .arg(self.inputs("finds", target)?)
            .arg("--")
            .args(LIMITS)
            .arg(format!("-max_total_time={seconds}"))
            .arg(format!("-dict={}", dictionary.display()))
            .arg("-print_final_stats=1")
            .ignore_status();
        tried.run()?;
        let mut finds = Vec::new();
        for find in files(&artifacts)?
            .into_iter()
            .filter(|file| !before.contains(file))
        {
            // It prints where the smallest one lies, and leaves it beside the first.
            self.fuzz("tmin", target).arg(&find).ignore_status().run()?;
            let smallest = files(&artifacts)?
                .into_iter()
                .filter(|file| !before.contains(file))
                .min_by_key(|file| fs::metadata(file).map_or(u64::MAX, |data| data.len()))
                .unwrap_or(find);
            let name = smallest.file_name().context("a find has no name")?;
            let kept = self.inputs("finds", target)?.join(name);
            fs::copy(&smallest, &kept)?;
            finds.push(kept.strip_prefix(&self.workspace.root)?.display().to_string());
        }
        finds.dedup();
        Ok(finds)
    }

    /// Saves the smallest of the inputs that reach what the saved ones do not.
    fn keep(&self, target: &str) -> Result<()> {
        let (corpus, seeds) = (self.inputs("corpus", target)?, self.inputs("seeds", target)?);
        say(&format!("choosing what of {target} is worth keeping"));
        self.fuzz("cmin", target).arg(&corpus).run()?;
        let merged = fresh::cache(self.workspace).join("fuzz").join(target);
        if merged.is_dir() {
            fs::remove_dir_all(&merged)?;
        }
        fs::create_dir_all(&merged)?;
        for seed in files(&seeds)? {
            fs::copy(
                &seed,
                merged.join(seed.file_name().context("a seed has no name")?),
            )?;
        }
        let merge = self.fuzz("run", target).arg(&merged).arg(&corpus);
        merge.args(["--", "-merge=1"]).ignore_stderr().run()?;
        let saved = files(&seeds)?;
        let mut room = KEPT.saturating_sub(saved.iter().map(|file| length(file)).sum());
        let mut new: Vec<PathBuf> = files(&merged)?
            .into_iter()
            .filter(|file| !saved.iter().any(|seed| seed.file_name() == file.file_name()))
            .collect();
        new.sort_by_key(|file| (length(file), file.clone()));
        let mut count = 0;
        for file in new.iter().filter(|file| length(file) <= LONGEST_KEPT) {
            let Some(left) = room.checked_sub(length(file)) else {
                break;
            };
            room = left;
            fs::copy(
                file,
                seeds.join(file.file_name().context("an input has no name")?),
            )?;
            count += 1;
        }
        println!("{count} of {} inputs were saved", new.len());
        Ok(())
    }
}

fn length(file: &Path) -> u64 {
    fs::metadata(file).map_or(0, |data| data.len())
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<_>>>()?;
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::{MINUTES, Options};

    fn parse(given: &[&str]) -> anyhow::Result<Options> {
        Options::parse(&mut lexopt::Parser::from_args(given))
    }

    #[test]
    fn one_target_or_all_for_some_minutes() {
        let all = parse(&[]).unwrap();
        assert_eq!((all.target, all.minutes, all.keep), (None, MINUTES, false));
        let one = parse(&["html", "--minutes", "0.5", "--keep"]).unwrap();
        assert_eq!(
            (one.target.as_deref(), one.minutes, one.keep),
            (Some("html"), 0.5, true)
        );
        for wrong in [
            &["nonsense"][..],
            &["html", "text"],
            &["--minutes"],
            &["--minutes", "-1"],
            &["--minutes", "x"],
            &["--keep", "--all"],
        ] {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
