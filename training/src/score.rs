//! How close a body is to the known answer, as the makers of the sets measure it.

use std::collections::HashMap;
use std::sync::LazyLock;

use regex::Regex;

/// A run of word characters; each Han or kana character is a word of its own.
static WORD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[\p{Han}\p{Hiragana}\p{Katakana}]|[\w--\p{Han}--\p{Hiragana}--\p{Katakana}]+")
        .expect("a valid pattern")
});

/// The words of `text`, in order.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    WORD.find_iter(text).map(|word| word.as_str())
}

/// The words of `text` in lower case, with how often each stands in it.
fn bag(text: &str) -> HashMap<String, usize> {
    let text = text.to_lowercase();
    let mut bag = HashMap::new();
    for word in words(&text) {
        *bag.entry(word.to_owned()).or_insert(0) += 1;
    }
    bag
}

/// How many words a body and the known answer have, and share.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    /// In both, each as often as in the one that has it less often.
    pub shared: usize,
    /// In the body.
    pub found: usize,
    /// In the known answer.
    pub wanted: usize,
}

impl Words {
    /// Counts those of `body` and `gold` as bags of words.
    pub fn count(body: &str, gold: &str) -> Self {
        let (body, gold) = (bag(body), bag(gold));
        let total = |bag: &HashMap<String, usize>| bag.values().sum::<usize>();
        Self {
            shared: body
                .iter()
                .map(|(word, &count)| count.min(gold.get(word).copied().unwrap_or(0)))
                .sum(),
            found: total(&body),
            wanted: total(&gold),
        }
    }

    /// Two empty texts agree; one empty text does not match any other.
    pub fn f1(self) -> f64 {
        if self.found == 0 && self.wanted == 0 {
            return 1.0;
        }
        2.0 * self.shared as f64 / (self.found + self.wanted) as f64
    }

    /// The share of the body that is wanted; of no body none is known.
    pub fn precision(self) -> Option<f64> {
        (self.found > 0).then(|| self.shared as f64 / self.found as f64)
    }

    /// The share of the answer that was found; of no answer none is known.
    pub fn recall(self) -> Option<f64> {
        (self.wanted > 0).then(|| self.shared as f64 / self.wanted as f64)
    }
}

/// The F1 of `body` against `gold` as bags of words. Two empty texts agree; one empty text does not match any other.
pub fn word_f1(body: &str, gold: &str) -> f64 {
    Words::count(body, gold).f1()
}

/// Counts of snippets, which add up over pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Snippets {
    /// Wanted and found.
    pub found: usize,
    /// Wanted and not found.
    pub missed: usize,
    /// Unwanted and found.
    pub intruded: usize,
}

impl Snippets {
    /// Counts the snippets of one page, with white space folded.
    pub fn count(body: &str, with: &[String], without: &[String]) -> Self {
        let body = fold(body);
        let has = |snippet: &&String| body.contains(&fold(snippet));
        let found = with.iter().filter(has).count();
        Self {
            found,
            missed: with.len() - found,
            intruded: without.iter().filter(has).count(),
        }
    }

    /// The sum of two counts.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self {
            found: self.found + other.found,
            missed: self.missed + other.missed,
            intruded: self.intruded + other.intruded,
        }
    }

    /// One F over all snippets; 0 where there is none.
    pub fn f1(self) -> f64 {
        let Self {
            found,
            missed,
            intruded,
        } = self;
        2.0 * found as f64 / (2 * found + missed + intruded).max(1) as f64
    }
}

/// `text` with white space folded.
pub(crate) fn fold(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_as_a_bag_without_case() {
        assert!((word_f1("The cat saw the dog", "the Cat") - 2.0 * 2.0 / 7.0).abs() < 1e-12);
        assert!((word_f1("漢字かな", "漢字") - 2.0 * 2.0 / 6.0).abs() < 1e-12);
        for (body, gold, f1) in [("", "", 1.0), ("", "a", 0.0), ("a", "", 0.0)] {
            assert!((word_f1(body, gold) - f1).abs() < 1e-12, "{body:?} {gold:?}");
        }
    }

    #[test]
    fn of_nothing_neither_precision_nor_recall_is_known() {
        let words = Words::count("the river rose", "the river fell and fell");
        assert_eq!((words.precision(), words.recall()), (Some(2.0 / 3.0), Some(0.4)));
        assert_eq!(Words::count("", "a").precision(), None);
        assert_eq!(Words::count("a", "").recall(), None);
    }

    #[test]
    fn snippets_are_found_over_line_ends() {
        let own = |texts: &[&str]| texts.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let counts = Snippets::count("a b\nc  d", &own(&["b c", "x"]), &own(&["d", "y"]));
        assert_eq!(
            counts,
            Snippets {
                found: 1,
                missed: 1,
                intruded: 1
            }
        );
        assert!((counts.f1() - 0.5).abs() < 1e-12);
    }
}
