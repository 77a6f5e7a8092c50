//! When the article came out.

use super::Line;
use crate::dates::{self, Date, Order, Time};
use crate::kind::Kind;
use crate::metadata::{Field, Metadata, Source};
use crate::words::folded;

/// Words that tell the time of a change, not of the publication, or how they begin, in lower case.
pub(super) const UPDATED: &[&str] = &[
    "update",
    "modified",
    "edited",
    "revised",
    "aktualisiert",
    "geändert",
    "mis à jour",
    "modifié",
    "actualizad",
    "modificad",
    "atualizad",
    "aggiornat",
    "bijgewerkt",
    "uppdaterad",
    "opdateret",
    "oppdatert",
    "zaktualizowan",
    "aktualizacja",
    "обновлен",
    "güncelle",
    "ενημερώθηκε",
    "تحديث",
    "अपडेट",
    "更新",
    "업데이트",
    "수정",
];

/// Which bytes they begin with.
const BEGINS_UPDATED: [bool; 256] = {
    let mut begins = [false; 256];
    let mut i = 0;
    while i < UPDATED.len() {
        begins[UPDATED[i].as_bytes()[0] as usize] = true;
        i += 1;
    }
    begins
};

/// Where the day is told, the most trusted first.
const ORDER: [Source; 8] = [
    Source::LinkedArticle,
    Source::LinkedPage,
    Source::OpenGraph,
    Source::Vendor,
    Source::Microdata,
    Source::DublinCore,
    Source::Plain,
    Source::Element,
];

/// So many lines below the title may hold a date, though they are not labelled so, if they have so few characters.
const BELOW_TITLE: usize = 12;
const SHORT: usize = 60;

/// A time without a day is the article's where it stands in so many words at most: "Published at 10:42 a.m. CET".
const LONGEST_TIME: usize = 6;

/// How many lines from the page's start are searched for a date when no line is one.
const SEARCHED: usize = 40;

/// What a date line says of one moment.
struct Moment {
    day: Option<Date>,
    time: Option<Time>,
    is_update: bool,
    /// How many words say so.
    words: usize,
}

/// When the article came out, as ISO 8601, as precise as the page tells: from the date lines, the first publication
/// before any update; else from a date that stands above the article in digits; else from the address.
pub fn time(
    lines: &[Line<'_>],
    lang: Option<&str>,
    url: Option<&str>,
    metadata: Option<&Metadata>,
) -> Option<String> {
    // In English, slashes are read as in the United States, where most pages in English come from.
    let order = if lang == Some("en") {
        Order::MonthFirst
    } else {
        Order::DayFirst
    };
    // A byline may hold the date, too: "By Ana Reyes | 3 May 2023".
    let date_lines = lines
        .iter()
        .filter(|line| line.kept && matches!(line.kind, Kind::Date | Kind::Byline));
    let was_dropped = lines.iter().any(|line| line.kind == Kind::Date)
        && !lines.iter().any(|line| line.kind == Kind::Date && line.kept);
    let told = metadata
        .filter(|_| !was_dropped)
        .map_or_else(Vec::new, |metadata| told(metadata, order));
    let moments: Vec<Moment> = date_lines.flat_map(|line| moments(&line.text, order)).collect();
    let day_of = |moment: &&Moment| moment.day.is_some_and(|day| day.year.is_some());
    let of_lines = || moments.iter().filter(|moment| !moment.is_update).filter(day_of);
    // Other stories' dates are labelled, too; the page's own is the one that the markup tells.
    let published = of_lines()
        .find(|moment| told.iter().any(|told| are_near(told.day, moment.day)))
        .or_else(|| of_lines().next())
        .or_else(|| told.first())
        .or_else(|| moments.iter().find(day_of));
    let (day, time) = match published {
        Some(moment) => {
            let time = moment.time.or_else(|| lone_time(&moments));
            (moment.day, more_precise(moment.day, time, &told))
        }
        None => match lines
            .iter()
            .position(|line| line.kept && line.kind == Kind::Title)
        {
            Some(title) if !was_dropped => {
                let day = numeric_day(lines).or_else(|| day_below(lines, title, order));
                (day.or_else(|| day_of_change(lines, order)), lone_time(&moments))
            }
            _ => (None, None),
        },
    };
    let day = day.or_else(|| url.and_then(|url| dates::day(&folded(url), Order::DayFirst)));
    iso(day?, time)
}

/// What the markup tells, the most trusted first.
fn told(metadata: &Metadata, order: Order) -> Vec<Moment> {
    let told = ORDER
        .iter()
        .flat_map(|&source| metadata.of(Field::Published, source));
    told.filter_map(|text| {
        let text = folded(text);
        let day = dates::day(&text, order).filter(|day| day.year.is_some())?;
        Some(Moment {
            day: Some(day),
            time: dates::time(&text),
            is_update: false,
            words: 0,
        })
    })
    .collect()
}

/// The time of that day that the markup tells with a zone, or with seconds, where it is the same or the line has none.
fn more_precise(day: Option<Date>, time: Option<Time>, told: &[Moment]) -> Option<Time> {
    let same_day = told.iter().filter(|told| told.day == day);
    let times = || same_day.clone().filter_map(|told| told.time);
    match time {
        None => times()
            .find(|told| told.zone.is_some())
            .or_else(|| times().next()),
        Some(own) => {
            // The markup may tell it in another zone; nearly all are whole hours apart.
            let is_same = |told: &Time| told.minute == own.minute;
            let is_more = |told: &Time| own.zone.is_none() && told.zone.is_some();
            times().filter(is_same).find(is_more).or(Some(own))
        }
    }
}

/// Whether two days are the same or next to each other, as the same moment is in two zones.
fn are_near(one: Option<Date>, other: Option<Date>) -> bool {
    let number = |date: Option<Date>| {
        let date = date?;
        // Years begin in March, so that the day that some of them have comes last.
        let (year, month) = match date.month {
            1 | 2 => (i32::from(date.year?) - 1, i32::from(date.month) + 9),
            month => (i32::from(date.year?), i32::from(month) - 3),
        };
        let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
        Some(365 * year + leap_days + (153 * month + 2) / 5 + i32::from(date.day))
    };
    number(one)
        .zip(number(other))
        .is_some_and(|(one, other)| one.abs_diff(other) <= 1)
}

/// The first day in the short lines below the title, whatever they are.
fn day_below(lines: &[Line<'_>], title: usize, order: Order) -> Option<Date> {
    let mut below = lines[title..].iter().filter(|line| line.kind != Kind::Blank);
    below
        .by_ref()
        .take(BELOW_TITLE)
        .filter(|line| line.text.chars().nth(SHORT).is_none() && !line.kind.is_body())
        .find_map(|line| dates::day(&folded(&line.text), order).filter(|day| day.year.is_some()))
}

/// The day of the last change, as the foot of a page may tell it.
fn day_of_change(lines: &[Line<'_>], order: Order) -> Option<Date> {
    let short = lines
        .iter()
        .filter(|line| line.text.chars().nth(2 * SHORT).is_none());
    let mut tell = short.filter(|line| !line.kind.is_body() && tells_update(&folded(&line.text)));
    tell.find_map(|line| {
        let moments = moments(&line.text, order);
        moments
            .into_iter()
            .find_map(|moment| moment.day.filter(|day| moment.is_update && day.year.is_some()))
    })
}

/// The text with a space where a large letter follows a small one, as in `Ana ReyesMay 3`.
fn unglued(text: &str) -> String {
    let mut parted = String::with_capacity(text.len());
    let mut last = ' ';
    for c in text.chars() {
        if c.is_uppercase() && last.is_lowercase() {
            parted.push(' ');
        }
        parted.push(c);
        last = c;
    }
    parted
}

/// What each part of a date line tells: "Updated 5 May | Published 4 May" has two.
fn moments(text: &str, order: Order) -> Vec<Moment> {
    text.split(['|', '•', '·'])
        .map(|part| {
            let day_unglued = || dates::day(&folded(&unglued(part)), order);
            let part = folded(part);
            Moment {
                day: dates::day(&part, order).or_else(day_unglued),
                time: dates::time(&part),
                is_update: tells_update(&part),
                words: part.split(' ').count(),
            }
        })
        .collect()
}

/// Whether a folded text has one of the words of updates.
fn tells_update(text: &str) -> bool {
    let mut places = text
        .bytes()
        .enumerate()
        .filter(|(_, byte)| BEGINS_UPDATED[usize::from(*byte)]);
    places.any(|(i, _)| {
        UPDATED
            .iter()
            .any(|word| text.as_bytes()[i..].starts_with(word.as_bytes()))
    })
}

/// The time of a line that has no day and little else, as where a page sets the day apart.
fn lone_time(moments: &[Moment]) -> Option<Time> {
    let mut lone = moments
        .iter()
        .filter(|moment| moment.day.is_none() && !moment.is_update && moment.words <= LONGEST_TIME);
    lone.find_map(|moment| moment.time)
}

/// The first day written in digits, year first, near the page's start: what machines put there is of this page.
fn numeric_day(lines: &[Line<'_>]) -> Option<Date> {
    lines
        .iter()
        .take(SEARCHED)
        .find_map(|line| dates::year_first(&folded(&line.text)))
}

fn iso(day: Date, time: Option<Time>) -> Option<String> {
    let date = format!("{:04}-{:02}-{:02}", day.year?, day.month, day.day);
    Some(match time {
        Some(time) => format!("{date}T{time}"),
        None => date,
    })
}

#[cfg(test)]
mod tests {
    use crate::article::tests::assembled_with;
    use crate::kind::Kind;

    /// The date of a page with these date lines and what Open Graph tells of it.
    fn time(lines: &[&str], told: &str) -> Option<String> {
        let lines: Vec<_> = std::iter::once((Kind::Title, "River"))
            .chain(lines.iter().map(|&line| (Kind::Date, line)))
            .collect();
        let head = format!("<meta property=article:published_time content='{told}'>");
        assembled_with(&lines, Some(&head), None).published_time
    }

    #[test]
    fn the_markup_makes_the_day_of_a_line_more_precise() {
        for (line, told, expected) in [
            (
                "25 February 2017",
                "2017-02-25T09:30:00+01:00",
                "2017-02-25T09:30:00+01:00",
            ),
            (
                "25 February 2017, 09:30",
                "2017-02-25T09:30:05Z",
                "2017-02-25T09:30:05Z",
            ),
            // The same moment in another zone, and another moment.
            (
                "25 February 2017, 10:30",
                "2017-02-25T09:30:05Z",
                "2017-02-25T09:30:05Z",
            ),
            (
                "25 February 2017, 10:30",
                "2017-02-25T09:31:05Z",
                "2017-02-25T10:30",
            ),
            // The line's day is the place's own.
            ("25 February 2017", "2017-02-26T04:30:00Z", "2017-02-25"),
            ("25 February 2017", "2016-02-26T04:30:00Z", "2017-02-25"),
        ] {
            assert_eq!(time(&[line], told).as_deref(), Some(expected), "{line} {told}");
        }
    }

    #[test]
    fn the_markup_tells_which_of_the_lines_is_the_pages_own() {
        let lines = ["11 December 2023", "Published 21 December 2023"];
        assert_eq!(time(&lines, "2023-12-21").as_deref(), Some("2023-12-21"));
        assert_eq!(time(&lines, "no date").as_deref(), Some("2023-12-11"));
    }

    #[test]
    fn days_beside_each_other_are_near_over_the_end_of_a_month() {
        let lines = ["3 January 2023", "Published 30 April 2023"];
        assert_eq!(time(&lines, "2023-05-01T01:00Z").as_deref(), Some("2023-04-30"));
        let lines = ["3 January 2023", "Published 28 February 2023"];
        assert_eq!(time(&lines, "2023-03-01T01:00Z").as_deref(), Some("2023-02-28"));
    }

    #[test]
    fn no_change_is_a_publication_where_the_markup_tells_one() {
        assert_eq!(
            time(&["Updated 3 May 2023"], "2017-02-25").as_deref(),
            Some("2017-02-25")
        );
        assert_eq!(time(&["Updated 3 May 2023"], "").as_deref(), Some("2023-05-03"));
    }

    #[test]
    fn the_markup_has_dates_in_many_forms() {
        for (told, expected) in [
            ("Thu, 23 Feb 2017 14:05:00 GMT", "2017-02-23T14:05:00Z"),
            ("2017-02-25 14:05:00", "2017-02-25T14:05:00"),
            ("25.02.2017", "2017-02-25"),
            ("2017-02-25T14:05:00.123-0500", "2017-02-25T14:05:00-05:00"),
        ] {
            assert_eq!(time(&[], told).as_deref(), Some(expected), "{told}");
        }
        assert_eq!(time(&[], "2017-02-31"), None);
    }

    #[test]
    fn short_lines_below_the_title_and_at_the_foot_may_tell_the_day() {
        let told =
            |kind, line| assembled_with(&[(Kind::Title, "River"), (kind, line)], None, None).published_time;
        assert_eq!(told(Kind::Other, "03.11.2021").as_deref(), Some("2021-11-03"));
        assert_eq!(told(Kind::Paragraph, "03.11.2021"), None);
        let changed = "This page was last updated on 29 January 2020, says the clerk of Tessel.";
        assert_eq!(told(Kind::Legal, changed).as_deref(), Some("2020-01-29"));
    }
}
