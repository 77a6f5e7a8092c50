//! What the classifier is measured by, beside the measures of the sets' makers.

mod confusion;
pub mod heading;
pub mod held;
mod outcome;
mod trust;

pub use confusion::{Confusion, ENOUGH_LINES, KindRow};
pub use outcome::Outcome;
pub use trust::{Calibration, CalibrationBin, area_under_curve};
