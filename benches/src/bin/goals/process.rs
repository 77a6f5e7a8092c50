//! The package in Node or in Chromium: a process that has read the pages and is asked for times. `benches/node/` is the
//! other side.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, ensure};
use copydesk_benches::clock::Turn;
use serde::Serialize;

/// What is cleaned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    Text,
    Html,
}

/// Ends when it is dropped.
pub struct Process {
    name: String,
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

#[derive(Serialize)]
struct Asked {
    mode: Mode,
    page: usize,
    times: usize,
    batch: usize,
    warm: bool,
}

impl Process {
    /// Starts a script of `benches/node/`, and returns when it has read the pages of the file.
    pub fn start(root: &Path, script: &str, file: &Path) -> Result<Self> {
        let package = root.join("pkg");
        ensure!(
            package.join("generated").is_dir(),
            "the package is not built; `cargo xtask build` does that"
        );
        let mut child = Command::new("node")
            .arg(root.join("benches/node").join(script))
            .arg(file)
            .arg(package)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("node cannot be run; is it installed?")?;
        let questions = Some(child.stdin.take().context("it has no input")?);
        let answers = BufReader::new(child.stdout.take().context("it has no output")?);
        let mut process = Self {
            name: script.to_owned(),
            child,
            questions,
            answers,
        };
        let said = process.answer()?;
        ensure!(
            said == "ready",
            "{script} said \"{said}\" where it should be ready"
        );
        Ok(process)
    }

    /// The milliseconds of a page of so many bytes.
    pub fn milliseconds(&mut self, mode: Mode, page: usize, bytes: usize) -> Result<f64> {
        let Turn { times, batch, warm } = Turn::of(bytes);
        let asked = Asked {
            mode,
            page,
            times,
            batch,
            warm,
        };
        let questions = self.questions.as_mut().context("it has no input")?;
        writeln!(questions, "{}", serde_json::to_string(&asked)?)
            .with_context(|| format!("{} ended", self.name))?;
        let answer = self.answer()?;
        serde_json::from_str(&answer)
            .with_context(|| format!("{} answered \"{answer}\" for page {page}", self.name))
    }

    fn answer(&mut self) -> Result<String> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        ensure!(!line.is_empty(), "{} ended: what it said stands above", self.name);
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Without questions it ends by itself; killed, Chromium's would leave a browser behind.
        self.questions = None;
        let _ = self.child.wait();
    }
}
