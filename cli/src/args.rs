//! The arguments, and the command that they make.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};
use copydesk::{Kind, Options};

use crate::input::Input;
use crate::jsonl::RowMode;

const ABOUT: &str = "Takes the text of a web page, the way select-all and copy gives it, or its HTML, and prints \
    the article in it.";

const DETAILS: &str = "\
Kinds:
  kept      title subtitle byline date heading paragraph list quote code table
  optional  caption credit
  dropped   navigation related advertisement subscribe share comment consent
            legal interface other

Several files:
  text, markdown  the articles follow one another, a blank line apart
  html            the documents follow one another
  json            one document a line, each with the name of its \"file\"

Rows (--jsonl):
  in   {\"id\", \"text\" or \"html\", \"url\"?} a line; further fields are ignored
  out  {\"id\", \"title\", \"textContent\", ...} a line, in the same order
  A row that cannot be read gives {\"id\"?, \"row\", \"error\"}, where \"row\" is the
  number of its line in the input.

Examples:
  copydesk page.txt                        the article as text
  copydesk --to markdown page.html > a.md  from HTML, as Markdown
  curl https://example.org | copydesk --from html
  xclip -o | copydesk                      what is on the clipboard
  copydesk --to markdown --url https://example.org/story page.html
  copydesk --keep caption,credit page.txt  with captions and credits of pictures
  copydesk --to json page.txt              every field, every line with its kind
  copydesk --jsonl < pages.jsonl           a stream of pages

Exit codes: 0 done, 1 something could not be read or written, 2 wrong use.";

#[derive(Debug, Parser)]
#[command(name = "copydesk", version, about = ABOUT, after_help = DETAILS)]
struct Args {
    /// Files that hold a page's text or HTML, in any encoding of the web, up to 100 MB each; none or `-` is standard input
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,

    /// What the input is [default: html for files named .html, .htm or .xhtml, else text]
    #[arg(long, value_name = "FORM")]
    from: Option<From>,

    /// What to print [default: text]
    #[arg(long, value_name = "FORM")]
    to: Option<Form>,

    /// Keep these kinds too, apart by commas
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = kind)]
    keep: Vec<Kind>,

    /// Drop these kinds, apart by commas
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = kind)]
    drop: Vec<Kind>,

    /// How sure a line must be to be kept: from 0 (keep more) to 1 (keep less)
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
}

/// What an input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum From {
    Text,
    Html,
}

/// A form of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    Text,
    Markdown,
    Html,
    Json,
}

/// What the inputs hold and what is made of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// Each input is a page: what it is, where that was said, and what is printed.
    Pages(Option<From>, Form),
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
}

/// Why there is nothing to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// Help or version, asked for.
    Answer(String),
    /// One line on what is wrong with the arguments.
    WrongUse(String),
}

impl Command {
    /// The command that this process was started with.
    pub fn from_env() -> Result<Self, Stop> {
        Args::try_parse()
            .map_err(|error| stop(&error))
            .and_then(|args| args.check().map_err(Stop::WrongUse))
    }
}

impl Args {
    /// The command, or what about the arguments does not go together.
    fn check(self) -> Result<Command, String> {
        if self.jsonl && self.from.is_some() {
            return Err(
                "--from does not go with --jsonl, whose rows have a \"text\" or \"html\"; leave it out"
                    .into(),
            );
        }
        if self.jsonl && self.to.is_some() {
            return Err("--to does not go with --jsonl, whose rows have every form; leave one out".into());
        }
        if self.url.is_some() && (self.jsonl || self.files.len() > 1) {
            return Err(
                "--url goes with one page alone; of many, rows of --jsonl have a \"url\" each".into(),
            );
        }
        if self.lines && !self.jsonl {
            return Err("--lines goes with --jsonl alone; for one page, --to json has the lines".into());
        }
        if self.strict && !self.jsonl {
            return Err("--strict goes with --jsonl alone; leave it out".into());
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
        let mode = if self.jsonl {
            Mode::Rows(RowMode {
                lines: self.lines,
                strict: self.strict,
            })
        } else {
            Mode::Pages(self.from, self.to.unwrap_or(Form::Text))
        };
        Ok(Command {
            inputs,
            options,
            mode,
        })
    }
}

fn kind(name: &str) -> Result<Kind, String> {
    name.trim()
        .parse()
        .map_err(|error: copydesk::UnknownKind| error.to_string())
}

fn strictness(number: &str) -> Result<f32, String> {
    let strictness = number
        .parse()
        .map_err(|_| "give a number from 0 (keep more) to 1 (keep less)")?;
    Options::default()
        .strictness(strictness)
        .map_err(|error| error.to_string())?;
    Ok(strictness)
}

/// What clap answers: help and version as they are, anything else in one line.
fn stop(error: &clap::Error) -> Stop {
    let answer = error.render().to_string();
    if !error.use_stderr() {
        return Stop::Answer(answer);
    }
    // Further lines hold the values there are, or a name that is close; the usage comes after these.
    let lines: Vec<&str> = answer
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"))
        .filter(|line| !line.is_empty())
        .collect();
    let message = lines.join(" ").replace(" tip: ", "; ");
    let message = message.strip_prefix("error: ").unwrap_or(&message);
    Stop::WrongUse(format!("{message}; see copydesk --help"))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_arguments_are_declared_soundly() {
        Args::command().debug_assert();
    }

    #[test]
    fn the_help_names_every_kind() {
        for kind in Kind::ALL.into_iter().filter(|&kind| kind != Kind::Blank) {
            assert!(DETAILS.contains(kind.name()), "{kind}");
        }
    }
}
