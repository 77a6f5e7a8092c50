//! A golden page as it lies in `tests/pages/`, whose README says what the files hold.

use std::path::{Path, PathBuf};

use copydesk::Kind;
use serde_json::{Map, Value};

use crate::listed::{self, slug, text};

/// How many characters of a line `labels.tsv` shows.
pub const SHOWN_CHARACTERS: usize = 60;

/// A golden page.
pub struct Page {
    /// The folder's name.
    pub slug: String,
    pub folder: PathBuf,
    pub raw: String,
    pub labels: Vec<Label>,
    /// Without the line end that closes the file.
    pub body: String,
    /// The fields of `article.json`.
    pub fields: Map<String, Value>,
}

/// A row of `labels.tsv`.
pub struct Label {
    pub line: usize,
    pub kind: Kind,
    pub text: String,
}

impl Page {
    /// Every page there is, by name.
    pub fn all() -> Vec<Self> {
        listed::folders("pages").into_iter().map(Self::read).collect()
    }

    fn read(folder: PathBuf) -> Self {
        let article = folder.join("article.json");
        let fields = serde_json::from_str(&text(&article));
        Self {
            slug: slug(&folder),
            raw: text(&folder.join("raw.txt")),
            labels: labels(&folder.join("labels.tsv")),
            body: text(&folder.join("body.txt")).trim_end_matches('\n').to_owned(),
            fields: fields.unwrap_or_else(|error| panic!("{}: {error}", article.display())),
            folder,
        }
    }
}

/// The rows of a `labels.tsv`.
pub fn labels(file: &Path) -> Vec<Label> {
    let label = |row: &str| {
        let mut cells = row.splitn(3, '\t');
        Some(Label {
            line: cells.next()?.parse().ok()?,
            kind: cells.next()?.parse().ok()?,
            text: cells.next()?.to_owned(),
        })
    };
    let content = text(file);
    let rows = content.lines().enumerate().skip(1);
    rows.map(|(i, row)| {
        label(row).unwrap_or_else(|| {
            panic!(
                "{}:{}: not a line number, a kind and a text: {row:?}",
                file.display(),
                i + 1
            )
        })
    })
    .collect()
}
