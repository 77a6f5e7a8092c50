//! Whether the title, the names and the day are those of the known answer.
//!
//! Right means: the title equal after case, space and punctuation are folded; the byline naming the same set of people;
//! the date the same calendar day.

use std::collections::BTreeSet;

use serde::Serialize;

use super::held::Held;
use crate::corpus::{CorpusPage, Names};

/// The fields, in the order of the tables.
pub const FIELDS: [&str; 3] = ["title", "byline", "date"];

/// Whether a field is right, where the answer is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Whether it is that of the answer.
    pub is_right: bool,
    /// Whether the page's HTML holds the answer.
    pub is_held: bool,
}

/// Judges title, byline and date, each where it is known of the page. `held`: what the page's HTML holds of them.
pub fn judge(page: &CorpusPage, held: Held, told: [Option<&str>; 3]) -> [Option<Judged>; 3] {
    let [title, byline, own_day] = told.map(Option::unwrap_or_default);
    let known = |text: &Option<String>| text.clone().filter(|text| !text.is_empty());
    let title = known(&page.title).map(|gold| (is_title(title, &gold), held.title));
    let names = (!known_people(&page.author).is_empty()).then_some(&page.author);
    let byline = names.map(|gold| (is_byline(byline, gold), held.byline));
    let date = known(&page.date).filter(|gold| day(gold).is_some());
    let date = date.map(|gold| (is_date(own_day, &gold), held.date));
    [title, byline, date].map(|judged| judged.map(|(is_right, is_held)| Judged { is_right, is_held }))
}

/// What parts the names of a byline, beside commas and the like.
const AND: [&str; 12] = [
    "and", "und", "et", "y", "e", "en", "och", "og", "ja", "i", "with", "mit",
];

/// What may stand before a name in the known answer, and belongs to no name.
const BEFORE: [&str; 5] = ["by", "von", "par", "por", "di"];

/// Letters and digits in lower case: what is left of a title when case, space and punctuation are folded.
pub fn folded(text: &str) -> String {
    let lower = text.chars().flat_map(char::to_lowercase);
    lower.filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two titles are equal.
pub fn is_title(own: &str, gold: &str) -> bool {
    folded(own) == folded(gold)
}

/// The people that a byline names, each folded.
pub fn people(byline: &str) -> BTreeSet<String> {
    let mut people = BTreeSet::new();
    let apart = |c: char| matches!(c, ',' | ';' | '&' | '/' | '|' | '·' | '•' | '、' | '\n' | '\t');
    for part in byline.split(apart) {
        let mut name = String::new();
        for (i, word) in part.split_whitespace().enumerate() {
            let lower = word.to_lowercase();
            if AND.contains(&&*lower) {
                people.insert(std::mem::take(&mut name));
            } else if i > 0 || !BEFORE.contains(&lower.trim_end_matches(':')) {
                name.push_str(&folded(word));
            }
        }
        people.insert(name);
    }
    people.remove("");
    people
}

/// The people of the known answer.
pub fn known_people(names: &Names) -> BTreeSet<String> {
    names.iter().flat_map(people).collect()
}

/// Whether a byline names the people of the known answer and no other.
pub fn is_byline(own: &str, gold: &Names) -> bool {
    people(own) == known_people(gold)
}

/// The day of a date in ISO 8601: `2017-02-25`. None where it is none.
pub fn day(date: &str) -> Option<&str> {
    let day = date.get(..10)?;
    let is_day = day.bytes().enumerate().all(|(i, byte)| match i {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    });
    is_day.then_some(day)
}

/// Whether a date is of the day of the known answer.
pub fn is_date(own: &str, gold: &str) -> bool {
    day(own).is_some_and(|own| day(gold) == Some(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Names {
        Names::One(text.to_owned())
    }

    #[test]
    fn titles_are_equal_without_case_space_and_punctuation() {
        assert!(is_title(
            "River’s return: nine days",
            "RIVER'S RETURN — nine  days"
        ));
        assert!(!is_title("River’s return", "River’s return | The Tessel Courier"));
        assert!(!is_title("Flut in Tessel", "Flüt in Tessel"));
    }

    #[test]
    fn bylines_name_the_same_set_of_people() {
        for (own, gold) in [
            ("Ana Reyes, Tom Vale", "Tom Vale; Ana Reyes"),
            ("Ana Reyes and Tom Vale", "Ana Reyes, Tom Vale"),
            ("ANA REYES", "By Ana Reyes"),
            ("Ana  Reyes\t", "Ana Reyes"),
            ("Ana Reyes und Tom Vale", "Von Ana Reyes & Tom Vale"),
        ] {
            assert!(is_byline(own, &one(gold)), "{own:?} {gold:?}");
        }
        let several = Names::Several(vec!["Ana Reyes".to_owned(), "Tom Vale".to_owned()]);
        assert!(is_byline("Tom Vale, Ana Reyes", &several));
        for (own, gold) in [
            ("Ana Reyes", "Ana Reyes; Tom Vale"),
            ("Ana Reyes, reporter", "Ana Reyes"),
            ("", "Ana Reyes"),
            ("Andy Vale", "Y Vale"),
        ] {
            assert!(!is_byline(own, &one(gold)), "{own:?} {gold:?}");
        }
    }

    #[test]
    fn dates_are_of_the_same_day() {
        assert!(is_date("2017-02-25T23:59:00-05:00", "2017-02-25"));
        assert!(!is_date("2017-02-26", "2017-02-25"));
        assert!(!is_date("25.02.2017", "25.02.2017") && !is_date("", ""));
    }
}
