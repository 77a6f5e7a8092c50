//! What belongs to an article and stands beside its body: subtitle, byline, date, captions, credits.

use copydesk::Kind;

use super::around::SHORT;
use super::head::Head;
use super::view::View;
use copydesk::training::Mark;

/// A byline and a date have at most so many words, and the name of who writes in a forum.
const BYLINE_WORDS: usize = 20;
const DATE_WORDS: usize = 16;
const FORUM_NAME_WORDS: usize = 3;
/// A standfirst has at least so many words, and at most so many.
const SUBTITLE_WORDS: (usize, usize) = (5, 80);
/// A caption, a biography, have at least so many words; a credit has at most so many.
const CAPTION_WORDS: usize = 3;
const BIOGRAPHY_WORDS: usize = 8;
const CREDIT_WORDS: usize = 14;
/// The element that tells has at most so many lines, for a subtitle fewer.
const CLOSE_LINES: usize = 3;
const SUBTITLE_LINES: usize = 2;
/// The types of pages that list things.
const LISTS: [&str; 4] = ["collection", "listing", "service", "forum"];
/// An alternative text with one of these words is a symbol's.
const SYMBOLS: [&str; 4] = ["logo", "icon", "avatar", "badge"];

/// Subtitle, byline and date, and the title said again.
pub fn in_head(view: &View<'_>, head: &Head, line: usize) -> Option<Kind> {
    let words = view.words[line];
    if head.title.is_some() && head.says_title(view, line) {
        return Some(Kind::Navigation);
    }
    let is_forum = view.is_type("forum");
    let is_near = head.reaches(line) || head.ends_at(view, line) || is_forum && head.is_inside(line);
    if !is_near || view.places[line].is_none() || view.is_picture(line) {
        return None;
    }
    let is_written = |mark| view.is_close_to(line, mark, CLOSE_LINES);
    let has_digit = view.lines[line].chars().any(char::is_numeric);
    let is_date = is_written(Mark::Date) && has_digit && words <= DATE_WORDS && !is_written(Mark::Subtitle);
    if view.apart_with(line, Mark::Navigation).is_some() {
        return (is_date && !view.is_link(line)).then_some(Kind::Date);
    }
    let in_biography = view.apart_with(line, Mark::Biography).is_some();
    if head.names_author(view, line) {
        return Some(Kind::Byline);
    }
    if is_date {
        return Some(Kind::Date);
    }
    let is_subtitle = head.is_beside_title(view, line)
        && view.is_close_to(line, Mark::Subtitle, SUBTITLE_LINES)
        && view.own[line].is_none()
        && !view.is_link(line);
    if is_subtitle && (SUBTITLE_WORDS.0..=SUBTITLE_WORDS.1).contains(&words) {
        return Some(Kind::Subtitle);
    }
    let is_author = is_written(Mark::Author) && (is_forum || !has_digit) && words <= BYLINE_WORDS;
    // Beside the name, forums tell of everybody since when they are there and how much they wrote.
    let is_name = !is_forum || view.is_link(line) && words <= FORUM_NAME_WORDS;
    if is_author && is_name && !(in_biography && words >= BIOGRAPHY_WORDS) {
        return Some(Kind::Byline);
    }
    None
}

/// Captions, credits, and who the author is.
pub fn of_picture(view: &View<'_>, head: &Head, line: usize) -> Option<Kind> {
    let words = view.words[line];
    let apart = |mark| view.apart_with(line, mark).is_some();
    if apart(Mark::Biography) || apart(Mark::Author) && words > BYLINE_WORDS {
        return (words >= BIOGRAPHY_WORDS && !view.is_link(line)).then_some(Kind::Credit);
    }
    let near = head.is_inside(line) || head.reaches(line);
    if !near {
        return None;
    }
    if view.is_close_to(line, Mark::Credit, 1) && words <= CREDIT_WORDS {
        return Some(Kind::Credit);
    }
    // What has pictures on a list of things is no article, and shops call much a caption. A text that says what it
    // stands for is a symbol's.
    let is_list = LISTS.into_iter().any(|name| view.is_type(name));
    let text = view.lines[line].to_lowercase();
    let is_symbol = || SYMBOLS.into_iter().any(|name| text.contains(name));
    let is_alternative = || {
        let belongs = view.is_picture(line) && head.is_inside(line) && !apart(Mark::Author);
        belongs && !is_list && !is_symbol() && !view.is_link(line) && words >= CAPTION_WORDS
    };
    let is_captioned = if is_list || view.is_type("product") {
        view.chain(line).any(|at| view.tag(at) == "figcaption")
    } else {
        view.is_close_to(line, Mark::Caption, CLOSE_LINES)
    };
    let is_credit = || view.own[line] == Some(Kind::Credit) && words <= SHORT;
    if is_captioned || is_alternative() {
        Some(if is_credit() { Kind::Credit } else { Kind::Caption })
    } else {
        None
    }
}
