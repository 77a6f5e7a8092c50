//! What is timed natively of a page, each by itself.

use std::hint::black_box;

use copydesk::stages::{Described, Lines, Markup, Predicted};
use copydesk::{Options, clean, clean_html};
use copydesk_benches::peak::Peak;
use copydesk_benches::{clock, floor};

use crate::process::Mode;

/// What can be timed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// All of it.
    Whole,
    /// The least that has to be done.
    Floor,
    /// Another floor, for comparison.
    OtherFloor,
    /// The network, with what is gathered in its middle.
    Network,
    /// What is gathered in its middle alone.
    Middle,
    /// As many multiplications with an addition as the network's layers take, at the machine's best.
    Peak,
    /// The same, fused.
    Fused,
}

impl What {
    pub const ALL: [Self; 7] = [
        Self::Whole,
        Self::Floor,
        Self::OtherFloor,
        Self::Network,
        Self::Middle,
        Self::Peak,
        Self::Fused,
    ];
}

/// A page, and what its stages are given.
pub struct Native<'a> {
    mode: Mode,
    page: &'a str,
    lines: Lines<'a>,
    described: Described,
    inputs: Vec<f32>,
    predicted: Predicted,
    /// Forwards, and backwards for the reasons at the most.
    pub multiply_adds: (usize, usize),
}

impl<'a> Native<'a> {
    pub fn of_text(text: &'a str) -> Self {
        Self::new(Mode::Text, text, Lines::of_text(text))
    }

    pub fn of_html(html: &'a str, markup: &'a Markup) -> Self {
        Self::new(Mode::Html, html, markup.lines())
    }

    fn new(mode: Mode, page: &'a str, lines: Lines<'a>) -> Self {
        let described = lines.features();
        let inputs = lines.inputs(&described);
        let predicted = lines.network(&described, inputs.clone());
        Self {
            multiply_adds: lines.multiply_adds(&described),
            mode,
            page,
            lines,
            described,
            inputs,
            predicted,
        }
    }

    /// The milliseconds that it takes.
    pub fn milliseconds(&self, what: What, peak: &Peak) -> f64 {
        let page = self.page;
        let time = |run: &dyn Fn()| clock::milliseconds(page.len(), run);
        let Self {
            lines,
            described,
            inputs,
            predicted,
            multiply_adds: (forwards, _),
            ..
        } = self;
        match (what, self.mode) {
            (What::Whole, mode) => whole(mode, page),
            (What::Floor, mode) => self::floor(mode, page),
            (What::OtherFloor, Mode::Text) => time(&|| {
                black_box(floor::pieces(page));
            }),
            (What::OtherFloor, Mode::Html) => time(&|| {
                black_box(floor::whole_tokens(page));
            }),
            (What::Network, _) => time(&|| {
                black_box(lines.network(described, inputs.clone()));
            }),
            (What::Middle, _) => time(&|| {
                black_box(lines.middle(described, predicted));
            }),
            (What::Peak, _) => time(&|| {
                black_box(peak.apart(*forwards));
            }),
            (What::Fused, _) => time(&|| {
                black_box(peak.fused(*forwards));
            }),
        }
    }
}

/// The milliseconds of all of it.
pub fn whole(mode: Mode, page: &str) -> f64 {
    let options = Options::default();
    clock::milliseconds(page.len(), || match mode {
        Mode::Text => drop(black_box(clean(page, &options))),
        Mode::Html => drop(black_box(clean_html(page, &options))),
    })
}

/// The milliseconds of the least that has to be done.
pub fn floor(mode: Mode, page: &str) -> f64 {
    clock::milliseconds(page.len(), || match mode {
        Mode::Text => {
            black_box(floor::words(page));
        }
        Mode::Html => {
            black_box(floor::tokens(page));
        }
    })
}
