//! Which lines hold what the page states for machines: in JSON-LD, in Open Graph.

use foldhash::HashMap;

use crate::metadata::Stated;
use crate::words::{FNV_BASIS, WordHash, fnv, words};

/// How many words in a row are looked for.
const RUN: usize = 3;

/// Lines of more words than this name no author.
const LONGEST_BYLINE: usize = 40;

/// What a line holds of what the page states: shares of its words.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct StatedFeatures {
    pub body: f32,
    pub reply: f32,
    pub description: f32,
    pub title: f32,
    /// Whether it names an author.
    pub author: bool,
    /// How many words of content the page states in all.
    pub words: u32,
}

/// What a page states, ready to be found in its lines.
#[derive(Debug, Default)]
pub struct Statements {
    /// Runs of words, whole texts that are shorter, and authors' names: for each a bit for each [`Part`] that has it.
    runs: HashMap<u64, u32>,
    /// The lengths of the authors' names in words.
    lengths: Vec<usize>,
    words: u32,
}

/// What may be stated.
#[derive(Clone, Copy, Debug)]
enum Part {
    Body,
    Reply,
    Description,
    Title,
    Author,
}

impl Statements {
    /// What the page states.
    pub fn new(stated: &Stated) -> Self {
        let mut statements = Self::default();
        for author in &stated.authors {
            let words = words(author);
            if words.is_empty() {
                continue;
            }
            statements.put(&words, Part::Author);
            if !statements.lengths.contains(&words.len()) && words.len() <= LONGEST_BYLINE {
                statements.lengths.push(words.len());
            }
        }
        statements.words = statements.add(Part::Body, &stated.bodies);
        statements.add(Part::Reply, &stated.replies);
        statements.add(Part::Description, &stated.descriptions);
        statements.add(Part::Title, &stated.titles);
        statements
    }

    /// Adds the runs of these texts; how many words there are.
    fn add(&mut self, part: Part, texts: &[String]) -> u32 {
        let mut count = 0;
        for text in texts {
            let words = words(&plain(text));
            count += words.len() as u32;
            if words.len() < RUN && !words.is_empty() {
                self.put(&words, part);
            }
            words.windows(RUN).for_each(|run| self.put(run, part));
        }
        count
    }

    fn put(&mut self, run: &[WordHash], part: Part) {
        *self.runs.entry(hash(run)).or_insert(0) |= 1 << part as u32;
    }

    /// The parts that have the run, a bit each.
    fn parts(&self, run: &[WordHash]) -> u32 {
        self.runs.get(&hash(run)).copied().unwrap_or_default()
    }

    /// What a line of these words holds of it.
    pub fn of(&self, line: &[WordHash]) -> StatedFeatures {
        let names_author = |&length: &usize| {
            let mut windows = line.windows(length);
            windows.any(|words| self.parts(words) & (1 << Part::Author as u32) != 0)
        };
        let [body, reply, description, title] = self.shares(line);
        StatedFeatures {
            body,
            reply,
            description,
            title,
            author: line.len() <= LONGEST_BYLINE && self.lengths.iter().any(names_author),
            words: self.words,
        }
    }

    /// The shares of a line's runs that each part has.
    fn shares(&self, line: &[WordHash]) -> [f32; 4] {
        if self.runs.is_empty() || line.is_empty() {
            return [0.0; 4];
        }
        let runs = line.windows(RUN.min(line.len()));
        let all = runs.len() as f32;
        let mut found = [0_u32; 4];
        for parts in runs.map(|run| self.parts(run)) {
            for (part, found) in found.iter_mut().enumerate() {
                *found += parts >> part & 1;
            }
        }
        found.map(|found| found as f32 / all)
    }
}

fn hash(words: &[WordHash]) -> u64 {
    words.iter().copied().fold(FNV_BASIS, fnv)
}

/// The text without tags; those that are written as references, too. References to other characters are rare within
/// words.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">");
    let mut plain = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        let Some((_, behind)) = tag.split_once('>') else {
            // No tag ends any more, and looking for an end at each would take forever.
            rest = "";
            plain.extend(tag.split('<'));
            break;
        };
        plain.push(' ');
        rest = behind;
    }
    plain.push_str(rest);
    plain
        .replace("&nbsp;", " ")
        .replace("&#39;", "'")
        .replace("&quot;", "\"")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::html;

    #[test]
    fn tags_that_never_end_leave_the_words() {
        assert_eq!(
            plain("&lt;p&gt;the&nbsp;mill <b>rose</b> 1 < 2"),
            " the mill  rose  1  2"
        );
        assert_eq!(words(&plain(&"<mill ".repeat(9))), words(&"mill ".repeat(9)));
    }

    #[test]
    fn lines_know_what_the_page_states() {
        let page = html::read(
            r#"<title>Orla</title><script type="application/ld+json">{"@type":"Recipe","headline":"River soup",
            "author":{"name":"Ana Reyes"},"recipeIngredient":["two plums"],
            "articleBody":"&lt;p&gt;After nine days of flood the Orla is back.&lt;/p&gt;",
            "comment":[{"text":"I have made this soup for the mill and nobody liked it."}]}</script><p>x"#,
        );
        let statements = Statements::new(&page.stated);
        let of = |line: &str| statements.of(&words(line));
        assert!((of("After nine days of flood").body - 1.0).abs() < 1e-6);
        assert!((of("Two plums").body - 1.0).abs() < 1e-6);
        assert!(of("nobody liked it").reply > 0.9 && of("nobody liked it").body < 0.1);
        assert!(of("By Ana Reyes, May 3").author && !of("By Ana").author);
        assert!(of("River soup").title > 0.9);
        assert!(of("The mill is for sale").body < 1e-6);
    }
}
