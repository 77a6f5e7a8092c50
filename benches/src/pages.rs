//! The pages that are timed.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use serde::{Deserialize, Serialize};

/// A page.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Page {
    /// The HTML that was served; empty where only its text is known.
    pub html: String,
    /// The text that select-all and copy give; empty where only its HTML is known.
    pub paste: String,
}

/// The sizes that ordinary pages are timed at, in bytes.
pub const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// The long window that the files of a corpus are compressed with.
const WINDOW_LOG: u32 = 27;

/// So many of all the pages of a corpus, at even distances: every file of the folder that holds JSON lines compressed
/// with zstd. `training/README.md` tells of the rows.
///
/// # Errors
/// When the folder holds no page, or a row that is none.
pub fn of_corpus(folder: &Path, count: usize) -> Result<Vec<Page>> {
    let files = files(folder)?;
    // Read twice, as all pages at once are many times what is taken.
    let all = files
        .iter()
        .try_fold(0, |sum, file| Ok::<_, anyhow::Error>(sum + rows(file)?.count()))?;
    ensure!(
        all > 0,
        "{} holds no page; give the folder that holds the corpus files, *.jsonl.zst",
        folder.display()
    );
    let count = count.min(all);
    let mut pages = Vec::new();
    let mut place = 0;
    for file in &files {
        for (index, row) in rows(file)?.enumerate() {
            let row = row.with_context(|| format!("cannot read {}", file.display()))?;
            if place * count / all != (place + 1) * count / all {
                let page: Page = serde_json::from_slice(&row)
                    .with_context(|| format!("{}, row {}, is no page", file.display(), index + 1))?;
                pages.push(page);
            }
            place += 1;
        }
    }
    Ok(pages)
}

/// The files of a corpus, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| {
        format!(
            "cannot read {}; give the folder that holds the corpus files",
            folder.display()
        )
    })?;
    let mut files = entries
        .map(|entry| Ok(entry?.path()))
        .collect::<Result<Vec<PathBuf>>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".jsonl.zst"));
    files.sort();
    Ok(files)
}

/// The rows of one of them.
///
/// # Errors
/// When the file cannot be read.
pub fn rows(file: &Path) -> Result<impl Iterator<Item = std::io::Result<Vec<u8>>>> {
    let open = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut decoder = zstd::Decoder::new(open)?;
    decoder.window_log_max(WINDOW_LOG)?;
    Ok(BufReader::new(decoder).split(b'\n'))
}

/// The project's own invented pages: the golden pastes, and the pages of HTML that others get wrong.
///
/// # Errors
/// When they cannot be read.
pub fn invented(root: &Path) -> Result<Vec<Page>> {
    let texts = each(&root.join("tests/pages"), "raw.txt")?;
    let html = each(&root.join("tests/failures"), "page.html")?;
    let of_text = texts.into_iter().map(|paste| Page {
        html: String::new(),
        paste,
    });
    let of_html = html.into_iter().map(|html| Page {
        html,
        paste: String::new(),
    });
    Ok(of_text.chain(of_html).collect())
}

/// The file of this name in each folder of the folder, by the folders' names.
fn each(folder: &Path, name: &str) -> Result<Vec<String>> {
    let read = || {
        let mut files = fs::read_dir(folder)?
            .map(|entry| Ok(entry?.path().join(name)))
            .collect::<std::io::Result<Vec<PathBuf>>>()?;
        files.retain(|file| file.is_file());
        files.sort();
        files
            .iter()
            .map(fs::read_to_string)
            .collect::<std::io::Result<Vec<String>>>()
    };
    read().with_context(|| format!("cannot read the pages of {}", folder.display()))
}

/// Writes the pages for other programs to read, a row for each.
///
/// # Errors
/// When the file cannot be written.
pub fn write(file: &Path, pages: &[Page]) -> Result<()> {
    let mut rows = String::new();
    for page in pages {
        rows += &serde_json::to_string(page)?;
        rows.push('\n');
    }
    fs::write(file, rows).with_context(|| format!("cannot write {}", file.display()))
}
