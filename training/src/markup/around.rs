//! The kinds of lines that are no content.

use copydesk::Kind;

use super::head::Head;
use super::view::{NEARLY_ALL, View};
use super::{beside, boxes};
use copydesk::training::Mark;

/// What a line of at most so many words says of itself comes before the box it stands in.
pub const SHORT: usize = 8;
/// A link with at least so many words leads to a story and not to a section.
const HEADLINE_WORDS: usize = 6;
/// A list of links has at least so many lines; where these have so many words on average they lead to stories.
const LINK_LIST_LINES: usize = 3;
const LINK_LIST_WORDS: usize = 5;
/// A label has at most so many words, and a line of share buttons.
pub const LABEL_WORDS: usize = 12;
/// The kind of a line that is not known to be content.
pub fn kind(view: &View<'_>, head: &Head, line: usize) -> Option<Kind> {
    let is_known = view.is_content[line] == Some(false);
    let own = view.own[line];
    let around = boxes::nearest(view, line);
    // Of a line that may be content only what stands apart from the article is known.
    let is_outside = is_known || around.is_some() || is_apart_from_article(view, line);
    let tells = own.filter(|_| is_outside && view.words[line] <= SHORT);
    if let Some(kind) = tells.and_then(|own| short(view, head, line, own, around)) {
        return Some(kind);
    }
    if let Some(kind) = around.filter(|&kind| kind != Kind::Share) {
        return Some(boxes::kind(view, line, kind));
    }
    if let Some(kind) = beside::of_picture(view, head, line).or_else(|| beside::in_head(view, head, line)) {
        return Some(kind);
    }
    if around.is_some() && view.words[line] <= LABEL_WORDS {
        return Some(Kind::Share);
    }
    let placed = view.places[line].as_ref().and_then(|_| by_place(view, line));
    placed.or(own.filter(|_| is_known).and_then(long))
}

/// Whether the line stands in what goes around an article.
fn is_apart_from_article(view: &View<'_>, line: usize) -> bool {
    view.chain(line).any(|at| {
        let marks = [Mark::Navigation, Mark::Footer, Mark::Interface, Mark::Legal];
        (marks.into_iter().any(|mark| view.has(at, mark)) || view.tag(at) == "aside") && view.is_apart(at)
    })
}

/// What a short line that says something of itself is, given its box.
fn short(view: &View<'_>, head: &Head, line: usize, own: Kind, around: Option<Kind>) -> Option<Kind> {
    let in_menu = || {
        [Mark::Navigation, Mark::Footer, Mark::Header]
            .into_iter()
            .any(|mark| view.apart_with(line, mark).is_some())
    };
    let has_letters = view.lines[line].chars().any(char::is_alphabetic);
    match (own, around) {
        (Kind::Legal, _) => beside::of_picture(view, head, line).or(Some(own)),
        (own, Some(Kind::Consent)) if own != Kind::Advertisement => Some(Kind::Consent),
        (
            Kind::Navigation | Kind::Credit,
            Some(kind @ (Kind::Related | Kind::Comment | Kind::Advertisement)),
        ) => Some(kind),
        (Kind::Related | Kind::Comment, None) if in_menu() => Some(Kind::Navigation),
        (Kind::Comment, _) if view.is_type("forum") || head.reaches(line) => None,
        (Kind::Credit, _) => beside::of_picture(view, head, line).or(Some(own)),
        // The numbers before the stories of a ranking, and the times in comments.
        (Kind::Other, Some(kind @ (Kind::Related | Kind::Comment | Kind::Advertisement))) => {
            let few = view.words[line] == 1 && !has_letters;
            Some(if few { kind } else { own })
        }
        (Kind::Other, _) if in_menu() && view.is_link(line) => Some(Kind::Navigation),
        (Kind::Other, _) if !has_letters && beside::in_head(view, head, line).is_some() => None,
        (Kind::Other, _) if !has_letters && view.chain(line).any(|at| view.tag(at) == "td") => None,
        _ => Some(own),
    }
}

/// What a longer line is by its own words, where nothing around it tells.
fn long(own: Kind) -> Option<Kind> {
    matches!(
        own,
        Kind::Legal | Kind::Subscribe | Kind::Consent | Kind::Credit | Kind::Navigation | Kind::Advertisement
    )
    .then_some(own)
}

/// What the element that the line stands in says, where it is no box.
fn by_place(view: &View<'_>, line: usize) -> Option<Kind> {
    let words = view.words[line];
    let is_link = view.is_link(line);
    let apart = |mark| view.apart_with(line, mark).is_some();
    let in_menu = apart(Mark::Navigation);
    let is_picture = view.is_picture(line);
    let in_page = view.share(line, Mark::InPage) >= NEARLY_ALL;
    let tells_story = is_link && !in_page && words >= HEADLINE_WORDS && !(is_picture && in_menu);
    let is_field = view
        .chain(line)
        .any(|at| matches!(view.tag(at), "input" | "select" | "textarea"));
    if apart(Mark::Interface) && words <= LABEL_WORDS && (is_field || !in_menu) {
        return Some(Kind::Interface);
    }
    if is_picture && !is_link {
        return None;
    }
    if in_page || in_menu && !tells_story && words <= LABEL_WORDS {
        return Some(Kind::Navigation);
    }
    if apart(Mark::Legal) && !is_link {
        return Some(Kind::Legal);
    }
    if tells_story
        || apart(Mark::Card)
            && view
                .chain(line)
                .any(|at| view.tag(at) == "article" && view.is_apart(at))
    {
        return Some(Kind::Related);
    }
    let at_edge = apart(Mark::Footer) || apart(Mark::Header);
    if is_link && (at_edge || in_menu) {
        return Some(Kind::Navigation);
    }
    if view
        .chain(line)
        .any(|at| view.tag(at) == "article" && view.is_apart(at))
    {
        return Some(Kind::Related);
    }
    in_link_list(view, line).filter(|_| is_link)
}

/// What a link in a list of links is: sections have short names, stories long ones.
fn in_link_list(view: &View<'_>, line: usize) -> Option<Kind> {
    let list = view.chain(line).find(|&at| matches!(view.tag(at), "ul" | "ol"))?;
    let mass = view.masses[list];
    let only_links = mass.links as f64 >= NEARLY_ALL * mass.words as f64;
    (only_links && mass.lines >= LINK_LIST_LINES && view.is_apart(list)).then(|| {
        if mass.words >= LINK_LIST_WORDS * mass.lines {
            Kind::Related
        } else {
            Kind::Navigation
        }
    })
}
