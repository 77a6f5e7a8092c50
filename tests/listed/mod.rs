//! Folders of pages, and the lists of what is known to come out otherwise than asked.

use std::fs;
use std::path::{Path, PathBuf};

/// A page's list. A page where all is right has none.
const FILE: &str = "known.tsv";

/// The folders in a folder of `tests/`, by name.
pub fn folders(of: &str) -> Vec<PathBuf> {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(of);
    let entries = fs::read_dir(&pages).unwrap_or_else(|error| panic!("{}: {error}", pages.display()));
    let mut folders: Vec<PathBuf> = entries
        .map(|entry| entry.expect("a folder that can be read").path())
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    assert!(!folders.is_empty(), "{} holds no page", pages.display());
    folders
}

/// The folder's own name.
pub fn slug(folder: &Path) -> String {
    let name = folder.file_name().expect("a folder has a name");
    name.to_string_lossy().into_owned()
}

/// What a file holds.
pub fn text(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Whether the lists are to be written anew.
pub fn is_update() -> bool {
    match std::env::var("COPYDESK_KNOWN") {
        Err(_) => false,
        Ok(value) if value == "update" => true,
        Ok(value) => panic!("COPYDESK_KNOWN is {value:?}; it can only be \"update\", or not set"),
    }
}

/// What to change in the list of the page in this folder, in words, if anything. `found` are the rows of what differs.
pub fn compare(folder: &Path, header: &str, found: &[String]) -> Option<String> {
    let file = folder.join(FILE);
    let content = if file.exists() {
        text(&file)
    } else {
        header.to_owned()
    };
    let mut rows = content.lines();
    let first = rows.next().unwrap_or_default();
    assert_eq!(first, header, "the first line of {}", file.display());
    let known: Vec<&str> = rows.collect();
    let new = found.iter().filter(|row| !known.contains(&row.as_str()));
    let cured = known.iter().filter(|row| !found.iter().any(|now| now == *row));
    let mut changes: Vec<String> = new.map(|row| format!("  add (new):      {row}")).collect();
    changes.extend(cured.map(|row| format!("  remove (cured): {row}")));
    if changes.is_empty() && known.len() != found.len() {
        changes.push("  a row stands twice".to_owned());
    }
    let list = Path::new(&slug(folder)).join(FILE);
    (!changes.is_empty()).then(|| format!("{}:\n{}", list.display(), changes.join("\n")))
}

/// Writes the list of the page in this folder.
pub fn write(folder: &Path, header: &str, found: &[String]) {
    let file = folder.join(FILE);
    let done = if !found.is_empty() {
        fs::write(&file, format!("{header}\n{}\n", found.join("\n")))
    } else if file.exists() {
        fs::remove_file(&file)
    } else {
        Ok(())
    };
    done.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}
