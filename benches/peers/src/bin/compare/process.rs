//! A peer's process, and how it is asked. `src/lib.rs` of this crate is the other side.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader, Write as _};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context as _, Result, bail, ensure};

use crate::install::last_line;

/// Ends when it is dropped.
pub struct Process {
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
    /// What it says besides.
    said: PathBuf,
}

impl Process {
    /// Returns when it has read the pages.
    pub fn start(mut command: Command, said: &Path) -> Result<Self> {
        let program = command.get_program().to_string_lossy().into_owned();
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(File::create(said)?)
            .spawn()
            .with_context(|| format!("{program} cannot be run; is it installed?"))?;
        let questions = child.stdin.take();
        let answers = BufReader::new(child.stdout.take().context("it has no output")?);
        let mut process = Self {
            child,
            questions,
            answers,
            said: said.to_path_buf(),
        };
        let said = process.answer()?;
        ensure!(said == "ready", "it said \"{said}\" where it should be ready");
        Ok(process)
    }

    /// The milliseconds of these pages.
    pub fn ask(&mut self, pages: Range<usize>) -> Result<Vec<Option<f64>>> {
        writeln!(self.questions()?, "{} {}", pages.start, pages.end)
            .with_context(|| format!("it ended before page {}", pages.start))?;
        let answer = self
            .answer()
            .with_context(|| format!("at pages {} to {}", pages.start, pages.end))?;
        let times: Vec<_> = serde_json::from_str(&answer).context("its answer holds no times")?;
        ensure!(
            times.len() == pages.len(),
            "it answered {} times for {} pages",
            times.len(),
            pages.len()
        );
        Ok(times)
    }

    /// The body that it finds in a page; nothing where it fails.
    pub fn body(&mut self, page: usize) -> Result<Option<String>> {
        writeln!(self.questions()?, "body {page}").with_context(|| format!("it ended before page {page}"))?;
        let answer = self.answer().with_context(|| format!("at page {page}"))?;
        serde_json::from_str(&answer).context("its answer is no text")
    }

    fn questions(&mut self) -> Result<&mut ChildStdin> {
        self.questions.as_mut().context("it has no input")
    }

    fn answer(&mut self) -> Result<String> {
        let mut line = String::new();
        self.answers.read_line(&mut line)?;
        if line.is_empty() {
            let status = self.child.wait()?;
            let said = fs::read_to_string(&self.said).unwrap_or_default();
            bail!("its program ended, {status}: {}", last_line(&said));
        }
        line.truncate(line.trim_end().len());
        Ok(line)
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Without questions it ends by itself; killed, a browser's would leave that behind.
        self.questions = None;
        let _ = self.child.wait();
    }
}
