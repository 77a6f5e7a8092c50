//! Dates and times in running text, in the languages that pages come in.

mod clock;
mod day;
mod months;

use regex::{Captures, Regex};

pub use clock::{Time, time};
pub use day::{Date, Order, day, year_first};

/// Whether a word, in lower case, is the name of a month.
pub fn is_month(word: &str) -> bool {
    months::number(word).is_some()
}

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("our own patterns are valid")
}

fn number(found: &Captures<'_>, group: usize) -> Option<u16> {
    found.get(group)?.as_str().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Folded;

    /// The day and the time that a text names.
    pub(super) fn iso(text: &str) -> String {
        let folded = Folded::new(text).text;
        let day = day(&folded, Order::DayFirst).map_or("-".to_owned(), |d| {
            format!("{}-{:02}-{:02}", d.year.unwrap_or(0), d.month, d.day)
        });
        let time = time(&folded).map_or("-".to_owned(), |time| time.to_string());
        format!("{day} {time}")
    }

    #[test]
    fn dates_of_many_languages() {
        for (text, expected) in [
            ("Published Feb. 25, 2017 1:44 PM UTC", "2017-02-25 13:44:00Z"),
            ("date 2017-02-25 europe", "2017-02-25 -"),
            ("2017-02-25T13:44:10+01:00", "2017-02-25 13:44:10+01:00"),
            ("Samstag, 25. Februar 2017, 10.30 Uhr", "2017-02-25 10:30"),
            ("Publié le 1er février 2017 à 14h05", "2017-02-01 14:05"),
            ("25 de febrero de 2017", "2017-02-25 -"),
            ("25.02.2017 um 09:05", "2017-02-25 09:05"),
            ("2017年2月25日　5時00分", "2017-02-25 05:00"),
            ("2024-11-06 07:42　来源：澜川日报", "2024-11-06 07:42"),
            ("٢٥ فبراير ٢٠١٧", "2017-02-25 -"),
            ("25 फ़रवरी 2017, 08:15 IST", "2017-02-25 08:15:00+05:30"),
            ("25 февраля 2017", "2017-02-25 -"),
            ("Oct 8, 2019 at 4:20 p.m. EDT", "2019-10-08 16:20:00-04:00"),
            ("March 3", "0-03-03 -"),
            ("In 2017, 13 people came", "- -"),
            ("version 13.44 of 99.99.2017", "- -"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }
}
