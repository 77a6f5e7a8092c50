//! Dates and times in running text, in the languages that pages come in.

mod months;

use std::fmt;
use std::sync::LazyLock;

use regex::{Captures, Regex};

/// The years that a page's date can have; other numbers of four digits are something else.
const YEARS: std::ops::RangeInclusive<u16> = 1900..=2099;

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

/// A time of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// From 0 to 23.
    pub hour: u8,
    /// From 0 to 59.
    pub minute: u8,
    /// From 0 to 59; unknown where the text ends with the minute.
    pub second: Option<u8>,
    /// Minutes east of Greenwich; unknown where the text names no zone.
    pub zone: Option<i16>,
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)?;
        // RFC 3339 wants seconds where there is a zone.
        match (self.second, self.zone) {
            (Some(second), _) => write!(f, ":{second:02}")?,
            (None, Some(_)) => f.write_str(":00")?,
            (None, None) => {}
        }
        match self.zone {
            None => Ok(()),
            Some(0) => f.write_str("Z"),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
            }
        }
    }
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
/// Date, month's name, perhaps the year: 25. Februar 2017, 25 de febrero de 2017, 25th of February, 2017.
static DAY_NAME: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[^0-9])([0-9]{1,2})(?:st|nd|rd|th|er|º|ª|\.)?(?: |-)?(?:de |of |di )?([^ 0-9,:()|-]+)(?:(?:,? de |,? del |, | |-)([0-9]{4})(?:$|[^0-9]))?",
    )
});
/// Month's name, day, perhaps the year: February 25, 2017.
static NAME_DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[ (|,-])([^ 0-9,:()|]+) ([0-9]{1,2})(?:st|nd|rd|th)?(?:(?:, | |,)([0-9]{4})(?:$|[^0-9]))?")
});
/// A time with minutes: 13:44, 1:44 p.m., 13.44 Uhr, 14h05.
static CLOCK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?:^|[^0-9:.])([0-2]?[0-9])(:|h|\.|時|时|点|點|시 ?)([0-5][0-9])(?::([0-5][0-9])(?:\.[0-9]+)?)?",
    )
});
/// An offset written in numbers: +02:00, -0500, utc+5:30.
static OFFSET: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^ ?(?:utc|gmt)? ?([+-])([01]?[0-9]):?([0-5][0-9])?(?:$|[^0-9:])"));

/// Zones that pages name, in minutes east of Greenwich. `ist` is India's and `bst` Britain's, the common meanings.
const ZONES: [(&str, i16); 27] = [
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("mez", 60),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("мск", 180),
    ("ist", 330),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
    ("بتوقيت غرينتش", 0),
    ("غرينتش", 0),
];

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the patterns of this file are valid")
}

/// The first day that a folded line names.
pub fn day(line: &str, order: Order) -> Option<Date> {
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    year_first(line)
        .or_else(|| year_last(line, order))
        .or_else(|| named(&DAY_NAME, line, 1, 2))
        .or_else(|| named(&NAME_DAY, line, 2, 1))
}

/// The first day that a folded line names in digits, the year first.
pub fn year_first(line: &str) -> Option<Date> {
    YEAR_FIRST
        .captures_iter(line)
        .find_map(|found| valid(number(&found, 1), number(&found, 2)?, number(&found, 3)?))
}

fn year_last(line: &str, order: Order) -> Option<Date> {
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

fn named(pattern: &Regex, line: &str, day: usize, name: usize) -> Option<Date> {
    pattern.captures_iter(line).find_map(|found| {
        let month = months::number(found.get(name)?.as_str())?;
        valid(number(&found, 3), u16::from(month), number(&found, day)?)
    })
}

fn number(found: &Captures<'_>, group: usize) -> Option<u16> {
    found.get(group)?.as_str().parse().ok()
}

fn valid(year: Option<u16>, month: u16, day: u16) -> Option<Date> {
    let plausible =
        year.is_none_or(|year| YEARS.contains(&year)) && (1..=12).contains(&month) && (1..=31).contains(&day);
    plausible.then_some(Date {
        year,
        month: month as u8,
        day: day as u8,
    })
}

/// The first time of day that a folded line names.
pub fn time(line: &str) -> Option<Time> {
    if !line.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    CLOCK.captures_iter(line).find_map(|found| {
        let tail = &line[found.get(0)?.end()..];
        if tail.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let mut hour = number(&found, 1)?;
        let rest = if let Some(rest) = strip_any(tail, &[" a.m.", " am", "am", "a.m."]) {
            hour = if hour == 12 { 0 } else { hour };
            rest
        } else if let Some(rest) = strip_any(tail, &[" p.m.", " pm", "pm", "p.m."]) {
            hour = if hour < 12 { hour + 12 } else { hour };
            rest
        } else {
            tail
        };
        // "13.44" is a number unless something says that it is a time.
        let is_number = &found[2] == "."
            && rest.len() == tail.len()
            && !tail.starts_with(" uhr")
            && !tail.starts_with(" น.");
        (hour < 24 && !is_number).then_some(Time {
            hour: hour as u8,
            minute: number(&found, 3)? as u8,
            second: number(&found, 4).map(|second| second as u8),
            zone: zone(rest),
        })
    })
}

fn strip_any<'a>(text: &'a str, prefixes: &[&str]) -> Option<&'a str> {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix))
}

/// The zone that stands right after a time.
fn zone(tail: &str) -> Option<i16> {
    if let Some(found) = OFFSET.captures(tail) {
        let minutes = number(&found, 2)? * 60 + number(&found, 3).unwrap_or(0);
        let minutes = i16::try_from(minutes).ok()?;
        return Some(if &found[1] == "-" { -minutes } else { minutes });
    }
    let tail = tail.trim_start_matches([' ', '(', ',']);
    ZONES.iter().find_map(|&(name, minutes)| {
        let rest = tail.strip_prefix(name)?;
        rest.chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric())
            .then_some(minutes)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Folded;

    fn iso(text: &str) -> String {
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
