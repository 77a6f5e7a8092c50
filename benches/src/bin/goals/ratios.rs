//! The ratios that were asked for, on the pages of the sample.

use anyhow::Result;
use copydesk::stages::Markup;
use copydesk_benches::clock::least;
use copydesk_benches::goal::{Bound, Goal};
use copydesk_benches::pages::Page;
use copydesk_benches::peak::Peak;
use indicatif::{ProgressBar, ProgressStyle};

use crate::native::{Native, What};
use crate::process::{Mode, Process};

const COMMAND: &str = "cargo xtask bench";

/// The milliseconds of all pages of one mode in one round.
#[derive(Clone, Copy, Debug, Default)]
struct Round {
    native: [f64; What::ALL.len()],
    node: f64,
    chromium: f64,
}

impl Round {
    fn of(&self, what: What) -> f64 {
        self.native[what as usize]
    }

    /// What the network's layers take.
    fn arithmetic(&self) -> f64 {
        self.of(What::Network) - self.of(What::Middle)
    }
}

/// Measures them in turns.
pub fn measure(
    sample: &[Page],
    rounds: usize,
    node: &mut Process,
    chromium: &mut Process,
) -> Result<Vec<Goal>> {
    let markup: Vec<Markup> = sample.iter().map(|page| Markup::read(&page.html)).collect();
    let texts = sample
        .iter()
        .enumerate()
        .map(|(at, page)| (at, page.paste.len(), Native::of_text(&page.paste)));
    let texts: Vec<_> = texts.filter(|(_, bytes, _)| *bytes > 0).collect();
    let html = sample.iter().zip(&markup).enumerate();
    let html = html.map(|(at, (page, markup))| (at, page.html.len(), Native::of_html(&page.html, markup)));
    let html: Vec<_> = html.filter(|(_, bytes, _)| *bytes > 0).collect();

    let bar = ProgressBar::new(((rounds + 1) * (texts.len() + html.len())) as u64);
    bar.set_style(ProgressStyle::with_template(
        "ratios {wide_bar} {percent}%, {eta} left",
    )?);
    let peak = Peak::default();
    let mut all = [Vec::new(), Vec::new()];
    // The first round warms up.
    for round in 0..=rounds {
        for ((mode, pages), all) in [(Mode::Text, &texts), (Mode::Html, &html)]
            .into_iter()
            .zip(&mut all)
        {
            let mut sum = Round::default();
            for (at, bytes, native) in pages {
                // Nobody is always the first.
                for turn in 0..What::ALL.len() + 2 {
                    let turn = (turn + at + round) % (What::ALL.len() + 2);
                    match What::ALL.get(turn) {
                        Some(&what) => sum.native[what as usize] += native.milliseconds(what, &peak),
                        None if turn == What::ALL.len() => {
                            sum.node += node.milliseconds(mode, *at, *bytes)?;
                        }
                        None => sum.chromium += chromium.milliseconds(mode, *at, *bytes)?,
                    }
                }
                bar.inc(1);
            }
            if round > 0 {
                all.push(sum);
            }
        }
    }
    bar.finish_and_clear();
    let [text, html_rounds] = all;
    let mut goals = of_text(&text);
    goals.extend(of_html(&html_rounds));
    goals.extend(of_model(&text, "text"));
    goals.extend(of_model(&html_rounds, "HTML"));
    let backwards = |pages: &[(usize, usize, Native<'_>)]| {
        let sum = |of: fn((usize, usize)) -> usize| {
            pages
                .iter()
                .map(|(.., native)| of(native.multiply_adds))
                .sum::<usize>()
        };
        sum(|(_, backwards)| backwards) as f64 / sum(|(forwards, _)| forwards) as f64
    };
    let forwards: usize = texts.iter().map(|(.., native)| native.multiply_adds.0).sum();
    let rate = |of: &dyn Fn(&Round) -> f64| forwards as f64 / 1e6 / least(text.iter().map(of));
    println!(
        "Of the network's multiply-adds forwards {:.1} billion a second are done; {:.1} could be in registers of {} numbers, \
         {:.1} if they were fused. Backwards, for the reasons, it does up to {:.2} (text) and {:.2} (HTML) times as many \
         more, which are not counted for it.",
        rate(&Round::arithmetic),
        rate(&|round| round.of(What::Peak)),
        Peak::lanes(),
        rate(&|round| round.of(What::Fused)),
        backwards(&texts),
        backwards(&html),
    );
    Ok(goals)
}

fn ratios(rounds: &[Round], ratio: impl Fn(&Round) -> f64) -> Vec<f64> {
    rounds.iter().map(ratio).collect()
}

fn of_text(rounds: &[Round]) -> Vec<Goal> {
    let goal = |name: &str, asked: Option<f64>, ratio: fn(&Round) -> f64| {
        Goal::new(name, Bound::AtMost, asked, COMMAND, &ratios(rounds, ratio))
    };
    vec![
        goal(
            "text, native, all but the model's arithmetic / split lines, hash words",
            Some(6.0),
            |round| (round.of(What::Whole) - round.arithmetic()) / round.of(What::Floor),
        ),
        goal("text, native, whole / split lines, hash words", None, |round| {
            round.of(What::Whole) / round.of(What::Floor)
        }),
        goal(
            "text, native, whole / split lines, hash what stands between spaces",
            None,
            |round| round.of(What::Whole) / round.of(What::OtherFloor),
        ),
        goal("text, wasm in Node / native", Some(2.0), |round| {
            round.node / round.of(What::Whole)
        }),
        goal("text, wasm in Chromium / native", Some(2.0), |round| {
            round.chromium / round.of(What::Whole)
        }),
    ]
}

fn of_html(rounds: &[Round]) -> Vec<Goal> {
    let goal = |name: &str, asked: Option<f64>, ratio: fn(&Round) -> f64| {
        Goal::new(name, Bound::AtMost, asked, COMMAND, &ratios(rounds, ratio))
    };
    vec![
        goal(
            "HTML, native, whole / html5gum's tokens alone",
            Some(2.0),
            |round| round.of(What::Whole) / round.of(What::Floor),
        ),
        goal(
            "HTML, native, whole / html5gum's tokens with all that is in them",
            None,
            |round| round.of(What::Whole) / round.of(What::OtherFloor),
        ),
        goal("HTML, wasm in Node / native", Some(2.0), |round| {
            round.node / round.of(What::Whole)
        }),
        goal("HTML, wasm in Chromium / native", Some(2.0), |round| {
            round.chromium / round.of(What::Whole)
        }),
    ]
}

/// How much of the machine's best the network's layers reach.
fn of_model(rounds: &[Round], mode: &str) -> Vec<Goal> {
    let goal = |name: &str, asked: Option<f64>, what: What| {
        let ratio = ratios(rounds, |round| round.of(what) / round.arithmetic());
        Goal::new(
            &format!("{mode}, native, {name}"),
            Bound::AtLeast,
            asked,
            COMMAND,
            &ratio,
        )
    };
    vec![
        goal(
            "speed of the model / of its multiplications and additions",
            Some(0.5),
            What::Peak,
        ),
        goal(
            "speed of the model / of its multiply-adds, if they were fused",
            None,
            What::Fused,
        ),
    ]
}
