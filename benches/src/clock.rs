//! How a time is taken.
//!
//! A page is cleaned several times in a row, and its time is the least of these: whatever else the machine does can only
//! make it longer. What is said of rounds, in which all that is compared takes its turn, are medians.

use std::time::Instant;

/// Short pages are cleaned so often in a row that so many bytes are read, within these bounds.
const ENOUGH: usize = 400_000;
const FEWEST: usize = 5;
const MOST: usize = 40;

/// Longer pages are cleaned once a turn, and not before the clock runs: filling caches is nothing to them.
const LONG: usize = 500_000;

/// So many bytes at least are cleaned between two looks at the clock, as browsers' clocks are coarse.
const COARSE: usize = 5_000;

/// How a page is timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Turn {
    /// How often the clock is read.
    pub times: usize,
    /// How often the page is cleaned between.
    pub batch: usize,
    /// Whether it is cleaned once before: others had the machine meanwhile.
    pub warm: bool,
}

impl Turn {
    /// How a page of so many bytes is timed.
    pub fn of(bytes: usize) -> Self {
        let is_long = bytes >= LONG;
        Self {
            times: if is_long {
                1
            } else {
                (ENOUGH / bytes.max(1)).clamp(FEWEST, MOST)
            },
            batch: COARSE.div_ceil(bytes.max(1)).min(COARSE / 1_000),
            warm: !is_long,
        }
    }
}

/// The milliseconds of one run of a page of so many bytes.
pub fn milliseconds(bytes: usize, run: impl Fn()) -> f64 {
    let Turn { times, batch, warm } = Turn::of(bytes);
    if warm {
        run();
    }
    let each = (0..times).map(|_| {
        let start = Instant::now();
        for _ in 0..batch {
            run();
        }
        start.elapsed().as_secs_f64() * 1e3 / batch as f64
    });
    least(each)
}

/// The least of them; infinite where there are none.
pub fn least(values: impl IntoIterator<Item = f64>) -> f64 {
    values.into_iter().fold(f64::INFINITY, f64::min)
}

/// The upper one of the two in the middle where they are even in number; no number where there are none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::{Turn, median};

    #[test]
    fn short_pages_are_done_often_and_long_ones_once() {
        let turn = |times, batch, warm| Turn { times, batch, warm };
        assert_eq!(Turn::of(0), turn(40, 5, true));
        assert_eq!(Turn::of(1_000), turn(40, 5, true));
        assert_eq!(Turn::of(40_000), turn(10, 1, true));
        assert_eq!(Turn::of(200_000), turn(5, 1, true));
        assert_eq!(Turn::of(10_000_000), turn(1, 1, false));
    }

    #[test]
    fn the_median_stands_in_the_middle() {
        assert!((median(vec![9.0, 1.0, 2.0]) - 2.0).abs() < 1e-9);
        assert!((median(vec![4.0, 1.0]) - 4.0).abs() < 1e-9);
        assert!(median(Vec::new()).is_nan());
    }
}
