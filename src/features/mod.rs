//! What is known of each line that is not blank: its shape, what it says, and where it stands.

mod markup;
mod shape;
mod stated;

use std::borrow::Cow;
use std::ops::Range;

use foldhash::{HashMap, HashMapExt};

pub use markup::{INSIDE, LEVELS, MarkupFeatures};
pub use shape::Shape;

use crate::chars::trim;
use crate::kind::Kind;
use crate::language::{FunctionWords, Language};
use crate::page::Page;
use crate::patterns::{self, Place, Signs};
use crate::words::{Folded, WordHash};
use stated::{StatedFeatures, Statements};

/// Lines longer than this, in words, are running text whatever they begin with; patterns for headers and buttons
/// are not tried on them. The longest bylines and credits of the corpus have about as many.
const LONGEST_HEADER: f32 = 25.0;

/// A line this long, in words, that ends as a sentence does, is running text.
const PROSE_WORDS: f32 = 12.0;

/// The shortest sentence, in words, that is more than a date: "Updated Feb. 25, 2017 at 1:44 p.m." is none.
const SENTENCE_WORDS: f32 = 9.0;

/// A line with a date in it is one if it has fewer words: "Updated: 8 October 2019, 5:02 PM EDT | Published ...".
const LONGEST_DATE: f32 = 18.0;

/// Lines with fewer words than this say too little to tell the page's language.
const SHORTEST_FOR_LANGUAGE: f32 = 6.0;

/// In Thai a word is taken to be one character, and its function words have several.
const WITHOUT_FUNCTION_WORDS: &str = "th";

/// The features of a page.
#[derive(Clone, Debug, Default)]
pub struct Features {
    /// Of each line that is not blank, in order.
    pub lines: Vec<LineFeatures>,
}

/// The features of a line, whatever stands around it.
#[derive(Clone, Debug, Default)]
pub struct LineFeatures {
    /// Which of the page's lines it is: several, where a program has wrapped it.
    pub places: Range<usize>,
    /// How many blank lines stand before it.
    pub blanks_before: usize,
    /// What it looks like.
    pub shape: Shape,
    /// What it says.
    pub signs: Signs,
    /// Its length in English words; a Chinese character is a share of one.
    pub words: f32,
    /// How many times the page has a line of the same words, this one counted.
    pub occurrences: u32,
    /// How many of these stand above it.
    pub occurrences_above: u32,
    /// The share of its words that are function words of the page's language, where that is known.
    pub function_words: Option<f32>,
    /// What it speaks of; function words are left out.
    pub terms: Vec<WordHash>,
    /// What the markup says of it, where the page came with any.
    pub markup: Option<Box<MarkupFeatures>>,
}

impl LineFeatures {
    /// Whether the line is running text by its length and its end.
    pub fn is_prose(&self) -> bool {
        self.words >= PROSE_WORDS && self.shape.ends_sentence
    }

    /// Whether the line is a date or a time and little else.
    pub fn is_date(&self) -> bool {
        // A sentence with a date in it is a caption or a teaser.
        let is_sentence = self.shape.ends_sentence && self.words >= SENTENCE_WORDS;
        let has_moment = self.signs.day || !self.signs.count && (self.signs.time || self.signs.ago);
        has_moment && self.words < LONGEST_DATE && !is_sentence
    }

    /// Which kind of boilerplate the line says that it is, if it says anything.
    pub fn own_kind(&self) -> Option<Kind> {
        let signs = &self.signs;
        let phrase = signs
            .phrase
            .filter(|found| found.place != Place::Within || self.words < LONGEST_HEADER)
            .map(|found| found.kind);
        if signs.copyright {
            Some(Kind::Legal)
        } else if signs.email_field {
            Some(Kind::Interface)
        } else if signs.subscribe {
            Some(Kind::Subscribe)
        } else if self.shape.separators >= 2 {
            Some(Kind::Navigation)
        } else if signs.share {
            Some(Kind::Share)
        } else if self.shape.glued >= 3 {
            Some(Kind::Navigation)
        } else if signs.credit {
            Some(Kind::Credit)
        } else if let Some(kind) = phrase {
            Some(kind)
        } else if self.shape.letters == 0 || signs.count || signs.price || signs.address {
            Some(Kind::Other)
        } else {
            None
        }
    }
}

/// The features of every line of the page that is not blank.
pub fn describe(page: &Page<'_>) -> Features {
    let whole = page.whole_lines();
    let folded: Vec<(Cow<'_, str>, Folded)> = whole
        .iter()
        .map(|(_, text)| {
            let text = patterns::without_links(trim(text));
            let folded = Folded::new(&text);
            (text, folded)
        })
        .collect();
    let language = language(&folded);
    let of_words = language.filter(|language| language.tag() != WITHOUT_FUNCTION_WORDS);
    let mut occurrences: HashMap<u64, u32> = HashMap::new();
    let hashes: Vec<(u64, u32)> = folded
        .iter()
        .map(|(_, line)| {
            let hash = line.hash();
            let count = occurrences.entry(hash).or_insert(0);
            *count += 1;
            (hash, *count - 1)
        })
        .collect();
    let statements = page.stated.map(Statements::new);
    let stated: Vec<StatedFeatures> = match &statements {
        Some(statements) => folded
            .iter()
            .map(|(_, line)| statements.of(&line.words))
            .collect(),
        None => vec![StatedFeatures::default(); folded.len()],
    };
    let mut lines: Vec<LineFeatures> = whole
        .iter()
        .zip(folded)
        .zip(hashes)
        .map(|(((places, line), (text, folded)), (hash, occurrences_above))| {
            let shape = Shape::new(line, &text);
            let mut signs = Signs::read(&folded, folded.length <= LONGEST_HEADER);
            // "Von der Leyen reist ab" and "Por qué vuelve el río" begin as bylines do, but are no names.
            signs.byline &= shape.is_mostly_capitalized();
            LineFeatures {
                places: places.clone(),
                blanks_before: page.lines[places.start].blanks_before,
                shape,
                signs,
                words: folded.length,
                occurrences: occurrences[&hash],
                occurrences_above,
                function_words: function_words(&folded, of_words),
                terms: terms(&folded, language),
                markup: None,
            }
        })
        .collect();
    if let Some(markup) = page.markup {
        let described: Vec<markup::Described> = lines
            .iter()
            .zip(stated)
            .map(|(line, stated)| markup::Described {
                stated,
                markup: markup.lines[line.places.start],
                words: line.words,
                is_prose: line.is_prose(),
            })
            .collect();
        let features = markup::describe(markup, &described);
        for (line, features) in lines.iter_mut().zip(features) {
            line.markup = Some(Box::new(features));
        }
    }
    Features { lines }
}

/// The language that most of the page's longer lines are in.
fn language(lines: &[(Cow<'_, str>, Folded)]) -> Option<Language> {
    let mut counts = FunctionWords::default();
    for (_, line) in lines {
        if line.length >= SHORTEST_FOR_LANGUAGE {
            counts.add(&line.words);
        }
    }
    counts.language()
}

/// The share of a line's words that are function words.
fn function_words(line: &Folded, language: Option<Language>) -> Option<f32> {
    let language = language?;
    let count = line.words.iter().filter(|&&word| language.has(word)).count();
    Some(count as f32 / line.words.len().max(1) as f32)
}

/// The distinct terms of a line that are not function words.
fn terms(line: &Folded, language: Option<Language>) -> Vec<WordHash> {
    let mut terms: Vec<WordHash> = line
        .terms()
        .iter()
        .copied()
        .filter(|&term| language.is_none_or(|language| !language.has(term)))
        .collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}
