//! Phrases that tell a kind, in the languages that pages come in: a table, and its lookup.
//!
//! Lines and phrases are compared word by word after folding, so case, width and punctuation do not matter.

use std::sync::LazyLock;

use crate::kind::Kind;
use crate::words::{Folded, WordHash, WordMap, words};

/// How many words of a line are looked at: a phrase that tells what a line is does not stand at the end of a long one.
const LOOKED_AT: usize = 60;

/// Where in a line a phrase stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// Somewhere in the line.
    Within,
    /// At its beginning.
    Start,
    /// It is the whole line.
    Whole,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found {
    /// The kind it tells.
    pub kind: Kind,
    /// Where it stands.
    pub place: Place,
}

/// The phrase that says most of a line: the one with the most specific place, the longest first.
pub fn find(line: &Folded) -> Option<Found> {
    let words = &line.words[..line.words.len().min(LOOKED_AT)];
    let mut best: Option<(Place, usize, Kind)> = None;
    for start in 0..words.len() {
        let Some(&longest) = TABLE.longest.get(&words[start]) else {
            continue;
        };
        let mut hash = Table::START;
        for (length, &word) in words[start..].iter().take(longest).enumerate() {
            hash = Table::step(hash, word);
            let place = match (start, start + length + 1 == line.words.len()) {
                (0, true) => Place::Whole,
                (0, false) => Place::Start,
                _ => Place::Within,
            };
            let Some(kind) = TABLE.phrases.get(&hash).and_then(|tells| tells.at(place)) else {
                continue;
            };
            if best.is_none_or(|(best_place, best_length, _)| (place, length) > (best_place, best_length)) {
                best = Some((place, length, kind));
            }
        }
    }
    best.map(|(place, _, kind)| Found { kind, place })
}

/// What a phrase tells at each place it is listed for: "Next" alone is a button, "Next story" leads elsewhere.
#[derive(Clone, Copy, Debug, Default)]
struct Tells {
    whole: Option<Kind>,
    start: Option<Kind>,
    within: Option<Kind>,
}

impl Tells {
    /// What the phrase tells where it stands: as the most specific of the places that hold there.
    fn at(self, place: Place) -> Option<Kind> {
        match place {
            Place::Whole => self.whole.or(self.start).or(self.within),
            Place::Start => self.start.or(self.within),
            Place::Within => self.within,
        }
    }

    fn slot(&mut self, place: Place) -> &mut Option<Kind> {
        match place {
            Place::Whole => &mut self.whole,
            Place::Start => &mut self.start,
            Place::Within => &mut self.within,
        }
    }
}

/// The phrases, ready to be looked up.
#[derive(Default)]
struct Table {
    /// By the hash of their words.
    phrases: WordMap<Tells>,
    /// For each word that phrases begin with, how many words the longest of them has.
    longest: WordMap<usize>,
}

impl Table {
    const START: u64 = 0x51_7c_c1_b7_27_22_0a_95;

    fn step(hash: u64, word: WordHash) -> u64 {
        (hash.rotate_left(7) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for (kind, place, phrase) in phrases() {
        let words = words(phrase);
        *table.phrases.entry(hash(&words)).or_default().slot(place) = Some(kind);
        if let Some(&first) = words.first() {
            let longest = table.longest.entry(first).or_default();
            *longest = words.len().max(*longest);
        }
    }
    table
});

fn hash(words: &[WordHash]) -> u64 {
    words.iter().copied().fold(Table::START, Table::step)
}

/// The phrases of each kind, a paragraph each.
const PHRASES: &str = include_str!("phrases.txt");

/// Every phrase of the table with its kind and the place it must stand in.
fn phrases() -> impl Iterator<Item = (Kind, Place, &'static str)> {
    let mut kind = Kind::Other;
    PHRASES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(move |line| {
            let name = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
            if let Some(name) = name {
                kind = name.parse().unwrap_or(Kind::Other);
            }
            let phrases = if name.is_some() { "" } else { line };
            phrases
                .split(" | ")
                .filter(|phrase| !phrase.is_empty())
                .map(move |phrase| {
                    if let Some(phrase) = phrase.strip_prefix('=') {
                        (kind, Place::Whole, phrase)
                    } else if let Some(phrase) = phrase.strip_prefix('^') {
                        (kind, Place::Start, phrase)
                    } else {
                        (kind, Place::Within, phrase)
                    }
                })
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The most words a phrase may have, a character each in scripts without spaces: it bounds what a line can cost.
    const LONGEST: usize = 14;

    fn kind(line: &str) -> Option<Kind> {
        find(&Folded::new(line)).map(|found| found.kind)
    }

    #[test]
    fn phrases_count_only_where_they_may_stand() {
        assert_eq!(kind("PRIVACY POLICY"), Some(Kind::Legal));
        assert_eq!(kind("He took home the prize"), None);
        assert_eq!(kind("Home"), Some(Kind::Navigation));
        assert_eq!(kind("© 2017 Time Inc. All rights reserved."), Some(Kind::Legal));
        assert_eq!(kind("Share on Facebook"), Some(Kind::Share));
        assert_eq!(kind("They share on principle"), None);
    }

    #[test]
    fn phrases_work_in_scripts_without_spaces() {
        assert_eq!(kind("相关阅读"), Some(Kind::Related));
        assert_eq!(kind("Copyright 版权所有 2020"), Some(Kind::Legal));
        assert_eq!(kind("記事の無断転載を禁じます"), Some(Kind::Legal));
    }

    #[test]
    fn every_phrase_can_be_found() {
        for (kind, place, phrase) in phrases() {
            let length = words(phrase).len();
            let line = match place {
                Place::Whole => phrase.to_owned(),
                Place::Start => format!("{phrase} qqq"),
                Place::Within => format!("qqq {phrase} qqq"),
            };
            let found = find(&Folded::new(&line)).map(|found| found.place);
            assert_eq!(found, Some(place), "{phrase}");
            assert!(
                (1..=LONGEST).contains(&length),
                "{kind}: {phrase}: {length} words"
            );
            assert_ne!(kind, Kind::Other, "a paragraph without a kind holds {phrase}");
        }
        assert!(phrases().count() > 500);
    }

    #[test]
    fn no_phrase_is_listed_twice() {
        let mut seen: WordMap<Vec<(Kind, Place)>> = WordMap::default();
        for (kind, place, phrase) in phrases() {
            let others = seen.entry(hash(&words(phrase))).or_default();
            for &(other_kind, other_place) in others.iter() {
                assert_ne!(place, other_place, "{phrase}: {kind} and {other_kind}");
                assert_ne!(kind, other_kind, "{phrase}: the less specific place is enough");
            }
            others.push((kind, place));
        }
    }
}
