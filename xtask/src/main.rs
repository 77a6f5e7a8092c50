//! The project's commands: `cargo xtask` lists them.

mod apt;
mod audit;
mod bench;
mod build;
mod chromium;
mod crates;
mod evaluate;
mod fresh;
mod fuzz;
mod growth;
mod inline;
mod instructions;
mod package;
mod prune;
mod remap;
mod report;
mod reproduce;
mod serve;
mod setup;
mod size;
mod supply;
mod test;
mod train;
mod workspace;

use std::ffi::OsString;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::Arg;

use workspace::Workspace;

const COMMANDS: &str = "\
cargo xtask build         everything that ships: the package, the page, the command
                          (--web: the package and the page alone)
cargo xtask serve         build, serve the page on a loopback address, print it
                          (--port N: ask for that port; --no-open: start no browser)
cargo xtask test          every test there is, with all the set-up they need
cargo xtask evaluate DIR [REPORT.json] [--forms] [--peers]
                          score the classifier on a folder of pages with known answers
                          (REPORT.json: every page's score, else in target/evaluate.json;
                          --peers: measure on them what others make of titles, bylines, dates and bodies)
cargo xtask train --corpus DIR [--text | --html]
                          learn the classifier's weights from such a folder, in a quarter of an hour on two cores
cargo xtask bench         time each stage, how time and memory grow with the size of a text or page, and how far
                          all is from the floor, natively, in Node and in Chromium
                          (--only stages, sizes or goals; --corpus DIR: the goals on real pages;
                          with --pages N, --rounds N: on so many, so often)
cargo xtask bench --peers DIR
                          how long the peers take on a corpus's pages (--pages N, --rounds N)
cargo xtask report [REPORT.html] [--no-pictures]
                          draw what was evaluated and timed: one page, and the pictures in docs/
cargo xtask fuzz [TARGET] [--minutes N] [--keep]
                          try inputs that libFuzzer thinks up, for N minutes in all, 10 without it
                          (--keep: then save the smallest of those that reached something new)
cargo xtask growth        count how the instructions grow with the input, on shapes made to be hard
cargo xtask size          print how large the package's entries are, and what each dependency and table costs
cargo xtask audit         check what is not ours: licences, sources, advisories, lock files, install scripts
                          (--offline: leave out, and say so, what has to be asked of a registry)
cargo xtask reproduce     build the package and the page from two fresh clones, far apart, and compare them byte by byte
cargo xtask fmt           format everything: Rust, JavaScript, CSS, JSON";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<()> {
    let mut arguments = lexopt::Parser::from_env();
    let command = match arguments.next()? {
        None | Some(Arg::Short('h') | Arg::Long("help")) => {
            println!("{COMMANDS}");
            return Ok(());
        }
        Some(Arg::Value(command)) => command,
        Some(option) => return Err(option.unexpected().into()),
    };
    match command.to_str() {
        Some("build") => match arguments.next()? {
            None => build::everything(&Workspace::open()?),
            Some(Arg::Long("web")) => build::web(&Workspace::open()?),
            Some(other) => Err(other.unexpected().into()),
        },
        Some("serve") => serve::run(&serve::Options::parse(&mut arguments)?),
        Some("test") => {
            no_more(&mut arguments)?;
            test::everything(&Workspace::open()?)
        }
        Some("evaluate") => {
            let forwarded: Vec<OsString> = arguments.raw_args()?.collect();
            evaluate::run(&Workspace::open()?, &evaluate::Options::parse(&forwarded)?)
        }
        Some("train") => {
            let options = train::parse(&mut arguments)?;
            train::run(&Workspace::open()?, &options)
        }
        Some("bench") => {
            let options = bench::Options::parse(&mut arguments)?;
            bench::run(&Workspace::open()?, &options)
        }
        Some("fuzz") => {
            let options = fuzz::Options::parse(&mut arguments)?;
            fuzz::run(&Workspace::open()?, &options)
        }
        Some("growth") => {
            no_more(&mut arguments)?;
            growth::check(&Workspace::open()?)
        }
        Some("report") => {
            let options = report::Options::parse(&mut arguments)?;
            report::run(&Workspace::open()?, &options)
        }
        Some("size") => {
            no_more(&mut arguments)?;
            size::run(&Workspace::open()?)
        }
        Some("audit") => {
            let options = audit::Options::parse(&mut arguments)?;
            audit::run(&Workspace::open()?, &options)
        }
        Some("reproduce") => {
            no_more(&mut arguments)?;
            reproduce::run(&Workspace::open()?)
        }
        Some("fmt") => {
            no_more(&mut arguments)?;
            test::format(&Workspace::open()?)
        }
        _ => bail!(
            "there is no command \"{}\"; these exist:\n{COMMANDS}",
            command.display()
        ),
    }
}

fn no_more(arguments: &mut lexopt::Parser) -> Result<()> {
    match arguments.next()? {
        None => Ok(()),
        Some(argument) => Err(argument.unexpected().into()),
    }
}
