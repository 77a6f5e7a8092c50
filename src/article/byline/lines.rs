//! The byline among the labelled lines.

use super::words::{BEFORE, BESIDE, BY, LEAD_IN, REVIEWED, STARTED};
use super::{begins_with_whole_name, is_and, name, plain, without_before};
use crate::article::Line;
use crate::chars::trim;
use crate::dates::{self, Order};
use crate::kind::Kind;
use crate::words::Folded;

/// A name that stands alone under "By" has so many words at most, and bytes.
const NAME_WORDS: usize = 5;
const NAME_BYTES: usize = 80;

/// So many lines stand by a title, above and below.
const BY_TITLE: usize = 2;

/// How surely a line names who wrote the article: the most surely first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trust {
    /// It says so: "By Ana Reyes".
    Says,
    /// It may.
    May,
    /// It names who has looked at it: "Reviewed by Ana Reyes".
    Other,
}

/// The names of the line that most surely tells them, the first of those.
pub fn names(lines: &[Line<'_>]) -> Option<(Trust, String)> {
    let mut best: Option<(Trust, String)> = None;
    for (i, line) in lines.iter().enumerate().filter(|(_, line)| line.kept) {
        let found = match line.kind {
            Kind::Byline => of_byline(&line.text, &lines[i + 1..]),
            Kind::Date => behind_by(&line.text).map(|names| (Trust::Says, names)),
            _ => None,
        };
        if let Some((trust, names)) = found
            && best.as_ref().is_none_or(|(other, _)| trust < *other)
        {
            best = Some((trust, names));
        }
    }
    best
}

/// The name beside the date that stands by the title: "Ana Reyes | 3 May 2023".
pub fn beside_date(lines: &[Line<'_>]) -> Option<String> {
    let seen: Vec<&Line<'_>> = lines.iter().filter(|line| line.kind != Kind::Blank).collect();
    let title = seen
        .iter()
        .position(|line| line.kept && line.kind == Kind::Title)?;
    let by_title = &seen[title.saturating_sub(BY_TITLE)..seen.len().min(title + 1 + BY_TITLE)];
    let mut dates = by_title
        .iter()
        .filter(|line| line.kept && line.kind == Kind::Date);
    dates.find_map(|line| {
        dates::day(&Folded::new(&line.text).text, Order::DayFirst)?;
        line.text.split(BESIDE).filter_map(name).find(|names| {
            // A place or a rubric may stand there, too; nothing says that it is a name, so it must look like one all over.
            let is_large = |word: &str| is_and(word) || word.starts_with(char::is_uppercase);
            begins_with_whole_name(names) && names.split_whitespace().all(is_large)
        })
    })
}

fn of_byline(text: &str, below: &[Line<'_>]) -> Option<(Trust, String)> {
    let text = trim(text);
    let lower = text.to_lowercase();
    let rest = without_before(text);
    if rest.is_empty() || LEAD_IN.contains(&lower.trim_end_matches([':', ' '])) {
        return name_alone(below).map(|names| (Trust::Says, names));
    }
    let names = name(text)?;
    let trust = if REVIEWED.iter().any(|start| lower.starts_with(start)) {
        Trust::Other
    } else if rest.len() < text.len() {
        Trust::Says
    } else {
        Trust::May
    };
    Some((trust, names))
}

/// The name in the line below "By", which stands alone in it.
fn name_alone(below: &[Line<'_>]) -> Option<String> {
    let line = below.iter().find(|line| line.kind != Kind::Blank)?;
    let text = trim(&line.text);
    let is_short = text.len() <= NAME_BYTES && text.split_whitespace().count() <= NAME_WORDS;
    let begins_large = text.starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
    (is_short && begins_large && !line.kind.is_body())
        .then(|| name(text))
        .flatten()
}

/// The names in a date line that says who: "3 May 2023 by Ana Reyes in News".
fn behind_by(text: &str) -> Option<String> {
    let text = trim(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_by = |i: usize| {
        let word = plain(words[i]);
        let before = i.checked_sub(1).map(|before| words[before]);
        let is_apart = before.is_none_or(|before| {
            before.contains(|c: char| c.is_numeric() || matches!(c, ',' | '|' | '•' | '·' | '-' | '–'))
                || STARTED.contains(&plain(before).as_str())
        });
        match BY.iter().find(|(by, _)| *by == word) {
            Some((_, is_in_names)) => is_apart || !is_in_names,
            None => false,
        }
    };
    // Scripts without spaces have the name right behind: "记者：顾晓棠".
    let labelled = words.iter().find_map(|word| {
        let (label, named) = word.split_once('：')?;
        BEFORE.contains(&label).then(|| name(named)).flatten()
    });
    if labelled.is_some() {
        return labelled;
    }
    let by = (0..words.len()).find(|&i| is_by(i))?;
    name(&words[by..].join(" "))
}
