//! The arguments, and the command that they make.

use std::path::PathBuf;

use clap::Parser;
use clap_complete::Shell;
use copydesk::{Kind, Options};

use crate::choices::{Color, Form, From, Output};
use crate::help;
use crate::input::Input;
use crate::jsonl::RowMode;
use crate::wrong_use::{self, Stop};

/// So many threads nobody has, and every system can still start.
const MOST_THREADS: usize = 1024;

#[derive(Debug, Parser)]
#[command(name = "copydesk", version, about = help::ABOUT, after_help = help::DETAILS, term_width = help::WIDTH)]
struct Args {
    /// Files that hold a page's text or HTML, in any encoding of the web, up to 100 MB each; folders, with --out; none or `-` is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// Write a file for each page into this folder; of folders, every .txt .md .html .htm .xhtml in them, by its relative path
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// What the input is: text or html [default: html for files named .html, .htm or .xhtml, else text]
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    from: Option<From>,

    /// What to print: text, markdown, html or json [default: text]
    #[arg(long, value_name = "FORM", hide_possible_values = true)]
    to: Option<Form>,

    /// Print each line of the page with its number, + where it is kept, its kind, its score and the reason
    #[arg(long)]
    explain: bool,

    /// Colours with --explain: auto, always or never [default: auto, on a terminal]
    #[arg(long, value_name = "WHEN", hide_possible_values = true)]
    color: Option<Color>,

    /// Keep these kinds too, apart by commas
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = kind)]
    keep: Vec<Kind>,

    /// Drop these kinds, apart by commas
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = kind)]
    drop: Vec<Kind>,

    /// How sure a line must be to be kept: from 0 (keep more) to 1 (keep less) [default: 0.5]
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true, value_parser = strictness)]
    strictness: Option<f32>,

    /// The address the page was taken from: links are made whole with it
    #[arg(long, value_name = "ADDRESS")]
    url: Option<String>,

    /// Keep the pictures of HTML, as links to where they are
    #[arg(long)]
    images: bool,

    /// Read one JSON object a line, and print one a line
    #[arg(long)]
    jsonl: bool,

    /// With --jsonl: give every line of the page too
    #[arg(long)]
    lines: bool,

    /// With --jsonl: exit with 1 when a row could not be read
    #[arg(long)]
    strict: bool,

    /// On how many cores to work [default: all]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = threads)]
    threads: Option<usize>,

    /// Print what completes the options in a shell: bash, elvish, fish, powershell or zsh
    #[arg(long, value_name = "SHELL", hide_possible_values = true)]
    completions: Option<Shell>,

    /// Print the manual page
    #[arg(long)]
    man: bool,
}

/// What the inputs hold and what is made of them.
#[derive(Debug, PartialEq, Eq)]
pub enum Mode {
    /// Each input is a page.
    Pages {
        /// What they are, where that was said.
        from: Option<From>,
        output: Output,
        /// The folder that the articles are written into.
        out: Option<PathBuf>,
    },
    /// Each input is a stream of pages.
    Rows(RowMode),
}

/// What is to be done.
#[derive(Debug)]
pub struct Command {
    /// At least one.
    pub inputs: Vec<Input>,
    pub options: Options,
    pub mode: Mode,
    /// At least one.
    pub threads: usize,
}

impl Command {
    /// The command that this process was started with.
    pub fn from_env() -> Result<Self, Stop> {
        let args = Args::try_parse().map_err(|error| wrong_use::stop(&error))?;
        if let Some(shell) = args.completions {
            return Err(Stop::Answer(help::completions::<Args>(shell)));
        }
        if args.man {
            return Err(Stop::Answer(help::manual::<Args>()));
        }
        args.check().map_err(Stop::WrongUse)
    }
}

impl Args {
    /// The command, or what about the arguments does not go together.
    fn check(self) -> Result<Command, String> {
        if let Some(message) = self.contradiction() {
            return Err(message.to_owned());
        }
        if let Some(kind) = self.keep.iter().find(|kind| self.drop.contains(kind)) {
            return Err(format!("{kind} is in both --keep and --drop; leave one out"));
        }

        let mut options = Options::default().images(self.images);
        options.url = self.url;
        if let Some(strictness) = self.strictness {
            options = options
                .strictness(strictness)
                .map_err(|error| error.to_string())?;
        }
        options = self.keep.into_iter().fold(options, Options::keep);
        options = self.drop.into_iter().fold(options, Options::drop);

        let mut inputs: Vec<Input> = self.files.into_iter().map(Input::named).collect();
        if inputs.is_empty() {
            inputs.push(Input::StandardInput);
        }
        let is_standard = |input: &&Input| **input == Input::StandardInput;
        if inputs.iter().filter(is_standard).count() > 1 {
            return Err("standard input is named twice, but can be read once; leave one - out".into());
        }
        let mode = if self.jsonl {
            Mode::Rows(RowMode {
                lines: self.lines,
                strict: self.strict,
            })
        } else {
            let output = if self.explain {
                Output::Explained(self.color.unwrap_or(Color::Auto))
            } else {
                Output::Article(self.to.unwrap_or(Form::Text))
            };
            let (from, out) = (self.from, self.out);
            Mode::Pages { from, output, out }
        };
        let all = || std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        Ok(Command {
            inputs,
            options,
            mode,
            threads: self.threads.unwrap_or_else(all),
        })
    }

    /// What of two options does not go together, and what to do.
    fn contradiction(&self) -> Option<&'static str> {
        let rules = [
            (
                self.jsonl && self.from.is_some(),
                "--from does not go with --jsonl, whose rows have a \"text\" or \"html\"; leave it out",
            ),
            (
                self.jsonl && self.to.is_some(),
                "--to does not go with --jsonl, whose rows have every form; leave one out",
            ),
            (
                self.jsonl && self.explain,
                "--explain does not go with --jsonl; --lines gives the lines of each row",
            ),
            (
                self.jsonl && self.out.is_some(),
                "--out does not go with --jsonl, which is one stream; send its output to a file",
            ),
            (
                self.explain && self.to.is_some(),
                "--explain does not go with --to; leave one out",
            ),
            (
                self.explain && self.out.is_some(),
                "--explain does not go with --out; --to json writes the lines too",
            ),
            (
                self.url.is_some() && (self.jsonl || self.files.len() > 1),
                wrong_use::URL_OF_MANY,
            ),
            (
                self.lines && !self.jsonl,
                "--lines goes with --jsonl alone; for one page, --to json has the lines",
            ),
            (
                self.strict && !self.jsonl,
                "--strict goes with --jsonl alone; leave it out",
            ),
            (
                self.color.is_some() && !self.explain,
                "--color goes with --explain alone; leave it out",
            ),
        ];
        rules
            .into_iter()
            .find_map(|(broken, message)| broken.then_some(message))
    }
}

fn kind(name: &str) -> Result<Kind, String> {
    name.trim()
        .parse()
        .map_err(|error: copydesk::UnknownKind| error.to_string())
}

fn strictness(given: &str) -> Result<f32, String> {
    let number: Option<f32> = given.parse().ok();
    number
        .filter(|&number| Options::default().strictness(number).is_ok())
        .ok_or_else(|| format!("expected a number from 0 (keep more) to 1 (keep less), got \"{given}\""))
}

fn threads(given: &str) -> Result<usize, String> {
    let number: Option<usize> = given.parse().ok();
    number
        .filter(|number| (1..=MOST_THREADS).contains(number))
        .ok_or_else(|| format!("expected a whole number from 1 to {MOST_THREADS}, got \"{given}\""))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_declared_soundly() {
        Args::command().debug_assert();
    }
}
