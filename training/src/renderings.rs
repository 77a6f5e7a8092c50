//! The forms that the text of a page comes in, besides that of select-all: what the classifier is measured on.

use std::io::Write as _;
use std::process::{Command, Stdio};

use html5ever::driver;
use html5ever::tendril::TendrilSink;
use scraper::{Html, HtmlTreeSink, Node};

use copydesk::training::{Seen, lines};

use crate::corpus::CorpusPage;
use crate::forms::{Answer, Form};
use crate::mode::Mode;

/// The column that mail is wrapped at.
const MAIL_COLUMNS: usize = 72;

/// How a page became text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rendering {
    /// Select-all and copy.
    Paste,
    /// The HTML, as the page was served.
    Html,
    /// Select-all and copy with the HTML, as a paste event has them.
    Both,
    /// `Selection.toString()`.
    Selection,
    /// `textContent`: no line but those of the source, words of neighbouring elements glued.
    TextContent,
    /// A terminal browser's dump.
    Terminal,
    /// The paste, wrapped at 72 columns.
    Wrapped,
    /// The same in a mail, with `>` before each line.
    Quoted,
}

impl Rendering {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Paste,
        Self::Html,
        Self::Both,
        Self::Selection,
        Self::TextContent,
        Self::Terminal,
        Self::Wrapped,
        Self::Quoted,
    ];

    /// Its name in the tables.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paste => "select-all",
            Self::Html => "HTML",
            Self::Both => "text and HTML",
            Self::Selection => "selection",
            Self::TextContent => "textContent",
            Self::Terminal => "terminal dump",
            Self::Wrapped => "wrapped at 72",
            Self::Quoted => "quoted mail",
        }
    }

    /// What the classifier is told.
    pub const fn mode(self) -> Mode {
        match self {
            Self::Html => Mode::Html,
            _ => Mode::Text,
        }
    }

    /// Whether this machine can make it: the dump needs `w3m`.
    pub fn is_possible(self) -> bool {
        self != Self::Terminal || dump("<p>Tessel").is_some()
    }

    /// The page in this form.
    pub fn of(self, page: &CorpusPage) -> Form {
        match self {
            Self::Paste | Self::Both => Form::paste(page),
            Self::Html => Form::of(page, Seen::new(&page.html).text()),
            Self::Selection => Form::of(page, &page.selection),
            Self::TextContent => Form::of(page, &text_content(&page.html)),
            Self::Terminal => Form::of(page, &dump(&page.html).unwrap_or_default()),
            Self::Wrapped => wrapped(&Form::paste(page), ""),
            Self::Quoted => wrapped(&Form::paste(page), "> "),
        }
    }
}

/// The text of the elements that are shown, as it stands in the source.
fn text_content(html: &str) -> String {
    let html = driver::parse_document(
        HtmlTreeSink::new(Html::new_document()),
        driver::ParseOpts::default(),
    )
    .one(html);
    let is_unseen = |node: &Node| {
        node.as_element().is_some_and(|element| {
            matches!(
                element.name(),
                "head" | "script" | "style" | "template" | "noscript"
            )
        })
    };
    let mut text = String::new();
    for node in html.tree.root().descendants() {
        if let Node::Text(own) = node.value()
            && !node.ancestors().any(|above| is_unseen(above.value()))
        {
            text.push_str(own);
        }
    }
    text
}

/// What `w3m` makes of the page; none where it is not installed.
fn dump(html: &str) -> Option<String> {
    let mut child = Command::new("w3m")
        .args([
            "-dump",
            "-T",
            "text/html",
            "-cols",
            "80",
            "-I",
            "UTF-8",
            "-O",
            "UTF-8",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let mut input = child.stdin.take()?;
    let html = html.to_owned();
    // It writes before it has read all: both at once, or the pipes fill.
    let writer = std::thread::spawn(move || input.write_all(html.as_bytes()));
    let output = child.wait_with_output().ok()?;
    writer.join().ok()?.ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The form with each line wrapped and `mark` before every line. A row of a table stays on its line.
fn wrapped(form: &Form, mark: &str) -> Form {
    let options = textwrap::Options::new(MAIL_COLUMNS).word_splitter(textwrap::WordSplitter::NoHyphenation);
    let mut texts: Vec<String> = Vec::new();
    let mut answers: Vec<Answer> = Vec::new();
    for (line, &answer) in lines(&form.text).into_iter().zip(&form.answers) {
        if line.contains('\t') || line.trim().is_empty() {
            texts.push(format!("{mark}{line}"));
            answers.push(answer);
            continue;
        }
        for part in textwrap::wrap(line, &options) {
            texts.push(format!("{mark}{part}"));
            answers.push(answer);
        }
    }
    Form {
        text: texts.join("\n"),
        answers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_content_glues_what_stands_side_by_side() {
        let html = "<head><title>T</title></head><body><nav><a>Home</a><a>News</a></nav><script>x()</script><p>The \
            <b>Orla</b> rose.</p>\n<p>It fell.</p>";
        assert_eq!(text_content(html), "HomeNewsThe Orla rose.\nIt fell.");
    }

    #[test]
    fn every_part_of_a_wrapped_line_has_its_answer() {
        let known = Answer {
            is_content: Some(true),
            kind: None,
        };
        let form = Form {
            text: format!("{}\n\na\tb", "the river rose ".repeat(10)),
            answers: vec![known, Answer::default(), Answer::default()],
        };
        let wrapped = wrapped(&form, "> ");
        assert_eq!(lines(&wrapped.text).len(), wrapped.answers.len());
        assert_eq!(
            wrapped.answers.iter().filter(|answer| **answer == known).count(),
            3
        );
        assert!(wrapped.text.lines().all(|line| line.starts_with("> ")));
        assert!(wrapped.text.ends_with("> a\tb"));
    }
}
