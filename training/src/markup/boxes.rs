//! Boxes beside the article, whose kind comes before that of the elements within them.

use copydesk::Kind;

use super::around::LABEL_WORDS;
use super::view::View;
use copydesk::training::Mark;

/// A heading that says what its box is has at most so many words, and its box at most this share of the page.
const HEADING_WORDS: usize = 6;
const LARGEST_HEADED: f64 = 0.35;
/// Boxes that are named have at most this share of the page, but for comments; and boxes that ask for something so
/// many words.
const LARGEST: f64 = 0.6;
const ASKING_WORDS: usize = 150;
/// A field is a line or two.
const FIELD_LINES: usize = 2;

/// What marks a box, and its kind.
const BOXES: [(Mark, Kind); 6] = [
    (Mark::Consent, Kind::Consent),
    (Mark::Comment, Kind::Comment),
    (Mark::Advertisement, Kind::Advertisement),
    (Mark::Related, Kind::Related),
    (Mark::Subscribe, Kind::Subscribe),
    (Mark::Share, Kind::Share),
];

/// Marks the elements whose heading says what they are: "Most read" over a list without a name.
pub fn mark_by_headings(view: &mut View<'_>) {
    for line in 0..view.lines.len() {
        let mark = match view.own[line] {
            Some(Kind::Related) => Mark::Related,
            Some(Kind::Comment) if !view.is_type("forum") => Mark::Comment,
            _ => continue,
        };
        let is_label = view.words[line] <= HEADING_WORDS
            && view.is_content[line] != Some(true)
            && view.apart_with(line, Mark::Navigation).is_none()
            && !view.is_link(line);
        let stands_alone = |&at: &usize| view.masses[at].lines > 1;
        let Some(element) = view.chain(line).find(stands_alone).filter(|_| is_label) else {
            continue;
        };
        let is_first = view.places[..line]
            .iter()
            .flatten()
            .all(|place| !view.document.chain(place.element).any(|at| at == element));
        let small = view.share_of_page(element) <= LARGEST_HEADED;
        if is_first && small && view.is_apart(element) && !matches!(view.tag(element), "body" | "main") {
            view.document.elements[element].marks.add(mark);
        }
    }
}

/// The box that the line stands in.
pub fn nearest(view: &View<'_>, line: usize) -> Option<Kind> {
    view.chain(line).find_map(|at| {
        let (_, kind) = BOXES.into_iter().find(|&(mark, _)| view.has(at, mark))?;
        let fits = match kind {
            Kind::Comment => !view.is_type("forum"),
            Kind::Subscribe | Kind::Share => view.masses[at].words <= ASKING_WORDS,
            Kind::Consent => view.share_of_page(at) <= LARGEST && view.consents[at],
            _ => view.share_of_page(at) <= LARGEST,
        };
        (fits && view.is_apart(at)).then_some(kind)
    })
}

/// What a line is in a box of this kind.
pub fn kind(view: &View<'_>, line: usize, kind: Kind) -> Kind {
    let own = view.own[line];
    let is_field = view.apart_with(line, Mark::Interface).is_some()
        && view.is_close_to(line, Mark::Interface, FIELD_LINES);
    match kind {
        Kind::Consent => kind,
        _ if own == Some(Kind::Legal) => Kind::Legal,
        _ if own == Some(Kind::Subscribe) => Kind::Subscribe,
        Kind::Share => kind,
        _ if is_field && view.words[line] <= LABEL_WORDS => Kind::Interface,
        _ => kind,
    }
}
