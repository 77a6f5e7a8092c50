//! Pages of HTML in the shape of those that other extractors get wrong, and what a careful reader wants of each.
//!
//! What is still wrong here stands in the `known.tsv` of the page's folder, which must say exactly that: a new failure
//! and a cured one both fail. `COPYDESK_KNOWN=update cargo test --test failures` writes the lists anew.

#[path = "../content/mod.rs"]
mod content;
mod known;
#[path = "../listed/mod.rs"]
mod listed;
mod page;

use std::collections::HashSet;

use html5gum::{Token, Tokenizer};
use pulldown_cmark::{Event, Options as Extensions, Parser};
use serde_json::Value;

use page::Page;

/// The least number of pages whose Markdown is exactly the reader's.
const EXACT_ANSWERS: usize = 10;

#[test]
fn what_others_get_wrong_comes_out_as_asked() {
    let mut messages = Vec::new();
    let mut exact = 0;
    let pages = Page::all();
    println!("{:24} {:>6} {:>6}  the answer", "page", "checks", "fail");
    for page in &pages {
        let article = page.article();
        let failing = known::failing(page, &article);
        let is_exact = article.markdown == page.answer;
        exact += usize::from(is_exact);
        let asked = &page.asked;
        println!(
            "{:24} {:6} {:6}  {}",
            page.slug,
            asked.must.len() + asked.must_not.len() + asked.fields.len() + asked.content.len(),
            failing.len(),
            if is_exact { "exact" } else { "differs" },
        );
        if listed::is_update() {
            listed::write(&page.folder, known::HEADER, &failing);
        } else if let Some(changes) = listed::compare(&page.folder, known::HEADER, &failing) {
            messages.push(format!(
                "{changes}\n  which is of this failure: {}",
                asked.failure
            ));
        }
    }
    println!("all: {exact} of {} answers exact", pages.len());
    assert!(messages.is_empty(), "\n{}\n{}", messages.join("\n"), known::HOW);
    assert!(
        exact >= EXACT_ANSWERS,
        "{exact} answers are exact, below {EXACT_ANSWERS}"
    );
}

#[test]
fn no_line_set_makes_the_same_article() {
    for page in Page::all() {
        let article = page.article();
        let again = article.with([]).expect("no line is named");
        assert_eq!(again, article, "{}", page.slug);
    }
}

#[test]
fn only_our_own_markup_comes_out() {
    for page in Page::all() {
        let article = page.article();
        let lines = article.lines.iter().map(|line| (line.number, true));
        let every_line = article.with(lines).expect("these lines are there");
        for article in [&article, &every_line] {
            assert_eq!(content::faults(&article.content), [""; 0], "{}", page.slug);
            let faults = content::faults_of_markdown(&article.markdown);
            assert_eq!(faults, [""; 0], "{}", page.slug);
        }
    }
}

/// The answers are checked too: a fragment that the answer lacks, or a slip of the pen, would ask for what is wrong.
#[test]
fn the_answers_say_what_is_asked() {
    for page in Page::all() {
        let (slug, asked, answer) = (&page.slug, &page.asked, &page.answer);
        for must in &asked.must {
            assert!(answer.contains(must), "{slug}: answer.md lacks {must:?}");
        }
        let page_text = shown(&page.html);
        for not in &asked.must_not {
            assert!(!answer.contains(not), "{slug}: answer.md has {not:?}");
            let is_there = page_text.contains(not) || page.html.contains(not);
            assert!(is_there, "{slug}: nothing on the page is {not:?}");
        }
        if let Some(Value::String(title)) = asked.fields.get("title") {
            let heading = answer.lines().next().unwrap_or_default().replace('\\', "");
            assert_eq!(heading, format!("# {title}"), "{slug}: answer.md");
        }
        assert!(answer.is_empty() || answer.ends_with('\n'), "{slug}: answer.md");
    }
}

#[test]
fn the_answers_have_the_words_of_the_page() {
    for page in Page::all() {
        let text = shown(&page.html);
        let words: HashSet<&str> = text.split_whitespace().collect();
        let published = page.asked.fields.get("publishedTime").and_then(Value::as_str);
        let extensions = Extensions::ENABLE_TABLES | Extensions::ENABLE_STRIKETHROUGH;
        let mut answer = String::new();
        for event in Parser::new_ext(&page.answer, extensions) {
            match event {
                Event::Text(text) | Event::Code(text) => answer.push_str(&text),
                Event::SoftBreak | Event::HardBreak | Event::Start(_) | Event::End(_) => answer.push('\n'),
                _ => {}
            }
        }
        // What an emphasis or a link parts stands in one word on the page.
        let strange: Vec<&str> = answer
            .split_whitespace()
            .filter(|word| Some(*word) != published && !words.contains(word) && !text.contains(word))
            .collect();
        assert_eq!(strange, [""; 0], "{}: words of answer.md", page.slug);
    }
}

/// The text of the page, then that of its attributes, hidden or not.
fn shown(html: &str) -> String {
    let mut text = String::new();
    let mut attributes = String::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::String(string) => text.push_str(&String::from_utf8_lossy(&string)),
            Token::StartTag(tag) => {
                for value in tag.attributes.values() {
                    attributes.extend(["\n", &String::from_utf8_lossy(value)]);
                }
            }
            _ => {}
        }
    }
    text + &attributes
}
