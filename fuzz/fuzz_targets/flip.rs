//! Lines of a page set by hand, and set back.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| copydesk_hostile::targets::flip(bytes));
