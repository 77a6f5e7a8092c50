//! Time and memory, as the input grows to a hundred times its size: `cargo xtask bench` runs it.
//!
//! Of a text or page that is linear, a megabyte takes the same time at every size, so what matters are the ratios of
//! these; small differences are the machine's. The sizes take turns, so that a machine that is slow for a while is slow
//! for all. The memory is what is allocated at a time, without the input: it is counted, and does not vary. Counting
//! makes every allocation a little slower.
//!
//! Everything runs on a stack as small as WebAssembly's.

use std::hint::black_box;
use std::io::{self, Write as _};
use std::thread;
use std::time::Instant;

use allocation_counter::measure;
use copydesk::{Article, Options, clean, clean_html};
use copydesk_benches::clock::median;
use copydesk_benches::shapes::{HTML, Shape, TEXT};

/// In bytes.
const SIZES: [usize; 3] = [100_000, 1_000_000, 10_000_000];

/// What a process of WebAssembly has, in bytes.
const STACK: usize = 1024 * 1024;

/// How often every size is timed, unless that takes more seconds: once at least.
const ROUNDS: usize = 5;
const LONG: f64 = 10.0;

/// Smaller inputs are cleaned so often in a round that the clock has this many seconds to measure, at most
/// [`MOST_TIMES`].
const ENOUGH: f64 = 0.02;
const MOST_TIMES: usize = 20;

/// Where a step to ten times the size makes a megabyte take this many times as long, the row is marked. What grows with
/// the square takes ten times as long; caches and fresh pages of memory alone make it up to two.
const GROWS: f64 = 3.0;

/// What takes fewer milliseconds for a megabyte is not marked: so fast, it is the memory that is timed.
const FAST: f64 = 10.0;

/// One of the ways to clean a page.
type Clean = for<'a> fn(&'a str, &Options) -> Article<'a>;

fn main() {
    let bench = thread::Builder::new().stack_size(STACK).spawn(bench);
    let ended = bench.expect("a thread can be started").join();
    ended.expect("nothing panics");
}

fn bench() {
    println!(
        "{:44} {:>26}   {:>11}   {:>20}",
        "", "ms for each MB, of", "ratios", "bytes for each byte"
    );
    let sizes = SIZES.map(|size| format!("{} MB", size as f64 / 1e6));
    println!(
        "{:44} {:>8} {:>8} {:>8}   {:>5} {:>5}   {:>6} {:>6} {:>6}",
        "", sizes[0], sizes[1], sizes[2], "", "", sizes[0], sizes[1], sizes[2]
    );
    let mut grown = Vec::new();
    let text = TEXT
        .iter()
        .map(|(name, shape)| ("text", name, clean as Clean, *shape));
    let html = HTML
        .iter()
        .map(|(name, shape)| ("HTML", name, clean_html as Clean, *shape));
    for (mode, name, clean, shape) in text.chain(html) {
        let name = format!("{mode}: {name}");
        print!("{name:44} ");
        // The row's name is seen while the row is measured.
        io::stdout().flush().ok();
        let row = Row::of(clean, shape);
        let mark = if row.grows() { "  grows" } else { "" };
        println!("{row}{mark}");
        if row.grows() {
            grown.push(name);
        }
    }
    if grown.is_empty() {
        println!("\nNo megabyte takes {GROWS} times as long where there are ten times as many.");
    } else {
        println!("\nNot linear, or the machine was busy: {}", grown.join("; "));
    }
}

/// What is known of one shape, for each of [`SIZES`].
struct Row {
    /// Seconds for each byte.
    times: [f64; SIZES.len()],
    /// Bytes for each byte.
    memory: [f64; SIZES.len()],
}

impl Row {
    fn of(clean: Clean, shape: Shape) -> Self {
        let inputs = SIZES.map(shape);
        let options = Options::default();
        let run = |input: &str| {
            black_box(clean(black_box(input), &options));
        };
        // Patterns are built when they are first needed: that is no memory of the page.
        run(&inputs[0]);
        let mut memory = [0.0; SIZES.len()];
        for (memory, input) in memory.iter_mut().zip(&inputs) {
            *memory = measure(|| run(input)).bytes_max as f64 / input.len() as f64;
        }
        let mut rounds = [const { Vec::new() }; SIZES.len()];
        let start = Instant::now();
        for round in 0..ROUNDS {
            if round > 0 && start.elapsed().as_secs_f64() > LONG {
                break;
            }
            for (times, input) in rounds.iter_mut().zip(&inputs) {
                times.push(time(|| run(input)) / input.len() as f64);
            }
        }
        Self {
            times: rounds.map(median),
            memory,
        }
    }

    /// How many times as long as at the size before.
    fn ratios(&self) -> [f64; SIZES.len() - 1] {
        std::array::from_fn(|k| self.times[k + 1] / self.times[k])
    }

    fn grows(&self) -> bool {
        let is_slow = self.times.iter().any(|time| time * 1e9 >= FAST);
        is_slow && self.ratios().iter().any(|&ratio| ratio >= GROWS)
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Seconds for a byte are as many as millions of them for a megabyte.
        self.times
            .iter()
            .try_for_each(|time| write!(f, "{:8.1} ", time * 1e9))?;
        self.ratios()
            .iter()
            .try_for_each(|ratio| write!(f, " {ratio:5.2}"))?;
        write!(f, "  ")?;
        self.memory
            .iter()
            .try_for_each(|memory| write!(f, " {memory:6.1}"))
    }
}

/// The seconds that one run takes: of short ones, the mean of several.
fn time(run: impl Fn()) -> f64 {
    let (mut times, start) = (0, Instant::now());
    while times == 0 || start.elapsed().as_secs_f64() < ENOUGH && times < MOST_TIMES {
        run();
        times += 1;
    }
    start.elapsed().as_secs_f64() / times as f64
}
