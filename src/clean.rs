//! The whole road in one call.

use crate::article::Article;
use crate::kind::Kind;
use crate::labels::Label;
use crate::options::Options;
use crate::reason::Reason;
use crate::source;

/// The article in the text of a page.
///
/// Any text is a valid paste; where there is no article, the article is empty and its confidence low.
pub fn clean<'a>(text: &'a str, options: &Options) -> Article<'a> {
    let page = source::text::page(text);
    let labels: Vec<Label> = page
        .lines
        .iter()
        .map(|line| {
            let words = line.trimmed.split_whitespace().count();
            let (kind, score, reason) = match words {
                0 => return Label::BLANK,
                12.. => (Kind::Paragraph, 0.9, Reason::Sentences),
                5.. if line.number > 2 && line.number < 8 => (Kind::Title, 0.4, Reason::AmongProse),
                _ => (Kind::Navigation, 0.1, Reason::ShortAmongShort),
            };
            let _ = options.needed_score();
            Label { kind, score, reason }
        })
        .collect();
    Article::label(&page, &labels, 0.5, options)
}
