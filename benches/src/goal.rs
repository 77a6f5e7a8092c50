//! What was asked for, as ratios, and what was measured.

use serde::{Deserialize, Serialize};

use crate::clock::median;

/// Which side of what was asked is met.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// It, or more.
    AtLeast,
    /// It, or less.
    AtMost,
}

/// A row of the table of goals.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Goal {
    /// What is compared with what.
    pub name: String,
    /// Which side of `asked` is met.
    pub bound: Bound,
    /// The ratio that was asked for; none where the row is for comparison.
    pub asked: Option<f64>,
    /// The median of the rounds; none where it was not measured.
    pub measured: Option<f64>,
    /// The least of the rounds.
    pub least: Option<f64>,
    /// The most of the rounds.
    pub most: Option<f64>,
    /// What measures it.
    pub command: String,
}

impl Goal {
    /// A goal by the ratio that each round gave.
    pub fn new(
        name: &str,
        bound: Bound,
        asked: impl Into<Option<f64>>,
        command: &str,
        rounds: &[f64],
    ) -> Self {
        let of = |value: f64| Some(value).filter(|value| value.is_finite());
        Self {
            name: name.to_owned(),
            bound,
            asked: asked.into(),
            measured: of(median(rounds.to_vec())),
            least: of(rounds.iter().copied().fold(f64::INFINITY, f64::min)),
            most: of(rounds.iter().copied().fold(f64::NEG_INFINITY, f64::max)),
            command: command.to_owned(),
        }
    }

    /// Whether it is met; none where nothing was asked, or nothing measured.
    pub fn is_met(&self) -> Option<bool> {
        let (asked, measured) = (self.asked?, self.measured?);
        Some(match self.bound {
            Bound::AtLeast => measured >= asked,
            Bound::AtMost => measured <= asked,
        })
    }
}

/// What measures the goals that need the peers.
const WITH_PEERS: &str = "cargo xtask bench --peers DIR";

/// Text mode in Node against Readability on linkedom, by how many times as long that takes in each round.
pub fn readability(rounds: &[f64]) -> Goal {
    let name = "Readability on linkedom with the HTML / clean in Node with the text";
    Goal::new(name, Bound::AtLeast, 20.0, WITH_PEERS, rounds)
}

/// HTML mode against resiliparse, by how many times as long it takes in each round.
pub fn resiliparse(rounds: &[f64]) -> Goal {
    Goal::new(
        "clean_html / resiliparse, native",
        Bound::AtMost,
        1.0,
        WITH_PEERS,
        rounds,
    )
}

/// Both, where the peers have not been measured.
pub fn not_measured_with_peers() -> Vec<Goal> {
    vec![readability(&[]), resiliparse(&[])]
}

/// Prints the table.
pub fn print(goals: &[Goal]) {
    println!(
        "{:76} {:>14} {:>9}  {:15}",
        "goal, as a ratio", "asked", "measured", "in the rounds"
    );
    for goal in goals {
        let asked = goal.asked.map_or("for comparison".to_owned(), |asked| {
            let bound = match goal.bound {
                Bound::AtLeast => "at least",
                Bound::AtMost => "at most",
            };
            format!("{bound} {asked}")
        });
        let number = |number: Option<f64>| number.map_or("?".to_owned(), |number| format!("{number:.2}"));
        let met = match goal.is_met() {
            Some(true) => "met",
            Some(false) => "NOT MET",
            None if goal.measured.is_none() => &format!("not measured: {}", goal.command),
            None => "",
        };
        let rounds = format!("({} to {})", number(goal.least), number(goal.most));
        println!(
            "{:76} {asked:>14} {:>9}  {rounds:15}  {met}",
            goal.name,
            number(goal.measured)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Goal};

    #[test]
    fn a_goal_is_met_on_its_side() {
        let of = |bound, rounds: &[f64]| Goal::new("a", bound, 2.0, "b", rounds);
        let goal = of(Bound::AtMost, &[1.0, 3.0, 1.5]);
        assert_eq!(
            (goal.measured, goal.least, goal.most),
            (Some(1.5), Some(1.0), Some(3.0))
        );
        assert_eq!(goal.is_met(), Some(true));
        assert_eq!(of(Bound::AtLeast, &[1.0, 3.0, 1.5]).is_met(), Some(false));
        assert_eq!(of(Bound::AtLeast, &[]).is_met(), None);
        assert_eq!(Goal::new("a", Bound::AtMost, None, "b", &[1.0]).is_met(), None);
    }
}
