//! Pages: each input is one.

use std::io::{self, Write};

use copydesk::{Article, Options};
use serde::Serialize;

use crate::args::{Form, From};
use crate::decode::Decoded;
use crate::errors::{InputError, Outcome, tell};
use crate::input::{Input, PASTE_LIMIT, read_paste};

/// Prints the article of each input. An input that cannot be read is told, and the others are done.
///
/// # Errors
/// When the output cannot be written.
pub fn run(
    inputs: &[Input],
    from: Option<From>,
    form: Form,
    options: &Options,
    out: &mut impl Write,
) -> io::Result<Outcome> {
    let mut printer = Printer {
        form,
        many: inputs.len() > 1,
        printed: false,
        out,
    };
    let mut missing = false;
    for input in inputs {
        match read(input) {
            Ok(page) => {
                let article = match from.unwrap_or_else(|| input.looks_like()) {
                    From::Text => copydesk::clean(&page, options),
                    From::Html => copydesk::clean_html(&page, options),
                };
                printer.print(input, &article)?;
            }
            Err(error) => {
                tell(&format!("{input} {error}"));
                missing = true;
            }
        }
    }
    Ok(Outcome::missing(missing))
}

fn read(input: &Input) -> Result<String, InputError> {
    let Decoded {
        text,
        encoding,
        has_replaced,
    } = read_paste(input.open()?, PASTE_LIMIT)?;
    if has_replaced {
        tell(&format!(
            "note: {input} was read as {}, and U+FFFD stands for what is none of it. Save it as UTF-8 if words look wrong",
            encoding.name()
        ));
    }
    Ok(text)
}

struct Printer<'w, W> {
    form: Form,
    /// Whether there is more than one input.
    many: bool,
    /// Whether an article was printed.
    printed: bool,
    out: &'w mut W,
}

/// A document of many: it says where it is from.
#[derive(Serialize)]
struct Named<'a> {
    file: String,
    #[serde(flatten)]
    article: &'a Article<'a>,
}

impl<W: Write> Printer<'_, W> {
    fn print(&mut self, input: &Input, article: &Article<'_>) -> io::Result<()> {
        if article.text_content.is_empty() && self.form != Form::Json {
            // Else an empty output looks like a fault.
            tell(&format!(
                "note: no article in {input}; --to json tells why of each line"
            ));
        }
        match self.form {
            Form::Text => self.print_apart(&article.to_text()),
            Form::Markdown => self.print_apart(&article.markdown),
            Form::Html => self.out.write_all(article.to_html().as_bytes()),
            Form::Json => self.print_json(input, article),
        }
    }

    /// Prints a text, a blank line apart from the one before it.
    fn print_apart(&mut self, text: &str) -> io::Result<()> {
        if text.is_empty() {
            return Ok(());
        }
        if self.printed {
            self.out.write_all(b"\n")?;
        }
        self.printed = true;
        self.out.write_all(text.as_bytes())
    }

    fn print_json(&mut self, input: &Input, article: &Article<'_>) -> io::Result<()> {
        if self.many {
            let file = input.to_string();
            serde_json::to_writer(&mut *self.out, &Named { file, article })?;
        } else {
            serde_json::to_writer_pretty(&mut *self.out, article)?;
        }
        self.out.write_all(b"\n")
    }
}
