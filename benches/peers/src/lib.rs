//! What the programs of the comparison share: the pages, and how a peer is asked for its times.
//!
//! Every peer is a process that has read the pages and waits. Asked for a range of them, it extracts each and answers
//! with the milliseconds of each, by its own clock: reading, starting and asking are not in them. The first of them it
//! extracts twice, and the first time does not count. `peers.py` and `peers.mjs` do the same.

use std::io::{self, BufRead as _, Write as _};
use std::path::Path;
use std::time::Instant;
use std::{env, fs, panic};

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

/// A page, as the peers are given it.
#[derive(Debug, Deserialize, Serialize)]
pub struct Page {
    /// The HTML that was served.
    pub html: String,
    /// The text that select-all and copy give.
    pub paste: String,
}

/// A peer's own program: `extract` gives the length of the text, or nothing where it fails.
///
/// # Errors
/// When the pages cannot be read, or nobody asks in the way that is meant.
pub fn serve(extract: impl Fn(&Page) -> Option<usize> + panic::RefUnwindSafe) -> Result<()> {
    let file = env::args_os().nth(1).context("give the file of the pages")?;
    let pages = pages(Path::new(&file))?;
    // A peer that panics has failed on that page, and is counted so.
    panic::set_hook(Box::new(|_| {}));
    println!("ready");
    for asked in io::stdin().lock().lines() {
        let asked = asked?;
        let range = asked
            .split_once(' ')
            .and_then(|(from, to)| Some((from.parse::<usize>().ok()?, to.parse::<usize>().ok()?)));
        let Some(asked) = range.and_then(|(from, to)| pages.get(from..to)) else {
            bail!("\"{asked}\" is no range of the {} pages", pages.len());
        };
        // The others had the machine meanwhile: once untimed, so that the caches are its own again.
        asked.first().map(|page| milliseconds(page, &extract));
        let times: Vec<Option<f64>> = asked.iter().map(|page| milliseconds(page, &extract)).collect();
        println!("{}", serde_json::to_string(&times)?);
        io::stdout().flush()?;
    }
    Ok(())
}

/// How long it takes, with the freeing of what was made; nothing where it fails.
fn milliseconds(
    page: &Page,
    extract: &(impl Fn(&Page) -> Option<usize> + panic::RefUnwindSafe),
) -> Option<f64> {
    let start = Instant::now();
    let length = panic::catch_unwind(|| extract(page)).ok().flatten();
    let elapsed = start.elapsed().as_secs_f64() * 1e3;
    std::hint::black_box(length).map(|_| elapsed)
}

/// The pages of the file that [`write`] wrote.
fn pages(file: &Path) -> Result<Vec<Page>> {
    let rows = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let pages = rows.lines().map(serde_json::from_str).collect::<Result<_, _>>();
    pages.with_context(|| format!("{} holds something else than pages", file.display()))
}

/// Writes the pages for the peers to read.
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
