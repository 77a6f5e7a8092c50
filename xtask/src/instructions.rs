//! How many instructions a page costs: counted by callgrind, which counts the same on a slow and a busy machine.
//!
//! What is counted is the built command, on our own pages. How many instructions a page takes depends on the registers
//! that the machine has, which the core asks for when it runs; so the counts are of one sort of machine.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use xshell::cmd;

use crate::apt;
use crate::workspace::Workspace;

/// What is counted, on which pages, and how many million instructions a page has been found to take in the mean.
/// A first page has in it what every process does once: reading the weights, filling the tables, compiling the
/// patterns that the page needs.
const COUNTED: [(&str, Pages, f64); 3] = [
    ("a first page", Pages::First, 54.57),
    ("a page of text", Pages::Text, 12.42),
    ("a page of HTML", Pages::Html, 6.38),
];

/// So far may a count lie from what was found, either way: fewer are to be written down, so that they stay so few.
const WITHIN: f64 = 0.05;

/// What the core asks for in the machine that was counted on.
const REGISTERS: [&str; 2] = ["avx2", "fma"];

#[derive(Clone, Copy)]
enum Pages {
    /// One page of text.
    First,
    /// The golden pages.
    Text,
    /// The pages of failures.
    Html,
}

impl Pages {
    fn files(self, workspace: &Workspace) -> Result<Vec<PathBuf>> {
        let tests = workspace.root.join("tests");
        match self {
            Self::First => Ok(vec![tests.join("pages/news-select-all/raw.txt")]),
            Self::Text => each(&tests.join("pages"), "raw.txt"),
            Self::Html => each(&tests.join("failures"), "page.html"),
        }
    }

    fn form(self) -> &'static str {
        match self {
            Self::First | Self::Text => "text",
            Self::Html => "html",
        }
    }
}

/// The file of this name in every folder of a folder, in order.
fn each(folder: &Path, name: &str) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        files.push(entry?.path().join(name));
    }
    files.retain(|file| file.is_file());
    files.sort();
    Ok(files)
}

/// Counts, and compares.
pub fn check(workspace: &Workspace) -> Result<()> {
    registers()?;
    apt::valgrind(workspace)?;
    let mut differ = Vec::new();
    for (name, pages, found) in COUNTED {
        let files = pages.files(workspace)?;
        ensure!(!files.is_empty(), "there is no page to count {name} on");
        let counted = count(workspace, pages.form(), &files)? as f64 / files.len() as f64 / 1e6;
        println!("{name}: {counted:.2} million instructions, {found:.2} were found");
        if (counted / found - 1.0).abs() > WITHIN {
            differ.push(name);
        }
    }
    ensure!(
        differ.is_empty(),
        "more or fewer instructions than were found for {}: see why, or write the new counts into {}",
        differ.join(" and "),
        file!()
    );
    Ok(())
}

/// Whether the counts are of such a machine as this.
fn registers() -> Result<()> {
    let machine = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let flags = machine
        .lines()
        .find(|line| line.starts_with("flags"))
        .unwrap_or_default();
    let has = |register: &str| flags.split_whitespace().any(|flag| flag == register);
    ensure!(
        REGISTERS.into_iter().all(has),
        "the counts of instructions are those of Linux on x86-64 with {}, and this machine is another",
        REGISTERS.join(" and ")
    );
    Ok(())
}

/// How many instructions the command takes for these pages.
fn count(workspace: &Workspace, form: &str, files: &[PathBuf]) -> Result<u64> {
    let shell = &workspace.shell;
    let command = workspace.command();
    let output = cmd!(
        shell,
        "valgrind --tool=callgrind --callgrind-out-file=/dev/null {command} --threads 1 --from {form} --to json {files...}"
    )
    .quiet()
    .output()?;
    collected(&String::from_utf8_lossy(&output.stderr))
}

/// The count in what callgrind says.
fn collected(said: &str) -> Result<u64> {
    let count = said
        .lines()
        .find_map(|line| line.split_once("Collected : "))
        .and_then(|(_, count)| count.trim().parse().ok());
    match count {
        Some(count) => Ok(count),
        None => bail!("callgrind tells no count; it says: {said}"),
    }
}

#[cfg(test)]
mod tests {
    use super::collected;

    #[test]
    fn the_count_is_read_where_callgrind_tells_it() {
        let said = "==12== Events    : Ir\n==12== Collected : 329670348\n==12==\n";
        assert_eq!(collected(said).unwrap(), 329_670_348);
        assert!(collected("==12== Fatal error").is_err());
    }
}
