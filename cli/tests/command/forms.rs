use serde_json::Value;

use crate::support::{BODY_START, PAGE, file, run, run_with};

#[test]
fn without_options_the_article_is_text() {
    let ran = run_with(&[], PAGE);
    assert_eq!((ran.code, ran.told.as_str()), (Some(0), ""));
    let article = copydesk::clean(PAGE, &copydesk::Options::default());
    assert_eq!(ran.out, article.to_text());
    assert!(
        article.text_content.starts_with(BODY_START),
        "{}",
        article.text_content
    );
}

#[test]
fn every_form_is_the_librarys() {
    let article = copydesk::clean(PAGE, &copydesk::Options::default());
    assert_eq!(run_with(&["--to", "text"], PAGE).out, article.to_text());
    assert_eq!(run_with(&["--to", "markdown"], PAGE).out, article.markdown);
    assert_eq!(run_with(&["--to", "html"], PAGE).out, article.to_html());
    assert_eq!(
        run_with(&["--to", "json"], PAGE).out,
        serde_json::to_string_pretty(&article).unwrap() + "\n"
    );
}

/// A page of HTML whose article begins as [`PAGE`]'s does.
const HTML: &str = "<!doctype html><title>River returns</title><nav><a href=/>Home</a><a href=/news>News</a></nav>\
    <article><h1>River returns to its bed after nine days of flood</h1><p>After nine days of flood the Orla is back \
    within its banks, the water board of Tessel said on Friday. Crews will inspect the dikes for a week, and the ferry \
    will run again.<p>Most people went home on the same day, and the schools open again on Monday. The town will pay \
    for the rooms of those whose houses are still wet.</article><footer><a href=/terms>Terms of use</a></footer>";

#[test]
fn html_is_known_by_the_files_name_or_said() {
    let article = copydesk::clean_html(HTML, &copydesk::Options::default());
    assert!(
        article.text_content.starts_with(BODY_START),
        "{}",
        article.text_content
    );
    for ran in [
        run(&[&file("page.html", HTML)]),
        run(&[&file("page.HTM", HTML)]),
        run(&["--from", "html", &file("html.txt", HTML)]),
        run_with(&["--from", "html"], HTML),
    ] {
        assert_eq!((ran.code, ran.told.as_str()), (Some(0), ""));
        assert_eq!(ran.out, article.to_text());
    }
    let as_text = run(&["--from", "text", &file("text.html", PAGE)]);
    assert_eq!(as_text.out, run_with(&[], PAGE).out);
}

#[test]
fn json_has_every_field_and_every_line() {
    let article: Value = serde_json::from_str(&run_with(&["--to=json"], PAGE).out).unwrap();
    for name in [
        "title",
        "subtitle",
        "byline",
        "publishedTime",
        "siteName",
        "lang",
        "dir",
        "excerpt",
        "content",
        "textContent",
        "length",
        "markdown",
        "image",
        "confidence",
    ] {
        assert!(article.get(name).is_some(), "{name}");
    }
    let lines = article["lines"].as_array().unwrap();
    let texts: Vec<&str> = lines.iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(texts, PAGE.lines().collect::<Vec<_>>());
    for name in ["number", "kind", "kept", "score", "reason", "byHand"] {
        assert!(lines[0].get(name).is_some(), "{name}");
    }
}

#[test]
fn several_articles_follow_one_another() {
    let (one, two) = (file("follow-one.txt", PAGE), file("follow-two.txt", PAGE));
    for form in ["text", "markdown"] {
        let alone = run(&["--to", form, &one]).out;
        assert_eq!(
            run(&["--to", form, &one, &two]).out,
            format!("{alone}\n{alone}"),
            "{form}"
        );
    }
    let alone = run(&["--to", "html", &one]).out;
    assert_eq!(run(&["--to", "html", &one, &two]).out, format!("{alone}{alone}"));
}

#[test]
fn several_articles_in_json_are_a_line_each_with_the_name_of_the_file() {
    let (one, two) = (file("json-one.txt", PAGE), file("json-two.txt", ""));
    let ran = run(&["--to", "json", &one, &two]);
    let rows: Vec<Value> = ran
        .out
        .lines()
        .map(|row| serde_json::from_str(row).unwrap())
        .collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0]["file"], one.as_str());
    assert_eq!(rows[1]["file"], two.as_str());

    let mut alone: Value = serde_json::from_str(&run(&["--to", "json", &one]).out).unwrap();
    alone["file"] = one.into();
    assert_eq!(rows[0], alone);
}

#[test]
fn kinds_and_strictness_reach_the_library() {
    let dropped = run_with(&["--drop", "paragraph"], PAGE).out;
    assert!(!dropped.contains(BODY_START), "{dropped}");

    let kinds = "navigation,related, interface,legal,other";
    let options = kinds
        .split(',')
        .fold(copydesk::Options::default(), |options, kind| {
            options.keep(kind.trim().parse().unwrap())
        })
        .strictness(0.9)
        .unwrap();
    let kept = run_with(&["--keep", kinds, "--strictness", "0.9"], PAGE).out;
    assert_eq!(kept, copydesk::clean(PAGE, &options).to_text());
    assert!(kept.contains("Terms of use"), "{kept}");
}

#[test]
fn a_page_without_an_article_is_told() {
    let ran = run_with(&[], "\n");
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(0)));
    assert!(ran.told.contains("no article in standard input"), "{}", ran.told);
    assert_eq!(ran.told.lines().count(), 1);
    assert_eq!(run_with(&["--to", "json"], "\n").told, "");
}
