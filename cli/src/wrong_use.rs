//! Wrong use, told in one line: what is wrong and what to do.
//!
//! The words are ours and not clap's, so that the command of the npm package can say the same.

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Said before and after folders are walked.
pub const URL_OF_MANY: &str = "--url goes with one page alone; of many, rows of --jsonl have a \"url\" each";

/// Why there is nothing to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Stop {
    /// Help, version and the like, asked for.
    Answer(String),
    /// One line on what is wrong with the arguments.
    WrongUse(String),
}

/// What clap answers: help and version as they are, anything else in one line.
pub fn stop(error: &clap::Error) -> Stop {
    if error.use_stderr() {
        Stop::WrongUse(message(error))
    } else {
        Stop::Answer(error.render().to_string())
    }
}

fn message(error: &clap::Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.as_str(),
        _ => "",
    };
    let values = match error.get(ContextKind::ValidValue) {
        Some(ContextValue::Strings(values)) => listed(values),
        _ => String::new(),
    };
    let value = text(ContextKind::InvalidValue);
    // `--to <FORM>`
    let option = text(ContextKind::InvalidArg)
        .split(' ')
        .next()
        .unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => format!("there is no option {option}; see copydesk --help"),
        ErrorKind::InvalidValue if value.is_empty() && values.is_empty() => {
            format!("{option} needs a value; see copydesk --help")
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("{option} needs a value: {values}"),
        ErrorKind::InvalidValue => format!("{option}: expected {values}, got \"{value}\""),
        ErrorKind::TooManyValues => format!("{option} takes no value; leave out \"{value}\""),
        ErrorKind::ArgumentConflict => format!("{option} is given twice; leave one out"),
        ErrorKind::ValueValidation => match std::error::Error::source(error) {
            Some(cause) => format!("{option}: {cause}"),
            None => format!("{option} cannot be \"{value}\"; see copydesk --help"),
        },
        ErrorKind::InvalidUtf8 => "an argument is not UTF-8; see copydesk --help".to_owned(),
        kind => format!("{kind}; see copydesk --help"),
    }
}

/// `text, markdown, html or json`
fn listed(values: &[String]) -> String {
    match values {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} or {last}", most.join(", ")),
    }
}
