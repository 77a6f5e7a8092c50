//! What the trainer notes of a run, so that a test can tell whether the committed weights are those of that run.

use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use copydesk::training::{Described, Seen, Weights};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::corpus::Set;
use crate::folds;
use crate::mode::Mode;

/// Where the note is, from the root of the workspace.
pub const FILE: &str = "training/record.json";

/// A page whose scores are noted: a menu, the head of an article, two paragraphs, a teaser and a footer.
const SAMPLE: &str = "Home\nNews\nSport\n\nRiver returns to its bed\n\nBy Ana Reyes\n3 May 2023\n\nAfter nine days of \
    flood the Orla is back within its banks, the water board of Tessel said on Friday.\n\nMost people went home on the \
    same day, and the schools open again on Monday.\n\nMore from Tessel\n\nMill for sale\n\n© 2023 The Tessel Courier. \
    All rights reserved.\n";

/// The same as HTML.
const HTML_SAMPLE: &str = "<nav><a href=/>Home</a><a href=/news>News</a></nav><article class=story><h1>River returns to \
    its bed</h1><p class=byline>By Ana Reyes<p><time>3 May 2023</time><p>After nine days of flood the Orla is back \
    within its banks, the water board of Tessel said on Friday.<p>Most people went home on the same day, and the \
    schools open again on Monday.</article><aside class=related><h2>More from Tessel</h2><ul><li><a href=/mill>Mill \
    for sale</a></ul></aside><footer>© 2023 The Tessel Courier. All rights reserved.</footer>";

/// What is noted of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// The first bytes of the weights: the version of their form.
    pub format: String,
    /// The files that were trained on, with the SHA-256 of each.
    pub corpus: Vec<Hashed>,
    /// The files that were written.
    pub weights: Vec<Hashed>,
    /// The scores of the lines of the sample page, as text and as HTML, blank lines left out.
    pub scores: [Vec<f32>; 2],
}

/// A file and the SHA-256 of what it holds, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hashed {
    /// Its name; of the weights, its path from the root of the workspace.
    pub file: String,
    /// Its hash.
    pub sha256: String,
}

impl Record {
    /// What is to be noted of the files as they are now: the weights under `root`, the corpus as given.
    ///
    /// # Errors
    /// When a file cannot be read.
    pub fn of(root: &Path, corpus: Vec<Hashed>) -> io::Result<Self> {
        let shipped = |mode: Mode| {
            let bytes = fs::read(root.join(mode.shipped()))?;
            let weights = Weights::read(&bytes);
            weights
                .map(|weights| (bytes, weights))
                .ok_or_else(|| io::Error::other("the weights are of no known form"))
        };
        let ((bytes, of_text), (_, of_html)) = (shipped(Mode::Text)?, shipped(Mode::Html)?);
        let scores = |described: Described, weights: &Weights| -> Vec<f32> {
            let lines = described.predict(weights);
            lines.iter().map(|line| line.score).collect()
        };
        let weights = folds::files().map(|file| {
            let bytes = fs::read(root.join(&file))?;
            Ok(Hashed::new(file, &bytes))
        });
        Ok(Self {
            format: String::from_utf8_lossy(&bytes[..4]).into_owned(),
            corpus,
            weights: weights.collect::<io::Result<_>>()?,
            scores: [
                scores(Described::new(SAMPLE), &of_text),
                scores(Seen::new(HTML_SAMPLE).described(), &of_html),
            ],
        })
    }

    /// Writes the note.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, root: &Path) -> io::Result<()> {
        fs::write(root.join(FILE), serde_json::to_string_pretty(self)? + "\n")
    }
}

impl Hashed {
    fn new(file: String, bytes: &[u8]) -> Self {
        let mut sha256 = String::new();
        for byte in Sha256::digest(bytes) {
            // Writing to a string cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        Self { file, sha256 }
    }

    /// The corpus files in `folder`.
    ///
    /// # Errors
    /// When one cannot be read.
    pub fn corpus(folder: &Path) -> io::Result<Vec<Self>> {
        Set::ALL
            .into_iter()
            .map(|set| {
                let path = set.path(folder);
                let name = path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned();
                Ok(Self::new(name, &fs::read(&path)?))
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quick form of training anew: whoever changes an input, the arithmetic or the weights without training and
    /// noting it is told here.
    #[test]
    fn the_committed_weights_are_those_of_the_noted_run() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let noted: Record = serde_json::from_slice(&fs::read(root.join(FILE)).unwrap()).unwrap();
        let now = Record::of(&root, noted.corpus.clone()).unwrap();
        assert_eq!(now, noted, "train anew: `cargo xtask train --corpus DIR`");
    }

    #[test]
    fn hashes_are_those_of_the_standard() {
        let empty = Hashed::new("empty".to_owned(), b"");
        assert!(empty.sha256.starts_with("e3b0c442") && empty.sha256.ends_with("7852b855"));
    }
}
