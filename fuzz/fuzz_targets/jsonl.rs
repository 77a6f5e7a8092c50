//! Rows for the command.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| copydesk_hostile::targets::jsonl(bytes));
