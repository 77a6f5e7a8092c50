//! The title: of the line that is labelled so and of what the markup says.
//!
//! Of the corpus' 2,100 titles the labelled line alone is right in 0.76 of the HTML; of what the markup says, each where
//! it is there and as it stands, microdata in 0.83, JSON-LD of an article 0.68, Open Graph 0.53, `title` 0.19. Without
//! the site's name these are better, but no better than the line where the line says the same. So there is an order of
//! trust:
//!
//! 1. the line that the markup says, too, the whole of it or a part;
//! 2. what the markup says, or begins with, that another line of the page says;
//! 3. the line that is the main heading, on a page that names who wrote it or where half of its words are the markup's:
//!    then it is right on 0.55 of the pages and the markup on 0.35, and with fewer words in common on 0.18 and 0.51;
//! 4. what the markup says.
//!
//! Of the titles that are still wrong, six in ten are a coin toss of the third: the answer is the heading on one page and
//! what search engines see on the next. The others are pieces that nothing sets apart, or have the site's name.

#[cfg(test)]
mod tests;

use foldhash::HashSet;

use super::{Line, plain, site, trim};
use crate::chars::{is_letter, is_number};
use crate::kind::Kind;
use crate::metadata::{Field, Metadata, Source};
use crate::structure::{Shape, Structure};
use crate::words::words;

/// Where a title is told, the most trusted first.
const ORDER: [Source; 9] = [
    Source::LinkedArticle,
    Source::Vendor,
    Source::Microdata,
    Source::OpenGraph,
    Source::Card,
    Source::DublinCore,
    Source::LinkedPage,
    Source::Plain,
    Source::Element,
];

/// A title is told in so many bytes at most; a line longer than this is none.
const LONGEST: usize = 400;

/// What stands between a title and the site's name, with spaces around it, and what does so without.
const BETWEEN: [char; 13] = ['|', '–', '—', '-', ':', '•', '·', '»', '«', '~', '/', '>', '‹'];
const BETWEEN_GLUED: [char; 2] = ['|', '»'];

/// What stands behind the last bar is no part of a title that has so many letters before it.
const LONG_ENOUGH: usize = 16;

/// What a title begins with stands for all of it where it has so many words.
const HEAD_WORDS: usize = 2;

/// So often something is cut off a title.
const MOST_CUTS: usize = 3;

/// The title of the page.
pub fn choose(lines: &[Line<'_>], structure: Option<&Structure>, url: Option<&str>) -> Option<String> {
    let is_title = |line: &&Line<'_>| line.kind == Kind::Title;
    let line = lines.iter().filter(is_title).find(|line| line.kept);
    let own = line.map(|line| trim::heading(trim::line(&line.text)));
    let Some(structure) = structure else {
        return own.map(str::to_owned);
    };
    // A person, or the options, dropped it.
    if own.is_none() && lines.iter().any(|line| is_title(&line)) {
        return None;
    }
    let names = site::Names::of(&structure.metadata, url);
    let chosen = match (own, told(&structure.metadata, own, &names)) {
        (Some(own), told) if !told.is_empty() => {
            let is_heading = line.is_some_and(|line| is_main_heading(line, structure));
            let is_article = structure.metadata.has(Field::Author);
            choice(own, is_heading, is_article, &told, lines, &names).to_owned()
        }
        (Some(own), _) => own.to_owned(),
        (None, told) => told.into_iter().next()?.text,
    };
    Some(chosen)
}

/// Whether the line stands in a heading of the first level.
fn is_main_heading(line: &Line<'_>, structure: &Structure) -> bool {
    let mut around = structure.around(structure.part_of(line.number - 1));
    around.any(|(_, shape)| shape == Shape::Heading(1))
}

/// What the markup says that the title is.
struct Told {
    /// As it says it.
    whole: String,
    /// Without the site's name, and the same folded.
    text: String,
    folded: String,
}

/// What the markup says, the most trusted first. What is but the site's name is left out where something else is known.
fn told(metadata: &Metadata, own: Option<&str>, names: &site::Names) -> Vec<Told> {
    let folded_own = own.map(fold);
    let mut told: Vec<Told> = Vec::new();
    for source in ORDER {
        let mut texts = metadata.of(Field::Title, source).map(plain::text);
        let several = source == Source::LinkedArticle && metadata.of(Field::Title, source).nth(1).is_some();
        // Questions and answers, goods of a list: several things are no title, but one of them may be the page's.
        let text = if several {
            texts.find(|text| folded_own.as_ref() == Some(&fold(text)))
        } else {
            texts.next()
        };
        if let Some(whole) = text.filter(|text| text.len() <= LONGEST) {
            let text = without_site(&whole, names);
            let (whole, folded) = (whole.into_owned(), fold(&text));
            if !folded.is_empty() {
                told.push(Told { whole, text, folded });
            }
        }
    }
    let says_more = |told: &Told| !names.are(&told.text);
    if own.is_some() || told.iter().any(says_more) {
        told.retain(says_more);
    }
    told
}

/// The line, or what the markup tells in its place. `told` is not empty.
fn choice<'a>(
    own: &'a str,
    is_heading: bool,
    is_article: bool,
    told: &'a [Told],
    lines: &[Line<'_>],
    names: &site::Names,
) -> &'a str {
    let folded = fold(own);
    if told.iter().any(|told| told.folded == folded) {
        return own;
    }
    let short = lines.iter().filter(|line| line.text.len() <= LONGEST);
    let said: HashSet<String> = short.map(|line| fold(&line.text)).collect();
    let seen = told.iter().find(|told| said.contains(&told.folded));
    let seen = seen.map(|told| &*told.text);
    let begun = told.iter().find_map(|told| {
        // The longest first.
        heads(&told.whole).into_iter().rev().find(|head| {
            let is_other = fold(head) != folded && !names.are(head);
            is_other && said.contains(&fold(head)) && words(head).len() >= HEAD_WORDS
        })
    });
    let other = seen.or(begun);
    if names.are(own) {
        other.unwrap_or(own)
    } else if told.iter().any(|told| told.folded.starts_with(&folded)) {
        seen.filter(|_| is_article).unwrap_or(own)
    } else if told.iter().any(|told| told.folded.contains(&folded)) {
        // "Chapter - Book": the line has the name of the book.
        let is_behind = told.iter().any(|told| fold(&told.whole).ends_with(&folded));
        begun.filter(|_| is_behind).unwrap_or(own)
    } else if let Some(other) = other {
        other
    } else if is_heading && (is_article || is_like(own, &told[0].text)) {
        own
    } else {
        &told[0].text
    }
}

/// What a title begins with, up to each of what parts it.
fn heads(title: &str) -> Vec<&str> {
    betweens(title)
        .into_iter()
        .map(|(end, _)| &title[..end])
        .collect()
}

/// Whether half of the words of the line are told, too.
fn is_like(own: &str, told: &str) -> bool {
    let told = words(told);
    let own = words(own);
    let common = own.iter().filter(|word| told.contains(word)).count();
    2 * common >= own.len()
}

/// A title without the site's name before or behind it, as far as that is known, and without what a bar sets apart.
fn without_site(title: &str, names: &site::Names) -> String {
    let mut title = title.trim();
    for _ in 0..MOST_CUTS {
        let parts = betweens(title);
        let (Some(&(head_end, head_next)), Some(&(tail_before, tail))) = (parts.first(), parts.last()) else {
            return title.to_owned();
        };
        if names.are(&title[tail..]) && !fold(&title[..tail_before]).is_empty() {
            title = &title[..tail_before];
        } else if names.are(&title[..head_end]) && !fold(&title[head_next..]).is_empty() {
            title = &title[head_next..];
        } else {
            break;
        }
    }
    match title.rsplit_once('|') {
        Some((head, _)) if fold(head).len() >= LONG_ENOUGH => head.trim_end().to_owned(),
        _ => title.to_owned(),
    }
}

/// Where something stands that parts a title from a name: the ends of what is before it, and the starts of what is
/// behind.
fn betweens(title: &str) -> Vec<(usize, usize)> {
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let between = |(at, c): (usize, char)| {
        // Several may stand together: "::".
        let before = title[..at].trim_end_matches(BETWEEN);
        let behind = title[at + c.len_utf8()..].trim_start_matches(BETWEEN);
        let is_apart = is_space(before.chars().next_back()) && is_space(behind.chars().next());
        (BETWEEN_GLUED.contains(&c) || BETWEEN.contains(&c) && is_apart)
            .then(|| (before.trim_end().len(), title.len() - behind.trim_start().len()))
    };
    title.char_indices().filter_map(between).collect()
}

/// Letters and digits in lower case.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if is_letter(c) || is_number(c) {
            folded.extend(c.to_lowercase());
        }
    }
    folded
}
