use std::fs;
use std::path::Path;

use crate::support::{PAGE, Ran, file, files_in, folder, run, run_with};

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn html() -> String {
    let paragraphs: Vec<String> = PAGE.lines().map(|line| format!("<p>{line}")).collect();
    paragraphs.concat()
}

fn clean(inputs: &[&Path], out: &Path, more: &[&str]) -> Ran {
    let inputs = inputs.iter().map(|path| path.to_str().unwrap());
    let arguments: Vec<&str> = inputs
        .chain(["--out", out.to_str().unwrap()])
        .chain(more.iter().copied())
        .collect();
    run(&arguments)
}

fn names(folder: &Path) -> Vec<String> {
    files_in(folder).into_iter().map(|(name, _)| name).collect()
}

#[test]
fn a_folder_is_cleaned_into_another_by_relative_paths() {
    let (pages, out) = (folder("walk/pages"), folder("walk").join("out/deep"));
    put(&pages, "a.txt", PAGE);
    put(&pages, "b/c.HTML", &html());
    put(&pages, "b/d/e.xhtml", &html());
    put(&pages, "b/d/f.md", PAGE);
    for (form, extension) in [
        ("text", "txt"),
        ("markdown", "md"),
        ("html", "html"),
        ("json", "json"),
    ] {
        let out = out.join(form);
        let ran = clean(&[&pages], &out, &["--to", form]);
        assert_eq!((ran.out.as_str(), ran.told.as_str(), ran.code), ("", "", Some(0)));
        let expected = ["a", "b/c", "b/d/e", "b/d/f"].map(|name| format!("{name}.{extension}"));
        assert_eq!(names(&out), expected);
        let alone = run(&["--to", form, pages.join("b/c.HTML").to_str().unwrap()]);
        assert_eq!(files_in(&out)[1].1, alone.out);
    }
}

#[test]
fn what_is_no_page_by_its_name_is_skipped_and_told() {
    let (pages, out) = (folder("skip/pages"), folder("skip").join("out"));
    for name in [
        "a.txt",
        "b.jpg",
        "c/d.JPG",
        "c/e.css",
        "readme",
        ".hidden/f.txt",
        ".g.txt",
    ] {
        put(&pages, name, PAGE);
    }
    let ran = clean(&[&pages], &out, &[]);
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.told,
        "copydesk: note: skipped 6 in folders, which are no pages: 1 .css, 2 .jpg, 2 hidden, 1 without an ending\n"
    );
    assert_eq!(names(&out), ["a.txt"]);
    // A file that is named is a page whatever its name.
    let ran = clean(&[&pages.join("b.jpg")], &out, &[]);
    assert_eq!((ran.told.as_str(), ran.code), ("", Some(0)));
    assert_eq!(names(&out), ["a.txt", "b.txt"]);
}

#[test]
fn an_output_folder_among_the_inputs_is_not_read_again() {
    let pages = folder("within");
    put(&pages, "a.txt", PAGE);
    let out = pages.join("out");
    for _ in 0..2 {
        let ran = clean(&[&pages], &out, &["--to", "markdown"]);
        assert_eq!((ran.told.as_str(), ran.code), ("", Some(0)));
        assert_eq!(names(&pages), ["a.txt", "out/a.md"]);
    }
}

#[test]
fn an_input_is_never_replaced() {
    let pages = folder("replace");
    put(&pages, "a.txt", PAGE);
    put(&pages, "b.html", &html());
    let before = files_in(&pages);
    for inputs in [
        &[pages.as_path()][..],
        &[&pages.join("b.html"), &pages.join("a.txt")],
    ] {
        let ran = clean(inputs, &pages, &[]);
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
        let expected = format!(
            "copydesk: {} is an input and would be replaced; name another folder for --out\n",
            pages.join("a.txt").display()
        );
        assert_eq!(ran.told, expected);
        assert_eq!(files_in(&pages), before);
    }
    // In another form nothing is replaced.
    assert_eq!(clean(&[&pages], &pages, &["--to", "json"]).code, Some(0));
    assert_eq!(names(&pages), ["a.json", "a.txt", "b.html", "b.json"]);
}

#[test]
fn two_pages_of_one_name_are_refused_before_anything_is_written() {
    let (pages, out) = (folder("same/pages"), folder("same").join("out"));
    put(&pages, "a.txt", PAGE);
    put(&pages, "b.html", &html());
    put(&pages, "b.txt", PAGE);
    let ran = clean(&[&pages], &out, &[]);
    assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    assert!(
        ran.told.contains("b.html and ") && ran.told.contains("b.txt would both be written to "),
        "{}",
        ran.told
    );
    assert!(!out.exists());
}

#[test]
fn a_file_that_cannot_be_read_or_written_is_told_and_the_others_are_done() {
    let out = folder("partly");
    let page = file("partly.txt", PAGE);
    fs::create_dir(out.join("blocked.txt")).unwrap();
    let blocked = file("blocked.html", html());
    let ran = clean(
        &[
            Path::new("no/such/page.html"),
            Path::new(&blocked),
            Path::new(&page),
        ],
        &out,
        &[],
    );
    assert_eq!(ran.code, Some(1));
    let told: Vec<&str> = ran.told.lines().collect();
    assert_eq!(
        told[0],
        "copydesk: no/such/page.html cannot be read: there is no such file"
    );
    assert!(told[1].contains("blocked.txt cannot be written: "), "{told:?}");
    assert_eq!(names(&out), ["partly.txt"]);
}

#[test]
fn wrong_use_of_an_output_folder_is_refused() {
    let page = file("page-for-out.txt", PAGE);
    let is_file = run(&["--out", &page, &page]);
    assert!(
        is_file.told.contains("is a file; name a folder"),
        "{}",
        is_file.told
    );
    let out = folder("nothing");
    let no_name = run_with(&["--out", out.to_str().unwrap()], PAGE);
    assert!(
        no_name.told.contains("standard input has no name"),
        "{}",
        no_name.told
    );
    let pages = folder("two-pages");
    put(&pages, "a.txt", PAGE);
    put(&pages, "b.txt", PAGE);
    let many = clean(&[&pages], &out, &["--url", "https://tessel.example/orla"]);
    assert!(
        many.told.contains("--url goes with one page alone"),
        "{}",
        many.told
    );
    for ran in [is_file, no_name, many] {
        assert_eq!((ran.out.as_str(), ran.code), ("", Some(2)));
    }
    assert_eq!(names(&out), [""; 0]);
}
