//! The corpus: pages with known answers, as JSON lines compressed with zstd.

use std::fmt;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// The long window that the files are compressed with.
const WINDOW_LOG: u32 = 27;

/// The sets of the corpus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Set {
    /// Pages of all types, with the full text of the main content.
    Wcxb,
    /// News articles of 2023, with their full text.
    News,
    /// News and blogs, half of them German, with snippets that must be in or out.
    Trafilatura,
}

impl Set {
    /// Every set.
    pub const ALL: [Self; 3] = [Self::Wcxb, Self::News, Self::Trafilatura];

    /// The name used in tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Wcxb => "wcxb",
            Self::News => "news",
            Self::Trafilatura => "trafilatura",
        }
    }

    fn path(self, folder: &Path) -> PathBuf {
        folder.join(format!("{}-dev.jsonl.zst", self.name()))
    }
}

/// A page with what is known of it. The HTML is left unread: the text mode has no use for it.
#[derive(Clone, Debug, Deserialize)]
pub struct CorpusPage {
    /// Unique in the corpus.
    pub id: String,
    /// Where the page was taken from; empty when that is not known.
    #[serde(default)]
    pub url: String,
    /// What select-all and copy give.
    pub paste: String,
    /// Article, forum, product, collection, listing, documentation or service.
    #[serde(default, rename = "type")]
    pub page_type: Option<String>,
    /// The main content's full text, where it is known.
    #[serde(default)]
    pub content: Option<String>,
    /// Snippets that must be in the body.
    #[serde(default)]
    pub with: Vec<String>,
    /// Snippets that must not be in the body.
    #[serde(default)]
    pub without: Vec<String>,
}

/// The pages of one set, in the order of its file.
///
/// # Errors
/// When the file is not there, or a line of it is not a page.
pub fn read(folder: &Path, set: Set) -> Result<Vec<CorpusPage>, CorpusError> {
    let path = set.path(folder);
    let fail = |line: usize, cause: &dyn fmt::Display| CorpusError {
        path: path.clone(),
        line,
        cause: cause.to_string(),
    };
    let file = File::open(&path).map_err(|error| fail(0, &error))?;
    let mut decoder = zstd::Decoder::new(file).map_err(|error| fail(0, &error))?;
    decoder
        .window_log_max(WINDOW_LOG)
        .map_err(|error| fail(0, &error))?;
    let mut pages = Vec::new();
    for (index, line) in BufReader::new(decoder).split(b'\n').enumerate() {
        let line = line.map_err(|error| fail(index + 1, &error))?;
        pages.push(serde_json::from_slice(&line).map_err(|error| fail(index + 1, &error))?);
    }
    Ok(pages)
}

/// A corpus file that could not be read.
#[derive(Debug)]
pub struct CorpusError {
    path: PathBuf,
    /// Counted from 1; 0 for the file as a whole.
    line: usize,
    cause: String,
}

impl fmt::Display for CorpusError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.path.display())?;
        if self.line > 0 {
            write!(f, ", line {}", self.line)?;
        }
        write!(f, ": {}; give the folder that holds the corpus files", self.cause)
    }
}

impl std::error::Error for CorpusError {}
