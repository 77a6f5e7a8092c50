//! The head of an article: its title, and the lines near it that name who wrote it and when.

use std::collections::HashSet;

use super::view::View;
use crate::corpus::CorpusPage;
use crate::score;
use copydesk::training::Mark;

/// The head goes so many lines up from the title and down from it, and so many down into the body; blank lines are
/// not counted.
const ABOVE_TITLE: usize = 5;
const BELOW_TITLE: usize = 14;
const INTO_BODY: usize = 1;
/// A standfirst stands at most so many lines over the title, or under it.
const BESIDE_TITLE: (usize, usize) = (2, 8);
/// Without a title, it goes so many lines up from the body.
const ABOVE_BODY: usize = 8;
/// After the body, bylines and dates stand this near to it.
const AFTER_BODY: usize = 3;
/// A line of content of so many words is where the body begins.
const ANCHOR_WORDS: usize = 6;
/// A main heading that has this share of the words of the title is one, spelled otherwise.
const ALIKE: f64 = 0.6;
/// A line that names the author has at most so many words more.
const AROUND_AUTHOR: usize = 8;

/// Where the head of the article is.
#[derive(Debug, Default)]
pub struct Head {
    /// The title's line.
    pub title: Option<usize>,
    /// The title's words.
    title_words: Vec<String>,
    /// The words of each author's name.
    authors: Vec<Vec<String>>,
    /// The lines of the head, from the first to the one after the last.
    span: (usize, usize),
    /// The lines of the body, from the first to the one after the last.
    pub body: Option<(usize, usize)>,
}

impl Head {
    /// Finds the head. A page without an article, such as a list of things, has none.
    pub fn find(view: &View<'_>) -> Self {
        let page = view.page;
        let has_article = !matches!(page.page_type.as_deref(), Some("listing" | "collection"));
        let title_words = words(page.title.as_deref().unwrap_or_default());
        let mut head = Self {
            authors: names(page),
            ..Self::default()
        };
        // The title itself may be in the known answer: it is no beginning of the body.
        let is_body = |&line: &usize| {
            view.is_content[line] == Some(true)
                && view.words[line] >= ANCHOR_WORDS
                && view.heading(line) != Some(1)
                && words(view.lines[line]) != title_words
        };
        let lines = 0..view.lines.len();
        let first = lines.clone().find(is_body);
        head.body = first
            .zip(lines.clone().rev().find(is_body))
            .map(|(first, last)| (first, last + 1));
        head.title_words = title_words;
        if has_article {
            head.title = head.find_title(view);
            head.span = head.find_span(view);
        }
        head
    }

    /// The line that says the title, a main heading before others, and the nearest to the body.
    fn find_title(&self, view: &View<'_>) -> Option<usize> {
        let (start, _) = self.body?;
        let wanted: HashSet<&String> = self.title_words.iter().collect();
        let rank = |line: usize| {
            let own = words(view.lines[line]);
            let is_main = view.heading(line) == Some(1)
                || view.is_close_to(line, Mark::Headline, 1)
                    && view.heading(line).is_none_or(|level| level == 2);
            let is_same = !own.is_empty() && own == self.title_words;
            let alike = || {
                let common = own.iter().filter(|word| wanted.contains(word)).count();
                common as f64 >= ALIKE * own.len().max(wanted.len()) as f64 || wanted.is_empty()
            };
            let is_elsewhere = view.apart_with(line, Mark::Navigation).is_some()
                || view.apart_with(line, Mark::Related).is_some()
                || view.is_picture(line);
            match (is_main, is_same) {
                _ if own.is_empty() || is_elsewhere => None,
                (true, true) => Some(3),
                (false, true) if view.heading(line).is_some() => Some(2),
                (false, true) if view.is_content[line] != Some(true) => Some(1),
                (true, false) if view.heading(line) == Some(1) && alike() => Some(2),
                _ => None,
            }
        };
        (0..start)
            .filter(|&line| view.places[line].is_some())
            .filter_map(|line| Some((rank(line)?, line)))
            .max()
            .map(|(_, line)| line)
    }

    fn find_span(&self, view: &View<'_>) -> (usize, usize) {
        let Some((start, _)) = self.body else {
            return (0, 0);
        };
        let to = forward(view, start, INTO_BODY);
        match self.title {
            Some(title) => {
                let below = forward(view, title, BELOW_TITLE).max(to);
                (back(view, title, ABOVE_TITLE), below)
            }
            None => (back(view, start, ABOVE_BODY), to),
        }
    }

    /// Whether the line is in the head.
    pub fn reaches(&self, line: usize) -> bool {
        (self.span.0..self.span.1).contains(&line)
    }

    /// Whether the line stands next to the title, where standfirsts do.
    pub fn is_beside_title(&self, view: &View<'_>, line: usize) -> bool {
        self.title.is_some_and(|title| {
            (back(view, title, BESIDE_TITLE.0)..=forward(view, title, BESIDE_TITLE.1)).contains(&line)
        })
    }

    /// Whether the line stands right under the body.
    pub fn ends_at(&self, view: &View<'_>, line: usize) -> bool {
        self.body
            .is_some_and(|(_, end)| line >= end && line <= forward(view, end, AFTER_BODY))
    }

    /// Whether the line stands between the first and the last line of the article.
    pub fn is_inside(&self, line: usize) -> bool {
        self.body
            .is_some_and(|(start, end)| line >= self.title.unwrap_or(start).min(start) && line < end)
    }

    /// Whether the line says the title.
    pub fn says_title(&self, view: &View<'_>, line: usize) -> bool {
        !self.title_words.is_empty() && words(view.lines[line]) == self.title_words
    }

    /// Whether the line names the author and little else.
    pub fn names_author(&self, view: &View<'_>, line: usize) -> bool {
        let own = words(view.lines[line]);
        self.authors.iter().any(|author| {
            own.len() <= author.len() + AROUND_AUTHOR && own.windows(author.len()).any(|run| run == author)
        })
    }
}

/// The words of the name of each author: one text may hold several.
fn names(page: &CorpusPage) -> Vec<Vec<String>> {
    let apart = |text: &str| -> Vec<Vec<String>> {
        text.split([',', ';', '&', '/', '|'])
            .flat_map(|part| part.split(" and "))
            .map(words)
            .collect()
    };
    let names = page.author.iter().flat_map(apart);
    names.filter(|name| !name.is_empty()).collect()
}

/// The words of a text, without case.
fn words(text: &str) -> Vec<String> {
    score::words(&text.to_lowercase()).map(str::to_owned).collect()
}

/// The line after `count` more lines that are not blank.
fn forward(view: &View<'_>, line: usize, count: usize) -> usize {
    let mut visible = (line..view.lines.len()).filter(|&at| view.words[at] > 0);
    visible.nth(count).map_or(view.lines.len(), |at| at + 1)
}

fn back(view: &View<'_>, line: usize, count: usize) -> usize {
    (0..line)
        .rev()
        .filter(|&at| view.words[at] > 0)
        .take(count)
        .last()
        .unwrap_or(line)
}
