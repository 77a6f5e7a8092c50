//! What trafilatura makes of the same pages' title, byline and date. Its figures are kept, as not everybody has Python.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use copydesk_training::corpus::{CorpusPage, Set};
use copydesk_training::measure::heading::judge;
use copydesk_training::measure::held::Held;
use copydesk_training::record::Hashed;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::headings::{HeadingRow, OfPage, rows};

/// Where the figures are kept, from the root of the workspace, and what measures them.
const FILE: &str = "training/peers/trafilatura.json";
const SCRIPT: &str = "training/peers/trafilatura_metadata.py";

/// Where its environment is made.
const ENVIRONMENT: &str = "target/peers/python";

/// What is installed there.
const PACKAGES: [&str; 3] = ["trafilatura==2.3.1", "zstandard", "lxml_html_clean"];

/// The peer's figures, with what they were measured on.
#[derive(Debug, Serialize, Deserialize)]
pub struct Peer {
    pub name: String,
    corpus: Vec<Hashed>,
    pub rows: Vec<HeadingRow>,
}

/// What the script says of a page.
#[derive(Deserialize)]
struct Told {
    file: String,
    id: String,
    title: Option<String>,
    author: Option<String>,
    date: Option<String>,
}

/// The figures that are kept, if they are of these pages.
pub fn kept(folder: &Path) -> Option<Peer> {
    let peer: Peer = serde_json::from_slice(&fs::read(FILE).ok()?).ok()?;
    (Hashed::corpus(folder).ok()? == peer.corpus).then_some(peer)
}

/// Measures the peer anew and keeps its figures.
pub fn measure(folder: &Path, pages: &[(Set, Vec<CorpusPage>)]) -> Result<Peer, Box<dyn std::error::Error>> {
    let python = Path::new(ENVIRONMENT).join("bin/python");
    if !python.is_file() {
        run(Command::new("python3").args(["-m", "venv", ENVIRONMENT]))?;
    }
    run(Command::new(&python)
        .args(["-m", "pip", "install", "--quiet"])
        .args(PACKAGES))?;
    let files = Set::ALL.map(|set| set.path(folder));
    let lines = run(Command::new(&python).arg(SCRIPT).args(files))?;
    let mut told: HashMap<(String, String), Told> = HashMap::new();
    for line in String::from_utf8(lines)?.lines() {
        let page: Told = serde_json::from_str(line)?;
        told.insert((page.file.clone(), page.id.clone()), page);
    }
    let mut judged: Vec<OfPage> = Vec::new();
    for (set, pages) in pages {
        let path = set.path(folder);
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        judged.par_extend(pages.par_iter().map(|page| {
            let told = told.get(&(file.clone().into_owned(), page.id.clone()));
            let fields = told.map_or([None; 3], |told| {
                [&told.title, &told.author, &told.date].map(Option::as_deref)
            });
            (*set, judge(page, Held::of(page), fields))
        }));
    }
    let peer = Peer {
        name: PACKAGES[0].replace("==", " "),
        corpus: Hashed::corpus(folder)?,
        rows: rows(&judged),
    };
    fs::write(FILE, serde_json::to_string_pretty(&peer)? + "\n")?;
    Ok(peer)
}

/// Runs a command and gives what it prints.
fn run(command: &mut Command) -> io::Result<Vec<u8>> {
    let what = format!("{command:?}");
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| io::Error::other(format!("{what}: {error}; --peers needs Python 3 with venv")))?;
    if !output.status.success() {
        return Err(io::Error::other(format!("{what} failed: {}", output.status)));
    }
    Ok(output.stdout)
}
