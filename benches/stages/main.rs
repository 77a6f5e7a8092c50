//! How long each stage of the road takes, and the whole, and the floor beside them, of text and of HTML, from 1 KB to
//! 10 MB: `cargo xtask bench` runs it.
//!
//! Each stage is given what the one before made. All run one after another, so what one takes beside another is measured
//! better by the goals, which take turns.

use std::hint::black_box;
use std::time::Duration;

use copydesk::stages::{Lines, Markup};
use copydesk::{Options, clean, clean_html};
use copydesk_benches::{floor, pages, shapes};
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, BenchmarkId, Criterion, Throughput};

/// How long each is timed, unless ten runs take longer.
const WARM_UP: Duration = Duration::from_millis(200);
const TIME: Duration = Duration::from_millis(600);
const SAMPLES: usize = 10;

fn main() {
    let mut criterion = Criterion::default()
        .warm_up_time(WARM_UP)
        .measurement_time(TIME)
        .sample_size(SAMPLES)
        .configure_from_args();
    text(&mut criterion);
    html(&mut criterion);
    criterion.final_summary();
}

fn text(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("text");
    for size in pages::SIZES {
        let text = shapes::text(size);
        let mut stages = Stages::new(&mut group, size);
        stages.time("floor", || floor::words(&text));
        stages.time("whole", || clean(&text, &Options::default()).length);
        stages.time("lines", || Lines::of_text(&text));
        stages.all(&Lines::of_text(&text));
    }
    group.finish();
}

fn html(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("html");
    for size in pages::SIZES {
        let html = shapes::html(size);
        let mut stages = Stages::new(&mut group, size);
        stages.time("floor", || floor::tokens(&html));
        stages.time("whole", || clean_html(&html, &Options::default()).length);
        let markup = Markup::read(&html);
        stages.time("markup", || Markup::read(&html));
        stages.time("lines", || markup.lines());
        stages.all(&markup.lines());
    }
    group.finish();
}

/// The stages of one size.
struct Stages<'a, 'b> {
    group: &'a mut BenchmarkGroup<'b, WallTime>,
    size: usize,
}

impl<'a, 'b> Stages<'a, 'b> {
    fn new(group: &'a mut BenchmarkGroup<'b, WallTime>, size: usize) -> Self {
        group.throughput(Throughput::Bytes(size as u64));
        Self { group, size }
    }

    fn time<T>(&mut self, stage: &str, run: impl Fn() -> T) {
        self.group
            .bench_function(BenchmarkId::new(stage, self.size), |bencher| {
                bencher.iter(|| black_box(run()));
            });
    }

    /// Those that text and HTML share.
    fn all(&mut self, lines: &Lines<'_>) {
        let options = Options::default();
        let described = lines.features();
        self.time("features", || lines.features());
        let inputs = lines.inputs(&described);
        self.time("inputs", || lines.inputs(&described));
        let predicted = lines.network(&described, inputs.clone());
        self.time("network", || lines.network(&described, inputs.clone()));
        let labelled = lines.labels(&described, &predicted, &options);
        self.time("labels", || lines.labels(&described, &predicted, &options));
        self.time("article", || lines.article(&labelled, &options, |_| ()));
        lines.article(&labelled, &options, |outputs| self.time("outputs", outputs));
    }
}
