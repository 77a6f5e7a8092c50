//! Pages with known answers: how they are read, and how the classifier is scored on them.

pub mod corpus;
pub mod score;
