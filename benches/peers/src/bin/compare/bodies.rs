//! What body each peer finds in each page of a corpus.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result, anyhow};
use copydesk_benches::pages::{self, Page};
use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};

use crate::install::{Installed, Places};
use crate::peers::{PEERS, Peer};

/// So many pages are read by a peer at a time: all of them at once would be gigabytes in some.
const AT_A_TIME: usize = 400;

/// What is read of a row of the corpus beside the page itself.
#[derive(Deserialize)]
struct Named {
    id: String,
    #[serde(flatten)]
    page: Page,
}

/// A row of what is written.
#[derive(Serialize)]
struct Body<'a> {
    peer: &'a str,
    version: &'a str,
    id: &'a str,
    /// None where the peer failed.
    #[serde(rename = "body")]
    text: Option<String>,
}

/// Some of the pages, in a file of their own.
struct Chunk {
    file: PathBuf,
    ids: Vec<String>,
}

/// Writes the bodies of all pages of the corpus that every peer finds, a row for each, so many peers at a time. Who cannot be
/// had is told of, and left out.
pub fn write(places: &Places, corpus: &Path, out: &Path, threads: usize) -> Result<()> {
    let chunks = chunks(places, corpus)?;
    let mut peers = Vec::new();
    for peer in PEERS.iter().filter(|peer| peer.finds_bodies()) {
        println!("\u{2192} preparing {}", peer.name);
        match places.install(peer) {
            Ok(installed) => peers.push((peer, installed)),
            Err(error) => println!("not measured: {}: {error:#}", peer.name),
        }
    }
    let pages: usize = chunks.iter().map(|chunk| chunk.ids.len()).sum();
    let bar = ProgressBar::new((pages * peers.len()) as u64);
    bar.set_style(ProgressStyle::with_template("{wide_bar} {percent}%, {eta} left")?);
    let written = File::create(out).with_context(|| format!("cannot write {}", out.display()))?;
    let written = Mutex::new(BufWriter::new(written));
    // The slowest stand last in the list, so they are begun first.
    let jobs = peers
        .iter()
        .rev()
        .flat_map(|peer| chunks.iter().map(move |chunk| (peer, chunk)));
    let jobs = Mutex::new(jobs);
    let next = || jobs.lock().ok()?.next();
    thread::scope(|scope| {
        let work = || -> Result<()> {
            while let Some(((peer, installed), chunk)) = next() {
                for row in of_chunk(peer, installed, chunk, &bar)? {
                    let mut written = written.lock().ok().context("another thread has panicked")?;
                    written.write_all(row.as_bytes())?;
                }
            }
            Ok(())
        };
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        workers
            .into_iter()
            .try_for_each(|worker| worker.join().map_err(|_| anyhow!("a thread has panicked"))?)
    })?;
    bar.finish_and_clear();
    written.into_inner()?.flush()?;
    Ok(())
}

/// The pages, a part of them in each file.
fn chunks(places: &Places, corpus: &Path) -> Result<Vec<Chunk>> {
    let mut rows = Vec::new();
    for file in &pages::files(corpus)? {
        for row in pages::rows(file)? {
            let named: Named = serde_json::from_slice(&row?)
                .with_context(|| format!("{} has a row that is no page", file.display()))?;
            rows.push(named);
        }
    }
    rows.chunks(AT_A_TIME)
        .enumerate()
        .map(|(k, rows)| {
            let file = places.target.join(format!("pages-{k}.jsonl"));
            let pages: Vec<Page> = rows.iter().map(|row| row.page.clone()).collect();
            pages::write(&file, &pages)?;
            let ids = rows.iter().map(|row| row.id.clone()).collect();
            Ok(Chunk { file, ids })
        })
        .collect()
}

/// The rows of one peer's bodies.
fn of_chunk(peer: &Peer, installed: &Installed, chunk: &Chunk, bar: &ProgressBar) -> Result<Vec<String>> {
    let mut process = installed.start(&chunk.file).with_context(|| peer.name)?;
    let rows = chunk.ids.iter().enumerate().map(|(at, id)| {
        let body = Body {
            peer: peer.name,
            version: peer.program.version().unwrap_or_default(),
            id,
            text: process.body(at).with_context(|| peer.name)?,
        };
        bar.inc(1);
        Ok(serde_json::to_string(&body)? + "\n")
    });
    rows.collect()
}
