//! The golden pages: what a careful reader says of each paste, against what comes out.
//!
//! Where they differ, `known.tsv` in the page's folder says so, and must say exactly that: a new failure and a cured
//! one both fail here. `COPYDESK_KNOWN=update cargo test --test golden` writes the lists anew.

mod known;
#[path = "../listed/mod.rs"]
mod listed;
mod page;

use std::collections::HashMap;
use std::path::Path;

use copydesk::{Article, Kind, KindSet, Options, clean};

use known::Difference;
use page::Page;

/// The least share of lines, over all pages, that get the kind the reader gives them.
const LINES_RIGHT: f64 = 0.66;

/// The least number of pages whose body is exactly the reader's.
const EXACT_BODIES: usize = 1;

/// Of the 83 lines of the page that set the task, the least number that get their kind.
const LINES_RIGHT_OF_FIRST_PAGE: usize = 75;

/// The column that pages are wrapped at for a test, and the words that the two articles of a page must have in common
/// at least: of each page, and as a mean.
const WRAPPED_AT: usize = 72;
const LEAST_COMMON_WORDS: f64 = 0.85;
const MEAN_COMMON_WORDS: f64 = 0.98;

#[test]
fn the_answers_speak_of_every_line() {
    for page in Page::all() {
        let slug = &page.slug;
        let article = clean(&page.raw, &Options::default());
        let mut labels = page.labels.iter();
        for line in article.lines.iter().filter(|line| line.kind != Kind::Blank) {
            let label = labels.next();
            let label = label.unwrap_or_else(|| panic!("{slug}: labels.tsv lacks line {}", line.number));
            assert_eq!(label.line, line.number, "{slug}: labels.tsv");
            let start: String = line.text.trim().chars().take(page::SHOWN_CHARACTERS).collect();
            assert_eq!(
                label.text,
                start.trim().replace('\t', " "),
                "{slug}: line {} in labels.tsv",
                line.number
            );
        }
        assert_eq!(labels.next().map(|label| label.line), None, "{slug}: labels.tsv");
    }
}

/// The assembly apart from the classifier. What it makes of the fields is in the lists of what is known.
#[test]
fn lines_with_the_right_kinds_make_the_body_exactly() {
    for page in Page::all() {
        let article = labelled_by_the_reader(&page);
        assert_eq!(article.text_content, page.body, "{}", page.slug);
    }
}

/// The article that the reader's kinds make.
fn labelled_by_the_reader(page: &Page) -> Article<'_> {
    let mut article = clean(&page.raw, &Options::default());
    for label in &page.labels {
        let line = &mut article.lines[label.line - 1];
        line.kind = label.kind;
        line.kept = KindSet::CONTENT.contains(label.kind);
    }
    article.with([]).expect("no line is named")
}

#[test]
fn what_differs_is_known() {
    let mut messages = Vec::new();
    let (mut right, mut all, mut exact) = (0, 0, 0);
    let pages = Page::all();
    for page in &pages {
        let article = clean(&page.raw, &Options::default());
        let differences = known::differences(page, &article, &labelled_by_the_reader(page));
        let wrong = differences.iter().filter(|difference| difference.is_of_line());
        let right_here = page.labels.len() - wrong.count();
        let is_exact = article.text_content == page.body;
        println!(
            "{:18} {right_here:3} of {:3} kinds right, the body {}",
            page.slug,
            page.labels.len(),
            if is_exact { "exact" } else { "differs" },
        );
        right += right_here;
        all += page.labels.len();
        exact += usize::from(is_exact);
        let found: Vec<String> = differences.iter().map(ToString::to_string).collect();
        if listed::is_update() {
            listed::write(&page.folder, known::HEADER, &found);
        } else {
            messages.extend(listed::compare(&page.folder, known::HEADER, &found));
        }
    }
    let share = right as f64 / all as f64;
    println!(
        "all: {right} of {all} kinds right ({share:.3}), {exact} of {} bodies exact",
        pages.len()
    );
    assert!(messages.is_empty(), "\n{}\n{}", messages.join("\n"), known::HOW);
    assert!(
        share >= LINES_RIGHT,
        "{share:.4} of all lines are right, below {LINES_RIGHT}"
    );
    assert!(
        exact >= EXACT_BODIES,
        "{exact} bodies are exact, below {EXACT_BODIES}"
    );
}

/// Mail programs wrap lines and quote them. What is wrapped anew differs a little where a short line fills a column.
#[test]
fn a_wrapped_or_quoted_paste_gives_the_same_words() {
    let mut shares = Vec::new();
    for page in Page::all() {
        let lines = page.raw.lines().map(|line| {
            // A table's cells stay in their row.
            if line.contains('\t') {
                line.to_owned()
            } else {
                textwrap::fill(
                    line,
                    textwrap::Options::new(WRAPPED_AT).word_splitter(textwrap::WordSplitter::NoHyphenation),
                )
            }
        });
        let wrapped = lines.collect::<Vec<_>>().join("\n");
        let quoted = format!("> {}", wrapped.replace('\n', "\n> "));
        let plain = clean(&page.raw, &Options::default());
        for reshaped in [&wrapped, &quoted] {
            let article = clean(reshaped, &Options::default());
            let share = common_words(&plain.text_content, &article.text_content);
            println!("{:18} {share:.3}", page.slug);
            assert!(share >= LEAST_COMMON_WORDS, "{}: {share:.3}", page.slug);
            shares.push(share);
        }
    }
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    assert!(mean >= MEAN_COMMON_WORDS, "{mean:.3}");
}

/// The words that two texts have in common, as a share of all their words.
fn common_words(one: &str, other: &str) -> f64 {
    let count = |text: &str| {
        let mut counts: HashMap<String, usize> = HashMap::new();
        for word in text.split_whitespace() {
            *counts.entry(word.to_owned()).or_default() += 1;
        }
        counts
    };
    let (one, other) = (count(one), count(other));
    let common: usize = one
        .iter()
        .map(|(word, &times)| times.min(other.get(word).copied().unwrap_or(0)))
        .sum();
    let all = one.values().sum::<usize>() + other.values().sum::<usize>();
    if all == 0 {
        1.0
    } else {
        2.0 * common as f64 / all as f64
    }
}

/// A real page, which lies beside the repository where its authors work, and nowhere else.
#[test]
fn the_first_page_comes_out_exactly() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/pages/time-homs-2017");
    if !folder.is_dir() {
        println!("the folder {} is absent: nothing to check", folder.display());
        return;
    }
    let raw = listed::text(&folder.join("raw.txt"));
    let article = clean(&raw, &Options::default());
    assert_eq!(
        article.text_content,
        listed::text(&folder.join("body.txt")).trim_end()
    );
    assert_eq!(
        article.title.as_deref(),
        Some("Twin Attacks on Syrian Security Buildings Kill at Least 32")
    );
    let published = article.published_time.as_deref().unwrap_or_default();
    assert!(published.starts_with("2017-02-25"), "{published}");
    let labels = page::labels(&folder.join("labels.tsv"));
    let differences: Vec<Difference> = known::lines(&labels, &article).collect();
    for difference in &differences {
        println!("{difference}");
    }
    let right = labels.len() - differences.len();
    println!("time-homs-2017: {right} of {} kinds right", labels.len());
    assert!(
        right >= LINES_RIGHT_OF_FIRST_PAGE,
        "{right} of {} lines are right, below {LINES_RIGHT_OF_FIRST_PAGE}",
        labels.len()
    );
}
