//! Lines, labels and the body.

use copydesk::{Article, Kind, Options, clean};
use copydesk_hostile::invariants::{self, naive_lines};
use proptest::prelude::*;

use crate::{config, labelled, labels, options, texts, usual_options};

/// The line without what the article leaves out at its ends.
fn trimmed(line: &str) -> &str {
    line.trim_matches(|c: char| {
        c.is_whitespace() || c.is_control() || "\u{ad}\u{200b}\u{2060}\u{feff}".contains(c)
    })
}

fn body_lines<'a>(article: &'a Article<'_>) -> Vec<&'a str> {
    let lines = article.text_content.split('\n').map(trimmed);
    lines.filter(|line| !line.is_empty()).collect()
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_line_is_labelled_once(text in texts::text(), options in options()) {
        let article = clean(&text, &options);
        invariants::lines_are_of_text(&article, &text);
        invariants::labels_are_sound(&article, &options);
        invariants::forms_are_sound(&article);
    }

    #[test]
    fn the_body_is_lines_of_the_input_in_their_order(text in texts::text(), options in usual_options()) {
        let article = clean(&text, &options);
        let body = body_lines(&article);
        let input = naive_lines(&text);
        let mut rest = input.iter();
        for line in &body {
            prop_assert!(rest.any(|text| trimmed(text) == *line), "not in the input, or out of order: {:?}", line);
        }
    }

    #[test]
    fn the_body_is_the_lines_that_are_kept(text in texts::text(), labels in labels()) {
        let article = labelled(&text, &labels);
        let of_header = |kind| matches!(kind, Kind::Title | Kind::Subtitle | Kind::Byline | Kind::Date);
        let kept = article.lines.iter().filter(|line| line.kept && line.kind != Kind::Blank && !of_header(line.kind));
        let kept: Vec<&str> = kept.map(|line| trimmed(&line.text)).collect();
        prop_assert_eq!(body_lines(&article), kept);
    }

    #[test]
    fn the_other_fields_fit_the_body(text in texts::text()) {
        let article = clean(&text, &Options::default());
        prop_assert_eq!(article.length, article.text_content.encode_utf16().count());
        prop_assert_eq!(article.text_content.is_empty(), article.content.is_empty());
        if let Some(excerpt) = &article.excerpt {
            let start = excerpt.strip_suffix('…').unwrap_or(excerpt);
            prop_assert!(article.text_content.contains(start), "{:?}", excerpt);
        }
        let titles = article.lines.iter().filter(|line| line.kept && line.kind == Kind::Title);
        let titles: Vec<&str> = titles.map(|line| trimmed(&line.text)).collect();
        prop_assert_eq!(article.title.as_deref(), titles.first().copied());
        prop_assert!(titles.len() <= 1, "{:?}", titles);
    }

    #[test]
    fn the_same_text_gives_the_same_article(text in texts::text(), options in options()) {
        prop_assert_eq!(clean(&text, &options), clean(&text, &options));
    }

    #[test]
    fn a_stricter_body_has_no_line_that_a_looser_article_lacks(text in texts::text(), a in 0_f32..=1.0, b in 0_f32..=1.0) {
        let at = |strictness: f32| {
            let options = Options::default().strictness(strictness).expect("from 0 to 1");
            clean(&text, &options)
        };
        let (loose, strict) = (at(a.min(b)), at(a.max(b)));
        for (loose, strict) in loose.lines.iter().zip(&strict.lines) {
            // Strictness moves the bar, not the scores.
            prop_assert_eq!(loose.score.to_bits(), strict.score.to_bits());
            prop_assert!(loose.kept || !strict.kept || !strict.kind.is_body(), "{:?}\n{:?}", loose, strict);
        }
    }
}
