//! What holds for every input, in one place: the fuzzers ask it of what they think up, the tests of what was saved, and
//! the properties of what chance gives them.

#![allow(
    clippy::missing_panics_doc,
    reason = "a panic is how it is told what does not hold"
)]

#[path = "../../content/mod.rs"]
pub mod content;
pub mod inputs;
pub mod invariants;
pub mod rows;
pub mod shapes;
pub mod targets;
