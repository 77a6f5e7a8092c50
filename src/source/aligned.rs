//! A page's text and its HTML together: what the markup says of each line of the text.
//!
//! A paste event has both. Their words are the same but for a few: fields have values in the text alone, styles hide
//! words in the one that the other shows. So runs of words that stand once in each are found first, and those that are
//! in the same order grow to both sides as far as the words agree. Every step is linear but for one that sorts.

mod places;
mod words;

use std::sync::Arc;

use super::Rendered;
use crate::markup::{LineMarkup, Markup};
use crate::metadata::Stated;
use crate::page::Page;
use crate::structure::Structure;
use places::Places;
use words::{Word, matches, words};

/// The HTML is that of the text where it has at least this share of its words.
const SAME_PAGE: f32 = 0.5;

/// The markup says something of a line where it has at least this share of its words.
const SAME_LINE: f32 = 0.5;

/// What the markup says of the lines of a text.
#[derive(Clone, Debug, Default)]
pub struct Aligned {
    pub markup: Markup,
    pub stated: Stated,
    pub structure: Arc<Structure>,
}

/// What `rendered`, read from the HTML, says of the lines of `page`; none where it is another page.
pub fn align(page: &Page<'_>, rendered: Rendered) -> Option<Aligned> {
    let own: Vec<&str> = page.lines.iter().map(|line| line.text).collect();
    let other: Vec<&str> = rendered.text.split_terminator('\n').collect();
    let (own_words, other_words) = (words(&own), words(&other));
    let matches = matches(&own_words, &other_words);
    let found = matches.iter().flatten().count();
    if (found as f32) < SAME_PAGE * own_words.len() as f32 || found == 0 {
        return None;
    }
    let mut markup = Markup {
        elements: rendered.markup.elements,
        lines: Vec::with_capacity(own.len()),
    };
    let mut places = Places::new(&rendered.structure, other.len());
    let mut at = 0;
    for (number, line) in own.iter().enumerate() {
        let count = own_words[at..]
            .iter()
            .take_while(|word| word.line == number)
            .count();
        let of_line = at..at + count;
        at += count;
        let pairs: Vec<(Word, Word)> = of_line
            .clone()
            .filter_map(|i| Some((own_words[i], other_words[matches[i]?])))
            .collect();
        let is_known = pairs.len() as f32 >= SAME_LINE * count as f32;
        let most = if is_known { most_words(&pairs) } else { None };
        markup.lines.push(match most {
            Some(other) => rendered.markup.lines[other],
            None => LineMarkup {
                bytes: line.trim().len() as u32,
                ..LineMarkup::default()
            },
        });
        places.line(line, most, &pairs);
    }
    Some(Aligned {
        markup,
        stated: rendered.stated,
        structure: Arc::new(places.finish()),
    })
}

/// The line of the HTML that most of the words stand in, the first of several.
fn most_words(pairs: &[(Word, Word)]) -> Option<usize> {
    // Words are in the order of the lines.
    let runs = pairs.chunk_by(|(_, a), (_, b)| a.line == b.line);
    let longest = runs.max_by(|a, b| a.len().cmp(&b.len()).then(b[0].1.line.cmp(&a[0].1.line)))?;
    Some(longest[0].1.line)
}

#[cfg(test)]
mod tests {
    use super::align;
    use crate::source::{html, text};
    use crate::structure::Shape;

    const HTML: &str = "<nav><a href=/>Home</a> <a href=/n>News</a></nav><h1>The river</h1>\
        <p>After nine days the <a href=https://tessel.example/o>Orla</a> is <b>back within</b> its banks.</p>\
        <form><input value=x></form><table><tr><td>mill</td><td>dry</td></tr></table><ul><li>One</li><li>Two</li></ul>";

    #[test]
    fn lines_of_the_text_get_the_markup_of_their_words() {
        let page = text::page(
            "Home News\nThe river\n\nAfter nine days the Orla is back within its banks.\nmy secret\nmill\tdry\nOne\nTwo",
        );
        let aligned = align(&page, html::read(HTML)).expect("it is the same page");
        let (markup, structure) = (&aligned.markup, &aligned.structure);
        assert_eq!((markup.lines.len(), structure.lines.len()), (8, 8));
        assert_eq!(markup.lines[0].links, 2);
        assert_eq!(structure.shape(structure.part_of(1)), Shape::Heading(1));
        let spans: Vec<(u32, u32)> = structure
            .spans_of(3)
            .iter()
            .map(|span| (span.start, span.end))
            .collect();
        assert_eq!(spans, [(20, 24), (28, 39)]);
        assert_eq!(markup.lines[4].linked, 0);
        assert_eq!(structure.cells_of(5).len(), 2);
        assert_eq!(structure.shape(structure.part_of(7)), Shape::Item(None));
    }

    #[test]
    fn another_page_says_nothing() {
        let page = text::page("The mill is for sale.\nCall the miller at any time of the day.");
        assert!(align(&page, html::read(HTML)).is_none());
        assert!(align(&text::page(""), html::read(HTML)).is_none());
    }

    #[test]
    fn repeated_words_do_not_cost_more_than_others() {
        let text = "a b ".repeat(20_000);
        let page = text::page(&text);
        let html = format!("<p>{text}</p><p>the end");
        assert!(align(&page, html::read(&html)).is_some());
    }
}
