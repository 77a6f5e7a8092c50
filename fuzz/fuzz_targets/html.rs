//! A page's HTML.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| copydesk_hostile::targets::html(bytes));
