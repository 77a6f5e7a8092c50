//! Ways out: the article as text, Markdown and HTML. JSON is the article serialized.

pub(crate) mod html;
pub(crate) mod markdown;
pub(crate) mod text;
