//! How far everything is from the floor, natively, in Node and in Chromium, in turns: `cargo xtask bench` runs it.
//!
//! All that is compared takes turns on each page, by its own clock, and a ratio is that of all pages in one round; what
//! is told is the median of the rounds, and their range. The table of the goals comes last; everything is written to a
//! file, together with what the benchmark of the stages left in Criterion's folder, and what the peers took.

mod criterion;
mod fresh;
mod ladder;
mod machine;
mod native;
mod process;
mod ratios;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use copydesk_benches::arguments;
use copydesk_benches::goal::{self, Goal};
use copydesk_benches::pages::{self, Page};
use lexopt::Arg;
use serde::Serialize;

use machine::Machine;
use process::Process;

const USAGE: &str =
    "use: goals ROOT TARGET [--corpus DIR] [--pages N] [--rounds N]; CHROMIUM names a browser";

/// So many pages of a corpus are timed without `--pages`.
const PAGES: usize = 60;

/// How often each page is timed without `--rounds`, after one round that warms up and does not count.
const ROUNDS: usize = 5;

struct Options {
    root: PathBuf,
    target: PathBuf,
    corpus: Option<PathBuf>,
    pages: usize,
    rounds: usize,
}

/// What is written for machines.
#[derive(Serialize)]
struct Report {
    machine: Machine,
    pages: Timed,
    goals: Vec<Goal>,
    sizes: Vec<ladder::Size>,
    stages: Vec<criterion::Stage>,
}

/// What the ratios were measured on.
#[derive(Serialize)]
struct Timed {
    from: &'static str,
    rounds: usize,
    texts: usize,
    bytes_of_text: usize,
    html: usize,
    bytes_of_html: usize,
}

impl Timed {
    fn new(options: &Options, pages: &[Page]) -> Self {
        let count = |of: fn(&Page) -> &str| {
            let lengths = pages
                .iter()
                .map(|page| of(page).len())
                .filter(|&length| length > 0);
            (lengths.clone().count(), lengths.sum())
        };
        let ((texts, bytes_of_text), (html, bytes_of_html)) =
            (count(|page| &page.paste), count(|page| &page.html));
        Self {
            from: if options.corpus.is_some() {
                "corpus"
            } else {
                "invented"
            },
            rounds: options.rounds,
            texts,
            bytes_of_text,
            html,
            bytes_of_html,
        }
    }
}

fn main() -> Result<()> {
    let options = options()?;
    let mut machine = Machine::look();
    let sample = match &options.corpus {
        Some(corpus) => pages::of_corpus(corpus, options.pages)?,
        None => pages::invented(&options.root)?,
    };
    // Both in one file, so that the processes in Node read it once.
    let ladder = ladder::pages();
    let all: Vec<Page> = sample.iter().chain(&ladder).cloned().collect();
    let folder = options.target.join("bench");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let file = folder.join("pages.jsonl");
    pages::write(&file, &all)?;

    let mut node = Process::start(&options.root, "node.mjs", &file)?;
    let mut chromium = Process::start(&options.root, "chromium.mjs", &file)?;
    let mut goals = ratios::measure(&sample, options.rounds, &mut node, &mut chromium)?;
    goals.push(fresh::measure(&options.root, &folder, options.rounds)?);
    let sizes = ladder::measure(&ladder, sample.len(), options.rounds, &mut node, &mut chromium)?;
    machine.look_again();

    goals.extend(of_peers(&options.target));
    let report = Report {
        pages: Timed::new(&options, &sample),
        machine,
        goals,
        sizes,
        stages: criterion::read(&options.target.join("criterion"))?,
    };
    criterion::print(&report.stages);
    ladder::print(&report.sizes);
    print_goals(&report);
    let out = options.target.join("bench.json");
    fs::write(&out, serde_json::to_vec_pretty(&report)?)
        .with_context(|| format!("cannot write {}", out.display()))?;
    println!("\nThe same for machines: {}", out.display());
    Ok(())
}

fn print_goals(report: &Report) {
    let Timed {
        from,
        rounds,
        texts,
        bytes_of_text,
        html,
        bytes_of_html,
    } = &report.pages;
    let mean = |bytes: &usize, count: &usize| *bytes as f64 / 1e3 / (*count).max(1) as f64;
    println!(
        "\n{texts} texts of {:.1} KB and {html} pages of HTML of {:.1} KB, {}; {rounds} rounds. {}\n",
        mean(bytes_of_text, texts),
        mean(bytes_of_html, html),
        if *from == "corpus" {
            "of the corpus"
        } else {
            "invented: `--corpus DIR` takes real ones"
        },
        report.machine,
    );
    goal::print(&report.goals);
}

/// What the comparison with the peers left; rows that say how it is run where it has not been.
fn of_peers(target: &Path) -> Vec<Goal> {
    #[derive(serde::Deserialize)]
    struct Peers {
        goals: Vec<Goal>,
    }
    let read =
        || -> Option<Peers> { serde_json::from_slice(&fs::read(target.join("peers.json")).ok()?).ok() };
    read().map_or_else(goal::not_measured_with_peers, |peers| peers.goals)
}

fn options() -> Result<Options> {
    let mut arguments = lexopt::Parser::from_env();
    let (mut paths, mut corpus, mut pages, mut rounds) = (Vec::new(), None, PAGES, ROUNDS);
    while let Some(argument) = arguments.next()? {
        let number = match argument {
            Arg::Long("pages") => &mut pages,
            Arg::Long("rounds") => &mut rounds,
            Arg::Long("corpus") => {
                corpus = Some(PathBuf::from(arguments.value()?));
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
    let [root, target] = <[PathBuf; 2]>::try_from(paths).ok().context(USAGE)?;
    Ok(Options {
        root,
        target,
        corpus,
        pages,
        rounds,
    })
}
