//! How long Copydesk and its peers take on the same pages, `cargo xtask bench --peers DIR` runs it; and what body the peers
//! find in each, for `cargo xtask evaluate DIR --peers`.

mod bodies;
mod install;
mod peers;
mod process;
mod report;

use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context as _, Result, bail};
use copydesk_benches::{arguments, pages};
use indicatif::{ProgressBar, ProgressStyle};
use lexopt::Arg;

use install::Places;
use peers::{PEERS, Peer};
use process::Process;

/// So many pages are timed without `--pages`, evenly from all of the corpus: the slowest peer takes half a minute for
/// them.
const PAGES: usize = 300;

/// How often each page is timed without `--rounds`, after one round that warms up and does not count.
const ROUNDS: usize = 5;

/// So many pages are done by one peer before it is the next one's turn: few, so that a machine that is slow for a while is
/// slow for all; but not so few that it is the filling of caches that is timed.
const TURN: usize = 30;

const USAGE: &str = "use: cargo xtask bench --peers DIR [--pages N] [--rounds N]";

/// The milliseconds of each page, of each round; nothing for a page that the peer failed on.
type Times = Vec<Vec<Option<f64>>>;

struct Options {
    corpus: PathBuf,
    target: PathBuf,
    pages: usize,
    rounds: usize,
    /// The file that the bodies go to, where these are wanted and not the times.
    bodies: Option<PathBuf>,
    /// So many peers find bodies at a time; those that are timed take turns.
    threads: usize,
}

fn main() -> Result<()> {
    let options = options()?;
    let places = Places::new(&options.target)?;
    let file = places.target.join("pages.jsonl");
    if let Some(bodies) = &options.bodies {
        return bodies::write(&places, &options.corpus, bodies, options.threads);
    }
    let pages = pages::of_corpus(&options.corpus, options.pages)?;
    pages::write(&file, &pages)?;

    let mut absent = Vec::new();
    let mut running = Vec::new();
    for peer in &PEERS {
        println!("\u{2192} preparing {}", peer.name);
        match places.install(peer).and_then(|installed| installed.start(&file)) {
            Ok(process) => running.push((peer, process, Times::new())),
            // All are compared with this one.
            Err(error) if running.is_empty() => return Err(error),
            Err(error) => absent.push((peer.name, format!("{error:#}"))),
        }
    }
    compare(&mut running, &mut absent, pages.len(), options.rounds)?;
    let measured: Vec<(&Peer, Times)> = running
        .into_iter()
        .map(|(peer, _, times)| (peer, times))
        .collect();
    let report = report::Report::new(&pages, &measured);
    report.print();
    for (name, why) in absent {
        println!("not measured: {name}: {why}");
    }
    // Beside what is measured of Copydesk alone.
    report.write(&places.target.with_file_name("peers.json"))
}

fn options() -> Result<Options> {
    let mut arguments = lexopt::Parser::from_env();
    let (mut paths, mut pages, mut rounds, mut bodies) = (Vec::new(), PAGES, ROUNDS, None);
    let mut threads = thread::available_parallelism().map_or(1, usize::from);
    while let Some(argument) = arguments.next()? {
        let number = match argument {
            Arg::Long("pages") => &mut pages,
            Arg::Long("rounds") => &mut rounds,
            Arg::Long("threads") => &mut threads,
            Arg::Long("bodies") => {
                bodies = Some(PathBuf::from(arguments.value()?));
                continue;
            }
            Arg::Value(path) => {
                paths.push(PathBuf::from(path));
                continue;
            }
            _ => bail!("{}; {USAGE}", argument.unexpected()),
        };
        *number = arguments::number(&mut arguments, USAGE)?;
    }
    let [corpus, target] = <[PathBuf; 2]>::try_from(paths)
        .ok()
        .with_context(|| format!("give the corpus's folder, and one to work in; {USAGE}"))?;
    Ok(Options {
        corpus,
        target,
        pages,
        rounds,
        bodies,
        threads,
    })
}

/// Lets all of them take turns. Who fails altogether is left out from there on.
fn compare(
    running: &mut Vec<(&Peer, Process, Times)>,
    absent: &mut Vec<(&str, String)>,
    pages: usize,
    rounds: usize,
) -> Result<()> {
    let turns = pages.div_ceil(TURN);
    let bar = ProgressBar::new(((rounds + 1) * turns) as u64);
    bar.set_style(ProgressStyle::with_template(
        "{msg} {wide_bar} {percent}%, {eta} left",
    )?);
    for round in 0..=rounds {
        bar.set_message(if round == 0 {
            "warming up".to_owned()
        } else {
            format!("round {round} of {rounds}")
        });
        for (_, _, times) in &mut *running {
            times.push(Vec::with_capacity(pages));
        }
        for turn in 0..turns {
            let asked = turn * TURN..pages.min((turn + 1) * TURN);
            // Nobody is always the first.
            let count = running.len();
            running.rotate_left((round + turn) % count);
            let mut failed = Vec::new();
            for (k, (_, process, times)) in running.iter_mut().enumerate() {
                match process.ask(asked.clone()) {
                    Ok(answer) => times[round].extend(answer),
                    Err(error) => failed.push((k, error)),
                }
            }
            for (k, error) in failed.into_iter().rev() {
                let (peer, ..) = running.remove(k);
                if peer.name == PEERS[0].name {
                    return Err(error.context("all are compared with Copydesk, which failed"));
                }
                absent.push((peer.name, format!("{error:#}")));
            }
            bar.inc(1);
        }
    }
    bar.finish_and_clear();
    for (_, _, times) in &mut *running {
        times.remove(0);
    }
    let place = |peer: &Peer| PEERS.iter().position(|own| own.name == peer.name);
    running.sort_by_key(|(peer, ..)| place(peer));
    Ok(())
}

/// The folder of this crate, where the peers' programs and lock files lie.
fn own_folder() -> PathBuf {
    let own = std::env::var_os("CARGO_MANIFEST_DIR");
    own.map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).to_path_buf(), Into::into)
}
