//! Which lines hold what the page states for machines: in JSON-LD, in Open Graph.

use foldhash::{HashSet, HashSetExt};

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
    bodies: Runs,
    replies: Runs,
    descriptions: Runs,
    titles: Runs,
    authors: HashSet<u64>,
    /// The lengths of the authors' names in words.
    lengths: Vec<usize>,
    words: u32,
}

/// Runs of words, and whole texts that are shorter.
#[derive(Debug, Default)]
struct Runs(HashSet<u64>);

impl Statements {
    /// What the page states.
    pub fn new(stated: &Stated) -> Self {
        let mut authors = HashSet::new();
        let mut lengths = Vec::new();
        for author in &stated.authors {
            let words = words(author);
            if words.is_empty() {
                continue;
            }
            authors.insert(hash(&words));
            if !lengths.contains(&words.len()) && words.len() <= LONGEST_BYLINE {
                lengths.push(words.len());
            }
        }
        let (bodies, words) = Runs::new(&stated.bodies);
        Self {
            bodies,
            replies: Runs::new(&stated.replies).0,
            descriptions: Runs::new(&stated.descriptions).0,
            titles: Runs::new(&stated.titles).0,
            authors,
            lengths,
            words,
        }
    }

    /// What a line of these words holds of it.
    pub fn of(&self, line: &[WordHash]) -> StatedFeatures {
        let names_author = |&length: &usize| {
            let mut windows = line.windows(length);
            windows.any(|words| self.authors.contains(&hash(words)))
        };
        StatedFeatures {
            body: self.bodies.share(line),
            reply: self.replies.share(line),
            description: self.descriptions.share(line),
            title: self.titles.share(line),
            author: line.len() <= LONGEST_BYLINE && self.lengths.iter().any(names_author),
            words: self.words,
        }
    }
}

impl Runs {
    /// The runs of these texts, and how many words there are.
    fn new(texts: &[String]) -> (Self, u32) {
        let mut runs = HashSet::new();
        let mut count = 0;
        for text in texts {
            let words = words(&plain(text));
            count += words.len() as u32;
            if words.len() < RUN && !words.is_empty() {
                runs.insert(hash(&words));
            }
            runs.extend(words.windows(RUN).map(hash));
        }
        (Self(runs), count)
    }

    /// The share of a line's runs that are among these.
    fn share(&self, line: &[WordHash]) -> f32 {
        if self.0.is_empty() || line.is_empty() {
            return 0.0;
        }
        let run = RUN.min(line.len());
        let runs = line.windows(run);
        let all = runs.len();
        let found = runs.filter(|run| self.0.contains(&hash(run))).count();
        found as f32 / all as f32
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
