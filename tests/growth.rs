//! A longer text or page costs memory in proportion, whatever it is: counted, not timed.
//!
//! Work that grows faster than the text mostly asks for memory that does; for what does not, `cargo xtask test` counts
//! the instructions on the same inputs.

use allocation_counter::{AllocationInfo, measure};
use copydesk_hostile::shapes::{self, Form};

/// The smaller of the two sizes, in bytes: large enough that what every page needs is lost in it.
const SIZE: usize = 8 * 1024;

/// How many times as long the larger text is.
const TIMES: usize = 8;

/// So many times as much may be needed: buffers double as they grow, the last may be larger than it need be, and lines of a
/// longer page may be labelled otherwise, as kinds that ask for more. What grows with the square of the length needs 64
/// times as much.
const MOST: f64 = 1.7 * TIMES as f64;

fn cost(form: Form, input: &str) -> AllocationInfo {
    measure(|| {
        form.run(input);
    })
}

#[test]
fn memory_grows_as_the_text_does() {
    check(&[Form::Text, Form::Both, Form::Rows]);
}

#[test]
fn memory_grows_as_the_html_does() {
    check(&[Form::Html]);
}

fn check(forms: &[Form]) {
    for (form, (name, make)) in shapes::all().filter(|(form, _)| forms.contains(form)) {
        let (short, long) = (make(SIZE), make(TIMES * SIZE));
        // The patterns that the text needs are built once, here.
        cost(form, &short);
        let (short, long) = (cost(form, &short), cost(form, &long));
        for (what, short, long) in [
            ("allocations", short.count_total, long.count_total),
            ("bytes", short.bytes_total, long.bytes_total),
            ("bytes at a time", short.bytes_max, long.bytes_max),
        ] {
            let growth = long as f64 / short as f64;
            println!(
                "{:13} {name:34} {what:15} {short:10} {long:10} {growth:.2}",
                form.name()
            );
            assert!(
                growth <= MOST,
                "{}: {name}: {short} {what}, but {long} when it is {TIMES} times as long",
                form.name()
            );
        }
    }
}
