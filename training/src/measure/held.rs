//! Whether a page's HTML holds the title, the names and the day of the known answer at all.
//!
//! It holds a title if that stands somewhere in the text, the scripts or the attributes, letters and digits alone
//! compared; a byline if each name does; a day if it stands there in one of the usual forms: digits in any order
//! and with any sign between, or the month's name in English, German, Spanish or French, whole or cut to three letters,
//! with the day beside it and the year near by.

use std::sync::LazyLock;

use regex::Regex;
use scraper::{Html, Node};

use super::heading::{day, folded, known_people};
use crate::corpus::CorpusPage;

/// The names of the months in four languages, January's first; what else a name begins with counts too.
const MONTHS: [&str; 12] = [
    "jan|ene",
    "feb|fév",
    "mar|mär|mrz",
    "apr|avr|abr",
    "may|mai",
    "jun|juin",
    "jul|juil",
    "aug|aoû|ago",
    "sep",
    "oct|okt",
    "nov",
    "dec|dez|déc|dic",
];

/// Eight digits, or three numbers, the year first or last.
static NUMBERS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\b(?:(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})|(\d{1,2})[-/.] ?(\d{1,2})[-/.] ?(\d{4}))(?:\b|t)")
        .expect("a valid pattern")
});

/// Which fields of the known answer the HTML of a page holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Held {
    /// The title.
    pub title: bool,
    /// Each of the names.
    pub byline: bool,
    /// The day.
    pub date: bool,
}

impl Held {
    /// Looks for the answer of the page.
    pub fn of(page: &CorpusPage) -> Self {
        let text = everything(&page.html).to_lowercase();
        let letters = folded(&text);
        Self {
            title: letters.contains(&folded(page.title.as_deref().unwrap_or_default())),
            byline: known_people(&page.author)
                .iter()
                .all(|name| letters.contains(name)),
            date: page
                .date
                .as_deref()
                .and_then(day)
                .is_some_and(|day| has_day(&text, day)),
        }
    }
}

/// All texts of a page, those of scripts and attributes too.
fn everything(html: &str) -> String {
    let html = Html::parse_document(html);
    let mut all = String::new();
    for node in html.tree.root().descendants() {
        match node.value() {
            Node::Text(text) => all.push_str(text),
            Node::Element(element) => {
                for (_, value) in element.attrs() {
                    all.push_str(value);
                    all.push('\n');
                }
            }
            _ => {}
        }
        all.push('\n');
    }
    all
}

fn has_day(text: &str, day: &str) -> bool {
    let numbers: Vec<u32> = day.split('-').filter_map(|part| part.parse().ok()).collect();
    let &[year, month, day] = &numbers[..] else {
        return false;
    };
    let in_digits = NUMBERS.captures_iter(text).any(|found| {
        let number = |group: usize| {
            found
                .get(group)
                .and_then(|part| part.as_str().parse::<u32>().ok())
        };
        let (own_year, one, other) = match number(1) {
            Some(year) => (Some(year), number(2), number(3)),
            None => (number(6), number(4), number(5)),
        };
        let both = (one, other);
        own_year == Some(year) && (both == (Some(month), Some(day)) || both == (Some(day), Some(month)))
    });
    let Some(name) = (month as usize)
        .checked_sub(1)
        .and_then(|month| MONTHS.get(month))
    else {
        return false;
    };
    let name = format!(r"(?:{name})\p{{L}}*\.?");
    let form = format!(
        r"(?:\b0?{day}(?:st|nd|rd|th|er|\.)?,?\s(?:de |of )?{name},?\s(?:de |del )?{year}|\b{name}\s0?{day}(?:st|nd|rd|th)?,?\s+{year})"
    );
    in_digits || Regex::new(&form).is_ok_and(|form| form.is_match(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Names;

    fn page(html: &str) -> CorpusPage {
        CorpusPage {
            html: html.to_owned(),
            title: Some("The Orla: its bed".to_owned()),
            author: Names::One("Ana Reyes, Tom Vale".to_owned()),
            date: Some("2017-03-05".to_owned()),
            ..CorpusPage::default()
        }
    }

    #[test]
    fn an_answer_is_held_wherever_it_stands() {
        let held = Held::of(&page(
            "<h1>THE <b>Orla</b> -- its bed</h1><a title='tom vale'>x</a><script>{\"a\":\"Ana-Reyes\"}</script>",
        ));
        assert!(held.title && held.byline && !held.date);
        let held = Held::of(&page("<p>The Orla and its bed. By Ana Reyes"));
        assert_eq!(held, Held::default());
    }

    #[test]
    fn a_day_is_held_in_its_usual_forms() {
        for text in [
            "2017-03-05T10:00:00Z",
            "/2017/03/05/orla",
            "20170305",
            "5.3.2017",
            "03/05/2017",
            "March 5, 2017",
            "Mar. 5th 2017",
            "5. März 2017",
            "5 de marzo de 2017",
            "5 mars 2017",
        ] {
            assert!(Held::of(&page(&format!("<p>on {text}, they say"))).date, "{text}");
        }
        for text in [
            "2017-03-15",
            "15. März 2017",
            "March 5",
            "5 May 2017",
            "2018-03-05",
        ] {
            assert!(
                !Held::of(&page(&format!("<p>on {text}, they say"))).date,
                "{text}"
            );
        }
    }
}
