//! Any options, and a page; its HTML beside a text.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| copydesk_hostile::targets::options(bytes));
