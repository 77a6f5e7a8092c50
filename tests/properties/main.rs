//! What holds for every text.
//!
//! The same texts each time, so that a run tells of the code and not of chance, and nothing is written to disk.
//! `PROPTEST_CASES=20000 cargo test --release --test properties` searches further, with new texts each time.

mod html;
mod inline;
mod lines;
mod markdown;
mod markup;
mod setting;
mod texts;

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed};

use copydesk::{Article, Kind, Options, clean};

/// Where the random numbers start; any number would do.
const SEED: u64 = 2017;

/// So many texts find what is wrong often, and do not take long without optimization.
const CASES: u32 = 100;

/// How the properties are tried.
fn config() -> Config {
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return Config {
            failure_persistence: None,
            ..Config::default()
        };
    }
    Config {
        cases: CASES,
        rng_seed: RngSeed::Fixed(SEED),
        failure_persistence: None,
        ..Config::default()
    }
}

/// Any options: any strictness, and some kinds kept or dropped against the custom.
fn options() -> impl Strategy<Value = Options> {
    let kinds = proptest::sample::subsequence(&Kind::ALL[..], 0..4);
    let url = proptest::option::of(proptest::sample::select(
        &["https://www.tessel.example/2020/05/04/a?b", "not an address", ""][..],
    ));
    (0_f32..=1.0, kinds.clone(), kinds, url).prop_map(|(strictness, keep, drop, url)| {
        let options = Options::default().strictness(strictness).expect("from 0 to 1");
        let options = keep.into_iter().fold(options, Options::keep);
        let options = drop.into_iter().fold(options, Options::drop);
        match url {
            Some(url) => options.url(url),
            None => options,
        }
    })
}

/// Most often the options that most callers have.
fn usual_options() -> impl Strategy<Value = Options> {
    prop_oneof![Just(Options::default()), options()]
}

/// Labels for an article that owes nothing to the classifier: the kind of each line that is not blank and whether it
/// is kept, over and over.
fn labels() -> impl Strategy<Value = Vec<(Kind, bool)>> {
    let kind =
        proptest::sample::select(&Kind::ALL[..]).prop_filter("a blank line", |kind| *kind != Kind::Blank);
    let kept = proptest::bool::weighted(0.8);
    proptest::collection::vec((kind, kept), 1..60)
}

/// The article of a text whose lines have these labels.
fn labelled<'a>(text: &'a str, labels: &[(Kind, bool)]) -> Article<'a> {
    let mut article = clean(text, &Options::default());
    let lines = article.lines.iter_mut().filter(|line| line.kind != Kind::Blank);
    for (line, &(kind, kept)) in lines.zip(labels.iter().cycle()) {
        line.kind = kind;
        line.kept = kept;
    }
    article.with([]).expect("no line is named")
}
