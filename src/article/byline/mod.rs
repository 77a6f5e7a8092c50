//! The names in a byline.

mod lines;
#[cfg(test)]
mod tests;
mod told;
mod words;

use words::{
    AFTER, AFTER_ON_LINES, AND, BEFORE, BEFORE_ADDRESS, BEFORE_DATE, BEFORE_OFFICE, BEHIND_BEFORE,
    OFFICE_ENDINGS, POSTS, SMALL_BEFORE_DATE,
};

use super::published::UPDATED;
use std::borrow::Cow;

use super::Line;
use crate::chars::{is_invisible, trim};
use crate::dates;
use crate::kind::Kind;
use crate::metadata::Metadata;
use crate::patterns::OFFICES;

/// Names have so many words at least, where an office follows without a comma.
const SHORTEST_NAME: usize = 2;

/// And so many at most, where nothing says that it is one.
const LONGEST_NAME: usize = 4;

/// What parts names, beside words.
const APART: [char; 4] = [',', ';', '/', '&'];

/// A month's name with the marks behind it has so many bytes at most: what is glued to the end of a word is looked for no
/// farther away.
const LONGEST_MONTH: usize = 64;

/// Where a word may be parted at the end of a line.
const SOFT_HYPHEN: char = '\u{ad}';

/// A name in Latin letters has so many of them at least.
const SHORTEST: usize = 2;

/// The one office that names end with: "Falstaff".
const STAFF: &str = "staff";

/// Who wrote the article: of the lines that are labelled so, and of what the markup says.
pub fn choose(lines: &[Line<'_>], metadata: Option<&Metadata>, url: Option<&str>) -> Option<String> {
    let own = lines::names(lines);
    let is_byline = |line: &&Line<'_>| line.kind == Kind::Byline;
    if own.is_none() && lines.iter().any(|line| is_byline(&line) && !line.kept) {
        return None;
    }
    let names = match metadata {
        Some(metadata) => told::choose(own, metadata, url),
        None => own.map(|(_, names)| names),
    };
    names.or_else(|| lines::beside_date(lines))
}

/// The names of a byline: without "By", and without what follows them: an office, a date, how long it takes to read,
/// an address. None where nothing is left.
pub fn name(line: &str) -> Option<String> {
    names_before(line, &[AFTER, AFTER_ON_LINES])
}

/// The same of what the markup tells, which says nothing of where and for whom: "Voices in the Field" is a name there.
fn told_name(told: &str) -> Option<String> {
    names_before(told, &[AFTER])
}

fn names_before(line: &str, after: &[&[&str]]) -> Option<String> {
    let line: Cow<'_, str> = if line.contains(SOFT_HYPHEN) {
        Cow::Owned(line.replace(SOFT_HYPHEN, ""))
    } else {
        Cow::Borrowed(line)
    };
    let mut text = without_before(trim(&line));
    for after in after.iter().copied().flatten() {
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
    let letters = names.chars().filter(|c| c.is_alphanumeric());
    let is_name = letters.clone().count() >= SHORTEST || letters.clone().any(|c| !c.is_ascii());
    is_name.then(|| once(names))
}

/// A name that stands twice, as where a picture has it, too: once.
fn once(names: &str) -> String {
    let words: Vec<&str> = names.split_whitespace().collect();
    let (first, second) = words.split_at(words.len() / 2);
    if first == second { first } else { &words[..] }.join(" ")
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
        if is_number(word) && !(part.words.is_empty() && is_name_with_number(&words[i..])) {
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
        } else if part.words.len() >= fewest && (is_office(&lower) || POSTS.contains(&lower.as_str())) {
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

/// Whether the word is a number or begins with one: "2024,", "3min", "(14:05)". Names of users end with some.
fn is_number(word: &str) -> bool {
    let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
    word.starts_with(char::is_numeric)
}

/// Whether the words are a name that begins with a number: "3i Global".
fn is_name_with_number(words: &[&str]) -> bool {
    let mixed = |word: &str| word.ends_with(char::is_alphabetic) && word.len() > 1;
    let is_large = |word: &&str| word.starts_with(char::is_uppercase);
    mixed(words[0]) && words.get(1).is_some_and(is_large) && !words[2..].iter().any(|word| is_number(word))
}

/// Drops what belongs to a date whose first number comes next, and `follows` behind it.
fn drop_before_date(words: &mut Vec<&str>, follows: Option<&str>) {
    // "Theresa May 3 min read"
    let is_of_day = follows.is_none_or(|word| word.contains(char::is_numeric) || is_before_date(word));
    pop_while(words, 0, |word| {
        is_before_date(word) || (is_of_day && dates::is_month(&plain(word)))
    });
    if let Some(last) = words.last_mut() {
        *last = without_glued_month(last);
    }
}

/// A name without the month that is glued to it, as in `ReyesMay`.
fn without_glued_month(word: &str) -> &str {
    let near = word
        .char_indices()
        .skip(1)
        .skip_while(|(at, _)| word.len() - at > LONGEST_MONTH);
    let mut large = near.filter(|(_, c)| c.is_uppercase());
    let month = large.find(|&(at, _)| dates::is_month(&plain(&word[at..])));
    month.map_or(word, |(at, _)| &word[..at])
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

/// Whether the names begin with what looks like a whole name of a person, in a script that has capitals: "Ana de la Cruz".
fn begins_with_whole_name(names: &str) -> bool {
    let first = names.split(APART).next().unwrap_or_default();
    let words: Vec<&str> = first.split_whitespace().collect();
    let end = words.iter().position(|word| is_and(word)).unwrap_or(words.len());
    let [head, .., last] = &words[..end] else {
        return false;
    };
    end <= LONGEST_NAME
        && head.starts_with(char::is_uppercase)
        && last.starts_with(char::is_uppercase)
        && head.chars().nth(1).is_some()
        && !first.contains(|c: char| c.is_numeric() || c == ':')
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
