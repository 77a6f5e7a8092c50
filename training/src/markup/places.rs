//! Where in the document each line of a text stands.
//!
//! The words of the text are compared with those of the document by a diff, so a menu that stands twice is found
//! where the order of all else says. Style sheets and moved blocks leave some lines without a place.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::document::{Document, Vocabulary};
use crate::score;

/// A line has a place when at least this share of its words is found.
const FOUND: f64 = 0.5;
/// A line stands in the nearest element that has at least this share of those of its words that are found.
const MAJORITY: f64 = 0.75;

/// Where a line stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The nearest element that has most of its words.
    pub element: usize,
    /// The elements that its words stand in, each with how many.
    pub words: Vec<(usize, usize)>,
    /// How many of its words are found.
    pub found: usize,
}

/// The words of the lines as the vocabulary has them, and the vocabulary.
pub fn words(lines: &[&str]) -> (Vocabulary, Vec<Vec<u32>>) {
    let mut vocabulary = Vocabulary::new();
    let lines = lines
        .iter()
        .map(|line| {
            let line = line.to_lowercase();
            let mut ids = Vec::new();
            for word in score::words(&line) {
                let next = vocabulary.len() as u32;
                ids.push(*vocabulary.entry(word.to_owned()).or_insert(next));
            }
            ids
        })
        .collect();
    (vocabulary, lines)
}

/// For each line, given as its words, where it stands; `None` where too few of its words are found.
pub fn places(document: &Document, lines: &[Vec<u32>]) -> Vec<Option<Place>> {
    let text = lines.concat();
    let page: Vec<u32> = document.words.iter().map(|word| word.id).collect();
    let mut elements = vec![None; text.len()];
    for operation in capture_diff_slices(Algorithm::Histogram, &text, &page) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = operation
        {
            for offset in 0..len {
                elements[old_index + offset] = Some(document.words[new_index + offset].element);
            }
        }
    }
    let mut rest = &elements[..];
    lines
        .iter()
        .map(|line| {
            let (own, after) = rest.split_at(line.len());
            rest = after;
            place(document, own)
        })
        .collect()
}

/// The place of a line, given the element of each of its words.
fn place(document: &Document, elements: &[Option<usize>]) -> Option<Place> {
    let mut words: Vec<(usize, usize)> = Vec::new();
    for &element in elements.iter().flatten() {
        match words.iter_mut().find(|(at, _)| *at == element) {
            Some((_, count)) => *count += 1,
            None => words.push((element, 1)),
        }
    }
    let found: usize = words.iter().map(|(_, count)| count).sum();
    if found == 0 || (found as f64) < FOUND * elements.len() as f64 {
        return None;
    }
    // Parents come before their children: the last element that has enough is the nearest.
    let mut counts: Vec<(usize, usize)> = words
        .iter()
        .flat_map(|&(element, count)| document.chain(element).map(move |at| (at, count)))
        .collect();
    counts.sort_unstable();
    let element = counts
        .chunk_by(|(here, _), (next, _)| here == next)
        .filter(|of_one| {
            let count: usize = of_one.iter().map(|(_, count)| count).sum();
            count as f64 >= MAJORITY * found as f64
        })
        .map(|of_one| of_one[0].0)
        .next_back()?;
    Some(Place {
        element,
        words,
        found,
    })
}
