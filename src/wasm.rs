//! The one file that knows JavaScript values.
