//! Times of the day.

use std::fmt;
use std::sync::LazyLock;

use regex::Regex;

use super::{number, pattern};

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

/// The first time of day that a folded line names.
pub fn time(line: &str) -> Option<Time> {
    // A digit with what parts hours and minutes; all but the first three of these are beyond ASCII.
    let may_part = |two: &[u8]| two[0].is_ascii_digit() && (b":h.".contains(&two[1]) || !two[1].is_ascii());
    if !line.as_bytes().windows(2).any(may_part) {
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
