//! The command `copydesk`: the text or the HTML of a page in, the article out.

mod args;
mod decode;
mod errors;
mod input;
mod jsonl;
mod pages;

use std::io::{self, BufWriter, ErrorKind, Write};
use std::process::ExitCode;

use args::{Command, Mode, Stop};
use errors::{Outcome, tell};

fn main() -> ExitCode {
    let command = match Command::from_env() {
        Ok(command) => command,
        Err(Stop::Answer(text)) => return finish(write!(io::stdout(), "{text}").map(|()| Outcome::Done)),
        Err(Stop::WrongUse(message)) => {
            tell(&message);
            return ExitCode::from(2);
        }
    };
    let mut out = BufWriter::new(io::stdout().lock());
    let outcome = match command.mode {
        Mode::Pages(from, form) => pages::run(&command.inputs, from, form, &command.options, &mut out),
        Mode::Rows(rows) => jsonl::run(&command.inputs, rows, &command.options, &mut out),
    };
    finish(outcome.and_then(|outcome| out.flush().map(|()| outcome)))
}

fn finish(outcome: io::Result<Outcome>) -> ExitCode {
    match outcome {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Incomplete) => ExitCode::FAILURE,
        // Whoever reads the output has seen enough, as `head` does: no failure, and nothing to say.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            tell(&format!("cannot write the output: {error}"));
            ExitCode::FAILURE
        }
    }
}
