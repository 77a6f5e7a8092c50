//! A page asks for memory so often and no more: on our own pages, counted.

use std::fs;
use std::path::Path;

use allocation_counter::measure;
use copydesk::{Article, Options, clean, clean_html};

/// The most that a page of text may ask for memory in the mean: what was found, 1,277 times, and a hundredth more.
const MOST_OF_TEXT: u64 = 1290;

/// The same for a page of HTML, of which 1,276 was found.
const MOST_OF_HTML: u64 = 1289;

/// One of the ways to clean a page.
type Clean = for<'a> fn(&'a str, &Options) -> Article<'a>;

/// The file of this name in every folder of a folder of tests.
fn pages(folder: &str, name: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
    let folders = fs::read_dir(folder).expect("the folder is there");
    let files = folders.map(|entry| entry.expect("the folder is read").path().join(name));
    files
        .filter(|file| file.is_file())
        .map(|file| fs::read_to_string(file).expect("the page is UTF-8"))
        .collect()
}

/// How often a page asks for memory in the mean, when the tables are filled and the patterns compiled.
fn mean(clean: Clean, pages: &[String]) -> u64 {
    let options = Options::default();
    let all = || pages.iter().for_each(|page| drop(clean(page, &options)));
    all();
    measure(all).count_total / pages.len() as u64
}

#[test]
fn a_page_of_text_asks_for_memory_so_often() {
    let mean = mean(clean, &pages("pages", "raw.txt"));
    assert!(mean <= MOST_OF_TEXT, "{mean} times");
}

#[test]
fn a_page_of_html_asks_for_memory_so_often() {
    let mean = mean(clean_html, &pages("failures", "page.html"));
    assert!(mean <= MOST_OF_HTML, "{mean} times");
}
