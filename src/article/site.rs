//! The name of the site.

use super::{Line, plain, title};
use crate::chars::{Unspaced, is_invisible, trim};
use crate::kind::{Kind, KindSet};
use crate::metadata::{Field, Metadata, Source};

/// The longest name of a site, in characters.
const LONGEST_NAME: usize = 60;

/// How many lines from the page's start may hold the site's name as a link.
const MASTHEAD: usize = 60;

/// A name at the top that no copyright line confirms must stand in so many other lines.
const MENTIONS: usize = 2;

/// What a copyright line says before the owner's name, and after it, in lower case.
const BEFORE: &[&str] = &["copyright", "©", "(c)", "by", "the copyright of", "-", "–", "|"];
const COMPANY: &[&str] = &[
    "inc",
    "llc",
    "ltd",
    "limited",
    "pvt",
    "gmbh",
    "ag",
    "mbh",
    "corp",
    "corporation",
    "co",
    "company",
    "plc",
    "s.a",
    "sa",
    "sas",
    "srl",
    "bv",
    "kg",
    "media",
    "group",
    "holdings",
    "publishing",
    "&",
    "verlag",
];

/// What a name may begin with where its owner's does not, in lower case.
const ARTICLES: &[&str] = &["the ", "der ", "die ", "das ", "le ", "la ", "les ", "el ", "il "];

/// Where the site's name is told, the most trusted first.
const ORDER: [Source; 6] = [
    Source::OpenGraph,
    Source::LinkedArticle,
    Source::LinkedPage,
    Source::Plain,
    Source::Microdata,
    Source::DublinCore,
];

/// A shorter name, in bytes, is looked for as a whole and not in other words.
const SHORT: usize = 4;

/// So many bytes longer may a name be that has the host's in it.
const AROUND_HOST: usize = 12;

/// What the site may be called: to know its name where it stands beside a title.
pub struct Names {
    /// What the markup says that it is called, folded.
    told: Vec<String>,
    /// The host and what is between its points, folded.
    hosts: Vec<String>,
}

impl Names {
    /// The names that the markup tells, and those in the page's address.
    pub fn of(metadata: &Metadata, url: Option<&str>) -> Self {
        let told = ORDER
            .iter()
            .flat_map(|&source| metadata.of(Field::Site, source))
            .map(|name| title::fold(&plain::text(name)))
            .filter(|name| !name.is_empty());
        let own = metadata.of(Field::Canonical, Source::Rel).next();
        let host = url.or(own).and_then(host).unwrap_or_default();
        let parts = host.rsplit_once('.').map_or("", |(parts, _)| parts).split('.');
        let hosts = parts.filter(|part| part.len() >= SHORT).chain([host]);
        Self {
            told: told.collect(),
            hosts: hosts.map(title::fold).filter(|name| !name.is_empty()).collect(),
        }
    }

    /// Whether the text is nothing but one of them, or nearly so.
    pub fn are(&self, text: &str) -> bool {
        let text = title::fold(text);
        let is_long = |name: &str| name.len() >= SHORT;
        let is_told = |name: &String| {
            text == *name
                || is_long(&text)
                    && is_long(name)
                    && (name.contains(&text) || text.contains(name) && text.len() < 2 * name.len() + SHORT)
        };
        let is_host = |name: &String| {
            text == *name
                || text.len() > SHORT && name.contains(&text)
                || is_long(name) && text.contains(name) && text.len() <= name.len() + AROUND_HOST
        };
        text.is_empty() || self.told.iter().any(is_told) || self.hosts.iter().any(is_host)
    }
}

/// The site's name: what the markup tells; without it the masthead where the copyright line or the page's own words confirm it, else the owner of the
/// copyright, else the host of the address.
pub fn name(lines: &[Line<'_>], url: Option<&str>, metadata: Option<&Metadata>) -> Option<String> {
    let told = metadata.and_then(|metadata| metadata.first(Field::Site, &ORDER));
    if let Some(told) = told.map(plain::text).filter(|name| !name.is_empty()) {
        return Some(told.into_owned());
    }
    let owner = lines
        .iter()
        .rev()
        .filter(|line| line.kind == Kind::Legal)
        .find_map(|line| owner(&line.text));
    let masthead = masthead(lines, owner.as_deref());
    masthead
        .map(str::to_owned)
        .or_else(|| owner.map(|owner| usual_case(lines, without_company(&owner))))
        .or_else(|| url.and_then(host).map(str::to_owned))
        .filter(|name| !name.is_empty())
}

/// Who holds the copyright, as a copyright line tells: "© 2017 Time Inc. All rights reserved."
fn owner(text: &str) -> Option<String> {
    let start = text
        .find('©')
        .or_else(|| text.to_ascii_lowercase().find("copyright"))?;
    let mut rest = &text[start..];
    loop {
        let before = rest;
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace()
                || is_invisible(c)
                || c.is_numeric()
                || matches!(c, '-' | '–' | ',' | '.' | '|' | ':')
        });
        for word in BEFORE {
            if rest
                .get(..word.len())
                .is_some_and(|start| start.eq_ignore_ascii_case(word))
                && rest[word.len()..].starts_with(|c: char| !c.is_alphabetic())
            {
                rest = &rest[word.len()..];
            }
        }
        if rest == before {
            break;
        }
    }
    let end = rest
        .find(['.', ',', '|', '–', '•', '·', '\n', ';', '('])
        .unwrap_or(rest.len());
    let lower = rest.to_ascii_lowercase();
    // The space before it may be that of any script.
    let rights = lower
        .find("all rights")
        .filter(|&i| rest[..i].ends_with(char::is_whitespace));
    let end = rights.map_or(end, |rights| rights.min(end));
    let name = trim(&rest[..end])
        .trim_end_matches(|c: char| c.is_numeric() || c.is_whitespace() || matches!(c, '-' | '–'));
    let fits = name.chars().count() <= LONGEST_NAME && name.chars().any(char::is_alphabetic);
    (fits && !lower.starts_with("all rights")).then(|| name.to_owned())
}

/// A short line at the top that the owner's name has in it, or that the page's own text names.
fn masthead<'a>(lines: &'a [Line<'_>], owner: Option<&str>) -> Option<&'a str> {
    let candidates = || {
        lines
            .iter()
            .take(MASTHEAD)
            .filter(|line| !KindSet::CONTENT.contains(line.kind))
            .map(|line| trim(&line.text))
            .filter(|name| {
                (4..=LONGEST_NAME).contains(&name.chars().count()) && name.chars().any(char::is_alphabetic)
            })
    };
    let confirmed = owner.and_then(|owner| {
        candidates()
            .filter(|name| has_words(owner, without_article(name)))
            .max_by_key(|name| name.len())
    });
    let named = |name: &&str| {
        let mentions = lines
            .iter()
            .filter(|line| {
                !KindSet::CONTENT.contains(line.kind)
                    && !matches!(line.kind, Kind::Related | Kind::Comment | Kind::Caption)
            })
            .filter(|line| {
                line.text.len() > name.len() && line.text.contains(name) && trim(&line.text) != *name
            });
        name.contains(' ') && mentions.take(MENTIONS).count() == MENTIONS
    };
    confirmed.or_else(|| candidates().find(named))
}

/// Whether `text` has `words` in it, and not only as parts of longer words.
fn has_words(text: &str, words: &str) -> bool {
    let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && Unspaced::of(c).is_none());
    text.match_indices(words).any(|(i, _)| {
        !is_part(text[..i].chars().next_back()) && !is_part(text[i + words.len()..].chars().next())
    })
}

fn without_article(name: &str) -> &str {
    let starts = |article: &&&str| {
        let start = name.get(..article.len());
        start.is_some_and(|start| start.eq_ignore_ascii_case(article))
    };
    let article = ARTICLES.iter().find(starts);
    article.map_or(name, |article| name[article.len()..].trim_start())
}

/// The owner's name without "Inc." and its like.
fn without_company(owner: &str) -> &str {
    let mut name = owner;
    while let Some((rest, last)) = name.rsplit_once(' ') {
        if !COMPANY.contains(&last.trim_end_matches(['.', ',']).to_ascii_lowercase().as_str()) {
            break;
        }
        name = rest.trim_end_matches(',');
    }
    name
}

/// The name in the case the page has it in most: a copyright line may say "Time" where the site says "TIME".
fn usual_case(lines: &[Line<'_>], name: &str) -> String {
    let capitals = name.to_uppercase();
    let count = |form: &str| {
        let words = lines
            .iter()
            .flat_map(|line| line.text.split(|c: char| !c.is_alphanumeric()));
        words.filter(|word| *word == form).count()
    };
    if name.contains(' ') || count(name) >= count(&capitals) {
        name.to_owned()
    } else {
        capitals
    }
}

/// The host of an address, without `www.`.
fn host(url: &str) -> Option<&str> {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    Some(host.strip_prefix("www.").unwrap_or(host)).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::tests::assembled;

    #[test]
    fn owners_of_copyright_lines() {
        for (text, name) in [
            ("© 2017 Time Inc. All rights reserved.", "Time"),
            ("Copyright © 2023 Marram Kitchen", "Marram Kitchen"),
            (
                "© The Quay Review 2024. The Quay Review is published by others.",
                "The Quay Review",
            ),
            ("© 1999–2020, Kestrel Weekly Media LLC.", "Kestrel Weekly"),
            ("Copyright 2020 by Ana Reyes", "Ana Reyes"),
            (
                "Copyright © 2024 Marram Samvad Pvt. Ltd. All rights reserved.",
                "Marram Samvad",
            ),
            ("© \u{200e}2024\u{200e} شبكة مرافئ. الآراء", "شبكة مرافئ"),
            (
                "Copyright\u{a0}©\u{a0}潮見新報社\u{3000}All rights reserved.",
                "潮見新報社",
            ),
        ] {
            assert_eq!(owner(text).as_deref().map(without_company), Some(name), "{text}");
        }
        assert_eq!(owner("© 2020"), None);
        assert_eq!(owner("No rights"), None);
    }

    #[test]
    fn a_masthead_is_the_owners_name_in_whole_words() {
        let article = assembled(&[
            (Kind::Navigation, "News"),
            (Kind::Navigation, "Tessel"),
            (Kind::Navigation, "The Tessel Courier"),
            (Kind::Legal, "© 2020 Tessel Courier Newspapers Ltd."),
        ]);
        assert_eq!(article.site_name.as_deref(), Some("The Tessel Courier"));
        let article = assembled(&[
            (Kind::Navigation, "News"),
            (Kind::Legal, "© 2020 Tessel Newspapers Ltd."),
        ]);
        assert_eq!(article.site_name.as_deref(), Some("Tessel Newspapers"));
    }

    #[test]
    fn hosts() {
        assert_eq!(host("https://www.tessel.example/a?b"), Some("tessel.example"));
        assert_eq!(host("javascript:alert(1)"), None);
    }
}
