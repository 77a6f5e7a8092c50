//! When the article came out.

use super::Line;
use crate::dates::{self, Date, Order, Time};
use crate::kind::Kind;
use crate::metadata::{Field, Metadata, Source};
use crate::words::Folded;

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

/// How many lines from the page's start are searched for a date when no line is one.
const SEARCHED: usize = 40;

/// What a date line says of one moment.
struct Moment {
    day: Option<Date>,
    time: Option<Time>,
    is_update: bool,
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
    let published = moments
        .iter()
        .filter(|moment| !moment.is_update)
        .find(day_of)
        .or_else(|| told.first())
        .or_else(|| moments.iter().find(day_of));
    let (day, time) = match published {
        Some(moment) => {
            let time = moment.time.or_else(|| lone_time(&moments));
            (moment.day, more_precise(moment.day, time, &told))
        }
        None if lines.iter().any(|line| line.kept && line.kind == Kind::Title) => {
            (numeric_day(lines), lone_time(&moments))
        }
        None => (None, None),
    };
    let day = day.or_else(|| url.and_then(|url| dates::day(&Folded::new(url).text, Order::DayFirst)));
    iso(day?, time)
}

/// What the markup tells, the most trusted first.
fn told(metadata: &Metadata, order: Order) -> Vec<Moment> {
    let told = ORDER
        .iter()
        .flat_map(|&source| metadata.of(Field::Published, source));
    told.filter_map(|text| {
        let text = Folded::new(text).text;
        let day = dates::day(&text, order).filter(|day| day.year.is_some())?;
        Some(Moment {
            day: Some(day),
            time: dates::time(&text),
            is_update: false,
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
            let is_same = |told: &Time| (told.hour, told.minute) == (own.hour, own.minute);
            let is_more = |told: &Time| own.zone.is_none() && told.zone.is_some();
            times().filter(is_same).find(is_more).or(Some(own))
        }
    }
}

/// What each part of a date line tells: "Updated 5 May | Published 4 May" has two.
fn moments(text: &str, order: Order) -> Vec<Moment> {
    text.split(['|', '•', '·'])
        .map(|part| {
            let part = Folded::new(part).text;
            Moment {
                day: dates::day(&part, order),
                time: dates::time(&part),
                is_update: UPDATED.iter().any(|word| part.contains(word)),
            }
        })
        .collect()
}

/// The time of a line that has no day, as where a page sets the day apart.
fn lone_time(moments: &[Moment]) -> Option<Time> {
    let mut lone = moments
        .iter()
        .filter(|moment| moment.day.is_none() && !moment.is_update);
    lone.find_map(|moment| moment.time)
}

/// The first day written in digits, year first, near the page's start: what machines put there is of this page.
fn numeric_day(lines: &[Line<'_>]) -> Option<Date> {
    lines
        .iter()
        .take(SEARCHED)
        .find_map(|line| dates::year_first(&Folded::new(&line.text).text))
}

fn iso(day: Date, time: Option<Time>) -> Option<String> {
    let date = format!("{:04}-{:02}-{:02}", day.year?, day.month, day.day);
    Some(match time {
        Some(time) => format!("{date}T{time}"),
        None => date,
    })
}
