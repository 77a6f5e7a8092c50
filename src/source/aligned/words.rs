//! Which words of one text are those of another.

use foldhash::{HashMap, HashMapExt};

use crate::words::{FNV_BASIS, fnv};

/// How many words in a row find their like.
const RUN: usize = 3;

/// A word of a line.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub line: usize,
    /// Its bytes in the line.
    pub start: usize,
    pub end: usize,
    hash: u64,
}

/// The words of the lines, in order: what stands between white space, in lower case.
pub fn words(lines: &[&str]) -> Vec<Word> {
    let mut words = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        for word in text.split_whitespace() {
            let start = word.as_ptr() as usize - text.as_ptr() as usize;
            let letters = word.chars().flat_map(char::to_lowercase);
            words.push(Word {
                line,
                start,
                end: start + word.len(),
                hash: letters.fold(FNV_BASIS, |hash, c| fnv(hash, u32::from(c))),
            });
        }
    }
    words
}

/// For each word of `a` the one of `b` that it is, in order.
pub fn matches(a: &[Word], b: &[Word]) -> Vec<Option<usize>> {
    let mut found = vec![None; a.len()];
    // The first words that are not yet past.
    let (mut here, mut there) = (0, 0);
    let anchors = in_order(&anchors(a, b));
    for anchor in anchors.into_iter().chain([(a.len(), b.len())]) {
        if anchor.0 < here || anchor.1 < there {
            continue;
        }
        // From the last words that agree forwards, then from the anchor backwards.
        while here < anchor.0 && there < anchor.1 && a[here].hash == b[there].hash {
            found[here] = Some(there);
            (here, there) = (here + 1, there + 1);
        }
        let mut back = anchor;
        while back.0 > here && back.1 > there && a[back.0 - 1].hash == b[back.1 - 1].hash {
            back = (back.0 - 1, back.1 - 1);
            found[back.0] = Some(back.1);
        }
        (here, there) = anchor;
    }
    found
}

/// Where runs of words stand that both have once.
fn anchors(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let in_a = places(a);
    let in_b = places(b);
    let runs = a.windows(RUN).map(hash);
    runs.filter_map(|run| Some((*in_a.get(&run)?.as_ref()?, *in_b.get(&run)?.as_ref()?)))
        .collect()
}

/// For each run of words where it stands, if it stands there once.
fn places(words: &[Word]) -> HashMap<u64, Option<usize>> {
    let mut places = HashMap::with_capacity(words.len());
    for (at, run) in words.windows(RUN).enumerate() {
        places
            .entry(hash(run))
            .and_modify(|place| *place = None)
            .or_insert(Some(at));
    }
    places
}

fn hash(run: &[Word]) -> u64 {
    run.iter().fold(FNV_BASIS, |hash, word| fnv(hash, word.hash))
}

/// The most of these pairs, which are in the order of their first, that are in the order of their second, too.
fn in_order(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length the pair that such a row ends with, with the smallest second; and the pair before each.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, &(_, second)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < second);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut row: Vec<(usize, usize)> = std::iter::successors(ends.last().copied(), |&at| before[at])
        .map(|at| pairs[at])
        .collect();
    row.reverse();
    row
}
