//! How far the work is: a bar on standard error, where that is a terminal and nothing else is printed there.

use std::io::{IsTerminal, stderr, stdout};

use indicatif::{ProgressBar, ProgressStyle};

use crate::errors::tell;

/// Counted in pages.
const PAGES: &str = "{bar:30} {pos} of {len} pages, {eta} left";
/// Counted in bytes of input, with the rows told beside.
const ROWS: &str = "{bar:30} {bytes} of {total_bytes}, {msg} rows, {eta} left";
/// Where the end is not known.
const ENDLESS: &str = "{spinner} {bytes}, {msg} rows, {elapsed}";

pub struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar of so many pages.
    pub fn of_pages(pages: usize, prints: bool) -> Self {
        Self::new(pages > 1, prints, Some(pages as u64), PAGES)
    }

    /// A bar of so many bytes, where that is known.
    pub fn of_rows(bytes: Option<u64>) -> Self {
        Self::new(true, true, bytes, bytes.map_or(ENDLESS, |_| ROWS))
    }

    /// No bar.
    pub fn silent() -> Self {
        Self::new(false, false, None, PAGES)
    }

    /// `prints`: whether the work prints to standard output, which may be the same terminal.
    fn new(wanted: bool, prints: bool, length: Option<u64>, template: &str) -> Self {
        let free = stderr().is_terminal() && !(prints && stdout().is_terminal());
        if !(wanted && free) {
            return Self {
                bar: ProgressBar::hidden(),
            };
        }
        let style = ProgressStyle::with_template(template).expect("the template is well formed");
        let bar = length.map_or_else(ProgressBar::new_spinner, ProgressBar::new);
        Self {
            bar: bar.with_style(style),
        }
    }

    /// So many more pages, or bytes, are done.
    pub fn advance(&self, by: usize) {
        self.bar.inc(by as u64);
    }

    pub fn rows(&self, rows: u64) {
        if !self.bar.is_hidden() {
            self.bar.set_message(rows.to_string());
        }
    }

    /// Says a line on standard error, above the bar.
    pub fn tell(&self, message: &str) {
        self.bar.suspend(|| tell(message));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_are_well_formed() {
        for template in [PAGES, ROWS, ENDLESS] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }
}
