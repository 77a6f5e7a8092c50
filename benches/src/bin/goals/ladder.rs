//! Time over size: ordinary pages, one after another, from 1 KB to 10 MB.

use anyhow::Result;
use copydesk_benches::clock::least;
use copydesk_benches::pages::{Page, SIZES};
use copydesk_benches::shapes;
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::native;
use crate::process::{Mode, Process};

/// The milliseconds of a page of so many bytes, by what cleans it.
#[derive(Debug, Serialize)]
pub struct Size {
    mode: Mode,
    bytes: usize,
    floor: f64,
    native: f64,
    node: f64,
    chromium: f64,
}

/// A page of each size, as text and as HTML.
pub fn pages() -> Vec<Page> {
    let page = |size| Page {
        html: shapes::html(size),
        paste: shapes::text(size),
    };
    SIZES.into_iter().map(page).collect()
}

/// Measures them in turns. `first`: how the processes count the first of them.
pub fn measure(
    pages: &[Page],
    first: usize,
    rounds: usize,
    node: &mut Process,
    chromium: &mut Process,
) -> Result<Vec<Size>> {
    let mut sizes = Vec::new();
    let bar = ProgressBar::new((2 * rounds * pages.len()) as u64);
    bar.set_style(ProgressStyle::with_template(
        "sizes {wide_bar} {percent}%, {eta} left",
    )?);
    for mode in [Mode::Text, Mode::Html] {
        for (at, page) in pages.iter().enumerate() {
            let text = match mode {
                Mode::Text => &page.paste,
                Mode::Html => &page.html,
            };
            let mut times = [const { Vec::new() }; 4];
            for _ in 0..rounds {
                times[0].push(native::floor(mode, text));
                times[1].push(native::whole(mode, text));
                times[2].push(node.milliseconds(mode, first + at, text.len())?);
                times[3].push(chromium.milliseconds(mode, first + at, text.len())?);
                bar.inc(1);
            }
            let [floor, native, node, chromium] = times.map(least);
            sizes.push(Size {
                mode,
                bytes: text.len(),
                floor,
                native,
                node,
                chromium,
            });
        }
    }
    bar.finish_and_clear();
    Ok(sizes)
}

/// Prints them.
pub fn print(sizes: &[Size]) {
    println!(
        "\n{:6} {:>10} {:>12} {:>12} {:>12} {:>12}   ms, least of the rounds",
        "mode", "bytes", "floor", "native", "Node", "Chromium"
    );
    for size in sizes {
        let mode = match size.mode {
            Mode::Text => "text",
            Mode::Html => "HTML",
        };
        println!(
            "{mode:6} {:>10} {:>12.4} {:>12.4} {:>12.4} {:>12.4}",
            size.bytes, size.floor, size.native, size.node, size.chromium
        );
    }
}
