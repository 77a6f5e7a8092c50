//! The names in a byline.

#[cfg(test)]
mod tests;
mod words;

use words::{
    AFTER, AND, BEFORE, BEFORE_ADDRESS, BEFORE_DATE, BEFORE_OFFICE, BEHIND_BEFORE, OFFICE_ENDINGS,
    SMALL_BEFORE_DATE,
};

use std::collections::BTreeSet;

use super::published::UPDATED;
use super::{Line, plain, title};
use crate::chars::{is_invisible, trim};
use crate::dates;
use crate::kind::Kind;
use crate::metadata::{Field, Metadata, Source};
use crate::patterns::OFFICES;

/// Names have so many words at least, where an office follows without a comma.
const SHORTEST_NAME: usize = 2;

/// The one office that names end with: "Falstaff".
const STAFF: &str = "staff";

/// Where the author is told, the most trusted first.
const ORDER: [Source; 8] = [
    Source::LinkedArticle,
    Source::Vendor,
    Source::Plain,
    Source::Microdata,
    Source::LinkedPage,
    Source::Rel,
    Source::DublinCore,
    Source::OpenGraph,
];

/// Who wrote the article: of the lines that are labelled so, and of what the markup says.
pub fn choose(lines: &[Line<'_>], metadata: Option<&Metadata>) -> Option<String> {
    let is_byline = |line: &&Line<'_>| line.kind == Kind::Byline;
    let own = lines
        .iter()
        .filter(is_byline)
        .filter(|line| line.kept)
        .find_map(|line| name(&line.text));
    let was_dropped = own.is_none() && lines.iter().any(|line| is_byline(&line) && !line.kept);
    let Some(metadata) = metadata.filter(|_| !was_dropped) else {
        return own;
    };
    let told = ORDER.iter().filter_map(|&source| {
        let people: Vec<String> = metadata.of(Field::Author, source).filter_map(person).collect();
        Some(people.join(", ")).filter(|people| !people.is_empty())
    });
    let told: Vec<String> = told.collect();
    if let Some(own) = &own
        && told.iter().any(|told| people(told) == people(own))
    {
        return Some(own.clone());
    }
    told.into_iter().next().or(own)
}

/// The names that the markup tells; none where it tells an address.
fn person(told: &str) -> Option<String> {
    let told = plain::text(told);
    let is_address = told.contains("://") || told.starts_with(['/', '@']) || told.starts_with("www.");
    (!is_address).then(|| name(&told)).flatten()
}

/// The people that a byline names, each folded.
fn people(byline: &str) -> BTreeSet<String> {
    let mut people = BTreeSet::new();
    for part in byline.split([',', ';', '/']) {
        for person in part
            .split_whitespace()
            .collect::<Vec<_>>()
            .split(|word| is_and(word))
        {
            people.insert(title::fold(&person.concat()));
        }
    }
    people.remove("");
    people
}

/// The names of a byline: without "By", and without what follows them: an office, a date, how long it takes to read,
/// an address. None where nothing is left.
pub fn name(line: &str) -> Option<String> {
    let mut text = without_before(trim(line));
    for after in AFTER {
        text = text.split(after).next().unwrap_or(text);
    }
    let mut names = String::new();
    let mut offices = false;
    for part in text.split(", ") {
        let part = read(part, names.is_empty());
        let joins = part.words.first().is_some_and(|word| is_and(word));
        // Behind an office may stand where the person holds it, or "and" with another name.
        if !part.words.is_empty() && (joins || !offices) {
            if !names.is_empty() {
                let follows_office = offices || part.has_office;
                names.push_str(if joins && follows_office { " " } else { ", " });
            }
            names.push_str(&part.words.join(" "));
        }
        offices = part.ends_in_office || (offices && !joins);
        if part.ends_in_date {
            // "Ana Reyes on Friday, 4 March"
            while let Some((rest, last)) = names.rsplit_once(' ')
                && is_before_date(last)
            {
                names.truncate(rest.len());
            }
            break;
        }
    }
    let names = trim(&names).trim_end_matches([',', ':', ';', '-', '(', ' ']);
    (!names.is_empty()).then(|| names.to_owned())
}

/// The line without "By" or what stands for it: the longest that the line begins with.
fn without_before(line: &str) -> &str {
    let is_between = |c: char| c.is_whitespace() || is_invisible(c) || BEHIND_BEFORE.contains(&c);
    BEFORE
        .iter()
        .filter_map(|before| strip_prefix(line, before))
        .filter(|rest| rest.is_empty() || rest.starts_with(is_between))
        .min_by_key(|rest| rest.len())
        .map_or(line, |rest| rest.trim_start_matches(is_between))
}

/// `text` after a prefix that is in lower case, whatever the case and the white space of `text`.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for wanted in prefix.chars() {
        let c = rest.next()?;
        let same = c == wanted || c.to_lowercase().eq([wanted]) || (wanted == ' ' && c.is_whitespace());
        if !same {
            return None;
        }
    }
    Some(rest.as_str())
}

/// What stands between two commas.
#[derive(Default)]
struct Part<'a> {
    /// The words that are of names.
    words: Vec<&'a str>,
    has_office: bool,
    ends_in_office: bool,
    ends_in_date: bool,
}

/// Reads a part. The first begins with a name, whatever it says: "Staff reporter", "Tom Stafford".
fn read(text: &str, is_first: bool) -> Part<'_> {
    let mut part = Part::default();
    let words: Vec<&str> = text.split_whitespace().collect();
    let fewest = if is_first { SHORTEST_NAME } else { 0 };
    for (i, &word) in words.iter().enumerate() {
        let lower = plain(word);
        if word.contains(char::is_numeric) {
            drop_before_date(&mut part.words, words.get(i + 1).copied());
            part.ends_in_date = true;
            return part;
        }
        if !part.words.is_empty() && UPDATED.iter().any(|stem| lower.starts_with(stem)) {
            part.ends_in_date = true;
            return part;
        }
        if word.contains('@') || word.contains("://") {
            pop_while(&mut part.words, 0, |word| {
                BEFORE_ADDRESS.contains(&plain(word).as_str())
            });
        } else if part.words.len() >= fewest && is_office(&lower) {
            pop_while(&mut part.words, fewest, |word| {
                BEFORE_OFFICE.contains(&plain(word).as_str())
            });
            if !is_first && !part.words.first().is_some_and(|word| is_and(word)) {
                part.words.clear();
            }
            part.has_office = true;
            part.ends_in_office = true;
        } else if !part.ends_in_office {
            part.words.push(word);
        } else if is_and(word) {
            part.ends_in_office = false;
            part.words.push(word);
        }
    }
    part
}

/// Drops what belongs to a date whose first number comes next, and `follows` behind it.
fn drop_before_date(words: &mut Vec<&str>, follows: Option<&str>) {
    // "Theresa May 3 min read"
    let is_of_day = follows.is_none_or(|word| word.contains(char::is_numeric) || is_before_date(word));
    pop_while(words, 0, |word| {
        is_before_date(word) || (is_of_day && dates::is_month(&plain(word)))
    });
}

/// Drops words at the end, down to `fewest`.
fn pop_while(words: &mut Vec<&str>, fewest: usize, drops: impl Fn(&str) -> bool) {
    while words.len() > fewest && words.last().is_some_and(|word| drops(word)) {
        words.pop();
    }
}

/// Whether the word may stand before the number of a date and belongs to it.
fn is_before_date(word: &str) -> bool {
    let plain = plain(word);
    SMALL_BEFORE_DATE.contains(&word)
        || BEFORE_DATE.contains(&plain.as_str())
        || UPDATED.iter().any(|stem| plain.starts_with(stem))
}

/// The word in lower case, without marks beside it.
fn plain(word: &str) -> String {
    word.trim_matches(|c: char| matches!(c, ':' | '.' | ',' | ';' | '(' | ')' | '<' | '>'))
        .to_lowercase()
}

fn is_and(word: &str) -> bool {
    AND.contains(&word)
}

/// Whether a word in lower case is an office: "editor", "reporters", "chefredakteurin".
fn is_office(word: &str) -> bool {
    OFFICE_ENDINGS.iter().any(|ending| {
        let stem = word.strip_suffix(ending);
        stem.is_some_and(|stem| {
            OFFICES
                .iter()
                .any(|office| stem == *office || (*office != STAFF && stem.ends_with(office)))
        })
    })
}
