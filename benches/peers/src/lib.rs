//! What the programs of the comparison share: the pages, and how a peer is asked.
//!
//! Every peer is a process that has read the pages and waits. Asked for a range of them, it extracts each and answers
//! with the milliseconds of each, by its own clock: reading, starting and asking are not in them. The first of them it
//! extracts twice, and the first time does not count. Asked for `body` and a page, it answers with the body that it finds
//! there, as text. `peers.py`, `peers.mjs` and `chromium.mjs` do the same.

use std::io::{self, BufRead as _, Write as _};
use std::path::Path;
use std::time::Instant;
use std::{env, fs, panic};

use anyhow::{Context, Result, bail};
pub use copydesk_benches::pages::Page;

/// A peer's own program: `extract` gives what it makes of a page, or nothing where it fails, and `body` the text of it.
///
/// # Errors
/// When the pages cannot be read, or nobody asks in the way that is meant.
pub fn serve<T>(
    extract: impl Fn(&Page) -> Option<T> + panic::RefUnwindSafe,
    body: impl Fn(T) -> String + panic::RefUnwindSafe,
) -> Result<()> {
    let file = env::args_os().nth(1).context("give the file of the pages")?;
    let pages = pages(Path::new(&file))?;
    // A peer that panics has failed on that page, and is counted so.
    panic::set_hook(Box::new(|_| {}));
    println!("ready");
    for asked in io::stdin().lock().lines() {
        let asked = asked?;
        let answer = if let Some(page) = asked.strip_prefix("body ") {
            let page = page.parse().ok().and_then(|page: usize| pages.get(page));
            let page = page.with_context(|| format!("\"{asked}\" is none of the {} pages", pages.len()))?;
            let body = panic::catch_unwind(|| extract(page).map(&body));
            serde_json::to_string(&body.ok().flatten())?
        } else {
            let range = asked
                .split_once(' ')
                .and_then(|(from, to)| Some((from.parse::<usize>().ok()?, to.parse::<usize>().ok()?)));
            let Some(asked) = range.and_then(|(from, to)| pages.get(from..to)) else {
                bail!("\"{asked}\" is no range of the {} pages", pages.len());
            };
            // The others had the machine meanwhile: once untimed, so that the caches are its own again.
            asked.first().map(|page| milliseconds(page, &extract));
            let times: Vec<Option<f64>> = asked.iter().map(|page| milliseconds(page, &extract)).collect();
            serde_json::to_string(&times)?
        };
        println!("{answer}");
        io::stdout().flush()?;
    }
    Ok(())
}

/// How long it takes, with the freeing of what was made; nothing where it fails.
fn milliseconds<T>(
    page: &Page,
    extract: &(impl Fn(&Page) -> Option<T> + panic::RefUnwindSafe),
) -> Option<f64> {
    let start = Instant::now();
    let is_made = panic::catch_unwind(|| std::hint::black_box(extract(page)).is_some()).unwrap_or(false);
    let elapsed = start.elapsed().as_secs_f64() * 1e3;
    is_made.then_some(elapsed)
}

/// The pages of the file that was written for the peers.
fn pages(file: &Path) -> Result<Vec<Page>> {
    let rows = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let pages = rows.lines().map(serde_json::from_str).collect::<Result<_, _>>();
    pages.with_context(|| format!("{} holds something else than pages", file.display()))
}
