//! The table, and the same for machines.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use copydesk_benches::clock::median;
use copydesk_benches::goal::{self, Goal};
use copydesk_peers::Page;
use serde::Serialize;

use crate::Times;
use crate::peers::{PEERS, Peer, READABILITY, RESILIPARSE, TEXT_IN_NODE};

/// What was measured.
#[derive(Serialize)]
pub struct Report {
    pages: usize,
    /// Of HTML, a page.
    bytes: f64,
    rounds: usize,
    rows: Vec<Row>,
    goals: Vec<Goal>,
}

/// What is said of one peer.
#[derive(Debug, Serialize)]
struct Row {
    name: &'static str,
    version: Option<&'static str>,
    gives: &'static str,
    /// Milliseconds of a page.
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

impl Report {
    pub fn new(pages: &[Page], measured: &[(&Peer, Times)]) -> Self {
        let times = |name: &str| {
            measured
                .iter()
                .find(|(peer, _)| peer.name == name)
                .map(|(_, times)| times)
        };
        let ours = times(PEERS[0].name);
        let rounds = |of: &str, by: &str| match (times(of), times(by)) {
            (Some(of), Some(by)) => of.iter().zip(by).map(|(of, by)| ratio(of, by)).collect(),
            _ => Vec::new(),
        };
        let bytes: usize = pages.iter().map(|page| page.html.len()).sum();
        Self {
            pages: pages.len(),
            bytes: bytes as f64 / pages.len() as f64,
            rounds: ours.map_or(0, Vec::len),
            rows: measured
                .iter()
                .filter_map(|(peer, times)| Some(Row::new(peer, times, ours?)))
                .collect(),
            goals: vec![
                goal::readability(&rounds(READABILITY, TEXT_IN_NODE)),
                goal::resiliparse(&rounds(PEERS[0].name, RESILIPARSE)),
            ],
        }
    }

    /// Prints what each took, and how many times as long as the first of them.
    pub fn print(&self) {
        println!(
            "{} pages, {:.0} KB of HTML each, {} rounds. From a string to what is named last; warm, one thread, each by its \
             own clock.\n\
             A page's time is the median of its rounds. Times ours: all pages, median of the rounds (least to most); then \
             the median page.\n",
            self.pages,
            self.bytes / 1e3,
            self.rounds,
        );
        println!(
            "{:27} {:>8} {:>8}  {:>6} {:15} {:>6}  {:>6}",
            "", "ms, mean", "median", "times", "ours, all pages", "median", "failed"
        );
        for row in &self.rows {
            let name = format!("{} {}", row.name, row.version.unwrap_or_default());
            println!(
                "{name:27} {:8.2} {:8.2}  {:6.2} {:15} {:6.2}  {:6}  {}",
                row.mean,
                row.median,
                row.of_all,
                format!("({:.2} to {:.2})", row.least, row.most),
                row.of_median_page,
                row.failed,
                row.gives,
            );
        }
        println!();
        goal::print(&self.goals);
    }

    pub fn write(&self, file: &Path) -> Result<()> {
        fs::write(file, serde_json::to_vec_pretty(self)?)
            .with_context(|| format!("cannot write {}", file.display()))?;
        println!("\nThe same for machines: {}", file.display());
        Ok(())
    }
}

/// How many times as long the pages took in one round, without those that one of both failed on.
fn ratio(of: &[Option<f64>], by: &[Option<f64>]) -> f64 {
    let pairs = of.iter().zip(by).filter_map(|(of, by)| of.zip(*by));
    let (of, by) = pairs.fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0, sum.1 + pair.1));
    of / by
}

impl Row {
    fn new(peer: &Peer, times: &Times, ours: &Times) -> Self {
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
        let rounds: Vec<f64> = times
            .iter()
            .zip(ours)
            .map(|(theirs, ours)| ratio(theirs, ours))
            .collect();
        let theirs = || both.iter().map(|(theirs, _)| *theirs);
        Self {
            name: peer.name,
            version: peer.program.version(),
            gives: peer.gives,
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

#[cfg(test)]
mod tests {
    use super::{Report, Row};
    use crate::Times;
    use crate::peers::PEERS;

    #[test]
    fn a_page_that_failed_counts_for_neither() {
        let ours = vec![vec![Some(1.0), Some(2.0), Some(3.0)]; 3];
        let mut theirs = vec![vec![Some(2.0), None, Some(9.0)]; 3];
        theirs[1][0] = Some(200.0);
        let row = Row::new(&PEERS[1], &theirs, &ours);
        assert_eq!(row.failed, 1);
        assert!((row.mean - 5.5).abs() < 1e-9, "{row:?}");
        assert!((row.of_all - 11.0 / 4.0).abs() < 1e-9, "{row:?}");
        assert!((row.of_median_page - 3.0).abs() < 1e-9, "{row:?}");
    }

    #[test]
    fn a_goal_is_of_two_peers_and_not_measured_without_one() {
        let times = |milliseconds: f64| -> Times { vec![vec![Some(milliseconds)]; 3] };
        let measured: Vec<_> = PEERS
            .iter()
            .map(|peer| {
                let is_fast = peer.name.starts_with("Copydesk");
                (peer, times(if is_fast { 1.0 } else { 30.0 }))
            })
            .collect();
        let page = copydesk_peers::Page {
            html: "a".to_owned(),
            paste: "a".to_owned(),
        };
        let report = Report::new(std::slice::from_ref(&page), &measured);
        assert_eq!(report.rows.len(), PEERS.len());
        assert_eq!(report.goals[0].measured, Some(30.0));
        assert_eq!(report.goals[1].measured, Some(1.0 / 30.0));
        let without = Report::new(&[page], &measured[..1]);
        assert_eq!(without.goals[0].measured, None);
    }
}
