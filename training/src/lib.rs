//! Pages with known answers: how they are read, what is learned from them, and how the classifier is scored on them.

pub mod calibrate;
pub mod corpus;
pub mod examples;
pub mod export;
pub mod folds;
pub mod forms;
pub mod gold;
pub mod learn;
pub mod markup;
pub mod measure;
pub mod mode;
pub mod net;
pub mod record;
pub mod renderings;
pub mod score;
pub mod site;
pub mod thinned;
