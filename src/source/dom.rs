//! A live document into text.
