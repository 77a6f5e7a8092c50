//! The table.

use copydesk_peers::Page;

use crate::Times;
use crate::peers::Peer;

/// Prints what each took, and how many times as long as the first of them.
pub fn print(pages: &[Page], measured: &[(&Peer, Times)]) {
    let Some((_, ours)) = measured.first() else {
        return;
    };
    let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
    println!(
        "{} pages, {:.0} KB of HTML each, {} rounds. From a string to what is named last; warm, one thread, each by its \
         own clock.\n\
         A page's time is the median of its rounds. Times ours: all pages, median of the rounds (least to most); then \
         the median page.\n",
        pages.len(),
        bytes as f64 / 1e3 / pages.len() as f64,
        ours.len(),
    );
    println!(
        "{:24} {:>8} {:>8}  {:>6} {:15} {:>6}  {:>6}",
        "", "ms, mean", "median", "times", "ours, all pages", "median", "failed"
    );
    for (peer, times) in measured {
        let row = Row::new(times, ours);
        let name = format!("{} {}", peer.name, peer.program.version().unwrap_or_default());
        println!(
            "{name:24} {:8.2} {:8.2}  {:6.2} {:15} {:6.2}  {:6}  {}",
            row.mean,
            row.median,
            row.of_all,
            format!("({:.2} to {:.2})", row.least, row.most),
            row.of_median_page,
            row.failed,
            peer.gives,
        );
    }
}

/// What is said of one peer.
#[derive(Debug)]
struct Row {
    mean: f64,
    median: f64,
    /// How many times as long as ours on all pages that it did not fail on: the median of the rounds, and their range.
    of_all: f64,
    least: f64,
    most: f64,
    of_median_page: f64,
    /// Pages that it failed on.
    failed: usize,
}

impl Row {
    fn new(times: &Times, ours: &Times) -> Self {
        let pages = ours.first().map_or(0, Vec::len);
        // Both times of every page, as medians of the rounds.
        let mut both = Vec::new();
        for page in 0..pages {
            let of_rounds = |times: &Times| {
                times
                    .iter()
                    .map(|round| round[page])
                    .collect::<Option<Vec<f64>>>()
            };
            both.extend(
                of_rounds(times)
                    .zip(of_rounds(ours))
                    .map(|(theirs, ours)| (median(theirs), median(ours))),
            );
        }
        let of_round = |(theirs, ours): (&Vec<Option<f64>>, &Vec<Option<f64>>)| {
            let pairs = theirs
                .iter()
                .zip(ours)
                .filter_map(|(theirs, ours)| theirs.zip(*ours));
            let (theirs, ours) = pairs.fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
            theirs / ours
        };
        let rounds: Vec<f64> = times.iter().zip(ours).map(of_round).collect();
        let theirs = || both.iter().map(|(theirs, _)| *theirs);
        Self {
            mean: theirs().sum::<f64>() / both.len() as f64,
            median: median(theirs().collect()),
            least: rounds.iter().copied().fold(f64::INFINITY, f64::min),
            most: rounds.iter().copied().fold(0.0, f64::max),
            of_all: median(rounds),
            of_median_page: median(both.iter().map(|(theirs, ours)| theirs / ours).collect()),
            failed: pages - both.len(),
        }
    }
}

/// The upper one of the two in the middle where they are even in number.
fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::Row;

    #[test]
    fn a_page_that_failed_counts_for_neither() {
        let ours = vec![vec![Some(1.0), Some(2.0), Some(3.0)]; 3];
        let mut theirs = vec![vec![Some(2.0), None, Some(9.0)]; 3];
        theirs[1][0] = Some(200.0);
        let row = Row::new(&theirs, &ours);
        assert_eq!(row.failed, 1);
        assert!((row.mean - 5.5).abs() < 1e-9, "{row:?}");
        assert!((row.of_all - 11.0 / 4.0).abs() < 1e-9, "{row:?}");
        assert!((row.of_median_page - 3.0).abs() < 1e-9, "{row:?}");
    }
}
