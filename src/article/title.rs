//! The title: of the line that is labelled so and of what the markup says.
//!
//! Of the corpus' 2,100 titles the labelled line alone is right in 0.76 of the HTML; of what the markup says, each where
//! it is there and as it stands, microdata in 0.83, JSON-LD of an article 0.68, Open Graph 0.53, `title` 0.19. Without
//! the site's name these are better, but no better than the line where the line says the same. So the line is believed
//! where the markup says it, too, and where it stands on a page that names who wrote it; else the markup is.

use super::{Line, plain, site, trim};
use crate::kind::Kind;
use crate::metadata::{Field, Metadata, Source};

/// Where a title is told, the most trusted first.
const ORDER: [Source; 9] = [
    Source::LinkedArticle,
    Source::Vendor,
    Source::Microdata,
    Source::OpenGraph,
    Source::Card,
    Source::DublinCore,
    Source::LinkedPage,
    Source::Plain,
    Source::Element,
];

/// A title is told in so many bytes at most; a line longer than this is none.
const LONGEST: usize = 400;

/// What stands between a title and the site's name, with spaces around it, and what does so without.
const BETWEEN: [char; 13] = ['|', '–', '—', '-', ':', '•', '·', '»', '«', '~', '/', '>', '‹'];
const BETWEEN_GLUED: [char; 2] = ['|', '»'];

/// What stands behind the last bar is no part of a title that has so many letters before it.
const LONG_ENOUGH: usize = 16;

/// So often something is cut off a title.
const MOST_CUTS: usize = 3;

/// The title of the page.
pub fn choose(lines: &[Line<'_>], metadata: Option<&Metadata>, url: Option<&str>) -> Option<String> {
    let is_title = |line: &&Line<'_>| line.kind == Kind::Title;
    let own = lines
        .iter()
        .filter(is_title)
        .find(|line| line.kept)
        .map(|line| trim::heading(trim::line(&line.text)));
    let Some(metadata) = metadata else {
        return own.map(str::to_owned);
    };
    // A person, or the options, dropped it.
    if own.is_none() && lines.iter().any(|line| is_title(&line)) {
        return None;
    }
    let names = site::Names::of(metadata, url);
    let mut told: Vec<Told> = Vec::new();
    for source in ORDER {
        if let Some(text) = metadata.of(Field::Title, source).next() {
            let text = plain::text(text);
            if text.len() <= LONGEST {
                let text = without_site(&text, &names);
                let folded = fold(&text);
                told.extend((!folded.is_empty()).then_some(Told { text, folded }));
            }
        }
    }
    let chosen = choice(own, &told, lines, metadata, &names);
    chosen.map(str::to_owned)
}

/// What the markup says that the title is, without the site's name.
struct Told {
    text: String,
    folded: String,
}

fn choice<'a>(
    own: Option<&'a str>,
    told: &'a [Told],
    lines: &[Line<'_>],
    metadata: &Metadata,
    names: &site::Names,
) -> Option<&'a str> {
    let Some(first) = told.first() else {
        return own;
    };
    let Some(own) = own else {
        return Some(&first.text);
    };
    let folded = fold(own);
    if names.are(own) {
        return Some(seen(told, lines).map_or(own, |told| &told.text));
    }
    let is_article = metadata.has(Field::Author);
    let begins = || told.iter().any(|told| told.folded.starts_with(&folded));
    if told.iter().any(|told| told.folded == folded) {
        Some(own)
    } else if begins() {
        let whole = seen(told, lines).filter(|_| is_article);
        Some(whole.map_or(own, |told| &told.text))
    } else if told.iter().any(|told| told.folded.contains(&folded)) {
        Some(own)
    } else if let Some(seen) = seen(told, lines) {
        Some(&seen.text)
    } else if is_article {
        Some(own)
    } else {
        Some(&first.text)
    }
}

/// The first of these that a line of the page says, too.
fn seen<'a>(told: &'a [Told], lines: &[Line<'_>]) -> Option<&'a Told> {
    let short = lines.iter().filter(|line| line.text.len() <= LONGEST);
    let folded: std::collections::HashSet<String> = short.map(|line| fold(&line.text)).collect();
    told.iter().find(|told| folded.contains(&told.folded))
}

/// A title without the site's name before or behind it, as far as that is known, and without what a bar sets apart.
fn without_site(title: &str, names: &site::Names) -> String {
    let mut title = title.trim();
    for _ in 0..MOST_CUTS {
        let parts: Vec<(usize, usize)> = betweens(title).collect();
        let (Some(&(head_end, head_next)), Some(&(tail_before, tail))) = (parts.first(), parts.last()) else {
            return title.to_owned();
        };
        if names.are(&title[tail..]) && !fold(&title[..tail_before]).is_empty() {
            title = &title[..tail_before];
        } else if names.are(&title[..head_end]) && !fold(&title[head_next..]).is_empty() {
            title = &title[head_next..];
        } else {
            break;
        }
    }
    match title.rsplit_once('|') {
        Some((head, _)) if fold(head).len() >= LONG_ENOUGH => head.trim_end().to_owned(),
        _ => title.to_owned(),
    }
}

/// Where something stands that parts a title from a name: the ends of what is before it, and the starts of what is
/// behind.
fn betweens(title: &str) -> impl Iterator<Item = (usize, usize)> {
    let is_space = |c: Option<char>| c.is_some_and(char::is_whitespace);
    title.char_indices().filter_map(move |(at, c)| {
        // Several may stand together: "::".
        let before = title[..at].trim_end_matches(BETWEEN);
        let behind = title[at + c.len_utf8()..].trim_start_matches(BETWEEN);
        let is_apart = is_space(before.chars().next_back()) && is_space(behind.chars().next());
        (BETWEEN_GLUED.contains(&c) || BETWEEN.contains(&c) && is_apart)
            .then(|| (before.trim_end().len(), title.len() - behind.trim_start().len()))
    })
}

/// Letters and digits in lower case.
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::tests::assembled_with;

    /// The title of a page with this head and these lines, the first of which is labelled as its title.
    fn title(head: &str, lines: &[&str]) -> Option<String> {
        let kinds = std::iter::once(Kind::Title).chain(std::iter::repeat(Kind::Navigation));
        let lines: Vec<_> = kinds.zip(lines.iter().copied()).collect();
        assembled_with(&lines, Some(head), Some("https://www.tesselcourier.example/a")).title
    }

    #[test]
    fn the_line_is_the_title_where_the_markup_says_it_too() {
        for told in [
            "river returns to its bed",
            "River returns to its bed | The Tessel Courier",
            "River returns to its bed after nine days",
            "Tessel: River returns to its bed",
        ] {
            let head = format!("<title>{told}</title>");
            assert_eq!(
                title(&head, &["River returns to its bed"]).as_deref(),
                Some("River returns to its bed")
            );
        }
    }

    #[test]
    fn the_markup_is_believed_where_a_line_says_it_or_where_the_page_is_no_article() {
        let head = "<meta property=og:title content='River returns to its bed'>";
        let said = title(head, &["Most read", "River returns to its bed"]);
        assert_eq!(said.as_deref(), Some("River returns to its bed"));
        assert_eq!(
            title(head, &["Our services"]).as_deref(),
            Some("River returns to its bed")
        );
        let with_author = format!("{head}<meta name=author content='Ana Reyes'>");
        assert_eq!(
            title(&with_author, &["The Orla is back"]).as_deref(),
            Some("The Orla is back")
        );
        let site =
            "<title>Tessel Courier: River returns</title><meta property=og:title content='River returns'>";
        assert_eq!(
            title(site, &["Tessel Courier", "River returns"]).as_deref(),
            Some("River returns")
        );
    }

    #[test]
    fn a_title_is_told_without_the_name_of_the_site() {
        for told in [
            "River returns - The Tessel Courier",
            "River returns – Tessel Courier Online",
            "Tessel Courier » River returns",
            "River returns | News | The Tessel Courier",
            "tesselcourier.example :: River returns",
            "River returns to its bed after nine days | Tessel and around",
        ] {
            let head =
                format!("<title>{told}</title><meta property=og:site_name content='The Tessel Courier'>");
            let title = assembled_with(&[], Some(&head), Some("https://tesselcourier.example/")).title;
            let title = title.unwrap();
            assert!(
                title.starts_with("River returns") && !title.contains("Tessel"),
                "{told}: {title}"
            );
        }
        for whole in [
            "Orla - the river that came back",
            "Twenty-five days: a diary",
            "AC/DC in Tessel",
        ] {
            let head = format!("<title>{whole}</title>");
            assert_eq!(
                assembled_with(&[], Some(&head), None).title.as_deref(),
                Some(whole)
            );
        }
    }

    #[test]
    fn references_and_tags_in_a_title_are_read() {
        for told in ["Rain &amp;amp; river", "Rain &lt;em>&amp;amp;&lt;/em> river"] {
            let head = format!("<meta property=og:title content='{told}'>");
            assert_eq!(
                assembled_with(&[], Some(&head), None).title.as_deref(),
                Some("Rain & river")
            );
        }
        let head = "<meta property=og:title content='The &lt;b> element & you'>";
        assert_eq!(
            assembled_with(&[], Some(head), None).title.as_deref(),
            Some("The <b> element & you")
        );
    }
}
