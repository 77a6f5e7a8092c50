//! Pages of a corpus: every file of the folder that holds JSON lines compressed with zstd. training/README.md tells of
//! the rows.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use copydesk_peers::Page;

/// The long window that the files are compressed with.
const WINDOW_LOG: u32 = 27;

/// So many of all the pages, at even distances.
pub fn read(folder: &Path, count: usize) -> Result<Vec<Page>> {
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

fn rows(file: &Path) -> Result<impl Iterator<Item = std::io::Result<Vec<u8>>>> {
    let open = File::open(file).with_context(|| format!("cannot read {}", file.display()))?;
    let mut decoder = zstd::Decoder::new(open)?;
    decoder.window_log_max(WINDOW_LOG)?;
    Ok(BufReader::new(decoder).split(b'\n'))
}
