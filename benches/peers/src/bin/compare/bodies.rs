//! What body each peer finds in each page of a corpus.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use anyhow::{Context as _, Result};
use copydesk_benches::pages::{self, Page};
use indicatif::{ProgressBar, ProgressStyle};
use serde::{Deserialize, Serialize};

use crate::install::Places;
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
    body: Option<String>,
}

/// Writes the bodies of all pages of the corpus that every peer finds, a row for each. Who cannot be had is told of, and
/// left out.
pub fn write(places: &Places, corpus: &Path, file: &Path, out: &Path) -> Result<()> {
    let files = pages::files(corpus)?;
    let mut rows = Vec::new();
    for file in &files {
        for row in pages::rows(file)? {
            let named: Named = serde_json::from_slice(&row?)
                .with_context(|| format!("{} has a row that is no page", file.display()))?;
            rows.push(named);
        }
    }
    let written = File::create(out).with_context(|| format!("cannot write {}", out.display()))?;
    let mut written = BufWriter::new(written);
    let peers: Vec<&Peer> = PEERS.iter().filter(|peer| peer.finds_bodies()).collect();
    let bar = ProgressBar::new((rows.len() * peers.len()) as u64);
    bar.set_style(ProgressStyle::with_template(
        "{msg:20} {wide_bar} {percent}%, {eta} left",
    )?);
    let mut absent: Vec<&str> = Vec::new();
    for rows in rows.chunks(AT_A_TIME) {
        let pages: Vec<Page> = rows.iter().map(|row| row.page.clone()).collect();
        pages::write(file, &pages)?;
        for peer in &peers {
            if absent.contains(&peer.name) {
                continue;
            }
            bar.set_message(peer.name);
            let mut process = match places.start(peer, file) {
                Ok(process) => process,
                Err(error) => {
                    bar.println(format!("not measured: {}: {error:#}", peer.name));
                    absent.push(peer.name);
                    continue;
                }
            };
            for (at, row) in rows.iter().enumerate() {
                let body = Body {
                    peer: peer.name,
                    version: peer.program.version().unwrap_or_default(),
                    id: &row.id,
                    body: process.body(at)?,
                };
                serde_json::to_writer(&mut written, &body)?;
                written.write_all(b"\n")?;
                bar.inc(1);
            }
        }
    }
    bar.finish_and_clear();
    written.flush()?;
    Ok(())
}
