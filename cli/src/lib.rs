//! The command `copydesk`: the text or the HTML of a page in, the article out.
//!
//! A library only so that what reads strangers' rows can be tried by itself, by the very code that serves them. It is no
//! interface: it changes with the command.

mod args;
mod choices;
mod decode;
mod errors;
mod explain;
mod help;
mod input;
mod jsonl;
mod ordered;
mod pages;
mod plan;
mod progress;
mod wrong_use;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use args::{Command, Mode};
use choices::{Form, Output};
use errors::{Outcome, cause, tell};
use pages::Cleaning;
use plan::Plan;
use wrong_use::{Stop, URL_OF_MANY};

pub use jsonl::{Count, answer};

/// Does what this process was started for, and says how that went.
pub fn run_from_env() -> ExitCode {
    match Command::from_env().and_then(run) {
        Ok(outcome) => finish(outcome),
        Err(Stop::Answer(text)) => finish(write!(io::stdout(), "{text}").map(|()| Outcome::Done)),
        Err(Stop::WrongUse(message)) => {
            tell(&message);
            ExitCode::from(2)
        }
    }
}

/// Does what is to be done, unless that shows to be wrong use before anything is written.
fn run(command: Command) -> Result<io::Result<Outcome>, Stop> {
    let Command {
        inputs,
        options,
        mode,
        threads,
    } = command;
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = match mode {
        Mode::Rows(rows) => jsonl::run(inputs, rows, options, threads, &mut out),
        Mode::Pages {
            from,
            output,
            out: to,
        } => {
            let form = match output {
                Output::Article(form) => form,
                Output::Explained(_) => Form::Text,
            };
            let plan = match &to {
                Some(folder) => Plan::into_folder(inputs, folder, form).map_err(Stop::WrongUse)?,
                None => Plan::to_standard_output(inputs),
            };
            if options.url.is_some() && plan.tasks.len() > 1 {
                return Err(Stop::WrongUse(URL_OF_MANY.to_owned()));
            }
            let cleaning = Cleaning {
                from,
                output,
                options,
            };
            pages::run(plan, cleaning, threads, &mut out)
        }
    };
    Ok(outcome.and_then(|outcome| out.flush().map(|()| outcome)))
}

fn finish(outcome: io::Result<Outcome>) -> ExitCode {
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough, as `head` does: no failure, and nothing to say.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("cannot write the output: {}", cause(&error)));
            ExitCode::FAILURE
        }
    }
}
