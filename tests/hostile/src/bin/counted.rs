//! Runs every shape at two sizes, for callgrind to count the instructions: `cargo xtask test` reads what it counts.
//!
//! One process runs many shapes, as callgrind takes longer to start than most of them do. It counts in [`counted`] alone
//! and writes the count each time that ends; this program says, in that order, what was counted.

use std::env;
use std::hint::black_box;

use copydesk_hostile::shapes::{self, Form};

/// The smaller of the two sizes, in bytes.
const SIZE: usize = 1024;

/// Lines cost more than bytes: where there are so few of them, the input is so many times as long, so that what little
/// grows there shows.
const FEW_LINES: usize = 16;
const TIMES_FOR_FEW: usize = 8;

/// How many times as long the larger input is.
const TIMES: usize = 8;

fn main() {
    let numbers: Vec<usize> = env::args()
        .skip(1)
        .filter_map(|number| number.parse().ok())
        .collect();
    let [share, of] = numbers[..] else {
        panic!("give two numbers: which share of the shapes, of how many");
    };
    let shapes = shapes::all().enumerate();
    for (_, (form, (name, make))) in shapes.filter(|(index, _)| index % of == share) {
        // What every page needs, patterns above all, is made here.
        let lines = form.run(&make(SIZE));
        let times = if lines <= FEW_LINES { TIMES_FOR_FEW } else { 1 };
        for size in [SIZE, TIMES * SIZE] {
            let input = make(times * size);
            counted(form, &input);
            println!("{}: {name}\t{}", form.name(), input.len());
        }
    }
}

#[inline(never)]
fn counted(form: Form, input: &str) {
    black_box(form.run(black_box(input)));
}
