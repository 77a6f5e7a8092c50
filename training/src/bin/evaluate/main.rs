//! Scores both modes on the corpus: tables on the screen, a JSON file for machines. A page whose site was trained
//! on is scored by weights that have not seen it.

mod bodies;
mod headings;
mod peers;
mod slider;
mod tables;

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_training::corpus::{self, CorpusPage, Set};
use copydesk_training::folds::AllFolds;
use copydesk_training::measure::Outcome;
use copydesk_training::renderings::Rendering;
use indicatif::{ParallelProgressIterator, ProgressBar, ProgressStyle};
use rayon::prelude::*;
use serde::Serialize;

use tables::Tables;

/// What is written for machines. Times are kept out: the same pages give the same file.
#[derive(Serialize)]
struct Report {
    #[serde(flatten)]
    tables: Tables,
    headings: [Vec<headings::HeadingRow>; 2],
    slider: Vec<slider::Step>,
    /// What others make of the same pages, where that is known: of title, byline and date, and of the body.
    peer_headings: Option<peers::Peer>,
    peer_bodies: Vec<bodies::PeerRows>,
    pages: Vec<Outcome>,
}

fn main() -> ExitCode {
    let Some((folder, out, chosen)) = arguments(std::env::args_os().skip(1)) else {
        eprintln!("usage: evaluate DIR [REPORT.json] [--forms] [--peers=BODIES]");
        return ExitCode::from(2);
    };
    match evaluate(&folder, &chosen).and_then(|report| {
        if let Some(parent) = out.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&out, serde_json::to_vec_pretty(&report)?)?;
        println!("\nEvery page's score: {}", out.display());
        Ok(())
    }) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("evaluate: {error}");
            ExitCode::FAILURE
        }
    }
}

/// What is to be done.
#[derive(Default)]
struct Chosen {
    /// Scores every form of text.
    forms: bool,
    /// Measures the peers anew: the file has the bodies that they find.
    peers: Option<PathBuf>,
}

/// The corpus folder, the report's file, and what is to be done. `None` when there are too few arguments, too
/// many, or an option that there is not.
fn arguments(given: impl Iterator<Item = OsString>) -> Option<(PathBuf, PathBuf, Chosen)> {
    let is_option = |argument: &OsString| argument.as_encoded_bytes().starts_with(b"-");
    let (options, paths): (Vec<OsString>, Vec<OsString>) = given.partition(is_option);
    let mut chosen = Chosen::default();
    for option in &options {
        match option.to_str()?.split_once('=') {
            None if option == "--forms" => chosen.forms = true,
            Some(("--peers", bodies)) => chosen.peers = Some(bodies.into()),
            _ => return None,
        }
    }
    match &paths[..] {
        [folder] => Some((folder.into(), "target/evaluate.json".into(), chosen)),
        [folder, out] => Some((folder.into(), out.into(), chosen)),
        _ => None,
    }
}

fn evaluate(folder: &Path, chosen: &Chosen) -> Result<Report, Box<dyn std::error::Error>> {
    let renderings: &[Rendering] = if chosen.forms {
        &Rendering::ALL
    } else {
        &[Rendering::Paste, Rendering::Html, Rendering::Both]
    };
    let folds = AllFolds::read(Path::new("."))?;
    let bodies = match &chosen.peers {
        Some(file) => Some(bodies::measure(folder, file, &folds)?),
        None => bodies::kept(folder),
    };
    let style = ProgressStyle::with_template("{msg:30} {wide_bar} {pos}/{len} pages, {eta} left")?;
    let (possible, others): (Vec<Rendering>, Vec<Rendering>) =
        renderings.iter().partition(|form| form.is_possible());
    for rendering in others {
        eprintln!("no w3m on this machine: the {} is left out", rendering.name());
    }
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut measured: Vec<(Set, Vec<CorpusPage>)> = Vec::new();
    let mut slider = Vec::new();
    for set in Set::ALL {
        let pages = corpus::read(folder, set)?;
        for &rendering in &possible {
            let bar = ProgressBar::new(pages.len() as u64)
                .with_message(format!("{}, {}", rendering.name(), set.name()))
                .with_style(style.clone());
            outcomes.par_extend(
                pages
                    .par_iter()
                    .progress_with(bar)
                    .map(|page| Outcome::of(&folds, set, rendering, page)),
            );
        }
        eprintln!("precision over recall, {}", set.name());
        slider.extend(slider::steps(&folds, set, &pages)?);
        if chosen.peers.is_some() {
            measured.push((set, pages));
        }
    }
    let peer = if chosen.peers.is_some() {
        Some(peers::measure(folder, &measured)?)
    } else {
        peers::kept(folder)
    };
    let tables = Tables::new(&outcomes);
    tables.print();
    let headings = [Rendering::Paste, Rendering::Html].map(|form| headings::of_outcomes(&outcomes, form));
    let of_peer = peer.as_ref().map(|peer| (&*peer.name, &*peer.rows));
    println!();
    headings::print(&headings[0], &headings[1], of_peer);
    if let Some(bodies) = &bodies {
        bodies::print(bodies);
    }
    Ok(Report {
        tables,
        headings,
        slider,
        peer_headings: peer,
        peer_bodies: bodies.map_or(Vec::new(), |bodies| bodies.peers),
        pages: outcomes,
    })
}
