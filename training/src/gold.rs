//! Which lines of a paste the known answer has: what a classifier of lines is taught and measured with.
//!
//! The answer of a page is a text, not a choice of lines, and its lines are not those of the paste: an answer may
//! join two, or cut one short. So a line is looked for by its words.
//! - A long line is in the answer when at least half of its runs of four words are: single words are everywhere in a
//!   text, four in a row hardly ever by chance, and half leaves room for what the answer has cut or spelled otherwise.
//! - A short line has too few such runs. It is in the answer when it is a whole line of it, or three or four words in
//!   a row of it; or when runs that begin or end in the lines next to it cover half of its words, which finds the
//!   pieces of a sentence that the paste has broken at links and of a table at its cells.
//! - A line that stands several times in the paste, as a name does that is in the menu and over the article, is in
//!   the answer as often as the answer has it: those that are nearest to other content.

use std::collections::{HashMap, HashSet};
use std::iter;

use crate::corpus::CorpusPage;
use crate::score;

/// How many words make a run.
const RUN: usize = 4;
/// Lines with fewer words than this are short. From here on a line has two runs at least.
const LONG_WORDS: usize = RUN + 1;
/// The share of a line's runs, or of a short line's words, that must be in the answer.
const SHARE: f64 = 0.5;
/// A short line of fewer words than this is found in the answer only as a line: two words in a row are often chance.
const MIN_PHRASE_WORDS: usize = 3;
/// The fewest words of a line that stands once and shows where the content is.
const ANCHOR_WORDS: usize = 6;

/// For each of `lines`, which are the lines of the page's paste, whether the known answer has it; `None` where nothing
/// is known.
///
/// Nothing is known of lines without words. Of a page whose answer is snippets alone, only lines that hold a whole
/// snippet are known.
pub fn labels(page: &CorpusPage, lines: &[&str]) -> Vec<Option<bool>> {
    match &page.content {
        Some(content) => by_content(content, lines),
        None => lines.iter().map(|line| by_snippets(page, line)).collect(),
    }
}

/// A snippet that must be in the body outweighs one that must not.
fn by_snippets(page: &CorpusPage, line: &str) -> Option<bool> {
    let line = score::fold(line);
    let holds = |snippets: &[String]| {
        snippets
            .iter()
            .map(|snippet| score::fold(snippet))
            .any(|snippet| !snippet.is_empty() && line.contains(&snippet))
    };
    if holds(&page.with) {
        Some(true)
    } else if holds(&page.without) {
        Some(false)
    } else {
        None
    }
}

fn by_content(content: &str, lines: &[&str]) -> Vec<Option<bool>> {
    let content = content.to_lowercase();
    let answer = Answer::new(&content);
    let lower: Vec<String> = lines.iter().map(|line| line.to_lowercase()).collect();
    let lines: Vec<Vec<&str>> = lower.iter().map(|line| score::words(line).collect()).collect();

    let mut has: Vec<bool> = iter::zip(&lines, answer.covered(&lines))
        .map(|(line, covered)| {
            if line.len() >= LONG_WORDS {
                answer.has_runs_of(line)
            } else {
                answer.has_phrase(line) || covered as f64 >= SHARE * line.len() as f64
            }
        })
        .collect();
    for extra in repeats_to_drop(&answer, &lines, &has) {
        has[extra] = false;
    }
    iter::zip(&lines, has)
        .map(|(line, has)| (!line.is_empty()).then_some(has))
        .collect()
}

/// The words of the known answer, in the ways that lines are looked for in it.
struct Answer<'a> {
    words: Vec<&'a str>,
    runs: HashSet<Box<[&'a str]>>,
    lines: HashSet<Vec<&'a str>>,
}

impl<'a> Answer<'a> {
    /// `content` is in lower case.
    fn new(content: &'a str) -> Self {
        let words: Vec<&str> = score::words(content).collect();
        Self {
            runs: words.windows(RUN).map(Into::into).collect(),
            lines: content
                .split(['\n', '\r'])
                .map(|line| score::words(line).collect())
                .collect(),
            words,
        }
    }

    /// Whether the answer has enough of the runs of a long line.
    fn has_runs_of(&self, line: &[&str]) -> bool {
        let found = line.windows(RUN).filter(|run| self.runs.contains(*run)).count();
        found as f64 >= SHARE * (line.len() + 1 - RUN) as f64
    }

    /// Whether the answer has a short line as it is.
    fn has_phrase(&self, line: &[&str]) -> bool {
        self.lines.contains(line) || (line.len() >= MIN_PHRASE_WORDS && self.count(line) > 0)
    }

    /// How often the answer has these words in a row.
    fn count(&self, line: &[&str]) -> usize {
        self.words.windows(line.len()).filter(|run| *run == line).count()
    }

    /// For each line, how many of its words are in runs that the answer has, where a run may go over line ends.
    fn covered(&self, lines: &[Vec<&str>]) -> Vec<usize> {
        let words = lines.concat();
        let mut hit = vec![false; words.len()];
        for (start, run) in words.windows(RUN).enumerate() {
            if self.runs.contains(run) {
                hit[start..start + RUN].fill(true);
            }
        }
        let mut hits = hit.into_iter();
        lines
            .iter()
            .map(|line| hits.by_ref().take(line.len()).filter(|&hit| hit).count())
            .collect()
    }
}

/// Of the lines that are in the answer and stand several times, those beyond as many as the answer has, the farthest
/// from other content first. One always stays.
fn repeats_to_drop(answer: &Answer, lines: &[Vec<&str>], has: &[bool]) -> Vec<usize> {
    let mut places: HashMap<&[&str], Vec<usize>> = HashMap::new();
    for (index, line) in lines.iter().enumerate() {
        if has[index] && !line.is_empty() {
            places.entry(line).or_default().push(index);
        }
    }
    let anchors: Vec<usize> = places
        .iter()
        .filter(|(line, places)| places.len() == 1 && line.len() >= ANCHOR_WORDS)
        .flat_map(|(_, places)| places)
        .copied()
        .collect();
    let distance = |index: usize| anchors.iter().map(|anchor| anchor.abs_diff(index)).min();

    let mut extras = Vec::new();
    for (line, mut places) in places {
        if places.len() > 1 {
            places.sort_by_key(|&index| (distance(index), index));
            extras.extend(places.into_iter().skip(answer.count(line).max(1)));
        }
    }
    extras
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(content: Option<&str>, with: &[&str], without: &[&str]) -> CorpusPage {
        let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect();
        CorpusPage {
            id: "invented".to_owned(),
            content: content.map(str::to_owned),
            with: own(with),
            without: own(without),
            ..CorpusPage::default()
        }
    }

    /// One mark for each line: `+` in the answer, `-` not in it, `?` unknown.
    fn marks(content: &str, lines: &[&str]) -> String {
        labels(&page(Some(content), &[], &[]), lines)
            .into_iter()
            .map(|label| label.map_or('?', |has| if has { '+' } else { '-' }))
            .collect()
    }

    #[test]
    fn long_lines_are_found_by_half_of_their_runs() {
        let content = "The ferry to the island left the harbour at dawn.";
        for (line, expected) in [
            ("The FERRY to the island left the harbour at dawn", "+"),
            ("Video: the ferry to the island left the harbour on time", "+"),
            ("the island left the rest of us quite cold indeed", "-"),
            ("dawn at harbour the left island the to ferry", "-"),
        ] {
            assert_eq!(marks(content, &[line]), expected, "{line}");
        }
    }

    #[test]
    fn short_lines_are_found_as_lines_or_as_phrases() {
        let content = "Prices\nTickets cost nine crowns\r\non Sundays.";
        let lines = ["Prices:", "cost nine crowns", "nine crowns", "Sundays", "Menu"];
        for (line, expected) in iter::zip(lines, ["+", "+", "-", "-", "-"]) {
            assert_eq!(marks(content, &[line]), expected, "{line}");
        }
    }

    #[test]
    fn pieces_of_a_broken_sentence_are_found_over_line_ends() {
        let content = "As the mayor Anna Berg said, the bridge stays closed.";
        let lines = ["As the mayor", "Anna Berg", "said,", "the bridge stays closed."];
        assert_eq!(marks(content, &lines), "++++");
        assert_eq!(marks(content, &["Anna Berg", "Share", "Print"]), "---");
    }

    #[test]
    fn of_repeated_lines_as_many_are_kept_as_the_answer_has_nearest_to_content() {
        let story = "The old mill by the river burns no more.";
        let other = "Its wheel turned for two hundred years.";
        let lines = [
            "The Mill", "Menu", "The Mill", story, "The Mill", other, "The Mill",
        ];
        assert_eq!(marks(&format!("The Mill\n{story}\n{other}"), &lines), "--++-+-");
        assert_eq!(
            marks(&format!("The Mill\n{story}\nThe Mill\n{other}"), &lines),
            "--++++-"
        );
        assert_eq!(marks("Home", &["Home", "Home"]), "+-");
    }

    #[test]
    fn lines_without_words_are_unknown_and_an_empty_answer_has_none() {
        assert_eq!(marks("Some text.", &["", " \u{a0}", "* * *"]), "???");
        assert_eq!(
            marks("", &["Some text.", "", "A longer line of more text."]),
            "-?-"
        );
        assert_eq!(marks("漢字かなの文", &["漢字かな"]), "+");
    }

    #[test]
    fn snippets_tell_of_the_lines_that_hold_them() {
        let page = page(None, &["the  harbour", ""], &["Subscribe", "harbour at"]);
        let lines = ["In the harbour at dawn", "Subscribe now", "the", ""];
        assert_eq!(labels(&page, &lines), [Some(true), Some(false), None, None]);
    }
}
