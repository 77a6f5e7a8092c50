//! What the command says of itself: help, manual page, completions.
//!
//! All of it is printed by the command itself, so that it is there however the command was installed. The npm package
//! has the same texts as files, in `pkg/bin/texts`, and a test compares them.

use clap::CommandFactory;
use clap_complete::Shell;
use roff::{Roff, roman};

/// The help is the same on every terminal, and in the npm package: as wide as the narrowest.
pub const WIDTH: usize = 80;

pub const ABOUT: &str = "Takes the text of a web page, the way select-all and copy gives it, or its HTML, and prints \
    the article in it.";

pub const DETAILS: &str = "\
Kinds:
  kept      title subtitle byline date heading paragraph list quote code table
  optional  caption credit
  dropped   navigation related advertisement subscribe share comment consent
            legal interface other

Several files:
  text, markdown, --explain  one after another, a blank line apart
  html                       one document after another
  json                       one document a line, each with the name of its
                             \"file\"
  --out DIR                  a file for each: story.html becomes DIR/story.md
                             with --to markdown. Files of an earlier run are
                             replaced, inputs never.

Rows (--jsonl):
  in   {\"id\", \"text\" or \"html\" or both, \"url\"?} a line; further fields are
       ignored; of a page with both the lines are those of the text
  out  {\"id\", \"title\", \"textContent\", ...} a line, in the same order
  A row that cannot be read gives {\"id\"?, \"row\", \"error\"}, where \"row\" is the
  number of its line in the input.

Examples:
  copydesk page.txt                        the article as text
  copydesk --to markdown page.html > a.md  from HTML, as Markdown
  copydesk --to markdown pages --out clean a folder, into another
  copydesk --explain page.txt              what became of each line, and why
  curl https://example.org | copydesk --from html
  xclip -o | copydesk                      what is on the clipboard
  copydesk --to markdown --url https://example.org/story page.html
  copydesk --keep caption,credit page.txt  with captions and credits of pictures
  copydesk --to json page.txt              every field, every line with its kind
  copydesk --jsonl < pages.jsonl           a stream of pages, of any length
  source <(copydesk --completions bash)    in bash, completes the options
  copydesk --man > copydesk.1              the manual page, for man ./copydesk.1

Exit codes:
  0  done; a page without an article and a row that cannot be read are told
  1  something could not be read or written; with --strict, a row, too
  2  wrong use: nothing was read or written";

/// What completes the options in a shell.
pub fn completions<C: CommandFactory>(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut C::command(), "copydesk", &mut script);
    as_text(script)
}

/// The manual page, in roff. What the help has in columns stays in columns.
pub fn manual<C: CommandFactory>() -> String {
    let manual = clap_mangen::Man::new(C::command());
    let mut page = Vec::new();
    let rendered = manual
        .render_title(&mut page)
        .and_then(|()| manual.render_name_section(&mut page))
        .and_then(|()| manual.render_synopsis_section(&mut page))
        .and_then(|()| manual.render_description_section(&mut page))
        .and_then(|()| manual.render_options_section(&mut page))
        .and_then(|()| sections().to_writer(&mut page));
    rendered.expect("a vector takes all that is written");
    as_text(page)
}

/// The sections of the details.
fn sections() -> Roff {
    let mut roff = Roff::new();
    for section in DETAILS.split("\n\n") {
        let (heading, lines) = section.split_once(":\n").unwrap_or(("More", section));
        roff.control("SH", [heading.to_uppercase().as_str()]);
        roff.control("nf", []);
        for line in lines.lines() {
            roff.text([roman(line)]);
        }
        roff.control("fi", []);
    }
    roff
}

fn as_text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).expect("the texts are UTF-8")
}

#[cfg(test)]
mod tests {
    use copydesk::Kind;

    use super::DETAILS;

    #[test]
    fn the_help_names_every_kind() {
        for kind in Kind::ALL.into_iter().filter(|&kind| kind != Kind::Blank) {
            assert!(DETAILS.contains(kind.name()), "{kind}");
        }
    }
}
