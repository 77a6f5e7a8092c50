//! Inputs of any size that are made to be hard: what the core does for a text is to grow as the text does, whatever it
//! is. Every pattern, table and pass is driven by one of them.

mod beside;
mod html;
mod text;

use std::io::Cursor;

use copydesk::{Article, Options, clean, clean_html};

pub use beside::{BOTH, ROWS};
pub use html::HTML;
pub use text::TEXT;

/// An input of about `size` bytes.
pub type Make = fn(size: usize) -> String;

/// By name.
pub type Shape = (&'static str, Make);

/// So many bytes a row may have that the command reads.
const LONGEST_ROW: usize = 1 << 30;

/// What the input is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A text.
    Text,
    /// A page's HTML.
    Html,
    /// A text and, behind a U+001E, the HTML of the same page.
    Both,
    /// Rows for the command.
    Rows,
}

/// All shapes, of every form.
pub fn all() -> impl Iterator<Item = (Form, Shape)> {
    let of = |form: Form, shapes: &'static [Shape]| shapes.iter().map(move |shape| (form, *shape));
    of(Form::Text, TEXT)
        .chain(of(Form::Html, HTML))
        .chain(of(Form::Both, BOTH))
        .chain(of(Form::Rows, ROWS))
}

impl Form {
    /// What is said of it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Html => "HTML",
            Self::Both => "text and HTML",
            Self::Rows => "rows",
        }
    }

    /// Cleans the page, all of which may be content, makes every form of it, and assembles it again with every line
    /// kept. Gives back how many lines, or rows, there are.
    pub fn run(self, input: &str) -> usize {
        let options = Options::default()
            .strictness(0.0)
            .expect("from 0 to 1")
            .images(true)
            .url("https://www.tessel.example/2023/05/03/river.html");
        match self {
            Self::Text => again(&clean(input, &options)),
            Self::Html => again(&clean_html(input, &options)),
            Self::Both => {
                let (text, html) = input.split_once('\u{1e}').expect("both");
                again(&clean(text, &options.html(html)))
            }
            Self::Rows => {
                let stream = Box::new(Cursor::new(input.as_bytes().to_vec()));
                let mut out = Vec::new();
                let count = copydesk_cli::answer(stream, LONGEST_ROW, true, options, &mut out);
                count.expect("memory can be written").rows as usize
            }
        }
    }
}

fn again(article: &Article<'_>) -> usize {
    let every_line = 1..=article.lines.len();
    let kept = article.with(every_line.map(|number| (number, true)));
    let kept = kept.expect("these lines are there");
    drop((kept.to_text(), kept.to_html()));
    kept.lines.len()
}

/// The piece over and over again.
pub(crate) fn repeat(piece: &str, size: usize) -> String {
    piece.repeat(size.div_ceil(piece.len()))
}

/// Pieces that all differ, each of about `each` bytes, made of its number.
pub(crate) fn counted(each: usize, size: usize, make: impl Fn(usize) -> String) -> String {
    (0..size / each).map(make).collect()
}
