//! Pages: each input is one.

use std::io::{self, Write};

use copydesk::{Article, Options};
use serde::Serialize;

use crate::choices::{Form, From, Output};
use crate::decode::Decoded;
use crate::errors::{InputError, Outcome, guarded};
use crate::explain::explain;
use crate::input::{Input, PASTE_LIMIT, read_paste};
use crate::ordered::{self, Sink};
use crate::plan::{self, Plan, Task};
use crate::progress::Progress;

/// How each page is cleaned.
pub struct Cleaning {
    pub from: Option<From>,
    pub output: Output,
    pub options: Options,
}

/// Prints or writes the article of each page. A page that cannot be read is told, and the others are done.
///
/// # Errors
/// When the output cannot be written.
pub fn run(plan: Plan, cleaning: Cleaning, threads: usize, out: &mut impl Write) -> io::Result<Outcome> {
    let prints = plan.tasks.iter().any(|task| task.to.is_none());
    let many = prints && plan.tasks.len() > 1;
    let mut printer = Printer {
        apart: !matches!(cleaning.output, Output::Article(Form::Html | Form::Json)),
        printed: false,
        missing: !plan.failed.is_empty(),
        progress: Progress::of_pages(plan.tasks.len(), prints),
        out,
    };
    for message in plan.failed.iter().chain(&plan.skipped()) {
        printer.progress.tell(message);
    }
    let threads = threads.min(plan.tasks.len()).max(1);
    let sized = |task: Task| (task.input.size().unwrap_or_default() as usize, task);
    let colour = match cleaning.output {
        Output::Explained(color) => color.is_on(),
        Output::Article(_) => false,
    };
    let worker = Worker {
        cleaning,
        many,
        colour,
    };
    let tasks = move || plan.tasks.into_iter().map(sized);
    ordered::run(threads, tasks, move |task| worker.clean(&task), &mut printer)?;
    Ok(Outcome::missing(printer.missing))
}

/// What a page gave.
#[derive(Default)]
struct Cleaned {
    /// What is to be printed.
    output: Vec<u8>,
    /// What is to be told.
    told: Vec<String>,
    /// Whether it could not be read or written.
    missing: bool,
}

struct Worker {
    cleaning: Cleaning,
    /// Whether there is more than one page in what is printed.
    many: bool,
    colour: bool,
}

/// A document of many: it says where it is from.
#[derive(Serialize)]
struct Named<'a> {
    file: String,
    #[serde(flatten)]
    article: &'a Article<'a>,
}

impl Worker {
    fn clean(&self, task: &Task) -> Cleaned {
        let mut cleaned = Cleaned::default();
        if let Err(message) = self.try_clean(task, &mut cleaned) {
            cleaned.told.push(message);
            cleaned.missing = true;
        }
        cleaned
    }

    fn try_clean(&self, task: &Task, cleaned: &mut Cleaned) -> Result<(), String> {
        let input = &task.input;
        let page = read(input, &mut cleaned.told).map_err(|error| format!("{input} {error}"))?;
        let options = &self.cleaning.options;
        let from = self.cleaning.from.unwrap_or_else(|| input.looks_like());
        let article = guarded(|| match from {
            From::Text => copydesk::clean(&page, options),
            From::Html => copydesk::clean_html(&page, options),
        })
        .map_err(|error| format!("{input}: {error}"))?;
        if article.text_content.is_empty() && self.is_bare() {
            // Else an empty output looks like a fault.
            cleaned.told.push(format!(
                "note: no article in {input}; --explain tells why of each line"
            ));
        }
        let output = self.render(input, &article);
        match &task.to {
            Some(path) => plan::write(path, &output)?,
            None => cleaned.output = output,
        }
        Ok(())
    }

    /// Whether the output is the article alone, without its lines.
    fn is_bare(&self) -> bool {
        !matches!(
            self.cleaning.output,
            Output::Explained(_) | Output::Article(Form::Json)
        )
    }

    fn render(&self, input: &Input, article: &Article<'_>) -> Vec<u8> {
        match self.cleaning.output {
            Output::Article(Form::Text) => article.to_text().into_bytes(),
            Output::Article(Form::Markdown) => article.markdown.clone().into_bytes(),
            Output::Article(Form::Html) => article.to_html().into_bytes(),
            Output::Article(Form::Json) => self.json(input, article),
            Output::Explained(_) => {
                let name = if self.many {
                    format!("{input}:\n")
                } else {
                    String::new()
                };
                (name + &explain(article, self.colour)).into_bytes()
            }
        }
    }

    fn json(&self, input: &Input, article: &Article<'_>) -> Vec<u8> {
        let json = if self.many {
            let file = input.to_string();
            serde_json::to_vec(&Named { file, article })
        } else {
            serde_json::to_vec_pretty(article)
        };
        let mut json = json.expect("an article has no keys but strings");
        json.push(b'\n');
        json
    }
}

fn read(input: &Input, told: &mut Vec<String>) -> Result<String, InputError> {
    let Decoded {
        text,
        encoding,
        has_replaced,
    } = read_paste(input.open()?, PASTE_LIMIT)?;
    if has_replaced {
        told.push(format!(
            "note: {input} was read as {}, and U+FFFD stands for what is none of it. Save it as UTF-8 if words look wrong",
            encoding.name()
        ));
    }
    Ok(text)
}

struct Printer<'w, W> {
    /// Whether a blank line stands between two outputs.
    apart: bool,
    /// Whether something was printed.
    printed: bool,
    /// Whether something could not be read or written.
    missing: bool,
    progress: Progress,
    out: &'w mut W,
}

impl<W: Write> Sink<Cleaned> for Printer<'_, W> {
    fn take(&mut self, cleaned: Cleaned) -> io::Result<()> {
        for message in &cleaned.told {
            self.progress.tell(message);
        }
        self.missing |= cleaned.missing;
        if !cleaned.output.is_empty() {
            if self.apart && self.printed {
                self.out.write_all(b"\n")?;
            }
            self.printed = true;
            self.out.write_all(&cleaned.output)?;
        }
        self.progress.advance(1);
        Ok(())
    }

    fn wait(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}
