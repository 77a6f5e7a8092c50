//! What the benchmarks share: the pages that are timed, the floor they are held against, and how a time is taken.
//!
//! Nothing here is a test: a machine's clock decides nothing but what is printed.

pub mod arguments;
pub mod clock;
pub mod floor;
pub mod goal;
pub mod pages;
pub mod peak;
pub mod shapes;
