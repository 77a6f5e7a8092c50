//! Days of the calendar.

use std::sync::LazyLock;

use regex::Regex;

use super::months::Part;
use super::{months, number, pattern};

/// The years that a page's date can have; other numbers of four digits are something else.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2099;

/// The group of the patterns that holds the year where the month has a name.
const YEAR: usize = 3;

/// A day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date {
    /// Unknown where the text says only "25 February".
    pub year: Option<u16>,
    /// From 1 to 12.
    pub month: u8,
    /// From 1 to 31.
    pub day: u8,
}

/// The order of day and month where a date is numbers apart by slashes: `2/25/2017` in the United States.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 25/2/2017.
    DayFirst,
    /// 2/25/2017.
    MonthFirst,
}

/// Year first, as machines and East Asia write it: 2017-02-25, 2017/2/25, 2017年2月25日, 2017. 2. 25.
static YEAR_FIRST: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[^0-9])([0-9]{4})(?:[-/.年]|\. | 年 ?|년 ?)([0-9]{1,2})(?:[-/.月]|\. | 月 ?|월 ?)([0-9]{1,2})(?:$|[^0-9])",
    )
});

/// Numbers, the year last: 25.02.2017, 25/02/2017, 25. 2. 2017.
static YEAR_LAST: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^0-9])([0-9]{1,2})([./-]) ?([0-9]{1,2})[./-] ?([0-9]{4})(?:$|[^0-9])"));

/// What may stand right behind the number of the day.
const BEHIND_DAY: [&str; 8] = ["st", "nd", "rd", "th", "er", "º", "ª", "."];

/// How many bytes at most stand between that number and the name of the month: "25th of February".
const FARTHEST_DAY: usize = 8;

/// Date, month's name, perhaps the year: 25. Februar 2017, 25 de febrero de 2017, 25th of February, 2017. The month may
/// have a second name, as in Arabic: 25 فبراير/شباط 2017.
static DAY_NAME: LazyLock<Regex> = LazyLock::new(|| {
    let name = name_of_month();
    let behind = BEHIND_DAY.join("|").replace('.', r"\.");
    pattern(&format!(
        r"(?:^|[^0-9])([0-9]{{1,2}})(?:{behind})?(?: |-)?(?:de |of |di )?({name})(?: ?/ ?(?:{name}))?(?:(?:,? de |,? del |, | |-)([0-9]{{4}})(?:$|[^0-9]))?",
    ))
});

/// Month's name, day, perhaps the year: February 25, 2017. In "February 2017" the number is no day.
static NAME_DAY: LazyLock<Regex> = LazyLock::new(|| {
    let name = name_of_month();
    pattern(&format!(
        r"(?:^|[ (|,-])({name}) ([0-9]{{1,2}})(?:st|nd|rd|th)?(?:(?:, | |,)([0-9]{{4}})(?:$|[^0-9])|$|[^0-9])",
    ))
});

/// A pattern for what may be the name of a month.
fn name_of_month() -> String {
    let names: Vec<String> = months::names_of_two_words().collect();
    format!("{}|[^ 0-9,:()|/-]+", names.join("|"))
}

/// The first day that a folded line names.
pub fn day(line: &str, order: Order) -> Option<Date> {
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    year_first(line)
        .or_else(|| year_last(line, order))
        .or_else(|| with_month(line))
}

/// The first day of a month that has a name. Of the patterns these cost most, so they are tried only where such a name
/// stands beside a number.
fn with_month(line: &str) -> Option<Date> {
    let (mut behind_day, mut before_day) = (false, false);
    let mut start = 0;
    let apart = |c: char| c.is_ascii_digit() || matches!(c, ' ' | ',' | ':' | '(' | ')' | '|' | '/' | '-');
    for word in line.split(apart) {
        let end = start + word.len();
        let behind = || BEHIND_DAY.iter().filter_map(|end| word.strip_prefix(end));
        if let Some(part) = months::part(word).or_else(|| behind().find_map(months::part)) {
            let above = &line.as_bytes()[start.saturating_sub(FARTHEST_DAY)..start];
            behind_day |= above.iter().any(u8::is_ascii_digit);
            let next = line.as_bytes().get(end + 1);
            before_day |= next.is_some_and(u8::is_ascii_digit) || part == Part::First;
        }
        start = end + 1;
    }
    let first = behind_day.then(|| named(&DAY_NAME, line, (1, 2), months::is_word));
    first.flatten().or_else(|| {
        let second = before_day.then(|| named(&NAME_DAY, line, (2, 1), months::is_word_before_day));
        second.flatten()
    })
}

/// The first day that a folded line names in digits, the year first.
pub fn year_first(line: &str) -> Option<Date> {
    let is_year = |five: &[u8]| {
        let is_apart = b"-/. ".contains(&five[4]) || !five[4].is_ascii();
        is_apart && five[..4].iter().all(u8::is_ascii_digit)
    };
    if !line.as_bytes().windows(5).any(is_year) {
        return None;
    }
    YEAR_FIRST
        .captures_iter(line)
        .find_map(|found| valid(number(&found, 1), number(&found, 2)?, number(&found, 3)?))
}

fn year_last(line: &str, order: Order) -> Option<Date> {
    let is_apart = |two: &[u8]| two[0].is_ascii_digit() && b"./-".contains(&two[1]);
    if !line.as_bytes().windows(2).any(is_apart) {
        return None;
    }
    YEAR_LAST.captures_iter(line).find_map(|found| {
        let (first, second, year) = (number(&found, 1)?, number(&found, 3)?, number(&found, 4));
        // With points the day comes first everywhere; a number over twelve is a day wherever it stands.
        let month_first = second > 12 || (order == Order::MonthFirst && &found[2] != "." && first <= 12);
        if month_first {
            valid(year, first, second)
        } else {
            valid(year, second, first)
        }
    })
}

/// The first day whose month has a name. `day`, `name`: the groups of the pattern.
fn named(
    pattern: &Regex,
    line: &str,
    (day, name): (usize, usize),
    is_word: fn(&str) -> bool,
) -> Option<Date> {
    pattern.captures_iter(line).find_map(|found| {
        let text = &found[name];
        let month = months::number(text)?;
        let year = number(&found, YEAR);
        // A name that is a word too needs more: a year, the stop of an abbreviation, or that no word comes next.
        if year.is_none() && is_word(text) {
            let end = found.get(day.max(name))?.end();
            let next = line[end..].trim_start_matches(' ');
            if next.starts_with(char::is_alphabetic) {
                return None;
            }
        }
        valid(year, u16::from(month), number(&found, day)?)
    })
}

fn valid(year: Option<u16>, month: u16, day: u16) -> Option<Date> {
    let plausible =
        year.is_none_or(|year| YEARS.contains(&year)) && (1..=days_of_month(year, month)).contains(&day);
    plausible.then_some(Date {
        year,
        month: month as u8,
        day: day as u8,
    })
}

/// How many days the month has; none where there is no such month. February may have 29 where the year is unknown.
fn days_of_month(year: Option<u16>, month: u16) -> u16 {
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if year.is_none_or(is_leap) => 29,
        2 => 28,
        _ => 0,
    }
}

fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dates::tests::iso;

    #[test]
    fn names_of_two_words_and_second_names_are_read() {
        for (text, expected) in [
            ("25 كانون الثاني 2017", "2017-01-25 -"),
            ("الخميس ٢٥ تشرين الأول ٢٠١٧", "2017-10-25 -"),
            ("25 فبراير/شباط 2017", "2017-02-25 -"),
            ("25 يناير/ كانون الثاني 2017", "2017-01-25 -"),
            ("25 listopada 2017", "2017-11-25 -"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn a_month_that_is_a_word_needs_more_than_a_number() {
        for (text, expected) in [
            ("3 out of 10 people", "- -"),
            ("At least 25 may have left", "- -"),
            ("12 set out for the coast", "- -"),
            ("2 jan 2017", "2017-01-02 -"),
            ("25 may", "0-05-25 -"),
            ("25 may, 14:05", "0-05-25 14:05"),
            ("3 out. a 9 nov.", "0-10-03 -"),
            ("Set. 3", "0-09-03 -"),
            ("Set 3 tables", "- -"),
            ("May 5 at 14:05", "0-05-05 14:05"),
            ("5 June at 14:05", "0-06-05 14:05"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn a_day_is_one_that_its_month_has() {
        for (text, expected) in [
            ("31 February 2017", "- -"),
            ("2017-02-29", "- -"),
            ("29.02.2016", "2016-02-29 -"),
            ("29 February 1900", "- -"),
            ("29 February 2000", "2000-02-29 -"),
            ("February 29", "0-02-29 -"),
            ("31 April 2017", "- -"),
            ("31/12/2017", "2017-12-31 -"),
            ("February 2017", "- -"),
            ("2017-13-01", "- -"),
        ] {
            assert_eq!(iso(text), expected, "{text}");
        }
    }

    #[test]
    fn slashes_follow_the_order_of_the_country() {
        assert_eq!(day("2/3/2017", Order::MonthFirst).map(|d| d.month), Some(2));
        assert_eq!(day("2/3/2017", Order::DayFirst).map(|d| d.month), Some(3));
        assert_eq!(
            day("2/25/2017", Order::DayFirst).map(|d| (d.month, d.day)),
            Some((2, 25))
        );
    }
}
