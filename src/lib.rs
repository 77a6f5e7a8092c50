//! Paste a messy web page, get the article.
//!
//! Every extractor of articles needs a page's HTML. Copydesk takes the text, the way a person gets it with
//! select-all and copy: it gives each line a kind (paragraph, byline, navigation, related ...), a score and a reason,
//! and the lines whose kind is content make the article, word for word.
//!
//! ```
//! let paste = "Home\nNews\n\nRiver returns to its bed\n\nBy Ana Reyes\n\nAfter nine days of flood the Orla is back \
//!     within its banks, the water board of Tessel said on Friday. Crews will inspect the dikes for a week.\n\n\
//!     Most people went home on the same day, and the schools open again on Monday.\n\nPrivacy\nTerms of use\n";
//! let article = copydesk::clean(paste, &copydesk::Options::default());
//! assert_eq!(article.title.as_deref(), Some("River returns to its bed"));
//! assert!(article.text_content.starts_with("After nine days of flood"));
//!
//! // Nothing is silently deleted: each line tells what became of it, and any of them can be set.
//! assert!(!article.lines[0].kept);
//! let with_home = article.with([(1, true)])?;
//! assert!(with_home.text_content.starts_with("Home\n\nAfter"));
//! # Ok::<(), copydesk::UnknownLine>(())
//! ```
//!
//! The road runs one way: source, lines, features, model, labels, article, output.

mod article;
mod chars;
mod clean;
mod dates;
mod features;
mod kind;
mod labels;
mod language;
mod markup;
mod metadata;
mod model;
mod options;
mod output;
mod page;
mod patterns;
mod reason;
mod reshaped;
mod source;
#[cfg(feature = "stages")]
#[doc(hidden)]
pub mod stages;
mod structure;
#[cfg(feature = "training")]
pub mod training;
mod urls;
#[cfg(target_arch = "wasm32")]
mod wasm;
mod words;

pub use article::{Article, Line, UnknownLine};
pub use clean::{clean, clean_html, is_probably_readerable};
pub use kind::{Kind, KindSet, UnknownKind};
pub use language::Direction;
pub use options::{DEFAULT_STRICTNESS, Options, StrictnessError};
pub use reason::Reason;

/// The README's Rust examples, run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
